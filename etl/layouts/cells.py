"""The cells of tables: whether one holds a figure, and how a sentence tells it."""

import re
from dataclasses import dataclass
from functools import cache

from etl.catalogue import load_catalogue
from etl.recognising.lexicon import words
from etl.recognising.period_forms import periods
from etl.recognising.unit_words import unit_words

UNIT_BEHIND = re.compile(r"\s*\(([^()\d]{1,25})\)$")
"""In brackets behind a row's name or a title: "GRDP (tỷ đồng)"."""
NUMBERED = re.compile(r"\d{1,2}[.)] (?=[^\W\d])")
"""Before a row's name: "4. Kim ngạch nhập khẩu"."""
EMPTY = "-"
"""The text of a cell that holds nothing."""
NO_FIGURE = frozenset({EMPTY, "–", "—", "x", "...", "…"})
"""How a cell says that it holds no figure."""
_MINUS = ("-", "–", "−")
_BOUNDS = {"≥": "ít nhất", ">": "trên", "≤": "tối đa", "<": "dưới"} | dict.fromkeys(_MINUS, "giảm")
"""A sign before a cell's number, as a sentence says it."""
_NUMBER = re.compile(r"\s*(\d[\d.,]*(?:\s*[-–/]\s*\d[\d.,]*)?)(.*)")

Span = tuple[int, int]
"""First and last character of a text's part, or of a column in its lines."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at characters start to end, without the blanks around it."""

    start: int
    end: int
    text: str


def opens_with_part(cell: Cell) -> bool:
    """Whether the cell's number only names a part of the year: "5 tháng (ước)"."""
    return any(mention.start == 0 and mention.part for mention in periods(cell.text))


def opens_with_period(cell: Cell) -> bool:
    """Whether the cell's number may only name a period: "2020", "5 tháng (ước)"."""
    return any(mention.start == 0 for mention in periods(cell.text))


def is_figure(cell: Cell) -> bool:
    """Whether the cell holds a number, perhaps behind a sign or a word: "≥ 10", "trên 50"."""
    named = opens_with_part(cell) or NUMBERED.match(cell.text)
    return bool(_parted(cell.text)[1]) and not named


def figure_of(cell: Cell, name: str, unit: str, unit_of_all: str) -> tuple[int, str]:
    """Where the cell's number starts, and the sentence that tells it of a name.

    Its unit is the cell's own, the row's, the one in brackets behind the name, or the table's.
    """
    bound, number, rest = _parted(cell.text)
    name, unit = named_unit(name, unit)
    unit = unit or unit_of_all
    tail = rest if rest in words("cell_tail") else ""
    unit = unit if not rest or tail else rest
    value = f"{number}{unit}" if unit.startswith("%") else f"{number} {unit}"
    said = f"{_BOUNDS.get(bound, bound)} {value} {tail}".strip()
    return cell.start + cell.text.index(number), f"{name} {said}"


def _parted(text: str) -> tuple[str, str, str]:
    """The cell's bound, its number and what follows: ("trên", "50", "%"); '' where none is."""
    bounds = (*_BOUNDS, *words("cell_bound"))
    bound = next((each for each in bounds if text.startswith(each)), "")
    if bound in _MINUS and not text[1:2].isdigit():
        return "", "", ""  # "- 3 xã" opens an item
    found = _NUMBER.match(text, len(bound))
    return (bound, found[1], found[2].strip()) if found else ("", "", "")


def named_unit(name: str, unit: str) -> tuple[str, str]:
    """A row's name without the unit in brackets behind it, and the unit: "GRDP (tỷ đồng)".

    What else the brackets say belongs to the name: "GRDP (tăng, %)", "Tổng số (GRDP)".
    """
    found = UNIT_BEHIND.search(name)
    if found is None or unit:
        return name, unit
    said, _, unit = found[1].rpartition(", ")
    if not is_unit(unit):
        return name, ""
    return f"{name[: found.start()]} {said}".strip(), unit


def changes(text: str) -> str:
    """The word of a cell that tells how much something changed: "tăng 8,2%"; '' where none is."""
    told = (*words("cell_grows"), *words("cell_falls"))
    return next((word for word in told if text.startswith(word)), "")


def is_unit(text: str) -> bool:
    """Whether a text is a unit, perhaps one for each of something: "triệu đồng/người", "xã"."""
    at, told = 0, text.partition("/")[0].strip()
    if not told:
        return False
    while at < len(told) and (word := unit_words().pattern.match(told, at)):
        at = word.end()
    return at == len(told) or told[at:].strip() in _nouns()


@cache
def _nouns() -> frozenset[str]:
    """What the catalogue's units count."""
    units = load_catalogue().units.values()
    return frozenset(noun.lower() for unit in units for noun in unit.nouns)
