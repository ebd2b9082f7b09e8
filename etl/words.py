"""The phrase lists in data/: one CSV each, with a column `phrase`."""

import csv
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"


@cache
def phrases(name: str, data: Path = DATA) -> tuple[str, ...]:
    """The phrases of a list, as they stand there."""
    with (data / name).open(encoding="utf-8", newline="") as file:
        return tuple(row["phrase"] for row in csv.DictReader(file))


@cache
def table(name: str, data: Path = DATA) -> tuple[dict[str, str], ...]:
    """The rows of a table in data/."""
    with (data / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
