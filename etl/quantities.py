"""Numbers with their units: what "8,5 – 9%", "1 tỉ 953 triệu USD" or "14/21 chỉ tiêu" say."""

import re
from dataclasses import dataclass
from functools import cache

from etl.tables import DATA, TableError, read_table

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[ \u00a0]*(°c|us\$|[^\W\d_]+2?|%%?|\$)")
_RANGE = re.compile(r"[ \u00a0]*(?:[-–—]|đến|tới)[ \u00a0]*(?=\d)")
_SLASH = re.compile(r"[ \u00a0]*/[ \u00a0]*(?=\d)")
_PER = re.compile(r"[ \u00a0]*/[ \u00a0]*([^\W\d_]+(?:[ \u00a0]dân)?)")
_GAP = re.compile(r"[ \u00a0]*(?=\d)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of the text at characters start to end, with the unit that follows it.

    `low` and `high` are in base units (đồng, dollars, tonnes, persons; a percentage as it is
    written). `dimension` is percent, points, times, vnd, usd, count, bare, or another that no
    indicator has.
    `noun_at` is where the counted noun starts, so that "17 | xã đạt chuẩn" can be joined to it.
    """

    start: int
    end: int
    low: float
    high: float
    dimension: str
    out_of: float | None = None
    per: tuple[str, ...] = ()
    noun_at: int = -1
    multiplied: bool = False
    digits_end: int = -1
    parts: int = 1
    written: str = ""


@cache
def _words() -> tuple[dict[str, float], dict[str, str]]:
    """Multipliers and dimension words of data/unit_words.csv."""
    multipliers: dict[str, float] = {}
    dimensions: dict[str, str] = {}
    path = DATA / "unit_words.csv"
    for row in read_table(path, ("word", "role", "value")):
        if row["role"] == "multiplier":
            multipliers[row["word"]] = float(row["value"])
        elif row["role"] == "dimension":
            dimensions[row["word"]] = row["value"]
        elif row["role"] != "per":
            raise TableError(f"{path}, line {row['line']}: role is multiplier, dimension or per")
    return multipliers, dimensions


@cache
def _per_words() -> frozenset[str]:
    rows = read_table(DATA / "unit_words.csv", ("word", "role", "value"))
    return frozenset(row["word"] for row in rows if row["role"] == "per")


def parse_number(written: str) -> float:
    """The value of digits as Vietnam writes them: a dot for thousands, a comma for decimals.

    A single dot that does not part thousands is a stray decimal point ("9.53"); commas that can
    only part thousands ("1,234,567") do so.
    """
    if "," in written:
        if "." in written:
            if written.rfind(".") > written.rfind(","):
                return float(written.replace(",", ""))
            whole, _, decimals = written.replace(".", "").partition(",")
            return float(f"{whole}.{decimals.replace(',', '')}")
        if written.count(",") == 1:
            return float(written.replace(",", "."))
        return float(written.replace(",", ""))
    if "." in written:
        head, *groups = written.split(".")
        if all(len(group) == 3 for group in groups) and len(head) <= 3 and head != "0":
            return float(written.replace(".", ""))
        if len(groups) == 1:
            return float(written)
        return float(written.replace(".", ""))
    return float(written)


def _unit(lower: str, at: int) -> tuple[float, str, int, bool]:
    """The unit that starts at `at`: factor, dimension, where it ends, whether it multiplies."""
    multipliers, dimensions = _words()
    factor, end, multiplied = 1.0, at, False
    match = _WORD.match(lower, at)
    while match and match[1] in multipliers:
        factor *= multipliers[match[1]]
        multiplied, end = True, match.end()
        match = _WORD.match(lower, end)
    if match:
        following = _WORD.match(lower, match.end())
        third = _WORD.match(lower, following.end()) if following else None
        for last in (third, following, match):
            if last:
                phrase = " ".join(lower[match.start() : last.end()].split())
                if phrase in dimensions:
                    return factor, dimensions[phrase], last.end(), multiplied
    return factor, "bare", end, multiplied


def quantity_at(lower: str, match: re.Match[str]) -> Quantity:
    """The quantity that starts with the number `match` of the lower-cased text."""
    start, end = match.span()
    values = [parse_number(match[0])]
    written = [match[0]]
    digits_end = end
    slashed = 0
    while joint := _SLASH.match(lower, digits_end):
        following = NUMBER.match(lower, joint.end())
        assert following
        values.append(parse_number(following[0]))
        written.append(following[0])
        digits_end = following.end()
        slashed += 1
    if slashed:
        factor, dimension, end, multiplied = _unit(lower, digits_end)
        first = values[0] * factor
        return Quantity(
            start,
            end,
            first,
            first,
            dimension,
            out_of=values[1] * factor if slashed == 1 else None,
            noun_at=end,
            multiplied=multiplied,
            digits_end=digits_end,
            parts=slashed + 1,
            written="/".join(written),
        )
    factor, dimension, end, multiplied = _unit(lower, digits_end)
    low = high = values[0]
    joint = _RANGE.match(lower, end)
    if joint:
        upper = NUMBER.match(lower, joint.end())
        assert upper
        upper_factor, upper_dimension, upper_end, upper_multiplied = _unit(lower, upper.end())
        high_value = parse_number(upper[0])
        same = dimension in ("bare", upper_dimension) and (not multiplied or upper_multiplied)
        date = "/" in lower[upper.end() : upper.end() + 2]
        if same and not date and high_value * upper_factor >= low * (factor if multiplied else upper_factor):
            low = low * (factor if multiplied else upper_factor)
            return Quantity(
                start,
                _per_end(lower, upper_end),
                low,
                high_value * upper_factor,
                upper_dimension,
                per=_per(lower, upper_end),
                noun_at=upper_end,
                multiplied=upper_multiplied,
                digits_end=upper.end(),
                written=lower[start : upper.end()],
            )
    if multiplied and dimension == "bare":
        gap = _GAP.match(lower, end)
        small = NUMBER.match(lower, gap.end()) if gap and gap.end() > end else None
        if small:
            small_factor, small_dimension, small_end, small_multiplied = _unit(lower, small.end())
            if small_multiplied and small_factor < factor and small_dimension != "percent":
                value = low * factor + parse_number(small[0]) * small_factor
                return Quantity(
                    start,
                    _per_end(lower, small_end),
                    value,
                    value,
                    small_dimension,
                    per=_per(lower, small_end),
                    noun_at=small_end,
                    multiplied=True,
                    digits_end=small.end(),
                    written=lower[start : small.end()],
                )
    value = low * factor
    per = _per(lower, end)
    return Quantity(
        start,
        _per_end(lower, end) if per else end,
        value,
        value,
        dimension,
        per=per,
        noun_at=end,
        multiplied=multiplied,
        digits_end=digits_end,
        written=written[0],
    )


def _per(lower: str, at: int) -> tuple[str, ...]:
    """What the quantity is counted per: ("người", "năm") in "87 triệu đồng/người/năm"."""
    found = []
    while (match := _PER.match(lower, at)) and match[1] in _per_words():
        found.append(match[1])
        at = match.end()
    return tuple(found)


def _per_end(lower: str, at: int) -> int:
    while (match := _PER.match(lower, at)) and match[1] in _per_words():
        at = match.end()
    return at


def quantities(lower: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Every number of the text in order, those of ranges and ratios joined."""
    found = []
    at = start
    stop = len(lower) if end is None else end
    while match := NUMBER.search(lower, at, stop):
        quantity = quantity_at(lower, match)
        found.append(quantity)
        at = max(quantity.digits_end, match.end())
    return found
