"""Periods that a sentence names, but of which no figure is: a plan's, a norm's, a cause's."""

from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.recognising.lexicon import says, words
from etl.recognising.periods import Mention

_CAUSE = 30
"""Characters between what was the cause and its period: "nhờ đơn hàng trong tháng 8"."""
_PRICES = 14
"""Characters of "giá hiện hành" and a blank."""
_LONG = 12
"""Characters of "chưa đầy" and a blank."""
_TO_DATE = 9
"""Characters of "đến nay" with its blanks."""
_MADE = 6
"""Characters of "hồi" between a plan and the month in which it was made, with blanks."""
_MEETING = 12
"""Characters of "phiên họp" and a blank."""
_IS = 4
"""Characters of "là" with its blanks."""
_OF = 5
"""Characters of "của" between targets and their term."""
_VERB = 12
"""Characters of a verb behind a term."""
_EACH_YEAR = 24
"""Characters of "9. Bình quân mỗi năm trong"."""
_SPEAKER = 40
"""Characters of who speaks, before the colon: "- Ông Thạch Minh Tâm: Tính đến hết ngày ..."."""
_NUMBERING = "()0123456789. "
"""What the number of a point in a list consists of."""
_TITLED = frozenset({"plan", "plan_document"})
"""Cues before a year that is a report's second subject: "năm 2016 và kế hoạch năm 2017, ..."."""


def rules_no_figures(sentence: Sentence, item: Item, mention: Mention) -> bool:
    """Whether the sentence tells no figures of the period that it names."""
    frame, context = sentence.frame, sentence.context
    if mention.congress and not mention.cycle and not is_term_of_figures(sentence, item):
        return True
    if mention.within and not context.period.part:
        return True  # "trong tháng" of a report on a year
    if mention.after and (not (frame.period or context.drafts) or goes_past(sentence)):
        return True  # "Cũng sau một năm, ...", of the report's own year
    return (
        is_duration(sentence, item, mention)
        or is_of_plan(sentence, item)
        or is_of_prices(sentence, item)
        or is_second_subject(sentence, item)
        or is_of_norm(sentence, item, mention)
        or is_of_year_in_term(sentence, item, mention)
        or is_start(sentence, item, mention)
        or is_when_set(sentence, item, mention)
        or is_when_planned(sentence, item, mention)
        or is_of_meeting(sentence, item, mention)
        or is_circumstance(sentence, item)
    )


def goes_past(sentence: Sentence) -> bool:
    """Whether the year behind the one just told of is still to come."""
    context = sentence.context
    told = sentence.frame.period or context.drafts[-1].period
    return told.last >= context.year


def is_duration(sentence: Sentence, item: Item, mention: Mention) -> bool:
    """Whether it only tells how long something took: "giãn cách gần ba tháng"."""
    bare = bool(mention.part) and mention.year is None and not mention.running
    said = sentence.text_before(item, _LONG).split()
    alone = sentence.lower[item.start : item.end].split()[-1] in words("monthly")
    return bare and alone and bool(said) and said[-1] in words("duration")


def is_term_of_figures(sentence: Sentence, item: Item) -> bool:
    """Whether "nhiệm kỳ 2020-2025" is when figures are of, and not only the name of a congress.

    It opens the sentence or stands apart in it, or says of what term the targets are that are told
    next.
    """
    before, behind = sentence.before(item), sentence.behind(item)
    if says(sentence.text_before(item, _OF + 1), "throughout"):
        return True
    if sentence.lower[sentence.start : item.start].rstrip().endswith(words("on_average")):
        return True  # "GRDP bình quân nhiệm kỳ 2015 - 2020 tăng trên 7,5%"
    said = sentence.lower[sentence.start : item.start].rstrip()
    if not said.strip(_NUMBERING):
        return True  # "(10) Nhiệm kỳ 2020 - 2025, kết nạp 12.500 đảng viên"
    if said.endswith(words("during")) and says(said, "average") and len(said) < _EACH_YEAR:
        return True  # "9. Mỗi năm trong nhiệm kỳ 2015 - 2020 giải quyết việc làm cho ..."
    if says(sentence.lower[item.end : item.end + _VERB], "done_in_term"):
        return before is None or before.kind == "separator"  # "..., nhiệm kỳ 2015 - 2020 kết nạp"
    if before is None or before.separator in (",", ":", ";"):
        if said.endswith(words("during")) and said.rsplit(None, 1)[0].endswith((",", ":")):
            return True  # "Về xây dựng Đảng, trong nhiệm kỳ 2015 - 2020 kết nạp ..."
        apart = said.endswith((",", ":", ";")) and behind is not None and behind.separator == ","
        if apart and sentence.frame.base_period is not None:
            return False  # "Năm 2026, thực hiện Nghị quyết Đại hội, nhiệm kỳ 2025 - 2030, ..."
        return apart or opens_with(sentence, item)  # "Báo cáo đánh giá, nhiệm kỳ 2015 - 2020, ..."
    looked_back = "actual" in before.cues and behind is not None and behind.separator == ","
    if looked_back and item.start - before.end <= _OF:
        return True  # "Nhìn lại nhiệm kỳ 2010 - 2015, ..."
    aimed_at = not before.cues.isdisjoint({"target", "weak_target"})
    if "plan" in before.cues and says(sentence.lower[item.end : item.end + _IS], "is"):
        aimed_at = True  # "vượt chỉ tiêu của nhiệm kỳ 2020 - 2025 là giảm 3 - 4%/năm"
    return aimed_at and item.start - before.end <= _OF


