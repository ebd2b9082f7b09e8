"""Numbers: whose figure one is, or why it is nobody's."""

from etl.figures.attributes import whose_amount
from etl.figures.comparisons import read_percentage
from etl.figures.contributions import is_contribution
from etl.figures.no_figures import why_no_figure
from etl.figures.rankings import is_rank, read_rank
from etl.figures.runs import set_run
from etl.figures.told_together import read_told_together
from etl.figures.year_before import is_told_of_year_before, read_year_before
from etl.linking.frames import Run
from etl.linking.items import Item
from etl.linking.plans import is_set_by
from etl.linking.sentence import Sentence
from etl.models import PlaceMention
from etl.recognising.lexicon import says, words
from etl.recognising.quantities import Quantity
from etl.whose.growing import opens_on_growth
from etl.whose.ownership import read_value

_FOREIGN_SCOPES = {
    "nation": "national",
    "run_nation": "national",
    "whole_nation": "national",
    "region": "region",
    "district": "district",
    "other_period": "other_period",
    "part": "part",
    "company": "company",
}
"""The frame's scope -> the fate of a number in it."""
_NOUN = 8
"""Characters of a number's noun."""

_OF_A_DISTRICT = 45
"""Communes of the largest districts that there have been, about."""


def read_number(sentence: Sentence, item: Item) -> None:
    """Tell the number's fate, and close what was said for it alone."""
    quantity, context = item.quantity, sentence.context
    assert quantity
    if item.used:
        context.fates[item.start] = "total"
        return
    together = read_told_together(sentence, item)
    if together:
        context.fates[item.start] = together
        return
    set_run(sentence, item)
    fate = why_no_figure(sentence, item, quantity) or why_unpaired(item)
    if fate in ("ordinal", "") and is_rank(sentence, item, quantity):
        fate = read_rank(sentence, item, quantity)
    elif not fate:
        fate = read_figure(sentence, item, quantity)
    context.fates[item.start] = fate
    frame = sentence.frame
    if weighs_goods(sentence, item, quantity):
        frame.run = Run("", fate="part", start=item.start, end=item.end)
    if fate == "other_unit" and quantity.dimension != "times":
        frame.run = Run("", fate="no_indicator", start=item.start, end=item.end)
    if sentence.tells(item):
        frame.figures += 1
        frame.passing_told = True
    frame.verbs = []
    frame.plan_next = False
    if frame.compare != "open" and not (frame.compare == "was" and item.assigned):
        frame.compare = ""
    if frame.scope == "nation" and not goes_on_behind(sentence, item):
        frame.scope = ""
    if not frame.place_stays:
        frame.place = None


def weighs_goods(sentence: Sentence, item: Item, quantity: Quantity) -> bool:
    """Whether tonnes of one good open what is told of a trade: "Gạo xuất khẩu được 312.000 tấn"."""
    run = sentence.frame.run
    level = sentence.readings(run.subject).get("level")
    if quantity.dimension != "bare" or level is None or run.last or run.carried:
        return False
    trade = sentence.catalogue.units[level.unit].dimension == "usd"
    noun = sentence.lower[quantity.noun_at : quantity.noun_at + _NOUN].lstrip()
    return trade and noun.startswith(words("tonnes"))


def why_unpaired(item: Item) -> str:
    """Whether a list gives it no subject, period or province of its own: "lần lượt 38 và 26"."""
    return "several" if "unpaired" in item.cues and not (item.period or item.place) else ""


def goes_on_behind(sentence: Sentence, item: Item) -> bool:
    """Whether "và" joins another number: "cả nước là 11,5 bác sĩ và hơn 31 giường bệnh"."""
    for following in sentence.following(item, 4):
        if following.kind == "separator":
            return False
        if following.kind == "number":
            return says(sentence.lower[item.end : following.start], "and")
    return False


