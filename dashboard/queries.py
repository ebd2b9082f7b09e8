"""Everything the pages ask of the database; all SQL stands here."""

from collections.abc import Iterable
from datetime import date, datetime

from dashboard.published import Record, records
from dashboard.selections import Selection


def build() -> Record:
    """When the database was built, from what, and how well the articles were read."""
    return records("SELECT * FROM build")[0]


def built_at() -> datetime:
    """When the database was built (UTC)."""
    moment: datetime = build()["built_at"]
    return moment


def provinces() -> dict[str, Record]:
    """All provinces by slug, with the number of cells that the scorecard has of each.

    `parts` counts the provinces that became one on 1 July 2025, itself included.
    """
    rows = records(
        """SELECT p.*, r.name AS region_name, r.name_en AS region_name_en,
                  q.name AS successor_name, q.name_en AS successor_name_en,
                  (SELECT count(*) FROM scorecard s WHERE s.province = p.province) AS cells,
                  (SELECT count(*) FROM provinces m WHERE m.successor = p.province
                   AND coalesce(m.valid_to, '9999') >= '2025-06-30') AS parts
           FROM provinces p
           LEFT JOIN regions r USING (region)
           LEFT JOIN provinces q ON q.province = p.successor
           ORDER BY p.province"""
    )
    return {row["province"]: row for row in rows}


def regions() -> dict[str, Record]:
    """All regions by slug, in the usual order from north to south."""
    return {row["region"]: row for row in records("SELECT * FROM regions ORDER BY position")}


def indicators() -> dict[str, Record]:
    """All indicators by id in the catalogue's order, with the number of cells of each."""
    rows = records(
        """SELECT i.*, (SELECT count(*) FROM scorecard s WHERE s.indicator = i.indicator) AS cells
           FROM indicators i ORDER BY position"""
    )
    return {row["indicator"]: row for row in rows}


def themes() -> list[str]:
    """The themes in the catalogue's order."""
    rows = records("SELECT theme FROM indicators GROUP BY theme ORDER BY min(position)")
    return [row["theme"] for row in rows]


def years(province: str | None = None, indicator: str | None = None) -> list[Record]:
    """The years with cells of a province and an indicator, the latest first: year, cells, pairs."""
    return records(
        """SELECT year, count(*) AS cells,
                  count(*) FILTER (status NOT IN ('no_target', 'no_actual')) AS pairs
           FROM scorecard
           WHERE province = coalesce(?, province) AND indicator = coalesce(?, indicator)
           GROUP BY year ORDER BY year DESC""",
        province,
        indicator,
    )


def fullest_indicator() -> str | None:
    """The indicator with most pairs of target and actual, where a visitor starts."""
    return _fullest("indicator")


def fullest_province() -> str | None:
    """The province with most pairs of target and actual, where a visitor starts."""
    return _fullest("province")


def _fullest(column: str) -> str | None:
    rows = records(
        f"""SELECT {column} AS name FROM scorecard GROUP BY name
            ORDER BY count(*) FILTER (status NOT IN ('no_target', 'no_actual')) DESC,
                     count(*) DESC, name LIMIT 1"""
    )
    return rows[0]["name"] if rows else None


def totals() -> Record:
    """Headline counts of the whole database."""
    return records(
        """SELECT (SELECT count(*) FROM articles) AS articles,
                  (SELECT count(*) FROM observations) AS observations,
                  (SELECT count(DISTINCT province) FROM scorecard) AS provinces,
                  (SELECT count(*) FROM scorecard
                   WHERE status NOT IN ('no_target', 'no_actual')) AS pairs"""
    )[0]


def cells(
    province: str | None = None,
    year: int | None = None,
    indicator: str | None = None,
    theme: str | None = None,
    region: str | None = None,
) -> list[Record]:
    """The scorecard's cells that the filters leave, by theme, indicator, province and year."""
    condition, values = Selection(province, year, indicator, theme, region).condition()
    found = named(records(f"SELECT * FROM scorecard WHERE {condition}", *values))
    found.sort(key=lambda row: (row["position"], row["province"], row["year"]))
    rank = {
        theme: place for place, theme in enumerate(dict.fromkeys(row["theme"] for row in found))
    }
    return sorted(found, key=lambda row: rank[row["theme"]])


def named(rows: Iterable[Record]) -> list[Record]:
    """Cells with what is known of their provinces and indicators, and a unit of every target.

    Put together here: DuckDB takes three times as long to plan a join as to give one's cells.
    """
    place = {
        key: {name: row[name] for name in ("name", "name_en", "region", "code")}
        for key, row in provinces().items()
    }
    subject = {
        key: {name: row[name] for name in ("theme", "measure", "direction", "position")}
        | {"indicator_vi": row["name_vi"], "indicator_en": row["name_en"]}
        for key, row in indicators().items()
    }
    return [
        {
            **row,
            "target_unit": row["target_unit"] or row["unit"],
            **place[row["province"]],
            **subject[row["indicator"]],
        }
        for row in rows
    ]


def cell(province: str, indicator: str, year: int) -> Record | None:
    """One cell of the scorecard, among those of all years, which a timeline asks for too."""
    course = cells(province=province, indicator=indicator)
    return next((row for row in course if row["year"] == year), None)


