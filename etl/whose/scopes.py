"""Whose and of what time figures are: another province's, the nation's, a part's; times past."""

from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.recognising.lexicon import says, words
from etl.when.named_periods import is_times_past
from etl.whose.nations import number_follows, read_nation

_NAMING = frozenset({"ordinal", "date", "document_number"})
"""Fates of numbers that tell nothing of a place."""
_NATIONS = frozenset({"nation", "run_nation", "whole_nation"})
_CLAUSE_ENDS = (";", ":", ",")
_OF = 4
"""Characters of "của" and a blank."""
_LIKE = 10
"""Characters of "chẳng hạn" and a blank."""
_MERGED = 16
"""Characters of "sau khi nhập" and a blank, and more."""
_AGENCY = 12
"""Words of "Theo" and the agency of a province: "Theo Sở Văn hóa, Thể thao và Du lịch X"."""


def read_place(sentence: Sentence, item: Item) -> None:
    """Let a place set whose the figures behind it are."""
    place = item.place
    assert place
    frame = sentence.frame
    first = not any(before.kind in ("number", "subject") for before in sentence.earlier(item))
    if place.level == "province":
        read_province(sentence, item, place.province, first)
    elif place.level in ("nation", "region"):
        read_nation(sentence, item, place.level, first)
    elif place.level == "district" and (
        opens_its_clause(sentence, item) or number_follows(sentence, item)
    ):
        frame.scope = "district"


def opens_its_clause(sentence: Sentence, item: Item) -> bool:
    """Whether the clause up to the place tells nothing yet, but how many places it names."""
    return not any(
        before.kind == "subject"
        or (before.kind == "number" and not counts_places(sentence, before))
        for before in sentence.clause_before(item, (";",))
    )


def counts_places(sentence: Sentence, item: Item) -> bool:
    """Whether it is a number that only counts places, or names: "hai huyện Lâm Bình, Na Hang"."""
    behind = sentence.behind(item) if item.kind == "number" else None
    if sentence.context.fates.get(item.start) in _NAMING:
        return True
    if behind is None or behind.start - item.end > 1:
        return False
    named = behind.kind == "other" and sentence.lower.startswith(words("district"), behind.start)
    return "district_body" in behind.cues or named  # "hai huyện nghèo Lâm Bình, Na Hang"


def read_province(sentence: Sentence, item: Item, province: str | None, first: bool) -> None:
    """The article's own province again, or another: of the paragraph, or of the next number."""
    frame, context = sentence.frame, sentence.context
    if frame.scope == "district" and is_whose(sentence, item):
        return
    where = sentence.lower.startswith(words("where"), item.end)
    merged = sentence.text_before(item, _MERGED).rstrip().endswith(words("merged_with"))
    if (merged and not where) or is_bracketed_part(sentence, item):
        return  # "Sau khi hợp nhất với Hải Dương, thành phố có ..."
    frame.place_stays = False
    if frame.scope in _NATIONS and opens_clause(sentence, item):
        frame.scope = ""  # "khi GDP cả nước chỉ tăng 2,58%, Hải Phòng tăng trưởng 12,38%"
    if frame.scope == "region" and leads_from_region(sentence, item):
        frame.scope = ""  # "Tại miền Trung, Quảng Ngãi (39,7%), Khánh Hòa (44,2%)"
    # "Nếu Quảng Ninh quen với hai con số thì Ninh Bình ...", in the section on Ninh Bình
    passing = context.section not in (None, province) and context.section in named_provinces(
        sentence
    )
    if province == context.province and not passing:
        return_to_own(sentence, item, province)
    elif not passing and turns_to(sentence, item, first):
        context.speaking_of = province
    else:
        frame.place = province
        if frame.scope in ("part", "district") and is_example(sentence, item):
            frame.scope = ""
        frame.place_stays = (
            where
            or opens_clause(sentence, item)
            or owns_subject(sentence, item)
            or leads_over_comma(sentence, item)
        )


def leads_from_region(sentence: Sentence, item: Item) -> bool:
    """Whether a province has what follows, and not its region: "Ở miền Trung, Huế thu ..."."""
    before = sentence.before(item)
    parted = before is not None and before.separator == ","
    region = sentence.before(before) if before is not None and parted else None
    named = region is not None and region.place is not None and region.place.level == "region"
    return number_follows(sentence, item) or named


def leads_over_comma(sentence: Sentence, item: Item) -> bool:
    """Whether nothing but a comma parts a place from its number: "Kế đến là Lâm Đồng, 14,1%"."""
    behind = sentence.following(item, 2)
    if len(behind) < 2 or behind[0].separator != "," or behind[1].kind != "number":
        return False
    return behind[0].start == item.end and behind[1].start - behind[0].end < 2


def is_bracketed_part(sentence: Sentence, item: Item) -> bool:
    """Whether a bracket behind a province tells of which it was made: "Phú Thọ (gồm Hòa Bình)"."""
    opening = next((each for each in sentence.backwards(item) if each.separator == "("), None)
    owner = sentence.before(opening) if opening and sentence.stack else None
    if opening is None or owner is None or not (owner.place and owner.place.level == "province"):
        return False
    held = sentence.items[opening.index + 1 :]
    closing = next((each.index for each in held if each.separator == ")"), None)
    inside = sentence.items[opening.index : closing]
    return closing is not None and not any(each.kind == "number" for each in inside)


