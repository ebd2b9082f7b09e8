"""All drawing, as plain Plotly specifications.

Colours "#000001" and following are the places of the theme's chart colours
(.streamlit/config.toml): the browser puts in those of a light or a dark background. Shapes and
labels go into a figure all at once; adding them one by one costs a second for sixty rows.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from dashboard.axes import Axis, axis_for
from dashboard.status import mark

Record = dict[str, Any]
Specification = dict[str, Any]

INK, BAND, FAINT, BACKGROUND = "#000001", "#000002", "#000003", "#000010"
UNSEEN = "rgba(0,0,0,0)"
GLYPHS = "DejaVu Sans, Segoe UI Symbol, Apple Symbols, Noto Sans Symbols 2, sans-serif"
"""Fonts with all the statuses' glyphs in one size."""
MANY, TALL = 24, 700
"""Rows from which a chart scrolls within its own place, and how tall that is, in pixels."""
HALF_YEAR = 0.32
"""Half the breadth of a year's band on a timeline, in years."""
CONFIG = {"displaylogo": False, "displayModeBar": False, "scrollZoom": False, "doubleClick": False}
LAYOUT: Specification = {
    "showlegend": False,
    "hovermode": "closest",
    "dragmode": False,
    "clickmode": "event+select",
}


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
    status: str
    verdict: str
    """Written at the right, such as the gap."""
    hover: str


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a heading, which may be empty."""

    heading: str
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Point:
    """One year of a timeline."""

    key: str
    year: int
    low: float | None
    high: float | None
    actual: float | None
    part: bool
    hover: str


Row = tuple[float, Line]
"""A line with its place from the top: 0, -1, ..."""


def bullets(
    sections: Sequence[Section],
    *,
    key: str,
    alt: str,
    axis: str,
    tick: Callable[[float], str],
    chosen: str | None,
    above: bool = False,
    on_select: Callable[[str], None],
) -> None:
    """Draw targets as bands behind actuals, one row each; a click calls `on_select` with its key.

    Labels stand at the left, or `above` their row where they are long.
    """
    rows, headings = _placed(sections)
    scale = axis_for([value for _, line in rows for value in (line.low, line.high, line.actual)])
    total = len(rows) + len(headings)
    ticks = scale.ticks()
    layout = LAYOUT | {
        "height": 60 + (46 if above else 27) * total,
        "margin": {"l": 8 if above else 112, "r": 92, "t": 44, "b": 8},
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
            "title": {"text": escape(axis), "font": {"size": 12}, "standoff": 6},
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
    _show(traces, layout, key, alt, on_select)


def timeline(
    points: Sequence[Point],
    *,
    key: str,
    alt: str,
    axis: str,
    tick: Callable[[float], str],
    others: Sequence[Point] = (),
    height: int = 230,
    chosen: int | None = None,
    on_select: Callable[[str], None],
) -> None:
    """Draw a province's years: a band for each year's target, a dot for its actual.

    `others` are the other provinces, drawn small and faint behind; the `chosen` year is shaded.
    A click calls `on_select` with the point's key.
    """
    everything = [*points, *others]
    scale = axis_for([value for p in everything for value in (p.low, p.high, p.actual)])
    years = sorted({point.year for point in everything})
    ticks, spread = scale.ticks(), _thinned(years)
    shapes = [_year_shade(chosen)] if chosen is not None else []
    for point in points:
        shapes += [
            _year_band(point.year, low, high, opacity)
            for low, high, opacity in scale.slices(point.low, point.high)
        ]
        shapes += [_year_edge(point.year, edge) for edge in _bounds(point)]
    layout = LAYOUT | {
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 28, "b": 8},
        "title": {
            "text": escape(axis),
            "font": {"size": 12, "color": FAINT, "weight": 400},
            "x": 0,
            "xref": "paper",
        },
        "shapes": shapes,
        "xaxis": {
            "tickvals": spread,
            "ticktext": [str(year) for year in spread],
            "range": [years[0] - 0.6, years[-1] + 0.6],
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        },
        "yaxis": {
            "type": "log" if scale.log else "linear",
            "range": scale.range(),
            "tickvals": ticks,
            "ticktext": [tick(value) for value in ticks],
            "automargin": True,
            "zeroline": False,
            "fixedrange": True,
        },
    }
    reached = [point for point in points if point.actual is not None]
    traces = [
        _points(
            [point for point in others if point.actual is not None],
            {"color": FAINT, "size": 7, "opacity": 0.5},
            spread_out=True,
        ),
        _path(reached),
        _points(
            reached,
            {
                "color": [BACKGROUND if point.part else INK for point in reached],
                "size": 11,
                "line": {"color": INK, "width": 2},
            },
        ),
        _points(
            [point for point in points if point.actual is None and _bounds(point)],
            {"color": UNSEEN, "size": 16},
        ),
    ]
    _show(traces, layout, key, alt, on_select)


@contextmanager
def scrolling(rows: int) -> Iterator[None]:
    """A place for a chart of many rows that keeps what stands beside or below it in view."""
    with st.container(height=TALL if rows > MANY else "content", border=False):
        yield


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


def _bounds(item: Line | Point) -> set[float]:
    return {value for value in (item.low, item.high) if value is not None}


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
        "xshift": 0 if above else -104,
        "y": place,
        "yshift": -6,
        "font": {"size": 12, "color": FAINT},
        "showarrow": False,
    }


def _labels(place: float, line: Line, above: bool) -> list[Specification]:
    """A row's label, its status' glyph and its verdict."""
    look = mark(line.status)
    common = {"y": place, "xref": "paper", "showarrow": False}
    return [
        common
        | {
            "text": escape(line.label),
            "x": 0,
            "xanchor": "left" if above else "right",
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
            x, y = by_colour.setdefault(mark(line.status).colour, ([], []))
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


def _points(
    points: Sequence[Point], marker: Specification, spread_out: bool = False
) -> Specification:
    """Points of a timeline that answer to the pointer; a target without actual at its bound."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [point.year + (_aside(point.key) if spread_out else 0) for point in points],
        "y": [
            point.actual if point.actual is not None else min(_bounds(point)) for point in points
        ],
        "marker": marker,
        "customdata": [[point.key] for point in points],
        "hovertext": [point.hover for point in points],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "unselected": {"marker": {"opacity": marker.get("opacity", 1)}},
    }


