"""Blocks of lines in which a picture of figures is told: a number, its unit, its name, its change.

"812", "nghìn lượt", "Khách đến tỉnh", "▲ 6,2%" on four lines say one thing, and so do "Xuất khẩu",
"1.268,4", "triệu USD"; they are joined before sentences are looked for.
"""

import re
from functools import cache
from itertools import pairwise

from etl.layouts.cells import is_unit
from etl.recognising.lexicon import words

JOINT = "\v"
"""A blank in the place of a line break."""
_LINE = re.compile(r"[^\n]+")
_NUMBER_ALONE = re.compile(
    r"(?:\(\d{1,2}\) |\d{1,2}[.)] )?(?:[▲▼] ?)?(?:(?P<bound>[^\W\d]+(?: [^\W\d]+)?) )?"
    r"(?:\d+[\d.,]*(?: ?[-–/] ?|[.,])\d[\d.,]*|\d{3,}|\d+(?= ?%| [^\W\d]))"
    r"(?: ?%| [^\W\d]+(?: [^\W\d]+){0,2}(?:/[^\W\d]+)?)?(?: (?P<tail>[^\W\d]+ [^\W\d]+))?"
)
"""A line that holds a number and at most its bounds and its noun."""
_DIGITS = re.compile(r"[▲▼]? ?\d[\d.,]*")
_LABEL = re.compile(r"[^\d.:;?!▲▼]{2,60}")
_BRACKETED = re.compile(r"\([^()]*\)")
_AMOUNT = re.compile(r"\d[\d.,]*(?: ?[-–] ?\d[\d.,]*)?(?: ?%| [^\W\d]+(?: [^\W\d]+){0,3})")
"""Lines of a block: the name, a note to it, the amount."""
_TOLD = re.compile(r"(?:[^\W\d]| )*\d[\d.,]* [^\W\d](?:\w| ){5,60}")
"""A line that tells one amount and its name."""

Line = tuple[int, str]
"""Where a line, or an amount with its unit on a line of its own, ends; and what it says."""


def joined(text: str) -> str:
    """The text with joints for the line breaks within what one figure says; as long as it was."""
    parts, at, start = [], 0, 0
    for block in text.split("\n\n"):  # blocks are parted by blank lines
        for end in sorted(_breaks(block)):
            parts.append(text[at : start + end])
            at = start + end + 1
        start += len(block) + 2
    return JOINT.join([*parts, text[at:]]) if parts else text


@cache
def _change() -> re.Pattern[str]:
    """Matches the line of a block that tells how an amount changed, or what share it is."""
    told = "|".join(words("block_change"))
    return re.compile(
        r"[▲▼+=] ?\d[\d.,]* ?%.{0,40}|\d[\d.,]* ?% (?![-–])[^\d.]{3,40}"
        rf"|\(?(?:{told}) \d[^.]{{0,60}}",
        re.I,
    )


def _breaks(block: str) -> set[int]:
    """The places of the line breaks in a block that part what belongs together."""
    if "\n" not in block:
        return set()
    lines, units = _with_units(block)
    if len(lines) < 2:
        return units
    return units | (numbers_ahead(lines) or labels_ahead(lines) or changes_behind(lines))


def _with_units(block: str) -> tuple[list[Line], set[int]]:
    """The lines, amounts with the units below them; and the breaks that part these."""
    lines: list[Line] = []
    breaks = set()
    for found in _LINE.finditer(block):
        before = lines[-1] if lines else None
        if before and _DIGITS.fullmatch(before[1]) and is_unit(found[0].strip().lower()):
            breaks.add(before[0])
            lines[-1] = found.end(), f"{before[1]} {found[0]}"
        else:
            lines.append((found.end(), found[0]))
    return lines, breaks


def numbers_ahead(lines: list[Line]) -> set[int]:
    """The breaks behind the numbers that the line behind names, and before their changes.

    Those of a block that opens with one, perhaps under a heading in capitals: "DU LỊCH", "812 nghìn
    lượt", "Khách đến tỉnh". In other blocks the names stand ahead of their numbers.
    """
    first = 1 if lines[0][1].isupper() else 0
    if first >= len(lines) - 1 or not _is_named_behind(lines, first):
        return set()
    found: set[int] = set()
    for place in range(first, len(lines) - 1):
        named = _is_named_behind(lines, place)
        goes_on = place > 0 and lines[place - 1][0] in found
        if named or (goes_on and _change().fullmatch(lines[place + 1][1])):
            found.add(lines[place][0])
    return found


def _is_named_behind(lines: list[Line], place: int) -> bool:
    """Whether a line holds a number and the next one words."""
    number, name = _NUMBER_ALONE.fullmatch(lines[place][1]), lines[place + 1][1].lstrip()[:1]
    if number is None or not name.isalpha() or _change().fullmatch(lines[place + 1][1]):
        return False
    bound, tail = (number[group] or "" for group in ("bound", "tail"))
    bounded = not bound or f"{bound.lower()} " in words("cell_bound")
    return bounded and (not tail or tail in words("cell_tail"))


def labels_ahead(lines: list[Line]) -> set[int]:
    """The breaks behind a block's label and its amount, if these and changes are all it holds.

    "Xuất khẩu", "1.268,4 triệu USD", "▲ 6,2%", "78,3% kế hoạch".
    """
    said = [line for _, line in lines]
    first = 2 if len(said) > 2 and _BRACKETED.fullmatch(said[1]) else 1
    told = [bool(_change().fullmatch(line)) for line in said[first:]]
    if not _LABEL.fullmatch(said[0]) or not (told[0] or _AMOUNT.fullmatch(said[first])):
        return set()
    behind = said[first + 1 :]
    if any(_AMOUNT.fullmatch(line) or _LABEL.fullmatch(line) for line in behind):
        return set()
    changes = next((count for count, change in enumerate(told[1:]) if not change), len(told) - 1)
    return {end for end, _ in lines[: first + changes]}


def changes_behind(lines: list[Line]) -> set[int]:
    """The breaks between lines that tell an amount with its name and the changes behind them.

    "4.830 lao động được giải quyết việc làm", "Bằng 28,4% kế hoạch năm".
    """
    return {
        end
        for (end, line), (_, behind) in pairwise(lines)
        if _TOLD.fullmatch(line) and _change().fullmatch(behind)
    }
