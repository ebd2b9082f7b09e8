import io
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dashboard import downloads, exports, extracts, reference
from dashboard.selections import EVERYTHING, Selection


@pytest.fixture(autouse=True)
def shown(monkeypatch, database):
    monkeypatch.setenv("CHI_TIEU_DATABASE", str(database))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=SUM(A1)", '"\'=SUM(A1)"'),
        ("@cmd", '"\'@cmd"'),
        ("- Thu ngân sách", '"\'- Thu ngân sách"'),
        ("+1 điểm", '"\'+1 điểm"'),
        ("\tx", '"\'\tx"'),
        ("-0,5%", '"-0,5%"'),
        ("+7.25%", '"+7.25%"'),
        ("Lạng Sơn", '"Lạng Sơn"'),
        (None, ""),
    ],
)
def test_a_text_that_a_spreadsheet_would_run_is_made_harmless(text, written):
    table = pa.table({"text": pa.array([text], pa.string()), "value": [2.03]})
    content = exports.spreadsheet(table).decode()
    assert content == f'\ufeff"text","value"\n{written},2.03\n'


@pytest.mark.parametrize("view", extracts.VIEWS)
def test_parquet_holds_every_row_with_its_types(view):
    rows = extracts.whole(view, EVERYTHING)
    read = pq.read_table(io.BytesIO(exports.parquet(rows)))
    assert read.num_rows == extracts.count(view, EVERYTHING)
    assert read.schema == rows.schema
    assert pa.types.is_integer(read.schema.field("year").type)


@pytest.mark.parametrize("view", extracts.VIEWS)
@pytest.mark.parametrize(
    "selection",
    [
        Selection(province="lang-son"),
        Selection(year=2020),
        Selection(indicator="grdp_growth"),
        Selection(theme="finance"),
        Selection(region="tay-nguyen"),
        Selection("lang-son", 2020, "grdp_growth"),
    ],
)
def test_what_is_counted_shown_and_downloaded_is_the_same(view, selection):
    count = extracts.count(view, selection)
    rows = extracts.whole(view, selection).to_pylist()
    assert 0 < count == len(rows) < extracts.count(view, EVERYTHING)
    first = extracts.first(view, selection, limit=3)
    shared = first[0].keys() & rows[0].keys()
    assert {"province", "indicator", "year", "status"} < shared
    assert [row[name] for row in first for name in shared] == [
        row[name] for row in rows[:3] for name in shared
    ]


def test_a_file_name_is_ascii_and_tells_what_was_filtered():
    name = downloads.file_name("pairs", Selection("lang-son", 2020, "grdp_growth"), "csv")
    assert name == "chi-tieu-pairs-lang-son-2020-grdp-growth.csv"


def test_the_queries_shown_to_copy_run_and_find_figures(database, monkeypatch, tmp_path):
    (tmp_path / "chi-tieu.duckdb").symlink_to(database)
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    exec(reference.PYTHON, names)
    assert len(names["frame"])
    with duckdb.connect("chi-tieu.duckdb", read_only=True) as connection:
        rows = connection.execute(reference.SQL).fetchall()
    assert any("2,03%" in row[3] for row in rows)
