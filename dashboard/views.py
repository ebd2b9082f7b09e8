"""The views of one selection: provinces' figures as a chart, a map, or a scoreboard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import streamlit as st

from dashboard import (
    bullets,
    cells,
    charts,
    downloads,
    evidence,
    filters,
    formats,
    looks,
    merged,
    mergers,
    queries,
    scoreboard,
    selections,
    sentences,
    tables,
    tile_map,
)
from dashboard.ranking import ranked, ranks
from dashboard.words import Words

Record = dict[str, Any]

COLOURS = ("status", "value")
MAP, EVIDENCE = 520, 640
"""Widths in pixels of the map and what stands beside it, or below it where that is too narrow."""


@dataclass(frozen=True, slots=True)
class Selection:
    """One indicator in one year: what all its views show."""

    indicator: Record
    year: int
    basis: str
    provinces: Mapping[str, Record]
    found: Sequence[Record]
    """The cells, the best first; at least one."""
    chosen: str
    """The province whose evidence is open."""
    sentence: str

    def arrangement(self) -> mergers.Arrangement:
        """The cells under the provinces of the basis."""
        return mergers.arrange(self.provinces, self.found, self.year, self.basis)

    def choose(self, province: str) -> None:
        """Open the evidence for a province, or for the first of its parts that has figures."""
        own = [cell for cell in self.found if cell["province"] == province]
        parts = [
            cell for cell in self.found if self.provinces[cell["province"]]["successor"] == province
        ]
        for cell in [*own, *parts][:1]:
            filters.choose("province", cell["province"])


def chart(selection: Selection, say: Words) -> None:
    """Targets as bands behind actuals, with the evidence for one beside."""
    arrangement = selection.arrangement()
    sections = [
        *sentences.sections(arrangement.whole, say),
        *merged.sections(arrangement, selection.provinces, say),
    ]
    left, right = st.columns([1.75, 1], gap="large")
    with left, charts.scrolling(sum(len(section.lines) for section in sections)):
        bullets.draw(
            sections,
            key="overview",
            alt=selection.sentence,
            title=sentences.chart(say("chart.provinces"), selection.found, say),
            axis=sentences.axis(selection.indicator, say),
            tick=lambda value: formats.number(value, say),
            chosen=selection.chosen,
            on_select=selection.choose,
        )
    left.caption(say("chart.legend"))
    with right:
        _evidence(selection, say)


def tiles(selection: Selection, say: Words) -> None:
    """The tile map by status or value, with the evidence for one province beside."""
    arrangement, basis = selection.arrangement(), selection.basis
    provinces, chosen = selection.provinces, selection.chosen
    colour = filters.chosen("colour", COLOURS, "status")
    legend: list[looks.Step] = []
    if colour == "status":
        shown = looks.by_status(arrangement, provinces, basis, say)
    else:
        shown, legend = looks.by_value(arrangement, provinces, basis, say)
    beside = st.container(horizontal=True, gap="large", vertical_alignment="top")
    left, right = beside.container(width=MAP), beside.container(width=EVIDENCE)
    with left:
        filters.switch("colour", {name: say(f"colour.{name}") for name in COLOURS}, colour)
        tile_map.draw(
            shown,
            provinces,
            say,
            basis=basis,
            year=selection.year,
            key="map",
            alt=selection.sentence,
            title=sentences.chart(say.name(selection.indicator), selection.found, say),
            chosen=provinces[chosen]["successor"] if basis == "34" else chosen,
            legend=legend,
            on_select=selection.choose,
        )
        unit = say(f"unit_name.{selection.indicator['unit']}")
        st.caption(say(f"map.legend_{colour}", unit=unit))
        if arrangement.mergers:
            st.caption(say("map.legend_parts"))
    with right:
        for merger in merged.parts_of(arrangement, chosen):
            merged.choose_part(merger, chosen, say)
        _evidence(selection, say)


def table(selection: Selection, say: Words) -> None:
    """The same figures as a table, and the sums that may be drawn."""
    arrangement, provinces = selection.arrangement(), selection.provinces
    parts = [cell for merger in arrangement.mergers for cell in merger.cells]
    tables.show(
        [*arrangement.whole, *parts],
        say,
        key="overview-table",
        first="province",
        label=merged.label(provinces, say) if arrangement.mergers else None,
        on_pick=evidence.ask,
    )
    titled = {say.name(provinces[each.successor]): each for each in arrangement.mergers}
    merged.tell_sums(titled, say)


def board(
    found: Sequence[Record],
    provinces: Mapping[str, Record],
    year: int,
    basis: str,
    sentence: str,
    rows: selections.Selection,
    say: Words,
) -> None:
    """All pairs of a year, provinces by indicators, and the same as a table."""
    catalogue = queries.indicators()
    told = {cell["indicator"]: cells.indicator(cell, say) for cell in found}
    sorts = {name: say(f"scoreboard.sort_{name}") for name in scoreboard.SORTS} | told
    order = filters.chosen("sort", list(sorts), scoreboard.SORTS[0])

    def group(cell: Record) -> str | None:
        return mergers.group(provinces, cell) if basis == "34" else None

    shown = scoreboard.board(found, group, order, say)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        filters.sort(sorts, order)
        downloads.offer("pairs", rows, say, drawn=True)
    chosen = filters.current("province")
    if chosen in {cell["province"] for cell in found}:
        filters.keep("province", str(chosen))

    def choose(province: str, indicator: str) -> None:
        filters.choose("province", province)
        filters.choose("indicator", indicator)
        filters.choose("year", year)
        evidence.ask(province, indicator, year)

    scoreboard.draw(
        shown,
        provinces,
        catalogue,
        say,
        key="scoreboard",
        alt=sentence,
        title=sentences.chart(say("chart.provinces"), found, say),
        chosen=(chosen, filters.current("indicator")),
        on_select=lambda key: choose(*key.split("/")),
    )
    if len(shown.indicators) > scoreboard.MOST:
        more = len(shown.indicators) - scoreboard.MOST
        st.caption(say.count("scoreboard.more", more, most=scoreboard.MOST))
    st.caption(say("scoreboard.legend"))
    st.header(say("overview.table"))
    tables.matrix(
        [cell for row in shown.rows for cell in row.cells.values()],
        say,
        key="scoreboard-table",
        first="province",
        columns={name: say.name(catalogue[name]) for name in shown.indicators},
        column=lambda cell: str(cell["indicator"]),
        label=merged.label(provinces, say) if basis == "34" else None,
        entry=tables.verdict_entry,
        on_pick=lambda province, indicator, _: choose(province, indicator),
    )


def ranking(selection: Selection, region: str | None, say: Words) -> None:
    """The provinces by the year's result as a table, and those that cannot be ranked."""
    provinces, year = selection.provinces, selection.year
    arrangement = selection.arrangement()
    found = ranked(arrangement.whole)
    st.header(say("indicator.ranking", year=year))
    if found:
        unit = say(f"unit_name.{found[0]['unit']}")
        st.caption(say("indicator.ranking_note", unit=unit))
        tables.show(
            found,
            say,
            key="ranking",
            first="province",
            ranks=ranks([cell["actual"] for cell in found]),
            on_pick=evidence.ask,
        )
    else:
        st.info(say("indicator.ranking_empty", year=year), icon=":material/search_off:")
    there = mergers.there(provinces, selection.basis, region, year)
    told = {mergers.shown_as(provinces, cell, selection.basis) for cell in found}
    missing = [say.name(provinces[name]) for name in provinces if name in there - told]
    if missing:
        count = say.count("indicator.unranked", len(missing), all=len(there), year=year)
        st.caption(f"{count}: {filters.plain_markdown(', '.join(missing))}.")


