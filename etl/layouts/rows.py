"""The rows of a text's tables, in whichever layout they stand, with their figures."""

from collections.abc import Iterator

from etl.layouts.aligned import figures_in_alignment
from etl.layouts.blocks import JOINT
from etl.layouts.cells import Span
from etl.layouts.columns import figures_in_columns
from etl.layouts.grids import GRIDDED, GridFigure, figures_in_grids
from etl.layouts.table_heads import Table
from etl.layouts.unparted import figures_unparted
from etl.linking.frames import Context
from etl.recognise import Recognised
from etl.texts.wrapping import GAPPED
from etl.whose.sections import is_province


def figures_in_tables(
    recognised: Recognised, context: Context
) -> Iterator[tuple[Span, list[GridFigure]]]:
    """The rows of the text's tables, of one line each or of one line a cell, with their figures."""
    named = {each.start: each.province for each in recognised.places if is_province(each)}
    provinces = {start: province for start, province in named.items() if province}
    text, lower = (each.replace(JOINT, "\n") for each in (recognised.text, recognised.lower))
    table = Table(text, lower, provinces, context)
    rows: list[tuple[Span, list[GridFigure]]] = []
    if GRIDDED.search(lower):
        rows += figures_in_grids(table)
    if GAPPED.search(lower):
        rows += figures_in_alignment(table)
    rows += figures_unparted(table, {start for (start, _), _ in rows})
    yield from rows
    yield from figures_in_columns(table, {start for (start, _), _ in rows})
