"""Tell when an article was published and of which year it speaks, against crawl dates and clocks.

Rules
-----
*Published* is the article's own day. Evidence: digits in the address, date lines at the page's
head or foot, the day of the event told in the lead ("Sáng 1/12", completed with the year that the
content speaks of). A date that the content contradicts (years later than all it reports) is that
of a crawl or of the site's clock, and loses.

*Reference.year* is the year on which the article reports: the one meant by "cả năm",
"6 tháng đầu năm", "9 tháng" where no year stands beside them. It is the year of publishing, except
that an article of January to March that looks back on the year before means that one. Where the
day is unknown the content alone tells it: the year of results, not that of the plan.
"Năm nay" is the year of publishing where it is known, else Reference.year.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from etl.models import MERGED_ON, Article
from etl.texts.days import (
    NEAR,
    Candidate,
    address_days,
    address_month,
    date_lines,
    date_of_line,
    day_of,
    line_at,
)
from etl.texts.links import own_text
from etl.texts.years import Years, years_of

LEAD = 2500
"""Characters in which an article tells the event it is about."""

_TERM = 5
"""Terms and their plans end in years of five, which are spoken of long before."""

_TOLD = 2
"""So strongly a text tells results of later years that its day is none of the page."""

_LATE = 2
"""Months after the last one of which it tells that an article appears, at most."""

_SPRING = 3
"""The month from which "năm qua" may be twelve months."""
_HALF = 6
"""Months told of a year, behind which an article no longer looks back on the one before."""

_PLANNED = 4
"""So strongly a text speaks of a year's plan only before it begins."""

_OFTEN = 3
"""So strongly a text speaks of a year before its own only if it is of that year."""

EVENT_DAY = re.compile(
    r"([0-9][0-9]?)([/.-])([0-9]{1,2})(?:\2(20[0-9][0-9]))?(?![0-9/]|[.,][0-9]| ?%)"
)
BEFORE_EVENT = re.compile(
    r"(ngày|sáng|chiều|tối|trưa|nay|từ)[ ,]{1,2}\(?(?:\d{1,2} ?(?:-|–|đến|và) ?)?$", re.I
)
PART_OF_DAY = frozenset({"sáng", "chiều", "tối", "trưa", "nay"})
NO_EVENT = re.compile(
    r"(?:(?:số|đến|hết|tính|trước|sau|kể từ|ban hành|ký|quyết|định|luật|thị|kết luận"
    r"|/[\w-]*[a-zđ][\w-]*)\s+(?:\S+\s+)?)$",
    re.I,
)
"""Before a day that is not the event's: a document's day or the day up to which is counted."""

STARTS = re.compile(r"\btừ ", re.I)
"""Before a single day: the one from which something is in force, not the event's."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What "năm nay", "cả năm", "6 tháng đầu năm" of an article refer to (rules: see above)."""

    published: date | None
    year: int | None


def reference(article: Article) -> Reference:
    """The day and the year that the article speaks from."""
    years = years_of(own_text(article.text), article.url)
    return Reference(article.published, reported_year(article.published, years))


def published(text: str, url: str | None) -> date | None:
    """The article's own day, None where nothing tells it or the content contradicts it."""
    own = own_text(text)
    years = years_of(own, url)
    stated = [*address_days(url or ""), *date_lines(own)]
    candidates = [*stated, *event_days(own[:LEAD], years, address_month(url or "") + stated)]
    if not candidates:
        return None
    scored = [(score(each, candidates, years), each.day) for each in candidates]
    best, day = max(scored, key=lambda pair: pair[0])
    if best < 2:
        return None
    near = [each for each in stated if timedelta(0) <= each.day - day <= NEAR]
    return max(near, key=lambda each: each.weight).day if near else day


def score(candidate: Candidate, candidates: list[Candidate], years: Years) -> float:
    """How well a day agrees with the other candidates and with the year of the content."""
    support = sum(
        other.weight / 2
        for other in candidates
        if other is not candidate and abs(candidate.day - other.day) <= NEAR
    )
    return candidate.weight + support - disagreement(candidate.day, years)


