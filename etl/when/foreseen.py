"""What a sentence's end, or its opening, says of all its figures: their year, or that it aims.

"... 8%, xuất khẩu 12 tỷ USD vào năm 2025", "10% là mục tiêu năm 2025", "Để cả năm tăng 7%, ...".
"""

from etl.linking.items import Item
from etl.linking.marks import OPENERS
from etl.linking.sentence import Sentence
from etl.models import Kind
from etl.recognising.lexicon import says, words
from etl.recognising.periods import Period
from etl.when.named_periods import meant

_LAST_RUNNING = 11
"""A report of December looks ahead to the next year."""
_KINDS = frozenset({"target", "actual"})


def foresee(sentence: Sentence) -> None:
    """Let what the end tells rule all figures: "... vào năm 2025", "... là mục tiêu năm 2025"."""
    if is_outlook(sentence):
        year = sentence.context.year + 1
        sentence.frame.kind = Kind.TARGET
        sentence.frame.period = sentence.frame.base_period = Period(year, year)
        return
    aimed_at = is_called_aim(sentence)
    if aimed_at or is_purpose(sentence):
        sentence.frame.kind, sentence.frame.wanted = Kind.TARGET, not aimed_at
    named = [item for item in sentence.items if item.kind == "period"]
    if len(named) != 1 or not named[0].period or not (aimed_at or named[0].period.upto):
        return
    if any(item.kind == "number" for item in sentence.following(named[0])):
        return
    numbers = [item for item in sentence.earlier(named[0]) if item.kind == "number"]
    if aimed_at or (
        len(numbers) > 1
        and not any("target" in item.cues for item in sentence.following(numbers[0]))
    ):  # or only what follows is aimed at: "hiện đạt 24%, tỉnh muốn nâng lên 27% vào năm 2020"
        period = meant(sentence, named[0], named[0].period)
        if period.last > sentence.context.year:
            sentence.frame.period = sentence.frame.base_period = period


def is_outlook(sentence: Sentence) -> bool:
    """Whether a report at a year's end turns to the next one: "Phương hướng được đưa ra: ...".

    Where it names no time of its own.
    """
    now, year = sentence.context.now, sentence.context.year
    said = sentence.lower[sentence.start : sentence.end].lstrip(OPENERS)
    ends = now is not None and (now[0] > year or now[1] > _LAST_RUNNING)
    named = any(item.kind == "period" for item in sentence.items)
    return ends and said.startswith(words("outlook")) and not named


def is_called_aim(sentence: Sentence) -> bool:
    """Whether the first thing said of numbers told is that they are aimed at: "10% là mục tiêu"."""
    for item in sentence.items:
        if item.assigned and "plan" in item.cues:
            return True  # "8% là tốc độ tăng GRDP mà tỉnh hướng tới trong năm 2024"
        if "aim_behind" in item.cues:
            before = sentence.before(item)
            if before is not None and before.kind == "subject":
                before = sentence.before(before)  # "8 triệu lượt khách là kế hoạch cả năm"
            return (
                before is not None and before.kind == "number" and not was_passed(sentence, before)
            )
        if not item.cues.isdisjoint(_KINDS):
            return False
    return False


def was_passed(sentence: Sentence, item: Item) -> bool:
    """Whether a plan's value is one that was passed: "đạt 300,5 tấn, vượt 270 tấn là mục tiêu"."""
    before = sentence.before(item)
    if before is None or item.start - before.end > 1:
        return False
    return "exceed" in before.cues or says(sentence.lower[before.start : before.end], "than")


def is_purpose(sentence: Sentence) -> bool:
    """Whether the sentence opens with what is wanted: "Để cả năm tăng 7%, quý IV phải ..."."""
    text = sentence.lower[sentence.start : sentence.end]
    opens = text.lstrip(OPENERS).startswith(tuple(f"{word} " for word in words("in_order_to")))
    return opens and not any(
        "actual" in item.cues and "complete" not in item.cues for item in sentence.items
    )
