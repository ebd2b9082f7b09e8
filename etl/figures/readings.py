"""Which reading of its subject a number is: the level, its growth, its share, what was added."""

import math
from itertools import takewhile

from etl.catalogue import Indicator
from etl.figures.contributions import is_of_economy
from etl.figures.kinds import kind_of
from etl.figures.values import Value, value_of
from etl.linking.frames import Draft, Run
from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.models import Kind, Measure
from etl.recognising.lexicon import says, words
from etl.recognising.periods import Period
from etl.recognising.quantities import Quantity
from etl.when.timing import period_of

_MOST_A_YEAR = 80
"""No province has had more of anything recognised in one year."""
_MONTHS = 12
_TODAY_S_AMOUNTS = 2000
"""The first year in which the catalogue's lower limits hold: a dong was worth more before."""
_RISEN = 4
"""Characters of "lên" and a blank."""
_SHARE = 8
"""Characters of "số xã" between a percentage and a bracket."""
_SUMMED = 60
"""Characters from what was added to what it sums up to."""
_AT_END = 36
"""Characters of "đến hết năm 2024, toàn tỉnh có ít nhất"."""
_SUMS = frozenset({"so_far", "cumulative"})
_CHANGES = frozenset({"grow", "fall"})


def reading_of(
    sentence: Sentence, item: Item, run: Run, quantity: Quantity
) -> tuple[Indicator, Value] | None:
    """The reading of the run's subject that the number can be, with its value."""
    readings = sentence.readings(run.subject)
    if lacks_percent_sign(sentence, readings, quantity):
        quantity = quantity._replace(dimension="percent")
    for reading in preferred(sentence, item, run, quantity):
        indicator = readings.get(reading)
        if indicator is None:
            continue
        value = value_of(indicator, quantity, sentence.lower)
        if value is not None and is_possible(indicator, value, period_of(sentence, item)):
            return indicator, value
    return None


def is_possible(indicator: Indicator, value: Value, period: Period) -> bool:
    """Whether the value lies within the indicator's limits; a month's flow has lower ones."""
    least = indicator.at_least if period.last >= _TODAY_S_AMOUNTS else None
    if least is not None and indicator.measure is Measure.FLOW and period.part[:1] == "M":
        least /= _MONTHS
    too_low = least is not None and value.high < least
    too_high = indicator.at_most is not None and value.low > indicator.at_most
    return not (too_low or too_high)


def lacks_percent_sign(
    sentence: Sentence, readings: dict[str, Indicator], quantity: Quantity
) -> bool:
    """Whether the percent sign is only missing: "tỷ lệ đô thị hóa 31,48;"."""
    if quantity.dimension != "bare" or quantity.multiplied or "," not in quantity.written:
        return False
    behind = sentence.lower[quantity.end : quantity.end + 2].strip()
    percents = all(indicator.unit == "percent" for indicator in readings.values())
    return percents and quantity.high <= 100 and not behind[:1].isalnum()


def preferred(sentence: Sentence, item: Item, run: Run, quantity: Quantity) -> tuple[str, ...]:
    """Readings in the order in which the words around the number call for them."""
    readings = sentence.readings(run.subject)
    if quantity.dimension != "percent":
        if "added" in readings and is_added(sentence, item, run):
            return ("added",)
        if "reduction" in readings:
            return ("reduction",)
        return ("level", "added", "rank")
    if is_lone_change(sentence, item, run):
        return ()
    return preferred_percentage(sentence, item, run, readings)


def preferred_percentage(
    sentence: Sentence, item: Item, run: Run, readings: dict[str, Indicator]
) -> tuple[str, ...]:
    """As `preferred`, for a percentage."""
    frame, verbs = sentence.frame, sentence.frame.verbs
    growing = sentence.verb in _CHANGES or "grow" in verbs or bool(sentence.sign(item))
    told_as_share = frame.mode == "share" and frame.mode_told and not growing
    if "share" in verbs and ("share" in readings or "growth" in readings):
        return ("share",)
    if not growing and is_of_economy(sentence, item):
        return ("share",)
    if told_as_share and "growth" in readings:
        return ("share",)
    if growing and "growth" in readings:
        return ("growth",)
    if "reduction" in readings:
        return ("reduction",) if is_reduction(sentence, item, run) else ("level",)
    if run.hint == "growth":
        return ("growth",)
    if "growth" in readings and "share" in readings and frame.mode in ("share", "growth"):
        return (frame.mode,)
    if "growth" in readings and "share" in readings:
        return ("growth",)
    if run.hint:
        return (run.hint, "share") if run.hint == "level" else (run.hint,)
    return ("growth",) if "growth" in readings else ("level", "share")


