"""Drafts: what a number is written down as once its indicator is known."""

from etl.catalogue import Indicator
from etl.figures.kinds import kind_told, turns_to_result
from etl.figures.values import Value
from etl.linking.frames import Draft
from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.models import Kind, Measure
from etl.recognising.lexicon import says, words
from etl.recognising.periods import Period, since_january
from etl.when.timing import period_of, reached_period

_WHOSE = 60
"""Characters behind a count of targets for whose they are."""
_TOTAL = 5
"""Items from a count to its total: its noun, "trên", "tổng số"."""
_CHANGES = frozenset({"grow", "fall", "share"})


def draft_of(
    sentence: Sentence,
    item: Item,
    indicator: Indicator,
    value: Value | None,
    dimension: str | None = None,
) -> Draft:
    """Write down the number as the indicator's figure, with all that its frame says.

    Without a value it is the row of attributes only. `dimension` is the number's own where none
    is given.
    """
    frame, context, quantity = sentence.frame, sentence.context, item.quantity
    assert quantity
    period = period_of(sentence, item)
    kind = kind_told(sentence, item, indicator, period)
    if turns_to_result(sentence, item, kind):
        frame.kind = Kind.ACTUAL
    if indicator.reached_by and kind is Kind.TARGET and frame.period is None:
        period = Period(period.first, period.last)  # what is not said to be reached is the year's
    if indicator.unit == "targets":
        period = term_of_congress(sentence, item) or period
    if kind is Kind.ACTUAL:
        period = reached_period(sentence, period)
    if indicator.measure is Measure.STOCK and names_end(sentence, item, period):
        period = Period(period.last, period.last)
    if (
        indicator.until_january
        and period.part == "M01"
        and (kind is Kind.TARGET or names_plan_of(sentence, item, period.last - 1))
    ):
        period = Period(period.last - 1, period.last - 1)
    if period.part[:1] == "M" and (indicator.of_quarters or is_year_end(indicator, period)):
        period = Period(period.last, period.last)
    if period.part[:1] == "M" and indicator.measure is Measure.STOCK:
        period = since_january(period)  # what there is in May is what there is after five months
    low, high = signed_bounds(sentence, item, indicator, value, kind) if value else (None, None)
    out_of = quantity.out_of
    if value and out_of is None and indicator.unit in ("targets", "tasks"):
        out_of = total(sentence, item)
    elif value and out_of is None and indicator.unit in ("communes", "districts"):
        out_of = total_behind(sentence, item)
    draft = Draft(
        indicator=indicator.indicator,
        kind=kind,
        period=period,
        low=low,
        high=high,
        unit=value.unit if value else indicator.unit,
        start=item.start,
        end=max(item.end, quantity.end),
        sentence=(sentence.begins, sentence.end),
        province=sentence.whose,
        reading=indicator.reading,
        dimension=dimension or quantity.dimension,
        out_of=out_of,
        estimated=sentence.cue_before(item, "estimate"),
        approximate=is_approximate(sentence, item),
        in_bracket=bool(sentence.stack),
        told=frame.mode_told or not _CHANGES.isdisjoint(frame.verbs),
    )
    add(sentence, draft)
    context.made[item.start] = draft
    return draft


def names_plan_of(sentence: Sentence, item: Item, year: int) -> bool:
    """Whether the year's plan stands behind the number: "đạt 90,4% kế hoạch vốn năm 2021"."""
    behind = sentence.following(item, 2)
    named = behind[1].period if len(behind) == 2 and "plan" in behind[0].cues else None
    return named is not None and named.year == year


def term_of_congress(sentence: Sentence, item: Item) -> Period | None:
    """The term whose plan's targets are counted: "24/26 chỉ tiêu Nghị quyết Đại hội đề ra"."""
    term, year = sentence.context.congress, sentence.context.year
    named = says(sentence.lower[item.end : item.end + _WHOSE], "congress")
    if not named or sentence.frame.period or term is None:
        return None
    return term if term.first < year <= term.last else None


def add(sentence: Sentence, draft: Draft) -> None:
    """Add the draft to those of the sentence and of the article."""
    sentence.drafts.append(draft)
    sentence.context.drafts.append(draft)


def replace_draft(sentence: Sentence, old: Draft, new: Draft) -> None:
    """Let the new draft stand for all numbers of the old one."""
    sentence.drafts.remove(old)
    sentence.context.drafts.remove(old)
    made = sentence.context.made
    for start, draft in made.items():
        if draft is old:
            made[start] = new


def signed_bounds(
    sentence: Sentence, item: Item, indicator: Indicator, value: Value, kind: Kind
) -> tuple[float | None, float | None]:
    """The value's bounds; a fall is a negative growth, "bằng 105%" of a growth is 5%."""
    low, high = bounds(sentence, item, value, kind)
    if indicator.reading != "growth":
        return low, high
    verbs = sentence.frame.verbs
    if sentence.verb == "equal" and value.low >= 80 and "grow" not in verbs:
        low = round(low - 100, 6) if low is not None else None
        high = round(high - 100, 6) if high is not None else None
    if is_negative(sentence, item) or falls(sentence, item) or sentence.sign(item) == "-":
        return -high if high is not None else None, -low if low is not None else None
    return low, high


