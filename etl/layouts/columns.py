"""Tables told with one cell a line, as they come out of a page whose table was flattened.

The lines of the head ("Chỉ tiêu", "ĐVT", "Kế hoạch năm 2026", "Ước 6 tháng") tell how many lines a
row has; a name and as many cells behind it make a row, which is read as one of `etl.layouts.grids`.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import replace
from itertools import chain, groupby
from operator import itemgetter

from etl.layouts.cells import NO_FIGURE, NUMBERED, Cell, Span, is_figure, opens_with_period
from etl.layouts.grids import GridFigure, figures_of_row
from etl.layouts.table_heads import Head, Table, head_of, rows_of, unit_place_of

_SHORT = 90
"""Characters of a line that may be a cell, at most."""
_BLOCK = 8
"""Lines of a table, at least."""
_LEAST, _HEAD = 3, 8
"""Lines that a head has at least and at most."""
_TITLES = 6
"""Lines of headings before the table's head, at most, where blank lines part them all."""
_SECTION = re.compile(r"(?:[ivx]+|[a-h])[.)]?")
"""The number of a section of rows; its name is the next line."""
_SECTION_LINES = 2
_ROW_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})*\.?")
"""Before a row's name, as a line of its own: "8", "8.1"."""
_DASHES = frozenset({"-", "–", "—"})
"""Before a row's name, where it is of what the row before names: parts of a whole."""


def figures_in_columns(
    table: Table, read: Container[int]
) -> Iterator[tuple[Span, list[GridFigure]]]:
    """The lines of the text's flattened tables, as spans, each row's figures with its last one.

    `read` are the starts of lines that hold a whole row: no cells.
    """
    for cells, size in _blocks(table.lower, read):
        offsets = range(min(_TITLES, len(cells) - _BLOCK) + 1)
        for offset in sorted(offsets, key=lambda offset: not rows_of(cells[offset:])):
            rows = list(_figures(cells[offset:], size, table))
            if any(figures for _, figures in rows):
                yield from rows
                break


def _blocks(lower: str, read: Container[int]) -> Iterator[tuple[list[Cell], int]]:
    """Runs of short lines that may be a table, and the lines of a row where blank lines tell it."""
    for size, run in groupby(_sized(lower, read), key=itemgetter(0)):
        groups = [group for _, group in run]
        if size >= _BLOCK:
            yield from ((group, 0) for group in groups)
        else:
            cells = list(chain.from_iterable(groups))
            if len(cells) >= _BLOCK:
                yield cells, size if size >= _LEAST else 0


def _sized(lower: str, read: Container[int]) -> Iterator[tuple[int, list[Cell]]]:
    """The groups of short lines with how many lines a row has; a section's name is no row."""
    size = 0
    for group in _groups(lower, read):
        if not (group and _SECTION.fullmatch(group[0].text) and len(group) <= _SECTION_LINES):
            size = len(group)
        yield size, group


def _groups(lower: str, read: Container[int]) -> Iterator[list[Cell]]:
    """Short lines with no blank line between them; an empty group stands for a long line."""
    group: list[Cell] = []
    at = 0
    for line in lower.split("\n"):
        is_cell = len(line) <= _SHORT and at not in read and not _is_sentence(line.strip())
        if is_cell and line and not line.isspace():
            start = at + len(line) - len(line.lstrip())
            group.append(Cell(start, start + len(line.strip()), line.strip()))
        elif group:
            yield group
            group = []
        if not is_cell:
            yield []
        at += len(line) + 1
    if group:
        yield group


def _is_sentence(line: str) -> bool:
    """Whether a full stop ends a line of several words: "134.620 tỷ đồng, tăng 13,2%."."""
    return line.endswith(".") and " " in line


def _figures(cells: list[Cell], size: int, table: Table) -> Iterator[tuple[Span, list[GridFigure]]]:
    found = _head(cells, size, table)
    if found is None:
        return
    first, head = found
    for cell in cells[:first]:
        yield (cell.start, cell.end), []
    at, group = first, ""
    while at < len(cells):
        of_group = cells[at].text in _DASHES
        group = group if of_group else ""
        if of_group or (head.rows != "years" and _ROW_NUMBER.fullmatch(cells[at].text)):
            yield (cells[at].start, cells[at].end), []
            at += 1
        elif _SECTION.fullmatch(cells[at].text):
            yield from (((cell.start, cell.end), []) for cell in cells[at : at + _SECTION_LINES])
            at += _SECTION_LINES
            continue
        row = cells[at : at + 1 + head.width]
        if not _is_row(row, head):
            if not _heads_group(cells[at:], head):
                return
            group = f"{cells[at].text}: "
            yield (cells[at].start, cells[at].end), []
            at += 1
            continue
        row[0] = replace(row[0], text=group + row[0].text)
        for cell in row[:-1]:
            yield (cell.start, cell.end), []
        yield (row[-1].start, row[-1].end), figures_of_row(row, head, table)
        at += 1 + head.width


def _heads_group(cells: list[Cell], head: Head) -> bool:
    """Whether a name without figures heads rows that a dash opens: "Cơ cấu kinh tế", "-", ..."."""
    opened = len(cells) > 1 and cells[1].text in _DASHES
    return opened and not is_figure(cells[0]) and _is_row(cells[2 : 3 + head.width], head)


def _head(cells: list[Cell], size: int, table: Table) -> tuple[int, Head] | None:
    """How many lines the head has, and the head; None for no table.

    Where blank lines part the rows, the head has as many lines as each of them.
    """
    if size:
        head = head_of(cells[:size], table)
        return (size, head) if head else None
    years = rows_of(cells) == "years"
    first = next(
        (
            index
            for index, cell in enumerate(cells)
            if is_figure(cell) and (years or not opens_with_period(cell))
        ),
        0,
    )
    named = next((index for index, cell in enumerate(cells) if NUMBERED.match(cell.text)), first)
    if named < first:
        first = named
    elif not years and cells[first].text.rstrip(".") != "1":  # its name is the head's last line
        first -= 2 if unit_place_of(cells[: first - 2]) else 1
    if first > 1 and _SECTION.fullmatch(cells[first - 2].text):
        first -= _SECTION_LINES
    if not 0 < first <= _HEAD:
        return None
    head = head_of(cells[:first], table)
    return (first, head) if head else None


def _is_row(row: list[Cell], head: Head) -> bool:
    """Whether a name opens it and figures stand in its columns of figures."""
    if len(row) <= head.width:
        return False
    figures = [row[-column.place] for column in head.columns if not column.attribute]
    told = all(is_figure(cell) or cell.text in NO_FIGURE for cell in figures)
    return told and (head.rows == "years" or not is_figure(row[0]))
