"""Cues: what a phrase such as "phấn đấu", "so với" or "lũy kế" sets in its frame."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from etl.linking.cue_scopes import set_scope
from etl.linking.frames import Run
from etl.linking.items import Item
from etl.linking.plans import (
    COUNTED_PLANS,
    closes_a_plan,
    is_reached,
    is_still_aimed_at,
    opens_as_planned,
    plans_what_follows,
    sets_out,
)
from etl.linking.sentence import Sentence
from etl.models import Kind
from etl.recognising.lexicon import NAMED, count_unknown, names_a_branch, says, words
from etl.recognising.periods import Period, since_january
from etl.when.bases import set_base

_VERBS = ("grow", "fall", "to", "equal", "exceed", "share", "contribute", "times", "added", "from")
"""Cues that are predicates of the number behind them."""
_SILENT = frozenset(_VERBS) - {"added"} | {
    *("filler", "known", "estimate", "high", "low", "ordinal", "document", "day")
}
"""Cues that set nothing but, at most, the predicate."""
_KINDS = frozenset({"weak_target", "plan", "target", "actual", "carried_out"})
_BASES = frozenset({"compare", "year_before", "month_before", "plan"})
_BUT = 8
"""Characters of "nhưng" with its blanks."""
_BRANCH = 4
"""Words of a branch of the economy, its "ngành" among them, at most."""


def read_cues(sentence: Sentence, item: Item) -> None:
    """Let the item's cues set what they say of the figures behind it."""
    if not item.cues:
        return
    verbs = verbs_of(item.cues)
    if "from" in verbs and opens_bound(sentence, item):
        verbs = tuple(verb for verb in verbs if verb != "from")
    sentence.frame.verbs += verbs
    if "plan" in item.cues and is_beside_plan(sentence, item):
        sentence.frame.verbs = []
    if is_silent(item.cues):
        return
    cues = item.cues - _BASES if item.used else item.cues
    set_base(sentence, item, cues)
    resume_run(sentence, item, cues)
    set_counting(sentence, item, cues)
    set_mode(sentence, item, cues)
    if "per_head" in cues:
        turn_to(sentence, item, sentence.catalogue.per_head)
    if "customs" in cues and sentence.frame.run.last is None:
        turn_to(sentence, item, sentence.catalogue.at_customs)
    set_kind(sentence, item, cues)
    set_scope(sentence, item, cues)
    if "part" in cues:
        follow_whole(sentence, item)


def opens_bound(sentence: Sentence, item: Item) -> bool:
    """Whether "từ" opens a bound or a range: "giảm từ 4% trở lên", "giảm từ 1,5 đến 2%"."""
    number = sentence.behind(item)
    if number is None or number.quantity is None:
        return False
    behind = sentence.behind(number)
    if behind is not None and "low_after" in behind.cues:
        return True
    ends = behind is not None and "to" in behind.cues  # "từ 11 - 11,5% xuống 8 - 8,5%"
    return number.quantity.low < number.quantity.high and not ends


def is_beside_plan(sentence: Sentence, item: Item) -> bool:
    """Whether the plan is what a result lies above or below: "còn 15,2%, thấp hơn kế hoạch 15,5%".

    That tells where it lies, not that it grew or fell.
    """
    before = sentence.before(item)
    return before is not None and before.is_comparative


@cache
def verbs_of(cues: frozenset[str]) -> tuple[str, ...]:
    """The predicates among the cues of a phrase."""
    return tuple(verb for verb in _VERBS if verb in cues)


@cache
def is_silent(cues: frozenset[str]) -> bool:
    """Whether the cues of a phrase set nothing but, at most, the predicate."""
    return cues <= _SILENT


def follow_whole(sentence: Sentence, item: Item) -> None:
    """The parts behind "trong đó" are of the whole's period, and of its plan where that is one."""
    before = sentence.before(item)
    told = [draft for draft in sentence.drafts if not draft.in_bracket]
    if not told or before is None or before.kind != "separator":
        return
    if len({(draft.period, draft.kind) for draft in told}) == 1:
        sentence.frame.period = told[-1].period
        listed = sentence.lower[item.start : item.end] in words("among_which")
        if told[-1].kind is Kind.TARGET and listed and sentence.frame.kind is None:
            sentence.frame.kind = Kind.TARGET  # "dự toán là 51.000 tỷ đồng, gồm 39.000 ..."


