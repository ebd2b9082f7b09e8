"""To what a number belongs: to the subject a list gives it, or, as its plan, to what was told."""

from etl.figures.no_figures import why_touching_is_none
from etl.linking.frames import Run
from etl.linking.items import Item
from etl.linking.plans import is_named_as_set
from etl.linking.sentence import Sentence
from etl.recognising.lexicon import says, word_set, words
from etl.recognising.periods import resolve
from etl.whose.counted import counted_before
from etl.whose.topics import run_of_sum

_SET_BY = 26
"""Characters of who set a plan, right before its value."""


def set_run(sentence: Sentence, item: Item) -> None:
    """Turn to the subject that a list gives the number, or to the last one for its plan."""
    frame = sentence.frame
    opens = not any(before.kind in ("subject", "number") for before in sentence.earlier(item))
    told = opens or frame.run.last is not None or frame.run.carried
    if "plan" in item.cues or (told and is_set_before(sentence, item)):
        frame.plan_next = True  # "GRDP tăng 9,63%; Chính phủ giao 9,3%"
    if item.assigned and item.assigned != frame.run.subject:
        frame.run = Run(item.assigned, item.hint, start=frame.run.start, end=item.start)
    if item.place:
        frame.place = item.place.province
    if item.period:
        frame.period = resolve(item.period, frame.period or sentence.context.period)
    frame.run = run_of_sum(sentence, item) or frame.run
    bound = sentence.before(item)
    at = bound.start if bound and "low" in bound.cues else item.start
    said = sentence.lower[at - 4 : item.start].split()
    planned = bound is not None and {"plan", "grow"} <= bound.cues  # "so với mục tiêu tăng 5,5%"
    planned = planned or (not frame.run.subject and is_named_as_set(sentence, item))
    if frame.compare == "plan" and (planned or not word_set("is").isdisjoint(said)):
        frame.plan_next, frame.compare = True, ""
    last_run = sentence.context.last_run
    unnamed = not frame.run.subject and not frame.run.fate
    numbered = why_touching_is_none(sentence, item, item.quantity) if item.quantity else ""
    behind = sentence.behind(item)
    counts = behind is not None and behind.kind == "other" and behind.start - item.end <= 1
    none = numbered or counts  # "nghị quyết được 100% đại biểu tán thành"
    fits = last_run is not None and may_be_its_plan(sentence, item, last_run) and not none
    if frame.plan_next and unnamed and last_run and fits:
        percent = item.quantity is not None and item.quantity.dimension == "percent"
        whole = last_run.subject in sentence.catalogue.sectors or is_plan_of_economy(sentence)
        if percent and whole:
            frame.run = Run("grdp_size", "growth")
        else:
            counted = counted_before(sentence, item)
            frame.run = counted or run_of_whole(sentence, last_run) or last_run


def run_of_whole(sentence: Sentence, last_run: Run) -> Run | None:
    """The run of the amount whose parts the last sentence listed, if `last_run` is one of them.

    "Thu ngân sách 3.925 tỷ đồng, gồm thu nội địa 3.290 tỷ đồng ... Dự toán năm là 6.960 tỷ đồng."
    """
    part = last_run.level
    if part is None or part.dimension not in ("vnd", "usd"):
        return None
    told = [draft for draft in sentence.context.drafts if draft.sentence == part.sentence]
    whole = next((draft for draft in told if draft.dimension == part.dimension), part)
    if not says(sentence.lower[whole.end : part.start], "among_which"):
        return None
    subject = sentence.catalogue.indicators[whole.indicator].subject
    return Run(subject, level=whole, last=whole)


def is_plan_of_economy(sentence: Sentence) -> bool:
    """Whether a paragraph opens with the plan of a growth, and the economy's has been told.

    "Cả năm chúng tôi vẫn giữ mục tiêu tăng 11,5%", behind a paragraph on investment.
    """
    told = any(draft.indicator == "grdp_growth" for draft in sentence.context.drafts)
    return sentence.opens_line and told and sentence.verb == "grow"


def is_set_before(sentence: Sentence, item: Item) -> bool:
    """Whether who set the plan stands before its value: "HĐND tỉnh giao (năm 2022 là) 93%".

    Perhaps with whom it was set: "Thủ tướng giao Trà Vinh 90,7%".
    """
    at = item
    for before in sentence.backwards(item):
        whom = before.kind == "place" and at.start - before.end <= 1
        if not whom and before.kind != "period" and "filler" not in before.cues:
            break
        at = before
    return sentence.text_before(at, _SET_BY).rstrip().endswith(words("set_by"))


def may_be_its_plan(sentence: Sentence, item: Item, run: Run) -> bool:
    """Whether it can be the plan of what was told last: money of money, a percentage half as large.

    "GRDP tăng 5%. Dự toán giao 26.750 tỷ đồng" is of another subject. So is a percentage that a
    paragraph opens with, behind an amount.
    """
    told, quantity = run.last, item.quantity
    if told is not None and told.province != sentence.whose:
        return False
    if told is None or told.low is None or quantity is None:
        return True
    if quantity.dimension in ("vnd", "usd"):
        return told.dimension == quantity.dimension
    if quantity.dimension != "percent":
        return True
    if told.dimension != "percent":
        return not sentence.opens_line
    return quantity.low >= abs(told.low) / 2
