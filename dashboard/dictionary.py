"""The data dictionary: what every published table and column holds (data/dictionary.toml)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "data" / "dictionary.toml"


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds, in both languages; `refers` names the table whose key it holds."""

    vi: str
    en: str
    refers: str | None = None

    def meaning(self, language: str) -> str:
        """What it holds, in a language."""
        return self.en if language == "en" else self.vi


@dataclass(frozen=True, slots=True)
class Table:
    """What a row of a table is, the columns that tell rows apart, and its columns."""

    vi: str
    en: str
    key: tuple[str, ...]
    columns: Mapping[str, Column]

    def meaning(self, language: str) -> str:
        """What a row is, in a language."""
        return self.en if language == "en" else self.vi


@cache
def dictionary() -> dict[str, Table]:
    """Every table by its name, `pairs` and `figures` the ones to download.

    A table's columns are its own entries, then those of the tables it is made `from`.
    """
    entries = tomllib.loads(FILE.read_text(encoding="utf-8"))
    tables = {}
    for name, entry in entries.items():
        columns: dict[str, Column] = {}
        for source in (name, *entry.get("from", ())):
            for column, told in entries[source]["columns"].items():
                columns.setdefault(column, Column(**told))
        tables[name] = Table(entry["vi"], entry["en"], tuple(entry["key"]), columns)
    return tables