def resume_run(sentence: Sentence, item: Item, cues: frozenset[str]) -> None:
    """Go on about the figure just told ("con số này"), or about the economy as a whole."""
    frame, last_run = sentence.frame, sentence.context.last_run
    goes_on = "this_figure" in cues and not sentence.names_another_thing(item)
    if goes_on and last_run and not frame.run.subject:
        if last_run.subject in sentence.catalogue.sectors and is_held_against(sentence):
            last_run = Run("grdp_size", "growth")
        frame.run = replace(last_run, start=item.start, end=item.end)
    if (
        "economy" in cues
        and (
            not frame.run.subject
            or (frame.run.subject in COUNTED_PLANS and frame.run.level is None)
            or (frame.run.carried and "target" in cues)
            or has_contributed(sentence, item)
        )
        and not frame.run.fate
        and not any(is_amount(sentence, before) for before in sentence.clause_before(item))
        and not sentence.names_another_thing(item)
        and not grows_another_thing(sentence, item)
        and not grows_a_branch(sentence, item)
    ):
        frame.run = Run("grdp_size", "growth", start=item.start, end=item.end)


def grows_another_thing(sentence: Sentence, item: Item) -> bool:
    """Whether what grows is named behind, and no economy: "tốc độ tăng trưởng đàn gia súc 5%"."""
    behind = sentence.behind(item)
    if behind is None or behind.kind != "number":
        return False
    return count_unknown(sentence.lower[item.end : behind.start].split()) >= NAMED


def grows_a_branch(sentence: Sentence, item: Item) -> bool:
    """Whether what grows is named right before, and no economy: "ngành thép tăng trưởng 17%"."""
    start = max(
        (each.end for each in sentence.backwards(item) if each.kind in ("number", "separator")),
        default=sentence.start,
    )
    return names_a_branch(sentence.words_before(item, start)[-_BRANCH:])


def is_held_against(sentence: Sentence) -> bool:
    """Whether the sentence names a province or a plan: an economy's growth is held against them."""
    return any(
        (item.place and item.place.level == "province") or "plan" in item.cues
        for item in sentence.items
    )


def has_contributed(sentence: Sentence, item: Item) -> bool:
    """Whether a contribution to it was just told: "đóng góp 4,6 điểm trong mức tăng 8,1%"."""
    if sentence.lower.startswith(words("into"), item.start):
        return True  # "góp 2,6 điểm vào mức tăng chung 5,9%"
    for before in sentence.backwards(item):
        if before.kind == "number":
            return sentence.context.fates.get(before.start) == "contribution"
        if before.kind in ("subject", "separator"):
            return False
    return False


def is_amount(sentence: Sentence, item: Item) -> bool:
    """Whether the item is a figure, or an amount of something else that may have grown."""
    amount = item.quantity is not None and item.quantity.dimension in ("vnd", "usd")
    return amount or sentence.tells(item)


def set_counting(sentence: Sentence, item: Item, cues: frozenset[str]) -> None:
    """Whether counts are of what is new, of all there is, or of all there has ever been."""
    frame = sentence.frame
    if "cumulative" in cues:
        behind = sentence.behind(item)
        dated = behind and behind.kind == "period" and behind.start - item.end <= 8
        frame.cumulative = not dated
        if not dated and frame.period is not None and frame.period.part[:1] == "M":
            frame.period = since_january(frame.period)  # "tháng 5 ước 155 triệu, lũy kế 642 triệu"
    if "in_stock" in cues and frame.run.subject:
        frame.cumulative = True
    so_far = "so_far" in cues and says(sentence.lower[item.start : item.end], "now")
    if so_far or "at_present" in cues:
        return_to_present(sentence, item)  # "từ 12 sản phẩm năm 2019, đến nay có 265"
    if cues & {"so_far", "in_stock", "cumulative"}:
        frame.added = False
    elif "added" in cues:
        frame.added = True


def return_to_present(sentence: Sentence, item: Item) -> None:
    """What follows is reached now, not in the year long past or to come just spoken of."""
    frame, context, before = sentence.frame, sentence.context, sentence.before(item)
    joined = sentence.lower.startswith(words("and"), item.start)  # "21,6 triệu và nay 39,3 triệu"
    if before and before.kind == "number" and item.start - before.end <= 2 and not joined:
        return  # "từ 6,9% hiện nay xuống 5,3%"
    frame.period = frame.base_period = None
    if context.period.last != context.year:
        now = context.reported or Period(context.year, context.year)
        frame.period = frame.base_period = now
    if not any("target" in other.cues for other in sentence.clause_before(item)):
        frame.kind = Kind.ACTUAL


