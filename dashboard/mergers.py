"""Provinces before and since 1 July 2025: which became one, and what of theirs adds up.

Levels in amounts and counts may be added where every former province tells its own for the same
period; rates, shares, ranks and amounts per person never. A sum is reckoned here for the screen
and stands in no table.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from etl.models import MERGED_ON
from etl.scorecard import straddle

Record = dict[str, Any]

BASES = ("63", "34")
"""The provinces before the mergers and those since."""
ADDITIVE = frozenset(
    {
        "billion_vnd",
        "million_usd",
        "thousand_visits",
        "thousand_tonnes",
        "count",
        "people",
        "communes",
        "districts",
        "products",
    }
)
"""Units of amounts and counts. Targets and tasks count too, but each province counts its own."""


@dataclass(frozen=True, slots=True)
class Total:
    """A sum over all former provinces of one; bounds as of a target, equal where it is a value."""

    low: float | None
    high: float | None
    unit: str
    period: str


@dataclass(frozen=True, slots=True)
class Merger:
    """A province of today with what is told of those that became it, for one indicator and year."""

    successor: str
    members: tuple[str, ...]
    """The former provinces, those included of which nothing is told."""
    cells: tuple[Record, ...]
    actual: Total | None
    target: Total | None

    @property
    def missing(self) -> tuple[str, ...]:
        """Former provinces of which nothing is told."""
        told = {cell["province"] for cell in self.cells}
        return tuple(province for province in self.members if province not in told)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Cells by today's provinces: those of whole provinces, and those of parts of merged ones."""

    whole: tuple[Record, ...]
    mergers: tuple[Merger, ...]


def members(provinces: Mapping[str, Record], successor: str, year: int) -> tuple[str, ...]:
    """The provinces of a year that are one today; for a year since the mergers, the last ones."""
    until = str(min(year, MERGED_ON.year))
    return tuple(
        slug
        for slug, row in provinces.items()
        if row["successor"] == successor
        and (row["valid_from"] or "")[:4] <= until <= (row["valid_to"] or "9999")[:4]
    )


def is_merged(provinces: Mapping[str, Record], province: str) -> bool:
    """Whether a province of today was made of several."""
    return bool(provinces[province]["parts"] > 1)


def is_since(provinces: Mapping[str, Record], cell: Record) -> bool:
    """Whether a cell is of a merged province as it is since the mergers.

    Its name is that of one of its parts, so the article's date tells; without one, the year.
    """
    if not is_merged(provinces, cell["province"]):
        return False
    told: date | None = cell["actual_told"] or cell["target_told"]
    if cell["year"] > MERGED_ON.year or told is None:
        return bool(cell["year"] >= MERGED_ON.year)
    return told >= MERGED_ON


def straddles(provinces: Mapping[str, Record], cell: Record) -> bool:
    """Whether a target was set for one of the parts, and its result told of the whole."""
    told = straddle(cell["target_told"], cell["actual_told"])
    return told and is_merged(provinces, cell["province"])


def group(provinces: Mapping[str, Record], cell: Record) -> str | None:
    """The merged province that a cell tells a part of; None where it tells of the whole."""
    successor: str = provinces[cell["province"]]["successor"]
    parted = is_merged(provinces, successor) and not is_since(provinces, cell)
    return successor if parted else None


def usual_basis(provinces: Mapping[str, Record], cells: Iterable[Record], year: int) -> str:
    """The provinces to show where none were asked for: today's since 2026, else those told of."""
    since = year > MERGED_ON.year or any(is_since(provinces, cell) for cell in cells)
    return "34" if since else "63"


def shown(
    provinces: Mapping[str, Record], cells: Iterable[Record], basis: str, region: str | None
) -> list[Record]:
    """The cells that belong to a basis and a region: today's where today's provinces are shown."""
    by_today = basis == "34"
    return [
        cell
        for cell in cells
        if (by_today or not is_since(provinces, cell))
        and region in (None, provinces[shown_as(provinces, cell, basis)]["region"])
    ]


def there(provinces: Mapping[str, Record], basis: str, region: str | None, year: int) -> set[str]:
    """The provinces of a basis and region."""
    found = set()
    for successor in {row["successor"] for row in provinces.values()}:
        names = [successor] if basis == "34" else members(provinces, successor, year)
        found |= {name for name in names if region in (None, provinces[name]["region"])}
    return found


def shown_as(provinces: Mapping[str, Record], cell: Record, basis: str) -> str:
    """The province of a basis that a cell belongs to."""
    own: str = cell["province"]
    return str(provinces[own]["successor"]) if basis == "34" else own


def arrange(
    provinces: Mapping[str, Record], cells: Iterable[Record], year: int, basis: str
) -> Arrangement:
    """Put the cells of one indicator and year under the provinces of a basis, in their order."""
    whole: list[Record] = []
    parts: dict[str, list[Record]] = {}
    for cell in cells:
        successor = group(provinces, cell) if basis == "34" else None
        if successor is None:
            whole.append(cell)
        else:
            parts.setdefault(successor, []).append(cell)
    return Arrangement(
        tuple(whole),
        tuple(
            _merger(successor, members(provinces, successor, year), found)
            for successor, found in parts.items()
        ),
    )


def total_actual(cells: Sequence[Record]) -> Total | None:
    """The sum of actuals; None where one is open or missing, or they are not of a kind."""
    if not _addable(cells) or any(cell["out_of"] is not None for cell in cells):
        return None
    if any(cell["actual"] is None or cell["actual_low"] != cell["actual_high"] for cell in cells):
        return None
    return _total(cells, "actual_low", "actual_high", "unit", "actual_period")


def total_target(cells: Sequence[Record]) -> Total | None:
    """The sum of stated targets, side by side; None where one is missing or of another kind."""
    if not _addable(cells) or any(cell["target_basis"] != "stated" for cell in cells):
        return None
    return _total(cells, "target_low", "target_high", "target_unit", "target_period")


def _merger(successor: str, expected: tuple[str, ...], found: Sequence[Record]) -> Merger:
    complete = {cell["province"] for cell in found} == set(expected)
    return Merger(
        successor,
        expected,
        tuple(found),
        total_actual(found) if complete else None,
        total_target(found) if complete else None,
    )


def _addable(cells: Sequence[Record]) -> bool:
    return all(cell["measure"] in ("flow", "stock") and cell["unit"] in ADDITIVE for cell in cells)


def _total(cells: Sequence[Record], low: str, high: str, unit: str, period: str) -> Total | None:
    kinds = {(cell[unit], cell[period]) for cell in cells}
    lows, highs = _sum(cell[low] for cell in cells), _sum(cell[high] for cell in cells)
    if len(kinds) != 1 or (lows is None and highs is None):
        return None
    ((shared_unit, shared_period),) = kinds
    return Total(lows, highs, shared_unit, shared_period)


def _sum(values: Iterable[float | None]) -> float | None:
    known = list(values)
    if any(value is None for value in known):
        return None
    return round(math.fsum(value for value in known if value is not None), 6)
