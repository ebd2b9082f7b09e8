"""The catalogue of indicators: data/indicators.toml and data/units.csv, checked on reading."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from etl.models import Direction, Measure
from etl.tables import DATA, TableError, read_table

READINGS = ("level", "growth", "share", "reduction", "added", "rank")
_TEXT_FIELDS = (
    "theme",
    "unit",
    "measure",
    "direction",
    "name_vi",
    "name_en",
    "definition_vi",
    "definition_en",
    "reading",
)
_LISTS = ("phrases", "own_phrases", "needs", "rules_out", "reached_by")
_OPTIONAL_FIELDS = ("of", "output_of", "elsewhere", "stock_only", "sector", "only_actual", "other_currency", "at_least", "at_most", *_LISTS)


@dataclass(frozen=True, slots=True)
class Unit:
    """A published unit: what it measures, and how many base units one of it holds."""

    unit: str
    dimension: str
    scale: float
    name_vi: str
    name_en: str
    nouns: tuple[str, ...]
    """What is counted, as the press writes it after the number."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: a reading of a subject (see the head of data/indicators.toml)."""

    indicator: str
    theme: str
    unit: str
    measure: Measure
    direction: Direction
    name_vi: str
    name_en: str
    definition_vi: str
    definition_en: str
    reading: str
    subject: str
    """The indicator whose phrases name what is measured: itself, or the one it is `of`."""
    phrases: tuple[str, ...]
    position: int
    output_of: str
    """The sector whose gross output this is, '' for all others: after "giá trị sản xuất"."""
    needs: tuple[str, ...]
    """Words of which one must stand in the sentence."""
    rules_out: tuple[str, ...]
    """Words that may not stand near the number."""
    own_phrases: tuple[str, ...]
    """Names of the subject in this reading only ("quy mô GRDP")."""
    elsewhere: tuple[tuple[str, str], ...]
    """(rural or urban, the subject that the same words mean there)."""
    reached_by: tuple[str, ...]
    """Words without which in its sentence a figure is the plan's."""
    stock_only: bool
    """What is added within a period is not counted here."""
    sector: bool
    """Its subject is a part of the economy."""
    only_actual: bool
    """Nobody sets it as a target."""
    other_currency: bool
    """The press gives it in dong as well as in dollars."""
    at_least: float | None
    at_most: float | None
    """Values beyond these are not the province's figure but a part's, or a slip."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Indicators by id and by (subject, reading); units by id."""

    indicators: dict[str, Indicator]
    units: dict[str, Unit]
    readings: dict[str, dict[str, Indicator]]
    """Subject -> reading -> indicator."""
    outputs: dict[str, str]
    """Sector -> the subject that is its gross output."""
    sectors: frozenset[str]
    """Subjects that are parts of the economy, told by growth, share or gross output."""


@cache
def load_catalogue(data: Path = DATA) -> Catalogue:
    """The catalogue in `data`. Raises TableError, naming file and line, for a broken entry."""
    units = _units(data / "units.csv")
    path = data / "indicators.toml"
    text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
    try:
        entries = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TableError(f"{path}: {error}") from error
    indicators = {
        name: _indicator(name, entry, entries, units, position, f"{path}, line {_line(text, name)}")
        for position, (name, entry) in enumerate(entries.items())
    }
    readings: dict[str, dict[str, Indicator]] = {}
    for indicator in indicators.values():
        taken = readings.setdefault(indicator.subject, {}).setdefault(indicator.reading, indicator)
        if taken is not indicator:
            raise TableError(
                f"{path}, line {_line(text, indicator.indicator)}: {indicator.indicator} reads "
                f"{indicator.subject} as {indicator.reading}, and so does {taken.indicator}"
            )
    outputs = {item.output_of: item.subject for item in indicators.values() if item.output_of}
    sectors = frozenset(item.subject for item in indicators.values() if item.sector)
    return Catalogue(indicators, units, readings, outputs, sectors)


