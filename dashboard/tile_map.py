"""The tile map: a square for each province where it lies, Hoàng Sa and Trường Sa off the coast.

It needs no boundaries. Where each square stands is told by data/provinces.csv and
data/islands.csv, for the 63 provinces before 1 July 2025 and for the 34 since.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from dashboard import charts, grid, mergers
from dashboard.charts import FAINT, INK, Specification
from dashboard.grid import Fill, Tile
from dashboard.words import Words
from etl.tables import read_table

Record = dict[str, Any]

ISLANDS = Path(__file__).resolve().parent.parent / "data" / "islands.csv"
TILE = 44
"""Height of a tile in pixels; a phone's width leaves it about as wide."""
KEY = {"63": (6.6, 6.6), "34": (7, 5.4)}
"""Where the key of colours stands on each map, column and row: in the sea off Nghệ An."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a province's tile looks and what it says."""

    glyph: str
    """A few characters below the name."""
    hover: str
    fills: tuple[Fill | None, ...]


def places(provinces: Mapping[str, Record], basis: str, year: int) -> dict[str, tuple[int, int]]:
    """The column and row of each province of a basis, as the provinces were in a year."""
    if basis == "34":
        shown = {row["successor"] for row in provinces.values()}
    else:
        shown = {name for each in provinces for name in mergers.members(provinces, each, year)}
    tiles = {}
    for slug in sorted(shown):  # the order of a set differs from one start to the next
        holder = _holder(provinces, slug, basis)
        tiles[slug] = (holder[f"grid{basis}_col"], holder[f"grid{basis}_row"])
    return tiles


def draw(
    looks: Mapping[str, Look],
    provinces: Mapping[str, Record],
    say: Words,
    *,
    basis: str,
    year: int,
    key: str,
    alt: str,
    title: str,
    chosen: str | None,
    legend: Sequence[tuple[str, float, str]] = (),
    on_select: Callable[[str], None],
) -> None:
    """Draw the map; a click on a province with a look calls `on_select` with its slug.

    The `legend` has colour, opacity and words of each step of a scale.
    """
    where = places(provinces, basis, year)
    tiles = [
        _tile(slug, column, row, looks.get(slug), provinces[slug], say, slug == chosen)
        for slug, (column, row) in where.items()
    ]
    off_shore = [
        replace(
            _tile(row["province"], column, place, looks.get(row["province"]), row, say, False),
            glyph="",
        )
        for row in islands()
        for column, place in [(int(row[f"grid{basis}_col"]), int(row[f"grid{basis}_row"]))]
    ]
    captions = [
        _caption(tile, say("map.of", province=say.name(provinces[tile.key]))) for tile in off_shore
    ]
    everything = [*tiles, *off_shore]
    columns = [tile.column for tile in everything]
    rows = [tile.row for tile in everything]
    steps = _steps(legend, *KEY[basis])
    layout = charts.LAYOUT | {
        "height": round(TILE * (max(rows) - min(rows) + 1)) + 8,
        "margin": {"l": 0, "r": 0, "t": 4, "b": 4},
        "barmode": "overlay",
        "bargap": 0,
        "shapes": [*grid.shapes(everything), *steps[0]],
        "annotations": [*grid.labels(everything, (6, -13)), *captions, *steps[1]],
        "xaxis": _axis(min(columns) - 0.5, max(columns) + 0.75),
        "yaxis": _axis(-max(rows) - 0.5, -min(rows) + 0.5),
    }
    clickable = [tile for tile in everything if tile.key in looks]
    charts.show([grid.click_areas(clickable)], layout, key, alt, on_select, title=title)


def short_name(row: Mapping[str, Any], say: Words) -> str:
    """A name short enough for a tile."""
    slug = row.get("province") if "island" not in row else None
    return say(f"short.{slug}") if say.has(f"short.{slug}") else say.name(row)


def _tile(
    slug: str, column: int, row: int, look: Look | None, place: Record, say: Words, chosen: bool
) -> Tile:
    name = _name(place, say)
    if look is None:
        return Tile(slug, column, row, name, "", "")
    return Tile(slug, column, row, name, look.glyph, look.hover, look.fills, chosen)


def _name(place: Mapping[str, Any], say: Words) -> str:
    """The name on two lines: its first word, and the rest."""
    return escape(short_name(place, say)).replace(" ", "<br>", 1)


def _holder(provinces: Mapping[str, Record], slug: str, basis: str) -> Record:
    """The province whose square this one has: its own, or that of the one it was before."""
    own = provinces[slug]
    if own[f"grid{basis}_row"] is not None:
        return own
    return next(
        row
        for row in provinces.values()
        if row["successor"] == slug and row["province"] != slug and row[f"grid{basis}_row"]
    )


def _caption(tile: Tile, text: str) -> Specification:
    return {
        "text": escape(text),
        "x": tile.column,
        "y": -tile.row - 0.5,
        "yanchor": "top",
        "showarrow": False,
        "font": {"size": 10, "color": FAINT},
    }


def _steps(
    legend: Sequence[tuple[str, float, str]], column: float, row: float
) -> tuple[list[Specification], list[Specification]]:
    """The key of colours: squares and what they stand for."""
    squares: list[Specification] = []
    texts: list[Specification] = []
    for place, (colour, opacity, words) in enumerate(legend):
        y = -row - 0.55 * place
        squares.append(
            {
                "type": "rect",
                "x0": column - 0.22,
                "x1": column + 0.22,
                "y0": y - 0.22,
                "y1": y + 0.22,
                "fillcolor": colour,
                "opacity": opacity,
                "line": {"width": 0},
            }
        )
        texts.append(
            {
                "text": escape(words),
                "x": column + 0.35,
                "xanchor": "left",
                "y": y,
                "showarrow": False,
                "font": {"size": 11, "color": INK},
            }
        )
    return squares, texts


def _axis(low: float, high: float) -> Specification:
    return {
        "range": [low, high],
        "visible": False,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }


@cache
def islands() -> list[dict[str, str]]:
    """The islands off the coast, each with its province and its place on both maps."""
    return read_table(ISLANDS, ("island", "name", "name_en", "province", "grid63_row"))
