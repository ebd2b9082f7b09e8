"""The evidence for one cell: the sentences its figures came from, and how they were judged."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import streamlit as st

from dashboard import cells, filters, formats, mergers, passage, queries, story
from dashboard.status import mark
from dashboard.words import Words

Record = dict[str, Any]

_MANY = 8
"""A story of more steps scrolls in a box"""
_LONG = 320
"""of so many pixels."""


def show(province: str, indicator: str, year: int) -> None:
    """Show the evidence for a cell; a sentence where the cell does not exist."""
    say = filters.say()
    cell = queries.cell(province, indicator, year)
    if cell is None:
        st.info(say("evidence.none"), icon=":material/search_off:")
        return
    st.markdown(
        f"**{filters.plain_markdown(say.name(cell))}** · "
        f"{filters.plain_markdown(cells.indicator(cell, say))} · {year}"
    )
    _figures(cell, say)
    _reckoning(cell, say)
    sources = queries.sources(province, indicator, year)
    shown = _shown(cell)
    for group in _by_sentence([source for source in sources if source["observation"] in shown]):
        _source(cell, group, say)
    _story(cell, sources, say)


def ask(province: str, indicator: str, year: int) -> None:
    """Have the evidence for a cell opened beside the page in the next run."""
    st.session_state["asked"] = (province, indicator, year)


def answer() -> None:
    """Open the evidence that was asked for, once."""
    asked = st.session_state.pop("asked", None)
    if asked is not None:
        title = filters.say()("evidence.title")
        st.dialog(title, width="medium", position="right")(show)(*asked)


def citation(cell: Record, group: Sequence[Record], say: Words, built: datetime) -> str:
    """A line to cite the figures of a sentence by: what they say, the article, this collection."""
    source = group[0]
    quotes = [f"{say('kind.' + row['kind'])} «{' '.join(row['quote'].split())}»" for row in group]
    parts = [
        f"{cells.indicator(cell, say)}, {say.name(cell)}, {cell['year']}: {'; '.join(quotes)}",
        say(
            "evidence.citation",
            title=source["title"] or source["article"],
            publisher=source["publisher"] or say("article.no_publisher"),
            published=formats.day(source["published"], say),
        ),
        source["url"] or "",
        say(
            "evidence.collected",
            built=formats.day(built.date(), say),
            version=cell["rule_version"],
        ),
    ]
    return ". ".join(part for part in parts if part) + "."


def origin(source: Record, say: Words) -> str:
    """An article's newspaper and date, and that it is retold where it is."""
    parts = [
        source["publisher"] or say("article.no_publisher"),
        formats.day(source["published"], say),
    ]
    note = f"collection.{source['collection']}"
    if say.has(note):
        parts.append(say(note))
    return " · ".join(parts)


def _figures(cell: Record, say: Words) -> None:
    """Actual and target, large; one below the other where they are too long to stand abreast."""
    abreast = st.container(horizontal=True, gap="medium")
    abreast.metric(
        say("column.actual"),
        cells.actual(cell, say),
        delta=cells.when(cell, say) or None,
        delta_color="off",
        delta_arrow="off",
        width="content",
    )
    basis = cell["target_basis"]
    abreast.metric(
        say("column.target"),
        cells.target(cell, say),
        delta=say(f"basis.{basis}") if basis in ("implied", "term") else None,
        delta_color="off",
        delta_arrow="off",
        width="content",
    )


def _reckoning(cell: Record, say: Words) -> None:
    look = mark(cell["status"])
    word = say(f"status.{cell['status']}")
    line = filters.plain_markdown(cells.reckoning(cell, say))
    st.markdown(f"**{look.glyph} {word}**  \n{line}")
    if cell["target_implied"] is not None and cell["target_basis"] != "implied":
        _implied(cell, say)
    if mergers.straddles(queries.provinces(), cell):
        st.caption(f":material/warning: {say('evidence.straddles')}")
    if cell["differing"]:
        st.caption(say.count("evidence.differing", cell["differing"]))


def _implied(cell: Record, say: Words) -> None:
    """Whether the target that a percentage of plan implies is the one stated."""
    implying = queries.observation(cell["implied_observation"])
    if implying is None:
        return
    verdict = "evidence.consistent" if cell["target_confirmed"] else "evidence.inconsistent"
    text = say(
        "evidence.implied",
        share=formats.with_unit(formats.number(implying["pct_of_plan"], say), "percent", say),
        implied=formats.number(cell["target_implied"], say, decimals=1),
        stated=cells.target(cell, say),
        verdict=say(verdict),
    )
    icon = ":material/check:" if cell["target_confirmed"] else ":material/warning:"
    st.markdown(f"{icon} {filters.plain_markdown(text)}")


def _shown(cell: Record) -> set[str]:
    names = ("actual_observation", "target_observation", "implied_observation")
    return {cell[name] for name in names if cell[name]}


def _by_sentence(sources: Sequence[Record]) -> list[list[Record]]:
    """Sources of one sentence together, so that a sentence with both figures is shown once."""
    groups: dict[tuple[str, str], list[Record]] = {}
    for source in sources:
        groups.setdefault((source["article"], source["sentence"]), []).append(source)
    return list(groups.values())


def _source(cell: Record, group: Sequence[Record], say: Words) -> None:
    """A sentence with its numbers marked, its article, and ways to go on from there."""
    source = group[0]
    kinds = dict.fromkeys(say(f"kind.{row['kind']}") for row in group)
    with st.container(border=False, gap="xsmall"):
        st.caption(f"{' + '.join(kinds)} · {filters.plain_markdown(origin(source, say))}")
        st.markdown(filters.plain_markdown(source["title"] or source["article"]))
        marks = [
            passage.Mark(
                row["start_char"], row["end_char"], row["kind"], say(f"kind.{row['kind']}")
            )
            for row in group
        ]
        place = passage.excerpt(
            source["text"], source["sentence"], source["start_char"], source["end_char"]
        )
        st.html(passage.quotation(source["text"], place, marks))
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.page_link(
                "pages/articles.py",
                label=say("evidence.in_article"),
                icon=":material/article:",
                query_params={"article": source["article"], "lang": say.language},
            )
            link = at_source(source, say)
            if link:
                st.markdown(link)
            with st.popover(say("evidence.cite"), type="tertiary"):
                text = citation(cell, group, say, queries.built_at())
                st.code(text, language=None, wrap_lines=True)


def _story(cell: Record, sources: Sequence[Record], say: Words) -> None:
    """All that articles tell of the cell, earliest first, each line a way to its article."""
    if len(sources) < 2:
        return
    st.markdown(f"**{say('evidence.story')}**")
    with st.container(gap=None, height=_LONG if len(sources) > _MANY else "content"):
        for source, line in story.steps(cell, sources, say):
            st.page_link(
                "pages/articles.py",
                label=filters.plain_markdown(line),
                query_params={"article": source["article"], "lang": say.language},
            )
    st.markdown(f"→ {cells.status(cell, say)}")


def at_source(source: Record, say: Words) -> str:
    """A link to the article's own page as markdown; empty where it has no address of the web."""
    url = source["url"] or ""
    if not url.startswith(("http://", "https://")):
        return ""
    address = "".join(c for c in url if c.isprintable() and c not in "<>\"'`\\ ")
    return f"[{say('evidence.at_source')} ↗](<{address}>)"
