"""Numbers, bounds, periods and dates as people write them in Vietnamese and in English."""

import math
import re
from datetime import date

from dashboard.words import Words

MINUS = "−"
_SWAPPED = str.maketrans(",.", ".,")
_PERIOD = re.compile(
    r"(?P<year>\d{4})(?:\.\.(?P<last>\d{4})|-H(?P<half>[12])|-Q(?P<quarter>[1-4])"
    r"|-M(?P<month>\d\d)|-(?P<months>\d{1,2})M)?"
)


def number(value: float, say: Words, decimals: int = 2) -> str:
    """A number with the language's separators: 5.738,9 or 5,738.9; no trailing zeros."""
    text = f"{abs(value):,.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if say.language == "vi":
        text = text.translate(_SWAPPED)
    return f"{MINUS}{text}" if value < 0 and text.strip("0.,") else text


def bounds(low: float | None, high: float | None, say: Words) -> str:
    """A value or its bounds: 2,03; 8,5–9; ≥ 3; ≤ 5; a dash where there is none."""
    if missing(low) and missing(high):
        return "–"
    if missing(high):
        return f"≥ {number(float(low or 0), say)}"
    if missing(low):
        return f"≤ {number(float(high or 0), say)}"
    if low == high:
        return number(float(low or 0), say)
    return f"{number(float(low or 0), say)}–{number(float(high or 0), say)}"


def about(value: float, say: Words) -> str:
    """A reckoned value, to the four digits that it is good for: ≈ 3.080."""
    return f"≈ {number(rounded(value), say)}"


def rounded(value: float, digits: int = 4) -> float:
    """A value to so many significant digits."""
    if value == 0:
        return value
    return round(value, digits - 1 - math.floor(math.log10(abs(value))))


def with_unit(text: str, unit: str, say: Words) -> str:
    """A formatted value with its unit: 2,03%; 5.738,9 tỷ đồng."""
    return text if text == "–" else say(f"unit.{unit}", value=text)


def gap(value: float | None, unit: str, say: Words) -> str:
    """A signed difference in its unit, points for percentages: −6,47 điểm %."""
    if missing(value):
        return ""
    return say(f"gap_unit.{unit}", value=signed(float(value or 0), say))


def signed(value: float, say: Words) -> str:
    """A number with its sign: +0,5 or −6,47; zero has none."""
    text = number(value, say)
    return f"+{text}" if value > 0 and text.strip("0.,") else text


def share(value: float | None, say: Words) -> str:
    """A fraction as a percentage: 0.2388 is 23,9%."""
    if missing(value):
        return ""
    return say("unit.percent", value=number(100 * float(value or 0), say, decimals=1))


def period(text: str, say: Words) -> str:
    """A period in words: 2021-H1 is "6 tháng đầu năm 2021". A text of no known form stays."""
    match = _PERIOD.fullmatch(text)
    if match is None:
        return text
    year = match["year"]
    if match["last"]:
        return say("period.span", first=year, last=match["last"])
    if match["half"]:
        return say(f"period.half_{match['half']}", year=year)
    if match["quarter"]:
        return say(f"period.quarter_{match['quarter']}", year=year)
    if match["month"]:
        return say("period.month", month=say(f"month.{int(match['month'])}"), year=year)
    if match["months"]:
        return say("period.months", months=match["months"], year=year)
    return year


def day(value: date | None, say: Words) -> str:
    """A date: 14/7/2021 or 14 July 2021; "không rõ ngày" where it is not known."""
    if value is None or value != value:  # NaT is no date and does not equal itself
        return say("article.no_date")
    return say("date.day", day=value.day, month=say(f"month.{value.month}"), year=value.year)


def size(count: int, say: Words) -> str:
    """A file's size: 4,2 MB or 310 kB."""
    if count >= 1_000_000:
        return f"{number(count / 1_000_000, say, decimals=1)} MB"
    return f"{number(max(count / 1000, 1), say, decimals=0)} kB"


def missing(value: object) -> bool:
    """Whether a cell of a table is empty, None or NaN alike."""
    return value is None or (isinstance(value, float) and math.isnan(value))
