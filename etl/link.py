"""Linking: which number of a sentence is which indicator's actual or target, of when and where.

A sentence is read from left to right. Subjects open a run, cues set what its frame says (kind,
reading, base of comparison), brackets open a frame of their own, separators close what a segment
was about to say. A number takes what its innermost frame says; what nothing in the sentence says
it takes from the article so far, and what the units and the catalogue rule out it is not.
"""

from etl.announcements import read_cues
from etl.figures import read_number
from etl.frames import Run
from etl.horizons import set_horizon, stay_on_horizon
from etl.items import Item
from etl.lexicon import word_set, words
from etl.lists import prepare
from etl.models import Kind
from etl.named_periods import foresee, read_period
from etl.rankings import read_first_place
from etl.running import return_to_results, settle_period
from etl.scopes import read_place, speaks_of_holiday, stays_other
from etl.sentence import OPENERS, Sentence
from etl.settling import settle_shares
from etl.subjects import read_subject

_WANTED = frozenset({"economy", "equal"})
"""Cues that "để" leads to where it tells what is wanted."""
_IN_ORDER_TO = 2
"""Words from "để" to what is wanted, at most: "để đạt tăng trưởng 8%"."""
_LARGE = 100
"""No number in a name is so large."""
_GIVEN_BY = 30
"""Characters for who gave a plan, between it and its value: "kế hoạch vốn ... giao (20.400 tỷ)"."""


def read_sentence(sentence: Sentence) -> None:
    """Read the sentence's items in their order; what they say goes into its context."""
    prepare(sentence.items, sentence.lower)
    return_to_results(sentence)
    stay_on_horizon(sentence)
    foresee(sentence)
    if speaks_of_holiday(sentence) and not any(item.kind == "period" for item in sentence.items):
        sentence.frame.scope = "other_period"
    if sentence.context.list_mode:
        sentence.frame.mode, sentence.frame.mode_told = sentence.context.list_mode, True
    for item in sentence.items:
        if sentence.frame.kind is not Kind.TARGET and opens_purpose(sentence, item):
            sentence.frame.kind, sentence.frame.wanted = Kind.TARGET, True
        match item.kind:
            case "separator":
                read_separator(sentence, item)
            case "subject":
                read_subject(sentence, item)
            case "other":
                read_other(sentence, item)
            case "cue":
                read_cues(sentence, item)
                if "first_place" in item.cues:
                    read_first_place(sentence, item)
            case "period":
                read_period(sentence, item)
            case "place":
                read_place(sentence, item)
            case "number":
                read_number(sentence, item)
    close(sentence)


def read_other(sentence: Sentence, item: Item) -> None:
    """A subject that has no indicator blocks the run, if it is not only what a number counts."""
    if item.fate == "unnamed" and sentence.frame.run.subject:
        return  # "ngành này" is what was just named
    behind = sentence.behind(item)
    has_amount = behind is not None and behind.kind == "number" and behind.start - item.end <= 2
    if not item.used and (has_amount or not sentence.is_counted(item)):
        sentence.frame.run = Run("", fate=item.fate, start=item.start, end=item.end)
        read_cues(sentence, item)


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
    while before is not None and "province_body" in before.cues:
        before = sentence.before(before)
    if before is None or "plan" not in before.cues:
        return
    year = behind.period.year if behind and behind.period else None
    if year and year < sentence.context.year:
        return  # "vượt 0,3% dự toán (năm 2016 dừng ở 27.310 tỷ đồng)"
    holds_number = behind is not None and behind.kind == "number" and behind.start - item.end <= 1
    if item.start - before.end <= (_GIVEN_BY if holds_number else 2):
        sentence.frame.plan_next = True


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
    frame.period = frame.base_period
    frame.place_stays = False
    next_segment(sentence, separator)


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
    if not frame.place_stays:
        frame.place = None
    if frame.wanted and not lists_another(sentence, separator):
        frame.kind, frame.wanted = None, False


