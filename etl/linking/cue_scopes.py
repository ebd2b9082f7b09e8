"""Whose figures a cue says follow: a company's, a part's, a district's or the province's."""

from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.recognising.lexicon import says, words
from etl.whose.nations import is_of_sector, is_ranking

_THIS = 4
"""Characters of "này" and a blank."""


def set_scope(sentence: Sentence, item: Item, cues: frozenset[str]) -> None:
    """Whose figures follow: a part's, a company's, a district's, a region's or the province's."""
    frame = sentence.frame
    if "sub_population" in cues:
        frame.scope = "part"
    if "other_period" in cues or "holiday" in cues:
        frame.scope = "other_period"
    elif "at_present" in cues and frame.scope == "other_period":
        frame.scope = ""  # "khi ấy chỉ có 150 tỷ đồng, nay lần đầu thu 20.330 tỷ đồng"
    if "company" in cues and (
        owns_what_was_named(sentence, item)
        or is_a_part(sentence, item)
        or not any(
            before.kind in ("subject", "place") or is_figure_of_its_own(sentence, before)
            for before in sentence.clause_before(item, (";",))
        )
    ):
        frame.scope = "company"
    if "district_body" in cues and "province_body" not in cues:
        if not sentence.is_counted(item) or counts_some(sentence, item):
            frame.scope = "district"
    elif "region_body" in cues and not (is_of_sector(sentence, item) or is_ranking(sentence, item)):
        frame.scope = "region"
    elif "province_body" in cues and (province := named_here(sentence, item)):
        frame.place, frame.place_stays = province, True
    elif "province_body" in cues and (
        frame.scope in ("district", "region", "part", "run_nation") or says_whole(sentence, item)
    ):
        frame.scope = ""


def named_here(sentence: Sentence, item: Item) -> str | None:
    """The province that the sentence has named before "tỉnh này": "...; tỷ lệ của tỉnh này"."""
    if not says(sentence.lower[item.start : item.end + _THIS], "this_province"):
        return None
    named = (before.place for before in sentence.backwards(item) if before.place)
    return next((place.province for place in named if place.level == "province"), None)


def counts_some(sentence: Sentence, item: Item) -> bool:
    """Whether only so many districts are spoken of: "Riêng ba huyện núi của Bình Định, ..."."""
    number = sentence.before(item)
    alone = sentence.before(number) if number else None
    if number is None or alone is None or number.start - alone.end > 1:
        return False
    return sentence.lower[alone.start : alone.end] in words("alone")


def is_figure_of_its_own(sentence: Sentence, item: Item) -> bool:
    """Whether the item is a number, no date's, and does not only count things: "18 dự án"."""
    dated = sentence.context.fates.get(item.start) in ("date", "period")
    behind = sentence.behind(item)
    counts = behind is not None and behind.kind == "other" and behind.start - item.end <= 1
    return item.kind == "number" and not dated and not counts


def is_a_part(sentence: Sentence, item: Item) -> bool:
    """Whether "trong đó" leads to it: "trong đó (một) ban quản lý dự án X giải ngân 38,6%"."""
    before = sentence.before(item)
    if before is None or "part" not in before.cues:
        return False
    return len(sentence.lower[before.end : item.start].split()) <= 1


def owns_what_was_named(sentence: Sentence, item: Item) -> bool:
    """Whether a company is whose the subject is: "doanh thu của công ty", "doanh thu HTX"."""
    before = sentence.before(item)
    if before is None or before.kind != "subject":
        return False
    between = sentence.lower[before.end : item.start].strip()
    return between in words("of") or (not between and not sentence.frame.run.subject)


def says_whole(sentence: Sentence, item: Item) -> bool:
    """Whether a company's or the nation's part is over.

    "Lễ hội góp phần đưa lượng khách toàn tỉnh lên 105.000", "Cả nước tăng 5%, GRDP của tỉnh 8%".
    """
    said, before = sentence.lower[item.start : item.end], sentence.before(item)
    whole = said in words("whole_province")
    if sentence.frame.scope == "whole_nation":
        owns = before is not None and before.kind == "subject" and item.start - before.end <= 2
        return whole or (owns and said in words("of_the_province"))
    return whole and sentence.frame.scope == "company"
