"""The README tells the truth: what it shows works, and nothing published goes unexplained."""

import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from etl.catalogue import load_catalogue
from etl.publish import SCHEMA
from etl.status import Status

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("status", Status)
def test_every_status_is_explained(status: Status) -> None:
    assert f"`{status}`" in README.split("## How a figure is judged")[1]


def test_every_table_is_explained() -> None:
    tables = re.findall(r"CREATE TABLE (\w+)", SCHEMA.read_text(encoding="utf-8"))
    dictionary = README.split("### Tables")[1]
    assert [table for table in tables if f"`{table}`" not in dictionary] == []


def test_every_file_it_names_is_there() -> None:
    named = re.findall(r"\]\(([^):]+)\)", README) + re.findall(r"`(\w+\.(?:csv|toml))`", README)
    missing = [
        name for name in named if not (ROOT / name).exists() and not (ROOT / "data" / name).exists()
    ]
    assert missing == []


def test_its_new_indicator_is_an_entry_that_the_catalogue_takes(tmp_path: Path) -> None:
    (entry,) = blocks("toml")
    for name in ("units.csv", "indicators.toml"):
        (tmp_path / name).write_bytes((ROOT / "data" / name).read_bytes())
    with (tmp_path / "indicators.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n{entry}")
    assert "internet_household_rate" in load_catalogue(tmp_path).indicators


def test_its_python_runs(database: Path) -> None:
    (program,) = blocks("python")
    program = program.replace("data/indicators.duckdb", str(database)) + "\nassert len(frame)"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_its_sql_finds_the_sentence(database: Path) -> None:
    (query,) = blocks("sql")
    with duckdb.connect(str(database), read_only=True) as connection:
        rows = connection.execute(query).fetchall()
    assert any("2,03%" in sentence for _, _, _, sentence, *_ in rows)
