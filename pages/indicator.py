"""Indicator: one indicator across provinces and years, as a chart, a map or a table."""

import streamlit as st

from dashboard import (
    cells,
    comparison,
    downloads,
    entrance,
    evidence,
    filters,
    formats,
    mergers,
    queries,
    sentences,
    tables,
    timeline,
    views,
)
from dashboard.selections import Selection

VIEWS = ("chart", "map", "table")

entrance.through_app()
say = filters.say()
view = filters.chosen("view", VIEWS, "chart")
with filters.row():
    indicator = filters.indicator(default=queries.fullest_indicator())
    region = filters.region()
    everywhere = queries.cells(indicator=indicator) if indicator else []
    found = [cell for cell in everywhere if region in (None, cell["region"])]
    if found and view == "chart":
        shown, year = sentences.chosen_cell(
            found, filters.current("province"), filters.current("year")
        )
        offered = dict.fromkeys(cell["province"] for cell in found)
        names = comparison.choose(offered, shown, say)
    elif found:
        years = queries.years(indicator=indicator)
        year = (
            filters.year(
                [row["year"] for row in years],
                default=sentences.fullest_year(years),
                known=sentences.all_years(),
            )
            or years[0]["year"]
        )

if indicator is None:
    st.info(say("empty.database"), icon=":material/search_off:")
    entrance.end_page()

catalogue = queries.indicators()[indicator]
st.title(say.name(catalogue))
st.caption(sentences.definition(catalogue, say))
if not found:
    st.info(say("empty.indicator"), icon=":material/search_off:")
    entrance.end_page()

provinces = queries.provinces()
in_year = cells.best_first([cell for cell in everywhere if cell["year"] == year])
basis = filters.chosen("basis", mergers.BASES, mergers.usual_basis(provinces, in_year, year))
with st.container(horizontal=True):
    filters.switch("view", {name: say(f"view.{name}") for name in VIEWS}, view)
    if view != "chart":
        filters.switch("basis", {name: say(f"bases.{name}") for name in mergers.BASES}, basis)

if view == "chart":
    st.markdown(f"**{filters.plain_markdown(sentences.indicator(found, say))}**")
    own = [cell for cell in everywhere if cell["province"] in names]
    shown, year = sentences.chosen_cell(own, shown, str(year)) if own else (names[0], year)
    filters.keep("province", shown)
    filters.keep("year", str(year))
    left, right = st.columns([1.75, 1], gap="large")
    with left:
        if len(names) > 1:
            comparison.draw(own, names, year, sentences.axis(catalogue, say), say)
            st.caption(say("indicator.compared", unit=say(f"unit_name.{catalogue['unit']}")))
        else:
            timeline.draw(
                [cells.point(cell, say) for cell in own],
                others=[cells.point(cell, say) for cell in found if cell["province"] not in names],
                key="years",
                alt=sentences.indicator(found, say),
                title=sentences.chart(say.name(provinces[shown]), own or found, say),
                axis=sentences.axis(catalogue, say),
                tick=lambda value: formats.number(value, say),
                height=430,
                chosen=year,
                on_select=comparison.open_point,
            )
            st.caption(say("indicator.legend", province=say.name(provinces[shown])))
        comparison.tell_missing(own, names, say)
        st.button(
            say("indicator.peers"),
            icon=":material/compare_arrows:",
            on_click=filters.choose,
            args=("provinces", ",".join(comparison.peers(everywhere, shown))),
        )
    with right:
        evidence.show(shown, indicator, year)
else:
    selected = mergers.shown(provinces, in_year, basis, region)
    if not selected:
        st.info(
            say("empty.overview", indicator=say.name(catalogue), year=year),
            icon=":material/search_off:",
        )
        entrance.end_page()
    sentence = sentences.overview(selected, catalogue, year, say)
    st.markdown(f"**{filters.plain_markdown(sentence)}**")
    chosen = sentences.chosen_province(selected, filters.current("province"))
    filters.keep("province", chosen)
    selection = views.Selection(catalogue, year, basis, provinces, selected, chosen, sentence)
    if view == "map":
        views.tiles(selection, say)
        st.header(say("overview.table"))
        views.table(selection, say)
    else:
        views.ranking(selection, region, say)
    views.tell_hidden(in_year, provinces, basis, say)

if view != "map":
    st.header(say("indicator.table"))
    st.caption(say("indicator.table_note", unit=say(f"unit_name.{catalogue['unit']}")))
    downloads.offer("pairs", Selection(indicator=indicator, region=region), say, drawn=True)
    tables.matrix(
        found,
        say,
        key="matrix",
        first="province",
        columns={str(each): str(each) for each in sorted({c["year"] for c in found}, reverse=True)},
        column=lambda cell: str(cell["year"]),
        on_pick=evidence.ask,
    )
