"""One figure from its sentence to its row: the words recognised in it and what each tells."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard import cells, filters, formats, passage, published, queries, reading
from dashboard.words import Words

Record = dict[str, Any]

TOLD_BY_CUE = {
    "actual": "actual",
    "estimate": "actual",
    "target": "target",
    "plan": "target",
    "grow": "change",
    "fall": "change",
}
"""What the cues of data/cues.csv that speak for themselves tell of a number."""


def show(say: Words) -> None:
    """Draw the example; nothing where no sentence tells both a target and its result."""
    figures = queries.example()
    if not figures:
        return
    article = queries.article(figures[0]["article"])
    if article is None:
        return
    start, end, found = _recognised(published.stamp(), article, figures[0]["start_char"])
    numbers = [
        passage.Mark(row["start_char"], row["end_char"], row["kind"], say(f"told.{row['kind']}"))
        for row in figures
    ]
    cues = [passage.Mark(at, to, "other", say(f"told.{told}")) for at, to, told in found]
    st.html(passage.labelled(article["text"], [*numbers, *cues], start, end))
    words = {
        told: ", ".join(
            f"«{article['text'][at:to].strip()}»" for at, to, each in found if each == told
        )
        for _, _, told in found
    }
    heads = [f"{say('told.' + row['kind'])} {row['quote']}" for row in figures]
    rows = [
        [filters.plain_markdown(text) for text in row]
        for row in _rows(figures, article, words, say)
    ]
    columns = [say("method.field"), *map(filters.plain_markdown, heads), say("method.from")]
    table = pd.DataFrame(rows, columns=columns)
    st.table(table, hide_index=True, border="horizontal", alt=say("method.fact"))
    first = figures[0]
    cell = queries.cell(first["province"], first["indicator"], first["year"])
    if cell is not None:
        st.markdown(filters.plain_markdown(cells.reckoning(cell, say)))
    st.page_link(
        "pages/articles.py",
        label=say("evidence.in_article"),
        icon=":material/article:",
        query_params={"article": article["article"], "lang": say.language},
    )


def _rows(
    figures: list[Record], article: Record, words: dict[str, str], say: Words
) -> list[list[str]]:
    """What each field of the figures holds, and what told it."""
    kinds = ", ".join(words[told] for told in ("actual", "target") if told in words)
    frame = say("method.frame")
    values = {
        "value": ([reading.value(row, say) for row in figures], say("method.number")),
        "indicator": (
            [cells.indicator(row, say) for row in figures],
            ", ".join(words[told] for told in ("change", "subject") if told in words) or frame,
        ),
        "kind": ([say(f"kind.{row['kind']}") for row in figures], kinds or frame),
        "period": (
            [formats.period(row["period"], say) for row in figures],
            words.get("period", frame),
        ),
        "province": (
            [say.name(row) for row in figures],
            words.get("place") or _placed(article, say),
        ),
    }
    return [[say(f"column.{name}"), *told, source] for name, (told, source) in values.items()]


def _placed(article: Record, say: Words) -> str:
    basis = f"place_basis.{article['province_basis']}"
    return say(basis) if say.has(basis) else say("method.frame")


@st.cache_data(max_entries=2, show_spinner=False)
def _recognised(
    stamp: published.Stamp, article: Record, place: int
) -> tuple[int, int, list[tuple[int, int, str]]]:
    """Where the sentence around a place lies, and the phrases in it: start, end, what it tells."""
    from etl.linking.items import items_of
    from etl.models import Article
    from etl.recognise import recognise
    from etl.texts.dates import reference  # only here: no other page needs the recogniser
    from etl.texts.sentences import sentences

    read = Article(**{name: article[name] for name in Article.__dataclass_fields__})
    recognised = recognise(read, reference(read), article["province"])
    lower = recognised.lower
    start, end = next((at, to) for at, to, _ in sentences(lower) if at <= place < to)
    items = items_of(
        lower,
        start,
        end,
        [each for each in recognised.phrases if start <= each.start < end],
        [each for each in recognised.numbers if start <= each.start < end],
        [],  # what became of each number tells the periods
        [each for each in recognised.places if start <= each.start < end],
    )
    found = [(item.start, item.end, _told(item.kind, item.cues)) for item in items]
    named = [
        (row["start_char"], row["end_char"], "period")
        for row in queries.article_numbers(article["article"])
        if row["fate"] == "period" and start <= row["start_char"] < end
    ]
    return start, end, [*(each for each in found if each[2]), *named]


def _told(kind: str, cues: frozenset[str]) -> str:
    """What an item tells of the numbers beside it; empty where that takes more words to say."""
    if kind in ("subject", "place"):
        return kind
    return next((TOLD_BY_CUE[cue] for cue in sorted(cues) if cue in TOLD_BY_CUE), "")
