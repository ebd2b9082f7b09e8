"""What is known of Vietnam's places: provinces, districts, newspapers, words around names."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from etl.models import Province
from etl.words import DATA, table

OLD_AND_NEW_TONES = tuple(
    zip(
        "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split(),  # noqa: SIM905
        "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split(),  # noqa: SIM905
        strict=True,
    )
)
"""The two ways to write the tone of an open -oa, -oe, -uy: hòa and hoà."""

PREFIX_ROLES = frozenset({"city", "district", "commune"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase of the automaton stands for."""

    role: str
    """'province', 'place' (a district by its bare name), 'region', 'nation', 'stop', or a word
    that a place's name follows: 'city', 'district', 'commune'."""
    province: str | None = None


@dataclass(frozen=True, slots=True)
class Publisher:
    """A newspaper, broadcaster or portal of one province."""

    domain: str
    province: str
    local: bool
    """Writes of its own province; a paper with readers in the whole country tells no place."""
    signatures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """The gazetteer."""

    provinces: dict[str, Province]
    automaton: AhoCorasick
    meanings: tuple[Meaning, ...]
    """By the automaton's pattern number."""
    cities_run_by_the_centre: dict[str, str]
    """Folded name, slug."""
    districts: dict[tuple[str, str], str | None]
    """(role, folded name): slug of its province, None where several have one of that name."""
    publishers: dict[str, Publisher]
    renamed: dict[str, str]
    """A province that took another's place whole: its slug, that of the one before."""
    before: dict[str, frozenset[str]]
    """Other roles of data/place_words.csv ('direct', 'road', 'surname', ...): their words."""

    def at(self, province: str, day: str) -> str:
        """The slug, on a day (ISO), of the province known by this one."""
        known = self.provinces[province]
        if known.valid_to and day > known.valid_to:
            return known.successor
        if known.valid_from and day < known.valid_from:
            return self.renamed.get(province, province)
        return province


def fold(name: str) -> str:
    """A name as looked up: small letters, one way to write tones."""
    name = name.lower()
    for old, new in OLD_AND_NEW_TONES:
        name = name.replace(old, new)
    return name


def spellings(name: str) -> set[str]:
    """A name with its tones written either way, as it stands and in capitals."""
    found = {name}
    for old, new in OLD_AND_NEW_TONES:
        found |= {each.replace(old, new) for each in found} | {
            each.replace(new, old) for each in found
        }
    return found | {each.upper() for each in found}


@cache
def load_places(data: Path = DATA) -> Places:
    """The gazetteer of a data folder.

    Raises FileNotFoundError or KeyError where a table or a column is missing.
    """
    provinces = {row["province"]: province_of(row) for row in table("provinces.csv", data)}
    phrases: dict[str, Meaning] = {}
    for province in provinces.values():
        for name in (province.name, *province.aliases):
            for spelling in spellings(name):
                phrases[spelling] = Meaning("province", province.province)
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in table("places.csv", data):
        role = "city" if row["kind"] in ("thành phố", "thị xã") else "district"
        owners[role, fold(row["place"])].add(row["province"])
        if row["alone"]:
            for spelling in spellings(row["place"]):
                phrases.setdefault(spelling, Meaning("place", row["province"]))
    before: dict[str, set[str]] = defaultdict(set)
    for row in table("place_words.csv", data):
        phrase, role = row["phrase"], row["role"]
        if role in ("stop", *PREFIX_ROLES):
            for spelling in spellings(phrase) if role == "stop" else {phrase}:
                phrases[spelling] = Meaning(role)
        elif role in ("region", "nation"):
            for spelling in spellings(phrase) | spellings(phrase[0].swapcase() + phrase[1:]):
                phrases.setdefault(spelling, Meaning(role))
        else:
            before[role].add(phrase)
    return Places(
        provinces=provinces,
        automaton=AhoCorasick(list(phrases), matchkind=MatchKind.LeftmostLongest),
        meanings=tuple(phrases.values()),
        cities_run_by_the_centre={
            fold(each.name.removeprefix("TP. ")): each.province
            for each in provinces.values()
            if each.kind == "thành phố"
        },
        districts={
            key: next(iter(found)) if len(found) == 1 else None for key, found in owners.items()
        },
        publishers={row["domain"]: publisher_of(row) for row in table("publishers.csv", data)},
        renamed=renamed(provinces),
        before={role: frozenset(words) for role, words in before.items()},
    )


def renamed(provinces: dict[str, Province]) -> dict[str, str]:
    """The provinces that took another's place whole: made the day after their only source ended."""
    sources: dict[str, list[str]] = defaultdict(list)
    for each in provinces.values():
        if each.successor != each.province:
            sources[each.successor].append(each.province)
    return {
        slug: found[0]
        for slug, found in sources.items()
        if len(found) == 1
        and (provinces[slug].valid_from or "") > (provinces[found[0]].valid_to or "9999")
    }


def province_of(row: dict[str, str]) -> Province:
    """A province from its row of data/provinces.csv."""
    return Province(
        province=row["province"],
        name=row["name"],
        name_en=row["name_en"],
        kind=row["kind"],
        region=row["region"],
        code=row["code"],
        code34=row["code34"] or None,
        valid_from=row["valid_from"] or None,
        valid_to=row["valid_to"] or None,
        successor=row["successor"],
        aliases=tuple(alias for alias in row["aliases"].split("|") if alias),
        grid63=cell(row["grid63_row"], row["grid63_col"]),
        grid34=cell(row["grid34_row"], row["grid34_col"]),
    )


def cell(row: str, column: str) -> tuple[int, int] | None:
    """A cell of a tile map."""
    return (int(row), int(column)) if row and column else None


def publisher_of(row: dict[str, str]) -> Publisher:
    """A publisher from its row of data/publishers.csv."""
    return Publisher(
        domain=row["domain"],
        province=row["province"],
        local=row["scope"] == "province",
        signatures=tuple(form for form in row["signatures"].split("|") if " " in form),
    )
