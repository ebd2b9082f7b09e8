"""Lists: numbers that take their unit, total, period or province from their place among others.

"xuất khẩu 1.700, nhập khẩu 1.618 triệu USD": the unit is said once. "9 trong tổng số 16 chỉ tiêu":
one ratio. "Hà Nam, Nam Định lần lượt 9% và 8%": each province has its own. Their subjects are those
of `etl.linking.positions`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise, takewhile

from etl.figures.no_figures import is_of_document, numbers_its_line
from etl.layouts.blocks import JOINT
from etl.linking.items import Item
from etl.linking.marks import OPENERS
from etl.linking.positions import LIST_GAP, assign_positions
from etl.recognising.lexicon import says, words
from etl.recognising.quantities import Quantity, parse_number

_IS = 4
"""Characters of "là" with its blanks."""
_WITH = 5
"""Characters of "với" and a blank."""
_UNIT_GAP = 60
"""Characters between a number and the next one, whose unit it shares."""
_HEADED = re.compile(rf"\s*(?:[^\W\d]+ ?){{0,2}}(?: [-–]\s|:\s|{JOINT})")
"""Behind the number that heads its line: its noun, and what parts it from what it is of."""
_AIMS = frozenset({"target", "plan", "aim_behind"})
_PREDICATES = frozenset({"grow", "fall", "share"})
_NUMBERING = OPENERS + "0123456789.()"
"""What may stand before a number that heads its line."""
_STANDARDS = ("new_rural_communes", "new_rural_districts")


def prepare(
    items: list[Item],
    lower: str,
    told_before: Sequence[str],
    parts: Mapping[str, Sequence[str]],
    plan_first: bool = False,
) -> None:
    """Join ratios, share units and give the numbers of positional lists their subjects.

    A list that names none is of the subjects `told_before`, by the last sentence, or of the
    `parts` of the one whose name names them. `plan_first` where pairs tell the plan first.
    """
    numbers = [item for item in items if item.quantity]
    _assign_heading(items, lower)
    _assign_called(items, lower)
    _assign_province_behind(items, lower)
    if len(numbers) < 2:
        return
    _assign_bracketed(items)
    _join_totals(numbers, lower)
    _share_compared(numbers, lower)
    _join_plans(items, numbers, lower, plan_first)
    _share_units(items, numbers, lower)
    _share_percents(items, numbers, lower)
    assign_positions(items, told_before, parts)
    _assign_standard(items, lower)
    _assign_periods(items)
    _assign_provinces(items)


def _assign_heading(items: list[Item], lower: str) -> None:
    """Give a number that heads its line the subject told behind a dash or a colon.

    "9,52% - Đó là GRDP", "● 2,41 triệu lượt: khách du lịch đến tỉnh, tăng 76%".
    """
    first = [(item, item.quantity) for item in items[:5] if item.quantity]
    if len(first) > 1 and numbers_its_line(lower, first[0][1]):
        del first[0]
    if not first:
        return
    number, quantity = first[0]
    said = lower[lower.rfind("\n", 0, number.start) + 1 : number.start].strip(_NUMBERING)
    headed = _HEADED.match(lower, quantity.noun_at)
    if not headed or (said and f"{said} " not in words("cell_bound")):
        return
    grown = ""
    for item in items[number.index + 1 :]:
        if item.separator == ":" and item.start < headed.end():
            continue
        if item.kind not in ("cue", "subject", "other") or item.quantity:
            return
        grown = "growth" if "grow" in item.cues else grown
        if "plan" in item.cues:
            number.cues = frozenset({"plan"})
        if item.kind == "subject":
            owner = _owner_behind(items, item)
            if owner is None or _is_province(owner):
                number.assigned, number.hint = item.subject, item.hint or grown
                number.place = owner.place if owner else None
                item.used = True
            return


def _assign_called(items: list[Item], lower: str) -> None:
    """Give a growth that opens its clause the name told behind "là": "8% là tốc độ tăng GRDP"."""
    opens = True
    for number in items:
        is_growth = number.quantity and number.quantity.dimension == "percent"
        if opens and is_growth and says(lower[number.end : number.end + _IS], "is"):
            behind = list(takewhile(lambda item: not item.quantity, items[number.index + 1 :]))
            if _names_growth(behind):
                number.assigned, number.hint = "grdp_size", "growth"
                aimed_at = any(not item.cues.isdisjoint(_AIMS) for item in behind)
                number.cues = frozenset({"plan"}) if aimed_at else number.cues
        opens = number.kind == "separator" or (opens and number.kind in ("cue", "period"))


def _names_growth(items: list[Item]) -> bool:
    """Whether cues of growth, and nothing besides, lead to the economy: "là tốc độ tăng GRDP"."""
    cues = list(takewhile(lambda item: item.kind == "cue", items))
    named = items[len(cues)].subject if len(cues) < len(items) else ""
    return named == "grdp_size" and any("grow" in item.cues for item in cues)


def _owner_behind(items: list[Item], subject: Item) -> Item | None:
    """The place named behind a subject, before the next number or comma: whose it is."""
    for item in items[subject.index + 1 :]:
        if item.kind in ("number", "separator"):
            return None
        if item.kind == "place":
            return item
    return None


def _assign_province_behind(items: list[Item], lower: str) -> None:
    """Give a number the province told behind it: "Với mức tăng 12,46%, Thanh Hóa dẫn đầu"."""
    number = next((item for item in items if item.kind not in ("cue", "subject")), None)
    if number is None or not number.quantity or number.index + 2 >= len(items):
        return
    first = items[0].start
    opens = lower[max(0, first - _WITH) : first].split()[-1:] == list(words("with"))
    comma, place = items[number.index + 1 : number.index + 3]
    if opens and comma.separator == "," and _is_province(place):
        number.place = place.place


def _assign_bracketed(items: list[Item]) -> None:
    """Give numbers the subjects that alone stand in brackets behind them.

    "Ba khu vực tăng lần lượt 4,12% (nông, lâm, thủy sản), 10,35% (công nghiệp) và 7,9% (dịch vụ)".
    """
    named = [
        (number, subject)
        for number, opening, subject, closing in zip(
            items, items[1:], items[2:], items[3:], strict=False
        )
        if number.quantity
        and (opening.separator, subject.kind, closing.separator) == ("(", "subject", ")")
        and opening.start - number.end <= 1
    ]
    for number, subject in named if len(named) > 1 else []:
        number.assigned, number.hint, subject.used = subject.subject, subject.hint, True


def _join_totals(numbers: list[Item], lower: str) -> None:
    """Make one ratio of a part and the whole that is told right behind it."""
    for first, second in pairwise(numbers):
        part, whole = first.quantity, second.quantity
        assert part and whole
        if part.dimension != "bare" or part.parts > 1 or whole.low < part.low or whole.parts > 1:
            continue
        between = lower[first.end : second.start]
        if between[-1:].isspace() and " ".join(between.split()) in words("of_total"):
            first.quantity = part._replace(out_of=whole.low, noun_at=whole.noun_at, parts=2)
            second.used = True


def _share_compared(numbers: list[Item], lower: str) -> None:
    """Give a bare number the unit of what it is held against: "3,2 so với kế hoạch 2,9%"."""
    for first, second in pairwise(numbers):
        bare, full = first.quantity, second.quantity
        assert bare and full
        between = lower[first.end : second.start].strip()
        if bare.dimension != "bare" or bare.parts > 1 or between not in words("held_against"):
            continue
        if full.dimension == "percent" and not bare.multiplied:
            first.quantity = bare._replace(dimension="percent")
        elif full.dimension in ("vnd", "usd") and full.multiplied:
            first.quantity = _with_unit(bare, full)


def _join_plans(items: list[Item], numbers: list[Item], lower: str, plan_first: bool) -> None:
    """Mark the plan of a pair, told behind the result or first: "5,8%/7,5%", "7.800/8.200 tỷ".

    Where targets were missed, "so với" alone leads to them too: "GRDP (6,1% so với 7,5%)".
    """
    missed = says(lower[items[0].start : items[-1].end], "missed")
    for first, second in pairwise(numbers):
        result, plan = first.quantity, second.quantity
        assert result and plan
        if result.dimension != plan.dimension or plan.dimension not in ("percent", "vnd", "usd"):
            continue
        between = lower[first.end : second.start].strip()
        if between == "/":
            (first if plan_first else second).cues = frozenset({"plan"})
        ends = lower[second.end : second.end + 1] in ").;"
        if missed and ends and between in words("compared_to"):
            second.cues = frozenset({"plan"})


def _share_units(items: list[Item], numbers: list[Item], lower: str) -> None:
    """Give a bare number the unit of the next one where only a name and a comma part them.

    One that has a unit of thousands takes the dollars: "Bắc Ninh 3,4 tỉ và Thanh Hóa 3,17 tỉ USD".
    """
    for first, second in pairwise(numbers):
        bare, full = first.quantity, second.quantity
        assert bare and full
        if bare.dimension != "bare" or not full.multiplied or bare.parts > 1:
            continue
        if first.index and "ordinal" in items[first.index - 1].cues:
            continue  # "đứng thứ 3, đạt 1,94 tỷ USD"
        if first.index and is_of_document(items[first.index - 1], bare):
            continue  # "Theo Nghị quyết 68, tỉnh giải ngân được 4.180 tỉ đồng"
        behind = lower[first.end : first.end + 4].lstrip()
        listed = behind.startswith((",", ";", "-", "–", *words("and")))
        if full.dimension not in ("vnd", "usd") or not listed:
            continue
        names = [
            item
            for item in items
            if item.kind == "subject" and first.end <= item.start < second.start
        ]
        gap = second.start - first.end
        if bare.multiplied:
            places = [each for each in items[first.index : second.index] if each.place]
            if not names and gap <= (_UNIT_GAP if places else LIST_GAP):
                first.quantity = _with_unit(bare, full)
            continue
        if len(names) > 1 or gap > (_UNIT_GAP if names else LIST_GAP):
            continue
        first.quantity = _with_unit(bare, full)


def _with_unit(bare: Quantity, full: Quantity) -> Quantity:
    """The number in the other's currency, and in its thousands where it has none of its own."""
    factor = 1.0 if bare.multiplied else full.low / _plain(full.written)
    low, high = bare.low * factor, bare.high * factor
    return bare._replace(low=low, high=high, dimension=full.dimension, multiplied=True)


