"""The running period, which rules the sentences behind the one that sets it."""

from collections import defaultdict
from collections.abc import Sequence

from etl.linking.frames import Context, Draft, expected_kind
from etl.linking.plans import COUNTED_PLANS
from etl.linking.sentence import Sentence
from etl.models import Kind, PlaceMention
from etl.recognising.lexicon import says
from etl.recognising.periods import Period
from etl.when.asides import TURNING, is_aside, is_inside_report, is_long_gone
from etl.when.foreseen import is_purpose
from etl.when.horizons import announced_period
from etl.when.years_ahead import turns_to_year_ahead

NO_FIGURES = frozenset({"date", "period", "document_number", "ordinal", "name"})
"""Fates of numbers that tell nothing."""
_REACHED = frozenset({"actual", "estimate"})
_AIMED = frozenset({"target", "weak_target"})
_ANNOUNCING = frozenset({"target", "weak_target", "plan", "plan_document", "actual", "aim_behind"})
_PLANS = frozenset({"weak_target", "plan", "plan_document", "aim_behind"})
_IF = 6
"""Characters of "nếu" before a period, with blanks and a mark."""


def settle_period(sentence: Sentence) -> None:
    """The period that rules the next sentences, if this one sets it.

    A sentence does that by figures for one period, by opening with a period, or by announcing
    results or targets of it. A sentence of figures for several periods, none their sum, changes
    nothing, and so does a year long past or to come that is only spoken of.
    """
    context = sentence.context
    of_list = announced_period(sentence)
    if of_list:
        context.before_list = context.before_list or context.period
        context.period, context.period_told = of_list, True
        return
    if opens_with_figure_told(sentence) or (is_purpose(sentence) and not sentence.drafts):
        return
    if is_assumed(sentence):
        return
    if sentence.items and "year_before" in sentence.items[0].cues:
        return  # "Cùng kỳ năm 2022, tỷ lệ giải ngân chỉ đạt 58,4%"
    told = any(draft.reading != "rank" for draft in sentence.drafts)
    told = told or tells_topic(sentence)
    named = list(dict.fromkeys(period for period, _ in sentence.named_periods))
    if named and all(period.first < period.last for period in named):
        # "Giai đoạn 2021 - 2022 tăng 8,9%/năm; riêng năm 2022 tăng 8,43%"
        reached = reached_years(sentence)
        named = sorted(reached, key=lambda period: period.last) or named
    if len(named) > 1 and told:
        named = summed(without_plan(named, sentence.drafts), reached_years(sentence))
    if not named:
        return
    reported = [period for period in named if period.last == context.year]
    sets = (
        sets_own_year(sentence, named, told) if reported else sets_other_year(sentence, named, told)
    )
    if not sets or is_only_year(sentence, named, told):
        return
    period = longest(reported) if reported else named[0]
    if is_aside(sentence, period) or is_inside_report(sentence, period):
        return
    if period.part and expected_kind(period, context) is Kind.TARGET:
        return  # what a part of the year is still to bring is no report's period
    context.period, context.period_told = period, True
    context.reported = period if period.last == context.year else context.reported
    aims = any(not item.cues.isdisjoint(_AIMED) for item in sentence.items)
    spoken_of = not told and not (aims and context.drafts)
    context.announced = period.last > context.year and spoken_of


def tells_topic(sentence: Sentence) -> bool:
    """Whether it tells of the nation what an article on several provinces tells of them next."""
    context = sentence.context
    named = context.topic is not None or context.headline is not None
    return context.province is None and named and tells_values(sentence)


def is_assumed(sentence: Sentence) -> bool:
    """Whether it only asks what would be: "nếu năm tới nhà máy dừng 50 ngày thì lấy gì để bù?"."""
    named = [item for item in sentence.items if item.kind == "period"]
    supposed = bool(named) and says(sentence.text_before(named[0], _IF), "supposing")
    return supposed and not sentence.drafts


