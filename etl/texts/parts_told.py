"""Tell how much of a year an article reports on: a part of it, or all of it at its end."""

import re
from enum import Enum

from etl.recognising.period_patterns import NUMERALS
from etl.texts.event_days import event_days
from etl.texts.year_mentions import BEFORE, BEHIND, aims_behind, clause_before
from etl.texts.year_words import single_words, tells

_OPENING = 1500
"""Characters that tell what an article reports on."""

_LAST = 11
"""The last month that leaves a year unfinished."""
_LATE = 10
"""From the count of so many months on, and after this one, the whole year is told, or the next."""
_WORDS = (word for word, number in NUMERALS.items() if 1 < number <= _LAST and word != "năm")
_MONTHS = "|".join(sorted(_WORDS, key=len, reverse=True))
_PART = re.compile(
    rf"(?<![\d/,.])(?<!hơn )(?<!gần )(?:[2-9]|1[01]|{_MONTHS}) tháng\b"
    r"(?! (?:cuối|tới|nữa|còn lại|sau|trước|liền|tuổi|triển khai|thực hiện))"
    r"|nửa đầu năm|từ đầu năm"
    r"|quý (?:i|ii|iii|[123])\b(?=,| (?:tăng|giảm|đạt|ước|của|năm nay|này))"
)
_PERHAPS_PART = re.compile(r"giữa năm|(?<!từ )(?<!trong )quý (?:i|ii|iii|[123])\b")
YEAR_GONE = re.compile(
    r"(?<![\dm] )(?<!các )(?<!những )(?<!nhiều )"
    r"năm (?:qua|cũ|rồi|vừa (?:qua|rồi|khép lại|kết thúc))\b"
)
"""In lower case: one year, and not "5 năm qua"."""
_LAST_QUARTER = re.compile(r"quý iv\b(?!/| năm \d)")
"""In lower case: of the year gone, where none is named."""

_MONTHS_SO_FAR = re.compile(r" tháng (?:đầu năm|qua)\b")
_PART_SO_FAR = re.compile(r" đầu năm\b")
_PART_BEFORE = re.compile(r"(?<!\w)(nửa|(?:hai|ba|2|3) quý)$")
"""In lower case, before it: which part of the year is told of."""
_PART_MONTHS = {"nửa": 6, "hai quý": 6, "2 quý": 6, "ba quý": 9, "3 quý": 9}
"""Parts of a year -> the months that have gone by with them."""
_MONTH_TOLD = re.compile(r" tính (?:đến |tới )?hết tháng (\d{1,2})(?! ?(?:[/.-]|năm) ?\d)")
"""In lower case: the month up to which is counted, of a year that it does not name."""
_COUNT_BEFORE = re.compile(rf"(?<!\w)(\d{{1,2}}|{'|'.join(sorted(NUMERALS, reverse=True))})$")
"""In lower case, before it: how many months of the year are told of."""
_SLASH_MONTH = re.compile(r"/(\d{1,2})(?![/\d])")
_UP_TO_DAY = re.compile(r"(?:đến|hết)\s+(?:hết\s+)?(?:ngày\s+)?\d{1,2}$")
_TOLD_BY: tuple[tuple[re.Pattern[str], re.Pattern[str] | None], ...] = (
    (_MONTHS_SO_FAR, _COUNT_BEFORE),
    (_PART_SO_FAR, _PART_BEFORE),
    (_SLASH_MONTH, _UP_TO_DAY),
    (_MONTH_TOLD, None),
)
"""Signs of a month that is over, and what stands before each; one of both holds the number."""


class Season(Enum):
    """When in a year an article seems to be written."""

    PART = "a part of the year is told"
    MIDDLE = "something happened in its middle"
    ENDING = "the year ends"
    BEGUN = "the next year has begun"
    UNTOLD = "untold"


def season(text: str, lower: str, told: int) -> Season:
    """When in the year it is, by the parts of it that are told and by the days of events.

    `lower` is the text in lower case, `told` the last month that it tells of.
    """
    month = next((int(day.month) for day in event_days(text[:_OPENING])), 0)
    if told >= _LATE or month > _LATE or has_phrase("year ends", lower):
        return Season.ENDING
    if told or _PART.search(lower, 0, _OPENING):
        return Season.PART
    if month in (1, 2):
        return Season.BEGUN
    if month:
        return Season.MIDDLE
    begun = has_phrase("new year", lower) or _LAST_QUARTER.search(lower)
    if begun or YEAR_GONE.search(lower):
        return Season.BEGUN
    return Season.PART if _PERHAPS_PART.search(lower) else Season.UNTOLD


def has_phrase(role: str, lower: str) -> bool:
    """Whether a phrase of the role stands in a lower-cased text, as whole words."""
    found = (phrase for phrase in single_words(role) if phrase in lower)
    return any(re.search(rf"\b{phrase}\b", lower) for phrase in found)


def last_month_told(lower: str) -> int:
    """The last month of which a text tells: "9 tháng đầu năm", "đến ngày 15/10 đã"; 0 for none.

    What stands in a clause with a word for plans is not told, but planned for.
    """
    told = 0
    for sign, ahead in _TOLD_BY:
        for found in sign.finditer(lower):  # the signs are rare, and quick to find
            before = lower[max(0, found.start() - BEFORE) : found.start()]
            said = ahead.search(before[-25:]) if ahead else found
            if said is None:
                continue
            number = (found if sign.groups else said)[1]
            month = _PART_MONTHS.get(number) or NUMERALS.get(number) or int(number)
            planned = tells("plan", clause_before(before))
            planned = planned or aims_behind(lower[found.end() : found.end() + BEHIND])
            if told < month <= _LAST and not planned:
                told = month
    return told
