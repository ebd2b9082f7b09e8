"""What is known of Vietnam's places: provinces, districts, newspapers, words around names."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from etl.models import Province
from etl.tables import DATA, TableError, read_table

OLD_AND_NEW_TONES = tuple(
    zip(
        "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split(),  # noqa: SIM905
        "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split(),  # noqa: SIM905
        strict=True,
    )
)
"""The two ways to write the tone of an open -oa, -oe, -uy: hòa and hoà."""

PROVINCE_COLUMNS = (
    "province",
    "name",
    "name_en",
    "kind",
    "region",
    "code",
    "code34",
    "valid_from",
    "valid_to",
    "successor",
    "aliases",
    "grid63_row",
    "grid63_col",
    "grid34_row",
    "grid34_col",
)

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
    namesakes: dict[str, tuple[str, ...]]
    """By province: the names of its districts that may be other things elsewhere, as spelt."""
    publishers: dict[str, Publisher]
    signatures: AhoCorasick
    """Finds how newspapers of one province sign their articles."""
    signed: tuple[str, ...]
    """Slug of the newspaper's province, by the number of its signature's pattern."""
    renamed: dict[str, str]
    """A province that took another's place whole: its slug, that of the one before."""
    before: dict[str, frozenset[str]]
    """Other roles of data/place_words.csv ('direct', 'road', 'surname', ...): their words."""

    def words_before(self, role: str) -> frozenset[str]:
        """The words of a role of data/place_words.csv."""
        return self.before.get(role, frozenset())

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

    Raises TableError where a table is missing, or names a province that there is not.
    """
    provinces = load_provinces(data)
    phrases: dict[str, Meaning] = {}
    for province in provinces.values():
        for name in (province.name, *province.aliases):
            for spelling in spellings(name):
                phrases[spelling] = Meaning("province", province.province)
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    doubtful: dict[str, set[str]] = defaultdict(set)
    for row in rows_with_provinces(data / "places.csv", ("place", "kind", "alone"), provinces):
        role = "city" if row["kind"] in ("thành phố", "thị xã") else "district"
        owners[role, fold(row["place"])].add(row["province"])
        if row["alone"]:
            for spelling in spellings(row["place"]):
                phrases.setdefault(spelling, Meaning("place", row["province"]))
        elif " " in row["place"] and row["place"] not in phrases:
            doubtful[row["province"]] |= spellings(row["place"])
    before: dict[str, set[str]] = defaultdict(set)
    for row in read_table(data / "place_words.csv", ("phrase", "role")):
        phrase, role = row["phrase"], row["role"]
        if role in PREFIX_ROLES:
            phrases[phrase] = Meaning(role)
        elif role in ("stop", "region", "nation"):
            for spelling in spellings(phrase) | spellings(phrase[0].swapcase() + phrase[1:]):
                phrases.setdefault(spelling, Meaning(role))
        else:
            before[role].add(phrase)
    publishers = load_publishers(data, provinces)
    signatures = [
        (form, each.province)
        for each in publishers.values()
        if each.local
        for form in each.signatures
    ]
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
        namesakes={province: tuple(sorted(names)) for province, names in doubtful.items()},
        publishers=publishers,
        signatures=AhoCorasick([form for form, _ in signatures]),
        signed=tuple(province for _, province in signatures),
        renamed=renamed(provinces),
        before={role: frozenset(words) for role, words in before.items()},
    )


def load_provinces(data: Path = DATA) -> dict[str, Province]:
    """The provinces of data/provinces.csv by their slug. Raises TableError."""
    path = data / "provinces.csv"
    provinces = {}
    for row in read_table(path, PROVINCE_COLUMNS):
        try:
            provinces[row["province"]] = province_of(row)
        except ValueError as error:
            raise TableError(f"{path}, line {row['line']}: {error}") from error
    for province in provinces.values():
        if province.successor not in provinces:
            raise TableError(f"{path}: no province {province.successor!r} to succeed")
    return provinces


def load_publishers(data: Path, provinces: dict[str, Province]) -> dict[str, Publisher]:
    """The newspapers of data/publishers.csv by their domain. Raises TableError."""
    columns = ("domain", "scope", "signatures")
    return {
        row["domain"]: Publisher(
            domain=row["domain"],
            province=row["province"],
            local=row["scope"] == "province",
            signatures=tuple(form for form in row["signatures"].split("|") if " " in form),
        )
        for row in rows_with_provinces(data / "publishers.csv", columns, provinces)
    }


def rows_with_provinces(
    path: Path, columns: tuple[str, ...], provinces: dict[str, Province]
) -> list[dict[str, str]]:
    """The rows of a table whose column `province` names one of the provinces."""
    rows = read_table(path, (*columns, "province"))
    for row in rows:
        if row["province"] not in provinces:
            raise TableError(
                f"{path}, line {row['line']}: no province {row['province']!r}; "
                "take one of the slugs in provinces.csv"
            )
    return rows


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
