"""All drawing. Rows are dictionaries of the scorecard; every text comes with the rows.

Colours "#000001" and following are the places of the theme's chart colours
(.streamlit/config.toml): the browser puts in those of a light or a dark background.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from dashboard.status import mark

Record = dict[str, Any]

INK, BAND, FAINT = "#000001", "#000002", "#000003"
GLYPHS = "DejaVu Sans, Segoe UI Symbol, Apple Symbols, Noto Sans Symbols 2, sans-serif"
"""Fonts with all the statuses' glyphs in one size."""
MANY, TALL = 24, 700
"""Rows from which a chart scrolls within its own place, and how tall that is, in pixels."""
LOG_FROM = 30
"""Ratio of the largest to the smallest value from which an axis is logarithmic."""
FADE = (0.85, 0.55, 0.3, 0.12)
"""How a band fades out to its open side."""
CONFIG = {
    "displaylogo": False,
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
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


def bullets(
    sections: Sequence[Section],
    *,
    key: str,
    alt: str,
    axis: str,
    tick: Callable[[float], str],
    separators: str,
    chosen: str | None,
    above: bool = False,
    baseline: float | None = None,
    on_select: Callable[[str], None],
) -> None:
    """Draw targets as bands behind actuals, one row each; a click calls `on_select` with its key.

    Labels stand at the left, or `above` their row where they are long. `baseline` draws a line
    through all rows.
    """
    rows = _placed(sections)
    lines = [line for _, line in rows if isinstance(line, Line)]
    scale = _scale([value for line in lines for value in (line.low, line.high, line.actual)])
    figure = go.Figure()
    for place, line in rows:
        if isinstance(line, Line):
            _band(figure, line, place, scale, 0.2 if above else 0.33)
    _connectors(figure, rows)
    _dots(figure, rows)
    _targets(figure, rows)
    _click_areas(figure, rows, scale, shift=0.1 if above else 0)
    for place, line in rows:
        _labels(figure, place, line, above)
        if isinstance(line, Line) and line.key == chosen:
            figure.add_shape(
                type="rect",
                xref="paper",
                x0=-0.6,
                x1=1.6,
                y0=place - 0.4 if above else place - 0.5,
                y1=place + 0.6 if above else place + 0.5,
                fillcolor=FAINT,
                opacity=0.13,
                line_width=0,
                layer="below",
            )
    if baseline is not None:
        figure.add_vline(x=baseline, line={"color": FAINT, "width": 1})
    height = 46 if above else 27
    total = len(rows)
    figure.update_layout(
        height=60 + height * total,
        margin={"l": 8 if above else 112, "r": 92, "t": 44, "b": 8},
        showlegend=False,
        hovermode="closest",
        dragmode=False,
        clickmode="event+select",
        separators=separators,
        barmode="overlay",
        bargap=0,
    )
    ticks = scale.ticks()
    figure.update_xaxes(
        type="log" if scale.log else "linear",
        range=scale.range(),
        side="top",
        title={"text": escape(axis), "font": {"size": 12}, "standoff": 6},
        tickvals=ticks,
        ticktext=[tick(value) for value in ticks],
        showgrid=True,
        zeroline=not scale.log and scale.low < 0,
        fixedrange=True,
        tickfont={"size": 12},
    )
    figure.update_yaxes(range=[-total + 0.45, 0.55], visible=False, fixedrange=True, showgrid=False)
    _show(figure, key, alt, on_select)


@contextmanager
def scrolling(rows: int) -> Iterator[None]:
    """A place for a chart of many rows that keeps what stands beside or below it in view."""
    with st.container(height=TALL if rows > MANY else "content", border=False):
        yield


def timeline(
    points: Sequence[Point],
    *,
    key: str,
    alt: str,
    axis: str,
    tick: Callable[[float], str],
    separators: str,
    others: Sequence[Point] = (),
    height: int = 230,
    chosen: int | None = None,
    on_select: Callable[[str], None] | None = None,
) -> None:
    """Draw a province's years: a band for each year's target, a dot for its actual.

    `others` are the other provinces, drawn small and faint behind; the `chosen` year is shaded.
    """
    figure = go.Figure()
    if chosen is not None:
        figure.add_vrect(
            x0=chosen - 0.45,
            x1=chosen + 0.45,
            fillcolor=FAINT,
            opacity=0.13,
            line_width=0,
            layer="below",
        )
    everything = [*points, *others]
    scale = _scale([value for p in everything for value in (p.low, p.high, p.actual)])
    if others:
        seen = [point for point in others if point.actual is not None]
        figure.add_scatter(
            x=[point.year + _jitter(point.key) for point in seen],
            y=[point.actual for point in seen],
            mode="markers",
            marker={"color": FAINT, "size": 7, "opacity": 0.5},
            customdata=[[point.key] for point in seen],
            hovertext=[point.hover for point in seen],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    for point in points:
        for low, high, opacity in _slices(point.low, point.high, scale):
            figure.add_shape(
                type="rect",
                x0=point.year - 0.32,
                x1=point.year + 0.32,
                y0=low,
                y1=high,
                fillcolor=BAND,
                opacity=opacity,
                line={"color": INK, "width": 0},
                layer="below",
            )
        for edge in {point.low, point.high} - {None}:
            figure.add_shape(
                type="line",
                x0=point.year - 0.32,
                x1=point.year + 0.32,
                y0=edge,
                y1=edge,
                line={"color": INK, "width": 1.5},
                opacity=0.65,
            )
    seen = [point for point in points if point.actual is not None]
    _path(figure, seen)
    figure.add_scatter(
        x=[point.year for point in seen],
        y=[point.actual for point in seen],
        mode="markers",
        marker={
            "color": [BACKGROUND if point.part else INK for point in seen],
            "size": 11,
            "line": {"color": INK, "width": 2},
        },
        customdata=[[point.key] for point in seen],
        hovertext=[point.hover for point in seen],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    aims = [point for point in points if point.actual is None]
    figure.add_scatter(
        x=[point.year for point in aims],
        y=[point.low if point.low is not None else point.high for point in aims],
        mode="markers",
        marker={"color": "rgba(0,0,0,0)", "size": 14},
        customdata=[[point.key] for point in aims],
        hovertext=[point.hover for point in aims],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    span = sorted({point.year for point in everything})
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 8, "t": 28, "b": 8},
        showlegend=False,
        hovermode="closest",
        dragmode=False,
        clickmode="event+select",
        separators=separators,
        title={
            "text": escape(axis),
            "font": {"size": 12, "color": FAINT, "weight": 400},
            "x": 0,
            "xref": "paper",
        },
    )
    figure.update_xaxes(
        tickvals=_thinned(span),
        ticktext=[str(year) for year in _thinned(span)],
        range=[span[0] - 0.6, span[-1] + 0.6] if span else None,
        showgrid=False,
        fixedrange=True,
    )
    ticks = scale.ticks()
    figure.update_yaxes(
        type="log" if scale.log else "linear",
        range=scale.range(),
        tickvals=ticks,
        ticktext=[tick(value) for value in ticks],
        automargin=True,
        fixedrange=True,
        zeroline=False,
    )
    _show(figure, key, alt, on_select)


BACKGROUND = "#000010"
"""The place of the page's own background among the theme's chart colours."""


@dataclass(frozen=True, slots=True)
class _Scale:
    low: float
    high: float
    log: bool

    def range(self) -> list[float]:
        """The axis' range, with air at both ends."""
        if self.log:
            low, high = math.log10(self.low), math.log10(self.high)
        else:
            low, high = self.low, self.high
        air = (high - low or abs(high) or 1) * 0.06
        return [low - air, high + air]

    def ticks(self) -> list[float]:
        """Round values along the axis, few enough for a phone."""
        if self.log:
            first, last = math.floor(math.log10(self.low)), math.ceil(math.log10(self.high))
            values = [10.0**power for power in range(first, last + 1)]
            return [value for value in values if self.low / 1.3 <= value <= self.high * 1.3]
        span = self.high - self.low or 1
        raw = span / 4
        unit = 10 ** math.floor(math.log10(raw))
        step = next(unit * factor for factor in (1, 2, 2.5, 5, 10) if unit * factor >= raw)
        first = math.ceil(self.low / step)
        return [round(step * place, 10) for place in range(first, int(self.high // step) + 1)]

    def end(self, upper: bool) -> float:
        """Where a band that is open to one side ends."""
        place = self.range()[1 if upper else 0]
        return float(10**place) if self.log else place


def _scale(values: Sequence[float | None]) -> _Scale:
    """An axis for values: from zero where they are near it, logarithmic where they differ much."""
    known = [value for value in values if value is not None]
    if not known:
        return _Scale(0, 1, False)
    low, high = min(known), max(known)
    if low > 0 and high / low > LOG_FROM:
        return _Scale(low, high, True)
    if low > 0 and low < 0.6 * high:
        low = 0
    if high == low:
        return _Scale(min(0.0, low), max(high, 1.0) if high <= 0 else high, False)
    return _Scale(low, high, False)


def _placed(sections: Sequence[Section]) -> list[tuple[float, Line | str]]:
    """Rows with their places from the top, 0, -1, ...; a heading takes a row."""
    entries: list[Line | str] = []
    for section in sections:
        if section.lines:
            if section.heading:
                entries.append(section.heading)
            entries += section.lines
    return [(float(-place), entry) for place, entry in enumerate(entries)]


def _slices(
    low: float | None, high: float | None, scale: _Scale
) -> list[tuple[float, float, float]]:
    """A band as slices low, high, opacity: one where both sides are set, else fading outward."""
    if low is None and high is None:
        return []
    if low is not None and high is not None:
        return [(low, high, FADE[0])] if high > low else []
    upper = high is None
    edge = low if low is not None else high
    assert edge is not None
    end = scale.end(upper)
    if scale.log:
        steps = [edge * (end / edge) ** (step / len(FADE)) for step in range(len(FADE) + 1)]
    else:
        steps = [edge + (end - edge) * step / len(FADE) for step in range(len(FADE) + 1)]
    return [
        (min(a, b), max(a, b), opacity)
        for a, b, opacity in zip(steps, steps[1:], FADE, strict=False)
    ]


def _band(figure: go.Figure, line: Line, place: float, scale: _Scale, height: float) -> None:
    for low, high, opacity in _slices(line.low, line.high, scale):
        figure.add_shape(
            type="rect",
            x0=low,
            x1=high,
            y0=place - height,
            y1=place + height,
            fillcolor=BAND,
            opacity=opacity,
            line_width=0,
            layer="below",
        )


def _targets(figure: go.Figure, rows: Sequence[tuple[float, Line | str]]) -> None:
    """The crisp edges of all targets, bolder where a target is one value."""
    edges = [
        (value, place, 3 if line.low == line.high else 1.5)
        for place, line in rows
        if isinstance(line, Line)
        for value in {line.low, line.high} - {None}
    ]
    figure.add_scatter(
        x=[value for value, _, _ in edges],
        y=[place for _, place, _ in edges],
        mode="markers",
        marker={
            "symbol": "line-ns",
            "size": 9,
            "line": {"color": INK, "width": [width for _, _, width in edges]},
        },
        opacity=0.7,
        hoverinfo="skip",
    )


def _connectors(figure: go.Figure, rows: Sequence[tuple[float, Line | str]]) -> None:
    """A line from each actual to the near edge of its target, in the colour of the status."""
    by_colour: dict[str, tuple[list[float | None], list[float | None]]] = {}
    for place, line in rows:
        if not isinstance(line, Line) or line.actual is None:
            continue
        edges = [value for value in (line.low, line.high) if value is not None]
        if not edges:
            continue
        inside = (line.low is None or line.actual >= line.low) and (
            line.high is None or line.actual <= line.high
        )
        near = min(edges, key=lambda value: abs(value - (line.actual or 0)))
        if inside and len(edges) == 2:
            continue
        x, y = by_colour.setdefault(mark(line.status).colour, ([], []))
        x += [line.actual, near, None]
        y += [place, place, None]
    for colour, (x, y) in by_colour.items():
        figure.add_scatter(
            x=x, y=y, mode="lines", line={"color": colour, "width": 3}, hoverinfo="skip"
        )


def _dots(figure: go.Figure, rows: Sequence[tuple[float, Line | str]]) -> None:
    seen = [
        (place, line) for place, line in rows if isinstance(line, Line) and line.actual is not None
    ]
    figure.add_scatter(
        x=[line.actual for _, line in seen],
        y=[place for place, _ in seen],
        mode="markers",
        marker={
            "color": [BACKGROUND if line.part else INK for _, line in seen],
            "size": 10,
            "line": {"color": INK, "width": 2},
        },
        hoverinfo="skip",
    )


def _click_areas(
    figure: go.Figure, rows: Sequence[tuple[float, Line | str]], scale: _Scale, shift: float
) -> None:
    """An unseen bar over each row, so that a hover or a click anywhere on it counts."""
    lines = [(place, line) for place, line in rows if isinstance(line, Line)]
    start, end = scale.end(False), scale.end(True)
    figure.add_bar(
        orientation="h",
        y=[place + shift for place, _ in lines],
        base=[start] * len(lines),
        x=[end - start] * len(lines),
        width=1,
        marker={"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        customdata=[[line.key] for _, line in lines],
        hovertext=[line.hover for _, line in lines],
        textposition="none",
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _labels(figure: go.Figure, place: float, line: Line | str, above: bool) -> None:
    common: dict[str, Any] = {"showarrow": False, "yref": "y", "xref": "paper"}
    if isinstance(line, str):
        figure.add_annotation(
            text=f"<b>{escape(line)}</b>",
            x=0,
            xanchor="left",
            xshift=0 if above else -104,
            y=place,
            yshift=-6,
            font={"size": 12, "color": FAINT},
            **common,
        )
        return
    figure.add_annotation(
        text=escape(line.label),
        x=0,
        xanchor="left" if above else "right",
        xshift=0 if above else -8,
        y=place,
        yshift=16 if above else 0,
        font={"size": 13, "color": INK},
        **common,
    )
    look = mark(line.status)
    figure.add_annotation(
        text=look.glyph,
        x=1,
        xanchor="center",
        xshift=16,
        y=place,
        font={"size": 15, "color": look.colour, "family": GLYPHS},
        **common,
    )
    figure.add_annotation(
        text=escape(line.verdict),
        x=1,
        xanchor="right",
        xshift=88,
        y=place,
        font={"size": 13, "color": INK},
        **common,
    )


def _path(figure: go.Figure, seen: Sequence[Point]) -> None:
    """A line through whole years that follow one another."""
    x: list[int | None] = []
    y: list[float | None] = []
    for point in (point for point in seen if not point.part):
        if x and x[-1] is not None and point.year != x[-1] + 1:
            x.append(None)
            y.append(None)
        x.append(point.year)
        y.append(point.actual)
    figure.add_scatter(x=x, y=y, mode="lines", line={"color": INK, "width": 1.5}, hoverinfo="skip")


def _jitter(key: str) -> float:
    """A small steady shift to the side, so that provinces of one value are told apart."""
    return (sum(map(ord, key)) % 21 - 10) / 50


def _thinned(years: Sequence[int]) -> list[int]:
    step = max(1, math.ceil(len(years) / 8))
    return list(years)[::-1][::step][::-1]


def _show(figure: go.Figure, key: str, alt: str, on_select: Callable[[str], None] | None) -> None:
    """Put a figure on the page; a click on a point calls `on_select` with the point's key."""
    if on_select is None:
        st.plotly_chart(figure, key=key, config=CONFIG, alt=alt)
        return

    def take() -> None:
        points = st.session_state[key]["selection"]["points"]
        picked = [point["customdata"] for point in points if point.get("customdata")]
        if picked:
            first = picked[0]
            on_select(first[0] if isinstance(first, list) else first)

    st.plotly_chart(
        figure, key=key, config=CONFIG, alt=alt, on_select=take, selection_mode="points"
    )
