"""How provinces look on the map: by the status of a figure, or by its value."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from dashboard import cells, formats
from dashboard.charts import FAINT
from dashboard.grid import status_fill
from dashboard.mergers import Arrangement, Merger, shown_as
from dashboard.status import BLUE, mark
from dashboard.tile_map import Look
from dashboard.words import Words

Record = dict[str, Any]
Step = tuple[str, float, str]
"""A step of the key of colours: colour, opacity, words."""

OPACITIES = (0.1, 0.22, 0.36, 0.5, 0.64)
"""Of the classes of values, from the lowest."""
SHORT = 6
"""Characters that fit into a tile."""


def by_status(
    arrangement: Arrangement, provinces: Mapping[str, Record], basis: str, say: Words
) -> dict[str, Look]:
    """Each province's glyph on the colour of its status; of a merged one, its parts' glyphs."""
    looks = {
        merger.successor: _parts_look(merger, provinces, say) for merger in arrangement.mergers
    }
    for cell in arrangement.whole:
        look = mark(cell["status"])
        looks[shown_as(provinces, cell, basis)] = Look(
            look.glyph,
            cells.hover(cell, say.name(cell), say),
            (status_fill(look.colour),),
        )
    return looks


def by_value(
    arrangement: Arrangement, provinces: Mapping[str, Record], basis: str, say: Words
) -> tuple[dict[str, Look], list[Step]]:
    """Provinces shaded by the results of whole years in the usual unit, and the key of shades.

    Of a merged province the sum of its parts counts, where it may be drawn.
    """
    units = Counter(cell["unit"] for cell in arrangement.whole)
    units.update(each.actual.unit for each in arrangement.mergers if each.actual)
    unit = units.most_common(1)[0][0] if units else ""
    values: dict[str, float] = {}
    hovers: dict[str, str] = {}
    for merger in arrangement.mergers:
        hovers[merger.successor] = parts_hover(merger, provinces, say)
        if merger.actual and merger.actual.unit == unit and merger.actual.low is not None:
            values[merger.successor] = merger.actual.low
    for cell in arrangement.whole:
        place = shown_as(provinces, cell, basis)
        hovers[place] = cells.hover(cell, say.name(cell), say)
        values.pop(place, None)
        if cell["actual"] is not None and cell["unit"] == unit and not cells.is_part(cell):
            values[place] = cell["actual"]
    texts = {place: formats.number(value, say) for place, value in values.items()}
    told = all(len(text) <= SHORT for text in texts.values())
    edges = classes(list(values.values()))
    looks = {
        place: Look(texts[place] if told else "", hover, ((BLUE, _opacity(values[place], edges)),))
        if place in values
        else Look("…", hover, ((FAINT, OPACITIES[0]),))
        for place, hover in hovers.items()
    }
    return looks, _steps(list(values.values()), edges, say)


def classes(values: Sequence[float], most: int = len(OPACITIES)) -> list[float]:
    """The highest value of each class, of which each holds about as many values as the next."""
    ordered = sorted(set(values))
    count = min(most, len(ordered))
    return [ordered[round(len(ordered) * (place + 1) / count) - 1] for place in range(count)]


def parts_hover(merger: Merger, provinces: Mapping[str, Record], say: Words) -> str:
    """What the parts of a merged province tell, one a line."""
    lines = [
        f"{say.name(cell)}: {cells.status(cell, say)}, {cells.verdict(cell, say)}"
        for cell in merger.cells
    ]
    lines += [f"{say.name(provinces[name])}: {say('merger.none')}" for name in merger.missing]
    title = escape(say.name(provinces[merger.successor]), quote=False)
    return "<br>".join([f"<b>{title}</b>", *(escape(line, quote=False) for line in lines)])


def _parts_look(merger: Merger, provinces: Mapping[str, Record], say: Words) -> Look:
    told = {cell["province"]: mark(cell["status"]) for cell in merger.cells}
    marks = [told.get(name) for name in merger.members]
    return Look(
        "".join(each.glyph if each else "·" for each in marks),
        parts_hover(merger, provinces, say),
        tuple(status_fill(each.colour) if each else None for each in marks),
    )


def _opacity(value: float, edges: Sequence[float]) -> float:
    """Of the class that a value is in; the few classes of few values are spread out."""
    place = bisect_left(edges, value)
    return OPACITIES[round(place * (len(OPACITIES) - 1) / max(len(edges) - 1, 1))]


def _steps(values: Sequence[float], edges: Sequence[float], say: Words) -> list[Step]:
    steps = []
    for place, edge in enumerate(edges):
        lowest = min(v for v in values if bisect_left(edges, v) == place)
        steps.append((BLUE, _opacity(edge, edges), formats.bounds(lowest, edge, say)))
    return steps
