"""Lists: numbers that take their subject, unit or total from their place among others.

"A, B và C lần lượt 1%, 2% và 3%": each number is of the subject in its own place. "xuất khẩu 1.700,
nhập khẩu 1.618 triệu USD": the unit is said once. "9 trong tổng số 16 chỉ tiêu": one ratio.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from etl.items import Item
from etl.lexicon import words
from etl.quantities import parse_number

_LIST_GAP = 8
"""Characters between two numbers of a list: ", ", "; ", " và "."""
_NAME_GAP = 40
"""Characters between two names of a list."""
_WITH = 5
"""Characters of "với" and a blank."""
_UNIT_GAP = 60
"""Characters between a number and the next one, whose unit it shares."""
_STANDARDS = ("new_rural_communes", "new_rural_districts")
_SAME_NAME = 4
"""Characters between two names of one subject: "tổng sản phẩm (GRDP)"."""


def prepare(items: list[Item], lower: str, told_before: Sequence[str]) -> None:
    """Join ratios, share units and give the numbers of positional lists their subjects.

    A list that names none is of the subjects `told_before`, by the last sentence.
    """
    numbers = [item for item in items if item.quantity]
    _assign_heading(items, lower)
    _assign_province_behind(items, lower)
    if len(numbers) < 2:
        return
    _join_totals(numbers, lower)
    _join_plans(numbers, lower)
    _share_units(items, numbers, lower)
    _assign_positions(items, told_before)
    _assign_standard(items, lower)
    _assign_periods(items)
    _assign_provinces(items)


def _assign_heading(items: list[Item], lower: str) -> None:
    """Give a number that heads its line the subject told behind a dash: "9,52% - Đó là GRDP"."""
    number = items[0] if items else None
    if number is None or not number.quantity:
        return
    opens = not lower[lower.rfind("\n", 0, number.start) + 1 : number.start].strip()
    dash = lower[number.quantity.noun_at : number.quantity.noun_at + 3].split()
    if not opens or dash[:1] not in (["-"], ["–"]):
        return
    grown = ""
    for item in items[1:]:
        if item.kind not in ("cue", "subject", "other") or item.quantity:
            return
        grown = "growth" if "grow" in item.cues else grown
        if item.kind == "subject":
            number.assigned, number.hint = item.subject, item.hint or grown
            item.used = True
            return


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


def _join_plans(numbers: list[Item], lower: str) -> None:
    """Mark the plan's growth behind that reached: "đạt 5,8%/7,5%"."""
    for first, second in pairwise(numbers):
        result, plan = first.quantity, second.quantity
        assert result and plan
        both = result.dimension == plan.dimension == "percent"
        if both and lower[first.end : second.start].strip() == "/":
            second.cues = frozenset({"plan"})


def _share_units(items: list[Item], numbers: list[Item], lower: str) -> None:
    """Give a bare number the unit of the next one where only a name and a comma part them."""
    for first, second in pairwise(numbers):
        bare, full = first.quantity, second.quantity
        assert bare and full
        if bare.dimension != "bare" or bare.multiplied or not full.multiplied or bare.parts > 1:
            continue
        if first.index and "ordinal" in items[first.index - 1].cues:
            continue  # "đứng thứ 3, đạt 1,94 tỷ USD"
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
        if len(names) > 1 or gap > (_UNIT_GAP if names else _LIST_GAP):
            continue
        factor = full.low / _plain(full.written)
        first.quantity = bare._replace(
            low=bare.low * factor,
            high=bare.high * factor,
            dimension=full.dimension,
            multiplied=True,
        )


def _plain(written: str) -> float:
    """The first of the numbers that were written, without its unit."""
    first = re.match(r"\d+(?:[.,]\d+)*", written)
    return parse_number(first[0]) or 1.0 if first else 1.0


