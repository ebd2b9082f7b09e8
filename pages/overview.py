"""Overview: for one indicator and year, every province's target behind its actual."""

import streamlit as st

from dashboard import (
    bullets,
    cells,
    charts,
    downloads,
    entrance,
    evidence,
    filters,
    formats,
    queries,
    sentences,
    tables,
)
from dashboard.extracts import Selection

entrance.through_app()
say = filters.say()
with filters.row():
    indicator = filters.indicator(default=queries.fullest_indicator())
    years = queries.years(indicator=indicator)
    year = filters.year([row["year"] for row in years], default=sentences.fullest_year(years))
    region = filters.region()

st.title(say("overview.title"))
st.caption(sentences.totals(queries.totals(), queries.build(), say))
if indicator is None or year is None:
    st.info(say("empty.database"), icon=":material/search_off:")
    entrance.end_page()

catalogue = queries.indicators()[indicator]
found = cells.best_first(queries.cells(year=year, indicator=indicator, region=region))
if not found:
    st.info(
        say("empty.overview", indicator=say.name(catalogue), year=year),
        icon=":material/search_off:",
    )
    entrance.end_page()

sentence = sentences.overview(found, catalogue, year, say)
st.markdown(f"**{filters.plain_markdown(sentence)}**")
st.caption(cells.counts(found, say))

chosen = sentences.chosen_province(found, filters.current("province"))
filters.keep("province", chosen)
left, right = st.columns([1.75, 1], gap="large")
with left, charts.scrolling(len(found)):
    bullets.draw(
        sentences.sections(found, say),
        key="overview",
        alt=sentence,
        title=sentences.chart(say("chart.provinces"), found, say),
        axis=sentences.axis(catalogue, say),
        tick=lambda value: formats.number(value, say),
        chosen=chosen,
        on_select=lambda province: filters.choose("province", province),
    )
left.caption(say("chart.legend"))
with right:
    evidence.show(chosen, indicator, year)
    st.page_link(
        "pages/province.py",
        label=say("overview.to_province", province=say.name(queries.provinces()[chosen])),
        icon=":material/arrow_forward:",
        query_params={"province": chosen, "year": str(year), "lang": say.language},
    )

st.subheader(say("overview.table"))
downloads.offer("pairs", Selection(year=year, indicator=indicator, region=region), say, drawn=True)
tables.show(found, say, key="overview-table", first="province", on_pick=evidence.ask)
