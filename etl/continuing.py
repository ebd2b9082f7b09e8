"""Numbers whose sentence names no subject: what they go on about."""

import re
from collections import defaultdict
from functools import cache

from etl.catalogue import load_catalogue
from etl.frames import Run
from etl.items import Item
from etl.lexicon import word_set, words
from etl.models import Kind
from etl.quantities import Quantity
from etl.readings import reading_of
from etl.sentence import Sentence

_OF_PART = frozenset({"part", "share"})
"""Cues of a part of what was just told."""
_MANY = 1000
"""So many are no places, days or years."""
_APART = frozenset({"part", "cumulative"})
"""Cues of another period of what was just told."""


def continued_run(sentence: Sentence, item: Item) -> Run:
    """The run that a number without a subject goes on with; the frame's own where there is none."""
    if lists_provinces(sentence, item):
        return run_of_list(sentence, item)
    last_run = sentence.context.last_run
    if last_run and falls_on(sentence, item, last_run):
        return Run(last_run.subject, "reduction", start=item.start, end=item.start)
    if goes_on(sentence, item):
        return Run(growing_on(sentence), "growth", start=item.start, end=item.start)
    if last_run and is_of_another_time(sentence, item, last_run):
        hint = last_run.last.reading if last_run.last else ""
        return Run(last_run.subject, hint, start=item.start, end=item.start)
    if last_run and counts_on(sentence, item, last_run):
        return Run(last_run.subject, start=item.start, end=item.start)
    return counted_before(sentence, item) or run_behind_comma(sentence, item)


def counts_on(sentence: Sentence, item: Item, last_run: Run) -> bool:
    """Whether more of what was counted last is counted, or what there was at another time.

    "52/80 xã đạt chuẩn nông thôn mới. Trong năm có thêm 9 xã. Cuối năm 2015 mới có 17 xã."
    """
    quantity, told, period = item.quantity, last_run.level or last_run.last, sentence.frame.period
    if quantity is None or quantity.dimension != "bare" or told is None:
        return False
    if sentence.context.spoken_since or any(
        before.kind in ("subject", "other", "number") for before in sentence.earlier(item)
    ):
        return False
    alike = noun_of(sentence, quantity) in sentence.catalogue.units[told.unit].nouns
    another = sentence.frame.added or period not in (None, told.period)
    return alike and another and not sentence.count_unknown_before(item, sentence.start)


def counted_before(sentence: Sentence, item: Item) -> Run | None:
    """What was counted before, where its unit tells it alone: "năm 2021 chỉ đón 552.000 lượt"."""
    quantity = item.quantity
    if quantity is None or quantity.dimension != "bare" or quantity.low < _MANY:
        return None
    if any(not _OF_PART.isdisjoint(before.cues) for before in sentence.earlier(item)):
        return None  # "Riêng Măng Đen chiếm già nửa, với hơn 650.000 lượt"
    indicator = nouns_of_one().get(noun_of(sentence, quantity))
    told = any(draft.indicator == indicator for draft in sentence.context.drafts)
    return Run(indicator, start=item.start, end=item.start) if indicator and told else None


def noun_of(sentence: Sentence, quantity: Quantity) -> str:
    """All that stands between the number and the next sign or the sentence's end: its noun."""
    behind = sentence.lower[quantity.noun_at : sentence.end]
    return re.split(r"[^\w ]", behind, maxsplit=1)[0].strip()


@cache
def nouns_of_one() -> dict[str, str]:
    """The nouns of which only one indicator counts thousands: "lượt" is of visitors."""
    catalogue = load_catalogue()
    counted: dict[str, list[str]] = defaultdict(list)
    for indicator in catalogue.indicators.values():
        for noun in catalogue.units[indicator.unit].nouns:
            counted[noun].append(indicator.indicator)
    return {
        noun: found[0]
        for noun, found in counted.items()
        if len(found) == 1 and catalogue.units[catalogue.indicators[found[0]].unit].scale > 1
    }


