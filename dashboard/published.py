"""The published database file, opened for reading.

A build swaps the file in whole while the app runs. While one connection to a path lives in a
process DuckDB gives the old file again, so each version of the file, told by its stamp, is
attached to an in-memory database of its own; results are cached by stamp, statement and values,
without Streamlit's cache, which takes a page longer to read from than many a query takes.
"""

import os
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import streamlit as st

from etl.publish import SCHEMA, SCHEMA_VERSION

Record = dict[str, Any]
Stamp = tuple[str, int, int, int]

DEFAULT_DATABASE = Path(__file__).resolve().parent.parent / "data" / "indicators.duckdb"


def database() -> Path:
    """The file that is shown: CHI_TIEU_DATABASE where that is set."""
    return Path(os.environ.get("CHI_TIEU_DATABASE", DEFAULT_DATABASE))


def problem() -> str | None:
    """What keeps the database from being shown: 'missing', 'unreadable' or 'incompatible'."""
    if not database().exists():
        return "missing"
    try:
        if _lacking(stamp()):
            return "incompatible"
        versions = records("SELECT schema_version FROM build")
    except (duckdb.Error, OSError):
        return "unreadable"
    fits = [row["schema_version"] for row in versions] == [SCHEMA_VERSION]
    return None if fits else "incompatible"


def arrow(sql: str, *values: object) -> pa.Table:
    """The rows of a statement as an Arrow table; not cached, it may be all there is."""
    return _open(stamp()).cursor().sql(sql, params=list(values)).to_arrow_table()


def records(sql: str, *values: object) -> list[Record]:
    """The rows of a statement as dictionaries, NULL as None."""
    return [dict(row) for row in _records(stamp(), sql, values)]


def file_bytes() -> bytes:
    """The database file itself."""
    return _file_bytes(stamp())


def stamp() -> Stamp:
    """What tells one version of the file from another."""
    path = database()
    status = path.stat()
    return str(path), status.st_ino, status.st_mtime_ns, status.st_size


@st.cache_resource(max_entries=3, show_spinner=False)
def _open(stamp: Stamp) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(":memory:")
    path = stamp[0].replace("'", "''")
    connection.execute(f"ATTACH '{path}' AS published (READ_ONLY)")
    tables = connection.execute(
        "SELECT table_name FROM duckdb_tables() WHERE database_name = 'published'"
    ).fetchall()
    for (name,) in tables:
        connection.execute(f'CREATE VIEW "{name}" AS SELECT * FROM published."{name}"')
    connection.execute("SET enable_external_access = false")
    return connection


@lru_cache(maxsize=3)
def _lacking(stamp: Stamp) -> set[tuple[str, str]]:
    """The tables' columns that the pages may ask for and this file does not have."""
    columns = "SELECT table_name, column_name FROM duckdb_columns() WHERE database_name = ?"
    with duckdb.connect(":memory:") as model:
        model.execute(SCHEMA.read_text(encoding="utf-8"))
        wanted = set(model.execute(columns, ["memory"]).fetchall())
    return wanted - set(_open(stamp).cursor().execute(columns, ["published"]).fetchall())


@lru_cache(maxsize=512)
def _records(stamp: Stamp, sql: str, values: tuple[object, ...]) -> list[Record]:
    result = _open(stamp).cursor().execute(sql, list(values))
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


@st.cache_data(max_entries=1, show_spinner=False)
def _file_bytes(stamp: Stamp) -> bytes:
    return Path(stamp[0]).read_bytes()
