"""Periods that a report only glances at: they do not turn it to another time."""

from etl.linking.frames import Draft
from etl.linking.sentence import Sentence
from etl.models import Kind
from etl.recognising.periods import Period

TURNING = 2
"""Figures of another span of the year that turn a report to it."""
_RECENT = 4
"""Months from a month or a quarter to the article on it, at most."""


def is_aside(sentence: Sentence, period: Period) -> bool:
    """Whether a report that has told figures of its own span of the year only glances at another.

    "Mưa lũ tháng 7 làm ngập 20.000 ha lúa" in one on the year, "Cả năm dự kiến đạt 1,1 tỷ USD" in
    one on nine months: a single figure turns it no more than none.
    """
    running = sentence.context.period
    if period.first != period.last or period.last > running.last or period == running:
        return False
    summed_up = period.part.endswith("M") or period.part == "H1"
    inside = running.part[:1] in ("M", "Q") and (running.part != "Q1" or summed_up)
    if period.last == running.last and inside:
        return False  # from a month back to the sum, as a report does
    told = len({draft.indicator for draft in sentence.drafts if draft.period == period})
    if told and summed_up and sentence.opens_line and sentence.named_periods[0][1]:
        return False  # "9 tháng đầu năm, tỉnh đón 784.000 lượt khách. Doanh thu ..."
    before = len(sentence.context.drafts) - len(sentence.drafts)
    whose = {draft.province for draft in sentence.drafts}
    reported = [
        draft
        for draft in sentence.context.drafts[:before]
        if draft.period == running and (draft.province in whose or not whose)
    ]
    own = sum(1 for draft in reported if draft.kind is Kind.ACTUAL)
    earlier = period.last < running.last == sentence.context.year
    back = earlier and looks_back(sentence, reported)
    part = bool(running.part and reported)
    ahead = not period.part and period.last == running.last and aims_only(sentence)
    return told < TURNING and (own >= TURNING or back or (part and (earlier or ahead)))


def aims_only(sentence: Sentence) -> bool:
    """Whether all it tells is aimed at: "Năm 2017, tỉnh phấn đấu giảm 2% hộ nghèo"."""
    return bool(sentence.drafts) and all(draft.kind is Kind.TARGET for draft in sentence.drafts)


def looks_back(sentence: Sentence, reported: list[Draft]) -> bool:
    """Whether it only tells what was before the figure just told: "Mới năm 2015, còn tăng 16%"."""
    goes_on = not sentence.opens_line
    told = {(draft.indicator, draft.province) for draft in sentence.drafts}
    return goes_on and told == {(draft.indicator, draft.province) for draft in reported[-1:]}


def is_inside_report(sentence: Sentence, period: Period) -> bool:
    """Whether it is a part of the sum reported on, to which the sentence does not turn."""
    opens = sentence.named_periods[0][1]
    turns = opens and period.part[:1] in ("Q", "M")
    return is_inside(period, sentence.context.period) and not (turns and not is_set_apart(sentence))


def is_inside(period: Period, running: Period) -> bool:
    """Whether it is a quarter or a month within the sum since January that is reported on."""
    sums = running.part.endswith("M") or running.part == "H1"
    shorter = bool(period.part) and period.end_month < running.end_month
    part = period.part[:1] in ("Q", "M") or shorter
    same = period.last == running.last and period.end_month <= running.end_month
    return sums and part and same


def is_set_apart(sentence: Sentence) -> bool:
    """Whether it only tells one figure more of what was told: "Riêng quý III tăng 10,58%"."""
    apart = bool(sentence.items) and "part" in sentence.items[0].cues
    return apart and not any(item.kind == "subject" for item in sentence.items)


def is_long_gone(sentence: Sentence, period: Period) -> bool:
    """Whether it is a month or a quarter that no article of its day reports on any more.

    "Rét đậm cuối tháng 1 làm chết 3.900 con gia súc" in December.
    """
    now = sentence.context.now
    if period.part[:1] not in ("M", "Q") or now is None:
        return False
    return 12 * (now[0] - period.last) + now[1] - period.end_month > _RECENT
