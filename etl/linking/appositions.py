"""Appositions: clauses between commas that only say what the subject before them is."""

from dataclasses import replace
from itertools import takewhile

from etl.linking.items import Item
from etl.recognising.lexicon import count_unknown, words


def without_appositions(items: list[Item], lower: str) -> list[Item]:
    """The items but those of appositions, with the comma before them.

    "Xuất khẩu, lĩnh vực từng giảm sâu năm 2022, tăng 12%", "Nông nghiệp, trụ đỡ của nền kinh tế,
    tăng 3,2%".
    """
    kept: list[Item] = []
    resumes = 0
    for item in items:
        if item.index < resumes:
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
