"""Cells of the scorecard as tables on screen; a click on a row opens its evidence."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pyarrow as pa
import streamlit as st

from dashboard import cells, formats
from dashboard.status import mark
from dashboard.words import Words

Record = dict[str, Any]
Pick = Callable[[str, str, int], None]
"""What is done with the province, indicator and year of a cell that was clicked on."""
Label = Callable[[Record], str]
Columns = dict[str, Any]
"""The values of each column of a table, from its top to its bottom."""

COLUMNS = ("target", "actual", "status", "gap", "attainment", "period")
WIDTHS = {
    "rank": 70,
    "province": 150,
    "indicator": 310,
    "target": 175,
    "actual": 165,
    "status": 125,
    "gap": 145,
    "attainment": 115,
    "period": 165,
    "history": 75,
}
"""In pixels, so that the columns of tables below one another stand below one another."""
LONG = 310
"""Of a column that names a merged province and its part."""
NUMBERS = frozenset({"target", "actual", "gap", "attainment"})


def show(
    found: Sequence[Record],
    say: Words,
    *,
    key: str,
    first: str,
    on_pick: Pick,
    history: Mapping[str, Sequence[float]] | None = None,
    label: Label | None = None,
    ranks: Sequence[int] | None = None,
) -> None:
    """Show cells one a row; `first`, province or indicator, names what tells them apart.

    `label` calls them otherwise than by their names; `history` has each indicator's actuals over
    the years, drawn small in the last column; `ranks` stand in front.
    """
    rows = _texts(found, say, first, label)
    config: dict[str, Any] = {
        name: st.column_config.TextColumn(
            say(f"column.{name}"),
            alignment="right" if name in NUMBERS else "left",
            width=WIDTHS[name],
        )
        for name in COLUMNS
    }
    config[first] = st.column_config.TextColumn(
        say(f"column.{first}"),
        pinned=_is_pinned(first, label),
        width=LONG if label else WIDTHS[first],
    )
    if ranks is not None:
        rows = {"rank": list(ranks), **rows}
        config["rank"] = st.column_config.NumberColumn(
            say("column.rank"), pinned=True, width=WIDTHS["rank"]
        )
    if history is not None:
        courses = [history.get(cell["indicator"], ()) for cell in found]
        rows["history"] = pa.array(courses, pa.list_(pa.float64()))
        config["history"] = st.column_config.LineChartColumn(
            say("column.history"), width=WIDTHS["history"]
        )

    def take() -> None:
        picked = st.session_state[key]["selection"]["cells"]
        if picked:
            cell = found[picked[0][0]]
            on_pick(cell["province"], cell["indicator"], cell["year"])

    _pickable(rows, key, config, take)


def matrix(
    found: Sequence[Record],
    say: Words,
    *,
    key: str,
    first: str,
    columns: Mapping[str, str],
    column: Callable[[Record], str],
    label: Label | None = None,
    entry: Callable[[Record, Words], str] | None = None,
    on_pick: Pick,
) -> None:
    """Show cells crosswise, by province or indicator (`first`) down and by `column` across.

    `columns` has the headings in their order; `label` calls the rows otherwise than by their
    names. An entry is the actual with its status' glyph, a lone target in brackets, unless `entry`
    says otherwise.
    """
    by_row: dict[str, dict[str, Record]] = {}
    for cell in found:
        name = label(cell) if label else _name(cell, first, say)
        by_row.setdefault(name, {})[column(cell)] = cell
    rows = list(by_row.values())
    write = entry or actual_entry
    texts: Columns = {first: list(by_row)}
    for name in columns:
        texts[name] = [write(row[name], say) if name in row else "" for row in rows]
    config: dict[str, Any] = {
        name: st.column_config.TextColumn(heading, alignment="right", help=heading)
        for name, heading in columns.items()
    }
    config[first] = st.column_config.TextColumn(
        say(f"column.{first}"),
        pinned=_is_pinned(first, label),
        width=LONG if label else WIDTHS[first],
    )

    def take() -> None:
        picked = st.session_state[key]["selection"]["cells"]
        cell = rows[picked[0][0]].get(picked[0][1]) if picked else None
        if cell is not None:
            on_pick(cell["province"], cell["indicator"], cell["year"])

    _pickable(texts, key, config, take)


def actual_entry(cell: Record, say: Words, unit: bool = False) -> str:
    """The actual with its status' glyph; a target without one in brackets."""
    if cell["status"] == "no_actual":
        return f"[{cells.target(cell, say, unit)}]"
    value = cells.actual(cell, say, unit)
    return value if cell["status"] == "no_target" else f"{mark(cell['status']).glyph} {value}"


def verdict_entry(cell: Record, say: Words) -> str:
    """The status' glyph with the gap or the share of the target."""
    return f"{mark(cell['status']).glyph} {cells.verdict(cell, say)}"


def _is_pinned(first: str, label: Label | None) -> bool:
    """Whether the first column stays in view; a broad one would fill a phone's screen."""
    return first == "province" and label is None


def _name(cell: Record, first: str, say: Words) -> str:
    return say.name(cell) if first == "province" else cells.indicator(cell, say)


def _texts(found: Sequence[Record], say: Words, first: str, label: Label | None) -> Columns:
    """Cells as formatted texts."""
    return {
        first: [label(cell) if label else _name(cell, first, say) for cell in found],
        "target": [cells.target(cell, say) for cell in found],
        "actual": [cells.actual(cell, say) for cell in found],
        "status": [cells.status(cell, say) for cell in found],
        "gap": [cells.gap(cell, say) for cell in found],
        "attainment": [formats.share(cell["attainment"], say) for cell in found],
        "period": [cells.when(cell, say) for cell in found],
    }


def _pickable(
    columns: Columns, key: str, config: dict[str, Any], on_select: Callable[[], None]
) -> None:
    """A table of which one cell at a time can be picked; Arrow's is sent as it is."""
    st.dataframe(
        pa.table(columns),
        key=key,
        column_config=config,
        hide_index=True,
        height="content",
        on_select=on_select,
        selection_mode="single-cell",
    )
