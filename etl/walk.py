"""The walk through an article: its tables, then its sentences one by one, each into the context."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from etl.catalogue import load_catalogue
from etl.figures.no_figures import numbers_its_line
from etl.layouts.blocks import JOINT
from etl.layouts.grids import GridFigure
from etl.layouts.rows import figures_in_tables
from etl.link import read_sentence
from etl.linking.asides import behind_connective, behind_speaker, without_asides
from etl.linking.brackets import says_brackets_plan, says_plan_first
from etl.linking.frames import Context, Run
from etl.linking.items import items_of
from etl.linking.marks import is_plain_item, opens_item
from etl.linking.plans import COUNTED_PLANS
from etl.linking.sentence import Sentence
from etl.models import Placement, PlaceMention
from etl.recognise import Recognised, by_sentence, recognise_lower
from etl.recognising.lexicon import Token, says, words
from etl.recognising.periods import Mention, Period
from etl.recognising.quantities import Quantity
from etl.texts.dates import Reference
from etl.texts.links import foreign_lines
from etl.when.running import NO_FIGURES, return_to_report, return_to_year
from etl.when.year_headings import follow_year_heading
from etl.whose.heads import (
    headed_by,
    headline_plan,
    headline_ranks,
    headline_says,
    headline_subject,
    named_together,
    scopes_of_head,
)
from etl.whose.sections import (
    heads_items,
    is_province,
    open_paragraph,
    sections_of,
)

_FIVE_YEARS = 4
"""Years from the first to the last of a term, at least: 2021 - 2025, 2020 - 2025."""
_KINDS = frozenset({"target", "actual", "plan", "structure", "growth_list"})


def context_of(recognised: Recognised, placement: Placement, reference: Reference) -> Context:
    """What the article says before its first sentence: when, of which province."""
    published = reference.published
    scope, opening_scope = scopes_of_head(recognised)
    province = None if scope == "region" else placement.province
    year = reference.year or (published.year if published else 0)
    day = published.isoformat() if published else str(year)
    term = term_behind(recognised.periods, year)
    return Context(
        five_years=term,
        congress=term,
        province=province,
        now=(published.year, published.month) if published else None,
        year=year,
        this_year=published.year if published else year,
        period=Period(year, year),
        of_parts=any(mention.part for mention in recognised.periods),
        scope=scope,
        opening_scope=opening_scope,
        headline=headline_subject(recognised),
        planned=headline_plan(recognised, year),
        at_customs=headline_says(recognised, "customs"),
        brackets_plan=says_brackets_plan(recognised.lower),
        plan_first=says_plan_first(recognised.lower),
        sectioned=sections_of(recognised.lower, list(recognised.places)),
        headed=named_together(recognised, province, day) if province else headed_by(recognised),
    )


def term_behind(named: list[Mention], year: int) -> Period | None:
    """The term to come that tells what "nhiệm kỳ qua" is, where it is named only behind it."""
    for mention in named:
        if mention.term and mention.first is not None and mention.year is not None:
            return None
        if mention.cycle == "past" and mention.congress:
            break
    spans = ((each.first, each.year) for each in named if each.congress)
    terms = (Period(first, last) for first, last in spans if first and last)
    return next((term for term in terms if abs(term.first - year) <= 1), None)


def read_grids(recognised: Recognised, context: Context) -> list[int]:
    """Read the text's tables into the context; gives where their rows start."""
    rows = []
    starts = [number.start for number in recognised.numbers]
    for row, figures in figures_in_tables(recognised, context):
        rows.append(row[0])
        first, last = bisect_left(starts, row[0]), bisect_left(starts, row[1])
        context.fates.update((start, "table") for start in starts[first:last])
        for figure in figures:
            read_grid_figure(figure, context)
    return rows


def read_grid_figure(figure: GridFigure, context: Context) -> None:
    """Read a table's figure as the sentence that it says, of its column's kind and period."""
    said = figure.sentence
    recognised = recognise_lower(said)
    told = [draft for draft in context.drafts if draft.sentence == figure.row]
    alone = replace(context, period=figure.period, drafts=[*told], fates={}, made={}, last_run=None)
    if figure.province:
        alone = replace(alone, province=figure.province, speaking_of=None, scope="")
    for _ in read_sentences(recognised, alone, []):
        pass
    for draft in alone.drafts[len(told) :]:
        draft.kind, draft.period = figure.kind, draft.period if figure.dated else figure.period
        if draft.dimension != "percent":
            draft.yoy, draft.pct_of_plan = figure.yoy, figure.pct_of_plan
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
    foreign, is_foreign = {at for at, _ in foreign_lines(recognised.lower)}, False
    turned: Run | None = None
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
        is_foreign = start in foreign if opens else is_foreign
        if is_foreign:
            context.fates.update((number.start, "other_article") for number in numbers)
            continue
        begins, behind = start, behind_connective(lower, start, end)
        start = behind_speaker(lower, behind, end)
        if opens:
            open_paragraph(lower, start, end, near, context)
        elif context.province is None and is_of_the_province(said, near):
            context.speaking_of = context.speaking_of or context.last_named
        elif context.last_named not in (None, context.province) and says_this(lower, said, near):
            context.speaking_of = context.last_named
        line = lower[start:end].lstrip()
        goes_on = opens_item(line) or JOINT in line or line.startswith(words("answer"))
        goes_on = goes_on or is_plain_item(lower, start)
        if opens and not goes_on and not heads_items(lower, start, end):
            end_list(context)
        if opens and context.ranking:
            if headline_ranks(recognised, context.ranking):
                context.ranking_period = context.headline_ranking_period
            else:
                context.ranking, context.ranking_period = "", None
        if opens:
            return_to_report(context)
            return_to_year(context, near)
            follow_year_heading(lower, start, end, context)
        if opens and context.opening_scope:
            context.scope = context.opening_scope
        if numbers and "://" in lower[start:end]:
            context.fates.update((number.start, "address") for number in numbers)
            continue
        if not (numbers or named or any(map(is_province, near)) or any(map(tells_kind, said))):
            context.named_sector = sector_named(said)
            turned = subject_named(said)
            continue
        if context.opening_scope and speaks_of_province(lower, said, near, context.province):
            context.scope = ""
        note_periods(named, numbers, context)
        items = items_of(lower, start, end, said, numbers, named, near)
        items = without_asides(items, behind, lower)
        sentence = Sentence(items, begins, start, end, lower, recognised.text, context)
        read_turned(sentence, turned)
        context.named_sector = sector_named(said)
        told = any(
            context.fates.get(each.start) not in NO_FIGURES and not numbers_its_line(lower, each)
            for each in numbers
        )
        turned = None if told else subject_named(said)
        provinces = {place.province for place in near if is_province(place)}
        told_of = {draft.province for draft in sentence.drafts}
        if provinces and len(told_of) == 1:
            provinces = told_of  # "An Giang (gồm An Giang và Kiên Giang cũ) có GRDP tăng 8,31%"
        if provinces:
            context.last_named = provinces.pop() if len(provinces) == 1 else None
        yield sentence


