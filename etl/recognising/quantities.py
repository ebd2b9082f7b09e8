"""Numbers with their units: what "8,5 – 9%", "1 tỉ 953 triệu USD" or "14/21 chỉ tiêu" say."""

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from etl.recognising.unit_words import BLANKS, unit_words

NUMBER = re.compile(r"\d\d*(?:[.,]\d+)*")
"""Begins with one digit, not with one or more: the search for a single character is fast."""
_S = BLANKS
_SPACED = re.compile(
    r"(?<!tháng )(?<!quý )(?<!ngày )(?<!\d )[1-9]\d{0,2}(?: \d{3})+(?:,\d+)?(?![\d/]|[.,]\d)"
)
"""Blanks for thousands: "12 345,6 tỷ đồng"; in "tháng 9 812 triệu USD" stand two numbers."""
_RANGE = re.compile(_S + r"(?:[-‐‑‒–—−~]|đến|tới)" + _S + r"(?=\d)")
_SLASH = re.compile(_S + "/" + _S + r"(?=\d)")
_PER = re.compile(_S + "/" + _S + r"(?:0?1(?!\d)" + _S + r")?([^\W\d_]+(?:[ \u00a0]dân)?2?)")
_GAP = re.compile(r"[ \t\u00a0\u2009\u202f]+(?=\d)")
_DATE = re.compile(r"(\d{1,2})([ ]?[./-][ ]?)\d{1,2}\2(?:19|20)\d\d(?![\d%]|[.,]\d)")

_VIETNAMESE = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_ENGLISH = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+\.\d+|[1-9]\d{0,2}(?:,\d{3}){2,}|\d+\.\d+")
_MOST_DIGITS = 15
"""Longer runs of digits number accounts and pages; nothing of a province is as large."""


class Quantity(NamedTuple):
    """A number of the text at characters start to end, with the unit that follows it.

    `low` and `high` are in base units (đồng, dollars, tonnes, persons; a percentage as it is
    written). `dimension` is percent, points, times, vnd, usd, bare, or another that no indicator
    has; `malformed`, without a value, where the digits are no number as anyone writes it.
    """

    start: int
    end: int
    low: float
    high: float
    dimension: str
    out_of: float | None = None
    """The total in "88/150 xã"."""
    per: tuple[str, ...] = ()
    """What it is counted per: ("người", "năm")."""
    noun_at: int = -1
    """Where a counted noun would start, so that "17 | xã đạt chuẩn" can be joined to it."""
    multiplied: bool = False
    """Whether "nghìn", "triệu" or "tỷ" stands behind it."""
    digits_end: int = -1
    """Where the last of its digits ends, before the unit."""
    parts: int = 1
    """How many numbers the slashes or the marks of a date part: 3 is a date."""
    written: str = ""
    """The digits, with what stands between them."""


class _Unit(NamedTuple):
    """The unit behind a number: how many base units it holds, and where it ends."""

    factor: float
    dimension: str
    end: int
    multiplied: bool


class _Part(NamedTuple):
    """One number of a quantity with the unit right behind it, if any."""

    start: int
    digits_end: int
    value: float
    unit: _Unit


