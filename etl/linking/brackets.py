"""Brackets: what one opens and closes, and which of the numbers in it are figures."""

import re
from itertools import takewhile

from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.models import Kind
from etl.recognising.lexicon import says, words
from etl.recognising.periods import resolve

_OF_PLAN = frozenset({"province_body", "known"})
"""Cues between a plan and its value: "dự toán điều chỉnh của HĐND tỉnh (8.600 tỷ đồng)"."""
_PLAIN = frozenset({"filler", "from", "document", "part"})
"""Cues that may stand before the name of goods: "chủ yếu từ hạt điều (540 triệu USD)"."""
_ORDER = re.compile(r"\(([^()/\d\n]{2,30})/([^()/\d\n]{2,30})\)")
"""A bracket that names what two values are of, in their order."""
_LEGEND = 40
"""Characters of "là mục tiêu của nghị quyết", behind "số trong ngoặc"."""
_GIVEN_BY = 30
"""Characters for who gave a plan, between it and its value: "kế hoạch vốn ... giao (20.400 tỷ)"."""


def open_bracket(sentence: Sentence, item: Item) -> None:
    """A bracket has a frame of its own; one right behind "kế hoạch" holds the plan's value."""
    sentence.stack.append(sentence.frame)
    sentence.frame = sentence.frame.bracket()
    before, behind = sentence.before(item), sentence.behind(item)
    dated = any(each.period for each in sentence.following(item, 2))
    if before is not None and "month_before" in before.cues and not dated:
        sentence.frame.scope = "other_period"  # "cao hơn hai quý trước (7,4% và 8,02%)"
    named = any(each.kind == "subject" for each in sentence.following(item, 3))
    held = holds_one_change(sentence, item) or (named and holds_one_value(sentence, item))
    held = held or holds_base(sentence, item)
    base = before is not None and (before.used or sentence.stack[-1].compare == "year")
    if before is not None and base and before.period and held:
        running = sentence.frame.period or sentence.context.period
        sentence.frame.period = sentence.frame.base_period = resolve(before.period, running)
    if sentence.context.brackets_plan and holds_one_value(sentence, item):
        sentence.frame.plan_next = True
    while before is not None and tells_whose_plan(sentence, before):
        before = sentence.before(before)  # "bằng 97,8% chỉ tiêu cả năm (800 triệu USD)"
    if before is None or "plan" not in before.cues or holds_result(sentence, item):
        return
    if tells_change(sentence, item):
        return
    year = behind.period.year if behind and behind.period else None
    if year and year < sentence.context.year:
        return  # "vượt 0,3% dự toán (năm 2016 dừng ở 27.310 tỷ đồng)"
    holds_number = behind is not None and behind.kind == "number" and behind.start - item.end <= 1
    if item.start - before.end <= (_GIVEN_BY if holds_number else 2):
        sentence.frame.plan_next = True


def tells_whose_plan(sentence: Sentence, item: Item) -> bool:
    """Whether it may stand between a plan and its value, and tells whose or of when it is."""
    said = sentence.lower[item.start : item.end]
    given = ("target" in item.cues and said in words("set_by")) or said in words("to_build")
    return given or item.kind == "period" or not item.cues.isdisjoint(_OF_PLAN)


def says_brackets_plan(lower: str) -> bool:
    """Whether a text says what its brackets hold: "Số trong ngoặc là mục tiêu của nghị quyết"."""
    found = (lower.find(phrase) for phrase in words("in_brackets"))
    return any(at >= 0 and says(lower[at : at + _LEGEND], "plan_column") for at in found)


def says_plan_first(lower: str) -> bool:
    """Whether a text says that of two values the first is the plan's: "(mục tiêu/thực hiện)"."""
    return any(_name_plan_and_result(*named.groups()) for named in _ORDER.finditer(lower))


def says_pairs(lower: str) -> bool:
    """Whether a text says that of two values one is the plan's: "Cụ thể (thực hiện/kế hoạch):"."""
    orders = [named.groups() for named in _ORDER.finditer(lower)]
    return any(
        _name_plan_and_result(*named) or _name_plan_and_result(*named[::-1]) for named in orders
    )


def _name_plan_and_result(plan: str, result: str) -> bool:
    reached = result.strip().startswith(words("reached_column"))
    return reached and plan.strip().endswith(words("plan_column"))


def holds_one_value(sentence: Sentence, opening: Item) -> bool:
    """Whether a number, with its bound or its name, is all that the bracket holds: "(dưới 20%)"."""
    for held in sentence.following(opening):
        if held.separator == ")":
            return True
        bound = held.kind == "cue" and held.cues <= {"low", "high", "low_after", "high_after"}
        if held.kind not in ("number", "subject") and not bound:
            return False
    return False


def holds_second_plan(sentence: Sentence, item: Item, opening: Item) -> bool:
    """Whether a bracket only holds the plan of what an earlier one told: "68% (27%), KH 70% (28%)".

    A second percentage of the same thing it is not.
    """
    before = sentence.before(opening)
    told = sentence.context.made.get(before.start) if before else None
    planned = told is not None and told.kind is Kind.TARGET and told.dimension == "percent"
    percent = item.quantity is not None and item.quantity.dimension == "percent"
    return planned and percent and holds_one_value(sentence, opening)


