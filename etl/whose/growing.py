"""Growths told without a subject: what grows is the economy, or what was last told to."""

from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.models import Kind
from etl.recognising.lexicon import count_unknown, says, words

_AMOUNTS = ("vnd", "usd")
_APART = frozenset({"part", "cumulative"})
"""Cues of another period of what was just told."""
_LED_TO = 4
"""Words that lead to the next province of a list, at most: "Theo sát phía sau là"."""


def goes_on(sentence: Sentence, item: Item) -> bool:
    """Whether growths by period go on about the economy: "quý I tăng 6,79%, quý II 6,53%"."""
    if item.quantity is None or item.quantity.dimension != "percent":
        return False
    grown = is_about_growth(sentence) or any(
        draft.indicator == "grdp_growth" for draft in sentence.context.drafts
    )
    if not grown and growing_on(sentence) == "grdp_size":
        return False
    if target_of_economy(sentence, item) or is_quarter_of_scenario(sentence, item):
        return True
    if any(
        each.quantity and each.quantity.dimension in _AMOUNTS for each in sentence.earlier(item)
    ):
        return False  # "chỉ xuất được 792 triệu USD hàng hóa, thấp hơn cùng kỳ 17,6%"
    if not {"grow", "fall"} & {cue for before in sentence.earlier(item) for cue in before.cues}:
        return False
    for before in sentence.backwards(item):
        if before.separator == "," and follows_opening_period(sentence, before):
            continue  # "Sáu tháng đầu năm nay, tốc độ tăng là 6,01%"
        if before.separator == ":":
            target = sentence.frame.kind is Kind.TARGET
            return target and not sentence.names_another_thing(item)
        if before.kind == "period":
            free = not before.used or names_year_before(sentence, before)
            strange = sentence.count_unknown_before(item, before.end) > 0  # "Quý IV, than tăng 3%"
            return free and not (strange or sentence.names_another_thing(item))
        if before.separator == "," and opens_in_general(sentence, before):
            continue  # "Theo từng quý, mức tăng lần lượt là 1,9% ..."
        if before.separator == "," and opens_with_province(sentence):
            continue  # "Long An, tỉnh lớn nhất vùng, tăng 6,24%"
        if before.place is not None:
            return before.place.level == "province" and is_about_growth(sentence)
        if "province_body" in before.cues and before.index > 1:
            return grown and not sentence.names_another_thing(item)  # "giữa tâm dịch, tỉnh tăng"
        if before.kind != "cue":
            return False
    last_run = sentence.context.last_run
    listed = any("percent_list" in each.cues for each in sentence.earlier(item))
    just_told = listed and last_run is not None and last_run.subject == "grdp_size"
    return just_told and not sentence.names_another_thing(item)  # "Mức tăng lần lượt là 1,9% ..."


def opens_on_growth(sentence: Sentence, item: Item) -> bool:
    """Whether its clause tells of growth and of nothing else: "...; tăng trưởng 10,01%; ..."."""
    percent = item.quantity is not None and item.quantity.dimension == "percent"
    before = sentence.before(item)
    mark = sentence.before(before) if before is not None and "economy" in before.cues else None
    if before is None or mark is None or mark.separator not in (";", ":") or not percent:
        return False
    touches = item.start - before.end <= 1 and before.start - mark.end <= 1
    return touches and "year_before" not in {
        cue for behind in sentence.following(item, 2) for cue in behind.cues
    }


def is_quarter_of_scenario(sentence: Sentence, item: Item) -> bool:
    """Whether a scenario tells it of a part of the year: "Kịch bản: quý I phấn đấu 8,4%, ..."."""
    before = next((each for each in sentence.backwards(item) if "target" not in each.cues), None)
    part = before is not None and before.period is not None and before.period.part != ""
    return part and any(
        "plan" in each.cues and sentence.lower.startswith(words("scenario"), each.start)
        for each in sentence.earlier(item)
    )


def target_of_economy(sentence: Sentence, item: Item) -> Item | None:
    """The words that the number is the target of, "mục tiêu tăng trưởng (cả năm)", if it is."""
    at = item
    for before in sentence.backwards(item):
        between = sentence.lower[before.end : at.start].split()
        if before.kind not in ("cue", "period") or count_unknown(between):
            return None
        if "economy" in before.cues:
            return before if "target" in before.cues else None
        at = before
    return None


def is_nations_target(sentence: Sentence, item: Item) -> bool:
    """Whether the government's target of growth is told, which is the nation's."""
    target = target_of_economy(sentence, item)
    said = sentence.lower[sentence.start : target.start] if target else ""
    return says(said, "government")


def grows_behind(sentence: Sentence, item: Item) -> bool:
    """Whether a province behind it is said to grow so: "Với 10,61%, Bạc Liêu tăng trưởng ..."."""
    percent = item.quantity is not None and item.quantity.dimension == "percent"
    return percent and any("economy" in each.cues for each in sentence.following(item, 5))


def follows_opening_period(sentence: Sentence, comma: Item) -> bool:
    """Whether a period and no more stands before the comma, and the sentence has told nothing."""
    earlier = sentence.earlier(comma)
    if not earlier or any(item.kind not in ("cue", "period") for item in earlier):
        return False
    return earlier[-1].kind == "period" and comma.start == earlier[-1].end


def opens_in_general(sentence: Sentence, comma: Item) -> bool:
    """Whether the words before the first comma name nothing."""
    return comma.index == 0 and not sentence.count_unknown_before(comma, sentence.start)


def names_year_before(sentence: Sentence, item: Item) -> bool:
    """Whether the sentence opens as one on the year before: "Cùng kỳ năm 2022 tăng 6,85%"."""
    return item.index == 1 and "year_before" in sentence.items[0].cues


def opens_with_province(sentence: Sentence) -> bool:
    """Whether a province opens the sentence, of which all of it may be: "Kế đến là Huế, ..."."""
    first = next(item for item in sentence.items if "filler" not in item.cues)
    said = sentence.lower[sentence.start : first.start].split()
    led_to = len(said) <= _LED_TO and said[-1:] == list(words("is"))
    opens = first.index == 0 or led_to
    return first.place is not None and first.place.level == "province" and opens


def is_about_growth(sentence: Sentence) -> bool:
    """Whether the article is about how economies grew: by its headline or its first figure."""
    context = sentence.context
    headed = context.headline is not None and context.headline.subject == "grdp_size"
    return headed or (bool(context.drafts) and context.drafts[0].indicator == "grdp_growth")


def growing_on(sentence: Sentence) -> str:
    """What grows: what was last told to ("Riêng tháng 11 tăng 8,5%", "Lũy kế ..."), or GRDP."""
    context = sentence.context
    last_run = None if context.spoken_since else context.last_run
    apart = any(not item.cues.isdisjoint(_APART) for item in sentence.items)
    apart = apart and len(context.told_before) <= 1  # of several sectors, none goes on
    grown = last_run is not None and last_run.last is not None and last_run.last.reading == "growth"
    if last_run and grown and (apart or last_run.subject not in sentence.catalogue.sectors):
        return last_run.subject
    return "grdp_size"
