"""The items of a sentence in their order: known phrases, numbers, periods, places, separators."""

import re
from dataclasses import dataclass

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
    taken: list[tuple[int, int]] = []

    def free(at: int, to: int) -> bool:
        return not any(at < other_to and other_at < to for other_at, other_to in taken)

    spans = [(token.start, token.end) for token in tokens]
    for mention in periods:
        if any(at < mention.start and mention.end <= to for at, to in spans):
            continue
        item = Item(mention.start, mention.end, "period", period=mention)
        found.append(item)
        taken.append((mention.start, mention.end))
    phrases = [token for token in tokens if free(token.start, token.end)]
    inside = [(token.start, token.end) for token in phrases]
    numbers = [
        quantity
        for quantity in quantities
        if free(quantity.start, quantity.digits_end)
        and not any(at <= quantity.start and quantity.digits_end <= to for at, to in inside)
    ]
    for quantity in numbers:
        found.append(Item(quantity.start, quantity.end, "number", quantity=quantity))
        taken.append((quantity.start, quantity.end))
    for token in phrases:
        if not free(token.start, token.end):
            continue
        found += _row(token) or [_phrase(token)]
        taken.append((token.start, token.end))
    for place in places:
        if not any(
            at <= place.start and place.end <= to and to - at > place.end - place.start
            for at, to in inside
        ):
            found.append(Item(place.start, place.end, "place", place=place))
    for separator in _SEPARATOR.finditer(lower, start, end):
        at, to = separator.span()
        if free(at, to):
            found.append(Item(at, to, "separator", separator=separator[0].strip()))
    found.sort(key=lambda item: (item.start, -item.end))
    for index, item in enumerate(found):
        item.index = index
    return found


def _row(token: Token) -> list[Item]:
    """The subjects that a phrase such as "khu vực I - II - III" names in a row."""
    for meaning in token.meanings:
        if meaning.value.startswith("subjects:"):
            names = meaning.value.removeprefix("subjects:").split("+")
            return [
                Item(token.start + at, token.end, "subject", subject=name)
                for at, name in enumerate(names)
            ]
    return []


def _phrase(token: Token) -> Item:
    cues = frozenset(meaning.value for meaning in token.meanings if meaning.kind == "cue")
    for meaning in token.meanings:
        if meaning.kind == "subject":
            return Item(
                token.start,
                token.end,
                "subject",
                subject=meaning.value,
                hint=meaning.reading,
                cues=cues,
            )
    for meaning in token.meanings:
        if meaning.kind == "other":
            return Item(token.start, token.end, "other", fate=meaning.value, cues=cues)
    return Item(token.start, token.end, "cue", cues=cues)
