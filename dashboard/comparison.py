"""Up to six provinces side by side: which ones, and their years on one scale."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import streamlit as st

from dashboard import cells, filters, formats, queries, sentences, timeline
from dashboard.words import Words, unaccented

Record = dict[str, Any]

MOST = 6
"""Provinces that can be compared at once."""


def choose(offered: Iterable[str], default: str, say: Words) -> list[str]:
    """Let provinces be added and taken away; `default` where none was.

    They stand in the URL joined by commas.
    """
    rows = queries.provinces()
    asked = dict.fromkeys(filter(None, (filters.current("provinces") or "").split(",")))
    told = [name for name in asked if name in rows][:MOST]
    if unknown := [name for name in asked if name not in rows]:
        filters.mistaken("provinces", ", ".join(unknown), rest=",".join(told))
    shown = told or [default]
    labels = {
        name: filters.searchable(say.name(rows[name])) for name in offered if name not in shown
    }
    st.session_state["choose_provinces"] = None
    st.selectbox(
        say("filter.provinces", most=MOST),
        sorted(labels, key=lambda name: unaccented(labels[name])),
        key="choose_provinces",
        format_func=filters.labeller(labels),
        placeholder=say("filter.add_province"),
        width=270,
        disabled=len(shown) == MOST,
        on_change=lambda: _take([*shown, st.session_state["choose_provinces"]]),
    )
    st.session_state["compared"] = shown
    st.pills(
        say("filter.compared"),
        shown,
        key="compared",
        selection_mode="multi",
        format_func=lambda name: say.name(rows[name]),
        on_change=lambda: _take(st.session_state["compared"]),
    )
    if told:
        filters.keep("provinces", ",".join(told))
    return shown


def draw(found: Sequence[Record], names: Sequence[str], year: int, axis: str, say: Words) -> None:
    """Draw a small timeline for each province that has figures."""
    own = {name: [cell for cell in found if cell["province"] == name] for name in names}
    points = {name: [cells.point(cell, say) for cell in told] for name, told in own.items() if told}
    common = [point for told in points.values() for point in told]
    drawn = list(points)
    for start in range(0, len(drawn), 2):
        for column, name in zip(st.columns(2), drawn[start : start + 2], strict=False):
            title = say.name(own[name][0])
            with column:
                timeline.draw(
                    points[name],
                    key=f"years-{name}",
                    alt=title,
                    title=sentences.chart(title, own[name], say),
                    axis=axis,
                    tick=lambda value: formats.number(value, say),
                    chosen=year,
                    common=common,
                    on_select=open_point,
                )


def tell_missing(found: Sequence[Record], names: Sequence[str], say: Words) -> None:
    """Say which of the provinces have no figures."""
    told = {cell["province"] for cell in found}
    rows = queries.provinces()
    missing = ", ".join(say.name(rows[name]) for name in names if name not in told)
    if missing:
        st.caption(say("indicator.no_figures", provinces=filters.plain_markdown(missing)))


def open_point(key: str) -> None:
    """Open the evidence for the province and year of a point."""
    province, year = key.split("/")
    filters.choose("province", province)
    filters.choose("year", year)


def peers(found: Sequence[Record], province: str) -> list[str]:
    """A province and those of its region with most pairs of target and actual of an indicator."""
    regions = {cell["province"]: cell["region"] for cell in found}
    pairs = Counter(cell["province"] for cell in cells.paired(found))
    others = [name for name in regions if name != province]
    near = [name for name in others if regions[name] == regions.get(province)]
    return [province, *sorted(near, key=lambda name: (-pairs[name], name))][:MOST]


def _take(names: Sequence[str]) -> None:
    if names:
        filters.choose("provinces", ",".join(names))
    else:
        filters.drop("provinces")
