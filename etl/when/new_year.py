"""The first months of a year, when articles tell of the year gone by and of the one begun."""

from etl.linking.frames import Context
from etl.linking.sentence import Sentence
from etl.recognising.periods import Mention, Period

_PLANNING = frozenset({"target", "weak_target", "plan", "plan_document"})
_EARLY = 5
"""Until this month nobody calls the running year "năm qua"."""
_NEW = 3
"""Until this month the months told of without a year may be the year's first."""


def last_year_gone(context: Context) -> int:
    """The last year that "năm qua" can be: in the first months it is not the running one."""
    early = context.now is not None and context.now[1] <= _EARLY
    return context.this_year - 1 if early else context.this_year


def looks_back(sentence: Sentence) -> bool:
    """Whether "năm nay" is the year just ended: told of in January or February, and no plan's.

    Where the text has named that year, the one that has begun is another: "Năm 2019 ... Năm nay".
    """
    context = sentence.context
    new_year = context.now is not None and context.now[1] <= 2
    planned = any(not item.cues.isdisjoint(_PLANNING) for item in sentence.items)
    told = context.period_told and context.period == Period(context.year, context.year)
    return new_year and context.year == context.this_year - 1 and not (planned or told)


def is_of_new_year(sentence: Sentence, mention: Mention) -> bool:
    """Whether a month without its year is one of this year's first: "Tháng 1, ..." in February."""
    context = sentence.context
    if context.now is None or mention.year is not None or mention.part[:1] != "M":
        return False
    month = int(mention.part[1:])
    return month <= context.now[1] <= _NEW and sentence.frame.period is None
