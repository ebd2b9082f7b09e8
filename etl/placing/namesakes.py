"""Names of places that may be other things, read as places where the article makes that sure.

"Sơn Dương" may be a commune, a company or a person; an article about Tuyên Quang that names it
without "huyện" means the district. And where "xã Nhân Bình" was named, "Nhân Bình" is that commune.
"""

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from etl.models import PlaceMention
from etl.placing.gazetteer import load_places
from etl.placing.mentions import is_other_name, is_road, is_whole, stands_alone

_INTRODUCED = re.compile(r"[^\W\d_A-ZĐ][^\s]* ((?:[A-ZĐÀ-Ỹ]\S*)(?: [A-ZĐÀ-Ỹ]\S*)+)")
"""A place named with its kind: "xã Nhân Bình"; in bare names of two words and more."""
_JOINED = re.compile(r"\w ?[-–] ?$")
"""Before the second name of a road: "cao tốc Khánh Hòa - Buôn Ma Thuột"."""


def with_namesakes(
    text: str, found: tuple[PlaceMention, ...], province: str | None
) -> list[PlaceMention]:
    """The places found in the text, with the bare names of districts and communes."""
    places, named = load_places(), list(found)
    for start, end in sorted({*of_province(text, province), *named_before(text, found)}):
        if (
            is_whole(text, start, end)
            and stands_alone(text, start, end)
            and not is_other_name(text, start, places)
            and not is_road(text, start, places)
            and not _JOINED.search(text, max(0, start - 4), start)
            and not any(start < each.end and each.start < end for each in named)
        ):
            named.append(PlaceMention(start, end, province, "district"))
    return sorted(named, key=lambda each: each.start)


def of_province(text: str, province: str | None) -> Iterator[tuple[int, int]]:
    """Where a text has the doubtful names of a province's districts."""
    automaton = automaton_of(province) if province else None
    if automaton is not None:
        for _, start, end in automaton.find_matches_as_indexes(text):
            yield start, end


def named_before(text: str, found: tuple[PlaceMention, ...]) -> Iterator[tuple[int, int]]:
    """Where a text has the bare names of places that it named with their kind before."""
    names: dict[str, int] = {}
    for each in found:
        introduced = each.level == "district" and _INTRODUCED.fullmatch(text, each.start, each.end)
        if introduced and introduced[1] not in names_of_provinces():
            names.setdefault(introduced[1], each.end)
    if not names:
        return
    for match in re.finditer("|".join(map(re.escape, names)), text):
        if match.start() >= names[match[0]]:
            yield match.span()


@cache
def automaton_of(province: str) -> AhoCorasick | None:
    """Finds the doubtful names of a province's districts; None where it has none."""
    names = load_places().namesakes.get(province)
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest) if names else None


@cache
def names_of_provinces() -> frozenset[str]:
    """The names that provinces have or had."""
    provinces = load_places().provinces.values()
    return frozenset(name for each in provinces for name in (each.name, *each.aliases))
