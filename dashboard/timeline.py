"""The timeline: a province's targets and actuals over the years, among those of the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dashboard import charts
from dashboard.axes import axis_for
from dashboard.charts import BACKGROUND, BAND, FAINT, INK, UNSEEN, Specification

HALF_YEAR = 0.32
"""Half the breadth of a year's band, in years."""


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
    since: int | None = None
    """The first year of the term at whose end the target is to be reached."""


def draw(
    points: Sequence[Point],
    *,
    key: str,
    alt: str,
    title: str,
    axis: str,
    tick: Callable[[float], str],
    others: Sequence[Point] = (),
    height: int = 230,
    chosen: int | None = None,
    common: Sequence[Point] = (),
    on_select: Callable[[str], None],
) -> None:
    """Draw a province's years: a band for each year's target, a dot for its actual.

    A term's target is a dotted path from its first year to its last. `others` are the other
    provinces, drawn small and faint behind; the `chosen` year is shaded.
    Timelines side by side have the points of all of them in `common`, which makes their axes the
    same; a year that lacks a figure then bears a cross. A click calls `on_select` with the point's
    key.
    """
    everything = [*points, *others, *common]
    scale = axis_for([value for p in everything for value in (p.low, p.high, p.actual)])
    years = sorted({year for p in everything for year in (p.year, p.since) if year is not None})
    ticks, spread = scale.ticks(), _thinned(years, chosen)
    shapes = [_year_shade(chosen)] if chosen is not None else []
    for point in points:
        shapes += [
            _year_band(point.year, low, high, opacity)
            for low, high, opacity in scale.slices(point.low, point.high)
        ]
        shapes += [_year_edge(point.year, edge) for edge in _bounds(point)]
        if point.since is not None and point.since < point.year:
            shapes += [_term_path(point.since, point.year, edge) for edge in _bounds(point)]
    layout = charts.LAYOUT | {
        "height": height,
        "margin": {
            "l": 14 + 7 * max((len(tick(value)) for value in ticks), default=0),
            "r": 8,
            "t": 8,
            "b": 4,
        },
        "shapes": shapes,
        "annotations": _crosses(years, points) if common else [],
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
    charts.show(traces, layout, key, alt, on_select, title=title, subtitle=axis, below=charts.TICKS)


def _bounds(point: Point) -> set[float]:
    return {value for value in (point.low, point.high) if value is not None}


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


def _term_path(first: int, last: int, value: float) -> Specification:
    """From a term's first year to the band of its last."""
    return {
        "type": "line",
        "x0": first - HALF_YEAR,
        "x1": last - HALF_YEAR,
        "y0": value,
        "y1": value,
        "line": {"color": INK, "width": 1.5, "dash": "dot"},
        "opacity": 0.65,
        "layer": "below",
    }


def _crosses(years: Sequence[int], points: Sequence[Point]) -> list[Specification]:
    """A cross in each year, from the first to the last, of which nothing is told."""
    told = {point.year for point in points}
    return [
        {
            "text": "×",
            "x": year,
            "y": 0,
            "yref": "paper",
            "yanchor": "bottom",
            "showarrow": False,
            "font": {"color": FAINT},
        }
        for year in range(years[0], years[-1] + 1)
        if year not in told
    ]


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


def _thinned(years: Sequence[int], chosen: int | None) -> list[int]:
    """Years to label, the chosen and the last first, far enough apart for a narrow chart."""
    apart = (years[-1] - years[0]) / 8 if years else 0
    labelled = [chosen] if chosen in years and chosen is not None else []
    for year in reversed(years):
        if all(abs(other - year) >= apart for other in labelled) and year not in labelled:
            labelled.append(year)
    return sorted(labelled)
