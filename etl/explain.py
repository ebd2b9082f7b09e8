"""Explaining: every number of an article in its sentence, and what it became by which cues."""

from pathlib import Path

from etl.linking.frames import Context
from etl.linking.items import Item
from etl.linking.settling import distinct, exact, is_dated
from etl.models import Article, Placement
from etl.places import place
from etl.read import read
from etl.recognise import recognise
from etl.recognising.quantities import Quantity
from etl.texts.dates import reference
from etl.walk import context_of, read_grids, read_sentences
from etl.whose.heads import headline_end


def explain(path: Path) -> str:
    """What was read in the article file: its head, then each sentence that holds a number."""
    article = read(path, path.parent.name)
    placement = place(article)
    told = reference(article)
    lines = [
        f"{article.article}: {article.title or 'no headline'}",
        f"published {article.published or 'unknown'}, reports on {told.year or 'an unknown year'}; "
        f"province {placement.province or 'uncertain'} (by {placement.basis or 'nothing'})",
    ]
    if article.problem:
        lines.append(f"problem: {article.problem}")
    return "\n".join([*lines, *_sentences(article, placement)])


def _sentences(article: Article, placement: Placement) -> list[str]:
    told = reference(article)
    recognised = recognise(article, told, placement.province)
    if not recognised.names_an_indicator:
        return ["", "It names no indicator: none of its numbers is a figure."]
    context = context_of(recognised, placement, told)
    tables = read_grids(recognised, context)
    read = {sentence.begins: sentence for sentence in read_sentences(recognised, context, tables)}
    dated = [draft for draft in context.drafts if is_dated(draft)]
    kept = {id(draft) for draft in exact(distinct(dated), headline_end(recognised))}
    lines: list[str] = []
    for start, end, _ in recognised.sentences:
        numbers = [number for number in recognised.numbers if start <= number.start < end]
        if not numbers:
            continue
        lines += ["", article.text[start:end].strip()]
        if start in read:
            lines.append(f"  items: {_items(read[start].items, article.text)}")
        lines += [_number(number, article.text, context, kept) for number in numbers]
    return lines


def _number(number: Quantity, text: str, context: Context, kept: set[int]) -> str:
    """The line of a number: what it became; `kept` are the identities of the drafts kept."""
    draft = context.made.get(number.start)
    head = f"  {text[number.start : number.end]}: {context.fates.get(number.start, 'no_indicator')}"
    if draft is None:
        return head
    bounds = "..".join("" if bound is None else str(bound) for bound in (draft.low, draft.high))
    attributes = {
        "out of": draft.out_of,
        "% of plan": draft.pct_of_plan,
        "on year before": draft.yoy,
    }
    more = "".join(f", {name} {value}" for name, value in attributes.items() if value is not None)
    state = "" if id(draft) in kept else " (told elsewhere)"
    whose = f"{draft.province} " if draft.province != context.province else ""
    return (
        f"{head}{state} -> {whose}{draft.indicator} {draft.kind} {draft.period} "
        f"{bounds} {draft.unit}{more}"
    )


def _items(items: list[Item], text: str) -> str:
    return " ".join(
        f"[{text[item.start : item.end].strip()}"
        + (f":{item.subject or item.fate or '/'.join(sorted(item.cues)) or item.kind}]")
        for item in items
        if item.kind != "separator"
    )
