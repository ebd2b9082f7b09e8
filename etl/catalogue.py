"""The catalogue of indicators: data/indicators.toml and data/units.csv, checked on reading."""

import math
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
_LISTS = ("phrases", "own_phrases", "needs", "rules_out", "reached_by", "verbs", "sums")
_FLAGS = (
    "stock_only",
    "sector",
    "only_actual",
    "other_currency",
    "accumulates",
    "of_quarters",
    "until_january",
)
_LIMITS = ("at_least", "at_most")
_OTHERS = ("of", "output_of", "per_head_of", "earns")
"""Fields that name another indicator."""
_FIELDS = {*_TEXT_FIELDS, *_LISTS, *_FLAGS, *_LIMITS, *_OTHERS, "elsewhere", "loose"}
_DIMENSIONS = ("percent", "vnd", "usd", "count")


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
    per_head_of: str
    """The indicator whose amount per person this is, '' for all others."""
    earns: str
    """The indicator that an amount told of it is, '' for all others: visitors and their money."""
    loose: tuple[tuple[str, tuple[str, ...]], ...]
    """(a phrase that may name other things too, words of which one must stand with it)."""
    needs: tuple[str, ...]
    """Words of which one must stand in the sentence."""
    rules_out: tuple[str, ...]
    """Words that may not stand near the number."""
    own_phrases: tuple[str, ...]
    """Names of the subject in this reading only ("quy mô GRDP")."""
    elsewhere: tuple[tuple[str, str], ...]
    """(rural, urban or person, the subject that the same words mean there)."""
    reached_by: tuple[str, ...]
    """Words without which in its sentence a figure is the plan's."""
    verbs: tuple[str, ...]
    """Verbs that tell an amount of it once it has been named: "thu 13.000 tỷ đồng"."""
    sums: tuple[str, ...]
    """Words that stand for it in an article whose headline names it: "tổng vốn đăng ký"."""
    stock_only: bool
    """What is added within a period is not counted here."""
    sector: bool
    """Its subject is a part of the economy."""
    only_actual: bool
    """Nobody sets it as a target."""
    other_currency: bool
    """The press gives it in dong as well as in dollars."""
    accumulates: bool
    """"Lũy kế" means all there has ever been, and not the sum since January."""
    of_quarters: bool
    """No figure is published of a single month."""
    until_january: bool
    """A year's plan runs to the end of the next January."""
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
    per_head: dict[str, str]
    """Subject -> the subject that is its amount per person."""
    sectors: frozenset[str]
    """Subjects that are parts of the economy, told by growth, share or gross output."""


@cache
def load_catalogue(data: Path = DATA) -> Catalogue:
    """The catalogue in `data`. Raises TableError, naming file and line, for a broken entry."""
    units = _units(data / "units.csv")
    path = data / "indicators.toml"
    try:
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise TableError(f"{path}: cannot be read ({error})") from error
    entries = _entries(text, path)
    indicators = {}
    for position, (name, entry) in enumerate(entries.items()):
        where = f"{path}, line {_line(text, name)}: {name}"
        _check(name, entry, entries, units, where)
        indicators[name] = _indicator(name, entry, position)
    readings: dict[str, dict[str, Indicator]] = {}
    for indicator in indicators.values():
        taken = readings.setdefault(indicator.subject, {}).setdefault(indicator.reading, indicator)
        if taken is not indicator:
            raise TableError(
                f"{path}, line {_line(text, indicator.indicator)}: {indicator.indicator} reads "
                f"{indicator.subject} as {indicator.reading}, and so does {taken.indicator}"
            )
    outputs = {item.output_of: item.subject for item in indicators.values() if item.output_of}
    per_head = {item.per_head_of: item.subject for item in indicators.values() if item.per_head_of}
    sectors = frozenset(item.subject for item in indicators.values() if item.sector)
    return Catalogue(indicators, units, readings, outputs, per_head, sectors)


def _entries(text: str, path: Path) -> dict[str, dict[str, Any]]:
    """The tables of the file by the indicator's id. Raises TableError where it is no such file."""
    try:
        entries = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        told = re.search(r"line (\d+)", str(error))
        line = told[1] if told else text.count("\n") + 1
        raise TableError(f"{path}, line {line}: {error}") from error
    if not entries:
        raise TableError(f"{path}: no indicator stands in it")
    for name, entry in entries.items():
        if not isinstance(entry, dict):
            raise TableError(f"{path}, line {_line(text, name)}: {name} is no entry, [{name}] is")
    return entries


def _line(text: str, name: str) -> int:
    """The line on which the entry of indicator `name` starts."""
    match = re.search(rf"^(?:\[{re.escape(name)}\]|{re.escape(name)}\b)", text, re.MULTILINE)
    return text.count("\n", 0, match.start()) + 1 if match else 1