def actuals(province: str) -> dict[str, list[float]]:
    """A province's actuals of all years by indicator, the earliest first."""
    rows = records(
        """SELECT indicator, list(actual ORDER BY year) AS course FROM scorecard
           WHERE province = ? AND actual IS NOT NULL GROUP BY indicator""",
        province,
    )
    return {row["indicator"]: row["course"] for row in rows}


def sources(province: str, indicator: str, year: int) -> list[Record]:
    """The observations of one cell with their articles, the latest article first."""
    found = records(
        """SELECT * FROM observations WHERE province = ? AND indicator = ? AND year = ?
           ORDER BY article, start_char""",
        province,
        indicator,
        year,
    )
    keys = quoted(sorted({row["article"] for row in found}))
    articles = records(
        f"""SELECT article, title, publisher, published, url, collection, text
            FROM articles WHERE article IN ({keys})"""
    )
    of_article = {row["article"]: row for row in articles}
    told = [row | of_article[row["article"]] for row in found]
    return sorted(told, key=lambda row: row["published"] or date.min, reverse=True)


def observation(identifier: str | None) -> Record | None:
    """One observation with its article."""
    rows = records(
        """SELECT o.*, a.title, a.publisher, a.published, a.url, a.collection, a.text
           FROM observations o JOIN articles a USING (article) WHERE o.observation = ?""",
        identifier,
    )
    return rows[0] if rows else None


OF_PROVINCE = """(?1 IS NULL OR a.province = ?1
                 OR a.article IN (SELECT article FROM observations WHERE province = ?1))"""


def count_articles(province: str | None = None) -> int:
    """How many articles there are, of one province where told."""
    sql = f"SELECT count(*) AS n FROM articles a WHERE {OF_PROVINCE}"
    number: int = records(sql, province)[0]["n"]
    return number


def articles(province: str | None, limit: int) -> list[Record]:
    """The latest articles, of one province where told, with how many figures each gave."""
    order = "a.published DESC NULLS LAST, a.article"
    latest = records(
        f"SELECT a.article FROM articles a WHERE {OF_PROVINCE} ORDER BY {order} LIMIT {limit}",
        province,
    )
    keys = quoted(row["article"] for row in latest)
    return records(
        f"""SELECT a.article, a.collection, a.publisher, a.title, a.published, a.province,
                   a.province_basis, a.url, a.problem, p.name, p.name_en,
                   coalesce(o.figures, 0) AS figures
            FROM articles a
            LEFT JOIN provinces p USING (province)
            LEFT JOIN (SELECT article, count(*) AS figures FROM observations
                       WHERE article IN ({keys}) GROUP BY article) o USING (article)
            WHERE a.article IN ({keys}) ORDER BY {order}"""
    )


def article(identifier: str) -> Record | None:
    """One article with its text."""
    rows = records(
        """SELECT a.*, p.name, p.name_en FROM articles a LEFT JOIN provinces p USING (province)
           WHERE a.article = ?""",
        identifier,
    )
    return rows[0] if rows else None


def article_figures(identifier: str) -> list[Record]:
    """What an article states, in the order of its text."""
    return records(
        """SELECT o.*, i.name_vi AS indicator_vi, i.name_en AS indicator_en, p.name, p.name_en
           FROM observations o
           JOIN indicators i USING (indicator)
           LEFT JOIN provinces p USING (province)
           WHERE o.article = ? ORDER BY o.start_char, o.observation""",
        identifier,
    )


def article_numbers(identifier: str) -> list[Record]:
    """Every number of an article that is no figure's value, and why not."""
    return records(
        """SELECT * FROM numbers WHERE article = ? AND fate <> 'observation'
           ORDER BY start_char""",
        identifier,
    )


def example() -> list[Record]:
    """The result and the target of one sentence: of those as published, the plainest to grade."""
    return records(
        """WITH chosen AS (
               SELECT o.observation AS actual, t.observation AS target
               FROM scorecard s
               JOIN observations o ON o.observation = s.actual_observation
               JOIN observations t ON t.observation = s.target_observation
                                  AND t.article = o.article AND t.sentence = o.sentence
               JOIN articles a ON a.article = o.article
               WHERE s.target_basis = 'stated' AND s.attainment IS NOT NULL
               ORDER BY a.collection <> 'original', length(o.sentence), o.observation LIMIT 1)
           SELECT o.*, i.name_vi AS indicator_vi, i.name_en AS indicator_en, p.name, p.name_en
           FROM chosen c
           JOIN observations o ON o.observation IN (c.actual, c.target)
           JOIN indicators i USING (indicator)
           JOIN provinces p ON p.province = o.province
           ORDER BY o.observation = c.target"""
    )


def coverage() -> list[Record]:
    """How many cells there are of each province and year."""
    return records(
        """SELECT province, year, count(*) AS cells FROM scorecard
           GROUP BY province, year ORDER BY province, year"""
    )


def accuracy() -> list[Record]:
    """How well each indicator was read in the labelled articles, those labelled most first."""
    return records(
        """SELECT a.*, i.name_vi, i.name_en,
                  correct / nullif(correct + wrong, 0) AS precision,
                  correct / nullif(labelled, 0) AS recall
           FROM accuracy a JOIN indicators i USING (indicator)
           ORDER BY labelled DESC, i.position"""
    )


def quoted(keys: Iterable[str]) -> str:
    """Keys as a list of SQL texts: rows looked up by it are found by index, joined ones are not."""
    return ", ".join("'" + key.replace("'", "''") + "'" for key in keys) or "NULL"
