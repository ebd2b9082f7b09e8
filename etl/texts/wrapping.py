"""Texts whose lines were broken to a width, as they are copied out of a PDF or a letter."""

import re
from itertools import pairwise

_LINE = re.compile(r"[^\n]+")
GAPPED = re.compile(r"\S(?: {2,}\S.* {2,}| {4,})\S")
"""Finds two gaps, or a wide one, in a line of cells; a justified line of prose seldom has them."""
_FULL = 40
"""Characters of a line that was broken because it was full, at least."""
_LEAST = 4
"""Lines broken within a sentence that show a text to be broken to a width, at least."""
_PART = 0.15
"""... and their part of all lines, at least."""
_FILLED = 0.8
"""Part of the width that a line broken before a capital letter fills, at least."""
_GOES_ON = (",", "-", "–")
_ENDS = re.compile(r"[.!?…:;|\"”»]\s*$")
_ITEM = re.compile(r"[-–+*•▪●]|\d{1,2}[.)]\s|[ivx]+\.\s|\(?[a-zđ0-9]{1,3}\)\s", re.I)
"""The head of a line that opens an item of a list."""
_DASHES = ("- ", "– ")
"""They open an item, or join two words or numbers: "công nghiệp" and "- xây dựng"."""


def unwrapped(text: str) -> str:
    """The text with blanks for the line breaks within its paragraphs; as long as it was.

    Only where enough lines go on in lower case behind a long line without a full stop: tables,
    verses and menus have short lines, headings no sentence that goes on.
    """
    lines = list(_LINE.finditer(text))
    pairs = [
        (line, following)
        for line, following in pairwise(lines)
        if following.start() == line.end() + 1
    ]
    broken = [
        line for line, following in pairs if len(line[0]) >= _FULL and is_within(line, following)
    ]
    if len(broken) < max(_LEAST, _PART * len(lines)):
        return text
    width = sorted(len(line[0]) for line in broken)[len(broken) // 2]
    parts, at = [], 0
    for line, following in pairs:
        filled = len(line[0]) >= _FILLED * width
        if is_within(line, following) or (filled and goes_on(line, following)):
            parts.append(text[at : line.end()])
            at = following.start()
    return " ".join([*parts, text[at:]])


def is_within(line: re.Match[str], following: re.Match[str]) -> bool:
    """Whether a line's sentence goes on in the next one: in lower case, or at a number.

    In any case behind a comma or a dash: "nhiệm kỳ 2020 -".
    """
    first, last = following[0].lstrip()[:1], line[0].rstrip()[-1:]
    within = last in _GOES_ON or first.islower() or (first.isdigit() and last.isalpha())
    if not within or _ENDS.search(line[0]) or _ITEM.match(following[0]):
        return False
    return not _tabled(line, following)


def goes_on(line: re.Match[str], following: re.Match[str]) -> bool:
    """Whether the paragraph of a line that is full goes on: no new item of a list follows."""
    if _tabled(line, following):
        return False
    if not _ITEM.match(following[0]):
        return True
    joined = following[0][2:3]
    dashed = following[0].startswith(_DASHES) and (joined.islower() or joined.isdigit())
    return dashed and not _ENDS.search(line[0])


def _tabled(line: re.Match[str], following: re.Match[str]) -> bool:
    """Whether one of two lines is a row of a table."""
    return bool(GAPPED.search(line[0]) or GAPPED.search(following[0]))
