"""Where the name of a subject is used for something else, or for no figures of its own."""

from etl.linking.items import Item
from etl.linking.plans import COUNTED_PLANS, is_value_told
from etl.linking.sentence import Sentence
from etl.recognising.lexicon import count_unknown, says, words, words_beside

_NAME = 10
"""Characters within a company's name, behind its first words."""
_SPOKEN_OF = 4
"""Figures within which a whole is still spoken of, behind its parts."""
_LISTED = 2
"""Items up to a sector at the end of a list: its commas, at least two, and itself."""
_GOODS = 2
"""Words before a sector that name goods with it."""
_COLON = 2
"""Characters of a colon and its blank."""
_GOES = 6
"""Characters of "cho" or "vào" and their blanks."""
_TOLD = 400
"""Characters within which a company's figures are still spoken of."""


def only_sets_cues(sentence: Sentence, item: Item) -> bool:
    """Whether it is already explained, a plan's name, or the verb of a part just named."""
    counts_targets = item.subject in COUNTED_PLANS
    plan = counts_targets and "plan" in item.cues and names_a_plan(sentence, item)
    return item.used or plan or is_verb_of_part(sentence, item)


def is_no_subject(sentence: Sentence, item: Item) -> bool:
    """Whether nothing is told of it here: a verb, or what a percentage counts."""
    return (
        is_verb(sentence, item)
        or is_counted_percentage(sentence, item)
        or closes_a_compound(sentence, item)
        or names_goods(sentence, item)
        or is_in_name_of_company(sentence, item)
        or is_the_whole(sentence, item)
    )


def fate_of_other(sentence: Sentence, item: Item) -> str:
    """The fate of the figures behind it where they are somebody else's, '' where they are its."""
    if is_listed_with_other(sentence, item):
        return "no_indicator"
    if is_paid_by_company(sentence, item):
        return "company"
    part = is_counted_sector(sentence, item) or has_its_share(sentence, item)
    return "part" if part else ""


def has_its_share(sentence: Sentence, item: Item) -> bool:
    """Whether something only has a share of it: "thủy điện chiếm 30% GRDP, giảm 26%"."""
    before = sentence.before(item)
    percent = before is not None and before.quantity and before.quantity.dimension == "percent"
    if before is None or not percent or item.start - before.end > 1 or sentence.tells(before):
        return False
    return sentence.cue_before(before, "share")


def is_listed_with_other(sentence: Sentence, item: Item) -> bool:
    """Whether a sector stands in a list of what something else is of.

    "Thời gian giải quyết thủ tục thuế, hải quan, đất đai, xây dựng cắt giảm 30%".
    """
    named = next((each for each in sentence.backwards(item) if each.separator != ","), None)
    if named is None or named.kind != "other":
        return False
    listed = item.index - named.index > _LISTED
    return listed and item.subject in sentence.catalogue.sectors


def is_verb(sentence: Sentence, item: Item) -> bool:
    """Whether somebody builds something: "kịch bản chúng tôi xây dựng"."""
    if sentence.lower[item.start : item.end] not in words("to_build"):
        return False
    before = sentence.text_before(item, 12).split()
    return bool(before) and before[-1] in words("before_verb")


def is_verb_of_part(sentence: Sentence, item: Item) -> bool:
    """Whether the name is the verb of a part just named: "vốn ngân sách tỉnh giải ngân 5 tỷ".

    Also behind a comma: "Hụt nhiều nhất là tiền sử dụng đất, chỉ thu được 480 tỷ đồng", "vốn các
    chương trình mục tiêu quốc gia là 1.386 tỷ đồng, đến nay giải ngân được 69,8%".
    """
    run, said = sentence.frame.run, sentence.lower[item.start : item.end]
    source = run.last is None and run.subject in sentence.catalogue.parts.get(item.subject, ())
    if source and said in words("collects"):
        return True  # "từ hoạt động xuất nhập khẩu, tỉnh thu hơn 10.400 tỉ đồng"
    verb = said in words("paid_out")
    if says(said, "verb_of_part"):
        clause = sentence.clause_before(item)
        named = [each for each in clause if each.kind in ("subject", "other")]
        if named and named[-1].fate == "part":
            return True
    counted = sentence.is_counted(item)  # "điều chỉnh tăng vốn 24 dự án FDI"
    return bool((verb or counted) and run.fate and sentence.same_segment(run.start, item))


