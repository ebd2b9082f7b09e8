"""Overview: for one indicator and year, every province's target beside its actual."""

import streamlit as st

from dashboard import (
    bullets,
    cells,
    charts,
    entrance,
    evidence,
    filters,
    formats,
    looks,
    merged,
    mergers,
    queries,
    sentences,
    tables,
    tile_map,
)

VIEWS = ("chart", "map")

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

provinces = queries.provinces()
everywhere = cells.best_first(queries.cells(year=year, indicator=indicator))
view = filters.chosen("view", VIEWS, "chart")
basis = filters.chosen("basis", mergers.BASES, mergers.usual_basis(provinces, everywhere, year))
with st.container(horizontal=True):
    filters.switch("view", {name: say(f"view.{name}") for name in VIEWS}, view)
    filters.switch("basis", {name: say(f"bases.{name}") for name in mergers.BASES}, basis)

catalogue = queries.indicators()[indicator]
found = mergers.shown(provinces, everywhere, basis, region)
if not found:
    st.info(
        say("empty.overview", indicator=say.name(catalogue), year=year),
        icon=":material/search_off:",
    )
    entrance.end_page()

sentence = sentences.overview(found, catalogue, year, say)
st.markdown(f"**{filters.plain_markdown(sentence)}**")
st.caption(cells.counts(found, say))

arrangement = mergers.arrange(provinces, found, year, basis)
chosen = sentences.chosen_province(found, filters.current("province"))
filters.keep("province", chosen)


def choose(province: str) -> None:
    """Show the evidence for a province, or for the first of its parts that has figures."""
    own = [cell for cell in found if cell["province"] == province]
    parts = [cell for cell in found if provinces[cell["province"]]["successor"] == province]
    for cell in [*own, *parts][:1]:
        filters.choose("province", cell["province"])


if view == "map":
    left, right = st.columns([1, 1.3], gap="large")
    with left:
        colour = filters.chosen("colour", ("status", "value"), "status")
        filters.switch(
            "colour", {name: say(f"colour.{name}") for name in ("status", "value")}, colour
        )
        legend: list[looks.Step] = []
        if colour == "status":
            shown = looks.by_status(arrangement, provinces, basis, say)
        else:
            shown, legend = looks.by_value(arrangement, provinces, basis, say)
        tile_map.draw(
            shown,
            provinces,
            say,
            basis=basis,
            year=year,
            key="map",
            alt=sentence,
            chosen=provinces[chosen]["successor"] if basis == "34" else chosen,
            legend=legend,
            on_select=choose,
        )
        st.caption(say(f"map.legend_{colour}", unit=say(f"unit_name.{catalogue['unit']}")))
        if arrangement.mergers:
            st.caption(say("map.legend_parts"))
else:
    left, right = st.columns([1.75, 1], gap="large")
    sections = [
        *sentences.sections(arrangement.whole, say),
        *merged.sections(arrangement, provinces, say),
    ]
    with left, charts.scrolling(sum(len(section.lines) for section in sections)):
        bullets.draw(
            sections,
            key="overview",
            alt=sentence,
            axis=sentences.axis(catalogue, say),
            tick=lambda value: formats.number(value, say),
            chosen=chosen,
            on_select=choose,
        )
    left.caption(say("chart.legend"))
with right:
    if view == "map":
        for merger in merged.parts_of(arrangement, chosen):
            merged.choose_part(merger, chosen, say)
    evidence.show(chosen, indicator, year)
    st.page_link(
        "pages/province.py",
        label=say("overview.to_province", province=say.name(provinces[chosen])),
        icon=":material/arrow_forward:",
        query_params={"province": chosen, "year": str(year), "lang": say.language},
    )

st.subheader(say("overview.table"))
tables.show(
    [*arrangement.whole, *(cell for merger in arrangement.mergers for cell in merger.cells)],
    say,
    key="overview-table",
    first="province",
    names=merged.names(arrangement, provinces, say),
    on_pick=evidence.ask,
)
merged.tell_sums(arrangement, provinces, say)
hidden = len(mergers.shown(provinces, everywhere, "34", region)) - len(found)
if basis == "63" and hidden:
    st.caption(say.count("bases.hidden", hidden))