def tell_hidden(
    found: Sequence[Record], provinces: Mapping[str, Record], basis: str, say: Words
) -> None:
    """Say how many figures are of merged provinces where the former ones are shown."""
    hidden = [cell for cell in found if mergers.is_since(provinces, cell)]
    if basis == "63" and hidden:
        st.caption(say.count("bases.hidden", len(hidden)))


def members(province: str, year: int, theme: str | None, say: Words) -> None:
    """The former provinces of a merged one side by side, and the sums that may be drawn."""
    provinces = queries.provinces()
    names = mergers.members(provinces, province, year)
    if len(names) < 2:
        return
    found = [
        cell
        for name in names
        for cell in queries.cells(province=name, year=year, theme=theme)
        if mergers.group(provinces, cell)
    ]
    if not found:
        return
    found.sort(key=lambda cell: cell["position"])
    st.header(say("merger.side_by_side", province=say.name(provinces[province]), year=year))
    tables.matrix(
        found,
        say,
        key="members",
        first="indicator",
        columns={name: merged.former(provinces, name, say) for name in names},
        column=lambda cell: str(cell["province"]),
        entry=lambda cell, say: tables.actual_entry(cell, say, unit=True),
        on_pick=evidence.ask,
    )
    st.caption(say("merger.side_by_side_note"))
    titled = {
        cells.indicator(told[0], say): merger
        for _, group in groupby(found, key=lambda cell: cell["indicator"])
        for told in [list(group)]
        for merger in mergers.arrange(provinces, told, year, "34").mergers
    }
    merged.tell_sums(titled, say)


def _evidence(selection: Selection, say: Words) -> None:
    chosen, year = selection.chosen, selection.year
    evidence.show(chosen, selection.indicator["indicator"], year)
    st.page_link(
        "pages/province.py",
        label=say("overview.to_province", province=say.name(selection.provinces[chosen])),
        icon=":material/arrow_forward:",
        query_params={"province": chosen, "year": str(year), "lang": say.language},
    )
