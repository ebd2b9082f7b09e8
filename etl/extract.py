"""Extraction: one article's text to its observations and the fate of each of its numbers."""

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeVar

from etl.dates import Reference
from etl.frames import Context, Draft
from etl.grids import GridFigure, figures_in_grids
from etl.items import items_of
from etl.lexicon import Token, lowered, tokens
from etl.link import read_sentence
from etl.mentions import mentions
from etl.models import Article, Extraction, Number, Observation, Placement, PlaceMention
from etl.periods import Mention, Period, periods
from etl.quantities import Quantity, quantities
from etl.sentence import Sentence
from etl.sentences import sentences
from etl.settling import distinct, exact, is_dated

_LIST_SIGNS = ("-", "–", "+", "•", "*")
"""What a line of a list begins with."""
Found = TypeVar("Found", Token, Quantity, Mention, PlaceMention)

_FIVE_YEARS = 4
"""Years from the first to the last of a term, at least: 2021 - 2025, 2020 - 2025."""
_LINE = re.compile(r"[^\n]+")
_KINDS = frozenset({"target", "actual", "plan", "structure", "growth_list"})


@dataclass(frozen=True, slots=True)
class Recognised:
    """What is recognised in a text before any of it is linked; each list in the text's order."""

    lower: str
    sentences: list[tuple[int, int, bool]]
    phrases: list[Token]
    numbers: list[Quantity]
    periods: list[Mention]
    places: list[PlaceMention]


def extract(article: Article, placement: Placement, reference: Reference) -> Extraction:
    """All that the article states of its province, and what became of every number in it."""
    recognised = recognise(article.text, reference)
    context = context_of(recognised, placement, reference)
    tables = read_grids(recognised, context)
    for _ in read_sentences(recognised, context, tables):
        pass
    dated = [draft for draft in context.drafts if is_dated(draft)]
    drafts = exact(distinct(dated))
    observations = {id(draft): observation_of(draft, article) for draft in drafts}
    numbers = tuple(
        number_of(quantity, article, context, observations) for quantity in recognised.numbers
    )
    return Extraction(tuple(observations.values()), numbers)


def recognise(text: str, reference: Reference) -> Recognised:
    """The sentences, phrases, numbers, periods and places of the text."""
    return recognise_lower(lowered(text), list(mentions(text, reference.year)))


def recognise_lower(lower: str, places: list[PlaceMention]) -> Recognised:
    """What is recognised in a lower-cased text that names the places."""
    spans = sentences(lower)
    return Recognised(
        lower=lower,
        sentences=spans,
        phrases=tokens(lower),
        numbers=quantities(lower),
        periods=periods(lower, [end for _, end, _ in spans]),
        places=places,
    )


def context_of(recognised: Recognised, placement: Placement, reference: Reference) -> Context:
    """What the article says before its first sentence: when, of which province."""
    published = reference.published
    scope, opening_scope = scopes_of_head(recognised)
    year = reference.year or (published.year if published else 0)
    return Context(
        province=placement.province,
        now=(published.year, published.month) if published else None,
        year=year,
        this_year=published.year if published else year,
        period=Period(year, year),
        scope=scope,
        opening_scope=opening_scope,
        headed=headed_by(recognised) if placement.province is None else frozenset(),
    )


def read_grids(recognised: Recognised, context: Context) -> list[int]:
    """Read the text's tables into the context; gives where their rows start."""
    if "\t" not in recognised.lower and "|" not in recognised.lower:
        return []
    rows = []
    starts = [number.start for number in recognised.numbers]
    for row, figures in figures_in_grids(recognised.lower, context):
        rows.append(row[0])
        first, last = bisect_left(starts, row[0]), bisect_left(starts, row[1])
        context.fates.update((start, "table") for start in starts[first:last])
        for figure in figures:
            read_grid_figure(figure, context)
    return rows


def read_grid_figure(figure: GridFigure, context: Context) -> None:
    """Read a table's figure as the sentence that it says, of its column's kind and period."""
    said = figure.sentence
    recognised = recognise_lower(said, [])
    alone = replace(context, period=figure.period, drafts=[], fates={}, made={}, last_run=None)
    for _ in read_sentences(recognised, alone, []):
        pass
    for draft in alone.drafts:
        draft.kind, draft.period = figure.kind, figure.period
        draft.start, draft.end, draft.sentence = figure.cell.start, figure.cell.end, figure.row
        context.drafts.append(draft)
        context.made[draft.start] = draft
        context.fates[draft.start] = "observation"


