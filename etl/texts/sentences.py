"""Sentences of a text: where each starts and ends, paragraph by paragraph."""

import re

_END = re.compile(r"[.!?…](?:[.!?…]*[\"”’)\]]*(?=\s)|(?<=%\.)(?=[^\W\d_]))")
_ABBREVIATION = re.compile(
    r"(?:\b(?:tp|t\.p|ths|ts|pgs|gs|bs|ks|ông|bà|st|vs|tx)|(?<!quý )(?<!vực )\b[^\W\d_])$",
    re.I,
)
_LIST_NUMBER = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})*")
_LINE = re.compile(r"[^\n]+")


def sentences(text: str) -> list[tuple[int, int, bool]]:
    """Spans of the sentences of a text; True marks the first of a paragraph.

    A line break ends a sentence; a full stop does where it does not close an abbreviation
    ("TP. Hồ Chí Minh", an initial, but not "quý I.") or the number of a paragraph
    ("1.2. Kinh tế"); figures keep their dots.
    """
    found: list[tuple[int, int, bool]] = []
    for line in _LINE.finditer(text):
        start, first = line.start(), True
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
    return found
