"""Subjects: what is measured, and the run of figures that its name opens."""

from etl.figures.rankings import note_ranking
from etl.linking.announcements import read_cues
from etl.linking.frames import Run
from etl.linking.items import Item
from etl.linking.other_uses import (
    fate_of_other,
    is_no_subject,
    is_said_again,
    is_too_loose,
    only_sets_cues,
)
from etl.linking.parts import fate_of_part
from etl.linking.sentence import Sentence
from etl.recognising.lexicon import says, words
from etl.whose.nations import whose_behind

_PARTIAL = ("district", "region", "part", "company")
"""Scopes of something less than the province, or other than it."""
_IN = 5
"""Characters of "tại" and a blank."""
_RAISES = 7
"""Characters of ", kéo " right before what was raised."""
_WHOSE = 20
"""Characters behind a subject in which it is said to be the province's."""


def read_subject(sentence: Sentence, item: Item) -> None:
    """Open the subject's run, unless its name is here used for something else."""
    if only_sets_cues(sentence, item):
        read_cues(sentence, item)
        return
    if is_no_subject(sentence, item):
        return
    if is_said_again(sentence, item):
        sentence.frame.run.end = item.end
        return
    blocked = fate_of_other(sentence, item)
    if blocked:
        sentence.frame.run = Run("", fate=blocked, start=item.start, end=item.end)
        return
    fate = fate_of_part(sentence, item)
    if turns_to_earnings(sentence, item):
        return
    if is_too_loose(sentence, item) and is_verb_of_run(sentence, item):
        return
    if is_too_loose(sentence, item):
        sentence.frame.run = Run("", fate="no_indicator", start=item.start, end=item.end)
        return
    lift_scope(sentence, item)
    if "rank" in sentence.readings(item.subject):
        note_ranking(sentence, item)
    open_run(sentence, item)
    if fate:
        sentence.frame.run.subject, sentence.frame.run.fate = "", fate
    set_scope(sentence, item)
    read_cues(sentence, item)


def is_verb_of_run(sentence: Sentence, item: Item) -> bool:
    """Whether it only says that the run's subject was had: "sản lượng thủy sản thu được 78 tấn"."""
    run = sentence.frame.run
    if not run.subject:
        return False
    untold = run.last is None and sentence.same_segment(run.start, item)
    return untold or run.subject == item.subject


def lift_scope(sentence: Sentence, item: Item) -> None:
    """End the scope of a part or a company where the subject's name says that it is over."""
    frame = sentence.frame
    province = says(sentence.lower[item.start : item.end], "province_word")
    if province and frame.scope in _PARTIAL:
        frame.scope = ""  # "lượng khách đến tỉnh"
    behind = sentence.lower[item.end : item.end + _WHOSE].strip()
    if sentence.context.scope == "district" and (
        province or behind.startswith(words("of_the_province"))
    ):
        frame.place = sentence.context.province  # "xuất khẩu của tỉnh" told by one of a district
    if frame.scope == "company" and item.subject in (*sentence.catalogue.sectors, "grdp_size"):
        frame.scope = ""  # no company has a sector's growth
    if frame.scope == "district" and sentence.lower.startswith(words("grdp"), item.start):
        frame.scope = ""  # nor has a district a GRDP
    raised = sentence.text_before(item, _RAISES).rstrip().endswith(words("raises"))
    if (frame.scope == "company" and raised) or stands_in_district(sentence, item):
        frame.scope = ""  # "Nhà máy chạy hết công suất, kéo giá trị sản xuất công nghiệp ..."


def stands_in_district(sentence: Sentence, item: Item) -> bool:
    """Whether what raised the subject is a thing in districts: "Các dự án ở Yên Phong đưa vốn"."""
    places = [each for each in sentence.earlier(item) if each.place]
    inside = places and sentence.text_before(places[0], _IN).split()[-1:]
    brought = sentence.text_before(item, _RAISES).split()[-1:]
    if sentence.frame.scope != "district" or not inside or not brought:
        return False
    return inside[0] in words("in") and brought[0] in words("brings")


def open_run(sentence: Sentence, item: Item) -> None:
    """The run of the subject; of its gross output, or blocked, where the sentence tells outputs."""
    frame, catalogue = sentence.frame, sentence.catalogue
    if frame.verbs and says(sentence.text_before(item, 8), "because"):
        # "cá tra giảm nên kim ngạch xuất khẩu ước 1,41 tỷ USD"
        frame.verbs = [verb for verb in frame.verbs if verb == "contribute"]
    hint = item.hint or hint_before(sentence, item)
    subject, fate = item.subject, ""
    if frame.mode == "output" and (names_sector(sentence, item) or subject == "grdp_size"):
        frame.mode, frame.mode_told = "", False
    if frame.mode == "output" and subject in catalogue.sectors:
        subject = catalogue.outputs.get(subject, "")
        fate = "" if subject else "part"
    if subject in catalogue.outputs.values():
        frame.mode, frame.mode_told = "output", True
    if sentence.cue_before(item, "per_head"):
        subject = catalogue.per_head.get(subject, subject)  # "mỗi người dân đạt mức GRDP 58 triệu"
    if sentence.context.at_customs or is_at_customs(sentence, item):
        subject = catalogue.at_customs.get(subject, subject)  # "Cục Hải quan tỉnh thu ngân sách"
    frame.run = Run(subject, hint, fate, start=item.start, end=item.end)


def is_at_customs(sentence: Sentence, item: Item) -> bool:
    """Whether the customs collect it: "Cục Hải quan tỉnh thu", "Hải quan Hải Phòng nộp"."""
    return sentence.cue_before(item, "customs", ("number",)) or any(
        sentence.lower[sentence.segment_start(each) : each.start].strip() in words("customs")
        for each in sentence.earlier(item)
        if each.place
    )


def turns_to_earnings(sentence: Sentence, item: Item) -> bool:
    """Whether "tổng thu" is what the visitors just told of brought in, and no budget's."""
    if sentence.lower[item.start : item.end] not in words("earned"):
        return False
    last_run = sentence.context.last_run
    for run in (sentence.frame.run, *([last_run] if last_run else [])):
        level = sentence.readings(run.subject).get("level")
        if level and level.earns and sentence.catalogue.units[level.unit].dimension == "count":
            sentence.frame.run = Run(level.earns, start=item.start, end=item.end)
            return True
        if run.subject:
            return False
    return False


def names_sector(sentence: Sentence, item: Item) -> bool:
    """Whether a sector of GRDP is named as such ("khu vực ...") before any output was told."""
    catalogue = sentence.catalogue
    sector = sentence.lower.startswith(words("sector"), item.start)
    told = any(draft.indicator in catalogue.outputs.values() for draft in sentence.drafts)
    return sector and not told and item.subject in catalogue.sectors


def set_scope(sentence: Sentence, item: Item) -> None:
    """Whose the subject is: the nation's or a region's where they stand right behind it."""
    frame = sentence.frame
    counted = sentence.is_counted(item)
    if frame.scope == "whole_nation":
        return
    if frame.scope == "nation" and not counted:
        frame.scope = ""
    before = sentence.before(item)
    if counted and before and sentence.context.fates.get(before.start) == "national":
        frame.scope = "run_nation"  # "cả nước thu hút 20,22 tỷ USD vốn FDI, giảm 8,2%"
        return
    whose = whose_behind(sentence, item)
    if whose:
        opens = not any(before.kind in ("subject", "place") for before in sentence.earlier(item))
        nation = "whole_nation" if opens else "run_nation"
        frame.scope = "region" if whose == "region" else nation
    elif frame.scope in ("run_nation", "run_region"):
        frame.scope = ""


def hint_before(sentence: Sentence, item: Item) -> str:
    """The reading that a predicate right before tells: "tốc độ tăng trưởng GRDP"."""
    if sentence.verb not in ("grow", "fall") or not follows_a_verb(sentence, item):
        return ""
    if sentence.verb == "grow":
        return "growth"
    return "reduction" if "reduction" in sentence.readings(item.subject) else ""


def follows_a_verb(sentence: Sentence, item: Item) -> bool:
    """Whether a predicate of change stands right before the item."""
    for before in sentence.backwards(item):
        if before.kind == "cue" and before.cues & {"grow", "fall"}:
            return item.start - before.end <= 12
        if before.kind in ("number", "separator", "subject", "other"):
            return False
    return False