def disagreement(day: date, years: Years) -> float:
    """What a day loses where the content speaks more of another year."""
    main = years.main()
    if day.year == main and day.month < years.month:
        return 5  # "tối 30/4" in a page that tells of nine months
    later = (year for year in years.spoken if year > day.year + 1 and year % _TERM)
    if sum(years.results[year] for year in later) >= _TOLD:
        return 5  # no page is older than the results it tells
    if main is None or day.year == main or years.spoken[day.year] >= years.spoken[main] > 0:
        return 0
    if years.spoken[day.year] and years.results[day.year]:
        return 0
    if day.year == main + 1 and (day.month <= 4 or (years.goes_on and main in years.parted)):
        return 0  # "6 tháng đầu năm tăng 4,65% (6 tháng đầu năm 2015 tăng 19,4%)"
    since = years.goes_on and not years.plans[main] and years.month
    if day.year == main + 1 and since and since <= day.month <= since + _LATE:
        return 0  # looks back on the year before, and tells of six months of its own in July
    if day.month >= 10 and main < day.year and years.plans[day.year + 1] > 1:
        return 0  # the next year is planned, whatever years the results are held against
    if day.year == main - 1:
        return 0 if day.month >= 10 else 1  # no page is older than what it tells: a plan is told
    if main < day.year and years.spoken[main] < _OFTEN:
        return 1
    return 3 if abs(day.year - main) == 1 else 5


def event_days(lead: str, years: Years, stated: list[Candidate]) -> list[Candidate]:
    """The days of the event that the lead tells, without a year that of the page or the content."""
    candidates = []
    for found in EVENT_DAY.finditer(lead):
        told = BEFORE_EVENT.search(lead, max(0, found.start() - 20), found.start())
        if not told or NO_EVENT.search(lead, max(0, told.start() - 30), told.start()):
            continue
        if found[4] and date_of_line(line_at(lead, found.start())):
            continue
        ranged = any(mark.isdigit() for mark in told[0])
        if not ranged and STARTS.search(lead, max(0, told.start() - 4), told.start() + 3):
            continue
        if found[4]:
            day = dated = day_of(found[1], found[3], found[4])
        else:
            day = dated = day_near(found[1], found[3], stated)
            year = None if day else year_of_month(int(found[3]), years)
            day = day_of(found[1], found[3], str(year)) if year else day
        if day:
            weight = 2.5 + (0.5 if dated else 0) + (0.6 if told[1].lower() in PART_OF_DAY else 0)
            candidates.append(Candidate(day, weight))
    return candidates


def day_near(day: str, month: str, stated: list[Candidate]) -> date | None:
    """The day told without a year that lies just before a day stated by the page."""
    for candidate in stated:
        for year in (candidate.day.year, candidate.day.year - 1):
            found = day_of(day, month, str(year))
            if found and timedelta(0) <= candidate.day - found <= candidate.near:
                return found
    return None


def year_of_month(month: int, years: Years) -> int | None:
    """The year of a day told without one.

    Of two neighbouring years that a text speaks of, an early month is of the later (it looks back)
    and a late month of the earlier (it looks ahead).
    """
    main = years.main()
    if main is None:
        return None
    if years.plans[main] + years.results[main] + years.plans[main + 1] < 2:
        return None
    planned = years.plans[main] >= years.results[main] and not years.plans[main + 1]
    planned = planned and main not in years.parted  # "10 tháng năm 2020" is told in 2020
    if month <= 3 and not planned:
        return main + 1
    looks_ahead = planned or (month > 10 and years.plans[main] and not years.spoken[main + 1])
    if month >= 10 and looks_ahead and (years.results[main - 1] or years.results[main] < _TOLD):
        return main - 1
    return main


def reported_year(day: date | None, years: Years) -> int | None:
    """The year on which an article of that day reports."""
    if day is None:
        main = years.main()
        if main is not None and looks_back(main, years):
            main -= 1
        least = MERGED_ON.year if years.merged else 0
        return max(main or 0, years.counted, least) or None
    before = day.year - 1
    told = years.results[before] + years.plans[before]  # in January a plan is held against results
    told += years.year_gone and day.month < _SPRING
    if day.month <= 3 and told >= max(1, years.results[day.year]):
        return before
    held_against = years.goes_on and before in years.parted  # "(6 tháng đầu năm 2015 tăng 19,4%)"
    told_on = years.goes_on and _HALF < years.month <= day.month <= years.month + _LATE
    if not (years.spoken[day.year] or held_against or told_on) and years.results[before] >= 3:
        return before
    return day.year


def looks_back(main: int, years: Years) -> bool:
    """Whether an article without a day that speaks most of a year tells results of that before."""
    if main not in years.spoken or (main in years.parted and not years.plans[main]):
        return False
    if years.goes_on and 0 < years.month <= _HALF:
        return False  # tells of a first half or less: of the running year
    if years.plans[main + 1] > years.results[main + 1]:
        return False  # the year that comes before the one that is planned
    begun = years.goes_on or years.dated >= main or years.results[main] >= _TOLD
    if years.plans[main] >= _PLANNED and not begun:
        return True  # nothing but its plan is told
    return years.results[main - 1] >= max(1, years.results[main])
