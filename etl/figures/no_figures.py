"""Numbers that can be no figure: days, places in an order, numbers of documents and of lines."""

from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.recognising.lexicon import says
from etl.recognising.quantities import Quantity

_NEVER = ("times", "area", "length", "energy", "temperature")
"""Dimensions that no indicator has."""
_EACH = 4
"""Characters of "mỗi" and a blank."""
_BEFORE_MARKER = ":;,."
"""What the text before a list's "(2)" ends with."""
_KEYCAP = "\ufe0f\u20e3"
"""Makes a picture of a digit: "1️⃣"."""
_LARGE_LIST = 100
"""No list has so many lines with a number."""
_DOCUMENTS = frozenset({"plan", "plan_document"})
_LARGE = 1000
"""No document's number, without its year, is so large."""


def why_no_figure(sentence: Sentence, item: Item, quantity: Quantity) -> str:
    """Why the number can be no figure at all, '' where it can: a date, a document's number."""
    if quantity.parts == 3:
        return "date"
    if quantity.dimension == "bare":
        bare = why_bare_is_none(sentence, item, quantity)
        if bare:
            return bare
    if is_in_name(sentence, item):
        return "name"
    before = sentence.before(item)
    if before is not None and "nearing" in before.cues and item.start - before.end <= 1:
        return "not_reached"
    if says(sentence.text_before(item, _EACH), "each"):
        return "no_indicator"  # "cứ 1.000 tỷ đồng vốn công ... sẽ góp"
    touching = why_touching_is_none(sentence, item, quantity)
    if touching:
        return touching
    return "other_unit" if quantity.dimension in _NEVER else ""


def why_bare_is_none(sentence: Sentence, item: Item, quantity: Quantity) -> str:
    """Whether a number without a unit is a day, a place in an order or a document's number."""
    before = sentence.before(item)
    gap = item.start - before.end if before else 99
    cues = before.cues if before else frozenset()
    if quantity.parts == 2 and (("day" in cues and gap <= 3) or is_day_alone(sentence, quantity)):
        return "date"
    touches = before is not None and before.kind in ("cue", "subject", "other") and gap <= 1
    if (touches and "ordinal" in cues and not quantity.multiplied) or is_marker(sentence, item):
        return "ordinal"
    behind = sentence.lower[quantity.digits_end : quantity.digits_end + 2]
    if not behind.startswith(("-", "/")):
        return ""
    if (touches and "document" in cues) or behind[1:].isalpha():
        return "document_number"
    return ""


def is_day_alone(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a bracket holds nothing but a day and a month: "(21/7)"."""
    lower, total = sentence.lower, quantity.out_of
    alone = lower.endswith("(", 0, quantity.start) and lower.startswith(")", quantity.digits_end)
    return alone and quantity.low <= 31 and total is not None and total <= 12


def is_marker(sentence: Sentence, item: Item) -> bool:
    """Whether the number only numbers a list: "(1) GRDP tăng 8%; (2) ...", "14. Kết nạp ..."."""
    lower = sentence.lower
    if item.quantity is not None and numbers_its_line(lower, item.quantity):
        return True
    if not (lower.endswith("(", 0, item.start) and lower.startswith(")", item.end)):
        return False
    lead = lower[sentence.start : item.start - 1].rstrip()
    return not lead or lead[-1] in _BEFORE_MARKER


def numbers_its_line(lower: str, quantity: Quantity) -> bool:
    """Whether the number is that of the line it opens: "14. Kết nạp ...", "2- Thu"."""
    small = quantity.low < _LARGE_LIST and quantity.parts == 1
    said = lower[lower.rfind("\n", 0, quantity.start) + 1 : quantity.start].strip()
    opens = small and said in ("", "(")
    return opens and lower.startswith((". ", ") ", "- ", "/ ", _KEYCAP), quantity.end)


def is_of_document(named: Item, quantity: Quantity) -> bool:
    """Whether a small number right behind a plan's name may be the document's: "Nghị quyết 68"."""
    touches = quantity.start - named.end <= 1 and not named.cues.isdisjoint(_DOCUMENTS)
    whole = quantity.parts == 1 and not quantity.multiplied and not quantity.low % 1
    small = quantity.low < _LARGE and whole
    return touches and small and quantity.dimension == "bare"


def why_touching_is_none(sentence: Sentence, item: Item, quantity: Quantity) -> str:
    """Whether the phrase right before makes a number without a unit a day or a document's."""
    before = sentence.before(item)
    if before is None or before.kind not in ("cue", "subject", "other"):
        return ""
    if item.start - before.end > 1 or quantity.dimension != "bare":
        return ""
    if "day" in before.cues:
        return "date"
    if not is_of_document(before, quantity) or is_counted_in(sentence, item, quantity):
        return ""
    return "" if is_about_as_many(sentence, quantity) else "document_number"


def is_about_as_many(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether it is about as large as the count just told: "bác sĩ/vạn dân 11,3; kế hoạch 11"."""
    run = sentence.frame.run
    told = run.last or run.earlier
    if told is None or told.dimension != "bare" or told.low is None:
        return False
    if sentence.catalogue.units[told.unit].scale != 1:
        return False
    return told.low / 2 <= quantity.low <= 2 * told.low


def is_counted_in(sentence: Sentence, item: Item, quantity: Quantity) -> bool:
    """Whether its noun is the unit of the run's subject: "xã nông thôn mới (kế hoạch 4 xã)".

    Or of the one behind it: "mục tiêu 10 bác sĩ/vạn dân".
    """
    behind = sentence.subject_behind(item)
    subject = behind.subject if behind else sentence.frame.run.subject
    level = sentence.readings(subject).get("level")
    nouns = sentence.catalogue.units[level.unit].nouns if level else ()
    return sentence.lower[quantity.noun_at :].lstrip().startswith(nouns) if nouns else False


def is_in_name(sentence: Sentence, item: Item) -> bool:
    """Whether a dash joins the number to a word: "Covid-19"."""
    joined = sentence.lower[max(0, item.start - 2) : item.start]
    return len(joined) == 2 and joined[1] == "-" and joined[0].isalpha()
