"""Amounts and counts that tell by how much something changed, or missed its plan."""

from etl.figures.values import Value, value_of
from etl.linking.frames import Draft
from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.models import Kind
from etl.recognising.lexicon import words
from etl.recognising.quantities import Quantity

_COMPARED = ("year", "other", "difference")
_PAST = frozenset({"exceed", "low", "high"})
"""Cues right before a percentage: so far a figure lies above or below another."""
_LEFT = 12
"""Characters of "còn khoảng" with its blanks."""
_FILL = 16
"""Characters of "nữa mới đạt"."""
_MISSING = 9
"""Characters of "còn thiếu" before a number."""
_SHORT = 16
"""Characters before a plan that say how much is missing to it."""


def is_plan_compared(sentence: Sentence, item: Item, quantity: Quantity) -> bool:
    """Whether an amount is the plan's own, as large as the result: "thấp hơn mục tiêu 65 triệu".

    Or what a difference was just told from: "hụt 150 tỷ đồng so với dự toán 7.050 tỷ đồng".
    """
    last = sentence.frame.run.last
    compared = sentence.frame.compare in ("difference", "plan")
    if not compared:
        return False
    if last is None or last.low is None:
        before = next((each for each in sentence.backwards(item) if each.quantity), item)
        return sentence.context.fates.get(before.start) == "difference"
    value = value_like(sentence, last, quantity)
    return value is not None and value.low >= abs(last.low) / 2


def value_like(sentence: Sentence, told: Draft, quantity: Quantity) -> Value | None:
    """The quantity as another value of the figure told, None where its unit is another."""
    value = value_of(sentence.catalogue.indicators[told.indicator], quantity, sentence.lower)
    return value if value is not None and value.unit == told.unit else None


def is_difference(sentence: Sentence, item: Item) -> bool:
    """Whether an amount tells by how much the level changed: "tăng 500 tỷ đồng", "(-46 triệu)"."""
    frame = sentence.frame
    changed = sentence.verb in ("grow", "fall") or frame.compare in _COMPARED
    changed = changed or bool(sentence.sign(item))
    changed = changed or (sentence.verb == "added" and frame.run.level is not None)
    changed = changed or grows_by(sentence, item) or exceeds_by(sentence, item)
    return changed and "added" not in sentence.readings(frame.run.subject)


def is_short_of(sentence: Sentence, item: Item) -> bool:
    """Whether so much is missing to the plan: "chỉ còn cách kế hoạch năm 1,1 triệu lượt".

    What is more than the year's result is the plan's own: "430 triệu, còn cách mục tiêu 500 triệu".
    """
    before, last = sentence.before(item), sentence.frame.run.last
    if before is None or "plan" not in before.cues:
        return False
    if last is not None and last.low is not None and not last.period.part and item.quantity:
        value = value_like(sentence, last, item.quantity)
        if value is not None and value.low > last.low:
            return False
    return sentence.text_before(before, _SHORT).rstrip().endswith(words("short_of"))


def is_missing(sentence: Sentence, item: Item) -> bool:
    """Whether so much is missing to what was aimed at: "thiếu 5,2% so với kế hoạch"."""
    if sentence.text_before(item, _MISSING).rstrip().endswith(words("short_of")):
        return True
    before = sentence.text_before(item, _LEFT).split()
    left = not set(before).isdisjoint(words("left"))
    behind = sentence.lower[item.end : item.end + _FILL].lstrip()
    return left and behind.startswith(words("to_fill"))  # "còn hơn 800 triệu USD phải lấp"


def is_points_from_plan(sentence: Sentence, item: Item, quantity: Quantity) -> bool:
    """Whether a percentage tells how far a percentage lies from another.

    "95,2%, vượt 0,2% so với chỉ tiêu là 95%", "63,5%, kém 0,5% so với mục tiêu".
    """
    last, before, behind = sentence.frame.run.last, sentence.before(item), sentence.behind(item)
    compared = behind and "compare" in behind.cues and behind.start - item.end <= 1
    if last is None and before is not None and "exceed" in before.cues:
        last = plan_just_told(sentence)  # "so với chỉ tiêu là 94%, tỷ lệ bao phủ đã vượt 0,5%"
        compared = True
    if last is None or last.dimension != "percent" or last.low is None or not compared:
        return False
    bound = before is not None and item.start - before.end <= 1 and before.cues & _PAST
    said = sentence.text_before(item, _MISSING).rstrip()
    apart = bound or said.endswith((*words("short_of"), *words("worse")))
    return bool(apart) and quantity.low < abs(last.low) / 2


def plan_just_told(sentence: Sentence) -> Draft | None:
    """The plan's value that the sentence has told last, if it is one of the run's subject."""
    told = sentence.drafts[-1] if sentence.drafts else None
    readings = sentence.readings(sentence.frame.run.subject).values()
    own = told and told.kind is Kind.TARGET and any(r.indicator == told.indicator for r in readings)
    return told if own else None


def exceeds_by(sentence: Sentence, item: Item) -> bool:
    """Whether an amount is so much more than another: "vượt hơn 500 tỷ đồng so với dự toán"."""
    behind = sentence.behind(item)
    compared = behind is not None and "compare" in behind.cues and behind.start - item.end <= 1
    return compared and sentence.verb == "exceed" and sentence.frame.run.level is not None


def grows_by(sentence: Sentence, item: Item) -> bool:
    """Whether "thêm" behind a growth leads to the amount: "phải tăng thêm khoảng 1 triệu lượt"."""
    before = sentence.before(item)
    if before is not None and "filler" in before.cues:
        before = sentence.before(before)
    grown = sentence.before(before) if before and before.cues == {"added"} else None
    return bool(before and grown and "grow" in grown.cues and before.start - grown.end <= 1)
