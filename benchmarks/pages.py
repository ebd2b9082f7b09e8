"""How long a page's script takes, with the given data and with five million figures.

Each run opens a page with other filters than the one before, as a visitor does who changes one; the
first run of each page, which fills caches, is left out. Measured through Streamlit's AppTest, which
adds some milliseconds of its own; without the way to the browser.
"""

import itertools
import logging
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb
from streamlit.testing.v1 import AppTest

from etl.publish import SCHEMA

ROOT = Path(__file__).resolve().parent.parent
GIVEN = ROOT / "data" / "indicators.duckdb"
FIGURES = int(os.environ.get("BENCH_FIGURES", 5_000_000))
A_PAGE = 8
"""Figures of an article."""
RUNS = 24
VIEWS: dict[str, tuple[str, tuple[str, ...]]] = {
    "overview": ("overview", ("indicator", "year")),
    "overview, map": ("overview?view=map", ("indicator", "year")),
    "overview, scoreboard": ("overview?view=scoreboard", ("year",)),
    "province": ("province", ("province", "year")),
    "indicator": ("indicator", ("indicator", "province", "year")),
    "indicator, map": ("indicator?view=map", ("indicator", "year")),
    "indicator, table": ("indicator?view=table", ("indicator", "year")),
    "articles": ("articles", ("province",)),
    "articles, one": ("articles", ("article",)),
    "data": ("data", ("province", "year")),
    "data, by indicator": ("data", ("indicator",)),
    "method": ("method", ()),
}
"""What is opened: a page, in a view where it has several, and the filters that change each run."""
GOALS = {"given": 50, "many": 150}
"""Milliseconds that half of the runs may take."""

SQL = f"""
    INSERT INTO provinces FROM given.provinces;
    INSERT INTO regions FROM given.regions;
    INSERT INTO indicators FROM given.indicators;
    INSERT INTO accuracy FROM given.accuracy;
    INSERT INTO build FROM given.build;

    CREATE TEMP TABLE place AS
        SELECT province, row_number() OVER (ORDER BY province) - 1 AS n FROM provinces;
    CREATE TEMP TABLE subject AS
        SELECT indicator, unit, row_number() OVER (ORDER BY position) - 1 AS n FROM indicators;
    CREATE TEMP TABLE figure AS
        SELECT i, i // {A_PAGE} AS a, hash(i // {A_PAGE}) % (SELECT count(*) FROM place) AS p,
               hash(i, 1) % (SELECT count(*) FROM subject) AS s,
               (2000 + hash(i // {A_PAGE}, 2) % 25)::INTEGER AS year,
               CASE WHEN hash(i, 3) % 2 = 0 THEN 'actual' ELSE 'target' END AS kind,
               (hash(i, 4) % 10000)::DOUBLE / 100 AS value
        FROM range({FIGURES}) numbers(i);

    INSERT INTO articles
        SELECT format('bench_{{:07d}}', a), 'bench', 'bench/' || a || '.txt', md5(a::VARCHAR),
               'https://example.org/' || a, 'example' || a % 200 || '.vn',
               'Tình hình kinh tế – xã hội năm ' || any_value(year) || ', bài số ' || a,
               make_date(any_value(year), 12, 1), any_value(place.province), 'text',
               string_agg(format('Năm {{}}, chỉ tiêu thứ {{}} đạt {{}}%. ', year, s, value), ''
                          ORDER BY i), NULL
        FROM figure JOIN place ON place.n = p GROUP BY a;
    INSERT INTO observations
        SELECT format('{{:012x}}', i), format('bench_{{:07d}}', a), place.province,
               subject.indicator, kind, year::VARCHAR, year, value, value, unit, NULL, NULL, NULL,
               false, value || '%', format('Năm {{}}, chỉ tiêu {{}} đạt {{}}%.', year, s, value),
               0, 8
        FROM figure JOIN place ON place.n = p JOIN subject ON subject.n = s
        ORDER BY place.province, subject.indicator, year, i;
    INSERT INTO numbers
        SELECT format('bench_{{:07d}}', a), place * 10, place * 10 + 4, '2020', 'period', NULL
        FROM (SELECT DISTINCT a FROM figure), range({2 * A_PAGE}) places(place);
    INSERT INTO scorecard BY NAME
        SELECT province, indicator, year, any_value(unit) AS unit,
               arg_min(low, observation) FILTER (kind = 'actual') AS actual,
               arg_min(low, observation) FILTER (kind = 'actual') AS actual_low,
               arg_min(low, observation) FILTER (kind = 'actual') AS actual_high,
               year::VARCHAR AS actual_period,
               min(observation) FILTER (kind = 'actual') AS actual_observation, false AS estimated,
               arg_min(low, observation) FILTER (kind = 'target') AS target_low,
               arg_min(low, observation) FILTER (kind = 'target') AS target_high,
               year::VARCHAR AS target_period,
               min(observation) FILTER (kind = 'target') AS target_observation,
               'stated' AS target_basis,
               actual - target_low AS gap, actual / nullif(target_low, 0) AS attainment,
               CASE WHEN actual IS NULL THEN 'no_actual' WHEN target_low IS NULL THEN 'no_target'
                    WHEN actual > target_low THEN 'exceeded' ELSE 'far' END AS status,
               0 AS differing, '1' AS rule_version
        FROM observations GROUP BY province, indicator, year ORDER BY ALL;
"""


