"""The published rule that judges an actual against a target; README, "How a figure is judged"."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from etl.models import Direction, Measure

RULE_VERSION = "1"

NEAR = 0.95
"""Share of the target from which a result is near it, and a pace is on pace."""
PARTIAL = 0.60
"""Share of the target from which it is partly reached."""
NEAR_ZERO = 0.1
"""Targets smaller than this, in the indicator's unit, give no meaningful share: gap only."""
SLACK = 1e-9
"""Relative slack of comparisons, so that 0.1 + 0.2 meets 0.3."""

_PERIOD = re.compile(
    r"(?P<year>\d{4})"
    r"(?:\.\.(?P<last>\d{4})|-H(?P<half>[12])|-Q(?P<quarter>[1-4])|-M(?P<month>\d\d)"
    r"|-(?P<months>\d{1,2})M)?"
)


class Status(StrEnum):
    """How an actual stands to its target."""

    EXCEEDED = "exceeded"
    MET = "met"
    NEAR = "near"
    PARTIAL = "partial"
    FAR = "far"
    OPPOSITE = "opposite"
    AHEAD = "ahead"
    ON_PACE = "on_pace"
    BEHIND = "behind"
    PROVISIONAL = "provisional"
    UNGRADED = "ungraded"
    NOT_COMPARABLE = "not_comparable"
    NO_TARGET = "no_target"
    NO_ACTUAL = "no_actual"


@dataclass(frozen=True, slots=True)
class Period:
    """A period in months: its (last) year, how many months it covers, and the month it ends in."""

    text: str
    year: int
    months: int
    end: int

    @property
    def is_span(self) -> bool:
        """Whether it covers several years."""
        return self.months > 12

    @property
    def is_part(self) -> bool:
        """Whether it covers a part of one year."""
        return self.months < 12

    @property
    def share_of_year(self) -> float:
        """The share of its year that it covers: 0.5 for a half-year."""
        return self.months / 12


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated value in `unit` for `period`; a bound that is None is an open side."""

    low: float | None
    high: float | None
    unit: str
    period: Period


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rule says of one actual and one target.

    The gap is in the figures' unit (points for percentages), attainment and pace are fractions.
    """

    status: Status
    gap: float | None = None
    attainment: float | None = None
    pace: float | None = None


@cache
def parse_period(text: str) -> Period:
    """Read `2020`, `2021-H1`, `2021-9M`, `2021-Q1`, `2021-M05` or `2016..2020`.

    Raises ValueError where the text is none of these.
    """
    match = _PERIOD.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no period: expected 2020, 2021-H1, 2021-9M or 2016..2020")
    year = int(match["year"])
    if match["last"]:
        last = int(match["last"])
        return Period(text, last, 12 * (last - year + 1), 12)
    if match["half"]:
        return Period(text, year, 6, 6 * int(match["half"]))
    if match["quarter"]:
        return Period(text, year, 3, 3 * int(match["quarter"]))
    if match["month"]:
        return Period(text, year, 1, int(match["month"]))
    if match["months"]:
        return Period(text, year, int(match["months"]), int(match["months"]))
    return Period(text, year, 12, 12)


def weakest_bound(target: Figure, direction: Direction) -> float | None:
    """The bound that just meets the target: its low where more is better, its high where less is.

    None where that side is open or the indicator is neutral.
    """
    match direction:
        case Direction.UP:
            return target.low
        case Direction.DOWN:
            return target.high
        case Direction.NEUTRAL:
            return None


def value(actual: Figure, direction: Direction) -> float | None:
    """One number for an actual: itself where exact, else its cautious side.

    That is the low bound where more is better ("hơn 38.700" counts as 38,700), the high bound
    where less is, the middle of a neutral range; the other bound where that side is open.
    """
    low, high = actual.low, actual.high
    if low is None or high is None:
        return high if low is None else low
    match direction:
        case Direction.UP:
            return low
        case Direction.DOWN:
            return high
        case Direction.NEUTRAL:
            return (low + high) / 2


def judge(
    actual: Figure | None, target: Figure | None, measure: Measure, direction: Direction
) -> Verdict:
    """Judge an actual against a target that both have a value.

    - No actual: `no_actual`. No target: `no_target`. Two units: `not_comparable`.
    - The same period: `grade`.
    - A part of the target's year: a flow gets a pace, a rate or a stock is `provisional`.
    - A year, or a part of it, against a span of years that ends with it: a stock at the year's
      end is graded, a rate is `provisional` (one year against the average of the span), a flow is
      `not_comparable` (articles seldom tell whether the total or the yearly average is meant).
    - Any other two periods: `not_comparable`.
    """
    if actual is None:
        return Verdict(Status.NO_ACTUAL)
    if target is None:
        return Verdict(Status.NO_TARGET)
    if actual.unit != target.unit:
        return Verdict(Status.NOT_COMPARABLE)
    if actual.period.text == target.period.text:
        return grade(actual, target, direction)
    if actual.period.year != target.period.year or actual.period.months >= target.period.months:
        return Verdict(Status.NOT_COMPARABLE)
    if target.period.is_part:
        return Verdict(Status.NOT_COMPARABLE)
    graded = grade(actual, target, direction)
    if measure is Measure.STOCK and not actual.period.is_part:
        return graded
    if measure is Measure.FLOW:
        if target.period.is_span:
            return Verdict(Status.NOT_COMPARABLE)
        return pace(graded, actual.period, direction)
    return Verdict(Status.PROVISIONAL, graded.gap, graded.attainment)


