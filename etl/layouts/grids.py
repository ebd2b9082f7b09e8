"""Tables told as lines: rows whose cells a sign parts, under a head that names the columns.

"Thu ngân sách | tỷ đồng | 3.680 | 3.330" under "Chỉ tiêu | ĐVT | Thực hiện năm 2022 | Kế hoạch năm
2023" says two sentences, "Thu ngân sách 3.680 tỷ đồng" of 2022 and one of 2023's plan; as such they
are given to the linker. A column that tells neither a kind nor a period gives nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from etl.layouts.cells import EMPTY, Cell, Span, changes, figure_of, is_figure
from etl.layouts.table_heads import Column, Head, Table, head_of
from etl.layouts.table_rows import Row, in_group, is_part, row_of
from etl.linking.frames import expected_kind
from etl.models import Kind
from etl.recognising.lexicon import words
from etl.recognising.period_forms import periods
from etl.recognising.periods import Period
from etl.recognising.quantities import parse_number

_LINE = re.compile(r"[^\n]+")
_CELL = re.compile(r"(?:^|(?<=[\t|]))[^\t|]*")
_CELL_OF_FILE = re.compile(r"(?:^|(?<=;))[^;]*")
_OF_FILE = re.compile(r"(?:[^;\t|\n]*;(?! )){3}")
"""Opens a line of a file of values: semicolons in prose have a blank behind them."""
GRIDDED = re.compile(rf"[\t|]|^{_OF_FILE.pattern}", re.M)
"""Finds a line whose cells a sign parts."""
_SHORT = 60
"""Characters of a line that names the rows behind it, at most."""
_INDEX = 50
"""A percentage of the year before is at least so much; a growth told where one stands is less."""


@dataclass(frozen=True, slots=True)
class GridFigure:
    """A figure of a table: as a sentence, where it stands, and what its column says of it."""

    sentence: str
    cell: Cell
    row: Span
    kind: Kind
    period: Period
    dated: bool
    """The row's name tells the period itself: "GRDP bình quân đầu người năm 2020"."""
    province: str
    yoy: float | None = None
    pct_of_plan: float | None = None


def figures_in_grids(table: Table) -> Iterator[tuple[Span, list[GridFigure]]]:
    """The rows of the text's tables, as spans of characters, each with its figures."""
    head: Head | None = None
    group = ""
    for line in _LINE.finditer(table.lower):
        cells = _cells(line[0], line.start())
        if len(cells) < 2 and not _heads_rows(line):
            head = None
            continue
        opened = head_of(cells, table)
        head = opened or head
        if head is None:
            if _OF_FILE.match(line[0]):
                yield line.span(), []  # values whose columns nothing tells
            continue
        figures = [] if opened else figures_of_row(filled(cells, head), head, table, group)
        group = "" if opened else next_group(cells, figures, group)
        yield line.span(), figures


def _heads_rows(line: re.Match[str]) -> bool:
    """Whether a line with one cell may name the rows behind it: a short one right below others."""
    return len(line[0]) <= _SHORT and not line.string.endswith("\n\n", 0, line.start())


def _cells(line: str, start: int) -> list[Cell]:
    """The cells of a line, those that hold nothing too; bars at its edges part none."""
    found = []
    cell = _CELL_OF_FILE if _OF_FILE.match(line) else _CELL
    for each in cell.finditer(line.rstrip(" ").removesuffix("|"), line.startswith("|")):
        text = each[0].strip(' "')
        at = start + each.start() + each[0].find(text)
        found.append(Cell(at, at + len(text), text or EMPTY))
    return found


def filled(cells: list[Cell], head: Head) -> list[Cell]:
    """The row with the empty cells at its end that were cut off: "GRDP | 8,0 | 7,1".

    Where its first figure stands below the first column of figures; else the row as it is.
    """
    missing = head.cells - len(cells)
    first = next((at for at, cell in enumerate(cells) if at and is_figure(cell)), 0)
    below = head.cells - max(column.place for column in head.columns)
    end = cells[-1].end
    return cells + [Cell(end, end, EMPTY)] * missing if missing > 0 and first == below else cells


