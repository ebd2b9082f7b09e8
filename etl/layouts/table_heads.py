"""The heads of tables: which columns hold figures, of what kind, period, province and unit.

Most tables have an indicator a row; those headed "Năm" or "Địa phương" have a year or a province a
row, and columns of what they or the table's title name.
"""

import re
from dataclasses import dataclass

from etl.layouts.cells import UNIT_BEHIND, Cell, is_unit, named_unit, opens_with_period
from etl.linking.frames import Context, expected_kind
from etl.models import Kind
from etl.recognising.lexicon import count_unknown, says, tokens, words
from etl.recognising.period_forms import periods
from etl.recognising.periods import Period, resolve

_TARGETS = frozenset({"plan", "target", "weak_target"})
_RESULTS = frozenset({"actual", "estimate"})
_COMPARISONS = frozenset({"compare", "year_before", "grow", "fall", "exceed", "share"})
_ABOVE = 400
"""Characters above a head in which its title stands."""
_LEAST_CELLS, _LEAST_NAMED = 3, 2
"""Cells of a head, at least: a name and two beside it, or one beside what names the rows."""


@dataclass(frozen=True, slots=True)
class Table:
    """What a table is read with: the text around it, where provinces are named, and the context."""

    text: str
    lower: str
    provinces: dict[int, str]
    """By the character at which the name starts."""
    context: Context


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures; `place` counts from the right, where rows agree with their head.

    One of percentages has an `attribute`, of the results in the column before it: its 'yoy' as a
    growth, its 'yoy' as an 'index' (106,4 is a growth of 6,4), its 'pct_of_plan', or what each
    cell 'tells' with a percent sign ("tăng 8,2%").
    """

    place: int
    kind: Kind | None
    """None where each row tells it, as a year does."""
    period: Period
    attribute: str = ""
    province: str = ""
    """Whose the figures are, where the columns are of several provinces."""
    of: Period | None = None
    """Of which of the results beside it a comparison is, where it says so: "5 tháng so với ..."."""
    name: str = ""
    """What its figures are of, where rows are years or provinces: "tăng trưởng grdp (%)"."""
    measure: str = ""
    """What its percentages are, where rows are sectors: how much they 'grow', or their 'share'."""
    unit: str = ""
    """Of its figures, where it names one: "Ước 9 tháng (triệu USD)"."""


@dataclass(frozen=True, slots=True)
class Head:
    """A table's head: its columns of figures, and where or what their units are."""

    columns: list[Column]
    unit_place: int
    """Of the column of units from the right, 0 where there is none."""
    unit: str
    """Of all figures that name none: "Thu ngân sách năm 2019 (tỷ đồng)" above the head."""
    width: int
    """Cells of a row behind its name, at least."""
    cells: int
    """Cells of the head itself."""
    rows: str = ""
    """What the rows are where they are no indicators: 'years' or 'provinces'."""


def head_of(cells: list[Cell], table: Table) -> Head | None:
    """The head that the cells are, None where they name no column of figures."""
    rows = rows_of(cells)
    if len(cells) < (_LEAST_NAMED if rows else _LEAST_CELLS):
        return None
    columns = (_named_columns if rows else _columns_of)(cells, table)
    unit_place = unit_place_of(cells)
    width = max([unit_place, *(column.place for column in columns)], default=0)
    if rows:  # whatever its first columns are of
        width = len(cells) - (2 if cells[0].text in words("number_head") else 1)
    unit = _unit_of_all(_title(cells, table))
    return Head(columns, unit_place, unit, width, len(cells), rows) if columns else None


def rows_of(cells: list[Cell]) -> str:
    """What the rows under a head are: 'years', 'provinces', or '' for indicators."""
    if sum(map(opens_with_period, cells)) > 1:
        return ""  # "Năm", "2019", "2020": the columns are of years
    heads = ("number_head", "year_head", "province_head")
    roles = [next((role for role in heads if cell.text in words(role)), "") for cell in cells[:2]]
    named = roles[-1] if roles[0] == "number_head" else roles[0]
    return {"year_head": "years", "province_head": "provinces"}.get(named, "")


def _unit_of_all(title: str) -> str:
    """The unit that a title tells: "... (tỷ đồng)", "Đơn vị tính: tỷ đồng"; '' where none."""
    found = UNIT_BEHIND.search(title)
    told = found[1] if found else title
    for word in words("unit_head"):
        if told.startswith(word):
            return told.removeprefix(word).lstrip(": ")
    return told if found else ""


def _columns_of(cells: list[Cell], table: Table) -> list[Column]:
    if any(cell.text[0].isdigit() and not opens_with_period(cell) for cell in cells[1:]):
        return []
    if sum(cell.start in table.provinces for cell in cells) > 1:
        return _columns_of_provinces(cells, table)
    found = []
    running = _period_of(_title(cells, table), table.context)
    for place, cell in enumerate(reversed(cells), 1):
        cues = {cue for token in tokens(cell.text) for cue in token.sense.cues}
        named = periods(cell.text)
        if "%" in cell.text or not cues.isdisjoint(_COMPARISONS):
            attribute = _attribute_of(cell.text, cues, bool(named))
            if attribute:
                part = named[0] if named and named[0].part else None
                of = resolve(part, table.context.period) if part else None
                found.append(Column(place, Kind.ACTUAL, running, attribute, of=of))
            continue
        period = resolve(named[0], running) if named else running
        unit = named_unit(cell.text, "")[1]
        if not named and place < len(cells) and says(cell.text, "plan_column"):
            year = running.last
            found.append(Column(place, Kind.TARGET, Period(year, year), unit=unit))
        elif not cues.isdisjoint(_TARGETS) and named:
            found.append(Column(place, Kind.TARGET, period, unit=unit))
        elif not cues.isdisjoint(_RESULTS) or says(cell.text, "reached_column"):
            found.append(Column(place, Kind.ACTUAL, period, unit=unit))
        elif named:
            kind = expected_kind(period, table.context) or Kind.ACTUAL
            found.append(Column(place, kind, period, unit=unit))
    if any(not column.attribute for column in found):
        return found
    return _columns_of_measures(cells, running)


