"""Data: the filtered table, and what to download."""

import streamlit as st

from dashboard import (
    download,
    entrance,
    evidence,
    filters,
    formats,
    published,
    sentences,
)

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
view = filters.view(("pairs", "figures"))
chosen = (province, year, indicator, theme, region)
found = download.prepare(view, chosen, say)
if found.rows.empty:
    st.info(say("empty.data"), icon=":material/search_off:")
    entrance.end_page()

with st.container(horizontal=True, vertical_alignment="center"):
    st.markdown(say.count(f"data.count_{view}", len(found.rows)))
    st.space("stretch")
    st.download_button(
        say("data.csv", size=formats.size(len(found.csv), say)),
        found.csv,
        file_name=download.file_name(view, chosen),
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key="csv",
    )
    whole = published.file_bytes()
    st.download_button(
        say("data.duckdb", size=formats.size(len(whole), say)),
        whole,
        file_name="chi-tieu.duckdb",
        mime="application/octet-stream",
        icon=":material/database:",
        on_click="ignore",
        key="duckdb",
    )
download.show(found, view, say, on_pick=evidence.ask)

st.subheader(say("data.query"))
st.code(download.EXAMPLE, language="python")
st.caption(say("data.cite"))
