"""Separators: what a comma, a semicolon, a colon or a bracket opens and closes."""

from etl.linking.brackets import close_bracket, open_bracket
from etl.linking.frames import Run
from etl.linking.items import Item
from etl.linking.marks import OPENERS
from etl.linking.sentence import Sentence
from etl.models import Kind
from etl.recognising.lexicon import says, words
from etl.whose.scopes import stays_other

_NAME = 4
"""Words of a name before what it is: "Sao Ta, một doanh nghiệp lớn trên địa bàn, ..."."""
_AT_PLACE = 2
"""Words of "Ở các vùng" and the like that open a sentence on a place."""
_LARGE = 100
"""No number in a name is so large."""


def read_separator(sentence: Sentence, item: Item) -> None:
    """Open or close a bracket, a clause or a segment."""
    frame = sentence.frame
    match item.separator:
        case "(" | "[":
            open_bracket(sentence, item)
        case ")" | "]":
            close_bracket(sentence)
        case ";":
            next_clause(sentence, item)
        case ":":
            if frame.plan_next:
                frame.weak_target = True
            if frame.scope == "company" and not tells_of_companies(sentence):
                frame.scope = ""
            frame.compare = ""
            frame.plan_next = frame.plan_next and bool(sentence.stack)
            if opens_another(sentence, item):
                frame.verbs = []  # "tăng mạnh: xuất khẩu 6.293 triệu USD" tells no change
        case _:
            next_segment(sentence, item)


def opens_another(sentence: Sentence, colon: Item) -> bool:
    """Whether a subject, an amount or a percentage of what is named behind it follows a colon.

    Or the periods of a row of values: "bớt đi một ít mỗi năm: năm 2016 là 38,6%, năm 2017 ...".
    """
    behind = sentence.behind(colon)
    if behind is not None and behind.kind == "period":
        return is_value_of_period(sentence, behind)
    if behind is None or behind.quantity is None:
        return behind is not None and behind.kind == "subject"
    if behind.quantity.dimension == "percent":
        return sentence.subject_behind(behind) is not None  # "97% dân số tham gia bảo hiểm y tế"
    return behind.quantity.dimension in ("vnd", "usd")


def is_value_of_period(sentence: Sentence, period: Item) -> bool:
    """Whether "là" leads from a period to a number: its value, and no change."""
    number = next((each for each in sentence.following(period, 2) if each.quantity), None)
    return number is not None and says(sentence.lower[period.end : number.start], "is")


def next_clause(sentence: Sentence, separator: Item) -> None:
    """A semicolon starts the subject's run anew, and forgets whose part was told."""
    frame, old = sentence.frame, sentence.frame.run
    if old.last:
        sentence.context.last_run = old
    hint = old.last.reading if old.last else old.hint
    frame.run = Run(
        old.subject,
        hint,
        old.fate,
        old.start,
        old.end,
        carried=True,
        earlier=old.level or old.earlier,
    )
    passing = frame.scope in ("district", "region") and frame.figures
    passing = passing or (frame.scope == "district" and only_tells_why(sentence, separator))
    if frame.scope in ("part", "company") or passing:
        frame.scope = ""
    if not frame.figures and is_year_of_another_thing(sentence, separator):
        frame.base_period = None
    frame.period = frame.base_period
    frame.place_stays = False
    if holds_against(sentence) or names_what_it_was(sentence, separator):
        frame.kind = None
    next_segment(sentence, separator)


def is_year_of_another_thing(sentence: Sentence, separator: Item) -> bool:
    """Whether the clause named a year gone by, and told of a thing without an indicator.

    "Chăn nuôi gượng lại sau cuộc khủng hoảng giá năm 2017; sản lượng thủy sản 112 nghìn tấn".
    """
    year, clause = sentence.frame.base_period, sentence.clause_before(separator)
    if year is None or year.last >= sentence.context.year:
        return False
    first = next((item for item in clause if item.kind in ("other", "period", "subject")), None)
    return first is not None and first.kind == "other"


def holds_against(sentence: Sentence) -> bool:
    """Whether the clause told a result and then its plan: "xuất khẩu 96 triệu, KH 120 triệu"."""
    told = [(draft.indicator, draft.kind) for draft in sentence.drafts[-2:]]
    return len(told) == 2 and told == [(told[0][0], Kind.ACTUAL), (told[0][0], Kind.TARGET)]


def only_tells_why(sentence: Sentence, separator: Item) -> bool:
    """Whether the clause told nothing but what districts suffered, and not at its beginning.

    "Nắng hạn khiến hàng ngàn hộ ở X, Y treo ao; tổng sản lượng thủy sản ước chỉ còn 226 tấn".
    """
    clause = sentence.clause_before(separator)
    if any(item.kind in ("number", "subject", "other") for item in clause):
        return False
    place = next((item for item in clause if item.place), None)
    return place is not None and sentence.count_unknown_before(place, sentence.start) > _AT_PLACE


