"""When a number is of, and whether it was reached or aimed at."""

from etl.catalogue import Indicator
from etl.frames import expected_kind
from etl.idle_periods import clause_before
from etl.items import Item
from etl.lexicon import says, words
from etl.models import Kind
from etl.named_periods import context_term
from etl.periods import Period, resolve
from etl.sentence import Sentence

_WHO = 45
"""Characters for who set a plan, behind its value."""
_ENDS_SEARCH = frozenset({"compare", "year_before", "plan", "grow", "fall", "low", "high"})


def period_of(sentence: Sentence, item: Item) -> Period:
    """The period of the number: named before it, right behind it, or the running one."""
    frame, context = sentence.frame, sentence.context
    told = period_behind(sentence, item)
    if told is not None:
        return told
    period = frame.period or period_of_whole(sentence, item) or context.period
    result = frame.run.last
    if frame.plan_next and frame.period is None and result and result.period.last == period.last:
        period = result.period
    if period.part and is_of_whole_year(sentence, item):
        period = Period(period.last, period.last)  # a plan's value is the year's
    term = context.term
    if (
        term
        and (is_yearly_percentage(item) or is_told_yearly(sentence, item))
        and period.first == period.last
        and term.last >= period.last
        and term.last > context.year
    ):
        return term
    return period


def period_of_whole(sentence: Sentence, item: Item) -> Period | None:
    """For a sector's growth, the period of the economy's growth that the paragraph has just told.

    "9 tháng đầu năm, GRDP tăng 6,4%. Công nghiệp tăng 5,6%" in a report on ten months.
    """
    sectors, context = sentence.catalogue.sectors, sentence.context
    if sentence.frame.run.subject not in sectors:
        return None
    paragraph = sentence.lower.rfind("\n", 0, item.start)
    periods = set()
    for draft in reversed(context.drafts):
        whole = draft.indicator == "grdp_growth"
        if draft.start < paragraph or not (whole or draft.indicator in sectors):
            break
        if whole and draft.kind is Kind.ACTUAL and draft.period.last == context.year:
            periods.add(draft.period)
    return periods.pop() if len(periods) == 1 else None


def is_of_whole_year(sentence: Sentence, item: Item) -> bool:
    """Whether the number is a plan's, though a part of the year is spoken of."""
    frame = sentence.frame
    plan = next((each for each in sentence.backwards(item) if "plan" in each.cues), None)
    if plan is not None and frame.plan_next and "year_plan" in plan.cues:
        return True
    if plan is not None and frame.plan_next and names_its_period(sentence, plan, item):
        return False
    if is_in_scenario(sentence, item):
        return False
    aimed_at = frame.plan_next or frame.kind is Kind.TARGET
    return (frame.period is None and aimed_at) or (
        frame.plan_next and not bracket_names_period(sentence)
    )


def names_its_period(sentence: Sentence, plan: Item, item: Item) -> bool:
    """Whether the part of the year it is for stands between plan and value: "mục tiêu quý I"."""
    between = sentence.items[plan.index + 1 : item.index]
    return any(each.period and each.period.part for each in between) and not any(
        each.kind == "separator" for each in between
    )


def is_in_scenario(sentence: Sentence, item: Item) -> bool:
    """Whether it is the scenario's growth for the part of the year: "8,12% (kịch bản 7,9%)"."""
    for before in sentence.backwards(item):
        if "plan" in before.cues:
            scenario = sentence.lower.startswith(words("scenario"), before.start)
            last = sentence.frame.run.last
            return scenario and last is not None and last.reading == "growth"
        if before.kind in ("number", "subject"):
            return False
    return False


def bracket_names_period(sentence: Sentence) -> bool:
    """Whether the bracket around the number names a period of its own."""
    return bool(sentence.stack) and sentence.frame.period is not sentence.stack[-1].period


def bracket_plans(sentence: Sentence, item: Item) -> bool:
    """Whether the bracket around the number says that it is aimed at."""
    for before in sentence.backwards(item):
        if before.separator == "(":
            return False
        if not before.cues.isdisjoint({"plan", "target"}):
            return True
    return False


def is_yearly_percentage(item: Item) -> bool:
    """Whether the number is a percentage per year, a term's average."""
    quantity = item.quantity
    assert quantity
    return quantity.dimension == "percent" and any(word in quantity.per for word in words("yearly"))


def is_told_yearly(sentence: Sentence, item: Item) -> bool:
    """Whether the number is said to be each year's: "Mỗi năm kết nạp 1.200 đảng viên"."""
    ends = ("number", "separator", "period")
    behind = sentence.lower[item.end : sentence.end].lstrip().startswith(words("average"))
    return behind or says(clause_before(sentence, item, ends), "average")


