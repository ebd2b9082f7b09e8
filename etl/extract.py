"""Extraction: one article's text to its observations and the fate of each of its numbers."""

import hashlib
from collections.abc import Iterator

from etl.linking.frames import Context, Draft
from etl.linking.settling import distinct, exact, is_dated
from etl.models import Article, Extraction, Number, Observation, Placement
from etl.recognise import recognise
from etl.recognising.quantities import NUMBER, Quantity
from etl.texts.dates import Reference
from etl.walk import context_of, read_grids, read_sentences
from etl.whose.heads import headline_end


def extract(article: Article, placement: Placement, reference: Reference) -> Extraction:
    """All that the article states of its province, and what became of every number in it."""
    recognised = recognise(article, reference, placement.province)
    if not recognised.names_an_indicator:
        return Extraction((), tuple(unread(article)))
    context = context_of(recognised, placement, reference)
    tables = read_grids(recognised, context)
    for _ in read_sentences(recognised, context, tables):
        pass
    dated = [draft for draft in context.drafts if is_dated(draft)]
    drafts = exact(distinct(dated), headline_end(recognised))
    observations = {id(draft): observation_of(draft, article) for draft in drafts}
    numbers = tuple(
        number_of(quantity, article, context, observations) for quantity in recognised.numbers
    )
    return Extraction(tuple(observations.values()), numbers)


def unread(article: Article) -> Iterator[Number]:
    """The numbers of an article that names no indicator."""
    for match in NUMBER.finditer(article.text):
        yield Number(article.article, *match.span(), match[0], "no_indicator", None)


def number_of(
    quantity: Quantity, article: Article, context: Context, observations: dict[int, Observation]
) -> Number:
    """The number as a row; `observations` are those kept, by the identity of their drafts."""
    draft = context.made.get(quantity.start)
    observation = observations.get(id(draft)) if draft else None
    fate = context.fates.get(quantity.start, "no_indicator")
    if draft is not None and observation is None and fate == "observation":
        fate = "duplicate" if is_dated(draft) else "no_year"
    return Number(
        article.article,
        quantity.start,
        quantity.digits_end,
        article.text[quantity.start : quantity.digits_end],
        fate,
        observation.observation if observation else None,
    )


def observation_of(draft: Draft, article: Article) -> Observation:
    """The draft as a row; its id depends on the article, the place in it and what is said only."""
    key = f"{article.article}|{draft.start}|{draft.indicator}|{draft.kind}|{draft.period}"
    start, end = draft.sentence
    return Observation(
        observation=hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest()[:12],
        article=article.article,
        province=draft.province,
        indicator=draft.indicator,
        kind=draft.kind,
        period=str(draft.period),
        year=draft.period.last,
        low=draft.low,
        high=draft.high,
        unit=draft.unit,
        out_of=draft.out_of,
        pct_of_plan=draft.pct_of_plan,
        yoy=draft.yoy,
        estimated=draft.estimated,
        quote=article.text[draft.start : draft.end],
        sentence=article.text[start:end].strip(),
        start_char=draft.start,
        end_char=draft.end,
    )
