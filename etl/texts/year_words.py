"""The words before and behind a year that tell what is said of it (data/year_words.csv)."""

from collections import defaultdict
from functools import cache

from etl.tables import DATA, read_table


@cache
def year_words(role: str) -> tuple[str, ...]:
    """The phrases of a role, each as it stands between blanks."""
    return tuple(f" {phrase} ".replace(" %", "%") for phrase in _phrases()[role])


@cache
def single_words(role: str) -> frozenset[str]:
    """The phrases of a role, to compare whole words with."""
    return frozenset(_phrases()[role])


@cache
def year_names() -> tuple[str, ...]:
    """The names of the years of a round of sixty, in their order: "giáp tý", "ất sửu"."""
    stems, branches = _phrases()["stem"] * 6, _phrases()["branch"] * 5
    return tuple(map(" ".join, zip(stems, branches, strict=True)))


def tells(role: str, clause: str) -> bool:
    """Whether a phrase of the role stands in a lower-cased clause between blanks."""
    return any(phrase in clause for phrase in year_words(role))


def last_told(role: str, clause: str) -> int:
    """Where the last phrase of the role begins in such a clause; -1 where none stands."""
    return max(map(clause.rfind, year_words(role)))


@cache
def _phrases() -> dict[str, list[str]]:
    by_role: dict[str, list[str]] = defaultdict(list)
    for row in read_table(DATA / "year_words.csv", ("phrase", "role")):
        by_role[row["role"]].append(row["phrase"])
    return by_role
