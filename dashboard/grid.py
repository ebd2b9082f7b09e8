"""Tiles on a grid: coloured squares with a few characters inside, each open to a click.

The map of provinces and the scoreboard are made of them. A colour is laid over the page's
background thinly enough for the text on it to be read, in light and dark alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.bullets import GLYPHS
from dashboard.charts import BAND, FAINT, INK, UNSEEN, Specification

SIDE = 0.46
"""Half a tile's side; what is left of the cell is the gap to the next."""
FULL, THIN = 0.4, 0.15
"""How thickly a colour is laid on: a status', and the grey of what is not judged."""

Fill = tuple[str, float]
"""A colour and how thickly it is laid on."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A square at a column and row of the grid, rows counted downward."""

    key: str
    """What a click on it chooses."""
    column: float
    row: float
    text: str
    """Escaped; lines parted by <br>."""
    glyph: str
    hover: str
    fills: tuple[Fill | None, ...] = (None,)
    """From left to right; None is left blank, for want of a figure."""
    chosen: bool = False


def status_fill(colour: str) -> Fill:
    """The fill for a status by its colour."""
    return colour, THIN if colour == FAINT else FULL


def shapes(tiles: Sequence[Tile]) -> list[Specification]:
    """The squares, each in as many stripes as it has fills; a frame around the chosen one."""
    stripes = []
    for tile in tiles:
        breadth = 2 * SIDE / len(tile.fills)
        left = tile.column - SIDE
        for place, fill in enumerate(tile.fills):
            if fill is not None:
                start = left + place * breadth
                stripes.append(_square(tile.row, start, start + breadth, fill))
    frames = [
        _square(tile.row, tile.column - SIDE, tile.column + SIDE, None)
        | {"line": {"width": 2, "color": INK} if tile.chosen else {"width": 1, "color": BAND}}
        for tile in tiles
        if tile.chosen or None in tile.fills
    ]
    return stripes + frames


def labels(tiles: Sequence[Tile], rises: tuple[int, int]) -> list[Specification]:
    """The texts and the glyphs inside, so many pixels above the middle; a text alone is in it."""
    return [
        {
            "text": text,
            "x": tile.column,
            "y": -tile.row,
            "yshift": shift,
            "showarrow": False,
            "font": {"color": FAINT if tile.fills == (None,) else INK} | font,
        }
        for tile in tiles
        for text, shift, font in (
            (tile.text, rises[0] if tile.glyph else 0, {"size": 11}),
            (tile.glyph, rises[1], _glyph_font(tile.glyph)),
        )
        if text
    ]


def _glyph_font(text: str) -> Specification:
    """Of a status' sign; a number stands in the page's own font."""
    return {"size": 11} if any(map(str.isdigit, text)) else {"size": 12, "family": GLYPHS}


def _square(row: float, left: float, right: float, fill: Fill | None) -> Specification:
    colour, opacity = fill or (UNSEEN, 1)
    return {
        "type": "rect",
        "x0": left,
        "x1": right,
        "y0": -row - SIDE,
        "y1": -row + SIDE,
        "fillcolor": colour,
        "opacity": opacity,
        "line": {"width": 0},
        "layer": "below",
    }


def click_areas(tiles: Sequence[Tile], texts: Sequence[str] = ()) -> Specification:
    """An unseen bar over each tile, so that a hover or a click anywhere on it counts.

    `texts` stand at the foot of the tiles where those are broad enough.
    """
    written: Specification = {"textposition": "none"}
    if texts:
        written = {
            "text": list(texts),
            "textposition": "inside",
            "insidetextanchor": "start",
            "textangle": 0,
            "textfont": {"size": 11, "color": INK},
        }
    return written | {
        "type": "bar",
        "x": [tile.column for tile in tiles],
        "base": [-tile.row - 0.5 for tile in tiles],
        "y": [1] * len(tiles),
        "width": 1,
        "marker": {"color": UNSEEN, "line": {"width": 0}},
        "customdata": [[tile.key] for tile in tiles],
        "hovertext": [tile.hover for tile in tiles],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
