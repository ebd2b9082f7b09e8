"""Percentages that tell, one by one, of the figures in the sentence before.

"Thu 86.540 tỷ đồng, gồm thu nội địa 51.216 tỷ. Hai khoản này lần lượt bằng 65% và 70% dự toán."
"""

from etl.linking.frames import Draft
from etl.linking.items import Item
from etl.linking.sentence import Sentence


def read_told_together(sentence: Sentence, item: Item) -> str:
    """Set the share of its plan, or its growth, of the figure in the number's place; its fate.

    '' where the sentence tells of no figures before it, or not of as many as it has percentages.
    """
    if sentence.drafts or not sentence.context.drafts:
        return ""
    if not any("these_figures" in each.cues for each in sentence.items):
        return ""
    percentages = [
        each
        for each in sentence.items
        if each.quantity is not None and each.quantity.dimension == "percent"
    ]
    told = told_last(sentence)
    if item not in percentages or len(told) != len(percentages):
        return ""
    quantity, draft = item.quantity, told[percentages.index(item)]
    assert quantity
    cues = {cue for each in sentence.items for cue in each.cues}
    if "plan" in cues and "year_before" not in cues:
        draft.pct_of_plan = quantity.low + (100 if "exceed" in cues else 0)
        fate = "percent_of_plan"
    elif "year_before" in cues and "plan" not in cues and cues & {"grow", "fall"}:
        draft.yoy = quantity.low if "grow" in cues else -quantity.low
        fate = "growth_on_year_before"
    else:
        return ""
    sentence.context.made[item.start] = draft
    return fate


def told_last(sentence: Sentence) -> list[Draft]:
    """The levels that the sentence before has told, outside of brackets, in their order."""
    drafts = sentence.context.drafts
    told = [draft for draft in drafts if draft.sentence == drafts[-1].sentence]
    levels = [draft for draft in told if draft.reading == "level" and not draft.in_bracket]
    return sorted(levels, key=lambda draft: draft.start)
