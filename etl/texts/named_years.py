"""Years that a text tells without their number alone: by their animal, by what they end or mark."""

import re

_FIRST = 1984
"""The year Giáp Tý: the first of the round of sixty that runs to 2043."""
_STEMS = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
_BRANCHES = ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")
_NAMES = {
    f"{stem} {branch}": _FIRST + at
    for at, (stem, branch) in enumerate(zip(_STEMS * 6, _BRANCHES * 5, strict=True))
}
_NAMED = re.compile(rf"\b(năm|xuân) ({'|'.join(_NAMES)})\b")
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
    for named in _NAMED.finditer(lower):
        found.append(_NAMES[named[2]] - (named[1] == "xuân"))
    for span in _SPAN.finditer(lower):
        first, last = int(span[1]), int(span[2])
        before = lower[max(0, span.start() - _AHEAD) : span.start()]
        gone = _YEARS_GONE.search(before)
        if _LAST.search(before) or (gone and int(gone[1]) == last - first):
            found.append(last)
    return found
