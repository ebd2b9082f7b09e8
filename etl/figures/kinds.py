"""Whether a number was reached or aimed at."""

from etl.catalogue import Indicator
from etl.figures.reached import (
    has_told_result,
    is_contrasted,
    is_left_behind,
    is_reached_within_plan,
    is_told_again,
    is_told_as_reached,
    is_year_gone_by,
)
from etl.linking.frames import expected_kind
from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.models import Kind
from etl.recognising.lexicon import says, words
from etl.recognising.periods import Period
from etl.when.plan_years import bracket_names_period

_WHO = 45
"""Characters for who set a plan, behind its value."""


def kind_of(sentence: Sentence, item: Item, period: Period) -> Kind:
    """What the words say, in the bounds of what the calendar allows."""
    frame, context = sentence.frame, sentence.context
    expected = expected_kind(period, context)
    if expected is Kind.ACTUAL and "from" in frame.verbs and is_left_behind(sentence, item):
        return Kind.ACTUAL
    if frame.plan_next or is_in_list_of_plans(sentence, item) or is_next_in_plans(sentence, item):
        return Kind.TARGET
    if is_next_of_several_plans(sentence, item):
        return Kind.TARGET
    if plan_follows(sentence, item) and not (expected and period.last > context.year):
        return Kind.ACTUAL
    if expected is Kind.TARGET and (period.last > context.year or frame.kind is None):
        return Kind.TARGET
    if is_said_to_be_set(sentence, item):
        return Kind.TARGET
    if is_bound_to_reach(sentence, item) and frame.kind is not Kind.ACTUAL:
        return Kind.TARGET
    if sentence.cue_before(item, "estimate") and not sentence.cue_before(item, "target"):
        reached = sentence.cue_before(item, "actual") or is_contrasted(sentence, item)
        among = is_among_targets(sentence, period) and not reached
        return Kind.TARGET if among and not is_told_again(sentence, item) else Kind.ACTUAL
    own = bracket_names_period(sentence) and not bracket_plans(sentence, item)
    if own and (expected is Kind.ACTUAL or is_before_aim(sentence, period)):
        return Kind.ACTUAL
    if sentence.cue_before(item, "compare") and is_before_aim(sentence, period):
        return Kind.ACTUAL
    if expected is not Kind.TARGET and is_year_gone_by(sentence, item, period):
        return Kind.ACTUAL
    if is_reached_within_plan(sentence, item, period):
        return Kind.ACTUAL
    if frame.kind is not None:
        return frame.kind
    if expected is not None:
        return expected
    if frame.weak_target:
        return Kind.TARGET
    if has_told_result(sentence, item):
        return Kind.ACTUAL
    listed = frame.period == Period(context.year, context.year) and sentence.opens_item()
    unnamed = context.kind_period is None and (frame.period is None or listed)
    same = context.kind_period == period or (
        period.first != period.last
        and context.kind_period is not None
        and context.kind_period.last == period.last
    )
    past = sentence.cue_behind(item, "year_before")  # "tăng 7% so với cùng kỳ"
    if context.kind is not None and (unnamed or same) and not past:
        return context.kind
    return Kind.ACTUAL


def is_before_aim(sentence: Sentence, period: Period) -> bool:
    """Whether a later year's target was just told: "60 triệu đồng (năm 2023 là 55 triệu đồng)"."""
    told = sentence.drafts[-1:]
    return bool(told) and told[0].kind is Kind.TARGET and told[0].period.last > period.last


def is_bound_to_reach(sentence: Sentence, item: Item) -> bool:
    """Whether "trở lên" stands behind it: nobody reports a result of "8% trở lên"."""
    behind = sentence.behind(item)
    return behind is not None and "low_after" in behind.cues


def is_said_to_be_set(sentence: Sentence, item: Item) -> bool:
    """Whether someone set it: "chưa chạm mức 7 - 7,5% mà HĐND tỉnh giao"."""
    clause = (
        sentence.lower[item.end : min(item.end + _WHO, sentence.end)].split(",")[0].split(".")[0]
    )
    return clause.lstrip().startswith(words("which")) and says(clause, "set")


def is_among_targets(sentence: Sentence, period: Period) -> bool:
    """Whether the sentence has told targets of the period and nothing else."""
    told = [draft for draft in sentence.drafts if not draft.in_bracket]
    return bool(told) and all(
        draft.kind is Kind.TARGET and draft.period == period for draft in told
    )


def turns_to_result(sentence: Sentence, item: Item, kind: Kind) -> bool:
    """Whether a target's own estimate opens a list of results: "thu 26.748 tỷ; ước 24.900 tỷ"."""
    aimed = sentence.frame.kind is Kind.TARGET and kind is Kind.ACTUAL
    return aimed and sentence.cue_before(item, "estimate") and is_told_again(sentence, item)


def is_in_list_of_plans(sentence: Sentence, item: Item) -> bool:
    """Whether it is in a list of plans in a bracket: "41% - 16% (nghị quyết: 42% - 17%)"."""
    listed = bool(item.assigned and sentence.stack)
    return listed and sentence.cue_before(item, "plan", ("(",))


