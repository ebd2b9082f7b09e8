"""The heads of tables: which columns hold figures, of what kind, period, province and unit."""

import re
from dataclasses import dataclass

from etl.frames import Context, expected_kind
from etl.lexicon import says, tokens, words
from etl.models import Kind
from etl.period_forms import periods
from etl.periods import Period, resolve

_TARGETS = frozenset({"plan", "target", "weak_target"})
_RESULTS = frozenset({"actual", "estimate"})
_COMPARISONS = frozenset({"compare", "year_before", "grow", "fall", "exceed", "share"})
UNIT_BEHIND = re.compile(r"\s*\(([^()\d]{1,25})\)$")
"""In brackets behind a row's name or a title: "GRDP (tỷ đồng)"."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at characters start to end, without the blanks around it."""

    start: int
    end: int
    text: str


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
    of: Period | None = None
    """Of which of the results beside it a comparison is, where it says so: "5 tháng so với ..."."""


@dataclass(frozen=True, slots=True)
class Head:
    """A table's head: its columns of figures, and where or what their units are."""

    columns: list[Column]
    unit_place: int
    """Of the column of units from the right, 0 where there is none."""
    unit: str
    """Of all figures that name none: "Thu ngân sách năm 2019 (tỷ đồng)" above the head."""


def head_of(cells: list[Cell], context: Context, table: Table) -> Head | None:
    """The head that the cells are, None where they name no column of figures."""
    columns = _columns_of(cells, context, table)
    unit = _unit_of_all(_title(cells, table))
    return Head(columns, unit_place_of(cells), unit) if columns else None


def _unit_of_all(title: str) -> str:
    """The unit that a title tells: "... (tỷ đồng)", "Đơn vị tính: tỷ đồng"; '' where none."""
    found = UNIT_BEHIND.search(title)
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
                part = named[0] if named and named[0].part else None
                of = resolve(part, context.period) if part else None
                found.append(Column(place, Kind.ACTUAL, running, attribute, of=of))
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


def opens_with_part(cell: Cell) -> bool:
    """Whether the cell's number only names a part of the year: "5 tháng (ước)"."""
    return any(mention.start == 0 and mention.part for mention in periods(cell.text))