def _share_percents(items: list[Item], numbers: list[Item], lower: str) -> None:
    """Give a decimal without a sign that of its neighbour: "tăng 8,1 - 9,1, dịch vụ 6 - 7,5%"."""
    for place, number in enumerate(numbers):
        told, verb = number.quantity, items[number.index - 1] if number.index else None
        assert told
        bare = told.dimension == "bare" and not told.multiplied and told.out_of is None
        listed = lower[told.end : told.end + 1] in (",", ";") and "," in told.written
        if not bare or not listed or verb is None or verb.cues.isdisjoint(_PREDICATES):
            continue
        beside = [*numbers[max(0, place - 1) : place], *numbers[place + 1 : place + 2]]
        if any(each.quantity and each.quantity.dimension == "percent" for each in beside):
            number.quantity = told._replace(dimension="percent")


def _plain(written: str) -> float:
    """The first of the numbers that were written, without its unit."""
    first = re.match(r"\d+(?:[.,]\d+)*", written)
    return parse_number(first[0]) or 1.0 if first else 1.0


def _assign_periods(items: list[Item]) -> None:
    """Give each number the period in its own place: "quý I và quý II lần lượt 7% và 8%"."""
    for period, number in _rows(items, lambda item: item.kind == "period"):
        number.period = period.period


