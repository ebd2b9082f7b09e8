"""Tables told as lines: rows whose cells a tab or a bar parts, under a head that names the columns.

"Thu ngân sách | tỷ đồng | 3.680 | 3.330" under "Chỉ tiêu | ĐVT | Thực hiện năm 2022 | Kế hoạch năm
2023" says two sentences, "Thu ngân sách 3.680 tỷ đồng" of 2022 and one of 2023's plan; as such they
are given to the linker. A column that tells neither a kind nor a period gives nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from etl.frames import Context, expected_kind
from etl.lexicon import says, tokens, words
from etl.models import Kind
from etl.period_forms import periods
from etl.periods import Period, resolve
from etl.quantities import parse_number

_LINE = re.compile(r"[^\n]+")
_CELL = re.compile(r"[^\t|]+")
_TARGETS = frozenset({"plan", "target", "weak_target"})
_RESULTS = frozenset({"actual", "estimate"})
_COMPARISONS = frozenset({"compare", "year_before", "grow", "fall", "exceed", "share"})
_BOUNDS = {"≥": "ít nhất", ">": "trên", "≤": "tối đa", "<": "dưới"}
"""A sign before a cell's number, as a sentence says it."""
_NUMBER = re.compile(r"\s*(\d[\d.,]*(?:\s*[-–/]\s*\d[\d.,]*)?)(.*)")
_UNIT_BEHIND = re.compile(r"\s*\(([^()\d]{1,25})\)$")
_INDEX = 50
"""A percentage of the year before is at least so much; a growth told where one stands is less."""
_LEAST_CELLS = 3
"""A name, and at least two cells beside it: a head with fewer is only a line with a bar."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at characters start to end, without the blanks around it."""

    start: int
    end: int
    text: str


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


@dataclass(frozen=True, slots=True)
class Table:
    """What a table's head is read with: the text around it, and where provinces are named."""

    lower: str
    provinces: dict[int, str]
    """By the character at which the name starts."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures; `place` counts from the right, where rows agree with their head.

    One of percentages has an `attribute`, of the results in the column before it: its 'yoy' as a
    growth, its 'yoy' as an 'index' (106,4 is a growth of 6,4), its 'pct_of_plan', or what each
    cell 'tells' with a percent sign ("tăng 8,2%").
    """

    place: int
    kind: Kind
    period: Period
    attribute: str = ""
    province: str = ""
    """Whose the figures are, where the columns are of several provinces."""


@dataclass(frozen=True, slots=True)
class Head:
    """A table's head: its columns of figures, and where or what their units are."""

    columns: list[Column]
    unit_place: int
    """Of the column of units from the right, 0 where there is none."""
    unit: str
    """Of all figures that name none: "Thu ngân sách năm 2019 (tỷ đồng)" above the head."""


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


def head_of(cells: list[Cell], context: Context, table: Table) -> Head | None:
    """The head that the cells are, None where they name no column of figures."""
    columns = _columns_of(cells, context, table)
    unit = _unit_of_all(_title(cells, table))
    return Head(columns, unit_place_of(cells), unit) if columns else None


def _unit_of_all(title: str) -> str:
    """The unit that a title tells: "... (tỷ đồng)", "Đơn vị tính: tỷ đồng"; '' where none."""
    found = _UNIT_BEHIND.search(title)
    told = found[1] if found else title
    for word in words("unit_head"):
        if told.startswith(word):
            return told.removeprefix(word).lstrip(": ")
    return told if found else ""


def _columns_of(cells: list[Cell], context: Context, table: Table) -> list[Column]:
    if any(cell.text[0].isdigit() and not opens_with_part(cell) for cell in cells[1:]):
        return []
    if sum(cell.start in table.provinces for cell in cells) > 1:
        return _columns_of_provinces(cells, context, table)
    found = []
    running = _period_of(_title(cells, table), context)
    for place, cell in enumerate(reversed(cells), 1):
        cues = {cue for token in tokens(cell.text) for cue in token.sense.cues}
        named = periods(cell.text)
        if "%" in cell.text or not cues.isdisjoint(_COMPARISONS):
            attribute = _attribute_of(cell.text, cues, bool(named))
            if attribute:
                found.append(Column(place, Kind.ACTUAL, running, attribute))
            continue
        period = resolve(named[0], context.period) if named else running
        if not named and place < len(cells) and says(cell.text, "plan_column"):
            year = running.last
            found.append(Column(place, Kind.TARGET, Period(year, year)))
        elif not cues.isdisjoint(_TARGETS) and named:
            found.append(Column(place, Kind.TARGET, period))
        elif not cues.isdisjoint(_RESULTS) or says(cell.text, "reached_column"):
            found.append(Column(place, Kind.ACTUAL, period))
        elif named:
            found.append(Column(place, expected_kind(period, context) or Kind.ACTUAL, period))
    return found if any(not column.attribute for column in found) else []


