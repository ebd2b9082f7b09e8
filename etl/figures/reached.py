"""What shows beside aims that a number was reached."""

from etl.linking.items import Item
from etl.linking.plans import COUNTED_PLANS
from etl.linking.sentence import Sentence
from etl.models import Kind
from etl.recognising.lexicon import says
from etl.recognising.periods import Period

_AIMED = frozenset({"plan", "plan_document", "target", "weak_target"})
_ONLY = 20
"""Characters of "mới chỉ nhích lên" with its blanks."""
_THERE_IS = frozenset({"in_stock", "so_far"})


def is_left_behind(sentence: Sentence, item: Item) -> bool:
    """Whether what is aimed at is told behind it: "đưa từ 38% năm 2012 xuống 34% năm nay".

    Its year may stand in brackets: "kéo từ 20,14% (năm 2011) xuống dưới 17,5%".
    """
    behind = sentence.following(item, 4)
    if [each.separator or each.kind for each in behind[:3]] == ["(", "period", ")"]:
        behind = behind[3:]
    behind = behind[:3]
    return any("to" in each.cues for each in behind) and not any(
        each.kind in ("number", "separator") for each in behind[:2]
    )


def is_year_gone_by(sentence: Sentence, item: Item, period: Period) -> bool:
    """Whether a clause tells of an earlier year: "hướng tới 137 triệu; mức của năm 2023 là 130".

    Earlier than the report's, or than that of which a target was just told. Or than the year
    named first: "Năm 2024 đặt mục tiêu 6,5%, sau khi năm 2023 GRDP tăng 5,1%".
    """
    past = period.last < sentence.context.year
    turned = any(named.last > period.last for named, _ in sentence.named_periods)
    told = any(
        draft.kind is Kind.TARGET and draft.period.last > period.last for draft in sentence.drafts
    )
    if not (past or turned or told) or period.part:
        return False
    named = False
    for before in sentence.backwards(item):
        if before.separator == ";":
            return named
        if before.separator == "(":  # "tăng 15% so với năm 2023 (7.800 tỷ đồng)"
            base = sentence.before(before)
            return base is not None and base.kind == "period"
        if before.kind == "number" and turned:
            return named
        if before.separator not in ("", ",") or before.cues & {"target", "plan"}:
            return False
        named = named or before.kind == "period"
    return False


def has_told_result(sentence: Sentence, item: Item) -> bool:
    """Whether the sentence tells what there is: "hiện có 6,35 bác sĩ/vạn dân; 21,6 giường bệnh"."""
    plain = [draft for draft in sentence.drafts if not draft.in_bracket]
    return bool(plain and plain[-1].kind is Kind.ACTUAL) or any(
        not before.cues.isdisjoint(_THERE_IS) for before in sentence.earlier(item)
    )


def is_reached_within_plan(sentence: Sentence, item: Item, period: Period) -> bool:
    """Whether its segment names a part of the year gone by, behind the year's plan.

    "Kế hoạch 2,5 - 3 tỷ USD, 11 tháng thu hút vốn đăng ký 1,63 tỷ USD". Also a plan of which no
    value is told, behind ";": "Kế hoạch vốn được giao là ...; giải ngân đến 30/11 là 58%". And
    what goes on about the same time: "... của Bạc Liêu được 34,5%, của Cà Mau 28,1%".
    """
    now, told = sentence.context.now, sentence.drafts[-1:]
    over = now is not None and (period.last, period.end_month) <= now
    if not period.part or not over:
        return False
    named, apart = False, ""
    for before in sentence.backwards(item):
        opening = sentence.before(before) if before.separator == "," else None
        if opening is not None and opening.period and before.start == opening.end:
            continue  # "...; năm tháng qua, giải ngân được 34,5%"
        if before.kind == "separator":
            apart = before.separator
            break
        if names_aim(before):
            return False
        named = named or before.kind == "period"
    if not told:
        held = apart == ":" and sentence.cue_behind(item, "year_before")
        return named and (apart == ";" or held)
    if told[0].kind is Kind.ACTUAL:
        return not named and told[0].period == period
    return named and told[0].period == Period(period.last, period.last)


def is_told_as_reached(sentence: Sentence, item: Item, unit: str) -> bool:
    """Whether behind ";" or a value follows what was reached of the aim just told, with no new aim.

    "Mục tiêu đặt ra là 25 xã; hết năm có 22 xã", "nghị quyết yêu cầu 8%, GRDP chỉ tăng 6,4%".
    """
    only = says(sentence.text_before(item, _ONLY), "only")
    told = sentence.drafts[-1] if is_told_again(sentence, item) else None
    again = told is not None and told.kind is Kind.TARGET and told.unit == unit
    for before in sentence.backwards(item):
        if names_aim(before):
            return False
        if before.kind == "number":
            return only
        if before.separator == ";":
            return only or again
    return False


def is_told_again(sentence: Sentence, item: Item) -> bool:
    """Whether the target of its subject has been told: "đặt mục tiêu tăng 7%, ước giảm 8,25%"."""
    if not sentence.drafts:
        return False
    told = sentence.drafts[-1]
    readings = sentence.readings(sentence.frame.run.subject).values()
    same = any(reading.indicator == told.indicator for reading in readings)
    return same and any(
        before.separator in (",", ";") and before.start >= told.end
        for before in sentence.earlier(item)
    )


def is_contrasted(sentence: Sentence, item: Item) -> bool:
    """Whether "song" opens its clause: "Nghị quyết đặt mức 7,5%, song ước cả năm giảm 8,25%"."""
    start = next((each.end for each in sentence.backwards(item) if each.separator), sentence.start)
    return sentence.is_contrasted(start)


def names_aim(item: Item) -> bool:
    """Whether the item speaks of a plan or of what is aimed at."""
    return item.subject in COUNTED_PLANS or not item.cues.isdisjoint(_AIMED)
