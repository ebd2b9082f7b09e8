"""Plans in a report on a part of the year: whether a value is for the year, or for the part."""

from etl.linking.frames import expected_kind
from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.models import Kind
from etl.recognising.lexicon import says, words

_ACCORDING_TO = 6
"""Characters from a value to the plan that it is told by: "7,2% theo kịch bản"."""


def is_of_whole_year(sentence: Sentence, item: Item) -> bool:
    """Whether the number is a plan's, though a part of the year is spoken of."""
    frame = sentence.frame
    plan = next((each for each in sentence.backwards(item) if "plan" in each.cues), None)
    if plan is not None and frame.plan_next and "year_plan" in plan.cues:
        return True
    if plan is not None and is_to_be_completed(sentence, plan):
        return True
    if plan is not None and frame.plan_next and names_its_period(sentence, plan, item):
        return False
    if frame.period is not None and expected_kind(frame.period, sentence.context) is Kind.TARGET:
        return False  # "Quý I/2024, tỉnh đặt mục tiêu GRDP tăng 7,5%"
    if is_in_scenario(sentence, item):
        return False
    aimed_at = frame.plan_next or frame.kind is Kind.TARGET
    return (frame.period is None and aimed_at) or bool(
        (frame.plan_next or (sentence.stack and aimed_at)) and not bracket_names_period(sentence)
    )


def is_to_be_completed(sentence: Sentence, plan: Item) -> bool:
    """Whether a part of the year is to complete the year's: "để hoàn thành dự toán 8.900 tỷ"."""
    before = sentence.before(plan)
    return before is not None and "complete" in before.cues and plan.start - before.end <= 1


def names_its_period(sentence: Sentence, plan: Item, item: Item) -> bool:
    """Whether the part of the year it is for stands between plan and value: "mục tiêu quý I"."""
    between = sentence.items[plan.index + 1 : item.index]
    return any(each.period and each.period.part for each in between) and not any(
        each.kind == "separator" for each in between
    )


def is_in_scenario(sentence: Sentence, item: Item) -> bool:
    """Whether it is the scenario's growth for the part of the year.

    "8,12% (kịch bản 7,9%)", "chưa đạt mục tiêu 7,2% theo kịch bản".
    """
    last, behind = sentence.frame.run.last, sentence.behind(item)
    if last is None or last.reading != "growth":
        return False
    if behind is not None and is_scenario(sentence, behind):
        return behind.start - item.end <= _ACCORDING_TO
    plan = next(
        (each for each in sentence.backwards(item) if "plan" in each.cues or each.kind == "number"),
        None,
    )
    return plan is not None and is_scenario(sentence, plan)


def is_scenario(sentence: Sentence, item: Item) -> bool:
    """Whether a plan's name is that of a scenario, which has a value for each part of the year."""
    behind = sentence.behind(item)
    if (
        behind is not None
        and behind.period is not None
        and behind.start - item.end <= 1
        and says(sentence.lower[behind.start : behind.end], "within_year")
    ):
        return False  # "chưa chạm mức 11% mà kịch bản cả năm yêu cầu"
    return "plan" in item.cues and sentence.lower.startswith(words("scenario"), item.start)


def bracket_names_period(sentence: Sentence) -> bool:
    """Whether the bracket around the number names a period of its own."""
    return bool(sentence.stack) and sentence.frame.period is not sentence.stack[-1].period
