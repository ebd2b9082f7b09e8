"""What lines begin with: marks of a list, of a quotation, of a rise or a fall."""

from unicodedata import category

from etl.layouts.blocks import JOINT

_LIST_SIGNS = frozenset("-–+•*●▪■")
"""What a line of a list begins with."""
_BLOCK = 90
"""Characters of a line's end, of blank lines behind it and of the next one's label."""
_PLAIN = 160
"""Characters of an item that has no mark, at most."""
ARROWS = {**dict.fromkeys("▲⬆↑↗", "+"), **dict.fromkeys("▼⬇↓↘", "-")}
OPENERS = " \n-–+•*●▪■◆►➤✓·»▲▼⬆⬇↑↓\ufe0f\"“”'"
"""What may stand before a sentence's first word: the mark of a list, a quotation mark."""


def items_follow(lower: str, end: int) -> bool:
    """Whether the line behind opens an item of a list, or a picture's block with its amount."""
    behind = lower[end : end + _BLOCK].lstrip().split("\n", 1)[0]
    return opens_item(behind) or JOINT in behind


def is_plain_item(lower: str, start: int) -> bool:
    """Whether the line that starts there is an item without a mark, as copied lists have them.

    It has no full stop, or stands below a line that ends with a colon or a semicolon.
    """
    above = lower[max(0, start - _BLOCK) : start].rstrip()
    line = lower[start : start + _PLAIN].split("\n", 1)[0].rstrip()
    return above.endswith((":", ";")) or (len(line) < _PLAIN and "." not in (line[-1:], above[-1:]))


def opens_item(line: str) -> bool:
    """Whether a line opens an item of a list: with a dash, a dot, or a picture as posts have it."""
    sign = line.lstrip()[:1]
    pictured = category(sign) == "So" and sign not in ARROWS if sign else False
    return sign in _LIST_SIGNS or pictured
