"""Horizons: targets for a year to come that go on in sentences which say no more of their time.

"Đến năm 2025, GRDP bình quân đầu người 65 triệu đồng. Thu ngân sách 3.000 tỷ đồng." A plan told
over several sentences and paragraphs names its year once. Whatever speaks of results, or names a
time of its own, ends it.
"""

from etl.frames import expected_kind
from etl.lexicon import says
from etl.models import Kind
from etl.periods import Period
from etl.sentence import Sentence

_RESULTS = frozenset(
    {"actual", "estimate", "year_before", "month_before", "so_far", "in_stock", "cumulative"}
)
"""Cues of what was reached."""


def stay_on_horizon(sentence: Sentence) -> None:
    """Let the running horizon rule the sentence's figures, if it says nothing against it."""
    context, horizon = sentence.context, sentence.context.horizon
    if horizon is None or context.period.last > context.year:
        return  # or the running period is ahead already
    if ends_horizon(sentence):
        context.horizon = None
        return
    sentence.frame.period = sentence.frame.base_period = horizon
    sentence.frame.kind = Kind.TARGET


def ends_horizon(sentence: Sentence) -> bool:
    """Whether the sentence tells results, or names a time of its own."""
    return any(
        item.kind == "period" or not item.cues.isdisjoint(_RESULTS) for item in sentence.items
    ) or says(sentence.lower[sentence.start : sentence.end], "reached")


def set_horizon(sentence: Sentence) -> None:
    """A sentence that tells nothing but targets for a year to come sets the horizon."""
    drafts, context = sentence.drafts, sentence.context
    if not drafts:
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
    elif year > context.year:
        context.horizon = Period(year, year)
