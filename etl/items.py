"""The items of a sentence in their order: known phrases, numbers, periods, places, separators."""

import re
from dataclasses import dataclass
from operator import attrgetter

from etl import lexicon
from etl.lexicon import Token
from etl.models import PlaceMention
from etl.periods import Mention
from etl.quantities import Quantity

_SEPARATOR = re.compile(r"[,;:()\[\]]|\s/\s")


@dataclass(slots=True)
class Item:
    """One item at characters start to end.

    `kind` is subject, other, cue, number, period, place or separator; what it carries stands in
    the field of that name. A phrase that is both a subject and a cue is a subject with cues.
    """

    start: int
    end: int
    kind: str
    subject: str = ""
    hint: str = ""
    """The reading that the phrase itself tells ("giảm nghèo": reduction)."""
    fate: str = ""
    cues: frozenset[str] = frozenset()
    quantity: Quantity | None = None
    period: Mention | None = None
    place: PlaceMention | None = None
    separator: str = ""
    assigned: str = ""
    """The subject that a number has by its place in a list."""
    used: bool = False
    """Already explained by a number beside it: its subject or its base of comparison."""
    index: int = -1
    """Its place among the items of its sentence."""


def items_of(
    lower: str,
    start: int,
    end: int,
    tokens: list[Token],
    quantities: list[Quantity],
    periods: list[Mention],
    places: list[PlaceMention],
) -> list[Item]:
    """The items between start and end. What lies within a longer item of another kind is dropped.

    Periods win over everything but a longer phrase; phrases over the numbers inside them
    ("trên 1 vạn dân"); numbers, with their units, over the phrases they overlap.
    """
    found: list[Item] = []
    taken = bytearray(end - start)

    def free(at: int, to: int) -> bool:
        return taken.find(1, at - start, to - start) < 0

    def take(item: Item) -> None:
        found.append(item)
        taken[item.start - start : item.end - start] = b"\1" * (item.end - item.start)

    for mention in periods:
        if not any(token.start < mention.start and mention.end <= token.end for token in tokens):
            take(Item(mention.start, mention.end, "period", period=mention))
    phrases = _beside(found, tokens, lower) if found else tokens
    for quantity in [each for each in quantities if free(each.start, each.digits_end)]:
        at, to = quantity.start, quantity.digits_end
        if not any(token.start <= at and to <= token.end for token in phrases):
            take(Item(at, quantity.end, "number", quantity=quantity))
    for token in phrases:
        if free(token.start, token.end):
            for item in _phrase(token):
                take(item)
    for place in places:
        if not any(_is_longer(token, place) for token in phrases):
            found.append(Item(place.start, place.end, "place", place=place))
    for separator in _SEPARATOR.finditer(lower, start, end):
        at, to = separator.span()
        if free(at, to):
            found.append(Item(at, to, "separator", separator=separator[0].strip()))
    found.sort(key=attrgetter("end"), reverse=True)  # of two at one place the longer comes first
    found.sort(key=attrgetter("start"))
    for index, item in enumerate(found):
        item.index = index
    return found


def _beside(periods: list[Item], found: list[Token], lower: str) -> list[Token]:
    """The phrases that no period overlaps; of one that runs into a period the phrase before it.

    "khách du lịch đến" of "khách du lịch đến năm 2030" is "khách du lịch".
    """
    beside = []
    for token in found:
        period = next((p for p in periods if p.start < token.end and token.start < p.end), None)
        if period is None:
            beside.append(token)
        elif token.start < period.start:
            beside += [
                Token(token.start + start, token.start + end, sense)
                for start, end, sense in lexicon.tokens(lower[token.start : period.start])
            ]
    return beside


def _is_longer(token: Token, place: PlaceMention) -> bool:
    """Whether the phrase holds the place's name and more."""
    inside = token.start <= place.start and place.end <= token.end
    return inside and token.end - token.start > place.end - place.start


def _phrase(token: Token) -> list[Item]:
    """The item that the phrase is, or those that it names in a row."""
    start, end, sense = token
    if sense.row:
        return [Item(start + at, end, "subject", subject=name) for at, name in enumerate(sense.row)]
    return [Item(start, end, sense.kind, sense.subject, sense.hint, sense.fate, sense.cues)]