def is_negative(sentence: Sentence, item: Item) -> bool:
    """Whether "âm" stands before the number: "âm 7,45%", "âm gần 7%"."""
    before = sentence.before(item)
    at = before if before and {"filler", "low"} & before.cues else item
    return sentence.text_before(at, 4).split()[-1:] == list(words("negative"))


def is_year_end(indicator: Indicator, period: Period) -> bool:
    """Whether it is a stock counted in December: the year's."""
    return indicator.measure is Measure.STOCK and period.end_month == 12


def names_end(sentence: Sentence, item: Item, period: Period) -> bool:
    """Whether the sentence has named the term's last year as that of its targets."""
    return period.first != period.last and any(
        before.period is not None and before.period.upto and before.period.year == period.last
        for before in sentence.earlier(item)
    )


def falls(sentence: Sentence, item: Item) -> bool:
    """Whether the number tells a fall; "thấp hơn mức 6,58%" compares with a growth."""
    if "fall" not in sentence.frame.verbs:
        return False
    for before in sentence.backwards(item):
        if "compare" in before.cues and sentence.frame.plan_next:
            return False  # "hụt so với kịch bản 8,6%"
        if {"grow", "target"} <= before.cues:
            return False  # "để cả năm chỉ giảm chừng ấy thì sáu tháng cuối năm phải tăng 1,2%"
        if "fall" in before.cues:
            return "high" not in before.cues or item.start - before.end <= 1
    return True


def bounds(
    sentence: Sentence, item: Item, value: Value, kind: Kind
) -> tuple[float | None, float | None]:
    """The value's bounds, opened by "trên", "ít nhất", "trở lên", "dưới" beside the number."""
    behind = sentence.behind(item)
    # "1.500 đảng viên mới trở lên", "95% dân số trở lên"
    counted = behind is not None and behind.kind in ("subject", "other")
    if behind and (behind.separator == "(" or counted) and behind.start - item.end <= 1:
        behind = sentence.behind(behind)
    if behind and "document" in behind.cues:
        behind = sentence.behind(behind)  # "40% số xã trở lên"
    if behind and behind.start - item.end <= 22 and behind.kind == "cue":
        if "low_after" in behind.cues:
            return value.low, None
        if "high_after" in behind.cues:
            return None, value.high
    before = sentence.before(item)
    if before and before.kind == "cue" and item.start - before.end <= 3:
        passed = says(sentence.lower[before.start : before.end], "passed")
        if passed and sentence.frame.plan_next:
            return value.low, value.high  # "vượt con số 7,5% mà Nghị quyết đề ra"
        if before.is_comparative and is_compared(sentence, item):
            return value.low, value.high  # "thấp hơn 11,45% so với cùng kỳ"
        if "low" in before.cues:
            return value.low, None
        if "high" in before.cues:
            return None, value.high
        money = item.quantity is not None and item.quantity.dimension in ("vnd", "usd")
        if "exceed" in before.cues and money:
            return value.low, None  # "vượt 6.000 tỷ đồng"
        if "from" in before.cues and value.low == value.high and kind is Kind.TARGET:
            return value.low, None  # "phấn đấu tăng từ 10%"
    return value.low, value.high


def is_compared(sentence: Sentence, item: Item) -> bool:
    """Whether a base of comparison stands behind it, or before it: "so với 2019, cao hơn 3,4%"."""
    behind = any(sentence.cue_behind(item, cue) for cue in ("compare", "year_before"))
    return behind or sentence.cue_before(item, "compare", ("number", ";"))


def is_approximate(sentence: Sentence, item: Item) -> bool:
    """Whether the word before says that the number is rounded."""
    before = sentence.text_before(item, 9).split()
    return bool(before) and before[-1] in words("approximate")


def total(sentence: Sentence, item: Item) -> float | None:
    """The N of "trong N chỉ tiêu, có n chỉ tiêu đạt" and of "n trong tổng số N chỉ tiêu"."""
    own = item.quantity
    for other in (*sentence.backwards(item), *sentence.following(item, 3)):
        quantity = other.quantity
        if quantity is None or quantity.dimension != "bare" or quantity.parts > 1:
            continue
        before = sentence.text_before(other, 16)
        if own and quantity.low >= own.low and says(before, "total"):
            return quantity.low
    return None


def total_behind(sentence: Sentence, item: Item) -> float | None:
    """The N of "n xã đạt chuẩn nông thôn mới trên tổng số N xã"; N then is no figure itself."""
    own = item.quantity
    for other in sentence.following(item, _TOTAL):
        if other.kind == "separator":
            return None
        if other.quantity is None:
            continue
        counted = other.quantity.dimension == "bare" and other.quantity.parts == 1
        said = sentence.text_before(other, 16).rstrip()
        if own and counted and other.quantity.low >= own.low and said.endswith(words("total_ends")):
            other.used = True
            return other.quantity.low
        return None
    return None