def is_too_loose(sentence: Sentence, item: Item) -> bool:
    """Whether the name may mean another thing here: "doanh thu" where no visitor is spoken of."""
    told = words_beside().get(" ".join(sentence.lower[item.start : item.end].split()))
    last_run = sentence.context.last_run
    if told is None or (last_run is not None and last_run.subject == item.subject):
        return False
    told_of = {draft.indicator for draft in sentence.context.drafts[-_SPOKEN_OF:]}
    if item.subject in told_of and says(sentence.lower[item.start : item.end], "province_word"):
        return False  # "Thu ngân sách ..., trong đó thu nội địa ... Riêng tháng 10, toàn tỉnh thu"
    level = sentence.frame.run.level or sentence.frame.run.earlier
    said = sentence.lower[level.end : item.start] if level and level.dimension == "usd" else ""
    if says(said, "among_which"):
        return True  # "Xuất khẩu 812 triệu USD; trong đó gạo 470 ngàn tấn, thủy sản 98 ngàn tấn"
    if is_named_further(sentence, item):
        return True
    rest, at = "", sentence.start
    for each in sentence.items:
        if each is item or each.kind == "other":  # "hành khách" is no visitor
            rest, at = rest + sentence.lower[at : each.start], each.end
    rest += sentence.lower[at : sentence.end]
    return not any(word in rest for word in told)


def is_named_further(sentence: Sentence, item: Item) -> bool:
    """Whether words right behind say of what it is: "doanh thu bưu chính viễn thông 1.200 tỷ"."""
    behind = sentence.behind(item)
    amount = behind is not None and behind.quantity is not None
    said = sentence.lower[item.end : behind.start if behind else sentence.end].split()
    return amount and count_unknown(said) > 1


def names_a_plan(sentence: Sentence, item: Item) -> bool:
    """Whether "chỉ tiêu" is the plan's value ("chỉ tiêu 9%") and not a count of targets."""
    for following in sentence.following(item, 6):
        if following.quantity:
            named = following.start - item.end <= _COLON or is_value_told(sentence, item)
            alone = following.quantity.out_of is None
            return following.quantity.dimension != "bare" or (named and alone)
        leads = following.separator in ("(", ":")  # "(chỉ tiêu Đại hội XV: 12 - 13%)"
        if following.kind == "subject" or (following.kind == "separator" and not leads):
            return False
    return False


def is_paid_by_company(sentence: Sentence, item: Item) -> bool:
    """Whether it is what a company just told of has paid: "doanh thu ...; nộp ngân sách ..."."""
    if sentence.lower[item.start : item.end] not in words("paid_by_company"):
        return False
    if any(
        "company" in before.cues or sentence.lower[before.start : before.end] in words("turnover")
        for before in sentence.earlier(item)
    ):
        return True
    numbers = [before for before in sentence.earlier(item) if before.quantity]
    if numbers and not any(map(sentence.tells, numbers)):
        return True  # "sản xuất 6 tháng chỉ 31.000 xe, giảm gần 40%, nộp ngân sách 5.100 tỷ đồng"
    return any(
        fate == "company" and item.start - _TOLD < start < item.start
        for start, fate in sentence.context.fates.items()
    )


def is_counted_percentage(sentence: Sentence, item: Item) -> bool:
    """Whether the name only says of what the percentage before it is: "đạt 95% dân số"."""
    before, run = sentence.before(item), sentence.frame.run
    return bool(
        before
        and before.quantity
        and before.quantity.dimension == "percent"
        and item.start - before.end <= 1
        and not sentence.tells(before)
        and (run.subject or run.fate)
    )


