"""The tables that leave the house: the rows of a view that the filters leave; their SQL."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

import pyarrow as pa

from dashboard.published import Record, Stamp, arrow, records, stamp
from dashboard.queries import named, quoted
from dashboard.selections import Selection

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


PAIRS = """
    SELECT c.province, p.name AS province_name, c.indicator,
           i.name_vi AS indicator_vi, i.name_en AS indicator_en, i.theme, c.year, c.unit,
           c.target_low, c.target_high, coalesce(c.target_unit, c.unit) AS target_unit,
           c.target_basis, c.target_period, c.target_implied, c.target_confirmed,
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
    FROM (SELECT * FROM scorecard WHERE {condition}) c
    JOIN provinces p USING (province)
    JOIN indicators i USING (indicator)
    LEFT JOIN observations ao ON ao.observation = c.actual_observation
    LEFT JOIN articles aa ON aa.article = ao.article
    LEFT JOIN observations t ON t.observation = c.target_observation
    LEFT JOIN articles ta ON ta.article = t.article
    ORDER BY c.province, c.year, i.position"""

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


def count(view: View, selection: Selection) -> int:
    """How many rows a view has."""
    condition, values = selection.condition()
    table = "scorecard" if view == "pairs" else "observations"
    sql = f"SELECT count(*) AS n FROM {table} WHERE {condition}"
    number: int = records(sql, *values)[0]["n"]
    return number


def first(view: View, selection: Selection, limit: int) -> list[Record]:
    """The first rows of a view; of pairs the cells, with the quotes and who published them.

    What belongs to them is looked up by its keys: a join would read all figures and articles.
    """
    condition, values = selection.condition()
    if view == "pairs":
        return _first_cells(condition, values, limit)
    figures = f"SELECT * FROM observations WHERE {condition} ORDER BY {STORED} LIMIT {limit}"
    keys = quoted(sorted({row["article"] for row in records(figures, *values)}))
    articles = f"(SELECT * FROM articles WHERE article IN ({keys}))"
    return records(FIGURES.format(figures=figures, articles=articles), *values)


def _first_cells(condition: str, values: Iterable[object], limit: int) -> list[Record]:
    found = records(
        f"""SELECT s.* FROM (SELECT * FROM scorecard WHERE {condition}) s
            JOIN indicators i USING (indicator)
            ORDER BY s.province, s.year, i.position LIMIT {limit}""",
        *values,
    )
    kinds = ("actual", "target")
    keys = {row[f"{kind}_observation"] for row in found for kind in kinds}
    told = _by_key("observation", "article, quote", "observations", keys)
    articles = _by_key(
        "article", "publisher", "articles", {row["article"] for row in told.values()}
    )
    for row in found:
        for kind in kinds:
            source = told.get(row[f"{kind}_observation"], {})
            row[f"{kind}_quote"] = source.get("quote")
            row[f"{kind}_publisher"] = articles.get(source.get("article"), {}).get("publisher")
    return named(found)


def _by_key(
    key: str, columns: str, table: str, keys: Iterable[str | None]
) -> dict[str | None, Record]:
    listed = quoted(sorted(filter(None, keys)))
    rows = records(f"SELECT {key}, {columns} FROM {table} WHERE {key} IN ({listed})")
    return {row[key]: row for row in rows}


def whole(view: View, selection: Selection) -> pa.Table:
    """All rows of a view."""
    condition, values = selection.condition()
    if view == "pairs":
        return arrow(PAIRS.format(condition=condition), *values)
    figures = f"SELECT * FROM observations WHERE {condition}"
    return arrow(FIGURES.format(figures=figures, articles="articles"), *values)


def schema(table: str) -> pa.Schema:
    """The columns of a published table or of a view."""
    return _schema(stamp(), table)


@lru_cache(maxsize=32)
def _schema(stamp: Stamp, table: str) -> pa.Schema:
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
