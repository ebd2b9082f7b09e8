"""Recognition: the sentences, phrases, numbers, periods and places of a text, before any link."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from etl.dates import Reference
from etl.lexicon import Token, lowered, tokens
from etl.mentions import mentions
from etl.models import PlaceMention
from etl.period_forms import periods
from etl.periods import Mention
from etl.quantities import Quantity, quantities
from etl.sentences import sentences

Found = TypeVar("Found", Token, Quantity, Mention, PlaceMention)


@dataclass(frozen=True, slots=True)
class Recognised:
    """What is recognised in a text before any of it is linked; each list in the text's order."""

    lower: str
    sentences: list[tuple[int, int, bool]]
    phrases: list[Token]
    numbers: list[Quantity]
    periods: list[Mention]
    places: list[PlaceMention]


def recognise(text: str, reference: Reference) -> Recognised:
    """The sentences, phrases, numbers, periods and places of the text."""
    return recognise_lower(lowered(text), list(mentions(text, reference.year)))


def recognise_lower(lower: str, places: list[PlaceMention]) -> Recognised:
    """What is recognised in a lower-cased text that names the places."""
    spans = sentences(lower)
    return Recognised(
        lower=lower,
        sentences=spans,
        phrases=tokens(lower),
        numbers=quantities(lower),
        periods=periods(lower, [end for _, end, _ in spans]),
        places=places,
    )


def by_sentence(found: list[Found], spans: list[tuple[int, int, bool]]) -> Iterator[list[Found]]:
    """Of the things found, in the text's order, those of each sentence."""
    starts = [each.start for each in found]
    first = 0
    for _, end, _ in spans:
        last = bisect_left(starts, end, first)
        yield found[first:last]
        first = last
