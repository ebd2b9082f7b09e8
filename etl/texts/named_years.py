"""Years that a text tells without their number alone: by their animal, by what they end or mark."""

import re

from etl.texts.year_words import year_words

_FIRST = 1984
"""The year Giáp Tý: the first of the round of sixty that runs to 2043."""
_NAMED = re.compile(r"\b(năm|xuân) (\w+ \w+)")
_SPAN = re.compile(r"\b(\d{4}) ?[-–] ?(20\d\d)\b")
_LAST = re.compile(r"năm cuối[^.;\n]{0,60}$")
"""Before a term: what is told is of its last year."""
_YEARS_GONE = re.compile(r"\b(\d{2,3}) năm[^.;\n]{0,60}$")
"""Before a span of as many years: the last one is celebrated."""
_AHEAD = 70
"""Characters before a span that tell what it is."""


def named_years(lower: str) -> list[int]:
    """The years that a lower-cased text tells results of, each as often as it does.

    "Năm Tân Sửu"; "xuân Nhâm Dần" looks back on the year before; "năm cuối nhiệm kỳ 2016 - 2020";
    "25 năm tái lập tỉnh (1997 - 2022)".
    """
    found = []
    names = year_words().names
    for named in _NAMED.finditer(lower):
        if named[2] in names:
            found.append(_FIRST + names.index(named[2]) - (named[1] == "xuân"))
    for span in _SPAN.finditer(lower):
        first, last = int(span[1]), int(span[2])
        before = lower[max(0, span.start() - _AHEAD) : span.start()]
        gone = _YEARS_GONE.search(before)
        if _LAST.search(before) or (gone and int(gone[1]) == last - first):
            found.append(last)
    return found
