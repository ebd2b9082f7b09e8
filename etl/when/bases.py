"""Bases of comparison that cues name: the year before, another month, a plan."""

from etl.linking.items import Item
from etl.linking.plans import (
    has_amount_behind,
    has_growth_behind,
    is_missed_by,
    is_passed,
    is_reached,
    is_then_told,
)
from etl.linking.sentence import Sentence
from etl.models import Kind
from etl.recognising.lexicon import words
from etl.recognising.periods import shifted

_WHEREAS = 11
"""Characters of "trong khi" and its blanks."""


def set_base(sentence: Sentence, item: Item, cues: frozenset[str]) -> None:
    """What the next percentage is compared with, or that a plan's value comes next."""
    frame = sentence.frame
    if "compare" in cues:
        frame.compare = "open"
    before = sentence.before(item)
    if "year_before" in cues and sentence.lower.startswith(words("when"), item.end):
        turn_to_year_before(sentence, item)  # "so với cùng kỳ năm ngoái, khi kinh tế giảm 7,45%"
    elif "year_before" in cues and (
        frame.compare == "open" or "fall" in cues or follows_a_bound(item, before)
    ):  # "kém cùng kỳ 2,6%"
        frame.compare = "year"
    elif "year_before" in cues and not sentence.stack and opens_on_year_before(sentence, item):
        turn_to_year_before(sentence, item)
    elif "year_before" in cues and before is not None and before.kind == "separator":
        frame.compare = "was"
    elif "month_before" in cues and (frame.compare == "open" or follows_a_bound(item, before)):
        frame.compare = "other"
    elif "plan" in cues:
        if frame.compare == "open":
            frame.compare = "plan"
        elif is_missed_by(sentence, item) or is_passed(sentence, item):
            frame.compare = "difference"
        elif (
            not (is_reached(sentence, item) or is_base_of_percentage(sentence, item))
            or is_then_told(sentence, item)
            or has_amount_behind(sentence, item)
            or has_growth_behind(sentence, item)
        ):
            frame.plan_next = True


def is_base_of_percentage(sentence: Sentence, item: Item) -> bool:
    """Whether a percentage of it stands right before it: "92,9% KH", but not "89,5%/KH 91%"."""
    before = sentence.before(item)
    percent = before is not None and before.quantity and before.quantity.dimension == "percent"
    return bool(before and percent and sentence.lower[before.end : item.start] == " ")


def opens_on_year_before(sentence: Sentence, item: Item) -> bool:
    """Whether the year before opens a sentence, or a clause that tells a figure of its own.

    "..., nhỉnh hơn năm trước: cùng kỳ năm 2024, tỉnh Quảng Bình giải ngân đạt 44,5%".
    """
    before = sentence.before(item)
    if before is None:
        return True
    behind = sentence.following(item, 4)
    whereas = sentence.text_before(item, _WHEREAS).rstrip().endswith(words("whereas"))
    number = next((each.index for each in behind if each.kind == "number"), len(sentence.items))
    told = sentence.items[item.index : number]
    named = any(each.kind == "subject" or each.place or "this_figure" in each.cues for each in told)
    amount = before.separator == ";" and any("equal" in each.cues for each in told)
    return (before.separator in (":", ";") or whereas) and (named or amount)


def turn_to_year_before(sentence: Sentence, item: Item) -> None:
    """What follows was reached in the same period of the year before, or of the year named."""
    frame, dated = sentence.frame, sentence.behind(item)
    running = frame.period or sentence.context.period
    years = -1
    if dated and dated.period and dated.period.year and dated.start - item.end <= 1:
        years, dated.used = dated.period.year - running.last, True
    frame.period = frame.base_period = shifted(running, years)
    frame.kind, frame.compare = Kind.ACTUAL, ""


def follows_a_bound(item: Item, before: Item | None) -> bool:
    """Whether "cao hơn", "thấp hơn" stands right before the item."""
    return bool(before and before.cues & {"low", "high"} and item.start - before.end <= 2)
