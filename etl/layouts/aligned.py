"""Tables whose cells only blanks part, as they are copied out of a PDF that keeps its columns.

Where no row with figures has a character, one column ends and the next begins. Each piece of a line
belongs to the column that it stands in, a piece of the head to every one that it spans; so the
lines of a head come together again, and those of a name that was broken.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from etl.layouts.cells import EMPTY, Cell, Span, is_figure, opens_with_period
from etl.layouts.grids import GridFigure, figures_of_row, next_group
from etl.layouts.table_heads import Table, head_of
from etl.recognising.lexicon import words

_GAP = "  "
"""Blanks between two columns, at least."""
_PIECE = re.compile(r"\S+(?: \S+)*")
_LINE = re.compile(r"[^\n]+")
_BETWEEN = 3
"""Lines without figures between two rows, at most: a section's name, a name that was broken."""
_HEAD = 5
"""Lines of a head, at most."""
_LEAST_ROWS = 2
_NAME = re.compile(r"[^\W\d]{3}")
"""In the column of names, not in that of their numbers: "II", "a"."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, and its pieces, which gaps part."""

    start: int
    end: int
    pieces: list[Cell]

    @property
    def is_row(self) -> bool:
        """Whether a piece behind its first one is a figure."""
        return any(is_figure(piece) and not opens_with_period(piece) for piece in self.pieces[1:])

    def overlaps(self, piece: Cell, column: Span) -> bool:
        """Whether a piece of it stands in a column, told in characters of the line."""
        return piece.start - self.start < column[1] and column[0] < piece.end - self.start

    def within(self, column: Span) -> list[Cell]:
        """Its pieces in a column."""
        return [piece for piece in self.pieces if self.overlaps(piece, column)]


def figures_in_alignment(table: Table) -> Iterator[tuple[Span, list[GridFigure]]]:
    """The lines of the text's aligned tables, as spans of characters, each with its figures."""
    lines = _lines(table.lower)
    for first, last in _tables(lines):
        columns = _columns([line for line in lines[first:last] if line.is_row])
        above = _above(lines[:first], columns, table.lower)
        head = head_of(_head_cells(above, columns), table) if above else None
        if head is None:
            continue
        yield from (((line.start, line.end), []) for line in above)
        group = ""
        for line, cells in _rows(lines[first:last], columns, table.text):
            figures = figures_of_row(cells, head, table, group) if cells else []
            group = next_group(cells or line.pieces, figures, group)
            yield (line.start, line.end), figures


def _lines(lower: str) -> list[Line]:
    """The lines that are not blank, without those whose cells a tab or a bar parts."""
    return [
        Line(*line.span(), [Cell(*each.span(), each[0]) for each in _pieces(line)])
        for line in _LINE.finditer(lower)
        if not (line[0].isspace() or "\t" in line[0] or "|" in line[0])
    ]


def _pieces(line: re.Match[str]) -> Iterator[re.Match[str]]:
    return _PIECE.finditer(line.string, *line.span())


def _tables(lines: list[Line]) -> Iterator[Span]:
    """The first row of each table, and the line behind its last one, by their places in lines."""
    rows = [place for place, line in enumerate(lines) if line.is_row]
    start = 0
    for end in range(1, len(rows) + 1):
        goes_on = end < len(rows) and rows[end] - rows[end - 1] <= _BETWEEN + 1
        if goes_on and not any(map(_heads_table, lines[rows[end - 1] + 1 : rows[end]])):
            continue
        if end - start >= _LEAST_ROWS:
            yield rows[start], rows[end - 1] + 1
        start = end


def _heads_table(line: Line) -> bool:
    """Whether a line without figures belongs to the head of another table: it names a period."""
    return len(line.pieces) > 1 and any(map(opens_with_period, line.pieces))


