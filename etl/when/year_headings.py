"""Years that head sections: in a look back over many years, "━━ 1992 ━━" rules what stands below.

"2010", "Năm 2014:", "2001 - 2005" on a line of its own, with prose behind it.
"""

import re
from functools import cache

from etl.linking.frames import Context
from etl.recognising.lexicon import words
from etl.recognising.periods import Period
from etl.whose.sections import is_heading

_YEAR = r"(?:19|20)\d\d"
_SHORT = 40
"""Characters of a heading, at most."""
_PROSE = 60
"""Characters of a paragraph, at least; the next cell of a table has fewer."""


@cache
def _heading() -> re.Pattern[str]:
    """Matches a line of nothing but a year, or years, and signs."""
    named = "|".join(words("year_head"))
    span = rf"(?P<first>{_YEAR})(?: ?[-–] ?(?P<last>{_YEAR}))?"
    return re.compile(rf"[\W_]*(?:(?:{named}) )?{span}[\W_]*")


def follow_year_heading(lower: str, start: int, end: int, context: Context) -> None:
    """Let the year that heads the section rule the paragraph which the sentence opens."""
    headed = year_headed(lower, start, end)
    if headed:
        context.section_year = headed
    elif context.section_year and is_heading(lower, start, end):
        context.section_year = None
    if context.section_year:
        context.period, context.period_told = context.section_year, True
        context.kind, context.horizon = None, None


def year_headed(lower: str, start: int, end: int) -> Period | None:
    """The year or years that a line of its own heads its section with, None where it does not."""
    found = _heading().fullmatch(lower, start, end) if end - start <= _SHORT else None
    if found is None or lower[end : end + 1] not in ("", "\n"):
        return None
    behind = lower[end:].lstrip().split("\n", 1)[0]
    if len(behind) < _PROSE:
        return None
    first, last = int(found["first"]), int(found["last"] or found["first"])
    return Period(first, last) if first <= last else None
