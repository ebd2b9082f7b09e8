"""Whose value a number is: the run's subject's, that of the subject behind it, or nobody's."""

from itertools import takewhile

from etl.catalogue import Indicator
from etl.figures.differences import (
    is_difference,
    is_missing,
    is_plan_compared,
    is_short_of,
)
from etl.figures.making import make
from etl.figures.readings import reading_of
from etl.figures.shares_of_others import (
    is_share_of_another,
    is_share_of_count,
    is_share_of_those,
)
from etl.figures.values import Value, value_of
from etl.linking.brackets import fate_of_bracketed, is_part_in_bracket
from etl.linking.frames import Run
from etl.linking.items import Item
from etl.linking.other_uses import is_too_loose
from etl.linking.sentence import Sentence
from etl.recognising.lexicon import says, words
from etl.recognising.quantities import Quantity
from etl.whose.continuing import continued_run
from etl.whose.nations import whose_behind
from etl.whose.proper_names import is_of_named_thing

_COUNTED = 3
"""Words of what was counted, before a comma: "lượt khách du lịch"."""
_NOUN = 12
"""Characters between a number and what follows its noun: "29 xã trong số này"."""


def read_value(sentence: Sentence, item: Item, quantity: Quantity) -> str:
    """Make the number the value of a subject, or tell why it is none's."""
    frame = sentence.frame
    if is_of_named_thing(sentence, item):
        return "company"
    if frame.run.level is not None and is_called_plan(sentence, item):
        frame.plan_next = True
    told = read_value_of_subject_behind(sentence, item, quantity)
    if told:
        return told
    fate = frame.run.fate or fate_of_bracketed(sentence, item)
    if fate:
        return fate
    if is_part_in_bracket(sentence, item) or is_contributed(sentence, quantity):
        return "part"
    if not frame.run.subject:
        frame.run = continued_run(sentence, item)
    if not frame.run.subject:
        return "no_indicator"
    if is_share_of_another(sentence, item, quantity) or is_share_of_count(sentence, item):
        return "no_indicator"
    if sentence.names_another_thing(item):
        if quantity.dimension in ("vnd", "usd") and frame.run.last is None:
            frame.run.misfit = True
        return "no_indicator"
    behind = sentence.behind(item)
    if behind and behind.start - item.end <= _NOUN and is_of_these(sentence, behind):
        return "part"
    if quantity.dimension != "percent" and (
        is_part_of_level(sentence, item) or ("share" in frame.verbs and frame.run.last)
    ):
        return "part"  # "38.500 tấn thủy sản, tôm chiếm 21.200 tấn"
    elsewhere = frame.run.carried or not sentence.same_segment(frame.run.start, item)
    counted = quantity.dimension == "percent" and behind and behind.start - item.end <= 1
    if (
        elsewhere
        and behind
        and behind.kind == "other"
        and behind.start - item.end <= 40
        and not counted
    ):
        return behind.fate
    passed = sentence.verb in ("exceed", "fall") and sentence.cue_behind(item, "plan")
    short = is_short_of(sentence, item) or is_missing(sentence, item)
    if (quantity.dimension == "bare" and passed) or short:
        return "difference"
    if is_plan_compared(sentence, item, quantity):
        frame.plan_next, frame.compare = True, ""
    elif (
        quantity.dimension not in ("percent", "points")
        and not frame.plan_next
        and is_difference(sentence, item)
    ):
        return "difference"
    move_to_locality(sentence, item)
    found = (
        reading_of(sentence, item, frame.run, quantity)
        or earned(sentence, item, quantity)
        or counted_again(sentence, item, quantity)
    )
    if not found:
        frame.run.misfit = quantity.dimension in ("vnd", "usd")
        return "unit_does_not_fit" if quantity.dimension != "bare" else "no_indicator"
    return make(sentence, item, *found)


