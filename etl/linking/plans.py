"""A plan named in a sentence: whether it was reached or missed, and what it opens or closes."""

import re

from etl.linking.frames import Frame
from etl.linking.items import Item
from etl.linking.marks import OPENERS
from etl.linking.sentence import Sentence
from etl.models import Kind
from etl.recognising.lexicon import says, word_set, words

COUNTED_PLANS = ("plan_targets_met", "plan_tasks_done")
"""What "chỉ tiêu", "nhiệm vụ" may name, where they name a plan no more than that."""
_TO_VALUE = frozenset({"from", "low", "grow", "filler"})
"""Cues between a subject and the number that is its plan."""
_BOUND = 16
"""Characters from a plan over its value to "trở lên"."""
_SETS_OUT = 12
"""Characters of "xác định" and a colon."""
_ABOUT = 8
"""Characters of "gần", "khoảng" between a plan and the number behind it."""
_WORSE = 7
"""Characters of "kém" and blanks before a plan."""
_NO_VALUES = frozenset({"document_number", "date", "ordinal", "period"})
"""Fates of numbers that are no plan's value."""
_WHO = 40
"""Characters for who set a plan, behind its value: "mục tiêu 10% mà HĐND thành phố đặt ra"."""


def has_amount_behind(sentence: Sentence, item: Item) -> bool:
    """Whether a count or an amount follows the plan: "hoàn thành kế hoạch 12 triệu lượt khách"."""
    behind = sentence.behind(item)
    if behind and behind.cues & {"from", "grow", "fall", "to"} and behind.start - item.end <= 2:
        value = sentence.behind(behind)
        percent = value is not None and value.quantity and value.quantity.dimension == "percent"
        return bool(percent)  # "mục tiêu từ 10,5% trở lên", "vượt mục tiêu còn 4,2%"
    bound = sentence.behind(behind) if behind and behind.quantity else None
    if bound and "low_after" in bound.cues and bound.start - item.end <= _BOUND:
        return True  # "đạt mục tiêu 8% trở lên"
    amount = behind is not None and behind.quantity and behind.quantity.dimension != "percent"
    return bool(behind and amount and behind.start - item.end <= 2)


def has_growth_behind(sentence: Sentence, item: Item) -> bool:
    """Whether the growth that is planned follows: "thì GRDP cả năm mới đạt mục tiêu 8%".

    Of an amount it is the share of the plan that was reached: "thu ngân sách đạt kế hoạch 98%".
    """
    behind = sentence.behind(item)
    percent = behind and behind.quantity and behind.quantity.dimension == "percent"
    return bool(
        behind
        and percent
        and behind.start - item.end <= 2
        and sentence.frame.run.subject == "grdp_size"
        and sentence.frame.run.level is None
    )


def is_then_told(sentence: Sentence, item: Item) -> bool:
    """Whether the plan's value follows: "vượt kế hoạch (của cả năm) là 10.800 tỷ đồng"."""
    behind = sentence.behind(item)
    end = behind.end if behind and behind.kind == "period" and behind.start - item.end <= 6 else 0
    at_once = any(says(sentence.lower[at : at + 4], "is") for at in (item.end, end) if at)
    return at_once or is_value_told(sentence, item)


def is_missed_by(sentence: Sentence, item: Item) -> bool:
    """Whether what follows tells by how much the plan was missed: "thấp hơn kịch bản 0,05%"."""
    before = sentence.before(item)
    bound = before is not None and before.cues & {"low", "high"} and item.start - before.end <= 2
    worse = sentence.text_before(item, _WORSE).rstrip().endswith(words("worse"))
    return bool(bound or worse) and not is_value_told(sentence, item)


def is_value_told(sentence: Sentence, item: Item) -> bool:
    """Whether "là" leads from the plan to its value: "chỉ tiêu Nghị quyết Đại hội là 265.000"."""
    for following in sentence.following(item, 4):
        if following.kind == "number":
            return sentence.text_before(following, 5).split()[-1:] == list(words("is"))
        if following.kind == "separator":
            return False
    return False


def is_set_by(sentence: Sentence, item: Item) -> bool:
    """Whether it is held against the figure just told and named a plan's right behind it.

    "tăng 6,86%, chưa tới mức 7,1% HĐND tỉnh giao", "cao hơn con số 17,25 tỷ USD của kế hoạch".
    """
    last, quantity = sentence.frame.run.last, item.quantity
    if last is None or quantity is None:
        return False
    if quantity.dimension == "percent" and last.dimension in ("vnd", "usd"):
        return False  # "15.100 tỷ đồng, bằng 112% nghị quyết HĐND tỉnh giao"
    aim = sentence.behind(item)
    noun = quantity.noun_at
    if aim and "aim_behind" in aim.cues and aim.start - noun <= _ABOUT:
        return sentence.cue_before(item, "exceed")
    return is_named_as_set(sentence, item)