def _line(text: str, name: str) -> int:
    """The line on which the entry of indicator `name` starts."""
    match = re.search(rf"^\[{re.escape(name)}\]", text, re.MULTILINE)
    return text.count("\n", 0, match.start()) + 1 if match else 1


def _indicator(
    name: str,
    entry: dict[str, Any],
    entries: dict[str, Any],
    units: dict[str, Unit],
    position: int,
    where: str,
) -> Indicator:
    if not re.fullmatch(r"[a-z0-9_]+", name):
        raise TableError(f"{where}: the id {name!r} may hold a-z, 0-9 and _ only")
    for field in _TEXT_FIELDS:
        if not isinstance(entry.get(field), str) or not entry[field].strip():
            raise TableError(f"{where}: {name} needs a text for {field!r}")
    unknown = set(entry) - {*_TEXT_FIELDS, *_OPTIONAL_FIELDS}
    if unknown:
        raise TableError(f"{where}: {name} has an unknown field {sorted(unknown)[0]!r}")
    for field, allowed in (
        ("unit", tuple(units)),
        ("measure", tuple(Measure)),
        ("direction", tuple(Direction)),
        ("reading", READINGS),
    ):
        if entry[field] not in allowed:
            raise TableError(
                f"{where}: {name}: {field} is {entry[field]!r}, not one of {', '.join(allowed)}"
            )
    subject = entry.get("of", name)
    if subject not in entries:
        raise TableError(f"{where}: {name} is of {subject!r}, which is no indicator")
    lists = {field: entry.get(field, []) for field in _LISTS}
    for field, words in lists.items():
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise TableError(f"{where}: {name}: {field} is a list of texts")
    for place, other in entry.get("elsewhere", {}).items():
        if place not in ("rural", "urban") or other not in entries:
            raise TableError(f"{where}: {name}: elsewhere maps rural or urban to an indicator")
    for field in ("at_least", "at_most"):
        if not isinstance(entry.get(field), int | float | None):
            raise TableError(f"{where}: {name}: {field} is a number")
    if entry.get("output_of", name) not in entries:
        raise TableError(f"{where}: {name} is the output of {entry['output_of']!r}, no indicator")
    if subject == name and not lists["phrases"]:
        raise TableError(f"{where}: {name} needs phrases, or 'of' another indicator")
    fields = {field: entry[field] for field in _TEXT_FIELDS if field not in ("measure", "direction")}
    return Indicator(
        indicator=name,
        measure=Measure(entry["measure"]),
        direction=Direction(entry["direction"]),
        subject=subject,
        phrases=tuple(lists["phrases"]),
        position=position,
        output_of=entry.get("output_of", ""),
        needs=tuple(word.lower() for word in lists["needs"]),
        rules_out=tuple(word.lower() for word in lists["rules_out"]),
        own_phrases=tuple(lists["own_phrases"]),
        elsewhere=tuple(entry.get("elsewhere", {}).items()),
        reached_by=tuple(word.lower() for word in lists["reached_by"]),
        stock_only=bool(entry.get("stock_only", False)),
        sector=bool(entry.get("sector", False)),
        other_currency=bool(entry.get("other_currency", False)),
        only_actual=bool(entry.get("only_actual", False)),
        at_least=entry.get("at_least"),
        at_most=entry.get("at_most"),
        **fields,
    )


def _units(path: Path) -> dict[str, Unit]:
    units = {}
    for row in read_table(path, ("unit", "dimension", "scale", "name_vi", "name_en", "nouns")):
        try:
            scale = float(row["scale"])
        except ValueError as error:
            raise TableError(f"{path}, line {row['line']}: scale is no number") from error
        nouns = tuple(noun for noun in row["nouns"].split("|") if noun)
        units[row["unit"]] = Unit(
            row["unit"], row["dimension"], scale, row["name_vi"], row["name_en"], nouns
        )
    return units