def is_contributed(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether an amount is what something adds to the one just told: "nội địa góp 20.105 tỷ"."""
    frame = sentence.frame
    told = frame.run.level or frame.run.earlier
    alike = told is not None and told.dimension == quantity.dimension in ("vnd", "usd")
    return alike and "contribute" in frame.verbs and not frame.place


def is_of_these(sentence: Sentence, item: Item) -> bool:
    """Whether it says that what was counted is of those before: "310 người trong đó ra nước ngoài".

    "13.650 người trong đó 310 người" tells of the whole first.
    """
    if "of_these" in item.cues:
        return True
    listed = sentence.lower[item.start : item.end] in words("among_which")
    ahead = takewhile(lambda each: each.kind != "separator", sentence.following(item))
    touches = sentence.lower[: item.start].rstrip()[-1:].isalpha()
    return listed and touches and not any(each.kind == "number" for each in ahead)


def earned(sentence: Sentence, item: Item, quantity: Quantity) -> tuple[Indicator, Value] | None:
    """What was earned by what was counted: "6,7 triệu lượt khách, thu về 5.350 tỷ đồng"."""
    run = sentence.frame.run
    level = sentence.readings(run.subject).get("level")
    if level is None or not level.earns or quantity.dimension != "vnd":
        return None
    counted = next((each for each in sentence.backwards(item) if each.quantity), None)
    joined = (
        counted is not None
        and run.level is not None
        and sentence.context.made.get(counted.start) is run.level
        and (
            sentence.lower[counted.end : item.start].rstrip().endswith(words("and"))
            or is_told_of_both(sentence, counted, item, level.earns)
        )
    )  # "kế hoạch là 9 triệu lượt khách và 40.000 tỉ đồng"
    joined = joined or is_among_parts(sentence, level.earns)
    if not (joined or says(sentence.segment_text(item), "earned")):
        return None
    sentence.frame.run = Run(level.earns, start=item.start, end=item.start)
    return reading_of(sentence, item, sentence.frame.run, quantity)


def is_told_of_both(sentence: Sentence, counted: Item, item: Item, earns: str) -> bool:
    """Whether a pair that was told before is told again: "Năm 2018: 7,38 triệu lượt, 3.200 tỷ"."""
    between = sentence.lower[counted.end : item.start].split()
    near = bool(between) and between[-1].endswith(",") and len(between) <= _COUNTED
    return near and any(draft.indicator == earns for draft in sentence.context.drafts)


def is_among_parts(sentence: Sentence, earns: str) -> bool:
    """Whether the whole or another part was told last: "thu nội địa 20 tỷ; xuất nhập khẩu 3 tỷ"."""
    whole = sentence.catalogue.indicators[earns].part_of
    for told in sentence.context.drafts[-1:]:
        return whole != "" and whole in (
            told.indicator,
            sentence.catalogue.indicators[told.indicator].part_of,
        )
    return False


def counted_again(
    sentence: Sentence, item: Item, quantity: Quantity
) -> tuple[Indicator, Value] | None:
    """What was counted before another amount: "... doanh thu 1.760 tỷ đồng; nay 1,5 triệu lượt"."""
    if not quantity.multiplied:
        return None
    noun = sentence.lower[quantity.noun_at : quantity.noun_at + _NOUN].lstrip()
    for draft in reversed(sentence.drafts):
        nouns = sentence.catalogue.units[draft.unit].nouns
        if nouns and noun.startswith(nouns):
            sentence.frame.run = Run(draft.indicator, start=item.start, end=item.start)
            return reading_of(sentence, item, sentence.frame.run, quantity)
    return None


def read_value_of_subject_behind(sentence: Sentence, item: Item, quantity: Quantity) -> str:
    """Make the number the value of the subject right behind it; '' where it is not that one's."""
    frame, run = sentence.frame, sentence.frame.run
    behind = sentence.subject_behind(item)
    if behind is None or is_too_loose(sentence, behind):
        return ""
    between = sentence.lower[quantity.noun_at : behind.start].strip()
    touching = not between or between in words("number_of")  # "60% số xã đạt chuẩn"
    here = run.subject and sentence.same_segment(run.start, item)
    of_source = sentence.lower.startswith(words("source"), behind.start)  # "thu X tỷ từ hải quan"
    called = sentence.text_before(behind, 5).split()[-1:] == list(words("is"))  # "10 xã là ..."
    if not (touching or of_source or called) and here and reading_of(sentence, item, run, quantity):
        return ""
    if touching and is_share_of_those(sentence, quantity, behind):
        return "share_of_other"
    following = Run(behind.subject, behind.hint, start=behind.start, end=behind.end)
    reading = reading_of(sentence, item, following, quantity)
    if run.fate and sentence.same_segment(run.end, item):
        return "part"
    of_another = touching and behind.subject != "grdp_size" and not frame.verbs
    if not reading and of_another and quantity.dimension == "percent":
        return "share_of_other"  # "đóng góp 24% GDP và 27% số thu ngân sách của cả nước"
    if not reading or (quantity.dimension == "percent" and reading[0].reading == "growth"):
        return ""
    if whose_behind(sentence, behind):
        return "region"
    behind.used = True
    frame.run = following
    return make(sentence, item, *reading)


def is_called_plan(sentence: Sentence, item: Item) -> bool:
    """Whether an amount is named the plan's right behind it: "7.900 tỷ đồng kế hoạch"."""
    behind = sentence.behind(item)
    return bool(
        item.quantity
        and item.quantity.dimension in ("vnd", "usd")
        and behind
        and "plan" in behind.cues
        and behind.start - item.end <= 1
    )


def is_part_of_level(sentence: Sentence, item: Item) -> bool:
    """Whether "trong đó", "gồm" stands between the run's level and the number, and no subject."""
    run = sentence.frame.run
    level = run.level or run.earlier
    if level is not None and level.dimension == "attribute":
        return False
    of_nobody = False
    for before in sentence.backwards(item):
        if level is None and before.kind == "number":  # "47 bác sĩ xin nghỉ, trong đó 29 người"
            return of_nobody and counts_for_nobody(sentence, before, item)
        if before.kind == "period" or (level and before.start <= max(level.start, run.start)):
            return False
        if "part" in before.cues and level is not None:
            return True
        of_nobody = of_nobody or "part" in before.cues
    return False


def move_to_locality(sentence: Sentence, item: Item) -> None:
    """Let "nước sạch ... ở khu vực nông thôn" be the countryside's indicator, not the towns'."""
    run = sentence.frame.run
    level = sentence.readings(run.subject).get("level")
    if level is None or not level.elsewhere:
        return
    elsewhere = dict(level.elsewhere)
    per_head = elsewhere.pop("person", "")
    if per_head and is_per_head(sentence, item, sentence.catalogue.indicators[per_head]):
        sentence.frame.run = Run(per_head, start=run.start, end=run.end)
        return
    for before in sentence.backwards(item):
        if before.kind == "number":
            break
        for locality, subject in elsewhere.items():
            if locality in before.cues:
                sentence.frame.run = Run(subject, run.hint, start=run.start, end=run.end)
                return
    for behind in sentence.following(item, 3):
        if behind.kind in ("number", "separator", "subject"):
            break
        for locality, subject in elsewhere.items():
            if locality in behind.cues and "to" not in behind.cues:
                sentence.frame.run = Run(subject, run.hint, start=run.start, end=run.end)
                return
    last = sentence.drafts[-1].indicator if sentence.drafts else ""
    if last not in elsewhere.values():
        return
    opened = not sentence.items[0].cues.isdisjoint(elsewhere)  # "Nông thôn có 99% ..., còn ..."
    # "dân số nông thôn sử dụng nước hợp vệ sinh: 98,5%; sử dụng nước sạch: 63%"
    unnamed = not says(sentence.lower[sentence.drafts[-1].end : item.start], "locality")
    if opened or unnamed or sentence.cue_before(item, "part", ("number",)):
        sentence.frame.run = Run(last, run.hint, start=run.start, end=run.end)


def is_per_head(sentence: Sentence, item: Item, per_head: Indicator) -> bool:
    """Whether an amount is a head's: "GRDP 75 triệu đồng/người", "GRDP bình quân đạt 4.250 USD"."""
    quantity = item.quantity
    if quantity is None:
        return False
    if any(word in quantity.per for word in words("per_person")):
        return True
    averaged = says(sentence.lower[sentence.frame.run.end : item.start], "on_average")
    return averaged and value_of(per_head, quantity, sentence.lower) is not None


def counts_for_nobody(sentence: Sentence, whole: Item, item: Item) -> bool:
    """Whether the number is of no indicator, and of the kind of the one that may be a part of it.

    "4 chỉ tiêu không đạt gồm: xuất khẩu (420/550 triệu USD)" counts, and then tells amounts.
    """
    nobody_s = sentence.context.fates.get(whole.start) == "no_indicator"
    kinds = {each.quantity.dimension for each in (whole, item) if each.quantity}
    return nobody_s and len(kinds) == 1