def _columns_of_measures(cells: list[Cell], running: Period) -> list[Column]:
    """The columns where rows are sectors: how they grew, their shares: "Cơ cấu (%)", their sums."""
    found = []
    for place, cell in enumerate(reversed(cells[1:]), 1):
        cues = {cue for token in tokens(cell.text) for cue in token.sense.cues}
        unit = named_unit(cell.text, "")[1]
        if unit and "%" not in cell.text:  # "Giá hiện hành (tỷ đồng)"
            found.append(Column(place, Kind.ACTUAL, running, unit=unit))
            continue
        if "%" not in cell.text or not cues.isdisjoint({"contribute", "plan"}):
            continue
        measure = next((each for each in ("structure", "share", "grow") if each in cues), "")
        if measure:
            measure = "grow" if measure == "grow" else "share"
            found.append(Column(place, Kind.ACTUAL, running, measure=measure))
    return found if any(column.measure for column in found) else []


def _named_columns(cells: list[Cell], table: Table) -> list[Column]:
    """The columns where rows are years or provinces, each of what it or the table's title names."""
    title = _title(cells, table)
    running = _period_of(title, table.context)
    found = []
    first = 2 if cells[0].text in words("number_head") else 1
    for place, cell in enumerate(reversed(cells[first:]), 1):
        cues = {cue for token in tokens(cell.text) for cue in token.sense.cues}
        both = says(cell.text, "plan_column") and says(cell.text, "reached_column")
        subject = _subject_in(cell.text)
        if "year_before" in cues and subject:  # "IIP, cùng kỳ năm trước = 100 (%)"
            grown = not cues.isdisjoint({"grow", "fall"})
            named_growth = f"{subject} {words('cell_grows')[0]} (%)"
            name, attribute = (named_growth, "") if grown else (subject, "index")
            found.append(Column(place, Kind.ACTUAL, running, attribute, name=name))
            continue
        compared = "%" in cell.text and "plan" in cues and "compare" in cues
        named = periods(cell.text)
        held = "compare" in cues and bool(named)  # "So với năm 2022 (%)"
        if "year_before" in cues or compared or held or ("%" in cell.text and both):
            # "So dự toán (%)", "Thực hiện/Dự toán (%)"
            attribute = "pct_of_plan" if both else _attribute_of(cell.text, cues, held)
            if attribute:
                found.append(Column(place, Kind.ACTUAL, running, attribute))
            continue
        name = subject or (_subject_in(title) if _names_nothing(cell.text) else "")
        if name:
            unit = cell.text if is_unit(cell.text) else named_unit(cell.text, "")[1]
            name = f"{name} ({unit})" if unit else name
            kind = kind_told(cell.text)
            of_plan = Period(running.last, running.last) if kind is Kind.TARGET else running
            period = resolve(named[0], table.context.period) if named else of_plan
            found.append(Column(place, kind, period, name=name))
    return found if any(column.name for column in found) else []


def _names_nothing(text: str) -> bool:
    """Whether a column's name tells no more than when, of what kind and in which unit it is."""
    if is_unit(text):
        return True
    known = [(token.start, token.end) for token in tokens(text)]
    known += [(mention.start, mention.end) for mention in periods(text)]
    known += [found.span() for found in re.finditer(r"\([^()]*\)", text)]
    left = "".join(
        " " if any(first <= at < last for first, last in known) else letter
        for at, letter in enumerate(text)
    )
    return not count_unknown(left.split())


def _subject_in(text: str) -> str:
    """What a text tells figures of, without what stands around it; '' where that is nothing."""
    said = tokens(text)
    ends = [token.end for token in said if token.sense.kind == "subject"]
    return text[said[0].start : ends[-1]] if ends else ""


def kind_told(text: str) -> Kind | None:
    """The kind that a text says its figures are of, None where it says neither or both."""
    planned, reached = says(text, "plan_column"), says(text, "reached_column")
    if planned == reached:
        return None
    return Kind.TARGET if planned else Kind.ACTUAL


def _columns_of_provinces(cells: list[Cell], table: Table) -> list[Column]:
    """A column for each province that the head names, of what the line above it tells."""
    title = _title(cells, table)
    period = _period_of(title, table.context)
    kind = kind_told(title) or expected_kind(period, table.context) or Kind.ACTUAL
    return [
        Column(place, kind, period, province=table.provinces[cell.start])
        for place, cell in enumerate(reversed(cells), 1)
        if cell.start in table.provinces
    ]


def _title(cells: list[Cell], table: Table) -> str:
    """The line above the table's head; one that is only drawn is none."""
    above = table.lower[max(0, cells[0].start - _ABOVE) : cells[0].start].split("\n")
    return next((line.strip() for line in reversed(above) if re.search(r"\w", line)), "")


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
        place
        for place, cell in enumerate(reversed(cells), 1)
        if says(UNIT_BEHIND.sub("", cell.text), "unit_head")  # not "Chỉ tiêu (đơn vị tính)"
    ]
    return places[0] if places else 0
