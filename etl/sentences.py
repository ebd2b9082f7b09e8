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
_LABEL = re.compile(r"[^\d.:;?!▲▼]{2,60}")
_BRACKETED = re.compile(r"\([^()]*\)")
_AMOUNT = re.compile(r"\d[\d.,]*(?: ?%| [^\W\d]+(?: [^\W\d]+){0,3})")
_CHANGE = re.compile(
    r"[▲▼+] ?\d[\d.,]* ?%.{0,40}|\d[\d.,]* ?% [^\d.]{3,40}"
    r"|(?:tăng|giảm|bằng|đạt|vượt) \d[^.]{0,60}",
    re.I,
)
"""Lines of a block: the name, a note to it, the amount, and how it changed or what share it is."""
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
    joined, heads = -1, lines_going_on(text)
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


def lines_going_on(text: str) -> set[int]:
    """Where the lines start that go on in the line behind: a number and what names it."""
    found: set[int] = set()
    start = 0
    for block in text.split("\n\n"):  # blocks are parted by blank lines
        lines = list(_LINE.finditer(text, start, start + len(block)))
        if len(lines) > 1:
            found |= numbers_ahead(text, lines) or labels_ahead(lines)
        start += len(block) + 2
    return found


def numbers_ahead(text: str, lines: list[re.Match[str]]) -> set[int]:
    """Where the numbers stand that the line behind names.

    Those of a block that opens with one, perhaps under a heading in capitals: "DU LỊCH", "812 nghìn
    lượt", "Khách đến tỉnh". In other blocks the names stand ahead of their numbers.
    """
    headed = lines[0][0].isupper()
    if not _NUMBER_ALONE.match(text, lines[1 if headed else 0].start()):
        return set()
    return {line.start() for line in lines if _NUMBER_ALONE.match(text, line.start())}


def labels_ahead(lines: list[re.Match[str]]) -> set[int]:
    """Where a block's label and its amount start, if one amount and its changes are all it holds.

    "Xuất khẩu", "1.268,4 triệu USD", "▲ 6,2%", "78,3% kế hoạch".
    """
    first = 2 if len(lines) > 2 and _BRACKETED.fullmatch(lines[1][0]) else 1
    told = [bool(_CHANGE.fullmatch(line[0])) for line in lines[first:]]
    if not _LABEL.fullmatch(lines[0][0]) or not (told[0] or _AMOUNT.fullmatch(lines[first][0])):
        return set()
    behind = [line[0] for line in lines[first + 1 :]]
    if any(_AMOUNT.fullmatch(line) or _LABEL.fullmatch(line) for line in behind):
        return set()
    changes = next((count for count, change in enumerate(told[1:]) if not change), len(told) - 1)
    return {line.start() for line in lines[: first + changes]}
