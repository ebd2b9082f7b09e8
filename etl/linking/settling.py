"""Settling: what only the whole sentence or article tells of its figures."""

import math
from bisect import bisect_left
from itertools import pairwise
from operator import attrgetter

from etl.figures.reached import names_aim
from etl.linking.frames import Draft, expected_kind
from etl.linking.sentence import Sentence
from etl.models import Kind
from etl.recognising.lexicon import says
from etl.recognising.periods import Period

_LAST_RUNNING = 11
"""In December a year's figure may be an estimate that does not say so."""
_FIRST_YEAR = 1900
"""Periods before it are reckoned from an unknown year."""

_KINDS_OF_PLACE = frozenset({"rural", "urban"})


def settle_kinds(sentence: Sentence) -> None:
    """Settle of what kind two figures are that are held against each other.

    What only seemed aimed at, and is held against its plan, was reached: "Hộ nghèo giảm 4,02 điểm
    phần trăm, chỉ tiêu giao là giảm 3,5", behind a list of plans. What is told of all of a year
    that is not over, and is no estimate, is the plan for what was reached so far: "Xuất khẩu: 5,2
    tỷ USD cả năm, sáu tháng đã có 2,68 tỷ USD".
    """
    for first, second in pairwise(sorted(sentence.drafts, key=lambda draft: draft.start)):
        if (first.indicator, first.province) != (second.indicator, second.province):
            continue
        at, to = (
            bisect_left(sentence.items, each.start, key=attrgetter("start"))
            for each in (first, second)
        )
        ahead = sentence.items[:at]
        between = [item for item in sentence.items[at:to] if item.start >= first.end]
        estimated = any("estimate" in item.cues for item in ahead)
        if first.kind is second.kind is Kind.TARGET and first.period == second.period:
            still = expected_kind(first.period, sentence.context) is Kind.TARGET
            said = sentence.lower[first.end : second.start]
            contrasted = says(said, "while")  # "theo Nghị quyết ... 10%; trong khi mục tiêu là 9%"
            held = any(map(names_aim, between))
            held = held and (contrasted or not any(map(names_aim, ahead)))
            held = held and not says(said, "superseded")
            begun = first.period.first <= sentence.context.year  # nothing is reached before it has
            if held and begun and (estimated or contrasted or not still or says(said, "than")):
                first.kind = Kind.ACTUAL
        elif (
            first.kind is second.kind is Kind.ACTUAL
            and not estimated
            and is_year_ahead(sentence, first, second)
        ):
            first.kind = Kind.TARGET


def is_year_ahead(sentence: Sentence, first: Draft, second: Draft) -> bool:
    """Whether the first is of all of the running year, and the second less and of a part of it."""
    now, year = sentence.context.now, first.period
    if now is None or year != Period(now[0], now[0]) or now[1] > _LAST_RUNNING:
        return False
    part = second.period.last == year.last and bool(second.period.part)
    more = first.low is not None and second.low is not None and first.low > second.low
    return part and more and first.reading == second.reading == "level"


def settle_months(drafts: list[Draft], lower: str) -> None:
    """Of two results for the months so far, the one told before "lũy kế" is the last month's.

    "Nhập khẩu ước 2,5 tỷ USD; lũy kế 5 tháng 10,5 tỷ USD".
    """
    for month, total in pairwise(drafts):
        alike = cell_of(month) == cell_of(total) and month.low != total.low
        several = total.period.part.endswith("M") or total.period.part == "H1"
        reached = month.kind is total.kind is Kind.ACTUAL
        if alike and several and reached and says(lower[month.end : total.start], "summed"):
            year, last = total.period.last, total.period.end_month
            month.period = Period(year, year, f"M{last:02d}")


def settle_twice_told(sentence: Sentence) -> None:
    """Of two results of one cell in a sentence, the second is of another thing, or of a part.

    "GRDP tăng 8%, thép tăng 12%", "thu ngân sách đạt 2.000 tỷ đồng, thuế đạt 1.200 tỷ đồng". Rates
    are left: that of the towns may be told behind that of the countryside.
    """
    told: dict[tuple[object, ...], Draft] = {}
    for draft in sorted(sentence.drafts, key=attrgetter("start")):
        first = told.setdefault(cell_of(draft), draft)
        if first is draft or not is_of_another(sentence, first, draft):
            continue
        sentence.take_back(draft, "no_indicator" if draft.reading == "growth" else "part")


def is_of_another(sentence: Sentence, first: Draft, second: Draft) -> bool:
    """Whether the second of two values of a cell cannot be its own: a growth, or a smaller one.

    Or a larger one, where something else is named before it: "thu 2.000 tỷ đồng, chi 9.000 tỷ".
    """
    if second.kind is not Kind.ACTUAL or first.approximate or first.low != first.high:
        return False
    if first.low is None or second.low is None or first.low == second.low:
        return False
    if first.reading == "growth" or (second.in_bracket and not first.in_bracket):
        return True  # "bao phủ 87,5% (XYZ 91%)", by a word that is not known
    if first.dimension not in ("vnd", "usd", "bare"):
        return False
    return second.low < first.low or names_another(sentence, second)


