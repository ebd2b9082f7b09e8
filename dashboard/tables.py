"""Cells of the scorecard as tables on screen; a click on a row opens its evidence."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import cells, formats
from dashboard.status import mark
from dashboard.words import Words

Record = dict[str, Any]
Pick = Callable[[str, str, int], None]
"""What is done with the province, indicator and year of a cell that was clicked on."""

COLUMNS = ("target", "actual", "status", "gap", "attainment", "period")
WIDTHS = {
    "province": 150,
    "indicator": 320,
    "target": 145,
    "actual": 145,
    "status": 135,
    "gap": 145,
    "attainment": 125,
    "period": 165,
    "history": 95,
}
"""In pixels, so that the columns of tables below one another stand below one another."""
LONG = 270
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
    names: Mapping[str, str] | None = None,
) -> None:
    """Show cells one a row; `first`, province or indicator, names what tells them apart.

    `names` has other names of provinces; `history` has each indicator's actuals over the years,
    drawn small in the last column.
    """
    rows = frame(found, say, first)
    if names:
        rows[first] = [names.get(cell["province"], say.name(cell)) for cell in found]
    config: dict[str, Any] = {
        name: st.column_config.TextColumn(
            say(f"column.{name}"),
            alignment="right" if name in NUMBERS else "left",
            width=WIDTHS[name],
        )
        for name in COLUMNS
    }
    config[first] = st.column_config.TextColumn(
        say(f"column.{first}"), pinned=first == "province", width=LONG if names else WIDTHS[first]
    )
    if history is not None:
        rows["history"] = [list(history.get(cell["indicator"], ())) for cell in found]
        config["history"] = st.column_config.LineChartColumn(
            say("column.history"), width=WIDTHS["history"]
        )

    def take() -> None:
        picked = st.session_state[key]["selection"]["cells"]
        if picked:
            cell = found[picked[0][0]]
            on_pick(cell["province"], cell["indicator"], cell["year"])

    _pickable(rows, key, config, take)


def frame(found: Sequence[Record], say: Words, first: str) -> pd.DataFrame:
    """Cells as formatted texts."""
    rows = [
        {
            first: say.name(cell) if first == "province" else cells.indicator(cell, say),
            "target": cells.target(cell, say),
            "actual": cells.actual(cell, say),
            "status": cells.status(cell, say),
            "gap": cells.gap(cell, say),
            "attainment": formats.share(cell["attainment"], say),
            "period": cells.when(cell, say),
        }
        for cell in found
    ]
    return pd.DataFrame(rows, columns=[first, *COLUMNS])


def matrix(found: Sequence[Record], say: Words, *, key: str, on_pick: Pick) -> None:
    """Show provinces by years: actuals with their status' glyph, lone targets in brackets."""
    years = sorted({cell["year"] for cell in found}, reverse=True)
    by_place: dict[str, dict[str, Record]] = {}
    for cell in found:
        by_place.setdefault(cell["province"], {})[str(cell["year"])] = cell
    places = list(by_place.values())
    rows = [
        {"province": say.name(next(iter(row.values())))}
        | {year: _entry(cell, say) for year, cell in row.items()}
        for row in places
    ]
    table = pd.DataFrame(rows, columns=["province", *map(str, years)]).fillna("")
    config: dict[str, Any] = {
        str(year): st.column_config.TextColumn(str(year), alignment="right") for year in years
    }
    config["province"] = st.column_config.TextColumn(
        say("column.province"), pinned=True, width=WIDTHS["province"]
    )

    def take() -> None:
        picked = st.session_state[key]["selection"]["cells"]
        cell = places[picked[0][0]].get(picked[0][1]) if picked else None
        if cell is not None:
            on_pick(cell["province"], cell["indicator"], cell["year"])

    _pickable(table, key, config, take)


def _pickable(
    rows: pd.DataFrame, key: str, config: dict[str, Any], on_select: Callable[[], None]
) -> None:
    """A table of which one cell at a time can be picked."""
    st.dataframe(
        rows,
        key=key,
        column_config=config,
        hide_index=True,
        height="content",
        on_select=on_select,
        selection_mode="single-cell",
    )


def _entry(cell: Record, say: Words) -> str:
    if cell["status"] == "no_actual":
        return f"[{cells.target(cell, say, unit=False)}]"
    value = cells.actual(cell, say, unit=False)
    return value if cell["status"] == "no_target" else f"{mark(cell['status']).glyph} {value}"
