"""Numbers that fit an indicator and are none of its figures after all, and why."""

from etl.catalogue import Indicator
from etl.figures.kinds import kind_of
from etl.figures.readings import is_added, is_far_below
from etl.figures.values import Value
from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.models import Kind, Measure
from etl.recognising.lexicon import says, words
from etl.recognising.periods import MID_MONTH, months_part
from etl.when.terms import is_of_unknown_term
from etl.when.timing import period_behind, period_of
from etl.whose.groups import is_mark_of_group

_SPAN = 80
"""Characters before a yearly average that may tell over how many years it was reached."""
_TAKEN = 12
"""Characters of "thu được" and blanks before an amount."""
_NOUN = 12
"""Characters of the noun behind a count."""
_JANUARY = months_part(1)
_NOW = frozenset({"to", "so_far", "at_present"})
"""Cues that lead from where something stood to where it stands."""
_SINCE = _NOW | {"compare"}
_CURRENCIES = frozenset({"million_usd", "billion_vnd", "usd_per_person", "million_vnd_per_person"})


def why_not(sentence: Sentence, item: Item, indicator: Indicator, value: Value) -> str:
    """Why the number is not the indicator's figure after all, '' where it is."""
    frame = sentence.frame
    segment = sentence.segment_text(item)
    if indicator.needs and not any(word in segment for word in indicator.needs):
        return "no_indicator"
    if any(word in segment for word in indicator.rules_out):
        return "ruled_out"
    if is_mark_of_group(sentence, item) or is_asked(sentence, item):
        return "ruled_out"
    if indicator.indicator == "grdp_size" and is_taken_in(sentence, item):
        return "no_indicator"
    if indicator.unit == "people" and counts_others(sentence, item):
        return "no_indicator"
    if is_capital(sentence, item, indicator):
        return "no_indicator"
    if is_of_unknown_term(sentence, item):
        return "other_period"
    if is_whole(sentence, item):
        return "total"
    if indicator.unit in ("targets", "tasks"):
        if is_total(sentence, item):
            return "total"
        if is_count_of_some(sentence, item, indicator):
            return "part"
    if indicator.accumulates and (frame.cumulative or is_so_far(sentence, item)):
        return "cumulative"
    if indicator.stock_only and is_added(sentence, item, sentence.frame.run):
        return "no_indicator"
    if is_in_other_currency(sentence, indicator, value):
        return "other_currency"
    if is_average_reached(sentence, item, indicator):
        return "yearly_average"
    if is_excess_count(sentence, item):
        return "difference"
    if is_at_outset(sentence, item, indicator):
        return "former_value"
    if is_of_first_days(sentence, item, indicator):
        return "other_period"
    return "former_value" if is_start_of_change(sentence, item) else ""


def is_capital(sentence: Sentence, item: Item, indicator: Indicator) -> bool:
    """Whether an amount is of capital, and the indicator not: "thu hút 25.000 tỷ đồng vốn"."""
    if any(word in indicator.name_vi.lower() for word in words("funds")):
        return False
    return sentence.lower.startswith(words("funds"), item.end + 1)


def is_asked(sentence: Sentence, item: Item) -> bool:
    """Whether somebody only wonders about it: "nhiều người hỏi liệu 10 triệu lượt khách có còn"."""
    start = max((each.end for each in sentence.earlier(item) if each.separator), default=0)
    return says(sentence.lower[max(start, sentence.start) : item.start], "wondering")


def is_taken_in(sentence: Sentence, item: Item) -> bool:
    """Whether a verb says that the money came in: "tăng trưởng 8 - 9%, thu 12.800 tỷ đồng"."""
    return sentence.text_before(item, _TAKEN).rstrip().endswith(words("taken_in"))


def counts_others(sentence: Sentence, item: Item) -> bool:
    """Whether people are counted by another noun behind ";", and nothing tells of what.

    "Giải quyết việc làm: 31.870 lao động; gần 60.000 người trở về quê".
    """
    told = next((each.quantity for each in sentence.backwards(item) if each.quantity), None)
    if (
        told is None
        or item.quantity is None
        or {told.dimension, item.quantity.dimension} != {"bare"}
    ):
        return False
    for before in sentence.backwards(item):
        if before.separator == ";":
            break
        if before.kind != "cue" or not before.cues <= {"filler", "low", "high"}:
            return False
    if sentence.subject_behind(item):
        return False
    ends = (told.noun_at, item.quantity.noun_at)
    first, second = (sentence.lower[at : at + _NOUN].split()[:1] for at in ends)
    return first != second


def is_at_outset(sentence: Sentence, item: Item, indicator: Indicator) -> bool:
    """Whether the start of a term stands beside it, of no year: "8,5% hộ nghèo đầu nhiệm kỳ".

    So does what was reached since then: "từ đầu nhiệm kỳ đến nay kết nạp 5.200 đảng viên".
    """
    start, end = sentence.start, sentence.end
    for before in sentence.backwards(item):
        dated = before.period is not None and before.period.year
        if dated or before.kind == "number" or before.separator not in ("", ","):
            start = before.end
            break
    said = sentence.lower[start : item.start]
    if says(said, "since_outset"):
        return indicator.measure is Measure.FLOW
    now = (each.end for each in sentence.backwards(item) if each.cues & _NOW)
    for behind in sentence.following(item):
        if behind.kind in ("number", "separator") or behind.cues & _SINCE:
            end = behind.start
            break
    before_it = sentence.lower[max(start, next(now, start)) : item.start]
    return says(before_it, "outset") or says(sentence.lower[item.end : end], "outset")


