"""Counts whose sentence names no subject: more of what was counted before."""

import re
from collections import defaultdict
from functools import cache

from etl.catalogue import load_catalogue
from etl.linking.frames import Run
from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.recognising.lexicon import words
from etl.recognising.quantities import Quantity

_AROUND = frozenset({"filler", "low", "equal"})
"""Cues between a verb and its amount: "thu hút được khoảng 620 triệu USD"."""
_OF_PART = frozenset({"part", "share"})
"""Cues of a part of what was just told."""
_MANY = 1000
"""So many are no places, days or years."""


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
    name = nouns_of_one().get(noun_of(sentence, quantity))
    if name is None:
        return None
    indicator = sentence.catalogue.indicators[name]
    said = sentence.lower[sentence.start : before_amount(sentence, item).start].rstrip()
    by_verb = said.endswith(tuple(f" {verb}" for verb in indicator.verbs))  # "đón 3 triệu lượt"
    told = any(draft.indicator == name for draft in sentence.context.drafts)
    return Run(indicator.subject, start=item.start, end=item.start) if told or by_verb else None


def noun_of(sentence: Sentence, quantity: Quantity) -> str:
    """All that stands between the number and the next sign or the sentence's end: its noun."""
    behind = sentence.lower[quantity.noun_at : sentence.end]
    noun = re.split(r"[^\w ]", behind, maxsplit=1)[0].strip()
    return noun.split(f" {words('and')[0]} ")[0]


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


def before_amount(sentence: Sentence, item: Item) -> Item:
    """The first of "khoảng", "được" that lead to the number; itself where none does."""
    at = item
    for before in sentence.backwards(item):
        if before.cues.isdisjoint(_AROUND) or at.start - before.end > 1:
            break
        at = before
    return at
