"""Provinces ranked by a year's results; equal results share a rank: 1, 2, 2, 4."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from dashboard import cells

Record = dict[str, Any]


def ranks(values: Sequence[float]) -> list[int]:
    """The rank of each value, the first of them the best."""
    first: dict[float, int] = {}
    for place, value in enumerate(values, start=1):
        first.setdefault(value, place)
    return [first[value] for value in values]


def ranked(found: Iterable[Record]) -> list[Record]:
    """The cells whose results can be ranked, the best first: of whole years, in the usual unit.

    An indicator of which neither more nor less is better goes from the highest down.
    """
    told = [cell for cell in found if cell["actual"] is not None and not cells.is_part(cell)]
    units = Counter(cell["unit"] for cell in told)
    usual = units.most_common(1)[0][0] if units else None
    return sorted(
        (cell for cell in told if cell["unit"] == usual),
        key=lambda cell: cell["actual"] * (1 if cell["direction"] == "down" else -1),
    )
