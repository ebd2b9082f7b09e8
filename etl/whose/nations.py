"""The nation and its regions: whether a figure is theirs, or they only rank or hold a province."""

from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.recognising.lexicon import says, words

_CHANGES = frozenset({"grow", "fall", "economy"})
_ASIDE = 6
"""Characters of "khi" before the nation."""


def read_nation(sentence: Sentence, item: Item, level: str, first: bool) -> None:
    """The nation or a region: of the next number, of the whole sentence, or only a ranking's."""
    frame = sentence.frame
    if frame.scope == "whole_nation":
        return
    if level == "nation" and tells_only_of_nation(sentence, item):
        frame.scope = "whole_nation"
    elif number_follows(sentence, item):
        frame.scope = level
    elif is_ranking(sentence, item):
        return
    elif first and level == "nation":
        frame.scope = frame.scope if is_aside(sentence, item) else "whole_nation"
    elif item.start - sentence.start <= 10:
        frame.scope = "region"


def tells_only_of_nation(sentence: Sentence, item: Item) -> bool:
    """Whether the nation opens the sentence, and no province is spoken of in it.

    "Cả nước đón 12 triệu lượt khách, tổng thu du lịch 400 nghìn tỷ đồng."
    """
    if item.index > 0 or item.start - sentence.start > 1:
        return False
    named = any(each.place and each.place.level == "province" for each in sentence.items)
    return not named and not says(sentence.lower[item.end : sentence.end], "province_word")


def is_aside(sentence: Sentence, item: Item) -> bool:
    """Whether no number is told of the nation: "khi cả nước mở cửa sau dịch, GRDP tăng 11,2%".

    Nor where something is called the nation's: "trong điều kiện khó khăn chung của cả nước, ...".
    """
    said = sentence.text_before(item, _ASIDE).split()
    grown = any(not before.cues.isdisjoint(_CHANGES) for before in sentence.earlier(item))
    opened = words("while") if grown else (*words("while"), *words("of"))
    if not said or said[-1] not in opened:
        return False
    for following in sentence.following(item):
        if following.kind in ("number", "separator"):
            return following.separator == ","
    return False


def number_follows(sentence: Sentence, item: Item) -> bool:
    """Whether the item's own figure comes next: "cả nước (5,05%)", "cả nước tăng 5%"."""
    if is_ranking(sentence, item):
        return False
    for following in sentence.following(item, 6):
        if says(sentence.lower[item.end : following.start], "and"):
            return False  # "gấp 1,77 lần cả nước và cao hơn mức 10,18% của năm 2015"
        if following.kind == "number":
            return True
        if following.kind == "separator" and following.separator not in "()":
            return False
        if following.place and sentence.lower.endswith("(", 0, following.start):
            continue  # "xã Thanh Sơn (Kim Bảng) còn 1,1%"
        if following.kind in ("subject", "other", "place"):
            return False
    return False


def is_ranking(sentence: Sentence, item: Item) -> bool:
    """Whether the nation or region is only where the province ranks: "đứng thứ hai cả nước"."""
    before = sentence.text_before(item, 12)
    return says(before, "rank") or before.rstrip().split(" ")[-1] in words("among")


def whose_behind(sentence: Sentence, item: Item) -> str:
    """'nation' or 'region' where one stands right behind the subject, else ''."""
    behind = sentence.behind(item)
    if behind is None or behind.start - item.end > 8:
        return ""
    if behind.place and behind.place.level in ("nation", "region"):
        return behind.place.level
    of_region = "region_body" in behind.cues and not is_of_sector(sentence, behind)
    return "region" if of_region else ""


def is_of_sector(sentence: Sentence, item: Item) -> bool:
    """Whether "toàn khu vực" is all of the sector just named, and no region."""
    whole = sentence.lower[item.start : item.end] in words("whole_sector")
    sectors = sentence.catalogue.sectors
    return whole and any(before.subject in sectors for before in sentence.earlier(item))
