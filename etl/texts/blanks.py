"""Blanks: those of pages and word processors made plain, and single where no table needs them."""

import re
from collections import Counter

from etl.texts.wrapping import GAPPED

_PLAIN = (
    dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000", " ")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
    | {"\u2010": "-", "\u2011": "-", "\uff05": "%"}
)
"""Blanks and hyphens of other kinds, and signs without width: no phrase holds them."""
_ODD = re.compile(f"[{''.join(_PLAIN)}]")
_ADRIFT = re.compile(r"(?<=\w) +(?=,(?:\s|$|\w)|\.(?:\s|$))|(?<=\() +(?=\S)|(?<=\S) +(?=\))")
_SIGNS_ADRIFT = (" ,", " .", "( ", " )")
_TIGHT = re.compile(r"[,.](?=[^\W\d_]|(?<=,)\d)")
_CLOSERS = frozenset('%)"”')
"""What may end a sentence before its full stop."""
_NAMED = re.compile(r"(?:vn|com|net|org)\b", re.I)
"""Behind a full stop: the end of a site's name."""
_ADDRESS = 80
"""Characters of an address up to its sign, at most."""
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_BETWEEN_WORDS = re.compile(r"(?<=[^\W\d_]) +(?=[^\W\d_])")
_MOST = 0.6
"""Where so many of the gaps between words are of one width, that is what a blank is."""
_INDENTED = re.compile(r"^\t*([^\t\n]{30,})\t*$", re.M)
"""A line of prose with no tabs but at its ends."""
_PROSE = 30
"""Characters between the gaps of a line of prose, on average: those of a table are shorter."""
_NUMBER_ALONE = re.compile(r"[-+–]?\d[\d.,/]* ?%?(?: \w+){0,3}")
"""A number and its unit."""


def single_blanks(text: str) -> str:
    """The text with single blanks between words, but in tables.

    Where every blank is a double one it counts as one. A table's rows have short cells and no sign
    at their ends; there is a number alone in a cell of one of them or of its neighbours, and a
    second gap, or a wide one.
    """
    if "\t" in text:
        text = _INDENTED.sub(r"\1", text)
    if "  " not in text:
        return text
    gaps = Counter(map(len, _BETWEEN_WORDS.findall(text)))
    for width, number in gaps.most_common(1):
        if number > _MOST * gaps.total():
            text = text.replace(" " * width, " ")
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


def plain_blanks(text: str) -> str:
    """The text with plain blanks and hyphens, and without signs that nobody sees."""
    return _ODD.sub(lambda sign: _PLAIN[sign[0]], text)


def spaced_signs(text: str) -> str:
    """The text with its blanks behind commas and full stops, as one types them, not before.

    "nông ,lâm nghiệp tăng 3%.Thu ngân sách". A full stop stands between sentences where a capital
    letter follows, and none is before it: "baochinhphu.vn" and "TP.HCM" stay.
    """
    if any(sign in text for sign in _SIGNS_ADRIFT):
        text = _ADRIFT.sub("", text)
    return _TIGHT.sub(_spaced, text)


def _spaced(sign: re.Match[str]) -> str:
    """The sign with a blank behind it, where that is missing: in no address, name or number."""
    before, behind = sign.string[max(0, sign.start() - 1) : sign.start()], sign.string[sign.end()]
    word = sign.string[max(0, sign.start() - _ADDRESS) : sign.start()].split()[-1:]
    if word and "/" in word[0]:
        return sign[0]
    if sign[0] == ",":
        return ", " if before.isalpha() or (before == "%" and behind.isalpha()) else ","
    named = _NAMED.match(sign.string, sign.end()) or not sign.string[sign.end() + 1 :][:1].isalpha()
    ends = before.isalnum() or before in _CLOSERS
    stops = ends and behind.isupper() and not before.isupper()
    return ". " if stops and not named else "."
