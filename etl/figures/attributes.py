"""Attributes of a level: its share of the plan, its growth on the year before."""

from itertools import takewhile

from etl.catalogue import Indicator
from etl.figures.drafting import draft_of
from etl.linking.frames import Draft
from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.models import Measure
from etl.recognising.lexicon import says, words
from etl.when.terms import is_yearly_percentage


def is_measured(sentence: Sentence) -> bool:
    """Whether the run's subject has a level that is no percentage."""
    level = sentence.readings(sentence.frame.run.subject).get("level")
    return level is not None and sentence.catalogue.units[level.unit].dimension != "percent"


def add_attribute(sentence: Sentence, item: Item, field: str, value: float, fate: str) -> str:
    """Set an attribute of the run's level, or of a row without a level where there is none."""
    frame, run = sentence.frame, sentence.frame.run
    readings = sentence.readings(run.subject)
    of_growth = field == "pct_of_plan" and run.hint == "growth" and "growth" in readings
    level = readings.get("growth" if of_growth else "level")
    draft = run.level
    if level and level.measure is Measure.FLOW and field == "yoy" and frame.plan_next:
        draft = draft_of(sentence, item, level, None, "attribute")
    if draft is None:
        before = next((each for each in sentence.backwards(item) if each.quantity), None)
        if before is not None and before.start > run.end and is_another_count(sentence, before):
            return "share_of_other"  # "... số thu nội địa, bán được 64.000 xe, giảm 19%"
        behind = sentence.subject_behind(item)
        if level is None or (behind is not None and "plan" not in behind.cues):
            return ""
        if field == "yoy" and sentence.names_another_thing(item):
            return "no_indicator"  # "Về việc làm, do giá nguyên liệu đầu vào tăng 20%"
        if run.carried:
            if run.earlier is None or not goes_on_after_mark(sentence, item):
                return "second_percentage"
            growth = readings.get("growth")
            if field == "yoy" and growth and is_growth_itself(sentence, item, growth):
                return ""
            draft = run.earlier
        elif level.only_actual or run.misfit:
            return "share_of_other"
        elif field == "yoy" and level.measure is not Measure.FLOW:
            return "share_of_other"  # only what adds up in a year is told by its growth alone
        else:
            draft = run.level = draft_of(sentence, item, level, None, "attribute")
    if field == "yoy" and draft.low is not None and is_average(sentence, item, draft):
        return "yearly_average"
    if getattr(draft, field) is None:
        setattr(draft, field, value)
    sentence.context.made[item.start] = draft
    return fate


def is_average(sentence: Sentence, item: Item, draft: Draft) -> bool:
    """Whether a year's amount grew so on average: "1.950 tỷ đồng, tăng bình quân 7%/năm"."""
    averaged = says(sentence.lower[draft.end : item.start], "on_average")
    return averaged and draft.period.first == draft.period.last and is_yearly_percentage(item)


def goes_on_after_mark(sentence: Sentence, item: Item) -> bool:
    """Whether ";" only parts the percentage from its amount: "3.700 tỷ đồng; tăng 30% so với".

    Or stands before an earlier one of the same amount: "...; tăng 30%, bằng 46% kế hoạch".
    """
    told, earlier = sentence.context.made, sentence.frame.run.earlier
    for before in sentence.backwards(item):
        if before.separator == ";" or (before.quantity and told.get(before.start) is earlier):
            return True
        if before.kind == "period" or before.separator in (",", "("):
            continue
        if before.kind != "cue":
            return False
    return False


def is_growth_itself(sentence: Sentence, item: Item, growth: Indicator) -> bool:
    """Whether it is no attribute behind ";": "GRDP 13.520 tỷ đồng; tốc độ tăng 6,28%"."""
    verbs = takewhile(lambda each: each.separator != ";", sentence.backwards(item))
    named = any(sentence.lower.startswith(words("growth_named"), each.start) for each in verbs)
    return named or growth.indicator == "grdp_growth"


def is_another_count(sentence: Sentence, item: Item) -> bool:
    """Whether the number counts a thing that has no indicator."""
    counts = item.quantity is not None and item.quantity.dimension == "bare"
    return counts and sentence.context.fates.get(item.start) == "no_indicator"


def whose_amount(sentence: Sentence, item: Item) -> str | None:
    """The province of the amount that a percentage or the plan's follows; None where none does.

    "Quảng Ninh thu 55.600 tỷ đồng, bằng 102% dự toán", "Tây Ninh thu 10.850 tỷ đồng (dự toán
    10.000 tỷ đồng)" in an article of a region.
    """
    run = sentence.frame.run
    level = run.level or (run.last if sentence.frame.plan_next else None)
    if level is None or item.quantity is None:
        return None
    between = [each for each in sentence.earlier(item) if each.start >= level.end]
    planned = any("plan" in each.cues for each in between)
    if item.quantity.dimension != "percent" and not planned:
        return None
    marks = ("", ",", "(") if planned else ("", ",")
    follows = all(each.kind in ("cue", "separator") for each in between)
    return level.province if follows and all(each.separator in marks for each in between) else None