def names_another(sentence: Sentence, draft: Draft) -> bool:
    """Whether the clause of a figure names something, or a kind of place, before it."""
    item = next(each for each in sentence.items if each.start == draft.start)
    start = sentence.start
    for before in sentence.backwards(item):
        if before.kind == "separator":
            start = before.end
            break
        if not before.cues.isdisjoint(_KINDS_OF_PLACE):
            return True
    return sentence.count_unknown_before(item, start) > 0


def is_dated(draft: Draft) -> bool:
    """Whether the year is known: "năm nay" of an article without a date is none."""
    return draft.period.last >= _FIRST_YEAR


def distinct(drafts: list[Draft]) -> list[Draft]:
    """The drafts without repetitions; the first telling stays, with the attributes of all."""
    kept: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        key = (*cell_of(draft), draft.low, draft.high)
        first = kept.setdefault(key, draft)
        if first is draft:
            continue
        take_attributes(first, draft)
    values: dict[tuple[object, ...], list[Draft]] = {}
    for draft in kept.values():
        if is_value(draft):
            values.setdefault(cell_of(draft), []).append(draft)
    told = []
    for draft in kept.values():
        valued = values.get(cell_of(draft), [])
        if is_value(draft) or len(valued) != 1 or not take_attributes(valued[0], draft):
            told.append(draft)
    return told


def is_value(draft: Draft) -> bool:
    """Whether the draft has a value, and not only attributes."""
    return draft.low is not None or draft.high is not None


def take_attributes(draft: Draft, other: Draft) -> bool:
    """Give the draft what the other tells of the same figure; False where they differ."""
    names = ("out_of", "pct_of_plan", "yoy")
    pairs = [(getattr(draft, name), getattr(other, name)) for name in names]
    for name, (own, told) in zip(names, pairs, strict=True):
        if own is None:
            setattr(draft, name, told)
    return all(told is None or own is None or own == told for own, told in pairs)


def cell_of(draft: Draft) -> tuple[object, ...]:
    """What the draft is a figure of: its cell in the published table."""
    return draft.province, draft.indicator, draft.kind, draft.period, draft.unit


def exact(drafts: list[Draft], headline: int) -> list[Draft]:
    """The drafts without the rounded tellings ("gần 6,5%") of what is told exactly (6,46%).

    Those of the headline, which ends at that character, are rounded without saying so.
    """
    for draft in drafts:
        draft.approximate = draft.approximate or draft.start < headline
    whole = whole_counts(drafts)
    return [
        draft
        for draft in drafts
        if not (draft.unit == "targets" and draft.out_of != whole.get(draft.period, draft.out_of))
        and not (draft.approximate and any(rounds(draft, other) for other in drafts))
        and not (draft.start < headline and any(tells_more(other, draft) for other in drafts))
        and not any(is_bound_of(draft, other) for other in drafts)
    ]


def is_bound_of(bound: Draft, other: Draft) -> bool:
    """Whether its sentence tells the result itself, too: "tăng trưởng dưới 4%: 3,38%"."""
    told = other.low is not None and other.low == other.high and other.kind is Kind.ACTUAL
    if not told or other.sentence != bound.sentence or cell_of(other) != cell_of(bound):
        return False
    above = bound.high is None and bound.low is not None and bound.low < (other.low or 0)
    below = bound.low is None and bound.high is not None and bound.high > (other.low or 0)
    return above or below


def tells_more(other: Draft, headed: Draft) -> bool:
    """Whether a share of the plan without its level is told with it elsewhere."""
    alone = not is_value(headed) and headed.pct_of_plan is not None
    return (
        alone
        and cell_of(other) == cell_of(headed)
        and is_value(other)
        and other.pct_of_plan is not None
    )


def rounds(rounded: Draft, other: Draft) -> bool:
    """Whether the first tells the other's figure, only rounded."""
    return (
        other is not rounded
        and (not other.approximate or other.start > rounded.start)
        and cell_of(other) == cell_of(rounded)
        and is_rounding(rounded, other)
    )


def is_rounding(rounded: Draft, other: Draft) -> bool:
    """Whether the first's value is the other's, cut or rounded to fewer digits."""
    value = rounded.low if rounded.low is not None else rounded.high
    precise = other.low if other.low is not None else other.high
    if value is None or precise is None or value <= 0 or precise <= 0 or value == precise:
        return False
    digits = len(f"{value:.6f}".rstrip("0").rstrip(".").replace(".", "").strip("0"))
    power = digits - 1 - math.floor(math.log10(value))
    scaled = precise * 10.0**power
    return round(value * 10.0**power) in (math.floor(scaled), round(scaled), math.ceil(scaled))


def whole_counts(drafts: list[Draft]) -> dict[Period, float | None]:
    """Per period, out of how many the plan's targets are counted: of groups of them, the whole.

    -1 where the counts are of groups only.
    """
    totals: dict[Period, set[float]] = {}
    for draft in drafts:
        if draft.unit == "targets" and draft.out_of is not None:
            totals.setdefault(draft.period, set()).add(draft.out_of)
    return {
        period: max(found) if len(found) == 1 or 2 * max(found) > sum(found) else -1
        for period, found in totals.items()
    }