def announces(sentence: Sentence) -> bool:
    """Whether it says that there are results or targets."""
    return any(item.cues & _ANNOUNCING for item in sentence.items)


def sets_own_year(sentence: Sentence, named: list[Period], told: bool) -> bool:
    """Whether it turns to a period of the year on which the article reports."""
    context = sentence.context
    period = next(period for period in named if period.last == context.year)
    if told:
        return True
    if is_long_gone(sentence, period):
        return False
    others = tells_values(sentence)
    first = not context.period_told and bool(period.part)
    announced = not others and (announces(sentence) or period == named[0])
    opens = sentence.named_periods[0][1]
    return opens or first or announced


def tells_values(sentence: Sentence) -> bool:
    """Whether it has numbers that are values of something."""
    return any(
        sentence.context.fates.get(item.start) not in NO_FIGURES
        for item in sentence.items
        if item.kind == "number"
    )


def sets_other_year(sentence: Sentence, named: list[Period], told: bool) -> bool:
    """Whether it turns to a year gone by or to come, and does not only speak of it."""
    year, opens = sentence.context.year, sentence.named_periods[0][1]
    long_past = max(period.last for period in named) < year
    last_year = named[0].last == year - 1 and tells_last_year(sentence)
    heads = not sentence.lower.endswith(".", sentence.start, sentence.end)
    asks = sentence.lower[sentence.start : sentence.end].rstrip().endswith("?")
    asks = asks and announces(sentence)
    ahead = named[0].last > year and ((heads and opens) or turns_to_year_ahead(sentence))
    plans = any(item.cues & _PLANS for item in sentence.items)
    tasks = any(item.subject in COUNTED_PLANS for item in sentence.items)
    announced = announces(sentence) and (heads if long_past else opens or heads or plans)
    announced = announced or (heads and tasks and named[0].last > year)  # "Nhiệm vụ năm 2013"
    return (opens or not long_past or last_year) and (told or asks or ahead or announced)


def is_only_year(sentence: Sentence, named: list[Period], told: bool) -> bool:
    """Whether a report on a part of the year only plans or speaks of all of it.

    "Năm nay hạn mặn làm mất trắng hơn 14.000 ha lúa".
    """
    context = sentence.context
    years = {period.last for period in named}
    if not context.period.part or any(period.part for period in named):
        return False
    if told:
        if any(draft.period == context.period for draft in sentence.drafts):
            return True  # "9 tháng, GRDP tăng 7,2%; ước cả năm tăng 7,5%"
        kinds = {draft.kind for draft in sentence.drafts if draft.period in named}
        return kinds <= {Kind.TARGET} and context.year in years
    if tells_values(sentence):
        return True  # "Cả năm, tỉnh đặt kế hoạch 8 - 8,5%": it tells them and is over
    by_name = any(item.period and item.period.year for item in sentence.items)
    opens = sentence.named_periods[0][1]
    turns = opens and (announces(sentence) or by_name)
    return context.period.last in years and not turns


def tells_last_year(sentence: Sentence) -> bool:
    """Whether it tells nothing but a result, or results before any figure of the report's year.

    A plan that one of them is held against is told with it: "tăng 5,97%, kế hoạch 6,5 - 7%".
    """
    reached = {draft.indicator for draft in sentence.drafts if draft.kind is Kind.ACTUAL}
    results = {draft.indicator for draft in sentence.drafts} == reached
    year, provinces = sentence.context.year, {draft.province for draft in sentence.drafts}
    early = not any(
        draft.period.last == year and draft.province in provinces
        for draft in sentence.context.drafts
    )
    return results and bool(reached) and (len(sentence.drafts) == 1 or early)


def opens_with_figure_told(sentence: Sentence) -> bool:
    """Whether it goes on about the last figure before it tells one: "Con số này của năm 2022"."""
    for item in sentence.items:
        if "this_figure" in item.cues:
            return True
        if item.quantity and sentence.context.fates.get(item.start) not in NO_FIGURES:
            return False
    return False


