"""Making a figure, and what it does to its run."""

from dataclasses import replace

from etl.catalogue import Indicator
from etl.figures.drafting import add, draft_of, replace_draft
from etl.figures.readings import is_of_planned
from etl.figures.ruled_out import why_not
from etl.figures.values import Value, value_of
from etl.linking.frames import Draft
from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.models import Kind
from etl.recognising.periods import Period
from etl.recognising.quantities import Quantity

_PLANNED_COUNTS = ("communes", "districts", "products")
"""Units of which the second number of "88/150" is the total there is; the plan in "11/8"."""
_OF_TOTAL = (*_PLANNED_COUNTS, "targets", "tasks", "rank")
"""Units of which the second number of "88/150" is the total there is."""
_TERM = 3
"""Years from the level that a yearly change starts from to the one where it ends, at least."""


def make(sentence: Sentence, item: Item, indicator: Indicator, value: Value) -> str:
    """Make the indicator's figure of the number, or tell why it is none."""
    frame, run, quantity = sentence.frame, sentence.frame.run, item.quantity
    assert quantity
    ruled_out = why_not(sentence, item, indicator, value)
    span = span_told(sentence, indicator) if ruled_out == "yearly_average" else None
    if ruled_out and span is None:
        return ruled_out
    draft = draft_of(sentence, item, indicator, value)
    if span is not None:
        draft.period = span
    if quantity.out_of is not None and (
        value.unit not in _OF_TOTAL
        or (
            value.unit in _PLANNED_COUNTS
            and (quantity.low > quantity.out_of or is_of_planned(sentence, item))
        )
    ):
        pair_with_plan(sentence, draft, indicator, quantity)
    if frame.plan_next and (run.level or run.last):
        return "observation"
    if value.unit not in ("percent", "percentage_points") and indicator.reading == "level":
        set_level(sentence, draft)
    run.last = draft
    sentence.told_run = sentence.told_run if sentence.stack else run
    if indicator.reading in ("share", "growth") and frame.mode != "output":
        frame.mode = indicator.reading
    return "observation"


def span_told(sentence: Sentence, indicator: Indicator) -> Period | None:
    """The years of a yearly change between two levels: "từ 14% năm 2015 còn 3%, mỗi năm 2%"."""
    level = sentence.catalogue.readings[indicator.subject].get("level")
    told = [
        draft.period.last
        for draft in sentence.drafts
        if level and draft.indicator == level.indicator and draft.kind is Kind.ACTUAL
    ]
    if len(told) < 2 or told[-1] - told[-2] < _TERM:
        return None
    return Period(told[-2] + 1, told[-1])


def pair_with_plan(
    sentence: Sentence, draft: Draft, indicator: Indicator, quantity: Quantity
) -> None:
    """Part "45.799/36.875 tỷ đồng" into the result and the year's plan, in the text's order."""
    whole = quantity.out_of
    assert whole is not None
    alone = quantity._replace(low=whole, high=whole, out_of=None, parts=1)
    behind = value_of(indicator, alone, sentence.lower)
    draft.out_of = None
    if behind is None:
        return
    year = Period(draft.period.last, draft.period.last)
    plan = replace(draft, kind=Kind.TARGET, low=behind.low, high=behind.high, period=year)
    if sentence.context.plan_first:
        plan.low, plan.high = draft.low, draft.high
        draft.low, draft.high = behind.low, behind.high
    add(sentence, plan)


def set_level(sentence: Sentence, draft: Draft) -> None:
    """Let the draft be the run's level, and take over what was told of it before its value."""
    run = sentence.frame.run
    if (
        run.level is not None
        and run.level.dimension == "attribute"
        and run.level.period == draft.period
    ):
        draft.pct_of_plan, draft.yoy = run.level.pct_of_plan, run.level.yoy
        replace_draft(sentence, run.level, draft)
    elif (
        run.level is None
        and run.last is not None
        and run.last.reading == "growth"
        and run.last.indicator not in ("grdp_growth", draft.indicator)
    ):
        draft.yoy = run.last.low
        replace_draft(sentence, run.last, draft)
    run.level = draft
