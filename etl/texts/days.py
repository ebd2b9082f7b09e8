"""Days as pages state them: in their address, and in the lines of dates at their head or foot."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

FIRST_YEAR, LAST_YEAR = 2000, 2040
"""Years an article can be of."""

NEAR = timedelta(days=4)
"""How long after its event an article appears."""

FULL_DATE = re.compile(
    r"(\d(?<![\d/.,-]\d)\d?)(?:\s*tháng\s*|([./-]))(\d{1,2})(?:\s*năm\s*|\2|,? )(20\d\d)(?!\d)",
    re.I,
)
"""Starts with a digit, and looks back from there: the search for a digit is fast."""
_HEAD = 16
"""Lines of a page that may tell its day."""
ISSUED = re.compile(
    r"(?:(?:số ra|phát hành|xuất bản|đăng) ngày|ngày (?:phát hành|xuất bản|đăng|cập nhật)):? ?$",
    re.I,
)
"""Before the day on which an article came out: "(Trang đặc biệt, số ra ngày 19-10-2015)"."""
DIGITS = re.compile(r"\d{8,}")
ADDRESS_MONTH = re.compile(r"/(20\d\d)(0[1-9]|1[0-2])/")
ADDRESS_DATE = re.compile(r"(?<!\d)(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A day that may be the article's own."""

    day: date
    weight: float
    near: timedelta = NEAR
    """How long before it the event may have been."""


def address_days(url: str) -> list[Candidate]:
    """The days written in an address."""
    days = [day_of(found[3], found[2], found[1]) for found in ADDRESS_DATE.finditer(url)]
    for found in DIGITS.finditer(url):
        days.append(day_of_digits(found[0]))
    return [Candidate(day, 6) for day in days if day]


def address_month(url: str) -> list[Candidate]:
    """The month written in an address (/202212/), as its last day or so; too vague for a date."""
    found = ADDRESS_MONTH.search(url)
    day = day_of("28", found[2], found[1]) if found else None
    return [Candidate(day, 0, timedelta(days=35))] if day else []


def day_of_digits(digits: str) -> date | None:
    """The day in an article's number, in the forms that publishing systems use.

    20230106183038555 (day and time), 188240107074751863 (site, short day, time), 09122024
    (day first), 1685258796559 (milliseconds since 1970).
    """
    if digits.startswith("20") and len(digits) >= 14:
        return day_of(digits[6:8], digits[4:6], digits[:4])
    if len(digits) in (17, 18) and digits[0] == "1":
        return day_of(digits[7:9], digits[5:7], "20" + digits[3:5])
    if len(digits) == 13 and digits[0] == "1":
        return datetime.fromtimestamp(int(digits) / 1000, tz=UTC).date()
    if len(digits) == 8:
        if digits.startswith("20"):
            return day_of(digits[6:], digits[4:6], digits[:4])
        return day_of(digits[:2], digits[2:4], digits[4:])
    return None


def without_date_lines(text: str) -> str:
    """The text without the lines at its head that are dates: they tell when a page was made."""
    lines = text.split("\n", _HEAD)
    kept = [line for line in lines[:_HEAD] if not date_of_line(line)]
    return "\n".join([*kept, *lines[_HEAD:]])


def date_lines(text: str) -> list[Candidate]:
    """The days of the short lines at the head and the foot that are dates."""
    lines = text[:1500].split("\n")[:_HEAD]
    foot = text[-300:].split("\n")[-4:] if len(text) > 1800 else []
    days = []
    for line in (*lines, *foot):
        found = date_of_line(line)
        day = day_of(found[1], found[3], found[4]) if found else None
        if day:
            days.append(day)
    # A site's clock stands above the article's own line.
    return [Candidate(day, 3 + position / 2) for position, day in enumerate(days)]


def date_of_line(line: str) -> re.Match[str] | None:
    """The date in a line that is one, with little beside it.

    Or that a line opens with in brackets: "Hà Nội (TTXVN 27/11/2014) Sau một năm bùng nổ ...".
    """
    is_row = line.startswith("|")  # "| Dân số (1/4/2019) | 872.964 người |"
    found = FULL_DATE.search(line, 0, 120) if "20" in line and not is_row else None
    if found and found.start() < 40 and line.startswith(")", found.end()):
        return found
    if found is None or len(line) > 120:
        return None
    short = found.start() < 40 and len(line) - (found.end() - found.start()) < 60
    return found if short or ISSUED.search(line, 0, found.start()) else None


def line_at(text: str, at: int) -> str:
    """The line of a text in which a place lies."""
    return text[text.rfind("\n", 0, at) + 1 : at] + text[at:].split("\n", 1)[0]


def day_of(day: str, month: str, year: str) -> date | None:
    """The calendar day, None where there is no such day or no article can be of it."""
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None