@dataclass(slots=True)
class _Row:
    """Subjects named in a row, and the numbers in a row behind them."""

    subjects: list[Item] = field(default_factory=list)
    numbers: list[Item] = field(default_factory=list)
    announced: bool = False
    """Whether "lần lượt" was said."""
    last: list[Item] = field(default_factory=list)
    """The subjects of the last list."""
    told: list[Item] = field(default_factory=list)
    """The subjects that were told one by one."""
    told_before: list[Item] = field(default_factory=list)
    """The subjects that the last sentence told."""

    def end(self) -> None:
        """Pair the row's subjects and numbers, if it has come to numbers, and start another."""
        if self.numbers:
            told = self.told or self.told_before
            again = self.announced and not self.subjects and len(told) == len(self.numbers)
            subjects = told if again else self.subjects
            self.last = _pair(subjects, self.numbers, self.announced, self.last)
            self.subjects, self.numbers, self.announced = [], [], False


def _assign_positions(items: list[Item], told_before: Sequence[str]) -> None:
    """Pair k subjects named in a row with the k numbers in a row behind them.

    A bracket right behind with as many numbers again is a list of the same subjects.
    """
    row = _Row(told_before=[Item(-1, -1, "subject", subject) for subject in told_before])
    for item in items:
        if item.kind == "subject" and "plan" not in item.cues:
            _add_subject(row, item)
        elif "percent_list" in item.cues:
            row.end()
            row.announced = True
        elif item.kind == "number" and not item.used:
            _add_number(row, item)
        elif item.kind == "other":
            row.end()
            row.subjects, row.announced = [], False
        elif item.kind == "separator" and item.separator in "()":
            row.end()
    row.end()


def _add_subject(row: _Row, item: Item) -> None:
    touching = bool(row.numbers) and item.start - row.numbers[-1].end <= 1
    whole = row.announced or item.subject == "grdp_size"  # "lần lượt 20%, 30%, 50% GRDP"
    if touching and not (row.subjects and whole):
        if row.subjects:
            row.numbers.pop()  # "xuất khẩu 330 triệu USD; đón 1,3 triệu lượt khách"
        row.told.append(item)  # "có 14,2 bác sĩ"
        row.end()
        return
    row.end()
    last = row.subjects[-1] if row.subjects else None
    if last and item.start - last.end > _NAME_GAP:
        row.subjects, last = [], None
    if not (last and item.start - last.end <= _SAME_NAME and _alias(last, item)):
        row.subjects.append(item)


def _add_number(row: _Row, item: Item) -> None:
    if row.numbers and item.start - row.numbers[-1].end > _LIST_GAP:
        row.end()
    if row.subjects and not row.numbers and not row.announced:
        row.told.append(row.subjects[-1])
    row.numbers.append(item)


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
            if named and item.start - named[-1].end > _LIST_GAP:
                named = []
            named.append(item)
        elif "percent_list" in item.cues:
            announced = len(named) > 1
        elif item.separator == ";":
            clauses.append([])
        elif item.kind == "number" and announced:
            clause = clauses[-1]
            if not clause or item.start - clause[-1].end <= _LIST_GAP:
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


def _alias(known: Item, item: Item) -> bool:
    """Whether the item only names the known subject again."""
    return item.subject == known.subject or item.subject == "grdp_size"


def _pair(
    subjects: list[Item], numbers: list[Item], announced: bool, last_list: list[Item]
) -> list[Item]:
    """Give each number the subject in its own place; the subjects, none where they do not fit."""
    count = len(numbers)
    dimensions = {item.quantity.dimension for item in numbers if item.quantity}
    if count < 2 or len(dimensions) > 1:
        return []
    if not subjects and count == len(last_list):
        chosen = last_list
    elif len(subjects) == count or (announced and len(subjects) > count):
        chosen = subjects[-count:]
    else:
        if announced and len(subjects) == 1 and dimensions <= {"vnd", "usd"}:
            for number in numbers:  # percentages may be of several periods
                number.cues |= {"unpaired"}
        return []
    if len({item.subject for item in chosen}) < count:
        return []
    for subject, number in zip(chosen, numbers, strict=True):
        number.assigned, number.hint = subject.subject, subject.hint
    return chosen