def read_figure(sentence: Sentence, item: Item, quantity: Quantity) -> str:
    """Make the figure that the number is, or tell why it is none."""
    frame, context = sentence.frame, sentence.context
    if not frame.place:
        frame.place = whose_amount(sentence, item)
    if context.scope and not (frame.place or context.speaking_of):
        note_topic(sentence, item, quantity)
        return context.scope
    if not sentence.whose:
        note_topic(sentence, item, quantity)
        return "no_province"
    if frame.scope == "company" and is_of_whole_province(sentence, item):
        frame.scope = ""
    if frame.scope == "district" and counts_districts(sentence, item):
        frame.scope = ""
    if frame.scope:
        note_topic(sentence, item, quantity)
        return _FOREIGN_SCOPES[frame.scope]
    owner, amount = owner_behind(sentence, item), quantity.dimension in ("vnd", "usd")
    if not owner and is_replaced(sentence, item) and not is_set_by(sentence, item):
        return "former_value"
    if owner and owner.level != "province":
        return "national" if owner.level == "nation" else "region"
    if owner:
        frame.place, frame.compare = owner.province, ""
        frame.verbs = [] if amount else frame.verbs
    if is_set_by(sentence, item):
        frame.plan_next, frame.compare, frame.verbs = True, "", []
    if "contribute" in frame.verbs and not amount and is_contribution(sentence, item):
        return "contribution"
    falls = sentence.verb == "fall" or frame.run.hint == "reduction"
    if quantity.dimension == "points" and not falls:
        return "contribution"
    if opens_on_growth(sentence, item):
        frame.run = Run("grdp_size", "growth", start=item.start, end=item.start)
    if quantity.dimension == "percent" and quantity.out_of is None:
        told = read_percentage(sentence, item, quantity)
        if told:
            return told
    elif frame.run.last is not None and (
        frame.compare == "was" or is_of_year_before(sentence, item)
    ):
        return read_year_before(sentence, item, quantity)  # "trong khi cùng kỳ là 4.500 tỷ đồng"
    return read_value(sentence, item, quantity)


def is_of_year_before(sentence: Sentence, item: Item) -> bool:
    """Whether an amount is named the year before's: "thua con số 541 triệu USD của cùng kỳ"."""
    behind = sentence.behind(item)
    of = behind is not None and sentence.lower[item.end : behind.start].strip() in words("of")
    held = says(sentence.text_before(item, 14), "level")
    return behind is not None and of and held and "year_before" in behind.cues


def owner_behind(sentence: Sentence, item: Item) -> PlaceMention | None:
    """Whose the number is by the words behind it: "cao hơn mức 5,9% của cả nước"."""
    behind = sentence.behind(item)
    of = behind is not None and sentence.lower[item.end : behind.start].strip() in words("of")
    if behind is not None and "region_body" in behind.cues:
        behind, of = sentence.behind(behind), True  # "mức 6,9% của vùng Đồng bằng sông Cửu Long"
    elif behind is not None and "province_body" in behind.cues:
        of = of or says(sentence.lower[behind.start : behind.end], "of")
        behind = sentence.behind(behind)  # "mức 13,5 triệu đồng của tỉnh Tuyên Quang"
    place = behind.place if behind else None
    if behind is None or place is None or place.level not in ("nation", "region", "province"):
        return None
    of = of or (place.level == "nation" and behind.start - item.end <= 1)
    others = place.level != "province" or place.province != sentence.context.province
    return place if of and others and says(sentence.text_before(item, 20), "level") else None


def note_topic(sentence: Sentence, item: Item, quantity: Quantity) -> None:
    """What the nation or a region has or grew in is what provinces are told of next."""
    frame = sentence.frame
    whose = _FOREIGN_SCOPES.get(frame.scope, sentence.context.scope)
    counts = quantity.dimension == "bare" and not frame.run.subject
    counted = sentence.subject_behind(item) if counts else None
    subject = counted.subject if counted else frame.run.subject
    if whose not in ("national", "region") or not subject:
        return
    changed = sentence.cue_before(item, "grow") or sentence.cue_before(item, "fall")
    grown = quantity.dimension == "percent" and changed
    if grown or counted or quantity.dimension in ("vnd", "usd"):
        sentence.context.topic = Run(subject, "growth" if grown else "")


def is_of_whole_province(sentence: Sentence, item: Item) -> bool:
    """Whether the subject behind it is named as the province's: "662 nghìn lượt khách đến tỉnh"."""
    behind, share = sentence.behind(item), sentence.verb == "share"
    if behind is None or behind.kind != "subject" or behind.start - item.end > 1 or share:
        return False  # "chiếm 28,7% tổng thu ngân sách của tỉnh"
    return says(sentence.lower[behind.start : behind.end], "province_word")


def counts_districts(sentence: Sentence, item: Item) -> bool:
    """Whether districts are counted, or communes of more than one: "X và Y là 2 đơn vị đã ..."."""
    counted, run = sentence.subject_behind(item), sentence.frame.run
    level = sentence.readings(counted.subject if counted else run.subject).get("level")
    if level is None or item.quantity is None:
        return False
    many = (item.quantity.out_of or 0) > _OF_A_DISTRICT
    return level.unit == "districts" or (level.unit == "communes" and many)


def is_replaced(sentence: Sentence, item: Item) -> bool:
    """Whether the number is one since replaced: "so với mức 10,35% trước đó"."""
    before, behind = sentence.before(item), sentence.behind(item)
    if before and "former" in before.cues and item.start - before.end <= 8:
        return not is_told_of_year_before(sentence, item)
    ends = behind is not None and "former" in behind.cues and "compare" not in behind.cues
    return bool(behind and ends and behind.start - item.end <= 8)