def falls_on(sentence: Sentence, item: Item, last_run: Run) -> bool:
    """Whether a rate told last is said to fall: "Bình quân mỗi năm giảm 3,75%"."""
    percent = item.quantity is not None and item.quantity.dimension in ("percent", "points")
    rate = "reduction" in sentence.readings(last_run.subject)
    alone = not any(
        before.kind in ("subject", "other", "number") for before in sentence.earlier(item)
    )
    falls = "fall" in sentence.frame.verbs
    start = max([sentence.start, *(each.end for each in sentence.earlier(item) if each.separator)])
    return percent and rate and alone and falls and not sentence.count_unknown_before(item, start)


def is_of_another_time(sentence: Sentence, item: Item, last_run: Run) -> bool:
    """Whether only another period is told of the last subject: "Lũy kế 10 tháng đạt 480 tỷ đồng".

    An amount of the same unit, or a fall of what fell.
    """
    told, quantity = last_run.level or last_run.last, item.quantity
    if told is None or quantity is None or quantity.dimension != told.dimension:
        return False
    if sentence.context.spoken_since:
        return False
    falls = told.reading == "reduction" and sentence.verb == "fall"
    if quantity.dimension == "bare" or (quantity.dimension == "percent" and not falls):
        return False
    earlier = sentence.earlier(item)
    if any(before.kind not in ("cue", "period", "separator") for before in earlier):
        return False
    at = max([sentence.start, *(before.end for before in earlier if before.separator == ",")])
    said = [before for before in earlier if before.start >= at]
    for before in [*said, item]:
        if not set(sentence.lower[at : before.start].split()) <= word_set("still"):
            return False
        at = before.end
    return any(before.kind == "period" and not before.used for before in said)


def run_behind_comma(sentence: Sentence, item: Item) -> Run:
    """The run of a subject that is named behind its value.

    "Với mức tăng 8,12%, GRDP ...", "Từ 33,7% năm 2005, tỷ lệ hộ nghèo xuống còn 5,18%".
    """
    said = sentence.lower[sentence.start : item.start].split()
    end = item.end
    behind = sentence.behind(item)
    if leads_from_start(said) and behind is not None and behind.kind == "period":
        end = behind.end
    elif not said or said[0] not in words("with") or len(said) > 6:
        return sentence.frame.run
    if item.place and sentence.verb == "grow" and is_about_growth(sentence):
        return Run("grdp_size", "growth", start=item.start, end=item.start)
    for following in sentence.following(item, 4):
        if following.kind == "subject" and end < following.start <= end + 12:
            following.used = True
            hint = "growth" if sentence.verb == "grow" else following.hint
            return Run(following.subject, hint, start=sentence.start, end=item.start)
        if following.kind in ("number", "other"):
            break
    return sentence.frame.run


def leads_from_start(said: list[str]) -> bool:
    """Whether words that open a sentence lead to where a change began: "từ", "từ mức âm"."""
    led = set(said[1:]) <= {*words("level"), *words("negative")}
    return said[:1] == list(words("change_from")) and led


def lists_provinces(sentence: Sentence, item: Item) -> bool:
    """Whether a province stands for what was last told: "Theo sau là Hậu Giang 8,14%"."""
    if listed_run(sentence, item) is None:
        return False
    fates, opened = sentence.context.fates, opens_with_province(sentence)
    for before in sentence.backwards(item):
        if before.separator == "(" and item.start - before.end <= 1:
            continue  # "thấp hơn Khánh Hòa (7,98%)"
        ranked = before.kind == "number" and fates.get(before.start) == "ordinal"
        if opened and (ranked or before.separator == ","):
            continue  # "TP.HCM đứng thứ 3, đạt 1,94 tỷ USD"
        if before.kind in ("subject", "other", "number", "separator"):
            return False
        if before.place is not None:
            province = before.place.province if before.place.level == "province" else None
            own = is_own_in_list(sentence, province)
            named = province is not None and (own or province != sentence.context.province)
            return named and not sentence.names_another_thing(item)
    return False