def is_next_in_plans(sentence: Sentence, item: Item) -> bool:
    """Whether it is the plan of the next province: "nghị quyết của A là 9 - 10%, B 8 - 8,5%".

    Or of the next part of the year: "kịch bản quý I là 6%, quý II là 7%".
    """
    next_one, told = sentence.before(item), sentence.drafts[-1:]
    if next_one and "filler" in next_one.cues:
        next_one = sentence.before(next_one)
    part = next_one and next_one.period and next_one.period.part
    by_parts = part and bool(told) and bool(told[0].period.part)
    comma = sentence.before(next_one) if next_one and (next_one.place or by_parts) else None
    listed = comma is not None and comma.separator == "," and bool(told)
    return listed and told[0].kind is Kind.TARGET and not told[0].in_bracket


def is_next_of_several_plans(sentence: Sentence, item: Item) -> bool:
    """Whether a list of the plan's values goes on: "mục tiêu lần lượt là 37%, 28% và 35%"."""
    before = next((each for each in sentence.backwards(item) if each.quantity), None)
    if before is None or not (item.assigned and before.assigned):
        return False
    told = sentence.context.made.get(before.start)
    between = sentence.items[before.index + 1 : item.index]
    joined = all(each.separator == "," for each in between)
    return told is not None and told.kind is Kind.TARGET and joined


def plan_follows(sentence: Sentence, item: Item) -> bool:
    """Whether the plan's value stands right behind: "đạt 6,1%, kế hoạch 8%", "6,1% (KH 8%)"."""
    following = sentence.following(item, 6)
    while following and following[0].kind in ("cue", "period") and is_comparison(following[0]):
        following = following[1:]
    following = [item for item in following if item.cues.isdisjoint({"grow", "fall"})]
    if len(following) < 3 or following[0].kind != "separator" or following[0].separator not in ",(":
        return False
    plan, value = following[1], following[2]
    if sentence.lower.endswith(words("superseded"), plan.start, plan.end):
        return False  # "nâng chỉ tiêu xuất khẩu: 3,8 tỷ USD (nghị quyết cũ là 3,5 tỷ USD)"
    return (
        "plan" in plan.cues
        and plan.start - following[0].end <= 2
        and value.kind == "number"
        and value.start - plan.end <= 6
    )


def is_comparison(item: Item) -> bool:
    """Whether it only tells what a figure is compared with: "so với cùng kỳ", "năm 2022"."""
    return item.kind == "period" or not item.cues.isdisjoint({"compare", "year_before"})


def kind_told(sentence: Sentence, item: Item, indicator: Indicator, period: Period) -> Kind:
    """As `kind_of`, for an indicator that may be only ever reached, or only said to be."""
    kind = kind_of(sentence, item, period)
    due = expected_kind(period, sentence.context) is Kind.TARGET
    if not due and kind is Kind.TARGET and is_told_as_reached(sentence, item, indicator.unit):
        kind = Kind.ACTUAL
    if is_aim_of_result(sentence, item, indicator, period):
        kind = Kind.TARGET
    ranked = indicator.unit == "rank" and not speaks_of_aims(sentence, item, period)
    if indicator.only_actual or ranked:
        return Kind.ACTUAL
    told = sentence.frame.kind or sentence.frame.plan_next or sentence.frame.weak_target
    if sentence.verb == "fall" and indicator.reading == "growth" and not told:
        return Kind.ACTUAL  # nobody goes on to aim at a fall
    if not indicator.reached_by or sentence.frame.run.start == item.start:
        return kind  # or a list goes on: "Hà Nội 20.354 tỷ đồng, bằng 43,4% kế hoạch"
    ends = (each.start for each in sentence.following(item) if each.kind == "separator")
    text = sentence.lower[sentence.start : next(ends, sentence.end)]
    return kind if any(word in text for word in indicator.reached_by) else Kind.TARGET


def is_aim_of_result(sentence: Sentence, item: Item, indicator: Indicator, period: Period) -> bool:
    """Whether "chỉ tiêu này" is what was aimed at: the sentence before told what was reached.

    "GRDP tăng 10,7%. Theo nghị quyết, chỉ tiêu này chỉ là 6,5%".
    """
    told = sentence.context.drafts[-1:]
    called = next((each for each in sentence.backwards(item) if "this_figure" in each.cues), None)
    if not told or called is None or sentence.drafts:
        return False
    reached = told[0].kind is Kind.ACTUAL and told[0].indicator == indicator.indicator
    named = sentence.lower.startswith(words("called_aim"), called.start)
    return reached and named and told[0].period == period


def speaks_of_aims(sentence: Sentence, item: Item, period: Period) -> bool:
    """Whether anything but the calendar says that a ranking's place is aimed at.

    A ranking comes out within its year, when results of the year are still to come.
    """
    frame, context = sentence.frame, sentence.context
    told = frame.kind or frame.weak_target or context.kind is Kind.TARGET
    named = any(before.cues & {"plan", "target"} for before in sentence.earlier(item))
    return bool(told) or named or period.last > context.year


def bracket_plans(sentence: Sentence, item: Item) -> bool:
    """Whether the bracket around the number says that it is aimed at."""
    return any(sentence.cue_before(item, cue, ("(",)) for cue in ("plan", "target"))
