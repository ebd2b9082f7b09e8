"""The scoreboard: provinces by indicators, each cell the status and gap of one target."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from dashboard import cells, charts, grid
from dashboard.charts import BAND, FAINT, INK, Specification
from dashboard.grid import Tile
from dashboard.status import mark
from dashboard.tile_map import short_name
from dashboard.words import Words, unaccented

Record = dict[str, Any]
Place = tuple[str, str | None]
"""A province, and the merged one that it is told as a part of."""

COLUMN, ROW = 56, 34
"""Breadth of a column where there is room, and height of a row, in pixels."""
NAMES, OVERHANG, LETTER = 100, 52, 5.6
"""Pixels left of the cells, right of them for the headings' ends, and for a heading's letter."""
MOST = 12
"""Columns that a phone has room for."""
OUTCOMES = ("met", "near", "missed")
SORTS = ("met", "province")
"""Ways to order the rows, besides by an indicator."""


@dataclass(frozen=True, slots=True)
class Row:
    """A province with its cells by indicator; a `group` names the merged province it is part of."""

    province: str
    group: str | None
    cells: Mapping[str, Record]


@dataclass(frozen=True, slots=True)
class Board:
    """Indicators across, the one sorted by and those with most cells first; provinces down."""

    indicators: tuple[str, ...]
    rows: tuple[Row, ...]


def board(
    found: Sequence[Record], group: Callable[[Record], str | None], sort: str, say: Words
) -> Board:
    """Lay out the cells of a year; `group` tells the merged province that a cell is a part of.

    Parts of one province stand together, where the best placed of them stands.
    """
    counted = Counter(cell["indicator"] for cell in found)
    position = {cell["indicator"]: cell["position"] for cell in found}
    indicators = sorted(counted, key=lambda name: (name != sort, -counted[name], position[name]))
    by_place: dict[Place, dict[str, Record]] = {}
    for cell in found:
        place = (cell["province"], group(cell))
        by_place.setdefault(place, {})[cell["indicator"]] = cell
    order = _order(by_place, sort, say)
    first: dict[str, int] = {}
    for rank, (province, successor) in enumerate(order):
        first.setdefault(successor or province, rank)
    rank_of = {place: rank for rank, place in enumerate(order)}
    rows = sorted(by_place, key=lambda p: (first[p[1] or p[0]], p[1] is not None, rank_of[p]))
    return Board(tuple(indicators), tuple(Row(*place, by_place[place]) for place in rows))


def draw(
    shown: Board,
    provinces: Mapping[str, Record],
    indicators: Mapping[str, Record],
    say: Words,
    *,
    key: str,
    alt: str,
    title: str,
    chosen: tuple[str | None, str | None],
    on_select: Callable[[str], None],
) -> None:
    """Draw the board; a click on a cell calls `on_select` with "province/indicator"."""
    columns = shown.indicators[:MOST]
    tiles: list[Tile] = []
    texts = [_heading(place, say.name(indicators[name])) for place, name in enumerate(columns)]
    for step, outcome in enumerate(OUTCOMES):
        texts.append(_heading(len(columns) + step, say(f"outcome.{outcome}")))
        texts.append(_name(step, say(f"outcome.{outcome}"), heading=True))
    for place, name in enumerate(columns):
        told = [row.cells[name] for row in shown.rows if name in row.cells]
        texts += _tally(told, place, 0, down=True)
    line, group = len(OUTCOMES), None
    for row in shown.rows:
        if row.group != group and row.group is not None:
            texts.append(_name(line, say.name(provinces[row.group]), heading=True))
            line += 1
        group = row.group
        name = short_name(provinces[row.province], say)
        texts.append(_name(line, f"› {name}" if group else name, heading=False))
        texts += _tally(row.cells.values(), len(columns), line, down=False)
        tiles += [
            _tile(row.cells[name], place, line, say, (row.province, name) == chosen)
            for place, name in enumerate(columns)
            if name in row.cells
        ]
        line += 1
    across = len(columns) + len(OUTCOMES)
    above = round(LETTER * max(len(say.name(indicators[name])) for name in columns)) + 12
    layout = charts.LAYOUT | {
        "height": above + ROW * line + 8,
        "margin": {"l": NAMES, "r": OVERHANG, "t": above, "b": 8},
        "barmode": "overlay",
        "bargap": 0,
        "uniformtext": {"mode": "hide", "minsize": 10},
        "shapes": [*(_rule(place) for place in range(line)), *grid.shapes(tiles)],
        "annotations": [*grid.labels(tiles, (0, 7)), *texts],
        "xaxis": _axis(-0.5, across - 0.5),
        "yaxis": _axis(0.5 - line, 0.5),
    }
    verdicts = [
        cells.verdict(row.cells[name], say)
        for row in shown.rows
        for name in columns
        if name in row.cells
    ]
    charts.show(
        [grid.click_areas(tiles, verdicts)],
        layout,
        key,
        alt,
        on_select,
        title=title,
        width=NAMES + COLUMN * across + OVERHANG,
    )


def _order(by_place: Mapping[Place, Mapping[str, Record]], sort: str, say: Words) -> list[Place]:
    """Provinces in the order asked for; equals by their names."""
    order = sorted(
        by_place,
        key=lambda place: unaccented(say.name(next(iter(by_place[place].values())))),
    )
    if sort == "met":
        order.sort(key=lambda place: _merit(by_place[place].values()))
    elif sort != "province":
        told = [row[sort] for row in by_place.values() if sort in row]
        rank = {id(cell): rank for rank, cell in enumerate(cells.best_first(told))}
        order.sort(key=lambda place: rank.get(id(by_place[place].get(sort)), len(rank)))
    return order


def _merit(told: Iterable[Record]) -> tuple[int, int, int]:
    reached, near, missed = cells.outcomes(told)
    return -reached, -near, missed


def _tile(cell: Record, column: int, row: int, say: Words, chosen: bool) -> Tile:
    look = mark(cell["status"])
    title = f"{say.name(cell)} · {cells.indicator(cell, say)}"
    return Tile(
        f"{cell['province']}/{cell['indicator']}",
        column,
        row,
        "",
        look.glyph,
        cells.hover(cell, title, say),
        (grid.status_fill(look.colour),),
        chosen,
    )


def _tally(told: Iterable[Record], column: int, row: int, *, down: bool) -> list[Specification]:
    """Three counts, one below or beside the other; a zero is left out."""
    return [
        {
            "text": str(count),
            "x": column if down else column + step,
            "y": -(row + step if down else row),
            "showarrow": False,
            "font": {"size": 12, "color": INK},
        }
        for step, count in enumerate(cells.outcomes(told))
        if count
    ]


def _name(row: float, text: str, *, heading: bool) -> Specification:
    return {
        "text": f"<b>{escape(text)}</b>" if heading else escape(text),
        "x": 0,
        "xref": "paper",
        "xanchor": "left" if heading else "right",
        "xshift": 6 - NAMES if heading else -8,
        "y": -row,
        "showarrow": False,
        "font": {"size": 12 if heading else 13, "color": FAINT if heading else INK},
    }


def _rule(line: int) -> Specification:
    """A faint line below a row."""
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": -line - 0.5,
        "y1": -line - 0.5,
        "line": {"color": BAND, "width": 0.5},
        "layer": "below",
    }


def _heading(column: float, text: str) -> Specification:
    return {
        "text": escape(text),
        "x": column,
        "y": 1,
        "yref": "paper",
        "textangle": -70,
        "xanchor": "left",
        "xshift": -8,
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 12, "color": INK},
    }


def _axis(low: float, high: float) -> Specification:
    return {
        "range": [low, high],
        "visible": False,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }
