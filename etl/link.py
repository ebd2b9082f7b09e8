"""Linking: which number of a sentence is which indicator's actual or target, of when and where.

A sentence is read from left to right. Subjects open a run, cues set what its frame says (kind,
reading, base of comparison), brackets open a frame of their own, separators close what a segment
was about to say. A number takes what its innermost frame says; what nothing in the sentence says
it takes from the article so far, and what the units and the catalogue rule out it is not.
"""

from itertools import pairwise

from etl.figures.figures import read_number
from etl.figures.rankings import read_first_place
from etl.figures.reached import names_aim
from etl.linking.announcements import read_cues
from etl.linking.frames import Run
from etl.linking.items import Item
from etl.linking.lists import prepare
from etl.linking.sectors import settle_sectors, settle_shares
from etl.linking.sentence import Sentence
from etl.linking.separators import read_separator
from etl.linking.settling import (
    settle_kinds,
    settle_months,
    settle_twice_told,
)
from etl.linking.subjects import read_subject
from etl.models import Kind
from etl.recognising.lexicon import says, word_set, words
from etl.when.foreseen import foresee
from etl.when.horizons import set_horizon, stay_on_horizon
from etl.when.named_periods import read_period
from etl.when.running import return_to_results, settle_period
from etl.whose.scopes import read_place, speaks_of_holiday

_WANTED = frozenset({"economy", "equal"})
"""Cues that "để" leads to where it tells what is wanted."""
_IN_ORDER_TO = 2
"""Words from "để" to what is wanted, at most: "để đạt tăng trưởng 8%"."""


def read_sentence(sentence: Sentence) -> None:
    """Read the sentence's items in their order; what they say goes into its context."""
    prepare(
        sentence.items,
        sentence.lower,
        sentence.context.told_before,
        sentence.catalogue.named_parts,
        sentence.context.plan_first,
    )
    return_to_results(sentence)
    stay_on_horizon(sentence)
    foresee(sentence)
    if speaks_of_holiday(sentence) and not any(item.kind == "period" for item in sentence.items):
        sentence.frame.scope = "other_period"
    if sentence.context.list_mode:
        sentence.frame.mode, sentence.frame.mode_told = sentence.context.list_mode, True
    elif sentence.context.tells_shares:
        sentence.frame.mode = "share"
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
    if is_sector_just_named(sentence, item):
        sentence.frame.run = Run(sentence.context.named_sector, start=item.start, end=item.end)
        return
    behind = sentence.behind(item)
    has_amount = behind is not None and behind.kind == "number" and behind.start - item.end <= 2
    counted = sentence.is_counted(item) or is_counted_with(sentence, item)
    if not item.used and (has_amount or not counted):
        sentence.frame.run = Run("", fate=item.fate, start=item.start, end=item.end)
        read_cues(sentence, item)


def is_counted_with(sentence: Sentence, item: Item) -> bool:
    """Whether it only says which things are counted: "36 lượt dự án | điều chỉnh tăng vốn"."""
    before = sentence.before(item)
    named = before is not None and before.kind == "other" and item.start - before.end <= 1
    return before is not None and named and sentence.is_counted(before)


def is_sector_just_named(sentence: Sentence, item: Item) -> bool:
    """Whether "khu vực này" is a sector: it grows, or has a share of the economy, as no place has.

    "Công nghiệp hụt nhiều nhất. Năm 2024 khu vực này chỉ tăng 9,9%", "... chiếm 27,9% GRDP".
    """
    if not sentence.context.named_sector:
        return False
    of_share = any("share" in each.cues for each in sentence.items)
    of_economy = any(
        each.subject == "grdp_size" or "structure" in each.cues for each in sentence.items
    )
    this = sentence.lower[item.start : item.end] in words("this_sector")
    return this and (of_economy or not of_share)


def opens_purpose(sentence: Sentence, item: Item) -> bool:
    """Whether it opens what is wanted: "... để cả năm tăng trưởng trên 8%"."""
    if item.kind not in ("period", "subject") and item.cues.isdisjoint(_WANTED):
        return False
    before = sentence.before(item)
    said = sentence.lower[before.end if before else sentence.start : item.start]
    if not says(said, "in_order_to"):
        return False
    near = said.split()[-_IN_ORDER_TO:]
    left = " ".join(near).startswith(words("left_behind"))
    return not word_set("in_order_to").isdisjoint(near) and not left


def close(sentence: Sentence) -> None:
    """Settle what only the whole sentence tells, and hand on what it says to the next."""
    context = sentence.context
    context.announced = context.announced and not sentence.drafts
    context.topic = None if sentence.drafts else context.topic
    settle_kinds(sentence)
    settle_shares(sentence.drafts, sentence.catalogue)
    settle_months(sentence.drafts, sentence.lower)
    settle_twice_told(sentence)
    settle_sectors(sentence)
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
    if sentence.drafts:
        context.told_before = [
            draft.indicator for draft in plain if draft.indicator in sentence.catalogue.sectors
        ]
    if plain:
        context.tells_shares = frame.mode == plain[-1].reading == "share"
    told_run = frame.run if frame.run.last else sentence.told_run
    if told_run:
        context.last_run, context.spoken_since = told_run, False
    elif speaks_of_another(sentence):
        context.spoken_since = True
    heads = not sentence.lower.endswith(".", sentence.start, sentence.end)
    if frame.mode_told and heads and not sentence.drafts:
        context.list_mode = frame.mode
    settle_period(sentence)
    set_horizon(sentence)


def goes_on_about_result(sentence: Sentence) -> bool:
    """Whether it only holds plans against what was told.

    "Mức này chưa đạt kế hoạch 11%", "So với chỉ tiêu là 11,5% thì chưa đạt", "Lượng khách bằng
    41% kế hoạch là 1 triệu lượt", and "Nghị quyết đề ra 10,5 - 11%" behind "GRDP tăng 11%".
    """
    if any("this_figure" in item.cues for item in sentence.items):
        return True
    reached = {
        (draft.indicator, draft.period)
        for draft in sentence.context.drafts
        if draft.kind is Kind.ACTUAL
    }
    if all((draft.indicator, draft.period) in reached for draft in sentence.drafts):
        return True
    return any(
        "plan" in behind.cues
        and behind.start - item.end <= 1
        and ("compare" in item.cues or is_share_reached(sentence, item))
        for item, behind in pairwise(sentence.items)
    )


def is_share_reached(sentence: Sentence, item: Item) -> bool:
    """Whether a percentage is no aim: "bằng 41% kế hoạch", but not "phấn đấu đạt 95% kế hoạch"."""
    percentage = item.quantity is not None and item.quantity.dimension == "percent"
    return percentage and not any(map(names_aim, sentence.items[: item.index]))


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
