"""Overview: a year's targets beside its results, as a scoreboard, a chart or a map."""

import streamlit as st

from dashboard import cells, downloads, entrance, filters, mergers, queries, sentences, views
from dashboard.selections import Selection

VIEWS = ("scoreboard", "chart", "map")

entrance.through_app()
say = filters.say()
view = filters.chosen("view", VIEWS, "chart")
with filters.row():
    indicator = filters.indicator(default=queries.fullest_indicator(), drawn=view != "scoreboard")
    years = queries.years(indicator=indicator)
    all_years = sentences.all_years()
    year = filters.year(
        all_years if view == "scoreboard" else [row["year"] for row in years],
        default=sentences.fullest_year(years),
        known=all_years,
    )
    region = filters.region()
    theme = filters.theme() if view == "scoreboard" else None

st.title(say("overview.title"))
st.caption(sentences.totals(queries.totals(), queries.build(), say))
if indicator is None or year is None:
    st.info(say("empty.database"), icon=":material/search_off:")
    entrance.end_page()

provinces = queries.provinces()
if view == "scoreboard":
    everywhere = cells.paired(queries.cells(year=year, theme=theme))
else:
    everywhere = cells.best_first(queries.cells(year=year, indicator=indicator))
basis = filters.chosen("basis", mergers.BASES, mergers.usual_basis(provinces, everywhere, year))
with st.container(horizontal=True):
    filters.switch("view", {name: say(f"view.{name}") for name in VIEWS}, view)
    filters.switch("basis", {name: say(f"bases.{name}") for name in mergers.BASES}, basis)

found = mergers.shown(provinces, everywhere, basis, region)
catalogue = queries.indicators()[indicator]
if not found:
    st.info(
        say("scoreboard.empty", year=year)
        if view == "scoreboard"
        else say("empty.overview", indicator=say.name(catalogue), year=year),
        icon=":material/search_off:",
    )
elif view == "scoreboard":
    sentence = sentences.scoreboard(found, year, say)
    st.markdown(f"**{filters.plain_markdown(sentence)}**")
    st.caption(cells.counts(found, say))
    rows = Selection(year=year, theme=theme, region=region)
    views.board(found, provinces, year, basis, sentence, rows, say)
    there = mergers.there(provinces, basis, region, year)
    told = {mergers.shown_as(provinces, cell, basis) for cell in found}
    st.caption(say.count("scoreboard.without", len(there - told), all=len(there)))
else:
    sentence = sentences.overview(found, catalogue, year, say)
    st.markdown(f"**{filters.plain_markdown(sentence)}**")
    st.caption(cells.counts(found, say))
    chosen = sentences.chosen_province(found, filters.current("province"))
    filters.keep("province", chosen)
    shown = views.Selection(catalogue, year, basis, provinces, found, chosen, sentence)
    (views.tiles if view == "map" else views.chart)(shown, say)
    st.header(say("overview.table"))
    rows = Selection(year=year, indicator=indicator, region=region)
    downloads.offer("pairs", rows, say, drawn=True)
    views.table(shown, say)
views.tell_hidden(everywhere, provinces, basis, say)
