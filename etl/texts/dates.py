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
day is unknown the years that the content names tell it (years.py), or none where they do not agree.
"Năm nay" is the year of publishing where it is known, else Reference.year.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from math import exp

from etl.models import Article
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
from etl.texts.event_days import event_days
from etl.texts.links import own_text
from etl.texts.years import Reported, Years, most_likely, years_of

_CREDIBLE = 2
"""What an article's day must score at least."""
_MOST = 5.0
"""What a day loses at most where the content speaks against it."""
_SLACK = 1.5
"""So much less likely a year may be than the likeliest one without speaking against a day."""
_WEIGHT = 0.6
"""What is less likely than that loses for its day."""
_SURE = 0.45
"""The share of all likelihood that a year needs where no day tells it: of the nine openings in
tests/gold whose likeliest year has less, it is the right one in one."""
_SPRING = 3
"""The last month in which an article may look back on all of the year before."""
_SURE_OF_DAY = 0.5
"""The share that it needs before a day told without its year is completed with it."""
_DECEMBER = 12
_NEVER = -8.0
_LAGS = {
    False: ((0, _NEVER), (2, -1.5), (11, 0.0), (12, -1.0), (14, -3.0), (24, -6.0)),
    True: (
        *((0, -6.0), (5, -3.0), (9, -2.5), (10, -1.0)),
        *((15, 0.0), (16, -0.5), (18, -0.8), (20, -2.5), (24, -5.0)),
    ),
}
"""Whether all of a year is told -> up to which month from its first one, how likely an article
tells it then (a logarithm). A part of a year is told while it runs, a whole one at its end."""


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
    months = address_month(url or "")
    candidates = [*stated, *days_told(own, years, months + stated)]
    for month in months:
        candidates = [each for each in candidates if abs(each.day - month.day) <= month.near]
    if not candidates:
        return None
    scored = [(score(each, candidates, years), each.day) for each in candidates]
    best, day = max(scored, key=lambda pair: pair[0])
    if best < _CREDIBLE:
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
    """What a day loses where the years that the content names speak against it."""
    best = max(map(years.likelihood, years.near()), default=None)
    if best is None:
        return 0
    gap = best - max(likelihoods_on(day, years).values())
    return min(_MOST, max(0.0, _WEIGHT * (gap - _SLACK)))


def likelihoods_on(day: date, years: Years) -> dict[Reported, float]:
    """How likely an article of that day reports on its year or on the one before."""
    likely = {}
    for year in (day.year, day.year - 1):
        for whole in (False, True):
            reported = Reported(year, whole)
            likely[reported] = years.likelihood(reported) + lag(day, reported, years.month)
    return likely


def lag(day: date, reported: Reported, told: int = 0) -> float:
    """The logarithm of how likely an article of that day reports on that year.

    'told' is the last month of the running year that is told of.
    """
    if day.year == reported.year and day.month < told:
        return _NEVER  # "tối 30/4" in a page that tells of nine months
    months = (day.year - reported.year) * 12 + day.month
    return next((lost for last, lost in _LAGS[reported.whole] if months <= last), _NEVER)


def days_told(text: str, years: Years, stated: list[Candidate]) -> list[Candidate]:
    """The days of the event that the lead tells, without a year that of the page or the content."""
    candidates = []
    for told in event_days(text):
        if told.year and date_of_line(line_at(text, told.start)):
            continue
        month = int(told.month)
        if not 1 <= month <= _DECEMBER or _SPRING < month < years.month:
            continue  # "tối 30/4" in a page that tells of nine months
        if told.year:
            day = dated = day_of(told.day, told.month, told.year)
        else:
            day = dated = day_near(told.day, told.month, stated)
            year = None if day else year_of_month(month, years)
            day = day_of(told.day, told.month, str(year)) if year else day
        if day:
            weight = 2.5 + (0.5 if dated else 0) + (0.6 if told.by_part else 0)
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
    """The year of a day told without one; None where the content is not clear about it."""
    near = {reported.year + later for reported in years.near() for later in (0, 1)}
    shares = {
        year: sum(map(exp, likelihoods_on(date(year, month, 1), years).values())) for year in near
    }
    year = max(shares, key=lambda each: shares[each], default=None)
    sure = year is not None and shares[year] >= _SURE_OF_DAY * sum(shares.values())
    return year if sure else None


def reported_year(day: date | None, years: Years) -> int | None:
    """The year on which an article of that day reports: that year or the one before."""
    if day is None:
        year, share = most_likely({each: years.likelihood(each) for each in years.near()})
        return year if share >= _SURE else None
    before = day.year - 1
    named = years.named()
    if not named:
        return before if day.month < _SPRING and years.year_gone else day.year
    if day.month > _SPRING and (day.year in named or before not in named):
        return day.year
    return most_likely(likelihoods_on(day, years))[0]
