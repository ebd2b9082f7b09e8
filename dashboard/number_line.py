"""The status rule as a picture: its cuts on a line, the statuses between them."""

from textwrap import wrap

from dashboard import charts, formats
from dashboard.bullets import GLYPHS
from dashboard.charts import INK, Specification
from dashboard.status import mark
from dashboard.words import Words
from etl.status import NEAR, PARTIAL, RULE_VERSION, Status

CUTS = (0.0, PARTIAL, NEAR, 1.0)
"""The rule's cuts, as shares of the target; behind the last lies the band's high end."""

ROWS: dict[str, tuple[tuple[Status, int, int], ...]] = {
    "up": (
        (Status.OPPOSITE, 0, 1),
        (Status.FAR, 1, 2),
        (Status.PARTIAL, 2, 3),
        (Status.NEAR, 3, 4),
        (Status.MET, 4, 5),
        (Status.EXCEEDED, 5, 6),
    ),
    "down": (
        (Status.FAR, 0, 2),
        (Status.PARTIAL, 2, 3),
        (Status.NEAR, 3, 4),
        (Status.MET, 4, 6),
    ),
    "pace": (
        (Status.BEHIND, 0, 3),
        (Status.ON_PACE, 3, 4),
        (Status.AHEAD, 4, 6),
    ),
}
"""Each row's statuses, and between which cuts: cut 1 is zero, cut 4 the target, 5 its high end."""
HEIGHT = 0.62
"""Of a row's zones, as a part of the row."""
NARROW = 8
"""Letters of a status' word that a zone has room for on a phone."""


def draw(say: Words) -> None:
    """Draw the rule, a row for each way to judge; zones are of one breadth, not to scale."""
    names = list(ROWS)
    ticks = [formats.share(cut, say) for cut in CUTS] + [say("method.high")]
    zones = [
        (status, first, last, -place)
        for place, name in enumerate(names)
        for status, first, last in ROWS[name]
    ]
    layout: Specification = charts.LAYOUT | {
        "height": 92 * len(names),
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "shapes": [_zone(*zone) for zone in zones],
        "annotations": [
            *(label for zone in zones for label in _words(*zone, say)),
            *(_heading(say(f"method.row_{name}"), -place) for place, name in enumerate(names)),
        ],
        "xaxis": {
            "range": [0, 6],
            "tickvals": [1, 2, 3, 4, 5],
            "ticktext": ticks,
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        },
        "yaxis": {"range": [-len(names) + 0.3, 0.72], "visible": False, "fixedrange": True},
    }
    charts.show(
        [{"type": "scatter", "x": [], "y": []}],
        layout,
        "rule",
        say("method.rule_alt"),
        title=say("method.rule_title"),
        subtitle=say("method.rule_axis"),
        below=charts.TICKS,
        source=say("method.rule_source", version=RULE_VERSION),
    )


def _zone(status: Status, first: int, last: int, place: float) -> Specification:
    return {
        "type": "rect",
        "x0": first + 0.015,
        "x1": last - 0.015,
        "y0": place - HEIGHT / 2,
        "y1": place + HEIGHT / 2,
        "fillcolor": mark(status).colour,
        "opacity": 0.22,
        "line": {"width": 0},
        "layer": "below",
    }


def _words(status: Status, first: int, last: int, place: float, say: Words) -> list[Specification]:
    """The status' glyph and, below it, its word."""
    look = mark(status)
    common = {"x": (first + last) / 2, "y": place, "showarrow": False}
    word = "<br>".join(wrap(say(f"status.{status}"), NARROW * (last - first)))
    return [
        common
        | {
            "text": look.glyph,
            "yshift": 16,
            "font": {"size": 16, "color": look.colour, "family": GLYPHS},
        },
        common | {"text": word, "yanchor": "top", "yshift": 9, "font": {"size": 11, "color": INK}},
    ]


def _heading(text: str, place: float) -> Specification:
    return {
        "text": f"<b>{text}</b>",
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "align": "left",
        "y": place + HEIGHT / 2,
        "yanchor": "bottom",
        "font": {"size": 12, "color": INK},
        "showarrow": False,
    }
