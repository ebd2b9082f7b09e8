"""Labels: lines that only name what the number behind them, or in the next line, is of."""

import re

from etl.figures.readings import reading_of
from etl.linking.frames import Run
from etl.linking.items import Item
from etl.linking.sentence import OPENERS, Sentence
from etl.recognising.lexicon import NAMED, tokens

_LABELS = frozenset({"plan", "target", "actual", "estimate"})
_WORDS = 8
"""Words of a label, and of the line of its number, at most."""
_HEAD = re.compile(r"[^.\d\n]{3,50}\.")
"""A name that opens a paragraph."""


def is_labelled(sentence: Sentence, item: Item) -> bool:
    """Whether a line tells only the plan or the result of what was named: "Mục tiêu: Trên 10%"."""
    earlier = sentence.earlier(item)
    if len(earlier) < 2 or earlier[1].separator != ":" or earlier[0].cues.isdisjoint(_LABELS):
        return False
    opens = not any(map(str.isalnum, sentence.lower[sentence.start : earlier[0].start]))
    named = any(each.kind not in ("cue", "separator") for each in earlier)
    return opens and not named and not sentence.count_unknown_before(item, sentence.start)


def is_headed(sentence: Sentence, item: Item, last_run: Run) -> bool:
    """Whether a short line opens with the number of what the line above it names, and no more.

    "GRDP bình quân đầu người", "48,1 triệu đồng".
    """
    label, said = sentence.line_above(), sentence.lower[sentence.start : sentence.end]
    apart = label[-1:].isalnum() and len(label.split()) <= _WORDS
    named = last_run.last is None and last_run.level is None
    verbs = [verb for each in sentence.readings(last_run.subject).values() for verb in each.verbs]
    opens = said[: item.start - sentence.start].strip(OPENERS) in ("", *verbs)
    whole = len(said.split()) <= _WORDS and said[-1:].isalnum()
    if item.quantity is None or not (apart and named and opens and whole):
        return False
    return reading_of(sentence, item, last_run, item.quantity) is not None


def run_of_head(sentence: Sentence, item: Item) -> Run | None:
    """The run of the name that alone opens the paragraph: "Che phủ rừng. Năm 2022 đạt 43,54%."."""
    start = sentence.lower.rfind("\n", 0, sentence.start) + 1
    head = _HEAD.match(sentence.lower, start, sentence.start)
    if head is None or item.quantity is None:
        return None
    said = [each.end for each in sentence.earlier(item) if each.kind == "period"]
    if not said or sentence.count_unknown_before(item, said[-1]) >= NAMED:
        return None  # "Xuất khẩu. Ngành dệt may đạt 40 triệu USD"
    name = head[0].strip(f"{OPENERS}.")
    named = [token for token in tokens(name) if token.sense.kind == "subject"]
    if [(token.start, token.end) for token in named] != [(0, len(name))]:
        return None
    run = Run(named[0].sense.subject, named[0].sense.hint, start=item.start, end=item.start)
    return run if reading_of(sentence, item, run, item.quantity) else None
