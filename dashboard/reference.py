"""How to query the database, and what its tables hold: for the pages Data and Method."""

import pyarrow as pa
import streamlit as st

from dashboard import extracts, filters
from dashboard.dictionary import dictionary
from dashboard.package import field_type
from dashboard.words import Words

PYTHON = """import duckdb

with duckdb.connect("chi-tieu.duckdb", read_only=True) as database:
    frame = database.sql(\"\"\"
        SELECT province, year, target_low, target_high, actual, gap
        FROM scorecard
        WHERE indicator = 'grdp_growth' ORDER BY gap
    \"\"\").df()"""

SQL = """-- duckdb chi-tieu.duckdb
SELECT s.year, s.actual, s.status,
       o.sentence, a.publisher, a.published, a.url
FROM scorecard s
JOIN observations o
  ON o.observation = s.actual_observation
JOIN articles a USING (article)
WHERE s.province = 'lang-son' AND s.indicator = 'grdp_growth';"""


def queries(say: Words) -> None:
    """How to ask the database file, in Python and in SQL."""
    left, right = st.columns(2, gap="medium")
    left.code(PYTHON, language="python", wrap_lines=True)
    right.code(SQL, language="sql", wrap_lines=True)


def dictionary_table(say: Words) -> None:
    """What the columns of a table hold; the table is chosen in a box above."""
    tables = dictionary()
    name = st.selectbox(say("dictionary.table"), list(tables), key="dictionary", width=340)
    told = tables[name]
    st.markdown(told.meaning(say.language))
    rows = [
        {
            say("dictionary.column"): f"`{column.name}`",
            say("dictionary.type"): field_type(column.type),
            say("dictionary.meaning"): filters.plain_markdown(
                told.columns[column.name].meaning(say.language)
            ),
        }
        for column in extracts.schema(name)
    ]
    st.table(
        pa.Table.from_pylist(rows),
        hide_index=True,
        border="horizontal",
        alt=told.meaning(say.language),
    )
