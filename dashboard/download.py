"""The filtered rows: on screen in words, in the CSV as they stand in the tables."""

import re
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import cells, formats, published, queries, reading, tables
from dashboard.words import Words, words

EXAMPLE = """import duckdb

duckdb.sql("ATTACH 'chi-tieu.duckdb' AS chi_tieu (READ_ONLY)")
duckdb.sql(\"\"\"
    SELECT province, year, target_low, target_high, actual, gap, status
    FROM chi_tieu.scorecard WHERE indicator = 'grdp_growth' ORDER BY gap
\"\"\").df()"""

FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d.,]+%?$)")
"""What a text begins with that a spreadsheet takes for a formula; a signed number is none."""

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

Filters = tuple[str | None, int | None, str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Download:
    """The rows of a view that the filters leave: as in the tables, for reading, and as CSV."""

    rows: pd.DataFrame
    shown: pd.DataFrame
    csv: bytes


def prepare(view: str, filters: Filters, say: Words) -> Download:
    """The rows of a view that the filters leave."""
    return _prepare(published.stamp(), view, filters, say.language)


@st.cache_data(max_entries=64, show_spinner=False)
def _prepare(stamp: published.Stamp, view: str, filters: Filters, language: str) -> Download:
    ask = queries.pairs_download if view == "pairs" else queries.figures_download
    rows = ask(*filters)
    return Download(rows, shown(rows, view, words(language)), csv(rows))


def csv(frame: pd.DataFrame) -> bytes:
    """The rows as CSV that Excel opens with its diacritics; a formula in a text stays text."""
    safe = frame.copy()
    for name in safe.columns:
        if not pd.api.types.is_numeric_dtype(safe[name]):
            safe[name] = safe[name].map(_inert)
    return safe.to_csv(index=False).encode("utf-8-sig")


def _inert(value: object) -> object:
    """A text that a spreadsheet would run as a formula, made harmless by an apostrophe."""
    if not isinstance(value, str) or not FORMULA.match(value):
        return value
    return f"'{value}"


def file_name(view: str, filters: Filters) -> str:
    """An ASCII file name that tells what was filtered."""
    parts = [str(value).replace("_", "-") for value in filters if value]
    return "-".join(["chi-tieu", view, *parts]) + ".csv"


def show(download: Download, view: str, say: Words, *, on_pick: tables.Pick) -> None:
    """Show the rows; a click on one opens its evidence."""
    key = f"rows-{view}"

    def take() -> None:
        picked = st.session_state[key]["selection"]["cells"]
        if picked:
            row = download.rows.iloc[picked[0][0]]
            if isinstance(row["province"], str):
                on_pick(row["province"], row["indicator"], int(row["year"]))

    st.dataframe(
        download.shown,
        key=key,
        column_config=columns(view, say),
        hide_index=True,
        height=560,
        placeholder="",
        on_select=take,
        selection_mode="single-cell",
    )


def shown(frame: pd.DataFrame, view: str, say: Words) -> pd.DataFrame:
    """The rows for reading: names and formatted values, the few columns that matter first."""
    records = _records(frame)
    names = queries.provinces()
    texts = [
        {
            "province": say.name(names[row["province"]]) if row["province"] in names else "–",
            "indicator": cells.indicator(row, say),
            "year": str(row["year"]),
        }
        | (_pair(row, say) if view == "pairs" else _figure(row, say))
        for row in records
    ]
    return pd.DataFrame(texts)


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


def _pair(row: dict[str, Any], say: Words) -> dict[str, Any]:
    cell = row | {
        "actual_observation": row["actual_article"],
        "estimated": row["actual_estimated"],
    }
    return {
        "target": cells.target(row, say),
        "actual": cells.actual(cell, say),
        "gap": cells.gap(row, say),
        "attainment": formats.share(row["attainment"], say),
        "status": cells.status(row, say),
        "period": cells.when(cell, say),
        "actual_quote": row["actual_quote"],
        "actual_publisher": row["actual_publisher"],
        "target_quote": row["target_quote"],
        "target_publisher": row["target_publisher"],
    }


def _figure(row: dict[str, Any], say: Words) -> dict[str, Any]:
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


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as dictionaries with None where a cell is empty."""
    return [
        {str(name): None if pd.isna(value) else value for name, value in row.items()}
        for row in frame.to_dict("records")
    ]
