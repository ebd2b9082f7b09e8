"""Labels: lines that only name what the number behind them, or in the next line, is of."""

import re

from etl.figures.readings import reading_of
from etl.linking.frames import Run
from etl.linking.items import Item
from etl.linking.marks import OPENERS
from etl.linking.plans import COUNTED_PLANS
from etl.linking.sentence import Sentence
from etl.recognising.lexicon import NAMED, count_unknown, says, tokens, words

_LABELS = frozenset({"plan", "target", "actual", "estimate"})
_IS = 4
"""Characters of "là" with its blanks."""
_WORDS = 8
"""Words of a label, and of the line of its number, at most."""
_NUMBERING = re.compile(r"(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)/] *")
"""Before a heading's words."""
_SENTENCE_END = re.compile(r"[.?!] ")
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
    """The run of the name that alone heads the sentence, in its paragraph or in the line above.

    "Che phủ rừng. Năm 2022 đạt 43,54%.", "Thu ngân sách" above "43.815 tỷ đồng, vượt 8,4%".
    """
    name = _name_in_paragraph(sentence, item) or _name_above(sentence, item)
    if not name or item.quantity is None:
        return None
    grows = next((word for word in words("growth_of") if name.startswith(word)), "")
    name = name.removeprefix(grows)
    named = [token for token in tokens(name) if token.sense.kind == "subject"]
    if [(token.start, token.end) for token in named] != [(0, len(name))]:
        return None
    hint = "growth" if grows else named[0].sense.hint
    run = Run(named[0].sense.subject, hint, start=item.start, end=item.start)
    return run if reading_of(sentence, item, run, item.quantity) else None


def run_of_question(sentence: Sentence, item: Item) -> Run | None:
    """The run of the only subject that the question right above asks for: "Còn xuất khẩu?".

    Where the answer opens with the number, perhaps behind cues and periods: "Hơn 1,9 tỷ USD".
    """
    above = sentence.line_above()
    bare = all(each.kind in ("cue", "period") for each in sentence.earlier(item))
    unknown = sentence.count_unknown_before(item, sentence.start)
    if not above.endswith("?") or not bare or unknown or item.quantity is None:
        return None
    asked = tokens(_SENTENCE_END.split(above.rstrip("?"))[-1])
    named = {token.sense.subject for token in asked if token.sense.kind == "subject"}
    if len(named.difference(COUNTED_PLANS)) != 1:
        return None
    (subject,) = named.difference(COUNTED_PLANS)
    run = Run(subject, "growth" if subject == "grdp_size" else "", start=item.start, end=item.start)
    return run if reading_of(sentence, item, run, item.quantity) else None


def _name_in_paragraph(sentence: Sentence, item: Item) -> str:
    """The words before a full stop that open the paragraph, where a period stands behind them."""
    start = sentence.lower.rfind("\n", 0, sentence.start) + 1
    head = _HEAD.match(sentence.lower, start, sentence.start)
    said = [each.end for each in sentence.earlier(item) if each.kind == "period"]
    if head is None or not said or sentence.count_unknown_before(item, said[-1]) >= NAMED:
        return ""  # "Xuất khẩu. Ngành dệt may đạt 40 triệu USD"
    return head[0].strip(f"{OPENERS}.")


def _name_above(sentence: Sentence, item: Item) -> str:
    """The heading right above, where nothing but cues and periods stands before the number."""
    heading = _NUMBERING.sub("", sentence.line_above().strip(OPENERS))
    bare = all(each.kind in ("cue", "period") for each in sentence.earlier(item))
    told = bare and not sentence.count_unknown_before(item, sentence.start)
    return heading if told and not is_of_what_follows(sentence, item) else ""


def is_under_other_heading(sentence: Sentence) -> bool:
    """Whether a heading right above names another thing: "Sản lượng điện", "Quý I tăng 19,3%".

    Another than the economy and what was told last.
    """
    heading, last_run = sentence.line_above(), sentence.context.last_run
    if not heading[-1:].isalpha() or len(heading.split()) > _WORDS or sentence.context.section:
        return False
    told = {"grdp_size", last_run.subject} if last_run else {"grdp_size"}
    return not any(
        token.sense.subject in told or "economy" in token.sense.cues for token in tokens(heading)
    )


def is_of_what_follows(sentence: Sentence, item: Item) -> bool:
    """Whether the number is of something named behind it: "48 triệu đồng là vốn vay của ..."."""
    behind = next(
        (each.start for each in sentence.following(item) if "filler" not in each.cues),
        sentence.end,
    )
    said = sentence.lower[item.end : behind]
    return says(said[:_IS], "is") or count_unknown(said.split()) >= NAMED