def set_mode(sentence: Sentence, item: Item, cues: frozenset[str]) -> None:
    """Whether sectors are told as shares, as growing, or by their gross output."""
    frame = sentence.frame
    if "structure" in cues:
        frame.mode, frame.mode_told = "share", True
    elif "growth_list" in cues:
        frame.mode, frame.mode_told, frame.growth_list = "growth", True, True
    elif "output" in cues:
        frame.mode, frame.mode_told = "output", True
        turn_to_output(sentence, item)


def turn_to_output(sentence: Sentence, item: Item) -> None:
    """A sector named before "giá trị sản xuất" is told by its gross output, or not at all."""
    run, catalogue = sentence.frame.run, sentence.catalogue
    if run.subject in catalogue.sectors:
        output = catalogue.outputs.get(run.subject, "")
        fate = "" if output else "part"
        sentence.frame.run = Run(output, fate=fate, start=item.start, end=item.end)
    elif run.subject and run.subject not in catalogue.outputs.values():
        sentence.frame.run = Run("", fate="no_indicator", start=item.start, end=item.end)


def turn_to(sentence: Sentence, item: Item, others: Mapping[str, str]) -> None:
    """An amount goes on as another: "GRDP tăng 7%, bình quân đầu người 81 triệu đồng"."""
    other = others.get(sentence.frame.run.subject)
    if other:
        sentence.frame.run = Run(other, start=item.start, end=item.end)


def set_kind(sentence: Sentence, item: Item, cues: frozenset[str]) -> None:
    """Whether what follows was reached or is aimed at."""
    frame = sentence.frame
    if "plan_document" in cues and (sets_out(sentence, item) or opens_as_planned(sentence, item)):
        frame.kind = Kind.TARGET
    if cues.isdisjoint(_KINDS) or closes_a_plan(sentence, item):
        return
    if "weak_target" in cues:
        frame.weak_target = True
    opens_with_plan = "plan" in cues and (item.index == 0 or plans_what_follows(sentence, item))
    if opens_with_plan and is_passed_by(sentence, item):
        opens_with_plan = False  # "Theo nghị quyết, năm 2012 thu ngân sách vượt 11,8% dự toán"
    if opens_with_plan and says(sentence.lower[item.end : item.end + 11], "missed"):
        opens_with_plan = False
    reached = "actual" in cues and not only_seems_reached(sentence, item, cues)
    carried_out = "carried_out" in cues and tells_result(sentence, item)
    if opens_with_plan or ("target" in cues and not is_reached(sentence, item)):
        frame.kind = Kind.TARGET
    elif reached or carried_out:
        frame.kind = Kind.ACTUAL


def tells_result(sentence: Sentence, item: Item) -> bool:
    """Whether "thực hiện" opens a clause and leads to a number: "KH 2,5%, thực hiện 2,64%".

    Or a sentence: "Kế hoạch: 3,5 triệu lượt khách. Thực hiện: 3,9 triệu lượt khách."
    """
    before, behind = sentence.before(item), sentence.behind(item)
    opens = before is None or (before.kind == "separator" and item.start - before.end <= 1)
    if behind is not None and behind.separator == ":":
        behind = sentence.behind(behind)
    changed = behind is not None and not behind.cues.isdisjoint({"grow", "fall", "equal", "to"})
    number = sentence.behind(behind) if behind and changed else behind
    return opens and number is not None and number.quantity is not None


def is_passed_by(sentence: Sentence, item: Item) -> bool:
    """Whether the sentence tells behind the plan by how much it was passed: "vượt 11,8%"."""
    passed = next((each for each in sentence.following(item) if "exceed" in each.cues), None)
    return passed is not None and any(each.quantity for each in sentence.following(passed))


def only_seems_reached(sentence: Sentence, item: Item, cues: frozenset[str]) -> bool:
    """Whether it goes on with what is aimed at: "phấn đấu hoàn thành dự toán", "nếu làm được"."""
    if "complete" in cues:
        return is_still_aimed_at(sentence.frame)
    if sentence.lower[item.start : item.end] not in words("yields"):
        return False
    if says(sentence.text_before(item, _BUT), "but"):
        return False  # "phấn đấu có thêm 12 xã nhưng mới có 9 xã"
    behind = sentence.behind(item)
    told = behind is not None and behind.kind == "number" and behind.start - item.end <= 1
    return not told or any("target" in each.cues for each in sentence.clause_before(item))
