"""The entries of data/indicators.toml: which fields they may have, and whether they are sound."""

import re
import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any

from etl.models import Direction, Measure
from etl.tables import TableError

READINGS = ("level", "growth", "share", "reduction", "added", "rank")
TEXT_FIELDS = (
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
_LISTS = (
    "phrases",
    "own_phrases",
    "needs",
    "rules_out",
    "reached_by",
    "verbs",
    "sums",
    "owns_part_of",
)
FLAGS = (
    "stock_only",
    "sector",
    "only_actual",
    "other_currency",
    "accumulates",
    "of_quarters",
    "until_january",
    "names_parts",
)
_LIMITS = ("at_least", "at_most")
_OTHERS = ("of", "part_of", "output_of", "per_head_of", "at_customs_of", "earns")
"""Fields that name another indicator."""
_FIELDS = {*TEXT_FIELDS, *_LISTS, *FLAGS, *_LIMITS, *_OTHERS, "elsewhere", "loose"}


def entries_of(text: str, path: Path) -> dict[str, dict[str, Any]]:
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
            raise TableError(f"{path}, line {line_of(text, name)}: {name} is no entry, [{name}] is")
    return entries


def line_of(text: str, name: str) -> int:
    """The line on which the entry of indicator `name` starts."""
    match = re.search(rf"^(?:\[{re.escape(name)}\]|{re.escape(name)}\b)", text, re.MULTILINE)
    return text.count("\n", 0, match.start()) + 1 if match else 1


def check(
    name: str,
    entry: dict[str, Any],
    entries: dict[str, dict[str, Any]],
    units: Collection[str],
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
    for whole in entry.get("owns_part_of", ()):
        if whole not in entries:
            raise TableError(f"{where}: owns_part_of holds {whole!r}, which is no indicator")
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
    for field in TEXT_FIELDS:
        if not isinstance(entry.get(field), str) or not entry[field].strip():
            raise TableError(f"{where}: it needs a text for {field!r}")
    for field in _LISTS:
        words = entry.get(field, [])
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise TableError(f"{where}: {field} is a list of texts")
        if not all(word.strip() for word in words):
            raise TableError(f"{where}: {field} holds an empty phrase")
    for field in FLAGS:
        if not isinstance(entry.get(field, False), bool):
            raise TableError(f"{where}: {field} is true or false")
    for field in _LIMITS:
        limit = entry.get(field)
        if isinstance(limit, bool) or not isinstance(limit, int | float | None):
            raise TableError(f"{where}: {field} is a number")
