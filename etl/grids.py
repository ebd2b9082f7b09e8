"""Tables told as lines: rows whose cells a tab or a bar parts, under a head that names the columns.

"Thu ngân sách | tỷ đồng | 3.680 | 3.330" under "Chỉ tiêu | ĐVT | Thực hiện năm 2022 | Kế hoạch năm
2023" says two sentences, "Thu ngân sách 3.680 tỷ đồng" of 2022 and one of 2023's plan; as such they
are given to the linker. A column that tells neither a kind nor a period gives nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from etl.frames import Context
from etl.lexicon import words
from etl.models import Kind
from etl.period_forms import periods
from etl.periods import Period
from etl.quantities import parse_number
from etl.table_heads import UNIT_BEHIND, Cell, Head, Table, head_of, opens_with_part

_LINE = re.compile(r"[^\n]+")
_CELL = re.compile(r"[^\t|]+")
_BOUNDS = {"≥": "ít nhất", ">": "trên", "≤": "tối đa", "<": "dưới"}
"""A sign before a cell's number, as a sentence says it."""
_NUMBER = re.compile(r"\s*(\d[\d.,]*(?:\s*[-–/]\s*\d[\d.,]*)?)(.*)")
NUMBERED = re.compile(r"\d{1,2}[.)] (?=[^\W\d])")
"""Before a row's name: "4. Kim ngạch nhập khẩu"."""
_INDEX = 50
"""A percentage of the year before is at least so much; a growth told where one stands is less."""
_LEAST_CELLS = 3
"""A name, and at least two cells beside it: a head with fewer is only a line with a bar."""


@dataclass(frozen=True, slots=True)
class GridFigure:
    """A figure of a table: as a sentence, where it stands, and what its column says of it."""

    sentence: str
    cell: Cell
    row: tuple[int, int]
    kind: Kind
    period: Period
    dated: bool
    """The row's name tells the period itself: "GRDP bình quân đầu người năm 2020"."""
    province: str
    yoy: float | None = None
    pct_of_plan: float | None = None


def figures_in_grids(
    table: Table, context: Context
) -> Iterator[tuple[tuple[int, int], list[GridFigure]]]:
    """The rows of the text's tables, as spans of characters, each with its figures."""
    head: Head | None = None
    for line in _LINE.finditer(table.lower):
        cells = _cells(line[0], line.start())
        if len(cells) < 2:
            head = None
            continue
        opened = head_of(cells, context, table) if len(cells) >= _LEAST_CELLS else None
        if opened:
            head = opened
        if head:
            yield line.span(), [] if opened else figures_of_row(cells, head, line.span())


def _cells(line: str, start: int) -> list[Cell]:
    found = []
    for cell in _CELL.finditer(line):
        text = cell[0].strip()
        if text:
            at = start + cell.start() + cell[0].index(text)
            found.append(Cell(at, at + len(text), text))
    return found


def figures_of_row(cells: list[Cell], head: Head, row: tuple[int, int]) -> list[GridFigure]:
    """The figures of a row; its name is the last text before them that is no unit."""
    first = max([head.unit_place, *(column.place for column in head.columns)])
    ahead = cells[: max(0, len(cells) - first)]
    names = [cell for cell in ahead if NUMBERED.match(cell.text) or not cell.text[0].isdigit()]
    if not names or len(cells) <= first:
        return []
    unit = cells[-head.unit_place].text if head.unit_place else ""
    name, unit = _named_unit(NUMBERED.sub("", names[-1].text), unit)
    unit = unit or head.unit
    dated = any(mention.year is not None for mention in periods(name))
    found: list[GridFigure] = []
    for column in sorted(head.columns, key=lambda column: -column.place):
        cell = cells[-column.place]
        if column.attribute:
            beside = cells[-column.place - 1]
            last = _last_of(found, column.of)
            if found and found[last].kind is Kind.ACTUAL:
                found[last] = _with_attribute(found[last], column.attribute, cell.text)
            elif column.attribute == "tells" and not is_figure(beside) and _changes(cell.text):
                alone = f"{name} {cell.text}"  # "Chỉ số sản xuất công nghiệp", "-", "tăng 8,2%"
                found.append(GridFigure(alone, cell, row, Kind.ACTUAL, column.period, dated, ""))
            continue
        if not is_figure(cell):
            continue
        bound, number, rest = _parted(cell.text)
        start = cell.start + cell.text.index(number)
        told = f"{name} {_told(bound, number, rest, unit)}"
        at = Cell(start, cell.end, cell.text)
        found.append(GridFigure(told, at, row, column.kind, column.period, dated, column.province))
    return found


def _last_of(found: list[GridFigure], period: Period | None) -> int:
    """The place of the last figure of the period, or of the last of all where none is of it."""
    places = [place for place, figure in enumerate(found) if figure.period == period]
    return places[-1] if places else len(found) - 1


def _with_attribute(figure: GridFigure, attribute: str, text: str) -> GridFigure:
    """The figure with the percentage that stands beside it; as it is where that is no number."""
    change = _changes(text)
    if attribute == "tells" and "%" not in text:
        return figure
    value = parse_number(text.removeprefix(change).lstrip("-−+ ").rstrip("% "))
    if value is None:
        return figure
    if change:
        return replace(figure, yoy=-value if change in words("cell_falls") else value)
    if attribute == "pct_of_plan":
        return replace(figure, pct_of_plan=value)
    if attribute in ("index", "tells") and value >= _INDEX:
        return replace(figure, yoy=round(value - 100, 6))
    return replace(figure, yoy=-value if text[0] in "-−" else value)


def _changes(text: str) -> str:
    """The word of a cell that tells how much something changed: "tăng 8,2%"; '' where none is."""
    changes = (*words("cell_grows"), *words("cell_falls"))
    return next((word for word in changes if text.startswith(word)), "")


def is_figure(cell: Cell) -> bool:
    """Whether the cell holds a number, perhaps behind a sign or a word: "≥ 10", "trên 50"."""
    named = opens_with_part(cell) or NUMBERED.match(cell.text)
    return bool(_parted(cell.text)[1]) and not named


def _parted(text: str) -> tuple[str, str, str]:
    """The cell's bound, its number and what follows: ("trên", "50", "%"); '' where none is."""
    bounds = (*_BOUNDS, *words("cell_bound"))
    bound = next((each for each in bounds if text.startswith(each)), "")
    found = _NUMBER.match(text, len(bound))
    return (bound, found[1], found[2].strip()) if found else ("", "", "")


def _named_unit(name: str, unit: str) -> tuple[str, str]:
    """A row's name without the unit in brackets behind it, and the unit: "GRDP (tỷ đồng)"."""
    found = UNIT_BEHIND.search(name)
    return (name[: found.start()], found[1]) if found and not unit else (name, unit)


def _told(bound: str, number: str, rest: str, unit: str) -> str:
    """The cell's number as a sentence tells it, with its bound and its unit."""
    tail = rest if rest in words("cell_tail") else ""
    unit = unit if not rest or tail else rest
    value = f"{number}{unit}" if unit.startswith("%") else f"{number} {unit}"
    return f"{_BOUNDS.get(bound, bound)} {value} {tail}".strip()