def is_reduction(sentence: Sentence, item: Item, run: Run) -> bool:
    """Whether the percentage tells by how much a rate fell, and not where it ended."""
    verbs = sentence.frame.verbs
    if sentence.frame.plan_next and run.last and run.last.reading == "reduction":
        return "to" not in verbs  # "giảm 3,23% (chỉ tiêu giao là 3%)"
    if run.last in sentence.drafts and is_held_against(sentence, item):
        return run.last.reading == "reduction"  # "còn 9,28%, thấp hơn mức 9,8% theo chỉ tiêu"
    if "from" in verbs and goes_on_to(sentence, item):
        return False
    if sentence.text_before(item, _RISEN).strip() in words("brought_to"):
        return False  # "đưa tỷ lệ cuối năm 2018 về 8,34%"
    if run.hint == "reduction" and says(sentence.text_before(item, _RISEN), "risen_to"):
        return True  # "đưa mức giảm tỷ lệ hộ nghèo lên 3,6%"
    return (run.hint == "reduction" or "fall" in verbs) and "to" not in verbs


def is_held_against(sentence: Sentence, item: Item) -> bool:
    """Whether the figure just told is held against it: "thấp hơn mức 2%", but not "còn dưới 2%"."""
    clause = takewhile(lambda each: each.kind == "cue", sentence.backwards(item))
    return any(
        each.is_comparative or says(sentence.lower[each.start : each.end], "passed")
        for each in clause
    )


def is_told_with_share(sentence: Sentence, item: Item) -> bool:
    """Whether a bracket counts what a percentage right before it is of: "100% số xã (264 xã)"."""
    opening = sentence.before(item)
    if opening is None or opening.separator != "(":
        return False
    for before in sentence.backwards(opening):
        if before.quantity is not None:
            percent = before.quantity.dimension == "percent"
            return percent and opening.start - before.end <= _SHARE
    return False


def is_added(sentence: Sentence, item: Item, run: Run) -> bool:
    """Whether the number counts what is new in the period: "thêm 12 xã", a year's plan."""
    frame, context, quantity = sentence.frame, sentence.context, item.quantity
    if "to" in frame.verbs or is_whole_of_added(sentence, item):
        return False
    if is_told_with_share(sentence, item):
        return False
    named = run.hint == "added" and not frame.cumulative  # "6 xã vừa được công nhận"
    if named or frame.added or "grow" in frame.verbs:
        return True
    segment = sentence.segment_text(item)
    if says(segment, "recognised") and says(segment, "in_the_year"):
        return True  # "số xã được công nhận đạt chuẩn nông thôn mới trong năm là 18 xã"
    if any(
        following.cues >= {"cumulative"} and following.start - item.end < _SUMMED
        for following in sentence.following(item)
        if says(sentence.lower[following.start : following.end], "sums_up")
    ):
        return True  # "19 xã được công nhận, đưa tổng số xã đạt chuẩn lên 101"
    if quantity is not None and quantity.out_of is not None and is_of_planned(sentence, item):
        return True
    if quantity is not None and quantity.out_of is not None and quantity.low > quantity.out_of:
        return says(sentence.lower[frame.run.start : item.start], "within_year")  # "11/8 xã"
    told = frame.run.last
    if told is not None and quantity is not None and is_far_below(told, quantity):
        return frame.plan_next  # "nâng số xã lên 23; so với nghị quyết (4 xã)"
    if told is not None and told.reading == "level" and told.kind is Kind.ACTUAL:
        return False  # "có 17 xã, mục tiêu là 30 xã"
    if quantity is not None and quantity.low > _MOST_A_YEAR:
        return False
    if told is not None and quantity is not None and is_result_of(told, quantity):
        return True  # "kế hoạch 12 xã, thực hiện 10 xã"
    if counts_at_end(sentence, item):
        return False  # "phấn đấu cuối năm có 32 xã đạt chuẩn nông thôn mới"
    if quantity is not None and quantity.low > stock_told(sentence):
        return False  # "82 xã đã đạt ... phấn đấu có 86 xã"
    if any(not _SUMS.isdisjoint(before.cues) for before in sentence.clause_before(item)):
        return False  # "Tổng số xã đạt chuẩn nông thôn mới", "... nông thôn mới (lũy kế)"
    period = period_of(sentence, item)
    return (
        kind_of(sentence, item, period) is Kind.TARGET
        and period.first == period.last <= context.this_year + 1
        and quantity is not None
        and quantity.out_of is None
        and not frame.cumulative
        and period.last - context.year <= 1
    )


