"""Indicator: one indicator across provinces and years."""

import streamlit as st

from dashboard import (
    cells,
    downloads,
    entrance,
    evidence,
    filters,
    formats,
    queries,
    sentences,
    tables,
    timeline,
)
from dashboard.extracts import Selection

entrance.through_app()
say = filters.say()
with filters.row():
    indicator = filters.indicator(default=queries.fullest_indicator())
    province = filters.province(optional=True)
    region = filters.region()

if indicator is None:
    st.info(say("empty.database"), icon=":material/search_off:")
    entrance.end_page()

catalogue = queries.indicators()[indicator]
st.title(say.name(catalogue))
st.caption(sentences.definition(catalogue, say))
found = queries.cells(indicator=indicator, region=region)
if not found:
    st.info(say("empty.indicator"), icon=":material/search_off:")
    entrance.end_page()

st.markdown(f"**{filters.plain_markdown(sentences.indicator(found, say))}**")
shown, year = sentences.chosen_cell(found, province, filters.current("year"))
filters.keep("province", shown)
filters.keep("year", str(year))


def take(key: str) -> None:
    """Show the evidence for the province and year that were clicked on."""
    chosen_province, chosen_year = key.split("/")
    filters.choose("province", chosen_province)
    filters.choose("year", chosen_year)


left, right = st.columns([1.75, 1], gap="large")
with left:
    own = [cell for cell in found if cell["province"] == shown]
    timeline.draw(
        [cells.point(cell, say) for cell in own],
        others=[cells.point(cell, say) for cell in found if cell["province"] != shown],
        key="years",
        alt=sentences.indicator(found, say),
        title=sentences.chart(say.name(queries.provinces()[shown]), own, say),
        axis=sentences.axis(catalogue, say),
        tick=lambda value: formats.number(value, say),
        height=430,
        chosen=year,
        on_select=take,
    )
    st.caption(say("indicator.legend", province=say.name(queries.provinces()[shown])))
with right:
    evidence.show(shown, indicator, year)

st.subheader(say("indicator.table"))
st.caption(say("indicator.table_note", unit=say(f"unit_name.{catalogue['unit']}")))
downloads.offer("pairs", Selection(indicator=indicator, region=region), say, drawn=True)
tables.matrix(found, say, key="matrix", on_pick=evidence.ask)