def generate(file: Path) -> None:
    """Write a database of made-up figures, laid out as the build does."""
    with duckdb.connect(str(file)) as connection:
        connection.execute(f"ATTACH '{GIVEN}' AS given (READ_ONLY)")
        connection.execute(SCHEMA.read_text(encoding="utf-8"))
        connection.execute(SQL)
        connection.execute("CHECKPOINT")


def choices(file: Path) -> Iterator[dict[str, str]]:
    """Filters one after another that have figures, without end."""
    with duckdb.connect(str(file), read_only=True) as connection:
        rows = connection.execute(
            """SELECT province, indicator, year,
                      (SELECT article FROM observations o WHERE o.observation =
                           coalesce(s.actual_observation, s.target_observation))
               FROM (FROM scorecard USING SAMPLE 200 ROWS (reservoir, 7)) s"""
        ).fetchall()
    for province, indicator, year, article in itertools.cycle(rows):
        chosen = {"province": province, "indicator": indicator, "year": str(year)}
        yield chosen | {"article": article}


def measure(address: str, names: Sequence[str], file: Path) -> list[float]:
    """Milliseconds of runs of a page, sorted; each with other values of the filters named."""
    page, _, view = address.partition("?view=")
    os.environ["CHI_TIEU_DATABASE"] = str(file)
    taken = []
    for chosen in itertools.islice(choices(file), RUNS + 1):
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
        app.run()
        app.query_params.update({name: chosen[name] for name in names})
        if view:
            app.query_params["view"] = view
        if page != "overview":
            app.switch_page(f"pages/{page}.py")
        started = time.perf_counter()
        app.run()
        taken.append(1000 * (time.perf_counter() - started))
        assert not app.exception, app.exception
    return sorted(taken[1:])


def report(name: str, file: Path) -> None:
    """Print one table."""
    with duckdb.connect(str(file), read_only=True) as connection:
        ((figures, cells),) = connection.execute(
            "SELECT (SELECT count(*) FROM observations), (SELECT count(*) FROM scorecard)"
        ).fetchall()
    print(f"\n{figures:,} figures, {cells:,} cells; a page's script in ms (goal {GOALS[name]}):")
    for view, (address, names) in VIEWS.items():
        taken = measure(address, names, file)
        high = taken[round(0.95 * (len(taken) - 1))]
        print(f"{view:<24}p50{statistics.median(taken):>7.0f}   p95{high:>7.0f}", flush=True)


def main() -> None:
    """Measure the given data, then the made-up."""
    logging.disable(logging.WARNING)  # Streamlit warns that it runs without a server
    if not GIVEN.exists():
        sys.exit(f"There is no {GIVEN}: make build")
    report("given", GIVEN)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "many.duckdb"
        generate(file)
        report("many", file)


if __name__ == "__main__":
    main()
