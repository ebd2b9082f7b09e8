"""Periods: what "9 tháng đầu năm 2021" or "năm nay" means while another one governs the text."""

from dataclasses import dataclass, replace
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Period:
    """A period; `part` is '' for whole years, else H1, H2, Q1..Q4, 9M or M05 of `last`."""

    first: int
    last: int
    part: str = ""

    def __str__(self) -> str:
        if self.first != self.last:
            return f"{self.first}..{self.last}"
        return f"{self.last}-{self.part}" if self.part else str(self.last)

    @property
    def end_month(self) -> int:
        """The month of `last` in which the period ends, 1 to 12."""
        if not self.part:
            return 12
        if self.part[0] == "H":
            return 6 * int(self.part[1])
        if self.part[0] == "Q":
            return 3 * int(self.part[1])
        return int(self.part[1:] if self.part[0] == "M" else self.part[:-1])


class Mention(NamedTuple):
    """A period named at characters start to end; `year` is None where the text leaves it open.

    `relative` is the number of years from the running one where the text says so ("năm tới": 1).
    `upto` marks "đến năm 2025" and "đến ngày 30/11": a stock's date, a target's horizon.
    """

    start: int
    end: int
    part: str
    year: int | None = None
    first: int | None = None
    relative: int = 0
    upto: bool = False
    running: bool = False
    """Said in relation to the running period: "năm nay", "trong năm"."""
    day: int = 0
    term: bool = False
    bare: bool = False
    cycle: str = ""
    """Of a term said without its years: past ("5 năm qua"), next ("5 năm tới") or current."""
    after: bool = False
    """"ngay năm sau", "sau một năm": the year after the one just told of."""
    to_date: bool = False
    """"từ đầu năm đến nay": from January to the end of the running month or quarter."""
    within: str = ""
    """"trong tháng" (M), "trong quý" (Q): that with which the running period ends."""
    congress: bool = False
    """"nhiệm kỳ 2020 - 2025" names a congress or council more often than the period of a figure."""


MID_MONTH = 15
"""Up to this day of a month what is counted is told of the months before."""
_WHOLE_MONTH = 31
"""The day of a mention that names a month and no day of it: "hết tháng 9"."""


def months_part(months: int) -> str:
    """The part of a year that its first months are: M01 for one, Q1, H1, '' for all twelve."""
    return {1: "M01", 3: "Q1", 6: "H1", 12: ""}.get(months, f"{months}M")


def resolve(mention: Mention, running: Period) -> Period:
    """The period a mention means while `running` governs the text."""
    if mention.first is not None and mention.year is not None:
        return Period(mention.first, mention.year)
    if mention.within:
        return last_part(running, mention.within)
    year = mention.year if mention.year is not None else running.last + mention.relative
    if mention.day and not (mention.day == 31 and not mention.part) and mention.upto:
        return _until(mention, year, running)
    return Period(year, year, mention.part)


def _until(mention: Mention, year: int, running: Period) -> Period:
    """The months of the year up to a day; a day near the running report's end means that report.

    Disbursement "đến ngày 10/01/2025" closes 2024. What is told up to a day in a report on the
    third quarter is counted from January on all the same.
    """
    month = Period(year, year, mention.part).end_month
    near = 1 if mention.day < _WHOLE_MONTH else 0
    if running.part and running.last == year and abs(month - running.end_month) <= near:
        return Period(year, year, months_part(running.end_month))
    if mention.day <= MID_MONTH:
        month -= 1
    if month == 0:
        return Period(year - 1, year - 1)
    return Period(year, year, months_part(month))


def since_january(running: Period) -> Period:
    """The months of the year up to the end of the running month or quarter."""
    if running.part[:1] not in ("M", "Q"):
        return running
    return Period(running.last, running.last, months_part(running.end_month))


def last_part(running: Period, kind: str) -> Period:
    """The month (M) or quarter (Q) with which a part of a year ends; a whole year stays."""
    if not running.part:
        return running
    month = running.end_month
    part = f"M{month:02d}" if kind == "M" else f"Q{(month + 2) // 3}"
    return replace(running, part=part)


def shifted(period: Period, years: int) -> Period:
    """The same period, `years` later."""
    return replace(period, first=period.first + years, last=period.last + years)
