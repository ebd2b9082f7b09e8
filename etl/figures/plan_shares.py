"""Percentages of the plan: "bằng 98% dự toán", "vượt 5% kế hoạch", and the plan's own growth."""

from etl.figures.attributes import add_attribute, is_measured
from etl.figures.differences import is_missing
from etl.figures.readings import is_possible
from etl.figures.values import value_of
from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.models import Kind, Measure
from etl.recognising.lexicon import count_unknown, says, words
from etl.recognising.quantities import Quantity
from etl.when.timing import period_of, reached_period

_LEAST_SHARE = 40
"""No growth is told as a smaller percentage of its plan than this."""
_ACCORDING_TO = 6
"""Characters from a value to the plan that it is told by: "7% theo kế hoạch"."""
_PLANS = frozenset({"target", "weak_target", "plan", "plan_document"})
"""Cues that name a plan."""
_PREDICATES = frozenset({"grow", "fall", "equal", "exceed", "contribute", "share"})
"""Behind these a percentage's clause goes on to another one."""


def read_difference(sentence: Sentence, item: Item, quantity: Quantity) -> str:
    """By how much the plan was missed; a number as large as the result is the plan's own."""
    frame = sentence.frame
    run = frame.run
    grows = run.hint == "growth" or (run.last is not None and run.last.reading == "growth")
    told = run.level.pct_of_plan if run.level else None
    if is_shared_out(sentence) and told and quantity.low >= told / 2:
        frame.plan_next, frame.compare = True, ""
        return ""  # "đạt 12,4% kế hoạch vốn năm 2022, thấp hơn mục tiêu 20% của quý I"
    if is_shared_out(sentence) and run.level is None and run.last and run.last.low:
        return read_plan_or_difference(sentence, quantity)  # "đạt 82,5%, thấp hơn mục tiêu 95%"
    if run.subject and is_measured(sentence) and not grows:
        share = 100 - quantity.low if is_below_plan(sentence, item) else 100 + quantity.low
        return add_share_of_plan(sentence, item, round(share, 6))
    return read_plan_or_difference(sentence, quantity)


def is_below_plan(sentence: Sentence, item: Item) -> bool:
    """Whether the words since the separator tell that less was reached: "thấp hơn dự toán 5,2%"."""
    if any(sentence.cue_before(item, cue) for cue in ("fall", "high")):
        return True
    return says(sentence.lower[sentence.segment_start(item) : item.start], "worse")


def is_shared_out(sentence: Sentence) -> bool:
    """Whether the share of the run's plan is an indicator of its own, as of public investment."""
    share = sentence.readings(sentence.frame.run.subject).get("share")
    return share is not None and share.measure is Measure.FLOW


def read_plan_or_difference(sentence: Sentence, quantity: Quantity) -> str:
    """A percentage held against a percentage: the plan's own where it is about as large."""
    frame, last_run = sentence.frame, sentence.context.last_run
    if not frame.run.subject and last_run and not sentence.context.spoken_since:
        frame.run = last_run  # "Kết quả cả năm nhỉnh hơn mục tiêu 8% Chính phủ giao"
    told = frame.run.last.low if frame.run.last is not None else None
    if told is None or quantity.low < abs(told) / 2:
        return "plan_difference"
    frame.plan_next, frame.compare = True, ""
    return ""


def read_share_of_plan(sentence: Sentence, item: Item, quantity: Quantity) -> str:
    """A percentage whose base is said to be the plan."""
    frame, run, verb = sentence.frame, sentence.frame.run, sentence.verb
    readings, measured = sentence.readings(run.subject), is_measured(sentence)
    valued = frame.compare == "plan" and not measured and not verb
    if valued or is_growth_planned(sentence, item, quantity):
        frame.plan_next = True
        return ""
    if frame.compare == "plan" and not measured and quantity.low < _LEAST_SHARE:
        return read_plan_or_difference(sentence, quantity)  # "còn 1%, vượt so chỉ tiêu 1,2%"
    if frame.compare == "plan" and is_behind_plan(sentence, item):
        return read_plan_or_difference(sentence, quantity)
    growth = readings.get("growth")
    if growth and verb != "exceed" and frame.compare != "plan" and "level" not in readings:
        own = value_of(growth, quantity, sentence.lower)
        if own and own.high < _LEAST_SHARE:
            return ""  # "dịch vụ đạt 9,6%, xấp xỉ chỉ tiêu" is the growth itself
    if "level" not in readings:
        return "percent_of_plan" if verb in ("exceed", "equal", "") else ""
    if not measured and run.last is None and verb not in ("exceed", "equal"):
        return ""
    if not measured and verb == "grow" and run.last and run.last.dimension == "percent":
        return "plan_difference"
    if run.hint == "growth" and growth and verb == "grow" and frame.compare != "plan":
        own = value_of(growth, quantity, sentence.lower)
        if own and is_possible(growth, own, period_of(sentence, item)):
            return ""  # "tăng 8% như mục tiêu" is the growth itself
    if is_shared_out(sentence) and run.level is None:
        return ""
    part = quantity.low
    if verb == "exceed" or (verb == "grow" and run.hint != "growth"):
        part = 100 + part
    elif verb == "fall" or is_missing(sentence, item):
        part = 100 - part
    return add_share_of_plan(sentence, item, round(part, 6))


