"""Marks that part provinces, offices or districts into groups: the value of none of them."""

import re
from functools import cache

from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.recognising.lexicon import words

_BOUNDS = frozenset({"low", "high", "exceed"})
_FAR = 70
"""Characters from a group to its bound, at most."""


def is_mark_of_group(sentence: Sentence, item: Item) -> bool:
    """Whether it only bounds a group: "một trong 8 tỉnh tăng trên 7%", "các sở giải ngân dưới 45%".

    Not where provinces are named behind the group, of each of which the bound is told: "các tỉnh
    Lạng Sơn, Cao Bằng đều tăng trên 7%".
    """
    before = sentence.before(item)
    if before is None or before.cues.isdisjoint(_BOUNDS) or item.start - before.end > 1:
        return False
    start = sentence.start
    for each in sentence.backwards(item):
        if each.start in sentence.context.made or each.separator in (";", ":"):
            start = each.end
            break
    start = max(start, item.start - _FAR)
    named = [each for each in sentence.earlier(item) if each.place and each.start >= start]
    groups = list(_groups().finditer(sentence.lower, start, item.start))
    if not groups or "," in sentence.lower[groups[-1].end() : item.start]:
        return False
    return not any(each.start >= groups[-1].end() for each in named)


@cache
def _groups() -> re.Pattern[str]:
    many, members, groups = ("|".join(words(role)) for role in ("many", "members", "groups"))
    return re.compile(rf"(?<![\w/.])(?:(?:{many}|\d\d?) (?:{members})|{groups})(?!\w)")
