"""Proper names: things that are no place of the gazetteer, and have figures of their own."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from etl.linking.items import Item
from etl.linking.marks import OPENERS
from etl.linking.sentence import Sentence
from etl.recognising.lexicon import count_unknown, says

_WORDS = re.compile(r"[^\W\d_]+")
_LINKS = frozenset({" ", "-", " - "})
"""What stands between the words of a name: "Phong Nha - Kẻ Bàng"."""
_LEAST, _LEAST_AT_START = 2, 3
"""Capitalised words of a name; a sentence's first word is one anyhow."""
_BETWEEN = 1
"""Words between a name and what is told of it that name something themselves, at most."""
_TITLE = 30
"""Characters before a person's name in which the office stands: "Phó chủ tịch"."""


class Name(NamedTuple):
    """Where a name stands, and of how many words it is."""

    start: int
    end: int
    words: int


def is_of_named_thing(sentence: Sentence, item: Item) -> bool:
    """Whether an amount is told of what has a name of its own: "Kẻ Bàng đón 812.000 lượt khách".

    Nothing that the reader knows stands between the name and the number but what is counted.
    """
    if item.quantity is None or item.quantity.dimension not in ("vnd", "usd", "bare"):
        return False
    start, end = sentence.start, item.start
    for before in sentence.backwards(item):
        if before.kind in ("number", "separator"):
            start = before.end
            break
        if before.kind in ("place", "period") or "province_body" in before.cues:
            return False
        end = before.start
    named = [each for each in names(sentence.text, start, end) if is_name(sentence, each)]
    if not named or says(sentence.lower[start : named[-1].start][-_TITLE:], "persons"):
        return False
    said = sentence.lower[named[-1].end : item.start]
    behind = count_unknown(sentence.lower[named[-1].end : end].split())
    return behind <= _BETWEEN and not says(said, "province_word")


def is_name(sentence: Sentence, name: Name) -> bool:
    """Whether it has the words of a name, though the first of a sentence is a capital anyhow."""
    opens = not sentence.text[sentence.start : name.start].strip(OPENERS)
    return name.words >= (_LEAST_AT_START if opens else _LEAST)


def names(text: str, start: int, end: int) -> Iterator[Name]:
    """The runs of capitalised words between two places of a text; "GRDP" and "TP" are none."""
    at, last, words = start, start, 0
    for word in _WORDS.finditer(text, start, end):
        written = word[0]
        capital = written[0].isupper() and not (len(written) > 1 and written.isupper())
        linked = words > 0 and text[last : word.start()] in _LINKS
        if words and not (capital and linked):
            yield Name(at, last, words)
            words = 0
        if capital:
            at, last, words = word.start() if not words else at, word.end(), words + 1
    if words:
        yield Name(at, last, words)
