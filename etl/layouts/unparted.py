"""Tables whose cells nothing but a blank parts, as they are copied out of a PDF line by line.

"5 Kim ngạch xuất khẩu Triệu USD 380 352,8 400" is a row where the head above it tells of as many
columns as values stand at the line's end; where it does not, nothing is read.
"""

import re
from collections.abc import Container, Iterator
from functools import cache

from etl.layouts.cells import EMPTY, Cell, Span, is_unit
from etl.layouts.grids import GridFigure, figures_of_row
from etl.layouts.table_heads import Head, Table, head_of
from etl.recognising.lexicon import words
from etl.recognising.period_forms import periods

_LINE = re.compile(r"[^\n]+")
_LONG = 200
"""No row has so many characters."""
_VALUE = r"(?:[≥≤><] ?|[+-])?\d[\d.,]*%?"
_ROW = re.compile(rf"(?P<label>.*?[^\W\d].*?)(?P<values>(?: +(?:{_VALUE}|[-–x])){{2,}}) *")
"""A line with a name, perhaps its number and its unit, that ends in two values at least."""
_CELL = re.compile(rf"{_VALUE}(?: ?[-–] ?\d[\d.,]*%?)?|[-–x]")
"""A value of a row; between two numbers a dash joins a range, elsewhere it is an empty cell."""
_UNIT_OF_COLUMN = re.compile(r" ?\((?:%|[^()\d]{1,20})\)")
"""Behind the name of a column: "So với kế hoạch (%)"."""
_ROW_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5})[.)]? ")
_HEAD = 6
"""Lines of a head, at most."""
_LEAST = 2
"""Columns of figures, at least."""
_BETWEEN = 3
"""Lines that are no rows between two rows, at most."""


def figures_unparted(table: Table, read: Container[int]) -> Iterator[tuple[Span, list[GridFigure]]]:
    """The lines of the text's unparted tables, as spans of characters, each with its figures.

    `read` are the starts of lines that were read as rows of another table.
    """
    lines = [
        line
        for line in _LINE.finditer(table.lower)
        if line.start() not in read and not line[0].isspace()
    ]
    for first, line in enumerate(lines):
        if not _opening().match(line[0]):
            continue
        opened = map(_row, lines[first + 1 : first + 1 + _HEAD])
        rows = next((place for place, row in enumerate(opened, first + 1) if row), first)
        cells = _head_cells(lines[first:rows])
        head = head_of(cells, table) if cells else None
        if head:
            yield from ((each.span(), []) for each in lines[first:rows])
            yield from _rows(lines[rows:], len(cells), head, table)


@cache
def _opening() -> re.Pattern[str]:
    """Matches how a head opens: "TT Chỉ tiêu ĐVT "; group 'unit' is its column of units."""
    number, name, unit = (
        "|".join(sorted(map(re.escape, words(role)), key=len, reverse=True))
        for role in ("number_head", "name_head", "unit_head")
    )
    return re.compile(rf" *(?:(?:{number}) )?(?P<name>{name})(?: (?P<unit>{unit}))?(?: |$)")


def _head_cells(lines: list[re.Match[str]]) -> list[Cell]:
    """The cells of a head: a column ends behind the period or the bracketed unit that it names.

    The name of a section of rows may follow, on a line of its own.
    """
    text = " ".join(line[0].strip() for line in lines)
    opening = _opening().match(text)
    if opening is None:
        return []
    ends = {mention.end for mention in periods(text)}
    units = {found.start(): found.end() for found in _UNIT_OF_COLUMN.finditer(text)}
    told = [opening["name"], *([opening["unit"]] if opening["unit"] else [])]
    at = opening.end()
    for end in sorted((ends - units.keys()) | set(units.values())):
        told.append(text[at:end].strip())
        at = end
    behind = text[at:].strip()
    if (behind and behind != lines[-1][0].strip()) or len(told) < _LEAST + 1:
        return []
    start = lines[0].start()
    return [Cell(start, start + len(each), each) for each in told]


def _rows(
    lines: list[re.Match[str]], width: int, head: Head, table: Table
) -> Iterator[tuple[Span, list[GridFigure]]]:
    """The rows of a table, each as long as its head, until too many lines are none."""
    others = 0
    for line in lines:
        cells = _cells(line, width, bool(head.unit_place))
        others = 0 if cells else others + 1
        if others > _BETWEEN or _opening().match(line[0]):
            return
        if cells:
            yield line.span(), figures_of_row(cells, head, table)


def _row(line: re.Match[str]) -> re.Match[str] | None:
    return _ROW.fullmatch(line[0]) if len(line[0]) < _LONG else None


def _cells(line: re.Match[str], width: int, has_units: bool) -> list[Cell]:
    """The cells of a row: its name, its unit where the table has units, its values; or none."""
    row = _row(line)
    if row is None:
        return []
    names = _named(row["label"], has_units)
    at = line.start() + row.start("values")
    values = [
        Cell(at + found.start(), at + found.end(), found[0])
        for found in _CELL.finditer(row["values"])
    ]
    if len(names) + len(values) != width:
        return []
    return [*(Cell(line.start(), at, name) for name in names), *values]


def _named(label: str, has_units: bool) -> list[str]:
    """A row's name without its number, and its unit: "Kim ngạch xuất khẩu", "triệu usd"."""
    name = _ROW_NUMBER.sub("", label.strip(), count=1)
    if not has_units:
        return [name]
    blanks = [found.start() for found in re.finditer(" ", name)]
    first = next((at for at in blanks if is_unit(name[at + 1 :])), len(name))
    return [name[:first], name[first + 1 :] or EMPTY]
