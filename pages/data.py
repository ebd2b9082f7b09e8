"""Data: the filtered table, and what to download."""

import streamlit as st

from dashboard import download, entrance, evidence, filters, formats, queries, sentences

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
rows = download.rows(view, province, year, indicator, theme, region)
if rows.empty:
    st.info(say("empty.data"), icon=":material/search_off:")
    entrance.end_page()

content = download.csv(rows)
with st.container(horizontal=True, vertical_alignment="center"):
    st.markdown(say.count(f"data.count_{view}", len(rows)))
    st.space("stretch")
    st.download_button(
        say("data.csv", size=formats.size(len(content), say)),
        content,
        file_name=download.file_name(view, province, year, indicator, theme, region),
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key="csv",
    )
    whole = queries.file_bytes()
    st.download_button(
        say("data.duckdb", size=formats.size(len(whole), say)),
        whole,
        file_name="chi-tieu.duckdb",
        mime="application/octet-stream",
        icon=":material/database:",
        on_click="ignore",
        key="duckdb",
    )
download.show(rows, view, say, on_pick=evidence.ask)

st.subheader(say("data.query"))
st.code(download.EXAMPLE, language="python")
st.caption(say("data.cite"))
