"""Horizons: targets for a year to come that go on in sentences which say no more of their time.

"Đến năm 2025, GRDP bình quân đầu người 65 triệu đồng. Thu ngân sách 3.000 tỷ đồng." A plan told
over several sentences and paragraphs names its year once. Whatever speaks of results, or names a
time of its own, ends it. In a report on a part of a year, that year's plan holds only where the
next sentence says that it goes on about it: "Cả năm GRDP tăng 8%. Trong đó, dịch vụ tăng 9%".
"""

from etl.linking.brackets import says_pairs
from etl.linking.frames import Context, expected_kind
from etl.linking.marks import OPENERS, items_follow
from etl.linking.sentence import Sentence
from etl.models import Kind
from etl.recognising.lexicon import says, words
from etl.recognising.periods import Period
from etl.when.named_periods import meant

_RESULTS = frozenset(
    {"actual", "estimate", "year_before", "month_before", "so_far", "in_stock", "cumulative"}
)
"""Cues of what was reached."""
_PLANNED = frozenset({"target", "weak_target", "plan"})


def stay_on_horizon(sentence: Sentence) -> None:
    """Let the running horizon rule the sentence's figures, if it says nothing against it."""
    context, horizon = sentence.context, sentence.context.horizon
    if horizon is None:
        return
    passing = is_plan_of_year(context, horizon)
    turns = bool(horizon.part) and names_another_province(sentence)
    ends = ends_horizon(sentence) and not goes_into_detail(sentence)
    if ends or turns or (passing and not goes_into_detail(sentence)):
        context.horizon = None
        return
    if context.period.last > context.year:
        return  # the running period is ahead already
    sentence.frame.period = sentence.frame.base_period = horizon
    sentence.frame.kind = Kind.TARGET


def ends_horizon(sentence: Sentence) -> bool:
    """Whether the sentence tells results, or names a time of its own."""
    return any(
        item.kind == "period" or not item.cues.isdisjoint(_RESULTS) for item in sentence.items
    ) or says(sentence.lower[sentence.start : sentence.end], "reached")


def names_another_province(sentence: Sentence) -> bool:
    """Whether it turns from the province just told of: what its quarter must bring is over."""
    told = sentence.context.drafts[-1].province
    places = (item.place for item in sentence.items)
    return any(place and place.level == "province" and place.province != told for place in places)


def goes_into_detail(sentence: Sentence) -> bool:
    """Whether it opens as the details of what was just told: "Theo đó, ...", "Trong đó, ..."."""
    said = sentence.lower[sentence.begins : sentence.end].lstrip(OPENERS)
    return said.startswith(words("in_detail"))


def set_horizon(sentence: Sentence) -> None:
    """A sentence that tells or announces nothing but targets for a year sets the horizon."""
    drafts, context = sentence.drafts, sentence.context
    if not drafts:
        if announces_plan(sentence):
            context.horizon = context.kind_period
        return
    periods = {draft.period for draft in drafts}
    years = {period.last for period in periods}
    context.horizon = None
    if len(years) > 1 or any(draft.kind is not Kind.TARGET for draft in drafts):
        return
    year = max(years)
    period = drafts[-1].period
    if len(periods) == 1 and period.part and expected_kind(period, context) is Kind.TARGET:
        context.horizon = period
    elif year > context.year or (len(periods) == 1 and is_plan_of_year(context, period)):
        context.horizon = Period(year, year)


def announces_plan(sentence: Sentence) -> bool:
    """Whether it says that there are targets of the year of which a part is reported on."""
    frame, context = sentence.frame, sentence.context
    said = frame.kind is Kind.TARGET and frame.period == context.kind_period
    return said and frame.period is not None and is_plan_of_year(context, frame.period)


def is_plan_of_year(context: Context, period: Period) -> bool:
    """Whether it is the whole of the year of which only a part is reported on."""
    return bool(context.period.part) and period == Period(context.year, context.year)


def announced_period(sentence: Sentence) -> Period | None:
    """The term or year to come of a list that the sentence opens: "Chỉ tiêu nhiệm kỳ 2020-2025:".

    Of several periods that one which stands at its end: "... thông qua hồi tháng 9, đến năm 2030:".
    In a report on a part of a year also that year, where the list is one of targets.
    """
    context = sentence.context
    said = sentence.lower[sentence.start : sentence.end].rstrip()
    opens_list = items_follow(sentence.lower, sentence.end)
    aims = any(not item.cues.isdisjoint(_PLANNED) for item in sentence.items)
    aims = aims and not says_pairs(said)
    asks = said.endswith("?") and aims
    if not (said.endswith(":") or asks or (opens_list and said[-1:] != ".")):
        return None
    named = [item for item in sentence.items if item.period and not item.used]
    if not named and not sentence.drafts:
        if aims and context.planned:
            return context.planned  # "Về phương hướng, nghị quyết đề ra các chỉ tiêu:"
        if context.period.part and sentence.frame.kind is Kind.TARGET:
            return Period(context.year, context.year)  # "Những chỉ tiêu được điều chỉnh:"
    last = named[-1] if named else None
    mention = last.period if last else None
    ends = last is not None and last.end == sentence.start + len(said) - 1
    if last is None or mention is None or not (len(named) == 1 or ends):
        return None
    heads = ends and not said[: last.start - sentence.start].strip(OPENERS)
    period = meant(sentence, last, mention)
    ahead = (mention.term or mention.upto or heads) and period.last > context.year
    return period if ahead or (aims and is_plan_of_year(context, period)) else None