def _columns(rows: list[Line]) -> list[Span]:
    """Where the columns are, in characters of a line: what stands between gaps of the rows.

    The rows with the most pieces tell first; one that would close a gap between columns, as a value
    does that runs over its own, does not.
    """
    found: list[Span] = []
    for row in sorted(rows, key=lambda row: -len(row.pieces)):
        wider = _joined(
            [*found, *((each.start - row.start, each.end - row.start) for each in row.pieces)]
        )
        found = wider if len(wider) >= len(found) else found
    return found


def _joined(spans: list[Span]) -> list[Span]:
    """The spans in order, those in one that no gap parts."""
    found: list[Span] = []
    for left, right in sorted(spans):
        if found and left < found[-1][1] + len(_GAP):
            found[-1] = found[-1][0], max(right, found[-1][1])
        else:
            found.append((left, right))
    return found


def _above(lines: list[Line], columns: list[Span], lower: str) -> list[Line]:
    """The lines of the head above a table's first row; a title or a unit of all is none.

    The name of a section may stand between them: "A    KINH TẾ".
    """
    found: list[Line] = []
    for line in reversed(lines[-_HEAD:]):
        if found and "\n\n" in lower[line.end : found[0].start]:
            break
        if len(line.pieces) == 1 and (
            line.pieces[0].text.startswith(words("unit_head"))
            or sum(line.overlaps(line.pieces[0], column) for column in columns) > len(columns) // 2
        ):
            break
        if not found and _is_section(line, columns):
            continue
        found.insert(0, line)
    return found


def _is_section(line: Line, columns: list[Span]) -> bool:
    """Whether a line holds nothing right of the names: two columns, with that of their numbers."""
    return not any(line.within(column) for column in columns[2:])


def _head_cells(above: list[Line], columns: list[Span]) -> list[Cell]:
    """The cells of the head, each of the pieces that its lines have in the column."""
    cells = []
    for column in columns:
        pieces = [piece for line in above for piece in line.within(column)]
        start = pieces[0].start if pieces else above[0].start
        text = " ".join(piece.text for piece in pieces) or EMPTY
        cells.append(Cell(start, start + len(text), text))
    return [replace(cells[0], start=above[0].start), *cells[1:]]


def _rows(lines: list[Line], columns: list[Span], text: str) -> list[tuple[Line, list[Cell]]]:
    """The lines of a table, each with its cells; without any where it is no row.

    A name may be broken: it goes on in the next line in lower case, or has its figures there.
    """
    names = _column_of_names(lines, columns)
    found: list[tuple[Line, list[Cell]]] = []
    row: list[Cell] = []
    opened = ""
    for line in lines:
        broken = text[line.pieces[-1].start].islower()
        cells = _cells(line, columns) if line.is_row else []
        if cells:
            name = cells[names]
            if opened and (name.text == EMPTY or text[name.start].islower()):
                cells[names] = replace(name, text=f"{opened} {name.text}".removesuffix(f" {EMPTY}"))
            row, opened = cells, ""
        elif line.pieces[-1:] == line.within(columns[names]):
            piece = line.pieces[-1].text
            if broken and row:
                row[names] = replace(row[names], text=f"{row[names].text} {piece}")
            else:
                row, opened = [], f"{opened} {piece}" if broken else piece
        found.append((line, cells))
    return found


def _cells(line: Line, columns: list[Span]) -> list[Cell]:
    """The cells of a row, one for each column; none where a piece spans two columns."""
    cells = []
    for column in columns:
        pieces = line.within(column)
        text = " ".join(piece.text for piece in pieces) or EMPTY
        start = pieces[0].start if pieces else line.start
        cells.append(Cell(start, pieces[-1].end if pieces else start, text))
    alone = sum(len(line.within(column)) for column in columns) == len(line.pieces)
    return cells if alone else []


def _column_of_names(lines: list[Line], columns: list[Span]) -> int:
    """The place of the column in which most rows have words."""
    rows = [line for line in lines if line.is_row]
    named = [
        sum(bool(_NAME.search(piece.text)) for row in rows for piece in row.within(column))
        for column in columns
    ]
    return named.index(max(named))
