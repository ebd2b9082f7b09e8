"""When a number is of: the period named for it, or the one that rules where none is."""

from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.models import Kind
from etl.recognising.lexicon import says, words
from etl.recognising.periods import Period, resolve
from etl.when.idle_periods import is_of_norm, is_when_set
from etl.when.named_periods import context_term, meant
from etl.when.plan_years import is_of_whole_year
from etl.when.terms import (
    is_told_yearly,
    is_yearly_percentage,
    term_of_average,
    term_told,
)

_NOUN = 30
"""Characters from a number over its noun to the bracket that holds its year."""
_SET = 4
"""Characters of "mà" and its blanks."""
_FOR = 8
"""Characters of "cho cả" with its blanks, before a period."""
_CONTRAST = 6
"""Characters of "còn" and its blanks before a plan."""
_NEAR = 20
"""Characters from a number over what it counts to the period behind it, at most."""
_CLOSING = '.!"”» \n'
_TURNS = ("cause", "whereas", "in_order_to", "done")
"""Words between a number and a period that is not the number's own."""
_ENDS_SEARCH = frozenset({"compare", "year_before", "plan", "grow", "fall", "low", "high"})


def period_of(sentence: Sentence, item: Item) -> Period:
    """The period of the number: named before it, right behind it, or the running one."""
    frame, context = sentence.frame, sentence.context
    told = period_behind(sentence, item) or period_set_for(sentence, item)
    if told is not None:
        return told
    period = frame.period or period_of_whole(sentence, item) or context.period
    if frame.plan_next or (sentence.stack and frame.kind is Kind.TARGET):
        period = period_of_plan(sentence, item, period)
    if is_result_behind_plan(sentence, item, period):
        period = context.period
    if period.part and is_of_whole_year(sentence, item):
        period = Period(period.last, period.last)  # a plan's value is the year's
    term = context.term
    if (
        term
        and (is_yearly_percentage(item) or is_told_yearly(sentence, item))
        and period.first == period.last
        and term.last >= period.last
        and term.last > context.year
    ):
        return term
    return term_told(sentence, item, period) or term_of_average(sentence, item) or period


def reached_period(sentence: Sentence, period: Period) -> Period:
    """The period of a result: of a year to come that is only spoken of nothing has been reached."""
    year = sentence.context.year
    ahead = period.first > year and sentence.frame.period is None
    return Period(year, year) if ahead else period


def period_of_plan(sentence: Sentence, item: Item, period: Period) -> Period:
    """That of the result that a plan's value is told with, where that tells it, else the period."""
    frame, result = sentence.frame, sentence.frame.run.last
    if period.last < sentence.context.year and is_contrasted_plan(sentence, item):
        later = (each.period for each in sentence.drafts if each.period.last > period.last)
        return next(later, period)
    if result is None:
        return period
    averaged = is_yearly_percentage(item) or result.dimension == "percent"
    of_term = result.period.first < result.period.last and averaged
    alike = result.period.last == period.last or result in sentence.drafts
    if result in sentence.drafts[-1:] and period.first < result.period.first == period.last:
        return result.period  # "giai đoạn 2021 - 2022 ...; riêng năm 2022 tăng 8,43%, kế hoạch 11%"
    return result.period if of_term or (alike and frame.period is None) else period


def is_contrasted_plan(sentence: Sentence, item: Item) -> bool:
    """Whether "còn" leads from the year before to the plan: "năm 2022 là 4,6 tỷ, còn kế hoạch"."""
    plan = next((each for each in sentence.backwards(item) if "plan" in each.cues), None)
    said = sentence.text_before(plan, _CONTRAST).split() if plan else []
    return bool(said) and said[-1] in words("whereas")