def is_of_prices(sentence: Sentence, item: Item) -> bool:
    """Whether it is only the year whose prices are taken: "theo giá so sánh năm 2010"."""
    return sentence.text_before(item, _PRICES).rstrip().endswith(words("price_basis"))


def is_of_plan(sentence: Sentence, item: Item) -> bool:
    """Whether it is the year of the plan with which a figure is compared."""
    before = sentence.before(item)
    if before is None or "plan" not in before.cues or item.start - before.end > 2:
        return False
    return before.used or sentence.frame.compare == "plan"


def is_second_subject(sentence: Sentence, item: Item) -> bool:
    """Whether a report is about the plan of that year too: "năm 2016 và kế hoạch năm tới, ..."."""
    before, behind = sentence.before(item), sentence.behind(item)
    if before is None or item.start - before.end > 2 or sentence.frame.base_period is None:
        return False
    return bool(before.cues & _TITLED) and behind is not None and behind.separator == ","


def is_of_norm(sentence: Sentence, item: Item, mention: Mention) -> bool:
    """Whether it is that of a poverty standard, or of the prices that figures are told in."""
    of_norm = mention.term and says(sentence.text_before(item, 18), "norm")
    return of_norm or (mention.bare and says(sentence.text_before(item, 14), "prices"))


def is_of_year_in_term(sentence: Sentence, item: Item, mention: Mention) -> bool:
    """Whether a year is only placed in a term: "Năm 2026, năm đầu của nhiệm kỳ mới, ..."."""
    if not mention.term or sentence.frame.base_period is None:
        return False
    clause = clause_before(sentence, item, ("separator",)).lstrip()
    return clause.startswith(words("year_of_term"))


def is_start(sentence: Sentence, item: Item, mention: Mention) -> bool:
    """Whether it is only where a time span starts: "kể từ năm 2011"."""
    if mention.first is not None:
        return False
    if mention.part:  # "Từ tháng 7 đến nay"
        said = sentence.text_before(item, 4).split()[-1:] == list(words("change_from"))
        return said and says(sentence.lower[item.end : item.end + _TO_DATE], "now")
    before = sentence.text_before(item, 8)
    since = before.endswith(tuple(f"{word} " for word in words("since")))
    return since or says(clause_before(sentence, item), "since_then")


def is_when_set(sentence: Sentence, item: Item, mention: Mention) -> bool:
    """Whether it is when a plan was made: "nghị quyết hồi tháng 12/2022 đặt ra mức tăng 8%"."""
    before, behind = sentence.before(item), sentence.behind(item)
    if not mention.part.startswith("M") or before is None:
        return False
    between = sentence.lower[before.end : item.start].strip()
    verb = sentence.lower[before.start : before.end] in words("set")
    if verb and between in words("back_in"):
        return True  # "phương án 9,5% mà HĐND tỉnh quyết nghị hồi tháng 12"
    plan = "plan" in before.cues and item.start - before.end <= _MADE
    passed = "plan" in before.cues and between.endswith(words("set"))
    said = sentence.lower[item.end : behind.end].lstrip() if behind else ""
    return (plan or passed) and said.startswith(words("set"))


def is_when_planned(sentence: Sentence, item: Item, mention: Mention) -> bool:
    """Whether a later year's plan was made in the month: "Tháng 12/2022, thông qua kế hoạch 2023".

    The month opens the sentence, which tells no number before it names that year.
    """
    if not mention.part.startswith("M") or not mention.year or not opens_with(sentence, item):
        return False
    for following in sentence.following(item):
        if following.quantity:
            return False
        if following.period:
            before = sentence.before(following)
            planned = before is not None and not before.cues.isdisjoint(_TITLED)
            return planned and (following.period.year or 0) > mention.year
    return False


def is_of_meeting(sentence: Sentence, item: Item, mention: Mention) -> bool:
    """Whether it is only the month of a meeting: "phiên họp thường kỳ tháng 3"."""
    before = sentence.text_before(item, _MEETING).rstrip()
    return mention.part.startswith("M") and before.endswith(words("meeting"))


def is_circumstance(sentence: Sentence, item: Item) -> bool:
    """Whether it is only when a cause was: "xuất khẩu, nhờ đơn hàng trong tháng 8, đạt ..."."""
    caused = says(clause_before(sentence, item)[-_CAUSE:], "cause")
    if not (caused or says(clause_before(sentence, item, ("separator",)), "assumed")):
        return False
    for following in sentence.following(item):
        if following.kind in ("number", "separator"):
            return following.kind == "separator"
    return True


def clause_before(
    sentence: Sentence, item: Item, ends: tuple[str, ...] = ("number", "separator")
) -> str:
    """The text before the item, back to the last item of one of the kinds."""
    start = sentence.start
    for before in sentence.backwards(item):
        if before.kind in ends:
            start = before.end
            break
    return sentence.lower[start : item.start]


def opens_with(sentence: Sentence, item: Item) -> bool:
    """Whether the sentence opens with the period, perhaps behind the name of who speaks."""
    earlier, start = sentence.earlier(item), sentence.start
    if earlier and earlier[0].separator == ":" and earlier[0].start - start <= _SPEAKER:
        start, earlier = earlier[0].end, earlier[1:]
    return item.start - start <= 25 and not any(
        before.kind in ("separator", "subject", "other", "number") for before in earlier
    )
