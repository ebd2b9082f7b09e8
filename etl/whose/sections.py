"""The sections of an article: of whom a paragraph speaks before it names a province itself."""

from etl.linking.frames import Context
from etl.linking.marks import OPENERS, items_follow
from etl.models import PlaceMention
from etl.recognising.periods import Period

_HEADS = (":", "-", "–")
"""What follows the province in a heading."""
_NUMBER = "0123456789.|)/#"
"""What numbers a heading: "4. Hải Phòng", "4 | HẢI PHÒNG"."""
_TITLE = 9
"""Words behind the province in a heading, at most: 'Đồng Nai "kén khách"'."""
_NEXT = 400
"""Characters behind a heading in which its section names what it is about."""
_PARAGRAPH = 80
"""Characters of a paragraph behind a heading, at least."""
_WORDS = range(3, 15)
"""Words of a heading."""
_SUBHEAD = 40
"""Characters of a line that parts a list, at most."""


def open_paragraph(
    lower: str, start: int, end: int, near: list[PlaceMention], context: Context
) -> None:
    """Let the paragraph whose first sentence this is speak of its section's province."""
    headed = headed_here(lower, start, end, near, context)
    if headed:
        if headed != context.section:
            open_section(context)
        context.headed |= {headed}
        context.section = headed
    elif is_heading(lower, start, end):
        context.section = context.speaking_of = None
    elif turns_from_plans(lower, start, near, context):
        open_section(context)
    context.last_named = None
    if context.section:
        context.speaking_of = context.section if context.section != context.province else None
    elif context.speaking_of not in context.headed:
        context.speaking_of = None


def turns_from_plans(lower: str, start: int, near: list[PlaceMention], context: Context) -> bool:
    """Whether a paragraph opens with a province, behind what another one plans for years to come.

    "... Năm 2019, Quảng Nam đề ra chỉ tiêu 7,2 triệu lượt.", "Thừa Thiên Huế: 4,3 triệu lượt". The
    one's sentence names the year; in a list of plans of several provinces a heading does.
    """
    first = near[0] if near and is_province(near[0]) else None
    if first is None or lower[start : first.start].strip(OPENERS) or not context.drafts:
        return False
    last = context.drafts[-1]
    year = str(context.period.last)
    named = last.period == context.period and year in lower[last.sentence[0] : last.sentence[1]]
    return named and last.province != first.province


def open_section(context: Context) -> None:
    """What the last province plans for years to come is not what the next one's section tells."""
    if context.period.last > context.year:
        context.period = context.reported or Period(context.year, context.year)
        context.horizon, context.kind = None, None


def headed_here(
    lower: str, start: int, end: int, near: list[PlaceMention], context: Context
) -> str | None:
    """The province that a line heads a section of the article with: "Kon Tum: Nhỏ mà nhanh".

    In an article of one province the lines behind must name the other one, or several provinces
    must have their sections: a link to another article looks like a heading too. A number before
    it leaves no doubt: "6. Đồng Nai".
    """
    first = near[0] if near else None
    if first is None or not first.province or not may_head(lower, start, end, first):
        return None
    named = lower[first.start : first.end] in lower[end : end + _NEXT]
    numbered = lower[start : first.start].strip(OPENERS)[:1].isdigit()
    sectioned = context.province is None or first.province in context.sectioned
    closes = lower[first.end : end].strip()[:1] in ("", *_HEADS)
    return first.province if named or (closes and (numbered or sectioned)) else None


def may_head(lower: str, start: int, end: int, first: PlaceMention) -> bool:
    """Whether a line that opens with a place is a title, and no sentence."""
    rest = lower[first.end : end].strip()
    figures = any(map(str.isdigit, rest))
    apart = lower.endswith("\n\n", 0, start) and lower[end : end + 2] in ("", "\n", "\n\n")
    if figures and not apart:
        return False  # "10. Hải Dương: 201,7 triệu USD" in a list
    titled = len(rest.split()) <= _TITLE and not figures and rest[-1:] != ":"
    opens = not lower[start : first.start].strip(OPENERS + _NUMBER)
    whole = lower[end : end + 1] in ("", "\n") and lower[end - 1] != "."
    return is_province(first) and opens and whole and (titled or rest[:1] in ("", *_HEADS))


def sections_of(lower: str, places: list[PlaceMention]) -> frozenset[str]:
    """The provinces that head sections of the text, each with a paragraph behind; none if one."""
    found = set()
    for place in places:
        start = lower.rfind("\n", 0, place.start) + 1
        end = lower.find("\n", place.end)
        parted = end >= 0 and lower[place.end : end].lstrip()[:1] in _HEADS
        if parted and place.province and may_head(lower, start, end, place):
            behind = lower[end:].lstrip("\n").split("\n", 1)[0].rstrip()
            if behind.endswith(".") and len(behind) >= _PARAGRAPH:
                found.add(place.province)
    return frozenset(found) if len(found) > 1 else frozenset()


def is_heading(lower: str, start: int, end: int) -> bool:
    """Whether a line of its own, with no figure, heads a section that is of no province."""
    said = lower[start:end]
    apart = lower.endswith("\n\n", 0, start) and lower[end : end + 1] in ("", "\n")
    whole = said[-1:].isalnum() or said[-1:] in "?!"
    return apart and whole and len(said.split()) in _WORDS and not any(map(str.isdigit, said))


def heads_items(lower: str, start: int, end: int) -> bool:
    """Whether a line only parts the items of a list: "Về xã hội", with items behind it."""
    line = lower[start:end].strip()
    return items_follow(lower, end) and len(line) <= _SUBHEAD and line[-1:].isalpha()


def is_province(place: PlaceMention) -> bool:
    """Whether the place can turn the paragraph to another province."""
    return place.level == "province"
