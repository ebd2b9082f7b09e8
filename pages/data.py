"""Data: the filtered table, and what to download."""

import streamlit as st

from dashboard import (
    downloads,
    entrance,
    evidence,
    extracts,
    filters,
    listing,
    reference,
    sentences,
)
from dashboard.selections import Selection

SHOWN = 200  # rows that the table on screen holds at most

entrance.through_app()
say = filters.say()
with filters.row():
    province = filters.province(optional=True)
    year = filters.year(sentences.all_years(), optional=True)
    theme = filters.theme()
    indicator = filters.indicator(optional=True)
    region = filters.region()

st.title(say("data.title"))
st.markdown(say("data.intro"))
view = filters.view(extracts.VIEWS)
selection = Selection(province, year, indicator, theme, region)
count = extracts.count(view, selection)
if not count:
    st.info(say("empty.data"), icon=":material/search_off:")
    entrance.end_page()

with st.container(horizontal=True, vertical_alignment="center"):
    st.markdown(say.count(f"data.count_{view}", count))
    downloads.offer(view, selection, say)
if count > SHOWN:
    st.caption(say.count("data.first", SHOWN))
listing.show(extracts.first(view, selection, SHOWN), view, say, on_pick=evidence.ask)

st.header(say("data.all"))
st.markdown(say("data.all_note"))
downloads.offer_all(say)
st.caption(say("data.cite"))

st.header(say("data.query"))
reference.queries(say)
st.header(say("dictionary.title"))
reference.dictionary_table(say)
