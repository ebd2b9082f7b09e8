"""Reading the plain tables of data/: the one place that opens them."""

import csv
import unicodedata
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"


class TableError(ValueError):
    """A table of data/ holds something that cannot be used; the message names file and line."""


def read_table(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """The rows of a CSV file as dictionaries, values stripped and in NFC, `line` added.

    Raises TableError where the file is missing or a column of `columns` is.
    """
    try:
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise TableError(f"{path}: cannot be read ({error})") from error
    reader = csv.DictReader(text.splitlines())
    missing = [column for column in columns if column not in (reader.fieldnames or [])]
    if missing:
        raise TableError(f"{path}, line 1: the column {missing[0]!r} is missing")
    rows = []
    for row in reader:
        if None in row or None in row.values():
            raise TableError(
                f"{path}, line {reader.line_num}: {len(columns)} or more cells expected; "
                "a cell with a comma needs quotes"
            )
        values = {key: value.strip() for key, value in row.items()}
        rows.append({**values, "line": str(reader.line_num)})
    return rows
