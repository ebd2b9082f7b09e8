"""The database file: written whole, swapped in one step, no litter."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl import publish as publishing
from etl.catalogue import load_catalogue
from etl.models import Article, Number, Observation, Placement
from etl.publish import SCHEMA, Build, Publication, UnwritableError, publish
from etl.reconcile import reconcile


@pytest.fixture
def publication(observation: Callable[..., Observation]) -> Publication:
    indicators = load_catalogue().indicators
    article = Article(
        article="a1",
        collection="original",
        path="data/articles/original/a1.txt",
        sha256="0" * 64,
        url=None,
        publisher="baolangson.vn",
        title="Hội nghị",
        published=date(2020, 12, 2),
        text="GRDP ước đạt 2,03%.",
    )
    observations = [observation(2.03, observation="o2"), observation(3.0, observation="o1")]
    return Publication(
        articles=[(article, Placement("lang-son", "text"))],
        observations=observations,
        numbers=[Number("a1", 13, 18, "2,03%", "observation", "o2")],
        scorecard=reconcile(observations, indicators, {}),
        indicators=list(indicators.values()),
        regions=[],
        provinces=[],
        build=Build(datetime(2026, 1, 1), "0", 1, "1", "data/articles", 1, 0, 0, 2, 1),  # noqa: DTZ001
    )


def rows(database: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(database), read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_every_value_arrives_in_its_column(publication: Publication, tmp_path: Path) -> None:
    database = tmp_path / "new" / "indicators.duckdb"
    publish(publication, database)
    assert rows(database, "SELECT article, published, province, province_basis FROM articles") == [
        ("a1", date(2020, 12, 2), "lang-son", "text")
    ]
    assert rows(database, "SELECT observation, kind, low, out_of FROM observations") == [
        ("o1", "actual", 3.0, None),
        ("o2", "actual", 2.03, None),
    ]
    assert rows(database, "SELECT quote, fate FROM numbers") == [("2,03%", "observation")]
    assert rows(database, "SELECT province, status, differing FROM scorecard") == [
        ("lang-son", "no_target", 1)
    ]
    assert rows(database, "SELECT count(*) FROM indicators") == [(len(publication.indicators),)]
    assert rows(database, "SELECT articles, f1 FROM build") == [(1, None)]


def test_every_table_of_the_schema_is_filled_by_a_publication(publication: Publication) -> None:
    schema = SCHEMA.read_text(encoding="utf-8")
    assert re.findall(r"CREATE TABLE (\w+)", schema) == list(publishing._tables(publication))


def test_the_same_publication_gives_the_same_rows_in_the_same_order(
    publication: Publication, tmp_path: Path
) -> None:
    for name, observations in (
        ("forth", publication.observations),
        ("back", publication.observations[::-1]),
    ):
        publish(replace(publication, observations=observations), tmp_path / name)
    for table in publishing._tables(publication):
        assert rows(tmp_path / "forth", f"FROM {table}") == rows(tmp_path / "back", f"FROM {table}")


def test_an_interrupted_build_leaves_the_last_database_serving(
    publication: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = tmp_path / "indicators.duckdb"
    publish(publication, database)
    before = database.read_bytes()

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(publishing, "_flush", interrupt)
    with pytest.raises(KeyboardInterrupt):
        publish(replace(publication, observations=[]), database)
    assert database.read_bytes() == before
    assert list(tmp_path.iterdir()) == [database]


def test_the_draft_of_a_killed_build_is_removed_by_the_next(
    publication: Publication, tmp_path: Path
) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    database = tmp_path / "indicators.duckdb"
    for ending in (str(gone.pid), f"{gone.pid}.wal"):
        (tmp_path / f"indicators.duckdb.tmp.{ending}").write_bytes(b"half")
    running = tmp_path / f"indicators.duckdb.tmp.{os.getppid()}"
    running.write_bytes(b"another build's")
    publish(publication, database)
    assert sorted(tmp_path.iterdir()) == [database, running]


def test_a_reader_keeps_its_database_while_a_new_one_is_swapped_in(
    publication: Publication, tmp_path: Path
) -> None:
    database = tmp_path / "indicators.duckdb"
    publish(publication, database)
    with duckdb.connect() as reader:
        reader.execute(f"ATTACH '{database}' AS old (READ_ONLY)")
        publish(replace(publication, observations=[]), database)
        assert reader.execute("SELECT count(*) FROM old.observations").fetchall() == [(2,)]


def test_a_place_that_cannot_be_written_to_is_named(
    publication: Publication, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UnwritableError, match=r"file/indicators\.duckdb cannot be written"):
        publish(publication, tmp_path / "file" / "indicators.duckdb")


def test_a_file_in_the_way_that_is_no_database_is_replaced(
    publication: Publication, tmp_path: Path
) -> None:
    database = tmp_path / "indicators.duckdb"
    database.write_bytes(b"no database")
    publish(publication, database)
    assert rows(database, "SELECT count(*) FROM observations") == [(2,)]
