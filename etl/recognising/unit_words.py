"""The words of data/unit_words.csv: multipliers, dimensions, and small numbers in words."""

import re
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from etl.tables import DATA, TableError, read_table

BLANKS = r"[ \t\v\u00a0\u2009\u202f]*"
"""The pattern of any number of blanks within a line."""
_PLACE = "thứ "
"""Before a place in an order."""


class UnitWords(NamedTuple):
    """The words of data/unit_words.csv."""

    pattern: re.Pattern[str]
    """Matches a multiplier or a dimension."""
    meanings: dict[str, tuple[float, str]]
    """What it is by its letters: the multiplier, or 1 and the dimension."""
    per: frozenset[str]
    in_words: AhoCorasick
    """Finds a small number in words, where it counts things or is a place in a ranking."""
    meant: tuple[tuple[int, str, float], ...]
    """By the automaton's pattern number: where in it the number stands, its word and its value."""


@cache
def unit_words() -> UnitWords:
    """The table's words, loaded once. Raises TableError for a role or a value that is none."""
    path = DATA / "unit_words.csv"
    known: dict[str, tuple[float, str]] = {}
    roles = ("dimension", "multiplier", "per", "other", "numeral", "counted")
    by_role: dict[str, list[str]] = {role: [] for role in roles}
    numerals: dict[str, float] = {}
    for row in read_table(path, ("word", "role", "value")):
        where = f"{path}, line {row['line']}"
        if row["role"] not in by_role:
            raise TableError(f"{where}: role is {', '.join(roles[:-1])} or {roles[-1]}")
        by_role[row["role"]].append(row["word"])
        if row["role"] in ("multiplier", "numeral"):
            try:
                value = float(row["value"])
            except ValueError as error:
                raise TableError(f"{where}: a {row['role']}'s value is a number") from error
            if row["role"] == "numeral":
                numerals[row["word"]] = value
            else:
                known[row["word"]] = value, ""
        elif row["role"] == "dimension":
            known[row["word"]] = 1.0, row["value"]
    in_words = [
        *((f"{_PLACE}{word}", (len(_PLACE), word, value)) for word, value in numerals.items()),
        *(
            (f"{word} {thing}", (0, word, value))
            for word, value in numerals.items()
            for thing in by_role["counted"]
        ),
    ]
    longest_first = sorted(known, key=len, reverse=True)
    phrases = "|".join(map(_phrase, longest_first))
    others = "|".join(map(_phrase, by_role["other"]))
    no_unit = f"(?!{others})" if others else ""
    return UnitWords(
        re.compile(f"{BLANKS}{no_unit}({phrases})"),
        {"".join(phrase.split()): meaning for phrase, meaning in known.items()},
        frozenset(by_role["per"]),
        AhoCorasick([phrase for phrase, _ in in_words], implementation=Implementation.DFA),
        tuple(meaning for _, meaning in in_words),
    )


def _phrase(phrase: str) -> str:
    """The pattern of a phrase: its words as whole words, with any blanks between."""
    return BLANKS.join(re.escape(word) + _end_of(word) for word in phrase.split())


def _end_of(word: str) -> str:
    """What may not follow a word: "km" is not that of "kmh" or "km2", nor "%" that of "%%"."""
    if word == "%":
        return "(?!%)"
    return r"(?![^\W\d_]|2)" if word.isalpha() else ""
