"""The days that an article's lead tells: "Sáng 1/12", "Chiều nay (14/7)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LEAD = 2500
"""Characters in which an article tells the event it is about."""

_DAY = re.compile(r"([0-9][0-9]?)([/.-])([0-9]{1,2})(?:\2(20[0-9][0-9]))?(?![0-9/]|[.,][0-9]| ?%)")
_BEFORE = re.compile(
    r"(ngày|sáng|chiều|tối|trưa|nay|từ)[ ,]{1,2}\(?(?:\d{1,2} ?(?:-|–|đến|và) ?)?$", re.I
)
_PART_OF_DAY = frozenset({"sáng", "chiều", "tối", "trưa", "nay"})
_NO_EVENT = re.compile(
    r"(?:(?:số|đến|hết|tính|trước|sau|kể từ|ban hành|ký|quyết|định|luật|thị|kết luận"
    r"|/[\w-]*[a-zđ][\w-]*)\s+(?:\S+\s+)?)$",
    re.I,
)
"""Before a day that is not the event's: a document's day or the day up to which is counted."""
_STARTS = re.compile(r"\btừ ", re.I)
"""Before a single day: the one from which something is in force, not the event's."""


@dataclass(frozen=True, slots=True)
class EventDay:
    """A day of an event, as it is told."""

    start: int
    day: str
    month: str
    year: str | None
    by_part: bool
    """Told by a part of the day, "sáng 1/12": mostly what the article is about."""


def event_days(text: str) -> Iterator[EventDay]:
    """The days of events that the lead of a text tells, in their order."""
    lead = text[:_LEAD]
    for found in _DAY.finditer(lead):
        told = _BEFORE.search(lead, max(0, found.start() - 20), found.start())
        if not told or _NO_EVENT.search(lead, max(0, told.start() - 30), told.start()):
            continue
        ranged = any(mark.isdigit() for mark in told[0])
        if ranged or not _STARTS.search(lead, max(0, told.start() - 4), told.start() + 3):
            by_part = told[1].lower() in _PART_OF_DAY
            yield EventDay(found.start(), found[1], found[3], found[4], by_part)
