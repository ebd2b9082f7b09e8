"""The year before's own figure, told beside the one of the running period."""

from dataclasses import replace

from etl.catalogue import Indicator
from etl.figures.attributes import is_measured
from etl.figures.drafting import draft_of
from etl.figures.plan_shares import is_shared_out
from etl.figures.readings import reading_of
from etl.figures.values import value_of
from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.models import Kind
from etl.recognising.lexicon import says, words
from etl.recognising.periods import resolve, shifted
from etl.recognising.quantities import Quantity

_NOUN = 3
"""Words of a counted noun and "của"."""


def is_told_of_year_before(sentence: Sentence, item: Item) -> bool:
    """Whether the number is the year before's own: "hơn cùng kỳ năm 2023 là 6,27%"."""
    if sentence.frame.compare == "was":
        return True
    if is_excess(sentence, item):
        return False
    behind = sentence.behind(item)
    if behind and "year_before" in behind.cues:
        between = sentence.lower[item.end : behind.start].strip()
        held = not between and says(sentence.text_before(item, 8), "level")
        return held or between in words("of")
    if named_base(sentence, item) is not None:
        return True
    if sentence.frame.compare != "year" or sentence.verb in ("grow", "fall", "equal"):
        return False
    before = [
        other
        for other in sentence.earlier(item)
        if other.kind != "separator" or other.separator != "("
    ]
    if before and "filler" in before[-1].cues:
        before.pop()
    last = before[-1] if before else None
    return bool(
        last
        and (last.kind == "period" or "year_before" in last.cues)
        and item.start - last.end <= 12
    )


def is_excess(sentence: Sentence, item: Item) -> bool:
    """Whether an amount was larger by the percentage: "5,41 tỷ USD, hơn cùng kỳ 62,3%"."""
    base = sentence.before(item)
    past = base is not None and (base.kind == "period" or "year_before" in base.cues)
    bound = sentence.before(base) if base and past else None
    percent = item.quantity is not None and item.quantity.dimension == "percent"
    return bound is not None and "low" in bound.cues and percent and is_measured(sentence)


def bracketed_period(sentence: Sentence, item: Item) -> Item | None:
    """The period compared with, where the number is its own: "cao hơn quý III (7,4%)"."""
    bracket = sentence.before(item)
    if bracket is None or bracket.separator != "(":
        return None
    before = sentence.before(bracket)
    if before and before.quantity and before.quantity.dimension == "points":
        bracket, before = before, sentence.before(before)  # "kém cùng kỳ 5,2 điểm % (38,5%)"
    if before is not None and "province_body" in before.cues:
        bracket, before = before, sentence.before(before)  # "cùng kỳ năm 2021 của tỉnh (37,8%)"
    compared = before is not None and (
        (before.kind == "period" and before.used) or "year_before" in before.cues
    )
    return before if compared and before and bracket.start - before.end <= 2 else None


def named_base(sentence: Sentence, item: Item) -> Item | None:
    """The period that the number is of, where another's figure is held against that one's own.

    "cao hơn quý III (7,4%)", "cao hơn mức 3,2% của 11 tháng năm 2021".
    """
    behind = sentence.behind(item)
    of_behind = (
        behind is not None
        and behind.period is not None
        and behind.period.year is not None
        and is_of(sentence.lower[item.end : behind.start])
        and says(sentence.text_before(item, 14), "level")
    )
    return behind if of_behind else bracketed_period(sentence, item)


def is_of(between: str) -> bool:
    """Whether "của" ends a few words: "6,4 triệu | lượt của | năm 2019"."""
    said = between.split()
    return len(said) <= _NOUN and said[-1:] != [] and said[-1] in words("of")


def fell_from(sentence: Sentence, level: Indicator, quantity: Quantity) -> bool:
    """Whether it is what the level just told fell from: "còn 4,9%, giảm 3% so với 2022 (7,9%)"."""
    told = [draft.low for draft in sentence.drafts if draft.indicator == level.indicator]
    return bool(told) and told[-1] is not None and quantity.low > told[-1]


def read_year_before(sentence: Sentence, item: Item, quantity: Quantity) -> str:
    """Make the number the figure of the year before the one just told."""
    frame, last = sentence.frame, sentence.frame.run.last
    if last is not None:
        indicator = sentence.catalogue.indicators[last.indicator]
        level = sentence.readings(frame.run.subject).get("level")
        if last.reading == "reduction" and level and fell_from(sentence, level, quantity):
            indicator = level
        if quantity.dimension == "percent" and is_shared_out(sentence):
            indicator = sentence.readings(frame.run.subject)["share"]  # "đạt 41% (năm trước 38%)"
        value = value_of(indicator, quantity, sentence.lower)
        found = (indicator, value) if value else None
    else:
        found = reading_of(sentence, item, frame.run, quantity)
    if found is None:
        return "other_period"
    draft = draft_of(sentence, item, *found)
    draft.kind = Kind.ACTUAL
    period = last.period if last else frame.period or sentence.context.period
    named = named_base(sentence, item)
    if named and named.period and (named.period.part or named.period.year is not None):
        other = resolve(named.period, period)
        draft.period = replace(
            period, first=other.first, last=other.last, part=other.part or period.part
        )
    else:
        draft.period = shifted(period, -1)
    if sentence.stack:
        frame.period = frame.base_period = draft.period  # the bracket goes on about it
    return "observation"
