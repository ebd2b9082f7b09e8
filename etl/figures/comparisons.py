"""Percentages that compare with the plan or the year before."""

from etl.figures.attributes import add_attribute, is_measured
from etl.figures.differences import is_missing, is_points_from_plan
from etl.figures.plan_shares import (
    add_share_of_plan,
    is_growth_planned,
    is_instead,
    read_difference,
    read_share_of_plan,
    read_unnamed_share_of_plan,
)
from etl.figures.year_before import is_told_of_year_before, named_base, read_year_before
from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.models import Kind, Measure
from etl.recognising.lexicon import says, words
from etl.recognising.quantities import Quantity
from etl.when.named_periods import (
    is_earlier_part,
    is_long_before,
    tell_by_base,
    told_period,
    years_back,
)
from etl.when.terms import is_yearly_percentage

_ROUNDED = 0.1
"""Percentage points by which a rounded quotient may be off."""
_NEAR = 30
"""Characters within which a cue still speaks of the number beside it."""
_CHANGED = frozenset({"grow", "fall", "exceed"})
"""Predicates of a percentage that tells a change, and no share."""
_SHARE = 60
"""A percentage of the year before is mostly larger than this, a change smaller."""
_AVERAGED = 18
"""Characters of "tăng bình quân khoảng"."""
_BEFORE_VALUE = frozenset({"filler", "target", "low", "from", "grow"})
"""Cues that may stand between "kế hoạch" and its value."""


def read_percentage(sentence: Sentence, item: Item, quantity: Quantity) -> str:
    """Take the percentage as said of the run's level; '' where it is a value of its own."""
    frame, run = sentence.frame, sentence.frame.run
    if is_points_from_plan(sentence, item, quantity):
        frame.verbs = []  # what follows is the plan's own value
        return "plan_difference"
    if is_instead(sentence, item) and is_growth_planned(sentence, item, quantity):
        frame.plan_next = True
    base = "" if frame.plan_next else base_of(sentence, item)
    if base in ("plan", "year") and is_of_unknown_amount(sentence, item):
        return "no_indicator"
    if frame.compare == "difference" and named_base(sentence, item) is None:
        return read_difference(sentence, item, quantity)
    if base == "other":
        return "other_period"
    if run.subject and base != "plan" and is_told_of_year_before(sentence, item):
        return read_year_before(sentence, item, quantity)
    behind = sentence.subject_behind(item)
    elsewhere = not sentence.same_segment(run.start, item)
    another = (
        behind is not None
        and behind.subject != run.subject
        and (not frame.verbs or falls_behind(sentence, item, behind))
    )
    if run.level and elsewhere and behind and is_share_of_whole(sentence, item, behind):
        return "share_of_other"
    if not run.subject or (not base and behind and (elsewhere or another)):
        return ""
    if base == "plan":
        return read_share_of_plan(sentence, item, quantity)
    readings = sentence.readings(run.subject)
    if not is_measured(sentence):
        return ""
    next_one = sentence.behind(item)
    of_target = next_one is not None and "plan" in next_one.cues  # "88% mục tiêu 25 xã"
    rate = "share" in readings and readings["level"].unit == "communes"
    if rate and not base:
        of_target = of_target or is_quotient(sentence, quantity)
        return read_unnamed_share_of_plan(sentence, item, quantity) if of_target else ""
    share = readings.get("share")
    of_plan = share is not None and share.measure is Measure.FLOW and not sentence.verb
    if of_plan and run.level and run.level.pct_of_plan is None and not is_growing(sentence, item):
        return add_share_of_plan(sentence, item, quantity.low)  # "..., tỷ lệ 29,6%"
    if sentence.verb in ("equal", "exceed") and base != "year" and run.hint != "growth":
        return read_unnamed_share_of_plan(sentence, item, quantity)
    if not base and is_missing(sentence, item):  # "không đạt dự toán, hụt 5,2%"
        return add_share_of_plan(sentence, item, round(100 - quantity.low, 6))
    return read_change(sentence, item, quantity, base)


