"""The bullet chart: a row each for provinces or indicators, the target's band behind the actual."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from dashboard import charts
from dashboard.axes import Axis, axis_for
from dashboard.charts import BACKGROUND, BAND, FAINT, INK, UNSEEN, Specification
from dashboard.status import SUM, mark

GLYPHS = "DejaVu Sans, Segoe UI Symbol, Apple Symbols, Noto Sans Symbols 2, sans-serif"
"""Fonts with all the statuses' glyphs in one size."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a bullet chart: a band for the target, a dot for the actual, a verdict."""

    key: str
    label: str
    low: float | None
    high: float | None
    """The target's bounds; one that is None is an open side, both None no target."""
    actual: float | None
    part: bool
    """Whether the actual is of a part of the period: drawn hollow."""
    status: str | None
    """None for a sum, which is not judged."""
    verdict: str
    """Written at the right, such as the gap."""
    hover: str


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a heading, which may be empty."""

    heading: str
    lines: Sequence[Line]


Row = tuple[float, Line]
"""A line with its place from the top: 0, -1, ..."""


def draw(
    sections: Sequence[Section],
    *,
    key: str,
    alt: str,
    title: str,
    axis: str,
    tick: Callable[[float], str],
    chosen: str | None,
    above: bool = False,
    include: Sequence[float] = (),
    on_select: Callable[[str], None],
) -> None:
    """Draw targets as bands behind actuals, one row each; a click calls `on_select` with its key.

    Labels stand at the left, or `above` their row where they are long. The axis holds what it is to
    `include` besides.
    """
    rows, headings = _placed(sections)
    values = [value for _, line in rows for value in (line.low, line.high, line.actual)]
    scale = axis_for([*values, *include])
    total = len(rows) + len(headings)
    ticks = scale.ticks()
    layout = charts.LAYOUT | {
        "height": 34 + (46 if above else 27) * total,
        "margin": {"l": 8 if above else 112, "r": 92, "t": 22, "b": 4},
        "barmode": "overlay",
        "bargap": 0,
        "shapes": [
            *(_shade(place, above) for place, line in rows if line.key == chosen),
            *(
                _rectangle(low, high, place, 0.2 if above else 0.33, opacity)
                for place, line in rows
                for low, high, opacity in scale.slices(line.low, line.high)
            ),
        ],
        "annotations": [
            *(_heading(place, text, above) for place, text in headings),
            *(label for place, line in rows for label in _labels(place, line, above)),
        ],
        "xaxis": {
            "type": "log" if scale.log else "linear",
            "range": scale.range(),
            "side": "top",
            "tickvals": ticks,
            "ticktext": [tick(value) for value in ticks],
            "tickfont": {"size": 12},
            "showgrid": True,
            "zeroline": not scale.log and scale.low < 0,
            "fixedrange": True,
        },
        "yaxis": {
            "range": [-total + 0.45, 0.55],
            "visible": False,
            "showgrid": False,
            "fixedrange": True,
        },
    }
    traces = [
        *_connectors(rows),
        _dots(rows),
        _edges(rows),
        _click_areas(rows, scale, shift=0.1 if above else 0),
    ]
    charts.show(traces, layout, key, alt, on_select, title=title, subtitle=axis)


def _placed(sections: Sequence[Section]) -> tuple[list[Row], list[tuple[float, str]]]:
    """Rows and headings with their places; a heading takes a row."""
    rows: list[Row] = []
    headings: list[tuple[float, str]] = []
    place = 0.0
    for section in sections:
        if section.heading and section.lines:
            headings.append((place, section.heading))
            place -= 1
        for line in section.lines:
            rows.append((place, line))
            place -= 1
    return rows, headings


def _bounds(line: Line) -> set[float]:
    return {value for value in (line.low, line.high) if value is not None}


def _rectangle(low: float, high: float, place: float, half: float, opacity: float) -> Specification:
    return {
        "type": "rect",
        "x0": low,
        "x1": high,
        "y0": place - half,
        "y1": place + half,
        "fillcolor": BAND,
        "opacity": opacity,
        "line": {"width": 0},
        "layer": "below",
    }


def _shade(place: float, above: bool) -> Specification:
    """A shade over a whole row, its label and verdict included."""
    return {
        "type": "rect",
        "xref": "paper",
        "x0": -0.6,
        "x1": 1.6,
        "y0": place - (0.4 if above else 0.5),
        "y1": place + (0.6 if above else 0.5),
        "fillcolor": FAINT,
        "opacity": 0.13,
        "line": {"width": 0},
        "layer": "below",
    }


def _heading(place: float, text: str, above: bool) -> Specification:
    return {
        "text": f"<b>{escape(text)}</b>",
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "align": "left",
        "xshift": 0 if above else -104,
        "y": place,
        "yshift": -6,
        "font": {"size": 12, "color": FAINT},
        "showarrow": False,
    }


def _labels(place: float, line: Line, above: bool) -> list[Specification]:
    """A row's label, its status' glyph and its verdict."""
    look = mark(line.status) if line.status else SUM
    common = {"y": place, "xref": "paper", "showarrow": False}
    return [
        common
        | {
            "text": escape(line.label),
            "x": 0,
            "xanchor": "left" if above else "right",
            "align": "left" if above else "right",
            "xshift": 0 if above else -8,
            "yshift": 16 if above else 0,
            "font": {"size": 13, "color": INK},
        },
        common
        | {
            "text": look.glyph,
            "x": 1,
            "xanchor": "center",
            "xshift": 16,
            "font": {"size": 15, "color": look.colour, "family": GLYPHS},
        },
        common
        | {
            "text": escape(line.verdict),
            "x": 1,
            "xanchor": "right",
            "align": "right",
            "xshift": 88,
            "font": {"size": 13, "color": INK},
        },
    ]


def _connectors(rows: Sequence[Row]) -> list[Specification]:
    """Lines from each actual to the near edge of its target, in the colour of the status."""
    by_colour: dict[str, tuple[list[float | None], list[float | None]]] = {}
    for place, line in rows:
        edges = _bounds(line)
        if line.actual is None or not edges:
            continue
        actual = line.actual
        inside = line.low is not None and line.high is not None and line.low <= actual <= line.high
        if not inside:
            look = mark(line.status) if line.status else SUM
            x, y = by_colour.setdefault(look.colour, ([], []))
            x += [actual, min(edges, key=lambda edge: abs(edge - actual)), None]
            y += [place, place, None]
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": x,
            "y": y,
            "line": {"color": colour, "width": 3},
            "hoverinfo": "skip",
        }
        for colour, (x, y) in by_colour.items()
    ]


def _dots(rows: Sequence[Row]) -> Specification:
    seen = [(place, line) for place, line in rows if line.actual is not None]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [line.actual for _, line in seen],
        "y": [place for place, _ in seen],
        "marker": {
            "color": [BACKGROUND if line.part else INK for _, line in seen],
            "size": 10,
            "line": {"color": INK, "width": 2},
        },
        "hoverinfo": "skip",
    }


def _edges(rows: Sequence[Row]) -> Specification:
    """The crisp edges of all targets, bolder where a target is one value."""
    edges = [
        (value, place, 3 if line.low == line.high else 1.5)
        for place, line in rows
        for value in _bounds(line)
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [value for value, _, _ in edges],
        "y": [place for _, place, _ in edges],
        "marker": {
            "symbol": "line-ns",
            "size": 9,
            "line": {"color": INK, "width": [width for _, _, width in edges]},
        },
        "opacity": 0.7,
        "hoverinfo": "skip",
    }


def _click_areas(rows: Sequence[Row], scale: Axis, shift: float) -> Specification:
    """An unseen bar over each row, so that a hover or a click anywhere on it counts."""
    start, end = scale.end(upper=False), scale.end(upper=True)
    return {
        "type": "bar",
        "orientation": "h",
        "y": [place + shift for place, _ in rows],
        "base": [start] * len(rows),
        "x": [end - start] * len(rows),
        "width": 1,
        "marker": {"color": UNSEEN, "line": {"width": 0}},
        "customdata": [[line.key] for _, line in rows],
        "hovertext": [line.hover for _, line in rows],
        "textposition": "none",
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
