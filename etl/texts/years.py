"""Tell which years a text speaks of, and whether of results or of plans."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from etl.recognising.period_patterns import NUMERALS
from etl.texts.named_years import named_years
from etl.texts.year_words import CLAUSE_END, YEAR, YearWords, year_words

NO_YEAR = re.compile(
    r"\d|/|[.,]\d| ?[-–] ?\d{4}|\s*(?:tỷ(?! (?:lệ|trọng|suất))|triệu|người|USD|ha)\b"
)
"""After four digits that are no year, or the first of a span."""
DAY_BEFORE = re.compile(r"ngày \d{1,2} tháng \d{1,2} năm $", re.I)
SENTENCE_END = re.compile(r"\n|[.!?]\s")
UNNAMED_PART = re.compile(
    r"(?:tháng|nửa|quý) đầu năm(?! ?\d)"
    r"|tháng\b(?:(?<=[369] tháng)|(?<=sáu tháng)|(?<=chín tháng))(?<![\d/][369] tháng)"
    r"(?! (?:đầu|cuối) năm)(?! năm \d)"
)
"""In lower case, as the whole text is searched for it: that is many times faster."""
BEHIND = 40
"""Characters behind a year in which its clause may tell a plan."""
MONTH_BEFORE = re.compile(
    r"(?:(?<![\d/.-])(?:\d{1,2}(?: tháng|T)?|I{1,3}|IV)/|(?:tháng|quý) (?:\d{1,2}|I{1,3}|IV)[-.])$",
    re.I,
)
EARLY_PART = re.compile(r"(?<![\dI/.-])(?:0?[1-3]|I)/$")
"""Before the year of whose beginning is told; a later year's beginning is held against it."""
EARLY_MONTH = re.compile(r"(?<!\d)0?[12][/.-]$")
UP_TO_DAY = r"(?:đến|hết)\s+(?:hết\s+)?(?:ngày\s+)?\d{1,2}"
COUNTED_TO = re.compile(UP_TO_DAY + r"[/.-]\d{1,2}[/.-]$", re.I)
"""Before the year of the day up to which results are counted."""
DEADLINE = re.compile(r"trước (?:hết |cuối )?(?:tháng|quý) [\div]{1,3}[/.-]$", re.I)
"""Before the year of the month or the quarter by which something is to be done."""
COUNTED_TO_MONTH = re.compile(r"(?:đến|hết)\s+(?:hết\s+|cuối\s+)?tháng\s+\d{1,2}[/.-]$", re.I)
"""Before the year of the month up to which they are: the report's own."""
YEAR_GONE = re.compile(
    r"(?<![\dm] )(?<!các )(?<!những )(?<!nhiều )"
    r"năm (?:qua|cũ|rồi|vừa (?:qua|rồi|khép lại|kết thúc))\b|quý iv\b(?!/| năm \d)"
)
"""In lower case: one year, and not "5 năm qua"; or its last quarter, where no year is named."""
MERGED = re.compile(
    r"/34 (?:tỉnh|địa phương)|(?:sáp nhập|hợp nhất)[^.\n]{0,40}\b34 (?:tỉnh|địa phương)"
    r"|\b34 (?:tỉnh|địa phương)[^.\n]{0,60}(?:sáp nhập|hợp nhất)"
)
"""In lower case: all the provinces since the mergers, and no count of some."""
MONTHS_SO_FAR = re.compile(r" tháng (?:đầu năm|qua)\b")
PART_SO_FAR = re.compile(r" đầu năm\b")
PART_BEFORE = re.compile(r"(?<!\w)(nửa|(?:hai|ba|2|3) quý)$")
"""In lower case, before it: which part of the year is told of."""
PART_MONTHS = {"nửa": 6, "hai quý": 6, "2 quý": 6, "ba quý": 9, "3 quý": 9}
"""Parts of a year -> the months that have gone by with them."""
MONTH_TOLD = re.compile(r" tính (?:đến |tới )?hết tháng (\d{1,2})(?! ?(?:[/.-]|năm) ?\d)")
"""In lower case: the month up to which is counted, of a year that it does not name."""
THIS_YEAR = "năm nay"
"""Of which such a month may be."""
COUNT_BEFORE = re.compile(rf"(?<!\w)(\d{{1,2}}|{'|'.join(sorted(NUMERALS, reverse=True))})$")
"""In lower case, before it: how many months of the year are told of."""
DAY = re.compile(r"/(\d{1,2})(?![/\d])")
DAY_TOLD = re.compile(UP_TO_DAY + "$")
"""In lower case, before its month: the day up to which something is told."""
TOLD_BY: tuple[tuple[re.Pattern[str], re.Pattern[str] | None], ...] = (
    (MONTHS_SO_FAR, COUNT_BEFORE),
    (PART_SO_FAR, PART_BEFORE),
    (DAY, DAY_TOLD),
    (MONTH_TOLD, None),
)
"""Signs of a month that is over, and what stands before each; one of both holds the number."""
FULL_DAY = re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]$")
LAST_COUNTED = 11
"""What is told up to a day in December or January is mostly still to come."""
ADDRESS_MONTH = re.compile(r"/(20\d\d)(0[1-9]|1[0-2])/")

_ROW = 4
"""So many years told one by one make a row."""
_TWICE = 2
"""A year told of so strongly is none that was only glanced at."""
_NEAR = 2
"""Years from one named without its number to one that is named by it, at most."""
_HORIZON = 5
"""Plans of years that it divides are made long before."""
_TERM = 6
"""Years from a term's first to its last."""


@dataclass(frozen=True, slots=True)
class Years:
    """How strongly a text speaks of each year: in all, and as one of results or of plans."""

    spoken: Counter[int]
    results: Counter[int]
    plans: Counter[int]
    dated: int = 0
    """The last year of which a day is told: "Nghị quyết ngày 20/2/2025"; 0 where none is."""
    counted: int = 0
    """The last year up to a day or a month of which is counted; 0 where none is."""
    goes_on: bool = False
    """A part of a year is told of that is none of a year named: "sáu tháng đầu năm"."""
    parted: frozenset[int] = frozenset()
    """The years named with a part of them: "6 tháng đầu năm 2021"."""
    month: int = 0
    """The last month of the running year of which results are told; 0 where none is."""
    year_gone: bool = False
    """Whether "năm qua", or its end, is spoken of: in January and February the year before."""
    merged: bool = False
    """Whether it counts the 34 provinces that there are since July 2025."""

    def main(self) -> int | None:
        """The year that is told of, as far as the years that are planned for let it be that one."""
        most = self.most()
        planned = [year for year in self.plans if self.plans[year] > max(1, self.results[year])]
        ahead = [year for year in planned if year > (most or year) and year % _HORIZON]
        if most is None or not ahead:
            return most
        if self.goes_on and self.results[most] < _TWICE and most not in self.parted:
            return min(ahead)  # a part of the year is told of, and what is planned for all of it
        return max(most, max(ahead) - 1)  # nobody plans a year before the one that precedes it

    def most(self) -> int | None:
        """The year spoken of most; of two alike, that with results, then the later.

        Where none is, the one after a year that results are compared with. A text that looks back
        on a row of years, as at a term's end, is of the last of them.
        """
        told = [year for year in self.results if self.spoken[year]]
        if len(told) >= _ROW and max(told) - min(told) < _TERM:
            last = max(told)
            if last > max(self.plans, default=0):
                return last
        most = max(
            self.spoken or self.results,
            key=lambda year: (self.spoken[year], self.results[year], year),
            default=None,
        )
        between = [
            year
            for year in self.results
            if year > (most or year) and year not in self.spoken and self.plans[year + 1]
        ]
        reported = max(self.parted, default=0)  # "9 tháng năm 2018": results told of it
        if (
            most is not None
            and most < reported
            and (self.results[reported] > 1 or (most in self.parted and self.results[most] <= 1))
        ):
            return reported
        if most is not None and self.plans[most] > self.results[most] < self.results[most - 1]:
            return most - 1  # the year told of, in an article that speaks more of the next one
        if between:
            return between[0]  # "PCI năm 2023 đứng thứ 2. Sang năm 2025, tỉnh đặt mục tiêu ..."
        if most is None or not self.goes_on or not self.results[most + 1]:
            return most
        told_whole = most in self.spoken and most not in self.parted and not self.plans[most]
        return most + 1 if told_whole else most  # "PCI năm 2018 đứng thứ 50. Nửa đầu năm ..."


