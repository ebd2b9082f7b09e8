"""What all charts share: colours, the figure around a specification, and clicks.

Charts are plain Plotly specifications (bullets.py, timeline.py). Colours "#000001" and following
are the places of the theme's chart colours (.streamlit/config.toml): the browser puts in those of
a light or a dark background. Shapes and labels go into a figure all at once; adding them one by
one costs a second for sixty rows.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Literal

import plotly.graph_objects as go
import streamlit as st

Specification = dict[str, Any]

INK, BAND, FAINT, BACKGROUND = "#000001", "#000002", "#000003", "#000010"
UNSEEN = "rgba(0,0,0,0)"
MANY, TALL = 24, 700
"""Rows from which a chart scrolls within its own place, and how tall that is, in pixels."""
CONFIG = {"displaylogo": False, "displayModeBar": False, "scrollZoom": False, "doubleClick": False}
LAYOUT: Specification = {
    "showlegend": False,
    "hovermode": "closest",
    "dragmode": False,
    "clickmode": "event+select",
}


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
    on_select: Callable[[str], None],
    width: int | Literal["stretch"] = "stretch",
) -> None:
    """Put a figure on the page; a click on a point calls `on_select` with the point's key.

    A `width` in pixels is kept to where there is room; else it is as broad as its place.
    """

    def take() -> None:
        points = st.session_state[key]["selection"]["points"]
        picked = [point["customdata"] for point in points if point.get("customdata")]
        if picked:
            first = picked[0]
            on_select(first[0] if isinstance(first, list) else first)

    st.plotly_chart(
        go.Figure({"data": list(traces), "layout": layout}),
        key=key,
        width=width,
        config=CONFIG,
        alt=alt,
        on_select=take,
        selection_mode="points",
    )
