"""Whether a sentence turns to a year to come, of which the next ones tell targets."""

from etl.linking.sentence import Sentence
from etl.models import Kind
from etl.recognising.lexicon import says, words
from etl.when.asides import TURNING

_SHORT = 60
"""Characters of a sentence that stands for a heading."""
_NEXT = 150
"""Characters behind a sentence in which the next one names what it is about."""


def turns_to_year_ahead(sentence: Sentence) -> bool:
    """Whether what follows is told of the year to come that the sentence names.

    It comes down to that year, or says what it is to be, and the next one names targets; or it
    opens a paragraph with it when results have been told.
    """
    opens = sentence.named_periods[0][1]
    comes_down = opens or ends_on_year(sentence) or is_declared(sentence)
    asks = asks_about_year(sentence) or is_next_topic(sentence)
    return asks or (comes_down and aims_next(sentence))


def asks_about_year(sentence: Sentence) -> bool:
    """Whether it is a short paragraph without figures that comes down to a year.

    "Câu hỏi lớn là 2022."
    """
    numbers = [item for item in sentence.items if item.kind == "number"]
    alone = sentence.opens_line and sentence.lower.startswith("\n", sentence.end)
    short = len(sentence.lower[sentence.start : sentence.end].strip()) <= _SHORT
    return alone and short and not numbers and ends_on_year(sentence)


def ends_on_year(sentence: Sentence) -> bool:
    """Whether its last word is its year: "Các đại biểu biểu quyết nghị quyết năm 2018."."""
    said = sentence.lower[sentence.start : sentence.end].rstrip(" \n.…:!?")
    last = sentence.items[-1]
    return last.kind == "period" and last.end == sentence.start + len(said)


def is_next_topic(sentence: Sentence) -> bool:
    """Whether it opens a paragraph with its year behind the results of the report's own.

    "Với năm 2024, tỉnh thận trọng hơn."
    """
    context = sentence.context
    own = [each for each in context.drafts if each.period.last == context.year]
    reached = sum(1 for each in own if each.kind is Kind.ACTUAL)
    opens = sentence.named_periods[0][1] or is_declared(sentence)
    return sentence.opens_line and opens and reached >= TURNING


def is_declared(sentence: Sentence) -> bool:
    """Whether it says what its year is to be: "chọn năm 2025 làm năm tăng tốc"."""
    period = next(item for item in reversed(sentence.items) if item.kind == "period")
    return sentence.lower[period.end :].lstrip().startswith(words("declared"))


def aims_next(sentence: Sentence) -> bool:
    """Whether the next sentence of its paragraph names targets: "Các chỉ tiêu được bàn: ..."."""
    behind = sentence.lower[sentence.end : sentence.end + _NEXT]
    return says(behind.split("\n", 1)[0].split(". ", 1)[0], "aims")
