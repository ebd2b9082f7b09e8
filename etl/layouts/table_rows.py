"""The rows of tables: what a row's name says of its figures."""

from dataclasses import dataclass

from etl.layouts.cells import NO_FIGURE, NUMBERED, Cell
from etl.layouts.table_heads import Head, Table, kind_told
from etl.models import Kind
from etl.recognising.period_forms import periods
from etl.recognising.periods import Period, resolve

_SIGNS = "- – — +"
"""Before the name of a row that is of what the row without figures above it names."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row's name, '' where columns have theirs; its kind, period and province where it tells."""

    name: str
    kind: Kind | None = None
    period: Period | None = None
    province: str = ""


def row_of(cells: list[Cell], head: Head, table: Table) -> Row | None:
    """What the cells before a row's figures say; None where they name nothing.

    A row of indicators has its name in the last of them that is a text, a row of years or of
    provinces one year or one province: "Cả nước" is none.
    """
    if head.rows == "years":
        return _row_of_year(cells[-1].text, table.context.period)
    if head.rows == "provinces":
        return _row_of_province(cells, table)
    names = [
        cell.text
        for cell in cells
        if cell.text not in NO_FIGURE and (NUMBERED.match(cell.text) or not cell.text[0].isdigit())
    ]
    return Row(NUMBERED.sub("", names[-1])) if names else None


def in_group(name: str, group: str) -> str:
    """A row's name, behind that of the row it is a part of: "Cơ cấu kinh tế", "- Dịch vụ"."""
    return f"{group}: {name.lstrip(_SIGNS)}" if group and is_part(name) else name


def is_part(name: str) -> bool:
    """Whether a row's name opens as that of a part does: "- Dịch vụ"; "-8,2" is a fall."""
    return name.startswith(tuple(_SIGNS.split())) and name.strip(_SIGNS)[:1].isalpha()


def _row_of_year(name: str, running: Period) -> Row | None:
    named = periods(name)
    return Row("", kind_told(name), resolve(named[0], running)) if len(named) == 1 else None


def _row_of_province(cells: list[Cell], table: Table) -> Row | None:
    first, last = cells[0].start, cells[-1].end
    named = {province for at, province in table.provinces.items() if first <= at < last}
    return Row("", province=named.pop()) if len(named) == 1 else None