def _check(
    name: str,
    entry: dict[str, Any],
    entries: dict[str, dict[str, Any]],
    units: dict[str, Unit],
    where: str,
) -> None:
    """Raise TableError where an entry is broken; `where` says which."""
    if not re.fullmatch(r"[a-z0-9_]+", name):
        raise TableError(f"{where}: an id may hold a-z, 0-9 and _ only")
    unknown = sorted(set(entry) - _FIELDS)
    if unknown:
        raise TableError(f"{where}: unknown field {unknown[0]!r}")
    _check_types(entry, where)
    for field, allowed in (
        ("unit", tuple(units)),
        ("measure", tuple(Measure)),
        ("direction", tuple(Direction)),
        ("reading", READINGS),
    ):
        if entry[field] not in allowed:
            raise TableError(
                f"{where}: {field} is {entry[field]!r}, not one of {', '.join(allowed)}"
            )
    for field in _OTHERS:
        if field in entry and (not isinstance(entry[field], str) or entry[field] not in entries):
            raise TableError(f"{where}: {field} is {entry[field]!r}, which is no indicator")
    if entry.get("of", name) == name and not entry.get("phrases"):
        raise TableError(f"{where}: it needs phrases, or 'of' another indicator")
    loose = entry.get("loose", {})
    if not isinstance(loose, dict) or not all(
        isinstance(told, list) and told and name in entry.get("phrases", ())
        for name, told in loose.items()
    ):
        raise TableError(f"{where}: loose maps some of the phrases to words that must stand by")
    elsewhere = entry.get("elsewhere", {})
    if not isinstance(elsewhere, dict) or not all(
        place in ("rural", "urban", "person") and isinstance(other, str) and other in entries
        for place, other in elsewhere.items()
    ):
        raise TableError(f"{where}: elsewhere maps rural, urban or person to an indicator")


def _check_types(entry: dict[str, Any], where: str) -> None:
    for field in _TEXT_FIELDS:
        if not isinstance(entry.get(field), str) or not entry[field].strip():
            raise TableError(f"{where}: it needs a text for {field!r}")
    for field in _LISTS:
        words = entry.get(field, [])
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise TableError(f"{where}: {field} is a list of texts")
        if not all(word.strip() for word in words):
            raise TableError(f"{where}: {field} holds an empty phrase")
    for field in _FLAGS:
        if not isinstance(entry.get(field, False), bool):
            raise TableError(f"{where}: {field} is true or false")
    for field in _LIMITS:
        limit = entry.get(field)
        if isinstance(limit, bool) or not isinstance(limit, int | float | None):
            raise TableError(f"{where}: {field} is a number")


def _indicator(name: str, entry: dict[str, Any], position: int) -> Indicator:
    """The indicator of an entry that has been checked."""
    texts = {field: entry[field] for field in _TEXT_FIELDS if field not in ("measure", "direction")}
    return Indicator(
        indicator=name,
        measure=Measure(entry["measure"]),
        direction=Direction(entry["direction"]),
        subject=entry.get("of", name),
        phrases=tuple(entry.get("phrases", ())),
        own_phrases=tuple(entry.get("own_phrases", ())),
        position=position,
        output_of=entry.get("output_of", ""),
        per_head_of=entry.get("per_head_of", ""),
        earns=entry.get("earns", ""),
        loose=tuple((name, tuple(told)) for name, told in entry.get("loose", {}).items()),
        elsewhere=tuple(entry.get("elsewhere", {}).items()),
        needs=_lower(entry, "needs"),
        rules_out=_lower(entry, "rules_out"),
        reached_by=_lower(entry, "reached_by"),
        verbs=_lower(entry, "verbs"),
        sums=_lower(entry, "sums"),
        at_least=entry.get("at_least"),
        at_most=entry.get("at_most"),
        **texts,
        **{field: entry.get(field, False) for field in _FLAGS},
    )


def _lower(entry: dict[str, Any], field: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in entry.get(field, ()))


def _units(path: Path) -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for row in read_table(path, ("unit", "dimension", "scale", "name_vi", "name_en", "nouns")):
        where, unit = f"{path}, line {row['line']}", row["unit"]
        try:
            scale = float(row["scale"])
        except ValueError:
            scale = 0.0
        if not 0 < scale < math.inf:
            raise TableError(f"{where}: scale is no number above 0")
        if row["dimension"] not in _DIMENSIONS:
            allowed = ", ".join(_DIMENSIONS)
            raise TableError(f"{where}: dimension is {row['dimension']!r}, not one of {allowed}")
        if unit in units:
            raise TableError(f"{where}: {unit} stands there twice")
        nouns = tuple(noun for noun in row["nouns"].split("|") if noun)
        units[unit] = Unit(unit, row["dimension"], scale, row["name_vi"], row["name_en"], nouns)
    return units
