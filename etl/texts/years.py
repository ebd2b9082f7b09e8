"""Tell how likely each year is the one that a text reports on.

Every year that a text names speaks for some years more than for others, by its role and by how
much of a year is told: a plan's year is the year reported on in its middle, at its end the next
one (data/year_offsets.csv tells how often). The votes of all the years named add up.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp, log
from typing import NamedTuple

from etl.models import MERGED_ON
from etl.tables import DATA, read_table
from etl.texts.days import ADDRESS_MONTH, without_date_lines
from etl.texts.parts_told import YEAR_GONE, Season, last_month_told, season
from etl.texts.year_mentions import year_mentions

_FAR = 6
"""Offsets of this many years and more are counted as one."""
_NEAR = 2
"""A text tells of years that are at most so far from those that it names."""
_IMPOSSIBLE = -99.0
_UNSEEN = 0.4
"""Per hundred: what no article was seen to do, one may yet."""
_REPEATED = 0.6
"""The power of how often a role's year is named: that it is again tells less each time."""
_MERGED = re.compile(
    r"/34 (?:tỉnh|địa phương)|(?:sáp nhập|hợp nhất)[^.\n]{0,40}\b34 (?:tỉnh|địa phương)"
    r"|\b34 (?:tỉnh|địa phương)[^.\n]{0,60}(?:sáp nhập|hợp nhất)"
)
"""In lower case: all the provinces since the mergers, and no count of some."""
_UNTOLD = frozenset({"document", "day", "term", "five years", "span", "since", "works"})
"""Roles in which a year is named of which nothing is told."""
_SEASONS = {
    Season.PART: (83, 15),
    Season.MIDDLE: (8, 11),
    Season.ENDING: (2, 25),
    Season.BEGUN: (3, 20),
    Season.UNTOLD: (4, 29),
}
"""Per hundred of the articles on a part of a year, and of those on a whole one: which season."""


class Reported(NamedTuple):
    """A year that a text may report on, and whether on all of it."""

    year: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Years:
    """What the years that a text names, and the part of a year that it tells, speak for."""

    mentions: Counter[tuple[str, int]]
    season: Season
    month: int
    """The last month of the running year of which results are told; 0 where none is."""
    year_gone: bool
    """Whether "năm qua" is spoken of: in January and February the year before."""
    first: int
    """The first year that the text can be of."""

    def named(self) -> set[int]:
        """The years of which something is told."""
        return {year for role, year in self.mentions if role not in _UNTOLD}

    def near(self) -> list[Reported]:
        """The years near those that are named, in part and as a whole."""
        years = [year for _, year in self.mentions]
        if not years:
            return []
        span = range(max(self.first, min(years) - _NEAR), max(self.first, max(years) + _NEAR) + 1)
        return [Reported(year, whole) for year in span for whole in (False, True)]

    def likelihood(self, reported: Reported) -> float:
        """The logarithm of how well a year explains the years named."""
        if reported.year < self.first:
            return _IMPOSSIBLE
        votes = (
            exp(_REPEATED * log(number)) * vote(role, reported.whole, year - reported.year)
            for (role, year), number in self.mentions.items()
        )
        return log(_SEASONS[self.season][reported.whole]) + sum(votes)


@lru_cache(maxsize=1)
def years_of(text: str, url: str | None = None) -> Years:
    """What a text of that address names of years.

    Its day and its reference ask for one article's; no earlier article is remembered.
    """
    text = without_date_lines(text)
    lower = text.lower()
    mentions = year_mentions(text)
    month = ADDRESS_MONTH.search(url or "")
    if month:
        mentions["month", int(month[1])] += 1
    told = last_month_told(lower)
    merged = "34" in text and _MERGED.search(lower)
    return Years(
        mentions,
        season=season(text, lower, told),
        month=told,
        year_gone=YEAR_GONE.search(lower) is not None,
        first=MERGED_ON.year if merged else 0,
    )


def vote(role: str, whole: bool, offset: int) -> float:
    """The logarithm of how often a year in that role lies so far behind the year reported on."""
    return _votes()[role, whole][max(-_FAR, min(_FAR, offset)) + _FAR]


def most_likely(likelihoods: Mapping[Reported, float]) -> tuple[int | None, float]:
    """The year with the most likelihood, and its share of all; None where there is none."""
    if not likelihoods:
        return None, 0
    best = max(likelihoods.values())
    shares: dict[int, float] = defaultdict(float)
    for reported, likelihood in likelihoods.items():
        shares[reported.year] += exp(likelihood - best)
    year = max(shares, key=lambda each: shares[each])
    return year, shares[year] / sum(shares.values())


@cache
def _votes() -> dict[tuple[str, bool], tuple[float, ...]]:
    offsets = [str(offset) for offset in range(-_FAR, _FAR + 1)]
    votes = {}
    for row in read_table(DATA / "year_offsets.csv", ("role", "told", *offsets, "why")):
        counts = [float(row[offset]) + _UNSEEN for offset in offsets]
        whole = row["told"] == "whole"
        votes[row["role"], whole] = tuple(log(count / sum(counts)) for count in counts)
    return votes
