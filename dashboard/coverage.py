"""What is there by province and year: a sentence, a grid, and the same as a table."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import charts, filters, queries
from dashboard.charts import Specification
from dashboard.words import Words, unaccented

Record = dict[str, Any]

SHADES = [[0, "rgba(0,114,178,0.10)"], [1, "rgba(0,114,178,0.85)"]]
"""From few cells to many, on a light and on a dark background."""
ROW = 17
"""Height of a province's row in pixels."""


def show(say: Words) -> None:
    """Show how many cells there are of each province and year."""
    counted = queries.coverage()
    if not counted:
        st.info(say("empty.database"), icon=":material/search_off:")
        return
    st.markdown(f"**{filters.plain_markdown(sentence(counted, say))}**")
    table = grid(counted, say)
    with charts.scrolling(len(table)):
        _draw(table, sentence(counted, say), say)
    with st.expander(say("coverage.table"), on_change="rerun", key="coverage-table") as opened:
        if opened.open:
            st.dataframe(
                table.astype("Int64"), height="content", alt=say("coverage.title"), placeholder=""
            )


def sentence(counted: Sequence[Record], say: Words) -> str:
    """How much there is, of which province and year most, and of how many provinces nothing."""
    by_province: dict[str, int] = {}
    by_year: dict[int, int] = {}
    for row in counted:
        by_province[row["province"]] = by_province.get(row["province"], 0) + row["cells"]
        by_year[row["year"]] = by_year.get(row["year"], 0) + row["cells"]
    names = queries.provinces()
    fullest = max(by_province, key=lambda key: (by_province[key], key))
    year = max(by_year, key=lambda key: (by_year[key], key))
    return say(
        "coverage.sentence",
        cells=say.count("coverage.cells", sum(by_year.values())),
        provinces=say.count("count.provinces", len(by_province)),
        first=min(by_year),
        last=max(by_year),
        fullest=say.name(names[fullest]),
        most=by_province[fullest],
        year=year,
        in_year=by_year[year],
        none=len(names.keys() - by_province.keys()),
    )


def grid(counted: Sequence[Record], say: Words) -> pd.DataFrame:
    """Cells by province (rows, by name) and year (columns, none left out); missing where none."""
    names = queries.provinces()
    frame = pd.DataFrame(counted).pivot(index="province", columns="year", values="cells")
    ordered = sorted(frame.index, key=lambda slug: unaccented(say.name(names[slug])))
    years = range(int(frame.columns.min()), int(frame.columns.max()) + 1)
    frame = frame.reindex(index=ordered, columns=years).rename(
        index=lambda slug: say.name(names[slug])
    )
    frame.index.name = say("column.province")
    frame.columns = frame.columns.astype(str)
    return frame


def _draw(table: pd.DataFrame, alt: str, say: Words) -> None:
    values = table.astype(object).where(table.notna(), None)
    layout: Specification = charts.LAYOUT | {
        "height": 40 + ROW * len(table),
        "margin": {"l": 120, "r": 8, "t": 22, "b": 4},
        "xaxis": {
            "tickformat": "d",
            "side": "top",
            "showgrid": False,
            "fixedrange": True,
            "tickfont": {"size": 11},
        },
        "yaxis": {
            "type": "category",
            "autorange": "reversed",
            "showgrid": False,
            "fixedrange": True,
            "tickfont": {"size": 11},
            "dtick": 1,
        },
    }
    trace = {
        "type": "heatmap",
        "x": [int(year) for year in table.columns],
        "y": list(table.index),
        "z": values.to_numpy().tolist(),
        "colorscale": SHADES,
        "showscale": False,
        "xgap": 1,
        "ygap": 1,
        "hoverongaps": False,
        "hovertemplate": say("coverage.hover", place="%{y}", year="%{x}", n="%{z}")
        + "<extra></extra>",
    }
    title, subtitle = say("coverage.title"), say("coverage.unit")
    charts.show([trace], layout, "coverage", alt, title=title, subtitle=subtitle)
