"""Sentences of a text: where each starts and ends, paragraph by paragraph."""

import re

_END = re.compile(r"[.!?…](?:[.!?…]*[\"”’)\]]*(?=\s)|(?<=%\.)(?=[^\W\d_]))")
_ABBREVIATION = re.compile(
    r"(?:\b(?:tp|t\.p|ths|ts|pgs|gs|bs|ks|ông|bà|st|vs|tx)|(?<!quý )(?<!vực )\b[^\W\d_])$"
)
_LIST_NUMBER = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})*")
_LINE = re.compile(r"[^\n]+")
_NUMBER_ALONE = re.compile(
    r"(?:\(\d{1,2}\) |\d{1,2}[.)] )?(?:[▲▼] ?)?"
    r"(?:\d+[\d.,]*(?: ?[-–/] ?|[.,])\d[\d.,]*|\d{3,}|\d+(?= ?%| [^\W\d]))"
    r"(?: ?%| [^\W\d]+(?: [^\W\d]+){0,2})?(?=\n[^\W\d])"
)
"""A line that holds a number and at most its noun, with a line of words right behind it."""
_GOES_ON = re.compile(r"\n(?:[▲▼=] ?|(?:đạt|bằng|vượt|tăng|giảm) )\d")
"""Where the next line of such a block tells how much it changed, or its share of the plan."""


def sentences(lower: str) -> list[tuple[int, int, bool]]:
    """Spans of the sentences of a lower-cased text; True marks the first of a paragraph.

    A line break ends a sentence; a full stop does where it does not close an abbreviation
    ("TP. Hồ Chí Minh", an initial, but not "quý I.") or the number of a paragraph
    ("1.2. Kinh tế"); figures keep their dots. A number alone that heads its block, as in a picture
    of figures, goes on in the line that names it: "6,71%", "Tốc độ tăng GRDP".
    """
    found: list[tuple[int, int, bool]] = []
    joined = -1
    for line in _LINE.finditer(lower):
        start, first = line.start(), True
        goes_on = start == joined
        if goes_on:
            start, _, first = found.pop()
        for stop in _END.finditer(lower, line.start(), line.end()):
            if stop[0] == "." and (
                _ABBREVIATION.search(lower, max(start, stop.start() - 4), stop.start())
                or _LIST_NUMBER.fullmatch(lower, start, stop.start())
            ):
                continue
            found.append((start, stop.end(), first))
            start, first = stop.end(), False
        if lower[start : line.end()].strip():
            found.append((start, line.end(), first))
        opens = lower.endswith("\n\n", 0, line.start())
        heads = opens and _NUMBER_ALONE.match(lower, line.start())
        if heads or (goes_on and _GOES_ON.match(lower, line.end())):
            joined = line.end() + 1
    return found
