"""Who led which province and when, and whom of them a text names with that office."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from etl.tables import DATA, read_table

AROUND = 110
"""Characters before and after a name within which its office stands."""


@dataclass(frozen=True, slots=True)
class Term:
    """A person's time in one office of one province; dates as known: "2020-10", "2015", ""."""

    name: str
    office: str
    province: str
    start: str
    end: str

    def covers(self, day: str | None) -> bool:
        """Whether the day (ISO) can lie in the term: a date known to the year covers that year."""
        if day is None:
            return True
        return day[: len(self.start)] >= self.start and (
            not self.end or day[: len(self.end)] <= self.end
        )


@dataclass(frozen=True, slots=True)
class Leaders:
    """All terms by name, the offices' phrases, and what finds both in a text."""

    terms: dict[str, tuple[Term, ...]]
    offices: dict[str, str]
    automaton: AhoCorasick
    phrases: tuple[str, ...]


@cache
def load_leaders(data: Path = DATA) -> Leaders:
    """The leaders of a data folder (data/leaders.csv, data/offices.csv).

    Raises TableError where a table is missing or broken.
    """
    terms: dict[str, list[Term]] = defaultdict(list)
    for row in read_table(data / "leaders.csv", ("name", "office", "province", "from", "to")):
        terms[row["name"]].append(
            Term(row["name"], row["office"], row["province"], row["from"], row["to"])
        )
    offices = {
        row["phrase"]: row["office"]
        for row in read_table(data / "offices.csv", ("phrase", "office"))
    }
    phrases = (*terms, *offices)
    return Leaders(
        terms={name: tuple(found) for name, found in terms.items()},
        offices=offices,
        automaton=AhoCorasick(list(phrases), matchkind=MatchKind.LeftmostLongest),
        phrases=phrases,
    )


def led_provinces(text: str, day: str | None, data: Path = DATA) -> tuple[str, ...]:
    """The province of each leader whom the text names beside the office held that day.

    A leader counts once. The office is that which stands nearest before or after the name in the
    same line; a name without it may be anyone's.
    """
    leaders = load_leaders(data)
    found = [
        (leaders.phrases[number], start, end)
        for number, start, end in leaders.automaton.find_matches_as_indexes(text)
    ]
    led: dict[str, str] = {}
    for name, start, end in found:
        if name not in leaders.terms:
            continue
        near = {
            leaders.offices[phrase]
            for phrase, at, until in found
            if phrase in leaders.offices and is_beside(text, (start, end), (at, until))
        }
        provinces = {
            term.province
            for term in leaders.terms[name]
            if term.office in near and term.covers(day)
        }
        if len(provinces) == 1:
            led[name] = provinces.pop()
    return tuple(led.values())


PARTED = re.compile(r"[;\n]|\.\s")


def is_beside(text: str, name: tuple[int, int], office: tuple[int, int]) -> bool:
    """Whether an office stands near a name, with no end of a list's item or sentence between."""
    first, second = sorted((name, office))
    gap = second[0] - first[1]
    return 0 <= gap <= AROUND and not PARTED.search(text, first[1], second[0])
