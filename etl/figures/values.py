"""Whether a quantity can be an indicator's value, and what it is in the indicator's unit."""

import re
from typing import NamedTuple

from etl.catalogue import Indicator, Unit, load_catalogue
from etl.recognising.lexicon import words
from etl.recognising.quantities import Quantity

_FEW = ("communes", "districts")
"""Units of which a province has few, so that any number might count them."""
_WORD = re.compile(r"\w*")


class Value(NamedTuple):
    """Bounds in `unit`."""

    low: float
    high: float
    unit: str


def value_of(indicator: Indicator, quantity: Quantity, lower: str) -> Value | None:
    """The quantity as a value of the indicator, None where its unit cannot be one.

    A currency that the indicator's unit cannot hold keeps its natural unit, a monthly amount per
    person too (guidelines: column unit).
    """
    unit = load_catalogue().units[indicator.unit]
    if indicator.unit == "rank" and quantity.low % 1:
        return None  # "PCI xếp thứ 35/63, điểm số 58,16"
    match unit.dimension:
        case "percent":
            return _percent(indicator, quantity, unit)
        case "vnd" | "usd":
            value = _money(quantity, unit)
            foreign = value is not None and value.unit != unit.unit and "person" not in value.unit
            return None if foreign and not indicator.other_currency else value
        case _:
            return _count(quantity, unit, lower)


def _scaled(quantity: Quantity, scale: float, unit: str) -> Value:
    return Value(round(quantity.low / scale, 6), round(quantity.high / scale, 6), unit)


def _percent(indicator: Indicator, quantity: Quantity, unit: Unit) -> Value | None:
    points = quantity.dimension == "points" and indicator.unit == "percentage_points"
    if quantity.dimension != "percent" and not points:
        return None
    return _scaled(quantity, 1, unit.unit)


def _money(quantity: Quantity, unit: Unit) -> Value | None:
    dimension = quantity.dimension
    large = max(quantity.low, quantity.high)
    if dimension == "bare" and quantity.multiplied and quantity.out_of is None:
        dimension = "vnd"
    if dimension not in ("vnd", "usd") or not set(words("price_of")).isdisjoint(quantity.per):
        return None
    per_person = "person" in unit.unit
    if per_person:
        if dimension == "usd":
            return _scaled(quantity, 1, "usd_per_person") if 100 <= large < 1e6 else None
        if not 1e5 <= large < 1e10:
            return None
        monthly = any(word in quantity.per for word in words("monthly"))
        return _scaled(quantity, 1e6, "million_vnd_per_person_month" if monthly else unit.unit)
    if any(word in quantity.per for word in words("per_person")):
        return None
    if dimension == "usd":
        return _scaled(quantity, 1e6, "million_usd")
    return _scaled(quantity, 1e9, "billion_vnd") if large >= 1e8 else None


def _count(quantity: Quantity, unit: Unit, lower: str) -> Value | None:
    if quantity.dimension != "bare":
        return None
    rest = lower[quantity.noun_at : quantity.noun_at + 40].lstrip(" \u00a0")
    for noun in unit.nouns:
        if rest.startswith(noun.lower()) and not rest[len(noun) : len(noun) + 1].isalnum():
            return _scaled(quantity, unit.scale, unit.unit)
    word = _WORD.match(rest)
    if word and (not word[0] or word[0] in words("uncounted")):
        if unit.unit in _FEW and (quantity.out_of is not None or _is_told(quantity, lower)):
            return _scaled(quantity, unit.scale, unit.unit)  # "tổng số xã đạt chuẩn là 42/117"
        if unit.unit in ("thousand_tonnes", "thousand_visits") and quantity.multiplied:
            return _scaled(quantity, unit.scale, unit.unit)  # "tổng lượt khách đạt 4,71 triệu"
        if unit.unit in ("thousand_tonnes", "thousand_visits", *_FEW):
            return None
        return _scaled(quantity, unit.scale, unit.unit)
    return None


def _is_told(quantity: Quantity, lower: str) -> bool:
    """Whether "là" leads to a whole number that closes its clause: "số xã đạt chuẩn là 74."."""
    led_to = lower[: quantity.start].rstrip().endswith(tuple(f" {word}" for word in words("is")))
    closes = not lower[quantity.end : quantity.end + 2].strip()[:1].isalnum()
    return led_to and closes and not quantity.low % 1
