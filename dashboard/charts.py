"""What all charts share: colours, the figure around a specification, and clicks.

Charts are plain Plotly specifications (bullets.py, timeline.py, ...). Colours "#000001" and so on
are the places of the theme's chart colours (.streamlit/config.toml): the browser puts in those of
a light or a dark background. Plotly would check and copy every shape and label anew for each
visitor, half of a page's time; the tests check the specifications instead.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from html import escape
from textwrap import wrap
from typing import Any, Literal

import plotly.graph_objects as go
import streamlit as st

from dashboard import filters, formats, queries
from dashboard.words import Words, unaccented

Specification = dict[str, Any]

INK, BAND, FAINT, BACKGROUND = "#000001", "#000002", "#000003", "#000010"
UNSEEN = "rgba(0,0,0,0)"
MANY, TALL = 24, 700
"""Rows from which a chart scrolls within its own place, and how tall that is, in pixels."""
IMAGE, IMAGES = "image", ("png", "svg")
"""The visitor's choice of a form for saved charts, and what there is to choose."""
LINE = 52
"""Characters that a title's line has room for on a phone."""
HEAD, TITLE_LINE, SUBTITLE_LINE, FOOT = 12, 19, 20, 22
"""Heights in pixels: above a title, of its lines, and of the source below the figure."""
TICKS = 20
"""Height in pixels of an axis' labels below a plot."""
LAYOUT: Specification = {
    "showlegend": False,
    "hovermode": "closest",
    "dragmode": False,
    "clickmode": "event+select",
}


class Drawn(go.Figure):  # type: ignore[misc]  # Plotly tells no types
    """A figure that is its specification, neither checked nor copied."""

    def __init__(self, traces: Sequence[Specification], layout: Specification) -> None:
        self._traces = traces
        self._complete = {"template": _template(), **layout}

    def to_dict(self) -> Specification:
        """The specification."""
        return {"data": list(self._traces), "layout": self._complete}


@cache
def _template() -> Specification:
    """What Streamlit has every figure start from; the browser fills in the theme's colours."""
    template: Specification = go.Figure().to_dict()["layout"]["template"]
    return template


@contextmanager
def scrolling(rows: int) -> Iterator[None]:
    """A place for a chart of many rows that keeps what stands beside or below it in view."""
    with st.container(height=TALL if rows > MANY else "content", border=False):
        yield


def show(
    traces: Sequence[Specification],
    layout: Specification,
    key: str,
    alt: str,
    on_select: Callable[[str], None] | None = None,
    *,
    title: str,
    subtitle: str = "",
    below: int = 0,
    source: str = "",
    width: int | Literal["stretch"] = "stretch",
) -> None:
    """Put a figure on the page; a click on a point calls `on_select` with the point's key.

    Title, subtitle and source stand in the figure (`framed`). A `width` in pixels is kept to where
    there is room; else it is as broad as its place.
    """

    def take() -> None:
        points = st.session_state[key]["selection"]["points"]
        picked = [point["customdata"] for point in points if point.get("customdata")]
        if picked and on_select:
            first = picked[0]
            on_select(first[0] if isinstance(first, list) else first)

    layout, config = framed(layout, title, subtitle, below, source)
    st.plotly_chart(
        Drawn(traces, layout),
        key=key,
        width=width,
        config=config,
        alt=alt,
        on_select=take if on_select else "ignore",
        selection_mode="points",
    )


def framed(
    layout: Specification, title: str, subtitle: str = "", below: int = 0, source: str = ""
) -> tuple[Specification, Specification]:
    """A figure's layout with title and source in it, and the settings by which it is saved.

    A picture taken of the figure so tells by itself what it shows, whence and when. `below` is the
    room in pixels that the labels of an axis take below the plot; `source` stands in place of the
    usual line.
    """
    say = filters.say()
    source = source or source_line(queries.build(), say)
    lines = wrap(title, LINE)
    head = HEAD + TITLE_LINE * len(lines)
    margin = layout["margin"]
    top = margin["t"] + head + (SUBTITLE_LINE if subtitle else 0)
    bold = "<br>".join(f"<b>{escape(line)}</b>" for line in lines)
    left = margin["l"]
    texts = [
        _line(bold, 14, INK, left, y=1, shift=top - HEAD / 2),
        _line(escape(subtitle), 12, FAINT, left, y=1, shift=top - head),
        _line(escape(source), 11, FAINT, left, y=0, shift=-below - 8),
    ]
    changed = layout | {
        "height": layout["height"] + top - margin["t"] + below + FOOT,
        "margin": margin | {"t": top, "b": margin["b"] + below + FOOT},
        "annotations": [*layout.get("annotations", ()), *texts],
        "modebar": {"bgcolor": UNSEEN, "color": FAINT, "activecolor": INK},
    }
    kind = st.session_state.get(IMAGE, IMAGES[0])
    config = {
        "displaylogo": False,
        "displayModeBar": True,
        "modeBarButtons": [["toImage"]],
        "scrollZoom": False,
        "doubleClick": False,
        "locale": say.language,
        "locales": {
            say.language: {
                "dictionary": {
                    "Download plot as a PNG": say("chart.save", kind="PNG"),
                    "Download plot": say("chart.save", kind=kind.upper()),
                }
            }
        },
        "toImageButtonOptions": {
            "format": kind,
            "scale": 2,
            "filename": "chi-tieu-" + re.sub("[^a-z0-9]+", "-", unaccented(title).lower()),
        },
    }
    return changed, config


def _line(text: str, size: int, colour: str, left: int, *, y: int, shift: float) -> Specification:
    """Text at a figure's left edge, so many pixels above the plot's upper (1) or lower edge (0).

    `left` is the margin between the figure's edge and the plot's. A saved picture has another font:
    without `align` a longer text would grow over the edge.
    """
    return {
        "text": text,
        "font": {"size": size, "color": colour},
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "align": "left",
        "xshift": 8 - left,
        "y": y,
        "yref": "paper",
        "yanchor": "top",
        "yshift": shift,
        "showarrow": False,
    }


def source_line(build: Mapping[str, Any], say: Words) -> str:
    """Where the figures of a chart are from, and of when they are."""
    return say(
        "chart.source",
        built=formats.day(build["built_at"].date(), say),
        version=build["rule_version"],
    )


def choose_image() -> None:
    """Choose in which form the button on a chart saves it."""
    say = filters.say()
    key = f"choose_{IMAGE}"

    def take() -> None:
        st.session_state[IMAGE] = st.session_state[key]

    st.session_state[key] = st.session_state.get(IMAGE, IMAGES[0])
    st.segmented_control(
        say("chart.image"),
        IMAGES,
        key=key,
        format_func=str.upper,
        required=True,
        on_change=take,
    )
    st.caption(say("chart.image_note"))