def is_excess_count(sentence: Sentence, item: Item) -> bool:
    """Whether "hơn" tells by how many the stock is larger: "lên 23 xã, tỉnh làm hơn 1 xã"."""
    told, before = sentence.frame.run.last, sentence.before(item)
    if told is None or item.quantity is None or item.quantity.dimension != "bare":
        return False
    more = before is not None and "low" in before.cues and item.start - before.end <= 1
    return more and not sentence.frame.plan_next and is_far_below(told, item.quantity)


def is_of_first_days(sentence: Sentence, item: Item, indicator: Indicator) -> bool:
    """Whether it only adds up the first days of a year: "tính đến 15/1/2024 đã thu 210 tỷ đồng".

    By the day it would be of the year before, as are stocks, and flows that go on into January.
    """
    if indicator.measure is not Measure.FLOW or indicator.until_january:
        return False
    year = period_of(sentence, item).last
    mentions = (each.period for each in sentence.earlier(item) if each.period)
    return any(
        mention.upto and mention.part == _JANUARY and 0 < mention.day <= MID_MONTH
        for mention in mentions
        if mention.year == year + 1
    )


def is_average_reached(sentence: Sentence, item: Item, indicator: Indicator) -> bool:
    """Whether it is a past change "mỗi năm": some term's average, and no year's figure."""
    quantity, period = item.quantity, period_of(sentence, item)
    assert quantity
    if indicator.reading not in ("reduction", "growth") or period.first != period.last:
        return False
    per_year = any(word in quantity.per for word in words("yearly"))
    if per_year and says(sentence.text_before(item, _SPAN), "years_running"):
        return True
    # A growth "7%/năm" may well be the year's own, but not "tăng bình quân 7%/năm".
    said = sentence.segment_text(item)
    yearly = per_year and (indicator.reading == "reduction" or says(said, "on_average"))
    if not yearly and not says(said, "average"):
        return False
    return not sentence.frame.kind and kind_of(sentence, item, period) is Kind.ACTUAL


def is_total(sentence: Sentence, item: Item) -> bool:
    """Whether the number is the N of "trong N chỉ tiêu"."""
    before = sentence.text_before(item, 12).rstrip()
    ratio = item.quantity is not None and item.quantity.parts > 1
    return not ratio and before.endswith(words("total_ends"))


def is_whole(sentence: Sentence, item: Item) -> bool:
    """Whether a ratio behind tells a part of it: "có 60 xã thì 32/60 xã đạt chuẩn"."""
    quantity = item.quantity
    if quantity is None or quantity.parts > 1 or quantity.dimension != "bare":
        return False
    parts = (each.quantity for each in sentence.following(item) if each.quantity)
    return any(part.out_of == quantity.low for part in parts)


def is_count_of_some(sentence: Sentence, item: Item, indicator: Indicator) -> bool:
    """Whether those that were passed and those just met are counted apart: neither is their sum.

    "7 chỉ tiêu vượt, 11 chỉ tiêu đạt" and "15/24 chỉ tiêu vượt", but not "15/15 chỉ tiêu vượt".
    """
    quantity = item.quantity
    assert quantity
    if quantity.out_of is None:
        return any(
            other is not item
            and other.quantity is not None
            and not other.used
            and not is_total(sentence, other)
            and is_counted_as(sentence, other, indicator)
            and any(word in sentence.segment_text(other) for word in indicator.needs)
            and not any(word in sentence.segment_text(other) for word in indicator.rules_out)
            for other in sentence.items
        )
    segment = sentence.segment_text(item)
    met = tuple(word for word in indicator.needs if word not in words("passed"))
    above = sentence.lower[sentence.start : sentence.segment_start(item)].rstrip(" ,")
    only_passed = not (any(word in segment for word in met) or above.endswith(met))
    return only_passed and quantity.low < quantity.out_of


def is_counted_as(sentence: Sentence, item: Item, indicator: Indicator) -> bool:
    """Whether the noun right behind the number is the indicator's subject."""
    behind = sentence.behind(item)
    return (
        behind is not None and behind.subject == indicator.subject and behind.start - item.end <= 1
    )


def is_in_other_currency(sentence: Sentence, indicator: Indicator, value: Value) -> bool:
    """Whether the run's level is told again in another currency; the catalogue's one is kept."""
    level = sentence.frame.run.level or sentence.frame.run.earlier
    if level is None or level.indicator != indicator.indicator or level.low is None:
        return False
    if sentence.frame.place not in (None, level.province):
        return False
    units = {level.unit, value.unit}
    if len(units) == 1 or not units <= _CURRENCIES or sentence.frame.plan_next:
        return False
    if value.unit == indicator.unit:
        level.low, level.high, level.unit = value.low, value.high, value.unit
    return True


def is_start_of_change(sentence: Sentence, item: Item) -> bool:
    """Whether the number is where a change started: "từ 5% xuống còn 3%"."""
    if "from" not in sentence.frame.verbs or period_behind(sentence, item):
        return False
    level, changes = sentence.frame.run.level, {"grow", "fall"} & set(sentence.frame.verbs)
    if level and changes and item.quantity and item.quantity.dimension == level.dimension:
        return True
    ends = False
    for following in sentence.following(item, 4):
        if following.kind == "number":
            return ends
        if following.kind in ("separator", "subject", "other"):
            return False
        ends = ends or (following.kind == "cue" and "to" in following.cues)
    return False


def is_so_far(sentence: Sentence, item: Item) -> bool:
    """Whether a clause that does not name it counts all there is: "45 mới; đến nay có 2.340"."""
    clause = sentence.clause_before(item)
    apart = bool(clause) and sentence.frame.run.start < clause[0].start
    return apart and any("so_far" in each.cues for each in clause)