@lru_cache(maxsize=1)
def years_of(text: str, url: str | None = None) -> Years:
    """How strongly a text speaks of each year: a result or a plan weighs 2, a bare mention 1.

    Its day and its reference ask for one article's; no earlier article is remembered.
    """
    spoken: Counter[int] = Counter()
    results: Counter[int] = Counter()
    plans: Counter[int] = Counter()
    counted = dated = 0
    parted: set[int] = set()
    words = year_words()
    for found in YEAR.finditer(text):
        year, start = int(found[0]), found.start()
        touching = text[start - 1 : start]
        if touching.isdigit() or NO_YEAR.match(text, found.end()):
            continue
        before = text[max(0, start - 70) : start]
        if touching in ("/", ".", "-", ","):
            if FULL_DAY.search(before[-6:]):
                dated = max(dated, year)
            # Only as much of the end as can match: a search tries every place.
            counted_to = COUNTED_TO.search(before) or COUNTED_TO_MONTH.search(before)
            part_before = MONTH_BEFORE.search(before[-10:])
            passing = words.measures(before.lower()) or bool(DEADLINE.search(before[-25:]))
            passing = passing or words.plans_behind(text[found.end() : found.end() + BEHIND])
            if counted_to or (part_before and not passing):
                spoken[year] += 2 if COUNTED_TO_MONTH.search(before) else 1
                if counted_to:  # up to January: of the year before
                    counted = max(counted, year - bool(EARLY_MONTH.search(before[-4:])))
                results[year] += 0 if EARLY_PART.search(before[-4:]) else 1
                if words.names_part(before.lower().split()[-2:]):
                    parted.add(year)
            continue
        if DAY_BEFORE.search(before[-27:]):
            continue
        before = before.lower()
        last = before.rsplit(maxsplit=4)[-4:]
        said = SENTENCE_END.split(before)[-1].split()[-4:]
        match words.role(before, said):
            case "outside":
                pass
            case "compared":
                results[year + 1] += 1
            case "result":
                spoken[year] += 1
                results[year] += 2
            case "plan":
                spoken[year] += 1
                plans[year] += 2
            case _:
                spoken[year] += 1
                planned = words.plans_behind(text[found.end() : found.end() + BEHIND])
                (plans if planned else results)[year] += 1
        if year in spoken and words.names_part(last):
            spoken[year] += 1
            parted.add(year)
    lower = text.lower()
    numbered = list(spoken)
    for year in named_years(lower):
        if not numbered or any(abs(year - other) <= _NEAR for other in numbered):
            spoken[year] += 1  # "xuân Mậu Thân" is of 1968 in an article of 2018
            results[year] += 2
    month = ADDRESS_MONTH.search(url or "")
    if month:
        spoken[int(month[1])] += 1
    goes_on = UNNAMED_PART.search(lower) is not None or (
        THIS_YEAR in lower and MONTH_TOLD.search(lower) is not None
    )
    return Years(
        spoken,
        results,
        plans,
        dated=dated,
        counted=counted,
        goes_on=goes_on,
        parted=frozenset(parted),
        month=last_month_told(lower, words),
        year_gone=YEAR_GONE.search(lower) is not None,
        merged="34" in text and MERGED.search(lower) is not None,
    )


def last_month_told(lower: str, words: YearWords) -> int:
    """The last month of which a text tells: "9 tháng đầu năm", "đến ngày 15/10 đã"; 0 for none.

    What stands in a clause with a word for plans is not told, but planned for.
    """
    told = 0
    for sign, ahead in TOLD_BY:
        for found in sign.finditer(lower):  # the signs are rare, and quick to find
            before = lower[max(0, found.start() - 70) : found.start()]
            said = ahead.search(before[-25:]) if ahead else found
            if said is None:
                continue
            number = (found if sign.groups else said)[1]
            month = PART_MONTHS.get(number) or NUMERALS.get(number) or int(number)
            planned = any(word in f" {CLAUSE_END.split(before)[-1]}" for word in words.plan)
            planned = planned or words.plans_behind(lower[found.end() : found.end() + BEHIND])
            if told < month <= LAST_COUNTED and not planned:
                told = month
    return told