def is_named_as_set(sentence: Sentence, item: Item) -> bool:
    """Whether words right behind the number say who set it, or that it is the plan's."""
    behind = sentence.lower[item.end : min(item.end + _WHO, sentence.end)]
    if not any(says(behind, role) for role in ("set", "of_plan", "of_the_year")):
        return False
    clause = re.split("[,.;()]", behind)[0]
    clause = f" {clause.strip()} "
    counted = clause[clause.find(" ", 1) :]  # "530.000 tấn trong kế hoạch"
    giver = tuple(f" {word} " for word in words("giver"))
    given = clause.startswith(giver) or counted.startswith(giver)
    if given and any(f" {word} " in clause for word in words("set")):
        return True
    named = says(sentence.text_before(item, 14), "level")
    last = sentence.frame.run.last
    part = last is not None and bool(last.period.part)
    if named and part and {clause.strip(), counted.strip()} & word_set("of_the_year"):
        return True  # "54% quãng đường tới mốc 1,3 tỷ USD của năm"
    of_plan = tuple(f" {word} " for word in words("of_plan"))
    return named and (clause.startswith(of_plan) or counted.startswith(of_plan))


def is_passed(sentence: Sentence, item: Item) -> bool:
    """Whether a bare number follows a plan that was passed: "vượt mục tiêu 7%"."""
    before, behind = sentence.before(item), sentence.behind(item)
    if behind and "filler" in behind.cues:
        behind = sentence.behind(behind)  # "vượt kế hoạch gần 200 triệu USD"
    missed = says(sentence.text_before(item, 11), "missed")
    return bool(
        before
        and ("exceed" in before.cues or missed)
        and item.start - before.end <= 2
        and behind
        and behind.kind == "number"
        and behind.start - item.end <= _ABOUT
    )


def is_reached(sentence: Sentence, item: Item) -> bool:
    """Whether a plan is only said to be reached or not: "vượt kế hoạch", "đạt mục tiêu"."""
    before = sentence.before(item)
    return bool(
        before
        and before.cues & {"equal", "exceed", "actual", "low"}
        and item.start - before.end <= 2
    )


def closes_a_plan(sentence: Sentence, item: Item) -> bool:
    """Whether it only says who set the plan just told: "mục tiêu 10% mà thành phố đặt ra"."""
    said = sentence.lower[item.start : item.end]
    if said in words("set_by"):
        return not stands_first(sentence, item) and stands_behind_value(sentence, item)
    if said not in words("set_forth"):
        return False
    for before in sentence.backwards(item):
        if before.kind == "number":
            told = sentence.context.made.get(before.start)
            near = item.start - before.end <= _WHO
            return near and told is not None and told.kind is Kind.TARGET
        if before.kind in ("subject", "separator"):
            return False
    return False


def stands_behind_value(sentence: Sentence, item: Item) -> bool:
    """Whether a figure stands before it in its clause: no document's number, no earlier clause."""
    value = next((each for each in sentence.backwards(item) if each.quantity), None)
    if value is None or sentence.context.fates.get(value.start) in _NO_VALUES:
        return False  # "Nghị quyết số 226/NQ-CP của Chính phủ giao Lạng Sơn tăng trưởng 8%"
    return not says(sentence.lower[value.end : item.start], "while")


def stands_first(sentence: Sentence, item: Item) -> bool:
    """Whether a sign, a period or a place stands right before it: "Năm nay HĐND giao 8%"."""
    before = sentence.before(item)
    at = sentence.start if before is None else before.end
    between = sentence.lower[at : item.start].strip(f"{OPENERS} ")
    return not between and (before is None or before.kind in ("separator", "period", "place"))


def plans_what_follows(sentence: Sentence, item: Item) -> bool:
    """Whether a plan opens a list: "giữ mục tiêu thu ngân sách 7.000 tỷ đồng, tạo việc làm ..."."""
    behind = sentence.following(item, 3)
    if len(behind) == 3 and not behind[1].cues.isdisjoint(_TO_VALUE):
        del behind[1]  # "chỉ tiêu cả năm thu ngân sách từ 116.000 tỷ đồng trở lên và GRDP ..."
    return (
        len(behind) >= 2
        and behind[0].kind == "subject"
        and behind[0].start - item.end <= 2
        and behind[1].kind == "number"
        and not is_reached(sentence, item)
        and sentence.frame.compare == ""
    )


def sets_out(sentence: Sentence, item: Item) -> bool:
    """Whether a plan's document tells what follows: "Nghị quyết Đại hội ... xác định GRDP tăng"."""
    subject = next((each for each in sentence.following(item) if each.kind == "subject"), None)
    if subject is None or any(each.quantity for each in sentence.items[item.index : subject.index]):
        return False
    return sentence.text_before(subject, _SETS_OUT).strip().endswith(words("sets_out"))


def opens_as_planned(sentence: Sentence, item: Item) -> bool:
    """Whether a sentence opens with "Theo kế hoạch" and a comma: it tells what is planned.

    Perhaps with when and by whom: "Theo kế hoạch năm 2022 được UBND tỉnh giao, ...".
    """
    ahead = sentence.following(item)
    ends = next((each for each in ahead if each.kind not in ("cue", "period")), None)
    opens = item.index == 0 and ends is not None and ends.separator == ","
    as_planned = sentence.lower[item.start : item.end] in words("as_planned")
    return opens and as_planned and not any("exceed" in each.cues for each in sentence.items)


def is_still_aimed_at(frame: Frame) -> bool:
    """Whether targets are being told, none of the subject: "phấn đấu hoàn thành dự toán"."""
    return frame.kind is Kind.TARGET and frame.run.last is None
