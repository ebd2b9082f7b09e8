"""The items of a sentence in their order: known phrases, numbers, periods, places, separators."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter, itemgetter

from etl.models import PlaceMention
from etl.recognising import lexicon
from etl.recognising.lexicon import Token
from etl.recognising.periods import Mention, Period
from etl.recognising.quantities import Quantity

_SEPARATOR = re.compile(r"[,;:()\[\]/|]")
_START, _END = attrgetter("start"), attrgetter("end")


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
    taken: Period | None = None
    """What a period means that the number before it has taken for its own."""
    index: int = -1
    """Its place among the items of its sentence."""

    @property
    def is_comparative(self) -> bool:
        """Whether it says "thấp hơn" or "cao hơn"."""
        return {"fall", "high"} <= self.cues or {"grow", "low"} <= self.cues


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
    taken = bytearray(end)  # 1 for each character of an item that wins over those still to come
    for mention in periods:
        at, to = mention.start, mention.end
        if not any(token.start < at and to <= token.end for token in tokens):
            found.append(Item(at, to, "period", period=mention))
            taken[at:to] = b"\1" * (to - at)
    phrases = tokens
    if found:
        phrases = _beside(found, taken, tokens, lower)
        quantities = [each for each in quantities if taken.find(1, each.start, each.digits_end) < 0]
    for quantity in quantities:
        if not _is_within(quantity, phrases):
            at, to = quantity.start, quantity.end
            found.append(Item(at, to, "number", quantity=quantity))
            taken[at:to] = b"\1" * (to - at)
    named = [place for place in places if place.level in ("region", "province")]
    for token in phrases:
        at, to, sense = token
        if named and any(place.start <= at and to <= place.end for place in named):
            continue  # "miền núi" in "Trung du và miền núi phía Bắc", "bằng" in "Cao Bằng"
        if taken.find(1, at, to) < 0:
            if sense.row:
                found += _row(token)
            else:
                found.append(
                    Item(at, to, sense.kind, sense.subject, sense.hint, sense.fate, sense.cues)
                )
            taken[at:to] = b"\1" * (to - at)
    for match in _SEPARATOR.finditer(lower, start, end):
        at, sign = match.start(), match[0]
        if taken[at]:
            continue
        if sign != "/":
            sign = "," if sign == "|" else sign  # the cells of a line that is no row of a table
            found.append(Item(at, at + 1, "separator", separator=sign))
        elif _between_blanks(lower, at, start, end):
            found.append(Item(at - 1, at + 2, "separator", separator=sign))
    if places:
        for place in places:
            if not any(_is_longer(token, place) for token in phrases):
                found.append(Item(place.start, place.end, "place", place=place))
        found.sort(key=_END, reverse=True)  # of two that start alike the longer comes first
    found.sort(key=_START)
    for index, item in enumerate(found):
        item.index = index
    return found


def _beside(periods: list[Item], taken: bytearray, found: list[Token], lower: str) -> list[Token]:
    """The phrases that no period overlaps; of one that runs into a period the phrase before it.

    "khách du lịch đến" of "khách du lịch đến năm 2030" is "khách du lịch".
    """
    beside = []
    for token in found:
        if taken.find(1, token.start, token.end) < 0:
            beside.append(token)
            continue
        period = next(p for p in periods if p.start < token.end and token.start < p.end)
        if token.start < period.start:
            beside += [
                Token(token.start + start, token.start + end, sense)
                for start, end, sense in lexicon.tokens(lower[token.start : period.start])
            ]
    return beside


def _between_blanks(lower: str, at: int, start: int, end: int) -> bool:
    """Whether a slash parts, and joins no unit or date: "3.000 tỷ đồng / 12 dự án"."""
    return start < at and at + 1 < end and lower[at - 1].isspace() and lower[at + 1].isspace()


def _is_within(quantity: Quantity, phrases: list[Token]) -> bool:
    """Whether the digits lie within a phrase."""
    at = bisect_left(phrases, quantity.digits_end, key=itemgetter(1))  # the first not to end before
    return at < len(phrases) and phrases[at].start <= quantity.start


def _is_longer(token: Token, place: PlaceMention) -> bool:
    """Whether the phrase holds the place's name and more."""
    inside = token.start <= place.start and place.end <= token.end
    return inside and token.end - token.start > place.end - place.start


def _row(token: Token) -> list[Item]:
    """The items that the phrase names in a row."""
    start, end, sense = token
    return [Item(start + at, end, "subject", subject=name) for at, name in enumerate(sense.row)]