def _path(points: Sequence[Point]) -> Specification:
    """A line through whole years that follow one another."""
    x: list[int | None] = []
    y: list[float | None] = []
    for point in (point for point in points if not point.part):
        if x and x[-1] is not None and point.year != x[-1] + 1:
            x.append(None)
            y.append(None)
        x.append(point.year)
        y.append(point.actual)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": {"color": INK, "width": 1.5},
        "hoverinfo": "skip",
    }


def _year_band(year: int, low: float, high: float, opacity: float) -> Specification:
    return {
        "type": "rect",
        "x0": year - HALF_YEAR,
        "x1": year + HALF_YEAR,
        "y0": low,
        "y1": high,
        "fillcolor": BAND,
        "opacity": opacity,
        "line": {"width": 0},
        "layer": "below",
    }


def _year_edge(year: int, value: float) -> Specification:
    return {
        "type": "line",
        "x0": year - HALF_YEAR,
        "x1": year + HALF_YEAR,
        "y0": value,
        "y1": value,
        "line": {"color": INK, "width": 1.5},
        "opacity": 0.65,
    }


def _year_shade(year: int) -> Specification:
    return {
        "type": "rect",
        "yref": "paper",
        "x0": year - 0.45,
        "x1": year + 0.45,
        "y0": 0,
        "y1": 1,
        "fillcolor": FAINT,
        "opacity": 0.13,
        "line": {"width": 0},
        "layer": "below",
    }


def _aside(key: str) -> float:
    """A small steady shift to the side, so that provinces of one value are told apart."""
    return (sum(map(ord, key)) % 21 - 10) / 50


def _thinned(years: Sequence[int]) -> list[int]:
    """Years to label, the last among them, far enough apart for a narrow chart."""
    apart = (years[-1] - years[0]) / 7 if years else 0
    labelled: list[int] = []
    for year in reversed(years):
        if not labelled or labelled[-1] - year >= apart:
            labelled.append(year)
    return labelled[::-1]


def _show(
    traces: Sequence[Specification],
    layout: Specification,
    key: str,
    alt: str,
    on_select: Callable[[str], None],
) -> None:
    """Put a figure on the page; a click on a point calls `on_select` with the point's key."""

    def take() -> None:
        points = st.session_state[key]["selection"]["points"]
        picked = [point["customdata"] for point in points if point.get("customdata")]
        if picked:
            first = picked[0]
            on_select(first[0] if isinstance(first, list) else first)

    st.plotly_chart(
        go.Figure({"data": list(traces), "layout": layout}),
        key=key,
        config=CONFIG,
        alt=alt,
        on_select=take,
        selection_mode="points",
    )