def is_result_behind_plan(sentence: Sentence, item: Item, year: Period) -> bool:
    """Whether the year is that of the plan just told, in a report on a part of it.

    "Kế hoạch vốn năm 2021 của tỉnh là 6.950 tỷ đồng, nhưng mới giải ngân 2.641 tỷ đồng".
    """
    running, frame = sentence.context.period, sentence.frame
    if not running.part or year != Period(running.last, running.last) or not sentence.drafts:
        return False
    plan = sentence.drafts[-1]
    reached = frame.kind is Kind.ACTUAL and not frame.plan_next
    since = any(each.kind == "period" and each.start > plan.end for each in sentence.earlier(item))
    since = since or says(sentence.lower[plan.end : item.start], "expected")
    planned = plan.kind is Kind.TARGET and not plan.in_bracket and plan.period == year
    return reached and planned and not since


def period_of_whole(sentence: Sentence, item: Item) -> Period | None:
    """For a sector's growth, the period of the economy's growth that the paragraph has just told.

    "9 tháng đầu năm, GRDP tăng 6,4%. Công nghiệp tăng 5,6%" in a report on ten months.
    """
    sectors, context = sentence.catalogue.sectors, sentence.context
    if sentence.frame.run.subject not in sectors:
        return None
    paragraph = sentence.lower.rfind("\n", 0, item.start)
    periods = set()
    for draft in reversed(context.drafts):
        whole = draft.indicator == "grdp_growth"
        if draft.start < paragraph or not (whole or draft.indicator in sectors):
            break
        if whole and draft.kind is Kind.ACTUAL and draft.period.last == context.year:
            periods.add(draft.period)
    return periods.pop() if len(periods) == 1 else None


def period_behind(sentence: Sentence, item: Item) -> Period | None:
    """The period right behind the number, where the segment has named none before it.

    One in brackets is the number's own in any case: "6,47% (2021), 9,47% (2022)".
    """
    bracketed = period_in_brackets(sentence, item)
    if bracketed is not None:
        return bracketed
    behind = sentence.behind(item)
    between = sentence.lower[item.end : behind.start].strip() if behind else ""
    if between in words("set_for") and behind and behind.period and behind.period.relative > 0:
        return take_period(sentence, behind, item.end)  # "đặt mục tiêu 7% cho năm sau"
    for before in sentence.backwards(item):
        if before.kind == "period" and not before.used:
            if is_of_number_before(sentence, before, item):
                break
            return None
        if before.kind in ("separator", "number"):
            break
    at = item.end
    for following in sentence.following(item, 4):
        if following.kind == "subject" and (
            following.used or not leads_to_figure(sentence, following)
        ):
            at = following.end  # "55,9% giá trị GRDP trong 6 tháng đầu năm"
            continue
        if following.kind in ("separator", "number", "subject", "other"):
            return None
        if following.cues & _ENDS_SEARCH:
            return None
        if following.period and (
            is_of_norm(sentence, following, following.period)
            or is_when_set(sentence, following, following.period)
        ):
            return None
        if following.period and following.period.to_date and is_part_of_year(sentence):
            return None  # "Đến hết tháng 6, tỉnh có 3.512 doanh nghiệp thành lập kể từ đầu năm"
        if following.kind == "period":
            between = sentence.lower[item.end : following.start]
            others = any(says(between, role) for role in _TURNS)
            others = others or (says(between, "and") and not closes_sentence(sentence, following))
            others = others or between.strip() in words("set_forth")  # "12 - 13% đặt ra năm 2020"
            others = others or (says(between, "while") and leads_to_figure(sentence, following))
            ends = sentence.behind(following)
            if ends and ends.period and ends.period.upto and ends.start - following.end <= 1:
                following = ends  # "từ đầu năm đến hết tháng 6"
            return None if others else take_period(sentence, following, at)
        at = following.end
    return None


def is_of_number_before(sentence: Sentence, period: Item, item: Item) -> bool:
    """Whether it is that of the number before "và": "35,1% trong quý III và 12,3% trong quý IV"."""
    owner = sentence.before(period)
    numbered = owner is not None and owner.kind == "number"
    return numbered and says(sentence.lower[period.end : item.start], "and")