def read_sentences(
    recognised: Recognised, context: Context, tables: list[int]
) -> Iterator[Sentence]:
    """Read the text's sentences into the context, one by one; yields each when it is read.

    `tables` are the starts of lines that were read as rows of a table.
    """
    rows, in_table = frozenset(tables), False
    lower = recognised.lower
    spans = recognised.sentences
    for (start, end, opens), said, numbers, named, near in zip(
        spans,
        by_sentence(recognised.phrases, spans),
        by_sentence(recognised.numbers, spans),
        by_sentence(recognised.periods, spans),
        by_sentence(recognised.places, spans),
        strict=True,
    ):
        in_table = start in rows if opens else in_table
        if in_table:
            continue
        if opens and context.speaking_of not in context.headed:
            context.speaking_of = None
        if opens and not lower[start:end].lstrip().startswith(_LIST_SIGNS):
            end_list(context)
        if opens and context.ranking and not headline_ranks(recognised, context.ranking):
            context.ranking, context.ranking_period = "", None
        if opens and context.opening_scope:
            context.scope = context.opening_scope
        if numbers and "://" in lower[start:end]:
            context.fates.update((number.start, "address") for number in numbers)
            continue
        if not (numbers or named or any(map(is_province, near)) or any(map(tells_kind, said))):
            continue
        if context.opening_scope and speaks_of_province(said, near, context.province):
            context.scope = ""
        note_periods(named, numbers, context)
        items = items_of(lower, start, end, said, numbers, named, near)
        sentence = Sentence(items, start, end, lower, context)
        read_sentence(sentence)
        yield sentence


def end_list(context: Context) -> None:
    """What was announced above a list holds no longer."""
    context.list_mode = ""
    if context.before_list:
        context.period, context.before_list = context.before_list, None


def by_sentence(found: list[Found], spans: list[tuple[int, int, bool]]) -> Iterator[list[Found]]:
    """Of the things found, in the text's order, those of each sentence."""
    starts = [each.start for each in found]
    first = 0
    for _, end, _ in spans:
        last = bisect_left(starts, end, first)
        yield found[first:last]
        first = last


def is_province(place: PlaceMention) -> bool:
    """Whether the place can turn the paragraph to another province."""
    return place.level == "province"


def headline_ranks(recognised: Recognised, ranking: str) -> bool:
    """Whether the headline names the ranking: then all paragraphs speak of it."""
    ends = [line.end() for line in head_of(recognised.lower)[:1]]
    return any(
        token.sense.subject == ranking and token.start < max(ends, default=0)
        for token in recognised.phrases
    )


def speaks_of_province(said: list[Token], near: list[PlaceMention], province: str | None) -> bool:
    """Whether the sentence names the article's province, or speaks of "toàn tỉnh"."""
    named = any(place.level == "province" and place.province == province for place in near)
    return named or any("province_body" in token.sense.cues for token in said)


def tells_kind(token: Token) -> bool:
    """Whether the phrase can tell the next sentences what they are of: targets, results, shares."""
    return not _KINDS.isdisjoint(token.sense.cues)


def note_periods(named: list[Mention], numbers: list[Quantity], context: Context) -> None:
    """Note the term that is spoken of, and which numbers are only parts of a period's name."""
    for mention in named:
        if mention.term and mention.first is not None and mention.year is not None:
            context.term = Period(mention.first, mention.year)
            if mention.year - mention.first >= _FIVE_YEARS:
                context.five_years = context.term
            if not context.period.last:
                context.period = context.term  # all that tells the article's time
        for number in numbers:
            if mention.start <= number.start < mention.end:
                context.fates[number.start] = "period"


def head_of(lower: str) -> list[re.Match[str]]:
    """The first two lines of words: the headline and the first paragraph."""
    lines = (line for line in _LINE.finditer(lower) if "://" not in line[0] and len(line[0]) > 20)
    return list(islice(lines, 2))


def headed_by(recognised: Recognised) -> frozenset[str]:
    """The provinces that the headline names."""
    ends = [line.end() for line in head_of(recognised.lower)[:1]]
    return frozenset(
        place.province
        for place in recognised.places
        if place.level == "province" and place.province and place.start < max(ends, default=0)
    )


def scopes_of_head(recognised: Recognised) -> tuple[str, str]:
    """Of whom the article speaks by its headline, and where that names no place by its opening.

    Each is 'district', 'region', 'other_period', or '' for a province.
    """
    scopes = [scope_of_line(recognised, line) for line in head_of(recognised.lower)]
    headline, *opening = [*scopes, None]
    told = headline if headline is not None else opening[0] if opening else None
    if headline is not None or told == "office":
        return "district" if told == "office" else told or "", ""
    return "", told or ""


def scope_of_line(recognised: Recognised, line: re.Match[str]) -> str | None:
    """Of whom a line speaks, 'office' where it is a district's; None where it names no place."""
    start, end = line.span()
    levels = {place.level for place in recognised.places if start <= place.start < end}
    cues = {
        cue
        for token in recognised.phrases
        if start <= token.start < end
        for cue in token.sense.cues
    }
    if "holiday" in cues:
        return "other_period"
    if "province" in levels or "province_body" in cues:
        return ""
    if "district_office" in cues:
        return "office"
    if "district" in levels or "district_body" in cues:
        return "district"
    if "region" in levels or "region_body" in cues:
        return "region"
    return None


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
