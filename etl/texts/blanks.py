"""Blanks: those of pages and word processors made plain, and single where no table needs them."""

import re

from etl.texts.wrapping import GAPPED

BLANKS = str.maketrans(
    dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000", " ")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
    | {"\u2010": "-", "\u2011": "-", "\uff05": "%"}
)
"""Blanks and hyphens of other kinds become plain, signs without width go: no phrase holds them."""
_ADRIFT = re.compile(r"(?<=\w) +(?=,(?:\s|$|\w)|\.(?:\s|$))|(?<=\() +(?=\S)|(?<=\S) +(?=\))")
_TIGHT = re.compile(
    r"(?<=[^\W\d_]),(?=\w)|(?<=%),(?=[^\W\d_])"
    r"|(?<=[\w%)\"”])\.(?=[^\W\d_]{2})(?!(?:vn|com|net|org)\b)",
    re.I,
)
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_INDENTED = re.compile(r"^\t*([^\t\n]{30,})\t*$", re.M)
"""A line of prose with no tabs but at its ends."""
_PROSE = 30
"""Characters between the gaps of a line of prose, on average: those of a table are shorter."""
_NUMBER_ALONE = re.compile(r"[-+–]?\d[\d.,/]* ?%?(?: \w+){0,3}")
"""A number and its unit."""


def single_blanks(text: str) -> str:
    """The text with single blanks between words, but in tables.

    A table's rows have short cells and no sign at their ends; there is a number alone in a cell of
    one of them or of its neighbours, and a second gap, or a wide one.
    """
    if "\t" in text:
        text = _INDENTED.sub(r"\1", text)
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


def spaced_signs(text: str) -> str:
    """The text with its blanks behind commas and full stops, as one types them, not before.

    "nông ,lâm nghiệp tăng 3%.Thu ngân sách". A full stop stands between sentences where a capital
    letter follows, and none is before it: "baochinhphu.vn" and "TP.HCM" stay.
    """

    def spaced(sign: re.Match[str]) -> str:
        before, behind = sign.string[sign.start() - 1], sign.string[sign.end()]
        stops = behind.isupper() and not before.isupper()
        return f"{sign[0]} " if sign[0] == "," or stops else sign[0]

    return _TIGHT.sub(spaced, _ADRIFT.sub("", text))