def is_far_below(told: Draft, quantity: Quantity) -> bool:
    """Whether a count is less than half of all there are: nobody plans for fewer."""
    if told.low is None or told.reading != "level" or told.kind is not Kind.ACTUAL:
        return False
    return quantity.low < told.low / 2


def is_of_planned(sentence: Sentence, item: Item) -> bool:
    """Whether a ratio is of those planned: "3/6 xã đạt chuẩn nông thôn mới theo kế hoạch"."""
    ends = (each.start for each in sentence.following(item) if each.kind in ("number", "separator"))
    return says(sentence.lower[item.end : next(ends, sentence.end)], "as_planned")


def is_result_of(plan: Draft, quantity: Quantity) -> bool:
    """Whether it is about as many as were planned to be added right before."""
    planned = plan.kind is Kind.TARGET and plan.reading == "added" and plan.low
    return bool(planned and planned / 2 <= quantity.low <= 2 * planned)


def counts_at_end(sentence: Sentence, item: Item) -> bool:
    """Whether it counts what there is at a year's end: "đến hết năm 2024, có ít nhất 32 xã"."""
    said = sentence.text_before(item, _AT_END)
    at = max(said.rfind(word) for word in words("at_end"))
    return at >= 0 and says(said[at:], "there_are")


def stock_told(sentence: Sentence) -> float:
    """How many there are of the run's subject as last told; infinity where that is not told."""
    level = sentence.readings(sentence.frame.run.subject).get("level")
    for draft in reversed(sentence.context.drafts):
        reached = draft.kind is Kind.ACTUAL and draft.low is not None
        if level and draft.indicator == level.indicator and reached:
            return draft.low or 0.0
    return math.inf


def goes_on_to(sentence: Sentence, item: Item) -> bool:
    """Whether a change goes on to where it ended: "giảm từ 5% năm 2022 xuống còn 3%"."""
    for following in sentence.following(item, 6):
        mark = following.separator in (",", "(", ")")  # "giảm từ 13,4% năm 2015, đến nay còn 4%"
        if following.kind in ("number", "separator", "subject", "other") and not mark:
            return False
        if "to" in following.cues:
            return True
    return False


def period_is_behind(sentence: Sentence, item: Item) -> bool:
    """Whether the number's own period stands right behind it."""
    behind = sentence.behind(item)
    if behind is not None and behind.separator == "(":
        behind = sentence.behind(behind)  # "giảm từ 4,7% (năm 2021) xuống 3,2%"
    return behind is not None and behind.kind == "period" and behind.start - item.end <= 2


def is_lone_change(sentence: Sentence, item: Item, run: Run) -> bool:
    """Whether the percentage tells how a percentage changed, and not what it is."""
    frame = sentence.frame
    readings = sentence.readings(run.subject)
    if frame.compare == "open" or frame.plan_next:
        return False  # "giảm so với 6,34% của quý I", "thấp hơn mục tiêu 20%"
    changed = not _CHANGES.isdisjoint(frame.verbs) and "to" not in frame.verbs
    if "from" in frame.verbs and period_is_behind(sentence, item):
        return False  # "giảm từ 16,05% năm 2022 xuống 15,7%"
    falls = "reduction" in readings and "grow" not in frame.verbs
    grows = "growth" in readings or falls or run.hint == "growth"
    if changed and not grows:
        return True
    before = sentence.before(item)
    contrast = sentence.text_before(before, 12) if before else ""
    if "growth" in readings and says(contrast, "but"):
        return False  # "chiếm 36,2% GRDP nhưng chỉ tăng 4,25%"
    of_share = bool(run.last and run.last.reading == "share")
    in_list_of_shares = frame.mode == "share" and bool(sentence.stack)
    return (of_share or in_list_of_shares) and (changed or bool(sentence.sign(item)))


def is_whole_of_added(sentence: Sentence, item: Item) -> bool:
    """Whether a part behind it was new: "49 xã, trong đó riêng năm 2015 thêm 18 xã"."""
    behind = sentence.following(item, 7)
    number = next((each.index for each in behind if each.kind == "number"), 0)
    cues = [cue for each in sentence.items[item.index + 1 : number] for cue in each.cues]
    return "part" in cues and "added" in cues[cues.index("part") :]