def _columns_of_provinces(cells: list[Cell], context: Context, table: Table) -> list[Column]:
    """A column for each province that the head names, of what the line above it tells."""
    title = _title(cells, table)
    period = _period_of(title, context)
    planned = says(title, "plan_column") and not says(title, "reached_column")
    kind = Kind.TARGET if planned else expected_kind(period, context) or Kind.ACTUAL
    return [
        Column(place, kind, period, province=table.provinces[cell.start])
        for place, cell in enumerate(reversed(cells), 1)
        if cell.start in table.provinces
    ]


def _title(cells: list[Cell], table: Table) -> str:
    """The line above the table's head."""
    return table.lower[: cells[0].start].rstrip().rsplit("\n", 1)[-1]


def _period_of(title: str, context: Context) -> Period:
    """The period of the figures for which a head names none: its title's, or the running one."""
    named = periods(title)
    return resolve(named[0], context.period) if named else context.period


def _attribute_of(text: str, cues: set[str], dated: bool) -> str:
    """What a column of comparisons tells of the results beside it, '' where that is not plain."""
    if "%" in text and "plan" in cues:
        return "pct_of_plan"
    if "year_before" not in cues and not ("compare" in cues and dated):
        return ""
    if "%" not in text:
        return "tells"
    return "yoy" if not cues.isdisjoint({"grow", "fall"}) else "index"


def unit_place_of(cells: list[Cell]) -> int:
    """The place of the column of units from the right, 0 where the table has none."""
    places = [
        place for place, cell in enumerate(reversed(cells), 1) if says(cell.text, "unit_head")
    ]
    return places[0] if places else 0


def figures_of_row(cells: list[Cell], head: Head, row: tuple[int, int]) -> list[GridFigure]:
    """The figures of a row; its name is the last text before them that is no unit."""
    first = max([head.unit_place, *(column.place for column in head.columns)])
    names = [cell for cell in cells[: max(0, len(cells) - first)] if not cell.text[0].isdigit()]
    if not names or len(cells) <= first:
        return []
    unit = cells[-head.unit_place].text if head.unit_place else ""
    name, unit = _named_unit(names[-1].text, unit)
    unit = unit or head.unit
    dated = any(mention.year is not None for mention in periods(name))
    found: list[GridFigure] = []
    for column in sorted(head.columns, key=lambda column: -column.place):
        cell = cells[-column.place]
        if column.attribute:
            beside = cells[-column.place - 1]
            if found and found[-1].kind is Kind.ACTUAL:
                found[-1] = _with_attribute(found[-1], column.attribute, cell.text)
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
    return bool(_parted(cell.text)[1]) and not opens_with_part(cell)


def opens_with_part(cell: Cell) -> bool:
    """Whether the cell's number only names a part of the year: "5 tháng (ước)"."""
    return any(mention.start == 0 and mention.part for mention in periods(cell.text))


def _parted(text: str) -> tuple[str, str, str]:
    """The cell's bound, its number and what follows: ("trên", "50", "%"); '' where none is."""
    bounds = (*_BOUNDS, *words("cell_bound"))
    bound = next((each for each in bounds if text.startswith(each)), "")
    found = _NUMBER.match(text, len(bound))
    return (bound, found[1], found[2].strip()) if found else ("", "", "")


def _named_unit(name: str, unit: str) -> tuple[str, str]:
    """A row's name without the unit in brackets behind it, and the unit: "GRDP (tỷ đồng)"."""
    found = _UNIT_BEHIND.search(name)
    return (name[: found.start()], found[1]) if found and not unit else (name, unit)


def _told(bound: str, number: str, rest: str, unit: str) -> str:
    """The cell's number as a sentence tells it, with its bound and its unit."""
    tail = rest if rest in words("cell_tail") else ""
    unit = unit if not rest or tail else rest
    value = f"{number}{unit}" if unit.startswith("%") else f"{number} {unit}"
    return f"{_BOUNDS.get(bound, bound)} {value} {tail}".strip()
