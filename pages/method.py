"""Method: how a number becomes a fact, how it is judged, and how far to trust it."""

import streamlit as st

from dashboard import (
    coverage,
    entrance,
    filters,
    formats,
    method,
    number_line,
    prose,
    reference,
    worked_example,
)
from etl.status import NEAR, NEAR_ZERO, PARTIAL

entrance.through_app()
say = filters.say()
with filters.row():
    pass
text = prose.sections("method", say.language)

st.title(say("method.title"))
st.markdown(text["intro"])

st.header(say("method.fact"), anchor="fact")
st.markdown(text["fact"])
worked_example.show(say)

st.header(say("method.rule"), anchor="rule")
number_line.draw(say)
st.markdown(
    text["rule"].format(
        near=formats.share(NEAR, say),
        partial=formats.share(PARTIAL, say),
        near_zero=formats.number(NEAR_ZERO, say),
    )
)
method.examples(say)

st.header(say("coverage.title"), anchor="coverage")
coverage.show(say)

st.header(say("accuracy.title"), anchor="accuracy")
method.accuracy(say)

st.header(say("method.limits"), anchor="limits")
st.markdown(text["limits"])

st.header(say("method.cite"), anchor="cite")
st.markdown(method.citation(text["cite"], say))
st.markdown(text["licence"])

st.header(say("data.query"), anchor="query")
reference.queries(say)
st.header(say("dictionary.title"), anchor="dictionary")
reference.dictionary_table(say)
