"""Write the published tables as one DuckDB file and swap it in whole."""

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from etl.catalogue import Indicator
from etl.models import Article, Number, Observation, Placement, Province
from etl.scorecard import ScorecardRow

SCHEMA_VERSION = 1
"""Rises when a table or a column is renamed, removed or changes its meaning."""

SCHEMA = Path(__file__).with_name("schema.sql")

Row = Mapping[str, Any]
"""A table's row by column name."""


class UnwritableError(Exception):
    """The database cannot be written; says where and what to do."""


@dataclass(frozen=True, slots=True)
class Build:
    """The one row of table `build`: when, from what, and how well the articles were read."""

    built_at: datetime
    version: str
    schema_version: int
    rule_version: str
    sources: str
    articles: int
    articles_failed: int
    articles_unplaced: int
    observations: int
    provinces: int
    labelled_facts: int | None = None
    precision: float | None = None
    recall: float | None = None
    f1: float | None = None


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How well an indicator was read: facts labelled, those of them read, and wrong ones."""

    indicator: str
    labelled: int
    correct: int
    wrong: int


@dataclass(frozen=True, slots=True)
class Publication:
    """All that goes into a database."""

    articles: Sequence[tuple[Article, Placement]]
    observations: Sequence[Observation]
    numbers: Sequence[Number]
    scorecard: Sequence[ScorecardRow]
    indicators: Sequence[Indicator]
    regions: Sequence[Row]
    provinces: Sequence[Province]
    build: Build
    accuracy: Sequence[Accuracy] = ()


def publish(publication: Publication, database: Path) -> None:
    """Write the publication to `database`, which changes only once all is written.

    The tables go to NAME.tmp.PID beside it, which then takes its place in one step: readers of
    the old file keep reading it, and an interrupted build leaves it as it was. What builds killed
    earlier left behind is removed. Raises UnwritableError where the folder or the disk refuses.
    """
    draft = database.with_name(f"{database.name}.tmp.{os.getpid()}")
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        remove_litter(database)
        _write(publication, draft)
        os.replace(draft, database)
        _flush(database.parent)
    except (OSError, duckdb.IOException) as error:
        raise UnwritableError(
            f"{database} cannot be written ({error}). What was there before is unchanged."
            " Name another place with --database."
        ) from error
    finally:
        for leftover in (draft, draft.with_name(f"{draft.name}.wal")):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)


def remove_litter(database: Path) -> None:
    """Delete the drafts of builds of this database that no longer run."""
    for draft in database.parent.glob(f"{database.name}.tmp.*"):
        process = draft.name.removeprefix(f"{database.name}.tmp.").removesuffix(".wal")
        if process.isdecimal() and not _is_running(int(process)):
            draft.unlink(missing_ok=True)


def _write(publication: Publication, draft: Path) -> None:
    with duckdb.connect(str(draft)) as connection:
        connection.execute(SCHEMA.read_text(encoding="utf-8"))
        for table, rows in _tables(publication).items():
            _insert(connection, table, rows)
        connection.execute("CHECKPOINT")
    _flush(draft)


def _tables(publication: Publication) -> dict[str, Iterable[Row]]:
    return {
        "articles": sorted(
            (_article_row(article, placement) for article, placement in publication.articles),
            key=lambda row: str(row["article"]),
        ),
        "observations": map(
            _row,
            sorted(
                publication.observations,  # a cell's lie together: pages ask for cells
                key=lambda row: (
                    row.province or "",
                    row.indicator,
                    row.year,
                    row.article,
                    row.start_char,
                    row.observation,
                ),
            ),
        ),
        "numbers": (
            row._asdict()
            for row in sorted(publication.numbers, key=lambda row: (row.article, row.start_char))
        ),
        "scorecard": map(_row, publication.scorecard),
        "indicators": map(_row, publication.indicators),
        "regions": publication.regions,
        "provinces": map(_province_row, publication.provinces),
        "build": [asdict(publication.build)],
        "accuracy": map(_row, publication.accuracy),
    }


def _insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Row]) -> None:
    """Insert rows in bulk by column name: a column that a row lacks is NULL, other keys go."""
    schema = connection.sql(f"FROM {table} LIMIT 0").to_arrow_table().schema
    incoming = pa.Table.from_pylist(list(rows), schema=schema)
    connection.register("incoming", incoming)
    connection.execute(f"INSERT INTO {table} SELECT * FROM incoming")
    connection.unregister("incoming")


def _row(value: Observation | ScorecardRow | Indicator | Accuracy) -> Row:
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _article_row(article: Article, placement: Placement) -> Row:
    row = {field.name: getattr(article, field.name) for field in fields(article)}
    return row | {"province": placement.province, "province_basis": placement.basis}


def _province_row(province: Province) -> Row:
    row = {field.name: getattr(province, field.name) for field in fields(province)}
    row["grid63_row"], row["grid63_col"] = province.grid63 or (None, None)
    row["grid34_row"], row["grid34_col"] = province.grid34 or (None, None)
    return row


def _flush(path: Path) -> None:
    """Have the system write a file (or a folder's entries) to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