def names_what_it_was(sentence: Sentence, separator: Item) -> bool:
    """Whether the clause called what it told an aim: "8 triệu lượt khách là kế hoạch cả năm"."""
    return any("aim_behind" in item.cues for item in sentence.clause_before(separator))


def next_segment(sentence: Sentence, separator: Item) -> None:
    """A comma ends what the segment was about to say."""
    frame = sentence.frame
    frame.verbs = []
    frame.compare = ""
    frame.plan_next = False
    if frame.base_period and frame.period_passing and frame.passing_told:
        frame.period, frame.period_passing = frame.base_period, False
    behind = sentence.behind(separator)
    listed = behind is not None and behind.kind == "number"
    if (
        frame.scope == "nation"
        or (frame.scope == "other_period" and not (listed or stays_other(sentence, separator)))
        or (
            frame.scope == "company"
            and not tells_of_companies(sentence)
            and not is_about_company(sentence, separator)
        )
    ):
        frame.scope = ""
    if frame.scope == "district" and not frame.figures and opens_result(sentence, separator):
        frame.scope = ""
    joined = sentence.lower[separator.end : sentence.end].lstrip()
    whole = any(joined.startswith(f"{word} ") for word in words("of_the_whole"))
    if frame.scope == "part" and whole:
        frame.scope = ""  # "riêng hộ nghèo là đồng bào dân tộc giảm 4%, và đưa thêm 5 xã ..."
    if not frame.place_stays:
        frame.place = None
    if frame.wanted and not lists_another(sentence, separator):
        frame.kind, frame.wanted = None, False
    if frame.kind is Kind.TARGET and sentence.is_contrasted(separator.end):
        frame.kind = None  # "Vốn được giao từ đầu năm, nhưng đến 30-9 mới giải ngân 2.088 tỷ đồng"


def opens_result(sentence: Sentence, separator: Item) -> bool:
    """Whether what follows came of what was told: "..., nhờ vậy sản lượng cả năm đạt 143 tấn"."""
    said = sentence.lower[separator.end : sentence.end].lstrip()
    return said.startswith(words("owing_to_that"))


def lists_another(sentence: Sentence, separator: Item) -> bool:
    """Whether another subject is listed with its value: "..., xuất khẩu 720 triệu USD"."""
    behind = sentence.following(separator, 3)
    until = next((place for place, each in enumerate(behind) if each.quantity), 0)
    named = behind[:until]
    touches = bool(named) and named[0].start - separator.end <= 1
    return touches and named[0].kind == "subject" and all(each.kind != "period" for each in named)


def tells_of_companies(sentence: Sentence) -> bool:
    """Whether a company's figure was told, or is about to be: those behind it are its own too."""
    fates, run = sentence.context.fates, sentence.frame.run
    if run.subject and run.last is None and not run.carried:
        return True  # "một số chủ đầu tư có tỷ lệ giải ngân thấp, dưới 20%"
    theirs = [item for item in sentence.items if fates.get(item.start) == "company"]
    return bool(theirs) and not (len(theirs) == 1 and is_of_name(sentence, theirs[0]))


def is_about_company(sentence: Sentence, separator: Item) -> bool:
    """Whether the sentence opens with a company of which no number was told yet.

    "Tập đoàn X, doanh nghiệp lớn nhất tỉnh, xuất khẩu 215 triệu USD", but not "Lễ hội còn ở phía
    trước, nhưng tỉnh đã đón 1 triệu lượt khách".
    """
    first = next(each for each in sentence.items if each.kind != "separator" or each is separator)
    start, behind = sentence.start, sentence.behind(first)
    if "part" in first.cues and behind is not None:
        start, first = first.end, behind  # "Riêng dự án cao tốc, đoạn qua tỉnh dài 57 km, ..."
    said = sentence.lower[start : first.start].strip(OPENERS)
    named = said.endswith(",") and len(said.split()) <= _NAME
    opens = not said or said in words("who_speaks") or named
    fates = sentence.context.fates
    told = any(
        before.kind == "number" and fates.get(before.start) != "other_unit"
        for before in sentence.earlier(separator)
    )
    return "company" in first.cues and opens and not (told or sentence.is_contrasted(separator.end))


def is_of_name(sentence: Sentence, item: Item) -> bool:
    """Whether a company's bare number may be one of its name: "Nhờ nhà máy X 1, xuất khẩu ..."."""
    behind = sentence.behind(item)
    if behind and behind.kind == "separator":
        behind = sentence.behind(behind)
    quantity = item.quantity
    bare = quantity is not None and quantity.dimension == "bare" and quantity.low < _LARGE
    return bare and behind is not None and behind.kind == "subject"
