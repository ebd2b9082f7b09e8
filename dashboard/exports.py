"""Rows as files: CSV for spreadsheets, Parquet for programs."""

import io

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from pyarrow import csv as arrow_csv

BOM = b"\xef\xbb\xbf"
"""Without it Excel shows a CSV's diacritics as mojibake."""
FORMULA, SIGNED_NUMBER = r"^[=@\t\r+-]", r"^[+-][\d.,]+%?$"
"""What a text begins with that a spreadsheet takes for a formula; a signed number is none."""


def spreadsheet(rows: pa.Table) -> bytes:
    """The rows as CSV that Excel opens with its diacritics; a formula in a text stays text."""
    for place, field in enumerate(rows.schema):
        if pa.types.is_string(field.type):
            rows = rows.set_column(place, field, _inert(rows.column(place)))
    return BOM + csv(rows)


def csv(rows: pa.Table) -> bytes:
    """The rows as plain CSV, every value as it is."""
    file = io.BytesIO()
    arrow_csv.write_csv(rows, file)
    return file.getvalue()


def parquet(rows: pa.Table) -> bytes:
    """The rows as Parquet, their types kept."""
    file = io.BytesIO()
    pq.write_table(rows, file, compression="zstd")
    return file.getvalue()


def _inert(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    """Texts that a spreadsheet would run as formulas, made harmless by an apostrophe."""
    formula = pc.and_not(
        pc.match_substring_regex(texts, FORMULA), pc.match_substring_regex(texts, SIGNED_NUMBER)
    )
    return pc.if_else(formula, pc.binary_join_element_wise("'", texts, ""), texts)
