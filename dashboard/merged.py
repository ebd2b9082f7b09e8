"""Merged provinces on screen: their parts under a heading, and sums where they may be drawn."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard import cells, filters, formats, mergers, queries
from dashboard.bullets import Line, Section
from dashboard.mergers import Arrangement, Merger, Total
from dashboard.words import Words
from etl.models import MERGED_ON

Record = dict[str, Any]


def sections(
    arrangement: Arrangement, provinces: Mapping[str, Record], say: Words
) -> list[Section]:
    """The parts of each merged province as rows of a chart under its name, their sum last."""
    return [
        Section(_heading(merger, provinces, say), _lines(merger, say))
        for merger in arrangement.mergers
    ]


def label(provinces: Mapping[str, Record], say: Words) -> Callable[[Record], str]:
    """What a cell's province is called in a table; a part of a merged one: Ninh Bình › Hà Nam."""

    def name(cell: Record) -> str:
        group = mergers.group(provinces, cell)
        own = say.name(cell)
        if group is None:
            return own
        return f"{say.name(provinces[group])} › {former(provinces, cell['province'], say)}"

    return name


def former(provinces: Mapping[str, Record], province: str, say: Words) -> str:
    """A province before the mergers, told from a merged one that has its name."""
    name = say.name(provinces[province])
    return say("merger.former", province=name) if mergers.is_merged(provinces, province) else name


def tell_sums(found: Mapping[str, Merger], say: Words) -> None:
    """Say which sums were drawn, from what, each under its title; where none could be, why not."""
    lines = [
        sum_sentence(title, merger, say)
        for title, merger in found.items()
        if merger.actual or merger.target
    ]
    if lines:
        st.caption("  \n".join(filters.plain_markdown(line) for line in lines))
    elif found:
        st.caption(say("merger.no_sums"))


def sum_sentence(title: str, merger: Merger, say: Words) -> str:
    """A sum with what went into it: Tây Ninh: kết quả 227.343 tỷ đồng, cộng từ 2 tỉnh (...)."""
    parts = []
    for kind, total in (("actual", merger.actual), ("target", merger.target)):
        if total is not None:
            each = ", ".join(f"{say.name(cell)} {_value(cell, kind, say)}" for cell in merger.cells)
            parts.append(
                say(
                    "merger.sum",
                    kind=say(f"kind.{kind}"),
                    value=formats.with_unit(
                        formats.bounds(total.low, total.high, say), total.unit, say
                    ),
                    period=formats.period(total.period, say),
                    n=len(merger.cells),
                    parts=each,
                )
            )
    return f"{title}: {'; '.join(parts)}."


def link_kin(province: str, say: Words) -> None:
    """Links to the province that a former one became, and to those that a merged one was."""
    provinces = queries.provinces()
    successor = provinces[province]["successor"]
    former_ones = mergers.members(provinces, province, MERGED_ON.year)
    kin = [name for name in (successor, *former_ones) if name != province]
    if not kin:
        return
    with st.container(horizontal=True, gap="small"):
        for name in kin:
            key = "merger.to_successor" if name == successor else "merger.to_former"
            st.page_link(
                "pages/province.py",
                label=say(key, province=say.name(provinces[name])),
                icon=":material/merge:" if name == successor else ":material/call_split:",
                query_params={"province": name, "lang": say.language},
            )


def choose_part(merger: Merger, chosen: str, say: Words) -> None:
    """A switch between the parts of a merged province, for what is shown of one of them."""
    if len(merger.cells) > 1:
        filters.switch(
            "province",
            {cell["province"]: say.name(cell) for cell in merger.cells},
            chosen,
            key="part",
        )


def _heading(merger: Merger, provinces: Mapping[str, Record], say: Words) -> str:
    name = say.name(provinces[merger.successor])
    if not merger.missing:
        return say("merger.heading", province=name)
    missing = ", ".join(former(provinces, each, say) for each in merger.missing)
    return say("merger.heading_missing", province=name, missing=missing)


def _lines(merger: Merger, say: Words) -> list[Line]:
    lines = [cells.value_line(cell, say) for cell in merger.cells]
    actual, target = merger.actual, merger.target
    if actual is None and target is None:
        return lines
    return [*lines, _sum_line(merger, actual, target, say)]


def _sum_line(merger: Merger, actual: Total | None, target: Total | None, say: Words) -> Line:
    label = say("merger.label", n=len(merger.cells))
    told = [
        say(f"cell.{kind}_is", **{kind: formats.with_unit(_bounds(total, say), total.unit, say)})
        for kind, total in (("target", target), ("actual", actual))
        if total is not None
    ]
    shown = actual or target
    return Line(
        key="",
        label=label,
        low=target.low if target else None,
        high=target.high if target else None,
        actual=actual.low if actual else None,
        part=any(cells.is_part(cell) for cell in merger.cells) if actual else False,
        status=None,
        verdict=_bounds(shown, say) if shown else "",
        hover="<br>".join([f"<b>{label}</b>", *told]),
    )


def _bounds(total: Total, say: Words) -> str:
    return formats.bounds(total.low, total.high, say)


def _value(cell: Record, kind: str, say: Words) -> str:
    if kind == "actual":
        return cells.actual(cell, say, unit=False)
    return cells.target(cell, say, unit=False)


def parts_of(arrangement: Arrangement, province: str) -> Sequence[Merger]:
    """The merged province that a former one is part of, if any."""
    return [
        merger
        for merger in arrangement.mergers
        if province in {cell["province"] for cell in merger.cells}
    ]