def is_the_whole(sentence: Sentence, item: Item) -> bool:
    """Whether the economy is only that of which a share is told: "tỷ trọng cao trong GRDP"."""
    before, run = sentence.text_before(item, 8).split(), sentence.frame.run
    if item.subject != "grdp_size" or not run.subject:
        return False
    number = sentence.before(item)
    told = run.last if number and number.quantity and item.start - number.end <= 1 else None
    level = told is not None and told.reading == "level" and told.dimension == "percent"
    counted = level or (told is not None and told.reading == "share")  # "chiếm 36,2% GRDP"
    return counted or (bool(before) and before[-1] in words("of_whole"))


def is_counted_sector(sentence: Sentence, item: Item) -> bool:
    """Whether some of its branches are counted: "4 ngành công nghiệp trọng yếu tăng 6,7%"."""
    before = sentence.before(item)
    return bool(
        item.subject in sentence.catalogue.sectors
        and sentence.is_counted(item)
        and before
        and before.quantity
        and before.quantity.dimension == "bare"
    )


def closes_a_compound(sentence: Sentence, item: Item) -> bool:
    """Whether a sector is only the end of a longer name: "... và công nghiệp"."""
    before, sectors = sentence.before(item), sentence.catalogue.sectors
    return (
        before is not None
        and before.kind == "subject"
        and item.subject in sectors
        and before.subject not in (*sectors, "grdp_size")
        and sentence.lower[before.end : item.start].strip() in ("", *words("and"))
    )


def names_goods(sentence: Sentence, item: Item) -> bool:
    """Whether a sector in one breath with a word of goods names those: "; thép xây dựng 498 tấn".

    Right behind a separator, and not where a predicate follows.
    """
    before, number = sentence.before(item), sentence.behind(item)
    if item.subject not in sentence.catalogue.sectors or number is None or not number.quantity:
        return False
    if before is None or before.kind != "separator" or number.quantity.dimension == "percent":
        return False
    said = sentence.lower[before.end : item.start].split()
    return 0 < len(said) <= _GOODS and count_unknown(said) == len(said)


def is_in_name_of_company(sentence: Sentence, item: Item) -> bool:
    """Whether a sector only ends a company's name: "Ban quản lý dự án đầu tư xây dựng"."""
    before = sentence.before(item)
    sector = item.subject in sentence.catalogue.sectors
    return bool(sector and before and "company" in before.cues and item.start - before.end <= _NAME)


def is_said_again(sentence: Sentence, item: Item) -> bool:
    """Whether the run's subject is named twice in a row: "tổng sản phẩm (GRDP)"."""
    before, run = sentence.before(item), sentence.frame.run
    bracketed = before is not None and before.kind == "separator" and before.separator == "("
    if before is not None and bracketed and sentence.lower[item.end : item.end + 1] == ")":
        named = sentence.before(before)
        if named is not None and named.kind == "other" and before.start - named.end <= 1:
            return True  # "khu vực có vốn đầu tư nước ngoài (FDI)"
    whose = run.last is None and not run.carried
    if whose and item.subject in elsewhere_of(sentence, run.subject):
        return True  # "hộ dân nông thôn sử dụng nước sạch": where was told, now what
    level = sentence.readings(run.subject).get("level")
    if whose and level and level.part_of == item.subject and is_where_it_goes(sentence, item):
        return True
    if run.subject in sentence.catalogue.sectors and run.last is None:
        said = sentence.lower[item.start : item.end]
        if said in words("added_value"):
            return True  # "nông nghiệp đặt mục tiêu tốc độ tăng giá trị tăng thêm 3,5%"
    return bool(
        run.subject
        and item.start - run.end <= 2
        and (item.subject == run.subject or (bracketed and item.subject == "grdp_size"))
    )


def is_where_it_goes(sentence: Sentence, item: Item) -> bool:
    """Whether a part just named only goes there: "thuế xuất nhập khẩu mang về cho ngân sách"."""
    return sentence.text_before(item, _GOES).split()[-1:] in ([each] for each in words("goes_to"))


def elsewhere_of(sentence: Sentence, subject: str) -> list[str]:
    """What the subject is called where it is told of the towns or of the countryside."""
    level = sentence.readings(subject).get("level")
    return [other for place, other in level.elsewhere if place != "person"] if level else []
