"""Percentages that are a share of something else than the subject before them."""

from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.models import Measure
from etl.recognising.lexicon import count_unknown, words
from etl.recognising.quantities import Quantity

_NOUN = 12
"""Characters in which what is counted follows a percentage."""
_THINGS = 4
"""Words behind a percentage that name what it is a part of, where two are unknown."""


def is_share_of_count(sentence: Sentence, item: Item) -> bool:
    """Whether a percentage behind the economy is of people or things: "7,5% số hộ có điện"."""
    behind = sentence.lower[item.end : item.end + _NOUN].split()
    percent = item.quantity is not None and item.quantity.dimension == "percent"
    economy = sentence.frame.run.subject == "grdp_size"
    return percent and economy and behind[:1] != [] and behind[0] in words("counted")


def is_share_of_another(sentence: Sentence, item: Item, quantity: Quantity) -> bool:
    """Whether a clause tells only how many of what has no indicator: "; 97,5% số hộ có điện"."""
    behind = sentence.behind(item)
    if quantity.dimension != "percent":
        return False
    if is_share_of_things(sentence, item):
        return True
    if behind is None or behind.fate != "no_indicator":
        return False
    clause = sentence.clause_before(item, (";",))
    named = any(before.kind in ("subject", "other", "number", "separator") for before in clause)
    named = named or any(after.subject for after in sentence.following(item, 4))
    return behind.start - item.end <= 1 and not named


def is_share_of_those(sentence: Sentence, quantity: Quantity, behind: Item) -> bool:
    """Whether it is a share of those whom the subject counts: "41,3% hộ nghèo thiếu việc làm"."""
    share = sentence.readings(behind.subject).get("share")
    of_plan = share is not None and share.measure is Measure.FLOW  # "95% kế hoạch vốn được giao"
    if quantity.dimension != "percent" or sentence.frame.verbs or of_plan:
        return False
    return sentence.lower[behind.end : sentence.end].lstrip().startswith(words("what_they_do"))


def is_share_of_things(sentence: Sentence, item: Item) -> bool:
    """Whether a clause opens with how many of unknown things: "..., 70% sản lượng cam bán lẻ".

    Or of places that no subject is told of: "; 93% xã, phường đạt tiêu chí quốc gia về y tế".
    """
    before, behind = sentence.before(item), sentence.behind(item)
    of_places = sentence.lower[item.end : sentence.end].lstrip().startswith(words("places_of_all"))
    if before is not None and before.separator == ";" and of_places:
        return sentence.subject_behind(item) is None
    if before is None or before.separator != "," or sentence.frame.run.last is not None:
        return False
    said = sentence.lower[item.end : behind.start if behind else sentence.end].split()
    return count_unknown(said[:_THINGS]) >= 2
