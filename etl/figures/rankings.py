"""Places in a ranking: "đứng thứ 17", "nhóm 10", "dẫn đầu cả nước"."""

from dataclasses import replace

from etl.figures.drafting import draft_of
from etl.figures.kinds import kind_told
from etl.figures.ruled_out import is_start_of_change
from etl.figures.values import Value
from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.models import Kind, PlaceMention
from etl.recognising.lexicon import words
from etl.recognising.periods import Period, resolve
from etl.recognising.quantities import Quantity
from etl.when.timing import period_of

_GROUP = 28
"""Characters before "dẫn đầu" that may tell a group: "nhóm 5 địa phương dẫn đầu"."""
_LED_TO = 11
"""Characters of "thuộc về" and a blank, before a province."""
_YEAR = 4
"""Characters between a ranking and its year: "(PCI) năm 2010"."""
_PROVINCES = 63
"""No place in a ranking of provinces is beyond it."""


def is_rank(sentence: Sentence, item: Item, quantity: Quantity) -> bool:
    """Whether the number is the province's place in a ranking that the sentence names."""
    if quantity.dimension != "bare" or quantity.low > _PROVINCES or quantity.multiplied:
        return False
    if place_of_line(sentence, item):
        return True
    before = sentence.before(item)
    if before is None or "place_in_ranking" not in before.cues or item.start - before.end > 2:
        return False
    return ranking_of(sentence, item) != ""


def place_of_line(sentence: Sentence, item: Item) -> PlaceMention | None:
    """The province whose place in the ranking numbers the line: "2. Đồng Tháp: 72,81 điểm"."""
    places = [each for each in sentence.items if each.place]
    score = sentence.items[-1].quantity
    if item.index or not sentence.context.ranking or score is None:
        return None
    alone = places == sentence.items[1:2]
    behind = sentence.lower[score.end : sentence.end].strip(" .;()")
    return places[0].place if places and alone and behind in words("score") else None


def ranking_of(sentence: Sentence, item: Item) -> str:
    """The ranking that the sentence names, or the one spoken of where it speaks of nothing else."""
    named = ranked_subject(sentence, item)
    other = any(before.kind in ("subject", "other") for before in sentence.earlier(item))
    return named or ("" if other else sentence.context.ranking)


def ranked_subject(sentence: Sentence, item: Item) -> str:
    """The ranking that the number's run or its segment names, '' where there is none."""
    subject = sentence.frame.run.subject
    subject = subject if "rank" in sentence.readings(subject) else ""
    for following in sentence.following(item):
        if following.kind == "other":
            return ""
        if following.kind == "separator" and following.separator != "(":
            break
        if "rank" in sentence.readings(following.subject):
            return following.subject
    return subject


def read_rank(sentence: Sentence, item: Item, quantity: Quantity) -> str:
    """Make the number the province's place; in "nhóm 10" it is only somewhere up to it."""
    indicator = sentence.readings(ranking_of(sentence, item))["rank"]
    if is_start_of_change(sentence, item):
        return "former_value"  # "tăng từ hạng 20 lên hạng 15"
    before = sentence.lower[max(0, item.start - 6) : item.start].strip()
    grouped = before.endswith(words("group"))
    period = period_of(sentence, item)
    if grouped and kind_told(sentence, item, indicator, period) is not Kind.TARGET:
        return "ordinal"
    value = Value(quantity.low, quantity.low, indicator.unit)
    frame, context = sentence.frame, sentence.context
    of_line = place_of_line(sentence, item) or named_before_mark(sentence, item)
    if of_line:
        frame.place = of_line.province
    if not sentence.whose:
        return "no_province"
    if frame.period is None:
        frame.period = year_behind(sentence, item) or context.ranking_period
    draft = draft_of(sentence, item, indicator, value, "bare")
    if draft.period.part:  # a ranking is a year's, whatever month it came out in
        year = frame.base_period or draft.period
        draft.period = Period(year.last, year.last)
    if grouped:
        draft.low = None
    return "observation"