def is_behind_plan(sentence: Sentence, item: Item) -> bool:
    """Whether it stands right behind the plan of a percentage: "3,1%, so với kế hoạch 5,2%"."""
    told, before = sentence.frame.run.last, sentence.before(item)
    return bool(
        told
        and told.dimension == "percent"
        and before
        and "plan" in before.cues
        and item.start - before.end <= 1
    )


def read_unnamed_share_of_plan(sentence: Sentence, item: Item, quantity: Quantity) -> str:
    """A percentage behind "bằng" or "vượt" whose base is not said: the plan."""
    run = sentence.frame.run
    if is_growth_planned(sentence, item, quantity):
        sentence.frame.plan_next = True
        return ""
    if run.level is not None and is_held_against_another(sentence, item):
        return "share_of_other"
    if run.level is not None and run.level.pct_of_plan is not None:
        return "second_percentage"
    if run.level is None and ("grow" in sentence.frame.verbs or not plan_ahead(sentence, item)):
        return ""
    if is_shared_out(sentence) and run.level is None:
        return ""  # "giải ngân đạt 55% và ... 95% kế hoạch"
    passed = sentence.verb == "exceed" and quantity.low < 100
    more = 100 if passed else 0  # "vượt 10,7% kế hoạch giao là 2.000 đảng viên"
    return add_share_of_plan(sentence, item, round(more + quantity.low, 6))


def is_held_against_another(sentence: Sentence, item: Item) -> bool:
    """Whether another place or thing than the plan is named behind a percentage.

    "bằng 57% bình quân cả nước", "bằng 165% số thu".
    """
    behind = sentence.following(item)
    clause = next((each.start for each in behind if each.kind == "separator"), sentence.end)
    said = sentence.lower[item.end : clause]
    if says(said, "set") or says(said, "of_the_year"):
        return False  # "đạt 104% con số HĐND tỉnh giao", "đi được 54% đường tới mốc của năm"
    end = min([clause, *(each.start for each in behind if each.kind == "number")])
    at, unknown = item.end, int(said.lstrip().startswith(words("counted")))
    for following in behind:
        if following.start >= end or not following.cues.isdisjoint(_PREDICATES):
            end = following.start
            break
        if not following.cues.isdisjoint(_PLANS):
            return False
        if following.place or following.kind == "other":
            return True
        if "compare" in following.cues:
            return False
        unknown += count_unknown(sentence.lower[at : following.start].split())
        at = following.end
    return unknown + count_unknown(sentence.lower[at:end].split()) > 0


def is_growth_planned(sentence: Sentence, item: Item, quantity: Quantity) -> bool:
    """Whether a growth just told is held against the plan's: "chưa bằng mức 8,1% theo kế hoạch"."""
    last, behind = sentence.frame.run.last, sentence.behind(item)
    return bool(
        last
        and last.reading == "growth"
        and last.low is not None
        and (quantity.high <= 2 * abs(last.low) or is_instead(sentence, item))
        and behind
        and behind.cues & {"plan", "plan_document"}
        and behind.start - item.end <= _ACCORDING_TO
    )


def is_instead(sentence: Sentence, item: Item) -> bool:
    """Whether it is what was aimed at and not reached: "giảm 2,1%, thay vì tăng 7% theo"."""
    return says(sentence.lower[sentence.segment_start(item) : item.start], "instead")


def plan_ahead(sentence: Sentence, item: Item) -> bool:
    """Whether the next percentage names the plan for both: "thu 106%, chi 101% dự toán"."""
    for following in sentence.following(item):
        if following.quantity:
            behind = sentence.behind(following)
            return bool(behind and "plan" in behind.cues and behind.start - following.end <= 12)
    return False


def add_share_of_plan(sentence: Sentence, item: Item, value: float) -> str:
    """Set the share of the plan of the run's last figure: by that it is a result."""
    run = sentence.frame.run
    told = run.level or run.last
    planned = sentence.frame.kind is Kind.TARGET or sentence.frame.plan_next
    if told and sentence.verb in ("equal", "exceed") and not planned:
        told.kind, told.period = Kind.ACTUAL, reached_period(sentence, told.period)
    if run.level is None and run.last is not None:
        if run.last.pct_of_plan is None:
            run.last.pct_of_plan = value
        sentence.context.made[item.start] = run.last
        return "percent_of_plan"
    return add_attribute(sentence, item, "pct_of_plan", value, "percent_of_plan")