def opens_purpose(sentence: Sentence, item: Item) -> bool:
    """Whether it opens what is wanted: "... để cả năm tăng trưởng trên 8%"."""
    before = sentence.before(item)
    said = sentence.lower[before.end if before else sentence.start : item.start].split()
    near = said[-_IN_ORDER_TO:]
    wanted = item.kind in ("period", "subject") or not item.cues.isdisjoint(_WANTED)
    left = " ".join(near).startswith(words("left_behind"))
    return wanted and not word_set("in_order_to").isdisjoint(near) and not left


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

    "Tập đoàn X, doanh nghiệp lớn nhất tỉnh, xuất khẩu 215 triệu USD".
    """
    first = sentence.items[0]
    opens = not sentence.lower[sentence.start : first.start].strip(OPENERS)
    told = any(before.kind == "number" for before in sentence.earlier(separator))
    return "company" in first.cues and opens and not told


def is_of_name(sentence: Sentence, item: Item) -> bool:
    """Whether a company's bare number may be one of its name: "Nhờ nhà máy X 1, xuất khẩu ..."."""
    behind = sentence.behind(item)
    if behind and behind.kind == "separator":
        behind = sentence.behind(behind)
    quantity = item.quantity
    bare = quantity is not None and quantity.dimension == "bare" and quantity.low < _LARGE
    return bare and behind is not None and behind.kind == "subject"


def goes_on_about_result(sentence: Sentence) -> bool:
    """Whether it only holds a plan against what was told.

    "Mức này chưa đạt kế hoạch 11%", "So với chỉ tiêu là 11,5% thì chưa đạt".
    """
    if any("this_figure" in item.cues for item in sentence.items):
        return True
    compared = [item for item in sentence.items if "compare" in item.cues]
    return any(
        behind is not None and "plan" in behind.cues and behind.start - item.end <= 1
        for item in compared
        for behind in [sentence.behind(item)]
    )


def tells_others(sentence: Sentence) -> bool:
    """Whether it told percentages or amounts, none of the province: it announces nothing."""
    return not sentence.lower.endswith(":", sentence.start, sentence.end) and any(
        item.quantity
        and item.quantity.dimension in ("percent", "vnd", "usd")
        and sentence.context.fates.get(item.start) not in ("national", "region")
        for item in sentence.items
    )


def speaks_of_another(sentence: Sentence) -> bool:
    """Whether it has numbers that are no figures, of a subject that was not told last."""
    last_run = sentence.context.last_run
    named = {item.subject for item in sentence.items if item.kind == "subject"}
    named |= {"grdp_size" for item in sentence.items if "economy" in item.cues}
    numbers = any(
        item.quantity and item.quantity.dimension in ("percent", "vnd", "usd")
        for item in sentence.items
    )
    return numbers and bool(named - {last_run.subject if last_run else ""})


def close(sentence: Sentence) -> None:
    """Settle what only the whole sentence tells, and hand on what it says to the next."""
    context = sentence.context
    context.announced = context.announced and not sentence.drafts
    context.topic = None if sentence.drafts else context.topic
    settle_shares(sentence.drafts, sentence.catalogue)
    frame = sentence.stack[0] if sentence.stack else sentence.frame
    plain = [draft for draft in sentence.drafts if not draft.in_bracket]
    if plain:
        aimed_at = all(draft.kind is Kind.TARGET for draft in plain)
        if not (aimed_at and goes_on_about_result(sentence)):
            context.kind = Kind.TARGET if aimed_at else Kind.ACTUAL
            context.kind_period = plain[-1].period
    elif frame.kind is Kind.ACTUAL or (frame.kind and not tells_others(sentence)):
        context.kind = frame.kind
        context.kind_period = frame.period
    if frame.run.last:
        context.last_run, context.spoken_since = frame.run, False
    elif speaks_of_another(sentence):
        context.spoken_since = True
    heads = not sentence.lower.endswith(".", sentence.start, sentence.end)
    if frame.mode_told and heads and not sentence.drafts:
        context.list_mode = frame.mode
    settle_period(sentence)
    set_horizon(sentence)
