"""The table of the Data page: rows of a view in words; a click on one opens its evidence."""

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import streamlit as st

from dashboard import cells, formats, queries, reading, tables
from dashboard.words import Words

Record = dict[str, Any]

COLUMNS = {
    "pairs": (
        "province",
        "indicator",
        "year",
        *tables.COLUMNS,
        "actual_quote",
        "actual_publisher",
        "target_quote",
        "target_publisher",
    ),
    "figures": (
        "province",
        "indicator",
        "year",
        "kind",
        "value",
        "period",
        "status",
        "quote",
        "publisher",
        "published",
        "sentence",
    ),
}


def show(rows: Sequence[Record], view: str, say: Words, *, on_pick: tables.Pick) -> None:
    """Show the rows; a click on one opens its evidence."""
    key = f"rows-{view}"

    def take() -> None:
        picked = st.session_state[key]["selection"]["cells"]
        if picked:
            row = rows[picked[0][0]]
            if row["province"] is not None:
                on_pick(row["province"], row["indicator"], row["year"])

    st.dataframe(
        frame(rows, view, say),
        key=key,
        column_config=columns(view, say),
        hide_index=True,
        height=560,
        placeholder="",
        on_select=take,
        selection_mode="single-cell",
        alt=say(f"view.{view}"),
    )


def frame(rows: Sequence[Record], view: str, say: Words) -> pa.Table:
    """The rows for reading: names and formatted values, the few columns that matter first."""
    names = queries.provinces()
    return pa.Table.from_pylist(
        [
            {
                "province": say.name(names[row["province"]]) if row["province"] in names else "–",
                "indicator": cells.indicator(row, say),
                "year": str(row["year"]),
            }
            | (_pair(row, say) if view == "pairs" else _figure(row, say))
            for row in rows
        ]
    )


def columns(view: str, say: Words) -> dict[str, Any]:
    """How the columns of `shown` are labelled and aligned."""
    right = {"target", "actual", "gap", "attainment", "value"}
    config: dict[str, Any] = {
        name: st.column_config.TextColumn(
            say(f"column.{name}"),
            alignment="right" if name in right else "left",
            width=tables.WIDTHS.get(name),
            pinned=name == "province",
        )
        for name in COLUMNS[view]
    }
    config["url"] = st.column_config.LinkColumn(say("column.url"), display_text=say("column.url"))
    return config


def _pair(row: Record, say: Words) -> dict[str, Any]:
    return {
        "target": cells.target(row, say),
        "actual": cells.actual(row, say),
        "gap": cells.gap(row, say),
        "attainment": formats.share(row["attainment"], say),
        "status": cells.status(row, say),
        "period": cells.when(row, say),
        "actual_quote": row["actual_quote"],
        "actual_publisher": row["actual_publisher"],
        "target_quote": row["target_quote"],
        "target_publisher": row["target_publisher"],
    }


def _figure(row: Record, say: Words) -> dict[str, Any]:
    return {
        "kind": say(f"kind.{row['kind']}"),
        "value": reading.value(row, say),
        "period": formats.period(row["period"], say),
        "status": cells.status(row, say) if row["status"] else "–",
        "quote": row["quote"],
        "publisher": row["publisher"],
        "published": formats.day(row["published"], say),
        "sentence": row["sentence"],
        "url": row["url"],
    }
