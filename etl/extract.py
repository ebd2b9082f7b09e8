"""Extraction: one article's text to its observations and the fate of each of its numbers."""

import hashlib
import math
import re
from bisect import bisect_left

from etl.dates import Reference
from etl.frames import Context, Draft
from etl.items import items_of
from etl.lexicon import Token, lowered, tokens
from etl.link import SentenceReader
from etl.models import Article, Extraction, Number, Observation, PlaceMention, Placement
from etl.periods import Mention, Period, periods
from etl.mentions import mentions
from etl.quantities import Quantity, quantities
from etl.sentences import sentences

_LINE = re.compile(r"[^\n]+")


def extract(article: Article, placement: Placement, reference: Reference) -> Extraction:
    """All that the article states of its province, and what became of every number in it."""
    context, found = read_text(article.text, placement, reference)
    drafts = exact(distinct(context.drafts))
    observations = {id(draft): observation_of(draft, article) for draft in drafts}
    numbers = []
    for quantity in found:
        draft = context.made.get(quantity.start)
        observation = observations.get(id(draft)) if draft else None
        fate = context.fates.get(quantity.start, "no_indicator")
        if draft is not None and observation is None:
            fate = "duplicate" if fate == "observation" else fate
        numbers.append(
            Number(
                article.article,
                quantity.start,
                quantity.digits_end,
                article.text[quantity.start : quantity.digits_end],
                fate,
                observation.observation if observation else None,
            )
        )
    return Extraction(tuple(observations.values()), tuple(numbers))


def read_text(
    text: str, placement: Placement, reference: Reference
) -> tuple[Context, list[Quantity]]:
    """The context after reading the whole text, and the text's numbers."""
    lower = lowered(text)
    phrases = tokens(lower)
    numbers = quantities(lower)
    places = list(mentions(text, reference.year))
    published = reference.published
    year = reference.year or (published.year if published else 0)
    context = Context(
        province=placement.province,
        now=(published.year, published.month) if published else None,
        year=year,
        this_year=published.year if published else year,
        period=Period(year, year),
    )
    context.scope = document_scope(lower, phrases, places)
    phrase_starts = [token.start for token in phrases]
    number_starts = [number.start for number in numbers]
    place_starts = [place.start for place in places]
    for start, end, opens in sentences(lower):
        if opens:
            context.speaking_of = None
        if "://" in lower[start:end]:
            for number in numbers[bisect_left(number_starts, start) : bisect_left(number_starts, end)]:
                context.fates[number.start] = "address"
            continue
        named = periods(lower, start, end)
        for mention in named:
            if mention.term and mention.first is not None and mention.year is not None:
                context.term = Period(mention.first, mention.year)
        items = items_of(
            lower,
            start,
            end,
            phrases[bisect_left(phrase_starts, start) : bisect_left(phrase_starts, end)],
            numbers[bisect_left(number_starts, start) : bisect_left(number_starts, end)],
            named,
            places[bisect_left(place_starts, start) : bisect_left(place_starts, end)],
        )
        inside_periods(numbers, named, context)
        context.read_sentences.append(((start, end), items))
        SentenceReader(items, (start, end), lower, context).read()
    return context, numbers


def inside_periods(numbers: list[Quantity], named: list[Mention], context: Context) -> None:
    for mention in named:
        for number in numbers:
            if mention.start <= number.start < mention.end:
                context.fates[number.start] = "period"


def document_scope(lower: str, phrases: list[Token], places: list[PlaceMention]) -> str:
    """'district' or 'region' where the head of the article speaks for one, '' for a province.

    The headline decides; where it names no place, the first paragraph does.
    """
    lines = [line for line in _LINE.finditer(lower) if "://" not in line[0] and len(line[0]) > 20]
    for line in lines[:2]:
        levels = {place.level for place in places if line.start() <= place.start < line.end()}
        cues = {
            meaning.value
            for token in phrases
            if line.start() <= token.start < line.end()
            for meaning in token.meanings
        }
        if "holiday" in cues:
            return "other_period"
        if "province" in levels or "province_body" in cues:
            return ""
        if "district" in levels or "district_body" in cues:
            return "district"
        if "region" in levels or "region_body" in cues:
            return "region"
    return ""


def distinct(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that repeat another; the first telling stays, with all attributes."""
    kept: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        key = (
            draft.province,
            draft.indicator,
            draft.kind,
            str(draft.period),
            draft.low,
            draft.high,
            draft.unit,
        )
        first = kept.setdefault(key, draft)
        if first is not draft:
            first.out_of = first.out_of if first.out_of is not None else draft.out_of
            first.pct_of_plan = first.pct_of_plan if first.pct_of_plan is not None else draft.pct_of_plan
            first.yoy = first.yoy if first.yoy is not None else draft.yoy
    return list(kept.values())


def exact(drafts: list[Draft]) -> list[Draft]:
    """The drafts without the rounded tellings ("gần 6,5%") of what is told exactly (6,46%)."""
    kept = []
    whole = whole_counts(drafts)
    for draft in drafts:
        if draft.unit == "targets" and draft.out_of != whole.get(draft.period, draft.out_of):
            continue
        if draft.approximate and any(
            other is not draft
            and (not other.approximate or other.start > draft.start)
            and (other.province, other.indicator, other.kind, other.period, other.unit)
            == (draft.province, draft.indicator, draft.kind, draft.period, draft.unit)
            and is_rounding(draft, other)
            for other in drafts
        ):
            continue
        kept.append(draft)
    return kept


def whole_counts(drafts: list[Draft]) -> dict[Period, float | None]:
    """Per period, out of how many the plan's targets are counted: of groups of them, the whole.

    -1 where the counts are of groups only.
    """
    totals: dict[Period, set[float]] = {}
    for draft in drafts:
        if draft.unit == "targets" and draft.out_of is not None:
            totals.setdefault(draft.period, set()).add(draft.out_of)
    return {
        period: max(found) if len(found) == 1 or 2 * max(found) > sum(found) else -1
        for period, found in totals.items()
    }


def is_rounding(rounded: Draft, other: Draft) -> bool:
    """Whether the first's value is the other's, cut or rounded to fewer digits."""
    value = rounded.low if rounded.low is not None else rounded.high
    precise = other.low if other.low is not None else other.high
    if value is None or precise is None or value <= 0 or precise <= 0:
        return False
    digits = len(f"{value:.6f}".rstrip("0").rstrip(".").replace(".", "").strip("0"))
    power = digits - 1 - math.floor(math.log10(value))
    scaled = precise * 10.0**power
    return round(value * 10.0**power) in (math.floor(scaled), round(scaled), math.ceil(scaled)) and value != precise


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