def end_list(context: Context) -> None:
    """What was announced above a list holds no longer."""
    context.list_mode, context.tells_shares = "", False
    if context.before_list:
        context.period, context.before_list = context.before_list, None


def read_turned(sentence: Sentence, turned: Run | None) -> None:
    """Read a sentence that goes on about `turned`, where the one before it turned to a subject."""
    context = sentence.context
    last_run = context.last_run
    context.last_run = turned or last_run
    read_sentence(sentence)
    if context.last_run is turned:
        context.last_run = last_run


def subject_named(said: list[Token]) -> Run | None:
    """The run of the only subject that a sentence names, None where there is none or are several.

    What the next sentence goes on about, where this one tells no figure:
    "Chỉ tiêu còn lại là độ che phủ rừng. Nghị quyết giao 40%, thực tế chỉ đạt 38,4%."
    """
    named = {token.sense.subject for token in said if token.sense.kind == "subject"}
    named.difference_update(COUNTED_PLANS)
    if any(token.sense.kind == "other" for token in said):
        return None
    if not named and any({"economy", "grow"} <= token.sense.cues for token in said):
        return Run("grdp_size", "growth")  # "Chỉ tiêu lớn nhất là tốc độ tăng trưởng kinh tế."
    return Run(named.pop()) if len(named) == 1 else None


def sector_named(said: list[Token]) -> str:
    """The sector of GRDP that a sentence names, '' where there is none or are several."""
    sectors = load_catalogue().sectors
    named = {token.sense.subject for token in said if token.sense.subject in sectors}
    return named.pop() if len(named) == 1 else ""


def is_of_the_province(said: list[Token], near: list[PlaceMention]) -> bool:
    """Whether the sentence speaks of "tỉnh này", or of parts, and names no province."""
    parts = bool(said) and "part" in said[0].sense.cues
    return not any(map(is_province, near)) and (
        parts or any("province_body" in token.sense.cues for token in said)
    )


def says_this(lower: str, said: list[Token], near: list[PlaceMention]) -> bool:
    """Whether "tỉnh này" means the only province that the sentence before has named."""
    return not any(map(is_province, near)) and any(
        lower[token.start : token.end] in words("this_province") for token in said
    )


def speaks_of_province(
    lower: str, said: list[Token], near: list[PlaceMention], province: str | None
) -> bool:
    """Whether the sentence names the article's province, or speaks of "toàn tỉnh"."""
    if any("district_body" in token.sense.cues for token in said):
        return False
    named = any(place.level == "province" and place.province == province for place in near)
    return named or any(
        "province_body" in token.sense.cues or says(lower[token.start : token.end], "province_word")
        for token in said
    )


def tells_kind(token: Token) -> bool:
    """Whether the phrase can tell the next sentences what they are of: targets, results, shares."""
    return not _KINDS.isdisjoint(token.sense.cues)


def is_older_term(mention: Mention, context: Context) -> bool:
    """Whether it is a term long past, where one of the article's time is known already.

    "Vốn đầu tư 5 năm: 51.300 tỷ đồng, gấp rưỡi giai đoạn 2011 - 2015" in a report of 2020.
    """
    known, last_year = context.five_years, context.year - 1
    return known is not None and known.last >= last_year > (mention.year or last_year)


def note_periods(named: list[Mention], numbers: list[Quantity], context: Context) -> None:
    """Note the term that is spoken of, and which numbers are only parts of a period's name."""
    for mention in named:
        if mention.term and mention.first is not None and mention.year is not None:
            context.term = Period(mention.first, mention.year)
            if mention.year - mention.first >= _FIVE_YEARS and not is_older_term(mention, context):
                context.five_years = context.term
                context.congress = context.term if mention.congress else context.congress
            if not (context.period.last or context.of_parts):
                context.period = context.term  # all that tells the article's time
        for number in numbers:
            if mention.start <= number.start < mention.end:
                context.fates[number.start] = "period"