def is_of_goods(sentence: Sentence, item: Item, opening: Item) -> bool:
    """Whether a bracket's amount is of what is named before it: "từ hạt điều (540 triệu USD)"."""
    before, start = sentence.before(opening), sentence.start
    if before is not None and sentence.behind(opening) is item:
        for each in sentence.backwards(opening):
            if each.kind in ("number", "separator"):
                start = each.end
                break
            if each.kind != "cue" or not each.cues <= _PLAIN:
                return False
        return sentence.count_unknown_before(opening, start) > 0
    return False


def holds_base(sentence: Sentence, opening: Item) -> bool:
    """Whether all the bracket holds is the value of the base before it: "hơn năm 2022 (1,9 tỷ)".

    A percentage behind an amount may be its change.
    """
    held = next((each.quantity for each in sentence.following(opening, 2) if each.quantity), None)
    told = sentence.frame.run.last
    if held is None or told is None or not holds_one_value(sentence, opening):
        return False
    return held.dimension == told.dimension and held.dimension in ("vnd", "usd", "percent")


def holds_result(sentence: Sentence, opening: Item) -> bool:
    """Whether the bracket behind a plan holds a result: "98% kế hoạch (nay mới được 34,6%)"."""
    held = takewhile(lambda each: each.kind in ("cue", "period"), sentence.following(opening))
    return any("actual" in each.cues and "plan" not in each.cues for each in held)


def tells_change(sentence: Sentence, opening: Item) -> bool:
    """Whether it tells how an amount changed: "870 triệu USD, bằng 46% kế hoạch năm (+15,1%)"."""
    level = sentence.frame.run.level
    held = next((each.quantity for each in sentence.following(opening, 2) if each.quantity), None)
    percent = held is not None and held.dimension == "percent"
    return bool(percent and level and level.dimension != "percent")


def holds_one_change(sentence: Sentence, opening: Item) -> bool:
    """Whether the bracket behind a base holds its own change: "so với năm 2020 (giảm 10,5%)"."""
    held = sentence.following(opening, 3)
    if len(held) < 3 or held[1].quantity is None or held[2].separator != ")":
        return False
    changes = not held[0].cues.isdisjoint({"grow", "fall"}) and "plan" not in held[0].cues
    return changes and held[1].quantity.dimension == "percent"


def close_bracket(sentence: Sentence) -> None:
    """Go back to the frame outside; a subject named in the bracket stays where none was outside."""
    if not sentence.stack:
        return
    inner, sentence.frame = sentence.frame, sentence.stack.pop()
    if sentence.frame.scope == "nation":
        sentence.frame.scope = ""
    outer = sentence.frame.run
    named = inner.run.subject not in ("", "grdp_size", outer.subject)
    if (not outer.subject and not outer.fate) or (
        named and inner.run.last is None and outer.last is None
    ):
        sentence.frame.run = inner.run


def fate_of_bracketed(sentence: Sentence, item: Item) -> str:
    """The fate of the number whose plan this is, in the bracket behind it, where it is no figure.

    "công nghiệp chế biến chiếm 36% trong GRDP (kế hoạch 37%)".
    """
    if not sentence.frame.plan_next or not sentence.stack:
        return ""
    opened = next((each for each in sentence.backwards(item) if each.separator == "("), item)
    outside = next(
        (
            each
            for each in sentence.backwards(opened)
            if each.quantity or each.kind == "separator" or "plan" in each.cues
        ),
        item,
    )
    if outside.quantity is None or item.quantity is None or sentence.tells(outside):
        return ""
    alike = outside.quantity.dimension == item.quantity.dimension
    return sentence.context.fates.get(outside.start, "") if alike else ""


def is_part_in_bracket(sentence: Sentence, item: Item) -> bool:
    """Whether a bracket only tells parts, or what the thing before it cost.

    "Xuất khẩu 5.084 triệu USD (gỗ 662 triệu USD)", "nhờ nhà máy X (vốn 43.000 tỷ đồng)". Where the
    run's own amounts are capital it is theirs: "11 dự án FDI (vốn đăng ký 96 triệu USD)".
    """
    run, level = sentence.frame.run, sentence.readings(sentence.frame.run.subject).get("level")
    if not sentence.stack or level is None or sentence.frame.plan_next:
        return False
    opened = next((each for each in sentence.backwards(item) if each.separator == "("), None)
    if opened is None:
        return False
    if holds_second_plan(sentence, item, opened):
        return True
    told = run.level
    if told is not None and item.quantity and told.start < opened.start:
        amount = item.quantity.dimension == told.dimension and told.dimension in ("vnd", "usd")
        named = run.start < opened.start and sentence.count_unknown_before(item, opened.end) > 0
        if amount and (named or is_of_goods(sentence, item, opened)):
            return True
    capital = words("capital")
    said = sentence.lower[opened.end : item.start].startswith(capital)
    return said and not any(word in phrase for phrase in level.phrases for word in capital)
