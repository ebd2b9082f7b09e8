"""An article on screen: its list, its text's marks, its figures, its other numbers."""

from collections.abc import Sequence
from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from dashboard import evidence, filters, formats, passage
from dashboard.words import Words

Record = dict[str, Any]


def choose_from(listed: Sequence[Record], say: Words) -> None:
    """A list of articles; a click on one opens it."""
    frame = pa.table(
        {
            "published": [formats.day(row["published"], say) for row in listed],
            "title": [row["title"] or row["article"] for row in listed],
            "publisher": [row["publisher"] or say("article.no_publisher") for row in listed],
            "province": [say.name(row) if row["province"] else "–" for row in listed],
            "figures": [row["figures"] for row in listed],
        }
    )

    def open_article() -> None:
        picked = st.session_state["articles"]["selection"]["cells"]
        if picked:
            filters.choose("article", listed[picked[0][0]]["article"])

    st.dataframe(
        frame,
        key="articles",
        column_config={
            "published": st.column_config.TextColumn(say("column.published"), width="small"),
            "title": st.column_config.TextColumn(say("column.title"), width="large"),
            "publisher": st.column_config.TextColumn(say("column.publisher")),
            "province": st.column_config.TextColumn(say("column.province")),
            "figures": st.column_config.NumberColumn(say("column.figures"), width="small"),
        },
        hide_index=True,
        height=640,
        on_select=open_article,
        selection_mode="single-cell",
    )


def figures_table(figures: Sequence[Record], say: Words) -> str | None:
    """What an article states, as a table; the observation of the row chosen."""
    if not figures:
        st.info(say("empty.figures"))
        return None
    columns = {
        "value": [value(row, say) for row in figures],
        "kind": [say(f"kind.{row['kind']}") for row in figures],
        "period": [formats.period(row["period"], say) for row in figures],
        "indicator": [
            row["indicator_en"] if say.language == "en" else row["indicator_vi"] for row in figures
        ],
    }
    if len({row["province"] for row in figures}) > 1:
        columns["province"] = [say.name(row) if row["province"] else "–" for row in figures]
    event = st.dataframe(
        pa.table(columns),
        key=f"figures-{figures[0]['article']}",
        column_config={
            name: st.column_config.TextColumn(
                say(f"column.{name}"),
                alignment="right" if name == "value" else "left",
            )
            for name in columns
        },
        hide_index=True,
        height="content" if len(figures) < 16 else 560,
        on_select="rerun",
        selection_mode="single-cell",
    )
    picked = event["selection"]["cells"]
    return figures[picked[0][0]]["observation"] if picked else None


def numbers_table(numbers: Sequence[Record], say: Words) -> None:
    """The numbers that became no figure, each with the reason."""
    st.dataframe(
        pa.table(
            {
                "quote": [" ".join(row["quote"].split()) for row in numbers],
                "fate": [fate(row["fate"], say) for row in numbers],
            }
        ),
        column_config={
            "quote": st.column_config.TextColumn(say("column.quote"), alignment="right"),
            "fate": st.column_config.TextColumn(say("column.fate")),
        },
        hide_index=True,
    )


def value(row: Record, say: Words) -> str:
    """An observation's value in its unit, with all else that it says."""
    parts = []
    text = formats.bounds(row["low"], row["high"], say)
    if text != "–":
        parts.append(formats.with_unit(text, row["unit"], say))
    if row["out_of"] is not None:
        parts.append(say("value.out_of", total=formats.number(row["out_of"], say)))
    if row["pct_of_plan"] is not None:
        parts.append(say("value.of_plan", share=formats.number(row["pct_of_plan"], say)))
    if row["yoy"] is not None:
        parts.append(say("value.yoy", change=formats.signed(row["yoy"], say)))
    return " · ".join(parts)


def fate(name: str, say: Words) -> str:
    """Why a number became no figure."""
    return say(f"fate.{name}") if say.has(f"fate.{name}") else name


def problem(text: str, say: Words) -> str:
    """What was wrong with an article, its stock phrases in the language chosen."""
    parts = text.split("; ")
    keys = [f"problem.{part.replace(' ', '_')}" for part in parts]
    return "; ".join(
        say(key) if say.has(key) else part for key, part in zip(keys, parts, strict=True)
    )


def marks(
    figures: Sequence[Record], numbers: Sequence[Record], chosen: str | None, say: Words
) -> list[passage.Mark]:
    """All numbers of a text as marks: the figures by kind, the others with their fate."""
    drawn = [
        passage.Mark(
            row["start_char"],
            row["end_char"],
            row["kind"],
            f"{row['indicator_en'] if say.language == 'en' else row['indicator_vi']} · "
            f"{say('kind.' + row['kind'])} · {formats.period(row['period'], say)}",
            row["observation"] == chosen,
        )
        for row in figures
    ]
    return drawn + [
        passage.Mark(row["start_char"], row["end_char"], "other", fate(row["fate"], say))
        for row in numbers
    ]


def legend(say: Words) -> str:
    """What the marks in a text mean, drawn as they are."""
    samples = " &nbsp; ".join(
        f'<span style="{passage.STYLES[style]}">{escape(say(f"articles.{style}"))}</span>'
        for style in ("actual", "target", "other")
    )
    return f'<p style="font-size:.9rem;margin:0">{samples}</p>'


def head(article: Record, say: Words) -> str:
    """An article's newspaper, date, province and address, as markdown."""
    told = filters.plain_markdown(evidence.origin(article, say))
    parts = [told, place(article, say), evidence.at_source(article, say)]
    return " · ".join(part for part in parts if part)


def place(article: Record, say: Words) -> str:
    """Which province an article is about, and what told it."""
    if not article["province"]:
        return say("articles.unplaced")
    basis = f"place_basis.{article['province_basis']}"
    told = say(basis) if say.has(basis) else article["province_basis"]
    return say("articles.placed", province=filters.plain_markdown(say.name(article)), told=told)