def period_set_for(sentence: Sentence, item: Item) -> Period | None:
    """The period for which somebody set it: "8% mà Nghị quyết đề ra cho giai đoạn 2016 - 2020"."""
    clause = sentence.lower[item.end : item.end + _SET].lstrip()
    if not clause.startswith(words("which")):
        return None
    for following in sentence.following(item):
        if following.kind in ("number", "separator"):
            return None
        if following.period:
            said = sentence.lower[item.end : following.start]
            given = says(said, "set") and says(said[-_FOR:], "set_for")
            return meant(sentence, following, following.period) if given else None
    return None


def leads_to_figure(sentence: Sentence, item: Item) -> bool:
    """Whether a figure of its own is behind it: "8% khó thành khi 9 tháng mới tăng 5,6%"."""
    behind = (each for each in sentence.following(item) if each.kind in ("number", "separator"))
    first = next(behind, None)
    return first is not None and first.kind == "number"


def is_part_of_year(sentence: Sentence) -> bool:
    """Whether the sentence has named the part of the year that its figures are of."""
    return sentence.frame.period is not None and bool(sentence.frame.period.part)


def closes_sentence(sentence: Sentence, item: Item) -> bool:
    """Whether a year gone by or the report's is the sentence's only period and its last words.

    "Hơn 4,52 triệu lượt khách đã đến với biển và đồi cát Bình Thuận trong năm 2016."
    """
    mention = item.period
    alone = sum(1 for each in sentence.items if each.kind == "period") == 1
    ends = not sentence.lower[item.end : sentence.end].strip(_CLOSING)
    gone_by = bool(mention and mention.year and mention.year <= sentence.context.year)
    during = sentence.lower[sentence.start : item.start].split()[-1:] == list(words("during"))
    return gone_by and alone and ends and during


def period_in_brackets(sentence: Sentence, item: Item) -> Period | None:
    """The period that is all there is in brackets behind the number, but for a remark."""
    behind = sentence.following(item, 4)
    while behind and behind[0].kind == "subject":
        behind = behind[1:]  # "17 xã đạt chuẩn (2015)"
    marks = [each.separator or each.kind for each in behind[:3]]
    if marks not in (["(", "period", ")"], ["(", "period", ","]):
        return None  # "13% (2006), 9,2% (2011, chuẩn mới)"
    opening, period, closing = behind[:3]
    alone = opening.end == period.start and period.end == closing.start
    if period.period is None or not alone or opening.start - item.end > _NOUN:
        return None
    period.used = True
    return resolve(period.period, sentence.frame.period or sentence.context.period)


def is_of_start(sentence: Sentence, item: Item) -> bool:
    """Whether it is the bare year from which something changed: "từ 5,36% cuối 2016 xuống"."""
    behind = sentence.behind(item)
    goes_on = behind is not None and "to" in behind.cues and behind.start - item.end <= 1
    return goes_on and "from" in sentence.frame.verbs


def take_period(sentence: Sentence, item: Item, at: int) -> Period | None:
    """The period named by the item, if it stands close behind `at`; it then is used up."""
    mention = item.period
    assert mention
    whole_year_before = mention.relative < 0 and not mention.part
    if whole_year_before or (mention.bare and not is_of_start(sentence, item)):
        return None
    far = item.start - at > _NEAR
    if far and not closes_sentence(sentence, item):
        return None
    frame, context = sentence.frame, sentence.context
    if mention.cycle:
        return context_term(sentence, mention)
    if item.taken:
        return item.taken
    item.used = True
    period = resolve(mention, frame.period or context.period)
    if mention.running and not (mention.relative or mention.part):
        period = meant(sentence, item, mention)  # "so với 4,2 triệu lượt của năm nay"
    if frame.period is None and period.last > context.year:
        frame.period = period
    if far:
        sentence.named_periods.append((period, False))
    item.taken = period
    return period