def _assign_provinces(items: list[Item]) -> None:
    """Give each number the province in its own place: "Hà Nam, Nam Định lần lượt 9% và 8%".

    Further clauses go on with the list: "...; xuất khẩu 600 triệu USD và 140 triệu USD".
    """
    for named, number in _rows(items, _is_province):
        number.place = named.place


def _is_province(item: Item) -> bool:
    return item.place is not None and item.place.level == "province"


def _rows(items: list[Item], names: Callable[[Item], bool]) -> list[tuple[Item, Item]]:
    """The k items named in a row, each with its own of the k numbers announced as their list."""
    named: list[Item] = []
    clauses: list[list[Item]] = [[]]
    announced = False
    for item in items:
        if names(item) and not announced:
            if named and item.start - named[-1].end > LIST_GAP:
                named = []
            named.append(item)
        elif "percent_list" in item.cues:
            announced = len(named) > 1
        elif item.separator == ";":
            clauses.append([])
        elif item.kind == "number" and announced:
            clause = clauses[-1]
            if not clause or item.start - clause[-1].end <= LIST_GAP:
                clause.append(item)  # and not "..., so với mức 7,85% của cả nước"
    listed = [clause for clause in clauses if len(clause) == len(named)]
    return [pair for clause in listed for pair in zip(named, clause, strict=True)]


def _assign_standard(items: list[Item], lower: str) -> None:
    """Give counts of communes and districts the standard that is named behind them all.

    "100% xã và 7/7 huyện của Thái Bình đã đạt chuẩn nông thôn mới".
    """
    for index, item in enumerate(items):
        if item.kind != "subject" or item.subject not in _STANDARDS:
            continue
        for before in reversed(items[:index]):
            if before.kind in ("subject", "other") or before.separator in (";", ":"):
                break
            if before.kind != "number" or not before.quantity or before.assigned:
                continue
            noun = lower[before.quantity.noun_at : before.quantity.noun_at + 20].lstrip()
            if noun.startswith(words("commune")):
                before.assigned = "new_rural_communes"
            elif noun.startswith(words("district")):
                before.assigned = "new_rural_districts"
