"""Figures of a term: averages per year, and values of some of its years or of an unknown one."""

from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.recognising.lexicon import says, words
from etl.recognising.periods import Period
from etl.when.idle_periods import clause_before
from etl.when.named_periods import context_term

_NEAR = 20
"""Characters from a number over what it counts to the period behind it, at most."""


def term_told(sentence: Sentence, item: Item, period: Period) -> Period | None:
    """The term just told of that ends with the year, for a percentage per year.

    "Nhiệm kỳ tới, GRDP tăng 7,5%/năm; đến năm 2025, ..., hộ nghèo giảm 4%/năm".
    """
    if period.first != period.last or period.part or not is_yearly_percentage(item):
        return None
    terms = (each.period for each in sentence.drafts if each.period.first < each.period.last)
    return next((term for term in terms if term.last == period.last), None)


def term_of_average(sentence: Sentence, item: Item) -> Period | None:
    """The term just ended over which a growth "bình quân ... %/năm" was reached.

    "Trong 5 năm 2011 - 2015, kinh tế giữ được nhịp độ khá. GRDP tăng bình quân 11,3%/năm."
    """
    term, year = sentence.context.five_years, sentence.context.year
    running = sentence.frame.period or sentence.context.period
    if term is None or running.first != running.last or not is_yearly_percentage(item):
        return None
    if running.last > year:
        return None  # "Chỉ tiêu đến năm 2020: GRDP tăng bình quân từ 8%/năm"
    ended = term.first < year and year - 1 <= term.last <= year
    averaged = ended and says(clause_before(sentence, item, ("number",)), "on_average")
    return term if averaged else None


def is_of_unknown_term(sentence: Sentence, item: Item) -> bool:
    """Whether it is a term's of which the article tells no years: "mục tiêu 7,5% của nhiệm kỳ".

    Or that of some years of a term: "hai năm còn lại phải tăng 9,5%/năm".
    """
    if is_of_some_years(sentence, item):
        return True
    for following in sentence.following(item, 3):
        if following.kind in ("number", "separator"):
            return False
        if following.period and following.period.cycle:
            near = following.start - item.end <= _NEAR
            return near and context_term(sentence, following.period) is None
    return False


def is_of_some_years(sentence: Sentence, item: Item) -> bool:
    """Whether its clause only counts the years it is of: "hai năm đầu đạt 7,1%/năm"."""
    behind = sentence.following(item, 2)
    if [each.separator or each.kind for each in behind] == ["(", "period"]:
        return False
    start = sentence.start
    for before in sentence.backwards(item):
        dated = before.period is not None and before.period.year
        if dated or before.kind == "number" or before.separator == ";":
            start = before.end
            break
    return says(sentence.lower[start : item.start], "some_years")


def is_yearly_percentage(item: Item) -> bool:
    """Whether the number is a percentage per year, a term's average."""
    quantity = item.quantity
    assert quantity
    return quantity.dimension == "percent" and any(word in quantity.per for word in words("yearly"))


def is_told_yearly(sentence: Sentence, item: Item) -> bool:
    """Whether the number is said to be each year's: "Mỗi năm kết nạp 1.200 đảng viên"."""
    ends = ("number", "separator", "period")
    behind = sentence.lower[item.end : sentence.end].lstrip().startswith(words("average"))
    return behind or says(clause_before(sentence, item, ends), "average")