def parse_number(written: str) -> float | None:
    """The value of digits as Vietnam writes them: a dot for thousands, a comma for decimals.

    A single dot that does not part thousands is a stray decimal point ("9.53"); a dot behind
    commas, or several commas, are the English way ("1,234.5"). None where no way fits.
    """
    if written.isdigit():
        return float(written) if len(written) <= _MOST_DIGITS else None
    if len(written) > _MOST_DIGITS + 5:
        return None
    if _VIETNAMESE.fullmatch(written):
        return float(written.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(written):
        return float(written.replace(",", ""))
    return None


def quantities(lower: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Every number of the lower-cased text in order, those of ranges and ratios joined."""
    found: list[Quantity] = []
    at = start
    stop = len(lower) if end is None else end
    listed = False
    while match := NUMBER.search(lower, at, stop):
        quantity, listed = _quantity_at(lower, match, listed)
        found.append(quantity)
        at = quantity.digits_end
    told = list(_in_words(lower[start:stop], start))
    return sorted(found + told) if told else found


def _in_words(lower: str, start: int) -> Iterator[Quantity]:
    """The small numbers in words: "hai đơn vị cấp huyện", "xếp thứ ba"."""
    words = unit_words()
    for number, first, last in words.in_words.find_matches_as_indexes(lower):
        if lower[first - 1 : first].isalnum() or lower[last : last + 1].isalnum():
            continue
        offset, word, value = words.meant[number]
        at = start + first + offset
        to = at + len(word)
        yield Quantity(at, to, value, value, "bare", noun_at=to, digits_end=to, written=word)


def _quantity_at(lower: str, match: re.Match[str], listed: bool) -> tuple[Quantity, bool]:
    """The quantity that starts with a number, and whether the next one stands in a list with it.

    `listed` where this one does: the dashes of "20% - 45% - 35%" part, and make no ranges.
    """
    if quantity := _date(lower, match) or _ratio(lower, match):
        return quantity, False
    first = _part(lower, match)
    joint = _RANGE.match(lower, first.unit.end)
    if joint:
        second = _part(lower, _number_at(lower, joint.end()))
        if listed or _RANGE.match(lower, second.unit.end):
            return _plain(lower, first), True
        if _DATE.match(lower, second.start) or _SLASH.match(lower, second.digits_end):
            return _plain(lower, first), False
        return _range(lower, first, second) or _plain(lower, first), False
    return _two_parts(lower, first) or _plain(lower, first), False


def _number_at(lower: str, at: int) -> re.Match[str]:
    match = NUMBER.match(lower, at)
    assert match, "called where a digit stands"
    return match


def _part(lower: str, match: re.Match[str]) -> _Part:
    spaced = _SPACED.match(lower, match.start())
    if spaced and _unit(lower, spaced.end()).end > spaced.end():
        match = spaced
    value = parse_number(match[0].replace(" ", "."))
    unit = _unit(lower, match.end())
    if value is None:
        value, unit = math.nan, unit._replace(dimension="malformed")
    return _Part(match.start(), match.end(), value, unit)


def _unit(lower: str, at: int) -> _Unit:
    """The unit that starts at `at`: multipliers, then the word or words of a dimension."""
    words = unit_words()
    factor, end, multiplied = 1.0, at, False
    while match := words.pattern.match(lower, end):
        multiplier, dimension = words.meanings["".join(match[1].split())]
        end = match.end()
        if dimension:
            return _Unit(factor, dimension, end, multiplied)
        factor, multiplied = factor * multiplier, True
    return _Unit(factor, "bare", end, multiplied)


def _date(lower: str, match: re.Match[str]) -> Quantity | None:
    """A day of the form 1-12-2025, 1.12.2025 or 1/12/2025; its value is the day."""
    date = _DATE.match(lower, match.start())
    if date is None:
        return None
    start, end = date.span()
    day = float(date[1])
    return Quantity(
        start, end, day, day, "bare", noun_at=end, digits_end=end, parts=3, written=date[0]
    )


def _ratio(lower: str, match: re.Match[str]) -> Quantity | None:
    """Numbers parted by slashes with one unit behind: "88/150", "45.799/36.875 tỷ đồng"."""
    if not _SLASH.match(lower, match.end()):
        return None
    parts, last = [match], match
    while joint := _SLASH.match(lower, last.end()):
        last = _number_at(lower, joint.end())
        parts.append(last)
    unit = _unit(lower, last.end())
    values = [parse_number(part[0]) for part in parts]
    first, second = values[0], values[1]
    well_formed = first is not None and second is not None
    low = first * unit.factor if first is not None else math.nan
    return Quantity(
        match.start(),
        unit.end,
        low,
        low,
        unit.dimension if well_formed else "malformed",
        out_of=second * unit.factor if second is not None and len(parts) == 2 else None,
        noun_at=unit.end,
        multiplied=unit.multiplied,
        digits_end=last.end(),
        parts=len(parts),
        written="/".join(part[0] for part in parts),
    )


def _range(lower: str, first: _Part, second: _Part) -> Quantity | None:
    """Two ascending numbers whose unit is said once or twice: "8,5 – 9%", "3 triệu đến 4 triệu"."""
    own, shared = first.unit, second.unit
    if "malformed" in (own.dimension, shared.dimension):
        return None
    if own.dimension not in ("bare", shared.dimension) or (
        own.multiplied and not shared.multiplied
    ):
        return None
    low = first.value * (own.factor if own.multiplied else shared.factor)
    high = second.value * shared.factor
    return _quantity(lower, first.start, low, high, second) if low <= high else None


def _two_parts(lower: str, first: _Part) -> Quantity | None:
    """A number told in two: "1 tỉ 953 triệu USD"."""
    if not first.unit.multiplied or first.unit.dimension != "bare":
        return None
    gap = _GAP.match(lower, first.unit.end)
    if gap is None:
        return None
    second = _part(lower, _number_at(lower, gap.end()))
    unit = second.unit
    smaller = unit.multiplied and unit.factor < first.unit.factor
    if not smaller or unit.dimension in ("percent", "malformed"):
        return None
    value = first.value * first.unit.factor + second.value * unit.factor
    return _quantity(lower, first.start, value, value, second)


def _plain(lower: str, part: _Part) -> Quantity:
    value = part.value * part.unit.factor
    return _quantity(lower, part.start, value, value, part)


def _quantity(lower: str, start: int, low: float, high: float, last: _Part) -> Quantity:
    """The quantity from `start` to its last number, with what it is counted per."""
    per, end = _per(lower, last.unit.end)
    return Quantity(
        start,
        end,
        low,
        high,
        last.unit.dimension,
        per=per,
        noun_at=last.unit.end,
        multiplied=last.unit.multiplied,
        digits_end=last.digits_end,
        written=lower[start : last.digits_end],
    )


def _per(lower: str, at: int) -> tuple[tuple[str, ...], int]:
    """What is counted per, ("người", "năm") in "87 triệu đồng/người/năm", and where it ends."""
    found: list[str] = []
    while (match := _PER.match(lower, at)) and match[1] in unit_words().per:
        found.append(match[1])
        at = match.end()
    return tuple(found), at