def grade(actual: Figure, target: Figure, direction: Direction) -> Verdict:
    """Judge two figures of one unit and period. L is the target's weakest bound, a the actual.

    More is better: gap = a - L, attainment = a / L; `exceeded` above the target's high bound
    (an open band cannot be exceeded), `met` from L, then as `grade_attainment`.
    Less is better: gap = a - L, attainment = 1 - (a - L) / L; `met` at or below L, else `near`
    while the gap is at most 5 % of L, `partial` at most 40 %, `far` beyond.
    Neutral: `met` with gap 0 inside the band, else `ungraded` with the gap to the nearer bound.
    `ungraded` with the gap alone where L is below 0.1; without any where the side that counts is
    open in the target, or in the actual ("dưới 5%" of a growth says only the best it can be).
    """
    reached = value(actual, direction)
    if direction is Direction.NEUTRAL:
        return _grade_neutral(reached, target)
    bound = weakest_bound(target, direction)
    cautious = actual.low if direction is Direction.UP else actual.high
    if bound is None or cautious is None:
        return Verdict(Status.UNGRADED)
    gap = cautious - bound
    if bound < NEAR_ZERO:
        return Verdict(Status.UNGRADED, gap)
    advantage = gap if direction is Direction.UP else -gap
    attainment = 1 + advantage / bound
    if direction is Direction.DOWN:
        status = Status.MET if attainment >= 1 - SLACK else _below(attainment, Status.FAR)
    elif target.high is not None and cautious > target.high * (1 + SLACK):
        status = Status.EXCEEDED
    elif attainment >= 1 - SLACK:
        status = Status.MET
    else:
        status = _below(attainment, Status.OPPOSITE)
    return Verdict(status, gap, attainment)


def grade_attainment(attainment: float, direction: Direction) -> Verdict:
    """Judge a share of the plan that is stated without its level: 1.05 for "đạt 105% dự toán".

    `exceeded` above 1, `met` at 1, `near` from 0.95, `partial` from 0.60, `far` from 0, `opposite`
    below; only where more is better, else `ungraded`.
    """
    if direction is not Direction.UP:
        return Verdict(Status.UNGRADED, attainment=attainment)
    if attainment > 1 + SLACK:
        status = Status.EXCEEDED
    elif attainment >= 1 - SLACK:
        status = Status.MET
    else:
        status = _below(attainment, Status.OPPOSITE)
    return Verdict(status, attainment=attainment)


def pace(graded: Verdict, period: Period, direction: Direction) -> Verdict:
    """Judge a part of a year's flow: pace = share of the plan / share of the year covered.

    5,738.9 of 5,835 in six months: 0.9835 / 0.5 = 1.97. `ahead` above 1, `on_pace` from 0.95,
    `behind` below; only where more is better, else `provisional`. `ungraded` stays so.
    """
    if graded.attainment is None:
        return graded
    speed = graded.attainment / period.share_of_year
    if direction is not Direction.UP:
        status = Status.PROVISIONAL
    elif speed > 1 + SLACK:
        status = Status.AHEAD
    else:
        status = Status.ON_PACE if speed >= NEAR - SLACK else Status.BEHIND
    return Verdict(status, graded.gap, graded.attainment, speed)


def _grade_neutral(reached: float | None, target: Figure) -> Verdict:
    if reached is None:
        return Verdict(Status.UNGRADED)
    if target.low is not None and reached < target.low - abs(target.low) * SLACK:
        return Verdict(Status.UNGRADED, reached - target.low)
    if target.high is not None and reached > target.high + abs(target.high) * SLACK:
        return Verdict(Status.UNGRADED, reached - target.high)
    return Verdict(Status.MET, 0.0)


def _below(attainment: float, worst: Status) -> Status:
    """The grade of an unmet target; `worst` is that of an attainment below zero."""
    if attainment >= NEAR - SLACK:
        return Status.NEAR
    if attainment >= PARTIAL - SLACK:
        return Status.PARTIAL
    return Status.FAR if attainment >= 0 else worst
