"""Asides: words that say nothing of a sentence's figures.

What joins it to the last one ("Bên cạnh đó, "), where or by whom it is said, and appositions,
clauses between commas that only say what the subject before them is.
"""

import re
from dataclasses import replace
from functools import cache
from itertools import takewhile

from etl.linking.items import Item
from etl.linking.marks import OPENERS
from etl.recognising.lexicon import count_unknown, word_set, words

_SIGNED = re.compile(r"\s*(?:[^\W\d]+ ){0,4}\([^()\d\n]{2,30}\) ?[-–—] ?")
"""A paper's sign: "(Chinhphu.vn) - ", perhaps behind the place it writes from."""
_LONGEST = 30
"""Characters within which a connective's comma stands."""
_SPEAKER = 120
"""... and the verb of who says it."""


def behind_connective(lower: str, start: int, end: int) -> int:
    """Where a sentence starts but for its paper's sign, and for what joins it to the last one.

    "Hà Nội (TTXVN) - | Tính đến ngày 31/8, ...", "Đáng chú ý, | GRDP ...".
    """
    sign = _SIGNED.match(lower, start, end)
    start = sign.end() if sign else start
    comma = lower.find(",", start, min(end, start + _LONGEST))
    joined = comma >= 0 and lower[start:comma].strip(OPENERS) in word_set("connective")
    return comma + 1 if joined else start


def behind_speaker(lower: str, start: int, end: int) -> int:
    """Where a sentence's own words start, behind who says them, or in what setting.

    "Ông Hùng, Giám đốc Sở Tài chính, cho biết: | Thu ngân sách ...", "Giữa lúc khó khăn, | ...".
    """
    said = _says().search(lower, start, min(end, start + _SPEAKER))
    comma = lower.find(",", start, min(end, start + _SPEAKER))
    in_setting = lower[start:end].lstrip(OPENERS).startswith(words("setting"))
    at = said.end() if said else comma + 1 if in_setting and comma >= 0 else start
    return start if any(map(str.isdigit, lower[start:at])) else at


@cache
def _says() -> re.Pattern[str]:
    """Finds the verb by which somebody says what follows it."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(words('saying'))})(?:[,:]| rằng,?)")


def without_asides(items: list[Item], start: int, lower: str) -> list[Item]:
    """The items from `start` on but for those of appositions, with the comma before them.

    "Xuất khẩu, lĩnh vực từng giảm sâu năm 2022, tăng 12%", "Nông nghiệp, trụ đỡ của nền kinh tế,
    tăng 3,2%".
    """
    kept: list[Item] = []
    resumes = 0
    for item in items:
        if item.index < resumes or item.start < start:
            continue
        closing = _closing(items, item, lower) if item.separator == "," else None
        if closing:
            resumes = closing.index
        else:
            kept.append(item)
    if len(kept) == len(items):
        return items
    return [replace(item, index=index) for index, item in enumerate(kept)]


def _closing(items: list[Item], comma: Item, lower: str) -> Item | None:
    """The comma that ends the apposition which `comma` opens, None where it opens none."""
    ahead = items[comma.index + 1 :]
    inside = list(takewhile(lambda item: not item.quantity and item.kind != "separator", ahead))
    behind = ahead[len(inside) : len(inside) + 2]
    if len(behind) < 2 or behind[0].separator != "," or behind[1].kind in ("subject", "other"):
        return None
    said = lower[comma.end : behind[0].start].lstrip()
    opens = said.startswith(tuple(f"{word} " for word in words("apposition")))
    if _follows_subject(items, comma) and (opens or _names_economy(inside, comma, lower)):
        return behind[0]
    return None


def _follows_subject(items: list[Item], comma: Item) -> bool:
    """Whether a subject stands right before the comma, perhaps with whose it is and of when."""
    at = comma
    for before in reversed(items[: comma.index]):
        if at.start - before.end > 1:
            return False
        if before.kind == "subject" or "economy" in before.cues:
            return True
        if before.place and before.place.level == "province" and at is comma:
            return True  # "Bắc Ninh, từng là thủ phủ điện tử, giảm 0,46%"
        if before.kind not in ("place", "period"):
            return False
        at = before
    return False


def _names_economy(inside: list[Item], comma: Item, lower: str) -> bool:
    """Whether it is called something of the economy: "đầu tàu của nền kinh tế"."""
    at, strange = comma.end, 0
    for item in inside:
        strange += count_unknown(lower[at : item.start].split())
        if item.subject == "grdp_size" or "economy" in item.cues:
            return strange > 0
        at = item.end
    return False
