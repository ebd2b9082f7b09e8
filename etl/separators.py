"""Separators: what a comma, a semicolon, a colon or a bracket opens and closes."""

from etl.frames import Run
from etl.items import Item
from etl.lexicon import says, words
from etl.models import Kind
from etl.periods import resolve
from etl.scopes import stays_other
from etl.sentence import OPENERS, Sentence

_OF_PLAN = frozenset({"province_body", "known"})
"""Cues between a plan and its value: "dự toán điều chỉnh của HĐND tỉnh (8.600 tỷ đồng)"."""
_NAME = 4
"""Words of a name before what it is: "Sao Ta, một doanh nghiệp lớn trên địa bàn, ..."."""
_AND = 4
"""Characters of "và" with its blanks."""
_LARGE = 100
"""No number in a name is so large."""
_LEGEND = 40
"""Characters of "là mục tiêu của nghị quyết", behind "số trong ngoặc"."""
_GIVEN_BY = 30
"""Characters for who gave a plan, between it and its value: "kế hoạch vốn ... giao (20.400 tỷ)"."""


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
    """Whether a subject, an amount or a percentage of what is named behind it follows a colon."""
    behind = sentence.behind(colon)
    if behind is None or behind.quantity is None:
        return behind is not None and behind.kind == "subject"
    if behind.quantity.dimension == "percent":
        return sentence.subject_behind(behind) is not None  # "97% dân số tham gia bảo hiểm y tế"
    return behind.quantity.dimension in ("vnd", "usd")


def open_bracket(sentence: Sentence, item: Item) -> None:
    """A bracket has a frame of its own; one right behind "kế hoạch" holds the plan's value."""
    sentence.stack.append(sentence.frame)
    sentence.frame = sentence.frame.bracket()
    before, behind = sentence.before(item), sentence.behind(item)
    if before is not None and "month_before" in before.cues:
        sentence.frame.scope = "other_period"  # "cao hơn hai quý trước (7,4% và 8,02%)"
    if before is not None and before.used and before.period and holds_one_change(sentence, item):
        running = sentence.frame.period or sentence.context.period
        sentence.frame.period = sentence.frame.base_period = resolve(before.period, running)
    if sentence.context.brackets_plan and holds_one_value(sentence, item):
        sentence.frame.plan_next = True
    while before is not None and tells_whose_plan(sentence, before):
        before = sentence.before(before)  # "bằng 97,8% chỉ tiêu cả năm (800 triệu USD)"
    if before is None or "plan" not in before.cues:
        return
    year = behind.period.year if behind and behind.period else None
    if year and year < sentence.context.year:
        return  # "vượt 0,3% dự toán (năm 2016 dừng ở 27.310 tỷ đồng)"
    holds_number = behind is not None and behind.kind == "number" and behind.start - item.end <= 1
    if item.start - before.end <= (_GIVEN_BY if holds_number else 2):
        sentence.frame.plan_next = True


def tells_whose_plan(sentence: Sentence, item: Item) -> bool:
    """Whether it may stand between a plan and its value, and tells whose or of when it is."""
    given = "target" in item.cues and sentence.lower[item.start : item.end] in words("set_by")
    return given or item.kind == "period" or not item.cues.isdisjoint(_OF_PLAN)


def says_brackets_plan(lower: str) -> bool:
    """Whether a text says what its brackets hold: "Số trong ngoặc là mục tiêu của nghị quyết"."""
    found = (lower.find(phrase) for phrase in words("in_brackets"))
    return any(at >= 0 and says(lower[at : at + _LEGEND], "plan_column") for at in found)


def holds_one_value(sentence: Sentence, opening: Item) -> bool:
    """Whether a number, perhaps with its bound, is all that the bracket holds: "(dưới 20%)"."""
    for held in sentence.following(opening):
        if held.separator == ")":
            return True
        bound = held.kind == "cue" and held.cues <= {"low", "high", "low_after", "high_after"}
        if held.kind != "number" and not bound:
            return False
    return False


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


def next_clause(sentence: Sentence, separator: Item) -> None:
    """A semicolon starts the subject's run anew, and forgets whose part was told."""
    frame, old = sentence.frame, sentence.frame.run
    if old.last:
        sentence.context.last_run = old
    hint = old.last.reading if old.last else old.hint
    frame.run = Run(
        old.subject, hint, old.fate, old.start, old.end, carried=True, earlier=old.level
    )
    passing = frame.scope in ("district", "region") and frame.figures
    if frame.scope in ("part", "company") or passing:
        frame.scope = ""
    if not frame.figures and is_year_of_another_thing(sentence, separator):
        frame.base_period = None
    frame.period = frame.base_period
    frame.place_stays = False
    if holds_against(sentence):
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
    joined = sentence.lower[separator.end : separator.end + _AND]
    if frame.scope == "part" and joined.strip() in words("and"):
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
    if run.subject and run.last is None:
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
