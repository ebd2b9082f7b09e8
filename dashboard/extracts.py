"""The tables that leave the house: the rows of a view that the filters leave; their SQL."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

import pyarrow as pa

from dashboard.published import Record, arrow, records
from dashboard.queries import CELLS, quoted

View = Literal["pairs", "figures"]
VIEWS: tuple[View, ...] = ("pairs", "figures")

PACKAGED = (
    "scorecard",
    "observations",
    "articles",
    "indicators",
    "provinces",
    "regions",
    "accuracy",
    "build",
)
"""The tables of the data package; `numbers` tells places in texts, which it does not hold."""


class Selection(NamedTuple):
    """What is selected; None is all of it."""

    province: str | None = None
    year: int | None = None
    indicator: str | None = None
    theme: str | None = None
    region: str | None = None


EVERYTHING = Selection()

PAIRS = """
    SELECT c.province, c.name AS province_name, c.indicator, c.indicator_vi, c.indicator_en,
           c.theme, c.year, c.unit,
           c.target_low, c.target_high, c.target_unit, c.target_basis, c.target_period,
           c.target_implied, c.target_confirmed,
           c.actual, c.actual_low, c.actual_high, c.actual_period,
           c.gap, c.attainment, c.pace, c.status, c.differing, c.rule_version,
           c.out_of, c.estimated AS actual_estimated, ao.quote AS actual_quote,
           ao.sentence AS actual_sentence, ao.article AS actual_article,
           aa.title AS actual_title, aa.publisher AS actual_publisher,
           aa.published AS actual_published, aa.url AS actual_url,
           t.quote AS target_quote, t.sentence AS target_sentence,
           t.article AS target_article, ta.title AS target_title,
           ta.publisher AS target_publisher, ta.published AS target_published,
           ta.url AS target_url
    FROM ({cells}) c
    LEFT JOIN {told} ao ON ao.observation = c.actual_observation
    LEFT JOIN {articles} aa ON aa.article = ao.article
    LEFT JOIN {told} t ON t.observation = c.target_observation
    LEFT JOIN {articles} ta ON ta.article = t.article
    ORDER BY c.province, c.year, c.position"""

FIGURES = """
    SELECT o.province, p.name AS province_name, o.indicator,
           i.name_vi AS indicator_vi, i.name_en AS indicator_en, i.theme,
           o.kind, o.period, o.year, o.low, o.high, o.unit, o.out_of, o.pct_of_plan, o.yoy,
           o.estimated, s.status, s.rule_version,
           o.quote, o.sentence, o.article, a.title, a.publisher, a.published, a.url,
           a.collection, o.start_char, o.end_char, o.observation
    FROM ({figures}) o
    JOIN {articles} a USING (article)
    JOIN indicators i USING (indicator)
    LEFT JOIN provinces p ON p.province = o.province
    LEFT JOIN scorecard s ON s.province = o.province AND s.indicator = o.indicator
                         AND s.year = o.year
    ORDER BY o.province, o.indicator, o.year, o.article, o.start_char, o.observation"""

STORED = "province, indicator, year, article, start_char, observation"
"""The order in which the build stores figures."""

CONDITIONS = Selection(
    province="province = ?",
    year="year = ?",  # type: ignore[arg-type]
    indicator="indicator = ?",
    theme="indicator IN (SELECT indicator FROM indicators WHERE theme = ?)",
    region="province IN (SELECT province FROM provinces WHERE region = ?)",
)
"""What each part of a selection asks of a figure; a part that selects nothing asks nothing."""


def count(view: View, selection: Selection) -> int:
    """How many rows a view has."""
    sql, values = (CELLS, selection) if view == "pairs" else _figures(selection)
    number: int = records(f"SELECT count(*) AS n FROM ({sql})", *values)[0]["n"]
    return number


def first(view: View, selection: Selection, limit: int) -> list[Record]:
    """The first rows of a view.

    What belongs to them is looked up by its keys: a join would read all figures and articles.
    """
    if view == "pairs":
        cells = f"{CELLS} ORDER BY s.province, s.year, i.position LIMIT {limit}"
        names = ("actual_observation", "target_observation")
        shown = records(cells, *selection)
        told = _looked_up("observations", "observation", shown, names)
        articles = _looked_up("articles", "article", records(f"FROM {told}"), ("article",))
        return records(PAIRS.format(cells=cells, told=told, articles=articles), *selection)
    sql, values = _figures(selection)
    figures = f"{sql} ORDER BY {STORED} LIMIT {limit}"
    articles = _looked_up("articles", "article", records(figures, *values), ("article",))
    return records(FIGURES.format(figures=figures, articles=articles), *values)


def whole(view: View, selection: Selection) -> pa.Table:
    """All rows of a view."""
    if view == "pairs":
        sql = PAIRS.format(cells=CELLS, told="observations", articles="articles")
        return arrow(sql, *selection)
    figures, values = _figures(selection)
    return arrow(FIGURES.format(figures=figures, articles="articles"), *values)


def _figures(selection: Selection) -> tuple[str, Sequence[object]]:
    """The statement that selects figures, and its values."""
    asked = [
        (condition, value)
        for condition, value in zip(CONDITIONS, selection, strict=True)
        if value is not None
    ]
    conditions = " AND ".join(str(condition) for condition, _ in asked) or "true"
    return f"SELECT * FROM observations WHERE {conditions}", [value for _, value in asked]


def _looked_up(table: str, key: str, rows: Iterable[Record], names: Iterable[str]) -> str:
    """The rows of a table whose keys stand in columns of other rows, as SQL."""
    keys = sorted({row[name] for row in rows for name in names if row[name]})
    return f"(SELECT * FROM {table} WHERE {key} IN ({quoted(keys)}))"


def schema(table: str) -> pa.Schema:
    """The columns of a published table or of a view."""
    if table in VIEWS:
        return whole(table, Selection(province="")).schema
    return arrow(f"SELECT * FROM {table} LIMIT 0").schema


def packaged(table: str) -> pa.Table:
    """A table of the data package: as published, but without the articles' texts."""
    columns = "* EXCLUDE (text)" if table == "articles" else "*"
    return arrow(f"SELECT {columns} FROM {table} ORDER BY ALL")


def tables() -> set[str]:
    """The names of the published tables."""
    rows = records("SELECT table_name FROM duckdb_tables() WHERE database_name = 'published'")
    return {row["table_name"] for row in rows}


def required() -> set[tuple[str, str]]:
    """Tables' columns that are never empty."""
    rows = records(
        """SELECT table_name, column_name FROM duckdb_columns()
           WHERE database_name = 'published' AND NOT is_nullable"""
    )
    return {(row["table_name"], row["column_name"]) for row in rows}


def publishers() -> list[Record]:
    """Whose articles were read, and how many of each."""
    return records(
        """SELECT publisher, count(*) AS articles FROM articles WHERE publisher IS NOT NULL
           GROUP BY publisher ORDER BY articles DESC, publisher"""
    )
