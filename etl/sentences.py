"""Sentences of a text: where each starts and ends, paragraph by paragraph."""

import re

_END = re.compile(r"[.!?…](?:[.!?…]*[\"”’)\]]*(?=\s)|(?<=%\.)(?=[^\W\d_]))")
_ABBREVIATION = re.compile(
    r"(?:\b(?:tp|t\.p|ths|ts|pgs|gs|bs|ks|ông|bà|st|vs|tx)|(?<!quý )(?<!vực )\b[^\W\d_])$",
    re.I,
)
_LIST_NUMBER = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})*")
_LINE = re.compile(r"[^\n]+")
_NUMBER_ALONE = re.compile(
    r"(?:\(\d{1,2}\) |\d{1,2}[.)] )?(?:[▲▼] ?)?"
    r"(?:\d+[\d.,]*(?: ?[-–/] ?|[.,])\d[\d.,]*|\d{3,}|\d+(?= ?%| [^\W\d]))"
    r"(?: ?%| [^\W\d]+(?: [^\W\d]+){0,2})?(?=\n[^\W\d])"
)
"""A line that holds a number and at most its noun, with a line of words right behind it."""
_BLOCK = re.compile(r"(?:(?<=\n\n)|\A)[^\n]+(?:\n[^\n]+)+")
"""Lines without a blank line between them, behind one."""
_GOES_ON = re.compile(r"\n(?:[▲▼=] ?|(?:đạt|bằng|vượt|tăng|giảm) )\d", re.I)
"""Where the next line of such a block tells how much it changed, or its share of the plan."""


def sentences(text: str) -> list[tuple[int, int, bool]]:
    """Spans of the sentences of a text; True marks the first of a paragraph.

    A line break ends a sentence; a full stop does where it does not close an abbreviation
    ("TP. Hồ Chí Minh", an initial, but not "quý I.") or the number of a paragraph
    ("1.2. Kinh tế"); figures keep their dots. A number alone that heads its block, as in a picture
    of figures, goes on in the line that names it: "6,71%", "Tốc độ tăng GRDP".
    """
    found: list[tuple[int, int, bool]] = []
    joined, heads = -1, numbers_ahead(text)
    for line in _LINE.finditer(text):
        start, first = line.start(), True
        goes_on = start == joined
        if goes_on:
            start, _, first = found.pop()
        for stop in _END.finditer(text, line.start(), line.end()):
            if stop[0] == "." and (
                _ABBREVIATION.search(text, max(start, stop.start() - 4), stop.start())
                or _LIST_NUMBER.fullmatch(text, start, stop.start())
            ):
                continue
            found.append((start, stop.end(), first))
            start, first = stop.end(), False
        if text[start : line.end()].strip():
            found.append((start, line.end(), first))
        if line.start() in heads or (goes_on and _GOES_ON.match(text, line.end())):
            joined = line.end() + 1
    return found


def numbers_ahead(text: str) -> set[int]:
    """Where the numbers stand that go on in the line behind, which names them.

    Those of a block that opens with one, perhaps under a heading in capitals: "DU LỊCH", "812 nghìn
    lượt", "Khách đến tỉnh". In other blocks the names stand ahead of their numbers.
    """
    found: set[int] = set()
    for block in _BLOCK.finditer(text):
        starts = [line.start() for line in _LINE.finditer(text, *block.span())]
        headed = text[starts[0] : starts[1] - 1].isupper()
        if _NUMBER_ALONE.match(text, starts[1 if headed else 0]):
            found.update(start for start in starts if _NUMBER_ALONE.match(text, start))
    return found