def is_whose(sentence: Sentence, item: Item) -> bool:
    """Whether the province is only that of districts just named.

    "Riêng ba huyện Vĩnh Thạnh, Vân Canh của Bình Định", "Quận 1, TP. Hồ Chí Minh".
    """
    if sentence.text_before(item, _OF).strip() in words("of"):
        return True
    return any(
        before.place is not None
        and before.place.level == "district"
        and sentence.lower[before.end : item.start].strip() == ","
        for before in sentence.earlier(item)
    )


def is_example(sentence: Sentence, item: Item) -> bool:
    """Whether a province is one of those places just spoken of: "có nơi đi lên: An Giang tăng"."""
    said = sentence.text_before(item, _LIKE).rstrip()
    return said.endswith(":") or said.endswith(words("such_as"))


def return_to_own(sentence: Sentence, item: Item, province: str | None) -> None:
    """The article's own province again; in a district's article where figures are said to be its.

    "Hết tháng 10, tỉnh Thái Nguyên đã có 116/137 xã đạt chuẩn", "GRDP toàn tỉnh Thái Nguyên".
    """
    frame, context = sentence.frame, sentence.context
    days = frame.scope == "other_period" and speaks_of_holiday(sentence)
    frame.scope, context.speaking_of = "other_period" if days else "", None
    if context.scope != "district":
        frame.place = None
        return
    frame.place_stays = opens_clause(sentence, item)
    before = sentence.before(item)
    whole = before is not None and says(sentence.lower[before.start : before.end], "whole_province")
    owned = frame.place_stays or frame.place == province or whole
    frame.place = province if owned else None


def named_provinces(sentence: Sentence) -> set[str | None]:
    """The provinces that the sentence names."""
    return {
        item.place.province
        for item in sentence.items
        if item.place and item.place.level == "province"
    }


def turns_to(sentence: Sentence, item: Item, first: bool) -> bool:
    """Whether the paragraph turns to the province: it opens the sentence, or is introduced."""
    opens = first and opens_sentence(sentence, item)
    return opens or (not sentence.frame.figures and is_introduced(sentence))


def opens_sentence(sentence: Sentence, item: Item) -> bool:
    """Whether the province opens the sentence as its subject: "Về phía Thái Bình, ..."."""
    if any(before.place and before.place.level == "province" for before in sentence.earlier(item)):
        return False  # "Hòa Bình gần Hà Nội, ...": another one does
    said = sentence.lower[sentence.start : item.start].split()
    behind = sentence.behind(item)
    if behind and behind.separator == "(":
        behind = sentence.behind(behind)
    listed = behind is not None and behind.kind == "number"
    by_agency = said[:1] == list(words("according_to")) and len(said) <= _AGENCY
    return (len(said) <= 4 or by_agency) and not listed


def opens_clause(sentence: Sentence, item: Item) -> bool:
    """Whether the province opens a clause that tells of it: "...; Thanh Hóa đón 14 triệu lượt"."""
    behind = sentence.behind(item)
    ends = [each.end for each in sentence.earlier(item) if each.separator in _CLAUSE_ENDS]
    at = ends[-1] if ends else sentence.start
    said = sentence.lower[at : item.start].strip()
    if ends and said in words("beside_that"):
        return True  # "..., còn Ninh Thuận, địa phương mới nổi, có 2,1 triệu lượt"
    if not ends or said not in ("", *words("province_word")):
        return False
    return behind is not None and behind.kind not in ("separator", "place")


def owns_subject(sentence: Sentence, item: Item) -> bool:
    """Whether the province is whose the subject before it is: "kinh tế Yên Bái tăng 6,31%"."""
    before = sentence.before(item)
    if before is None or before.kind != "subject":
        return False
    return sentence.lower[before.end : item.start].strip() in ("", *words("of"), *words("in"))


def is_introduced(sentence: Sentence) -> bool:
    """Whether an article about several provinces turns to the only one that it names here.

    In a section on one province another is only spoken of: "hàng hóa vẫn ì ạch lên TP.HCM".
    """
    context = sentence.context
    several = context.province is None and context.section is None
    return several and len(named_provinces(sentence)) == 1


def stays_other(sentence: Sentence, separator: Item) -> bool:
    """Whether a holiday is told of, or times past with no year before the next figure."""
    if speaks_of_holiday(sentence):
        return True
    past = [
        item
        for item in sentence.earlier(separator)
        if "other_period" in item.cues
        or (item.period and is_times_past(sentence, item, item.period))
    ]
    behind = sentence.following(separator)
    until = next((item.index for item in behind if item.kind == "number"), None)
    told = [item for item in sentence.items[:until] if item not in past]
    return bool(past) and not any(item.kind == "period" or "so_far" in item.cues for item in told)


def speaks_of_holiday(sentence: Sentence) -> bool:
    """Whether the sentence is about a few days only."""
    return any("holiday" in item.cues for item in sentence.items)
