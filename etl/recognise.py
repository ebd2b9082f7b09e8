"""Recognition: the sentences, phrases, numbers, periods and places of a text, before any link."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from etl.layouts.blocks import joined
from etl.models import Article, PlaceMention
from etl.placing.mentions import mentions
from etl.placing.namesakes import with_namesakes
from etl.recognising.lexicon import Token, lowered, tokens
from etl.recognising.period_forms import periods
from etl.recognising.periods import Mention
from etl.recognising.quantities import Quantity, quantities
from etl.texts.dates import Reference
from etl.texts.sentences import sentences

Found = TypeVar("Found", Token, Quantity, Mention, PlaceMention)


@dataclass(frozen=True)
class Recognised:
    """What is recognised in a text before any of it is linked; each list in the text's order.

    Found when asked for: of a page that names no indicator only its phrases ever are.
    """

    text: str
    lower: str
    head: int
    """Where the headline starts."""
    phrases: list[Token]
    find_places: Callable[[], Iterable[PlaceMention]]

    @property
    def names_an_indicator(self) -> bool:
        """Whether any figure can be read: without a subject, or "kinh tế", no number is one."""
        return any(
            phrase.sense.kind == "subject" or "economy" in phrase.sense.cues
            for phrase in self.phrases
        )

    @cached_property
    def sentences(self) -> list[tuple[int, int, bool]]:
        """Spans of the sentences; True marks the first of a paragraph."""
        return sentences(self.text)

    @cached_property
    def numbers(self) -> list[Quantity]:
        """The numbers with their units."""
        return quantities(self.lower)

    @cached_property
    def periods(self) -> list[Mention]:
        """The periods named."""
        return periods(self.lower, [end for _, end, _ in self.sentences])

    @cached_property
    def places(self) -> list[PlaceMention]:
        """The places named."""
        return list(self.find_places())


def recognise(article: Article, reference: Reference, province: str | None) -> Recognised:
    """The sentences, phrases, numbers, periods and places of an article about the province."""
    text = joined(article.text)
    lower = lowered(text)
    return Recognised(
        text,
        lower,
        max(0, text.find(article.title)) if article.title else 0,
        tokens(lower),
        lambda: with_namesakes(text, mentions(text, reference.year), province),
    )


def recognise_lower(lower: str) -> Recognised:
    """What is recognised in a lower-cased text in which no place is named."""
    return Recognised(lower, lower, 0, tokens(lower), tuple)


def by_sentence(found: list[Found], spans: list[tuple[int, int, bool]]) -> Iterator[list[Found]]:
    """Of the things found, in the text's order, those of each sentence."""
    starts = [each.start for each in found]
    first = 0
    for _, end, _ in spans:
        last = bisect_left(starts, end, first)
        yield found[first:last]
        first = last
