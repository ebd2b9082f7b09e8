"""Percentages that compare with the plan or the year before, and the year before's own value."""

from dataclasses import replace

from etl.attributes import add_attribute, is_measured
from etl.drafting import draft_of
from etl.items import Item
from etl.lexicon import says, words
from etl.models import Kind, Measure
from etl.named_periods import is_earlier_part, tell_by_base
from etl.periods import resolve, shifted
from etl.plan_shares import (
    add_share_of_plan,
    is_shared_out,
    read_difference,
    read_share_of_plan,
    read_unnamed_share_of_plan,
)
from etl.quantities import Quantity
from etl.readings import reading_of
from etl.sentence import Sentence
from etl.timing import is_yearly_percentage
from etl.values import value_of

_NEAR = 30
"""Characters within which a cue still speaks of the number beside it."""
_AVERAGED = 18
"""Characters of "tăng bình quân khoảng"."""
_NOUN = 3
"""Words of a counted noun and "của"."""
_BEFORE_VALUE = frozenset({"filler", "target", "low", "from", "grow"})
"""Cues that may stand between "kế hoạch" and its value."""


def read_percentage(sentence: Sentence, item: Item, quantity: Quantity) -> str:
    """Take the percentage as said of the run's level; '' where it is a value of its own."""
    frame, run = sentence.frame, sentence.frame.run
    base = "" if frame.plan_next else base_of(sentence, item)
    if base in ("plan", "year") and is_of_unknown_amount(sentence, item):
        return "no_indicator"
    if frame.compare == "difference" and named_base(sentence, item) is None:
        return read_difference(sentence, item, quantity)
    if base == "other":
        return "other_period"
    if run.subject and is_told_of_year_before(sentence, item):
        return read_year_before(sentence, item, quantity)
    behind = sentence.subject_behind(item)
    elsewhere = not sentence.same_segment(run.start, item)
    another = behind is not None and behind.subject != run.subject and not frame.verbs
    if not run.subject or (not base and behind and (elsewhere or another)):
        return ""
    if base == "plan":
        return read_share_of_plan(sentence, item, quantity)
    readings = sentence.readings(run.subject)
    if not is_measured(sentence):
        return ""
    if not base and "share" in readings and readings["level"].unit == "communes":
        return ""
    share = readings.get("share")
    of_plan = share is not None and share.measure is Measure.FLOW and not sentence.verb
    if of_plan and run.level and run.level.pct_of_plan is None and not is_growing(sentence, item):
        return add_share_of_plan(sentence, item, quantity.low)  # "..., tỷ lệ 29,6%"
    if sentence.verb in ("equal", "exceed") and base != "year" and run.hint != "growth":
        return read_unnamed_share_of_plan(sentence, item, quantity)
    return read_change(sentence, item, quantity, base)


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
    if sentence.frame.compare in ("plan", "year", "other"):
        return sentence.frame.compare
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
        base = base_named(sentence, following, opened)
        if "compare" in following.cues:
            opened = following.used = True
        elif base:
            following.used = True
            if following.period:
                tell_by_base(sentence, following.period)
            return base
        elif "plan" in following.cues and (opened or following.start - at <= 12):
            return "plan" if takes_plan(sentence, following, at) else ""
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
    return "other" if is_earlier_part(sentence, item) else "year"


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
    if base == "year" and verb == "equal" and not growing:
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
    if before is not None and "province_body" in before.cues:
        bracket, before = before, sentence.before(before)  # "cùng kỳ năm 2021 của tỉnh (37,8%)"
    compared = before is not None and before.kind == "period" and before.used
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
        and sentence.frame.run.last is not None
        and is_of(sentence.lower[item.end : behind.start])
        and says(sentence.text_before(item, 14), "level")
    )
    return behind if of_behind else bracketed_period(sentence, item)


def is_of(between: str) -> bool:
    """Whether "của" ends a few words: "6,4 triệu | lượt của | năm 2019"."""
    said = between.split()
    return len(said) <= _NOUN and said[-1:] != [] and said[-1] in words("of")


def read_year_before(sentence: Sentence, item: Item, quantity: Quantity) -> str:
    """Make the number the figure of the year before the one just told."""
    frame, last = sentence.frame, sentence.frame.run.last
    if last is not None:
        indicator = sentence.catalogue.indicators[last.indicator]
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