def named_before_mark(sentence: Sentence, item: Item) -> PlaceMention | None:
    """The province that only a comma parts from its place: "... và Bến Tre, hạng 4"."""
    ranked = sentence.before(item)
    comma = sentence.before(ranked) if ranked else None
    named = sentence.before(comma) if comma and comma.separator == "," else None
    if ranked is None or comma is None or named is None or named.place is None:
        return None
    touching = ranked.start - comma.end <= 1 and comma.start == named.end
    return named.place if touching and named.place.level == "province" else None


def year_behind(sentence: Sentence, item: Item) -> Period | None:
    """The year right behind the ranking that is named behind the place in it."""
    for following in sentence.following(item):
        behind = sentence.behind(following)
        if behind and behind.separator == ")":
            behind = sentence.behind(behind)
        ranked = "rank" in sentence.readings(following.subject)
        if ranked and behind and behind.period and behind.start - following.end <= _YEAR:
            return resolve(behind.period, sentence.context.period)
        if following.kind == "other":
            return None
    return None


def read_first_place(sentence: Sentence, item: Item) -> None:
    """Make the province's place of "dẫn đầu", "quán quân" where a ranking is spoken of."""
    before = sentence.text_before(item, _GROUP).split()
    named = {*words("group"), *words("once")}  # "tỉnh từng nhiều năm giữ ngôi đầu"
    if not set(before).isdisjoint(named) or leads_a_region(sentence, item):
        return
    counted = sentence.text_before(item, _GROUP).rstrip().endswith(words("places_counted"))
    if counted and any(each.kind == "number" for each in sentence.earlier(item)[-2:]):
        return  # "10 địa phương dẫn đầu PCI 2020"
    listed = goes_on_with_places(sentence, item)
    ranking = ranking_of(sentence, item) if listed else ranked_subject(sentence, item)
    if sentence.context.scope or sentence.frame.scope or not ranking:
        return
    frame = sentence.frame
    frame.place = first_named_behind(sentence, item) or frame.place
    first = Quantity(item.start, item.end, 1, 1, "bare")
    read_rank(sentence, replace(item, quantity=first), first)


def first_named_behind(sentence: Sentence, item: Item) -> str | None:
    """The province that "là", "thuộc về" leads to: "Dẫn đầu bảng PCI 2019 là Quảng Ninh"."""
    if any(before.place for before in sentence.earlier(item)):
        return None
    for following in sentence.following(item, 5):
        if following.kind in ("number", "separator", "other"):
            return None
        if following.place is not None and following.place.level == "province":
            led_to = sentence.text_before(following, _LED_TO).rstrip().endswith(words("led_to"))
            return following.place.province if led_to else None
    return None


def goes_on_with_places(sentence: Sentence, item: Item) -> bool:
    """Whether the next province's place follows: "Đà Nẵng dẫn đầu, Đồng Tháp đứng thứ 2"."""
    behind = sentence.following(item, 3)
    if len(behind) < 3 or not behind[0].separator or behind[1].place is None:
        return False
    return behind[1].place.level == "province" and "place_in_ranking" in behind[2].cues


def leads_a_region(sentence: Sentence, item: Item) -> bool:
    """Whether it is the first of a region only: "dẫn đầu Đồng bằng sông Cửu Long về PCI"."""
    return any(
        "region_body" in behind.cues or (behind.place and behind.place.level == "region")
        for behind in sentence.following(item, 2)
    )


def note_ranking(sentence: Sentence, item: Item) -> None:
    """Keep the ranking, and the year it is of, for the sentences behind that list places in it."""
    context = sentence.context
    context.ranking = item.subject
    period = sentence.frame.period
    behind = sentence.behind(item)
    if behind and behind.period and behind.start - item.end <= 3:
        period = resolve(behind.period, context.period)
    if period is not None and not period.part:
        context.ranking_period = period
        context.headline_ranking_period = context.headline_ranking_period or period