def is_quotient(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether it is the part of the plan just told: "kế hoạch 12 xã, đạt 10 xã, 83,3%"."""
    level = sentence.frame.run.level or sentence.frame.run.last
    if level is None or level.low is None or level.kind is not Kind.ACTUAL:
        return False
    plans = [each.low for each in sentence.drafts if each.kind is Kind.TARGET]
    return any(plan and abs(100 * level.low / plan - quantity.low) < _ROUNDED for plan in plans)


def is_share_of_whole(sentence: Sentence, item: Item, behind: Item) -> bool:
    """Whether it is a share of the nation's own amount: "42.000 tỷ đồng, bằng 0,4% GDP"."""
    alike = behind.subject == sentence.frame.run.subject and behind.start - item.end <= 1
    return alike and sentence.verb == "equal"


def is_of_unknown_amount(sentence: Sentence, item: Item) -> bool:
    """Whether it is told of an amount right before it that is nobody's."""
    before = next((each for each in sentence.backwards(item) if each.quantity), None)
    if before is None or before.quantity is None or item.start - before.end > _NEAR:
        return False
    amount = before.quantity.dimension in ("vnd", "usd")
    return amount and sentence.context.fates.get(before.start) == "no_indicator"


# ---- the base of comparison


def base_of(sentence: Sentence, item: Item) -> str:
    """What the percentage is compared with: 'plan', 'year', 'other' or ''.

    Named before it in the segment ("so với kế hoạch tăng 5%") or right behind it ("bằng 98,35%
    dự toán", "tăng 5% so với cùng kỳ").
    """
    behind = sentence.behind(item)
    own = behind and behind.start - item.end <= 1 and behind.cues & {"plan", "compare"}
    if sentence.frame.compare in ("plan", "year", "other") and not own:
        return sentence.frame.compare  # but: "so với năm trước và bằng 104% dự toán"
    at, opened = item.end, False
    for following in sentence.following(item, 6):
        if following.kind in ("number", "separator", "other"):
            return ""
        if following.kind == "subject" and "plan" not in following.cues:
            return ""
        if following.kind == "cue" and not {"low", "high"}.isdisjoint(following.cues):
            return ""  # "6,31% của nửa đầu năm ngoái nhưng vẫn dưới kịch bản"
        if following.start - at > _NEAR or "/" in sentence.lower[at : following.start]:
            return ""
        beside = following.start - at <= 1 and sentence.verb == "equal"
        base = base_named(sentence, following, opened) or (
            year_equalled(sentence, following) if beside and not opened else ""
        )
        if "compare" in following.cues:
            opened = following.used = True
        elif base:
            following.used = True
            if following.period:
                tell_by_base(sentence, following.period)
            return base
        elif "plan" in following.cues and (opened or following.start - at <= 12):
            if says(sentence.text_before(following, 4), "is"):
                return ""  # "dự báo GRDP giảm 5,2% là kịch bản sát nhất"
            return "plan" if takes_plan(sentence, following, at) else ""
        elif beside and not {"actual", "estimate"}.isdisjoint(following.cues):
            pass  # "bằng 109% ước thực hiện năm 2023"
        elif not {"target", "actual"}.isdisjoint(following.cues):
            return ""
        at = following.end
    return ""


def base_named(sentence: Sentence, item: Item, opened: bool) -> str:
    """The base of comparison that an item behind a percentage names, other than a plan."""
    if "year_before" in item.cues:
        return "year"
    if "month_before" in item.cues:
        return "other"
    if item.kind != "period" or not opened:
        return ""
    long = item.period is not None and is_long_before(sentence, item.period)
    return "other" if long or is_earlier_part(sentence, item) else "year"


def year_equalled(sentence: Sentence, item: Item) -> str:
    """The base of comparison in an earlier period right behind: "bằng 112% năm 2022".

    A part of a year held against all of another has grown by nothing.
    """
    if item.period is None or not (back := years_back(sentence, item.period)):
        return ""
    return "year" if back == 1 and item.period.part == told_period(sentence).part else "other"


def takes_plan(sentence: Sentence, plan: Item, at: int) -> bool:
    """Whether the plan behind a percentage is its base, and is not told by a value of its own."""
    if has_value(sentence, plan):
        return False
    between = sentence.lower[at : plan.start].split()
    if between and between[0] in words("plan_joint"):
        sentence.frame.plan_next = plan.used = True
        return False
    plan.used = True
    return True


def has_value(sentence: Sentence, plan: Item) -> bool:
    """Whether the plan's own value follows it: "7,15% trong khi kế hoạch đề ra là 7,5-8%"."""
    at = plan.end
    for following in sentence.following(plan, 3):
        if following.kind == "number":
            between = sentence.lower[plan.end : following.start]
            joined = any(says(between, role) for role in ("and", "with", "but"))
            return following.start - at <= 12 and not joined
        falls = "fall" in following.cues and "reduction" in sentence.readings(
            sentence.frame.run.subject
        )
        stands = following.kind == "period" or not following.cues.isdisjoint(_BEFORE_VALUE)
        if not (stands or falls):
            return False
        at = following.end
    return False


# ---- on the year before


def read_change(sentence: Sentence, item: Item, quantity: Quantity, base: str) -> str:
    """A percentage that may be the growth of the run's level on the year before."""
    frame, run, verb = sentence.frame, sentence.frame.run, sentence.verb
    readings, value = sentence.readings(run.subject), quantity.low
    growing = is_growing(sentence, item)
    equal = verb == "equal" or (base == "year" and is_second_share(sentence, item))
    if base == "year" and equal and not growing:
        change = round(value - 100, 6)
    elif growing or base == "year":
        change = -value if verb == "fall" or sentence.sign(item) == "-" else value
    else:
        return "" if "share" in readings or "growth" in readings else "share_of_other"
    separate = readings.get("growth")
    leveled = run.level is not None and run.level.dimension != "attribute"
    term = frame.period is not None and frame.period.first != frame.period.last
    over_years = term or says(sentence.text_before(item, _AVERAGED), "on_average")
    averaged = over_years and is_yearly_percentage(item)  # "bình quân 2011 - 2015 tăng 16,4%/năm"
    planned = frame.plan_next and growing and leveled  # "... 182.700 tỷ đồng (KH tăng 18,5%)"
    economy = separate is not None and separate.indicator == "grdp_growth"
    own = separate and (not leveled or averaged or planned or economy)
    if own and (averaged or run.hint != "level"):
        return ""
    if run.level is not None and run.level.yoy is not None and not frame.plan_next:
        return "second_percentage"
    return add_attribute(sentence, item, "yoy", change, "growth_on_year_before")


def falls_behind(sentence: Sentence, item: Item, behind: Item) -> bool:
    """Whether what is named right behind it fell: "đón 2,2 triệu lượt và giảm 3,2% hộ nghèo"."""
    beside = behind.start - item.end <= 1
    return beside and sentence.verb == "fall" and "reduction" in sentence.readings(behind.subject)


def is_second_share(sentence: Sentence, item: Item) -> bool:
    """Whether it goes on from a share of the plan: "bằng 104,6% dự toán và 102,7% so với 2022"."""
    before = next((each for each in sentence.backwards(item) if each.quantity), None)
    if before is None or sentence.context.fates.get(before.start) != "percent_of_plan":
        return False
    between = sentence.items[before.index + 1 : item.index]
    changed = any(not each.cues.isdisjoint(_CHANGED) for each in between)
    changed = changed or any(sentence.cue_before(before, cue) for cue in _CHANGED)
    return not changed and item.quantity is not None and item.quantity.low >= _SHARE


def is_growing(sentence: Sentence, item: Item) -> bool:
    """Whether the words around the percentage tell a change."""
    frame, run = sentence.frame, sentence.frame.run
    return bool(
        sentence.verb in ("grow", "fall")
        or run.hint == "growth"
        or sentence.sign(item)
        or ("grow" in frame.verbs and "to" not in frame.verbs)
        or frame.growth_list
        or (not frame.verbs and run.last is not None and run.last.reading == "growth")
    )
