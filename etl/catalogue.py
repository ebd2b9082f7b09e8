"""The catalogue of indicators: data/indicators.toml and data/units.csv, checked on reading."""

import math
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from etl.catalogue_entries import FLAGS, TEXT_FIELDS, check, entries_of, line_of
from etl.models import Direction, Measure
from etl.tables import DATA, TableError, read_table

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
    part_of: str
    """The indicator that this is one part of, '' where it is none."""
    output_of: str
    """The sector whose gross output this is, '' for all others: after "giá trị sản xuất"."""
    per_head_of: str
    """The indicator whose amount per person this is, '' for all others."""
    at_customs_of: str
    """The indicator of which this is what customs collect, '' for all others."""
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
    owns_part_of: tuple[str, ...]
    """Subjects of which it has a part: exports "trong đó đầu tư nước ngoài 300 triệu USD"."""
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
    names_parts: bool
    """Its name names its parts: "xuất nhập khẩu lần lượt 38 và 26,8 tỷ USD"."""
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
    parts: dict[str, tuple[str, ...]]
    """Subject -> the subjects that are its parts, in the catalogue's order."""
    named_parts: dict[str, tuple[str, ...]]
    """The same for those alone whose name names their parts."""
    outputs: dict[str, str]
    """Sector -> the subject that is its gross output."""
    per_head: dict[str, str]
    """Subject -> the subject that is its amount per person."""
    at_customs: dict[str, str]
    """Subject -> the subject that is what customs collect of it."""
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
    entries = entries_of(text, path)
    indicators = {}
    for position, (name, entry) in enumerate(entries.items()):
        where = f"{path}, line {line_of(text, name)}: {name}"
        check(name, entry, entries, units, where)
        indicators[name] = _indicator(name, entry, position)
    readings: dict[str, dict[str, Indicator]] = {}
    for indicator in indicators.values():
        taken = readings.setdefault(indicator.subject, {}).setdefault(indicator.reading, indicator)
        if taken is not indicator:
            raise TableError(
                f"{path}, line {line_of(text, indicator.indicator)}: {indicator.indicator} reads "
                f"{indicator.subject} as {indicator.reading}, and so does {taken.indicator}"
            )
    parts: dict[str, tuple[str, ...]] = {}
    for item in indicators.values():
        if item.part_of:
            parts[item.part_of] = (*parts.get(item.part_of, ()), item.subject)
    named_parts = {whole: told for whole, told in parts.items() if indicators[whole].names_parts}
    outputs = {item.output_of: item.subject for item in indicators.values() if item.output_of}
    per_head = {item.per_head_of: item.subject for item in indicators.values() if item.per_head_of}
    at_customs = {i.at_customs_of: i.subject for i in indicators.values() if i.at_customs_of}
    sectors = frozenset(item.subject for item in indicators.values() if item.sector)
    return Catalogue(
        indicators, units, readings, parts, named_parts, outputs, per_head, at_customs, sectors
    )


def _indicator(name: str, entry: dict[str, Any], position: int) -> Indicator:
    """The indicator of an entry that has been checked."""
    texts = {field: entry[field] for field in TEXT_FIELDS if field not in ("measure", "direction")}
    return Indicator(
        indicator=name,
        measure=Measure(entry["measure"]),
        direction=Direction(entry["direction"]),
        subject=entry.get("of", name),
        phrases=tuple(entry.get("phrases", ())),
        own_phrases=tuple(entry.get("own_phrases", ())),
        position=position,
        part_of=entry.get("part_of", ""),
        output_of=entry.get("output_of", ""),
        per_head_of=entry.get("per_head_of", ""),
        at_customs_of=entry.get("at_customs_of", ""),
        earns=entry.get("earns", ""),
        loose=tuple((name, tuple(told)) for name, told in entry.get("loose", {}).items()),
        elsewhere=tuple(entry.get("elsewhere", {}).items()),
        needs=_lower(entry, "needs"),
        rules_out=_lower(entry, "rules_out"),
        reached_by=_lower(entry, "reached_by"),
        verbs=_lower(entry, "verbs"),
        sums=_lower(entry, "sums"),
        owns_part_of=tuple(entry.get("owns_part_of", ())),
        at_least=entry.get("at_least"),
        at_most=entry.get("at_most"),
        **texts,
        **{field: entry.get(field, False) for field in FLAGS},
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