def period_behind(sentence: Sentence, item: Item) -> Period | None:
    """The period right behind the number, where the segment has named none before it."""
    for before in sentence.backwards(item):
        if before.kind == "period" and not before.used:
            return None
        if before.kind in ("separator", "number"):
            break
    at = item.end
    for following in sentence.following(item, 4):
        if following.kind == "subject" and following.used:
            at = following.end
            continue
        if following.kind in ("separator", "number", "subject", "other"):
            return None
        if following.cues & _ENDS_SEARCH:
            return None
        if following.kind == "period":
            between = sentence.lower[at : following.start]
            others = any(says(between, role) for role in ("cause", "and", "whereas"))
            return None if others else take_period(sentence, following, at)
        at = following.end
    return None


def take_period(sentence: Sentence, item: Item, at: int) -> Period | None:
    """The period named by the item, if it stands close behind `at`; it then is used up."""
    mention = item.period
    assert mention
    whole_year_before = mention.relative < 0 and not mention.part
    if item.start - at > 20 or whole_year_before or mention.bare:
        return None
    frame, context = sentence.frame, sentence.context
    if mention.cycle:
        return context_term(sentence, mention)
    item.used = True
    period = resolve(mention, frame.period or context.period)
    if frame.period is None and period.last > context.year:
        frame.period = period
    return period


def kind_of(sentence: Sentence, item: Item, period: Period) -> Kind:
    """What the words say, in the bounds of what the calendar allows."""
    frame, context = sentence.frame, sentence.context
    if frame.plan_next or is_in_list_of_plans(sentence, item):
        return Kind.TARGET
    expected = expected_kind(period, context)
    if plan_follows(sentence, item) and not (expected and period.last > context.year):
        return Kind.ACTUAL
    if expected is Kind.TARGET and (period.last > context.year or frame.kind is None):
        return Kind.TARGET
    if is_said_to_be_set(sentence, item):
        return Kind.TARGET
    if is_bound_to_reach(sentence, item) and frame.kind is not Kind.ACTUAL:
        return Kind.TARGET
    if sentence.cue_before(item, "estimate") and not sentence.cue_before(item, "target"):
        return Kind.TARGET if is_among_targets(sentence, period) else Kind.ACTUAL
    if (
        expected is Kind.ACTUAL
        and bracket_names_period(sentence)
        and not bracket_plans(sentence, item)
    ):
        return Kind.ACTUAL
    if frame.kind is not None:
        return frame.kind
    if expected is not None:
        return expected
    if frame.weak_target:
        return Kind.TARGET
    unnamed = context.kind_period is None and frame.period is None
    same = context.kind_period == period or (
        period.first != period.last
        and context.kind_period is not None
        and context.kind_period.last == period.last
    )
    if context.kind is not None and (unnamed or same) and not is_held_against_past(sentence, item):
        return context.kind
    return Kind.ACTUAL


def is_held_against_past(sentence: Sentence, item: Item) -> bool:
    """Whether the same period of the year before stands behind it: "tăng 7% so với cùng kỳ"."""
    for following in sentence.following(item, 3):
        if "year_before" in following.cues:
            return True
        if following.kind != "cue":
            return False
    return False


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


def is_in_list_of_plans(sentence: Sentence, item: Item) -> bool:
    """Whether it is in a list of plans in a bracket: "41% - 16% (nghị quyết: 42% - 17%)"."""
    if not item.assigned or not sentence.stack:
        return False
    for before in sentence.backwards(item):
        if before.separator == "(":
            return False
        if "plan" in before.cues:
            return True
    return False


def plan_follows(sentence: Sentence, item: Item) -> bool:
    """Whether the plan's value stands right behind: "đạt 6,1%, kế hoạch 8%", "6,1% (KH 8%)"."""
    following = sentence.following(item, 6)
    while following and following[0].kind in ("cue", "period") and is_comparison(following[0]):
        following = following[1:]
    following = [item for item in following if "grow" not in item.cues]
    if len(following) < 3 or following[0].kind != "separator" or following[0].separator not in ",(":
        return False
    plan, value = following[1], following[2]
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
    if indicator.only_actual:
        return Kind.ACTUAL
    text = sentence.lower[sentence.start : sentence.end] if indicator.reached_by else ""
    if indicator.reached_by and not any(word in text for word in indicator.reached_by):
        return Kind.TARGET
    return kind
