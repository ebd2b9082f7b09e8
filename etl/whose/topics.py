"""The headline's topic: amounts that a list of provinces tells of it without its name."""

from etl.linking.frames import Run
from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.recognising.lexicon import says

_AROUND = frozenset({"filler", "low", "equal", "percent_list", "estimate", "actual"})
"""Cues between a sum's name and its amount: "với tổng vốn lần lượt đạt hơn 3,14 tỷ USD"."""
_NO_SUM = frozenset({"company", "added", "cumulative"})
"""Cues of less or more than the period's sum of a province."""


def run_of_sum(sentence: Sentence, item: Item) -> Run | None:
    """The run of what the headline names, where a province is told to have such a sum of it.

    "Vốn FDI chảy về đâu? ... Bình Dương xếp thứ hai với tổng vốn đầu tư 3,14 tỷ USD". Sums of a
    single project, of a sector and of a country of origin are no province's.
    """
    headline, quantity = sentence.context.headline, item.quantity
    level = sentence.readings(headline.subject).get("level") if headline else None
    if level is None or not level.sums or quantity is None or quantity.dimension != "usd":
        return None
    at = sum_before(sentence, item, level.sums)
    if at < 0 or not is_of_province(sentence, item, at):
        return None
    return Run(level.subject, start=item.start, end=item.start)


def sum_before(sentence: Sentence, item: Item, sums: tuple[str, ...]) -> int:
    """Where the words for a sum start before the amount, or before its list; -1 without any."""
    at = item
    for before in sentence.backwards(item):
        listed = bool(item.place) and (before.kind == "number" or before.separator == ",")
        if before.cues.isdisjoint(_AROUND) and not listed:
            break
        at = before
    said = sentence.lower[sentence.start : at.start].rstrip()
    starts = [len(said) - len(name) for name in sums if said.endswith(f" {name}")]
    return sentence.start + min(starts) if starts else -1


def is_of_province(sentence: Sentence, item: Item, at: int) -> bool:
    """Whether a province is spoken of before `at`, and neither a project nor a part of its sum.

    Behind the last figure: "Bình Dương thu hút 1,26 tỷ USD, gồm 118 dự án với số vốn 716 triệu".
    """
    province, start = item.place is not None, at
    for before in sentence.backwards(item):
        if before.start >= at:
            continue
        if sentence.tells(before) or before.separator == ";":
            break
        start = before.start
        previous = sentence.before(before)
        counted = previous is not None and previous.kind == "number"
        if not counted and (before.fate or not before.cues.isdisjoint(_NO_SUM)):
            return False  # "dự án nhiệt điện Nghi Sơn 2, tổng vốn đầu tư 2,79 tỷ USD"
        if before.place is not None:
            province = province or before.place.level == "province"
    return province and not says(sentence.lower[start:at], "part_of_registered")