def return_to_report(context: Context) -> None:
    """A paragraph that only glanced at an earlier year is over: its report's own year goes on."""
    reported = [draft.period for draft in context.drafts if draft.period.last == context.year]
    past = [draft for draft in context.drafts if draft.period == context.period]
    own = context.reported
    if context.period.last < context.year and own and len(past) <= TURNING <= len(reported):
        context.period = own


def return_to_year(context: Context, named: Sequence[PlaceMention]) -> None:
    """A paragraph on another province is of the year reported on, not of the plans just told.

    "... Hưng Yên phấn đấu năm 2020 đưa cả 145 xã về đích.", then "Ở Vĩnh Phúc, có 109 xã." Nor of
    an earlier year that was looked back on.
    """
    told, own = context.drafts[-1:], Period(context.year, context.year)
    province = next((place.province for place in named if place.level == "province"), None)
    if province is None or not told or told[0].province == province:
        return
    reached = [each.period for each in context.drafts if each.kind is Kind.ACTUAL]
    ahead = max(context.period.last, context.horizon.last if context.horizon else 0)
    if ahead > context.year and reached.count(own) >= TURNING:
        context.period, context.horizon, context.kind = own, None, None
    running = [period for period in reached if period.last == context.year]
    if context.period.last < context.year and len(running) >= TURNING:
        context.period = context.reported or own


def return_to_results(sentence: Sentence) -> None:
    """Where a report has only spoken of the year to come, what was reached is of its own year.

    "Nghị quyết năm 2026 được thông qua. GRDP ước tăng 6,7%, vượt kế hoạch."
    """
    context = sentence.context
    number = next((item for item in sentence.items if item.quantity), None)
    if not context.announced or number is None:
        return
    cues = {cue for item in sentence.earlier(number) for cue in item.cues}
    said = sentence.lower[sentence.start : number.start]
    reached = says(said, "reached") and cues.isdisjoint(_PLANS) and not says(said, "set")
    if (reached or not cues.isdisjoint(_REACHED)) and cues.isdisjoint(_AIMED):
        context.period = Period(context.year, context.year)
        context.announced = False


def without_plan(periods: list[Period], drafts: list[Draft]) -> list[Period]:
    """The periods without whole years that are only planned for: "(kế hoạch cả năm là 8,6%)"."""
    kinds: defaultdict[Period, set[Kind]] = defaultdict(set)
    for draft in drafts:
        kinds[draft.period].add(draft.kind)
    return [period for period in periods if period.part or kinds[period] != {Kind.TARGET}]


def reached_years(sentence: Sentence) -> set[Period]:
    """The whole years of which the sentence tells results."""
    return {
        draft.period
        for draft in sentence.drafts
        if draft.kind is Kind.ACTUAL
        and draft.period.first == draft.period.last
        and not draft.period.part
    }


def summed(periods: list[Period], years: set[Period]) -> list[Period]:
    """The one sum among its quarters or months: since January, or one of the years reached."""
    sums = [
        period
        for period in periods
        if period.part.endswith("M") or period.part == "H1" or period in years
    ]
    parts = [period for period in periods if period not in sums]
    inside = all(
        part.part[:1] in ("Q", "M")
        and part.last == sums[0].last
        and part.end_month <= sums[0].end_month
        for part in parts
        if sums
    )
    return sums if len(sums) == 1 and inside else []


def longest(periods: list[Period]) -> Period:
    """The first of the periods, or the sum since January where a report names that as well."""
    first = periods[0]
    if first.part.startswith(("M", "Q")):
        sums = [each for each in periods[1:] if each.part.endswith("M") or each.part == "H1"]
        for period in sums:
            if first.part.startswith("Q") or period.end_month == first.end_month:
                return period
    return first
