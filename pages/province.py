"""Province: one province's year, target beside actual."""

from itertools import groupby

import streamlit as st

from dashboard import (
    bullets,
    cells,
    downloads,
    entrance,
    evidence,
    filters,
    formats,
    merged,
    queries,
    sentences,
    tables,
    timeline,
    views,
)
from dashboard.selections import Selection

entrance.through_app()
say = filters.say()
with filters.row():
    province = filters.province(default=queries.fullest_province())
    years = queries.years(province=province)
    year = filters.year(sentences.all_years(), default=sentences.fullest_year(years))
    theme = filters.theme()

if province is None:
    st.info(say("empty.database"), icon=":material/search_off:")
    entrance.end_page()

place = queries.provinces()[province]
st.title(say.name(place))
st.caption(sentences.place(place, say))
merged.link_kin(province, say)
found = queries.cells(province=province, year=year, theme=theme) if year else []
if year is None or not found:
    st.info(
        sentences.no_figures(place, year, theme, [row["year"] for row in years], say),
        icon=":material/search_off:",
    )
    with st.container(horizontal=True):
        for row in years:
            st.button(str(row["year"]), on_click=filters.choose, args=("year", row["year"]))
    if year:
        views.members(province, year, theme, say)
    entrance.end_page()

st.markdown(f"**{filters.plain_markdown(sentences.province(found, place, year, say))}**")
st.caption(cells.counts(found, say))

paired = [cell for cell in found if cell["attainment"] is not None]
chosen = sentences.chosen_indicator(found, filters.current("indicator"))
filters.keep("indicator", chosen)
history = queries.actuals(province)
left, right = st.columns([1.5, 1], gap="large")
with left:
    if paired:
        bullets.draw(
            [
                bullets.Section(
                    say(f"theme.{name}"), [cells.share_line(cell, say) for cell in group]
                )
                for name, group in groupby(paired, key=lambda cell: cell["theme"])
            ],
            key="province",
            alt=sentences.province(found, place, year, say),
            title=sentences.chart(say.name(place), found, say),
            axis=say("province.axis"),
            tick=lambda value: f"{formats.number(value, say)}%",
            chosen=chosen,
            above=True,
            include=(0, 100),
            on_select=lambda indicator: filters.choose("indicator", indicator),
        )
        st.caption(say("chart.legend_share"))
    else:
        st.info(say("empty.pairs", year=year), icon=":material/balance:")
    course = queries.cells(province=province, indicator=chosen)
    if len(course) > 1:
        points = [cells.point(cell, say) for cell in course]
        timeline.draw(
            points,
            key="history",
            tick=lambda value: formats.number(value, say),
            chosen=year,
            alt=say("province.history"),
            title=sentences.chart(say.name(place), course, say),
            axis=sentences.axis(queries.indicators()[chosen], say),
            on_select=lambda key: filters.choose("year", key.split("/")[1]),
        )
        if any(point.since for point in points):
            st.caption(say("chart.legend_term"))
with right:
    evidence.show(province, chosen, year)

downloads.offer("pairs", Selection(province, year, theme=theme), say, drawn=True)
for name, group in groupby(found, key=lambda cell: cell["theme"]):
    st.header(say(f"theme.{name}"))
    tables.show(
        list(group),
        say,
        key=f"table-{name}",
        first="indicator",
        on_pick=evidence.ask,
        history=history,
    )
views.members(province, year, theme, say)
