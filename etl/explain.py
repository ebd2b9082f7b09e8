"""Explaining: every number of an article in its sentence, and what it became by which cues."""

from pathlib import Path

from etl.dates import reference
from etl.extract import distinct, exact, read_text
from etl.items import Item
from etl.models import Article, Placement
from etl.places import place
from etl.read import read


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
    context, _ = read_text(article.text, placement, reference(article))
    kept = {id(draft) for draft in exact(distinct(context.drafts))}
    lines: list[str] = []
    for (start, end), items in context.read_sentences:
        numbers = [item for item in items if item.kind == "number"]
        if not numbers:
            continue
        lines += ["", article.text[start:end].strip(), f"  items: {_items(items, article.text)}"]
        for item in numbers:
            draft = context.made.get(item.start)
            fate = context.fates.get(item.start, "")
            written = article.text[item.start : item.end]
            if draft is None:
                lines.append(f"  {written}: {fate}")
                continue
            bounds = f"{draft.low if draft.low is not None else ''}..{draft.high if draft.high is not None else ''}"
            more = "".join(
                f", {name} {value}"
                for name, value in (
                    ("out of", draft.out_of),
                    ("% of plan", draft.pct_of_plan),
                    ("on year before", draft.yoy),
                )
                if value is not None
            )
            state = "" if id(draft) in kept else " (told elsewhere)"
            lines.append(
                f"  {written}: {fate}{state} -> {draft.indicator} {draft.kind} {draft.period} "
                f"{bounds} {draft.unit}{more}"
            )
    return lines


def _items(items: list[Item], text: str) -> str:
    return " ".join(
        f"[{text[item.start : item.end].strip()}"
        + (f":{item.subject or item.fate or '/'.join(sorted(item.cues)) or item.kind}]")
        for item in items
        if item.kind != "separator"
    )