def figures_of_row(
    cells: list[Cell], head: Head, table: Table, group: str = ""
) -> list[GridFigure]:
    """The figures of a row, each of what the row, its column or the head says it is of.

    `group` is the name of a row above without figures, of which the row may be a part.
    """
    row = row_of(cells[: -head.width], head, table) if len(cells) > head.width else None
    if row is None:
        return []
    row = replace(row, name=in_group(row.name, group))
    unit = cells[-head.unit_place].text.removeprefix(EMPTY) if head.unit_place else ""
    dated = any(mention.year is not None for mention in periods(row.name))
    span = (cells[0].start, cells[-1].end)
    alone = not any(is_figure(cells[-each.place]) for each in head.columns if not each.attribute)
    found: list[GridFigure] = []
    for column in sorted(head.columns, key=lambda column: -column.place):
        cell = cells[-column.place]
        if column.attribute:
            beside = cells[-column.place - 1]
            result = _result_of(found, column.of)
            if column.attribute == "index" and (alone or column.name):
                column = replace(column, period=column.of or column.period)
                found += _growths_of_index(cell, span, column, row, dated)
            elif result is not None:
                found[result] = _with_attribute(found[result], column.attribute, cell.text)
            elif column.attribute == "tells" and not is_figure(beside) and changes(cell.text):
                told = f"{row.name} {cell.text}"  # "Chỉ số sản xuất công nghiệp", "-", "tăng 8,2%"
                found.append(GridFigure(told, cell, span, Kind.ACTUAL, column.period, dated, ""))
            continue
        if not is_figure(cell):
            continue
        name, unit_told = column.name or row.name, unit
        if column.measure:
            name, unit_told = words(f"measure_{column.measure}")[0].format(row.name), "%"
        start, told = figure_of(cell, name, unit_told, column.unit or head.unit)
        at = Cell(start, cell.end, cell.text)
        period, province = row.period or column.period, row.province or column.province
        expected = expected_kind(period, table.context) or Kind.ACTUAL
        kind = column.kind or row.kind or expected
        found.append(GridFigure(told, at, span, kind, period, dated, province))
    return found


def next_group(cells: list[Cell], figures: list[GridFigure], group: str) -> str:
    """The group of the next row: what this one names without a figure, else that of its parts."""
    if not figures:
        return max((cell.text for cell in cells), key=len)
    return group if any(is_part(cell.text) for cell in cells) else ""


def _result_of(found: list[GridFigure], period: Period | None) -> int | None:
    """The place of the result that a comparison behind it is of, None where it is a plan's.

    The last result of the period, or the last of all: "9 tháng", "Kế hoạch năm", "So cùng kỳ (%)".
    A plan of a later year is what is compared itself.
    """
    places = [place for place, figure in enumerate(found) if figure.period == period]
    last = places[-1] if places else len(found) - 1
    while last >= 0 and found[last].kind is Kind.TARGET:
        last -= 1
    years = {figure.period.last for figure in found[max(last, 0) :]}
    return last if last >= 0 and len(years) == 1 else None


def _growths_of_index(
    cell: Cell, span: Span, column: Column, row: Row, dated: bool
) -> list[GridFigure]:
    """The growth that an index alone tells: "Chỉ số sản xuất công nghiệp", "-", "111,8"."""
    value = parse_number(cell.text)
    if value is None or value < _INDEX:
        return []
    change = f"{abs(value - 100):.2f}".replace(".", ",")
    grows = words("cell_grows" if value >= 100 else "cell_falls")[0]
    told = f"{column.name or row.name} {grows} {change}%"
    return [GridFigure(told, cell, span, Kind.ACTUAL, column.period, dated, row.province)]


def _with_attribute(figure: GridFigure, attribute: str, text: str) -> GridFigure:
    """The figure with the percentage that stands beside it; as it is where that is no number."""
    change = changes(text)
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
