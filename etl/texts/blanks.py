"""Blanks: those of pages and word processors made plain, and single where no table needs them."""

import re

from etl.texts.wrapping import GAPPED

BLANKS = str.maketrans(
    dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000", " ")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
)
"""Blanks of a fixed width become plain, signs without any width go: no phrase holds them."""
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_PROSE = 30
"""Characters between the gaps of a line of prose, on average: those of a table are shorter."""
_NUMBER_ALONE = re.compile(r"[-+–]?\d[\d.,/]* ?%?(?: \w+){0,3}")
"""A number and its unit."""


def single_blanks(text: str) -> str:
    """The text with single blanks between words, but in tables.

    A table's rows have short cells and no sign at their ends; there is a number alone in a cell of
    one of them or of its neighbours, and a second gap, or a wide one.
    """
    if "  " not in text:
        return text
    lines = text.split("\n")
    numbered = [any(map(_NUMBER_ALONE.fullmatch, _GAP.split(line.strip()))) for line in lines]
    gapped = [GAPPED.search(line) is not None for line in lines]
    for at, line in enumerate(lines):
        near = slice(max(at - 1, 0), at + 2)
        short = len(line) < _PROSE * len(_GAP.split(line))
        open_ended = not line.rstrip().endswith((".", ";", ":"))
        if not (short and open_ended and any(numbered[near]) and any(gapped[near])):
            lines[at] = _GAP.sub(" ", line)
    return "\n".join(lines)