def is_own_in_list(sentence: Sentence, province: str | None) -> bool:
    """Whether the article's own province is next in a list of others.

    "Thái Nguyên 3,4 tỷ USD, Thanh Hóa 2,92 tỷ USD. Hải Phòng xếp thứ ba với 2,61 tỷ USD."
    """
    last = sentence.context.drafts[-1:]
    own = province == sentence.context.province
    return own and not any(draft.province == province for draft in last)


def listed_run(sentence: Sentence, item: Item) -> Run | None:
    """What provinces are listed by: what the nation was told to have, the last, the headline's."""
    context, quantity = sentence.context, item.quantity
    if quantity is None:
        return None
    if quantity.dimension == "bare":
        return context.last_run if is_counted_alike(sentence, quantity) else None
    if context.topic and reading_of(sentence, item, context.topic, quantity):
        return context.topic
    last_run = None if context.spoken_since else context.last_run
    if last_run and last_run.last and last_run.last.dimension == quantity.dimension:
        sector = last_run.subject in sentence.catalogue.sectors
        growing = sector and last_run.last.reading == "growth"
        return Run("grdp_size", "growth") if growing else last_run
    headline = context.headline
    return headline if headline and reading_of(sentence, item, headline, quantity) else None


def is_counted_alike(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether thousands of the same are counted: "1,05 triệu lượt; Khánh Hòa 3,47 triệu lượt"."""
    last_run = sentence.context.last_run
    level = sentence.readings(last_run.subject).get("level") if last_run else None
    nouns = sentence.catalogue.units[level.unit].nouns if level else ()
    noun = sentence.lower[quantity.noun_at : quantity.noun_at + 20].lstrip()
    return quantity.multiplied and bool(nouns) and noun.startswith(nouns)


def run_of_list(sentence: Sentence, item: Item) -> Run:
    """The run of the list, gone on with at the number."""
    run = listed_run(sentence, item)
    assert run is not None
    return Run(run.subject, run.hint, start=item.start, end=item.start)


def goes_on(sentence: Sentence, item: Item) -> bool:
    """Whether growths by period go on about the economy: "quý I tăng 6,79%, quý II 6,53%"."""
    if item.quantity is None or item.quantity.dimension != "percent":
        return False
    grown = is_about_growth(sentence) or any(
        draft.indicator == "grdp_growth" for draft in sentence.context.drafts
    )
    if not grown and growing_on(sentence) == "grdp_size":
        return False
    if not {"grow", "fall"} & {cue for before in sentence.earlier(item) for cue in before.cues}:
        return False
    for before in sentence.backwards(item):
        if before.separator == ":":
            target = sentence.frame.kind is Kind.TARGET
            return target and not sentence.names_another_thing(item)
        if before.kind == "period":
            return not before.used and not sentence.names_another_thing(item)
        if before.separator == "," and opens_with_province(sentence):
            continue  # "Long An, tỉnh lớn nhất vùng, tăng 6,24%"
        if before.place is not None:
            return before.place.level == "province" and is_about_growth(sentence)
        if before.kind != "cue":
            return False
    return False


def opens_with_province(sentence: Sentence) -> bool:
    """Whether the sentence opens with a province, of which all of it may be."""
    place = sentence.items[0].place
    return place is not None and place.level == "province"


def is_about_growth(sentence: Sentence) -> bool:
    """Whether the article is about how economies grew: by its headline or its first figure."""
    context = sentence.context
    headed = context.headline is not None and context.headline.subject == "grdp_size"
    return headed or (bool(context.drafts) and context.drafts[0].indicator == "grdp_growth")


def growing_on(sentence: Sentence) -> str:
    """What grows: what was last told to ("Riêng tháng 11 tăng 8,5%", "Lũy kế ..."), or GRDP."""
    last_run = None if sentence.context.spoken_since else sentence.context.last_run
    apart = any(not item.cues.isdisjoint(_APART) for item in sentence.items)
    grown = last_run is not None and last_run.last is not None and last_run.last.reading == "growth"
    if last_run and grown and (apart or last_run.subject not in sentence.catalogue.sectors):
        return last_run.subject
    return "grdp_size"
