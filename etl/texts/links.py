"""Lines of a page that are not the article's own: links to other articles, tags, the imprint."""

import re
from functools import cache, lru_cache

from etl.recognising.lexicon import lowered, word_set, words

_LINE = re.compile(r"[^\n]+")
_LINK = 160
"""Characters of another article's headline, at most."""
_AROUND = " :+•»)-"
"""What may stand around a heading."""
_ENDS = (".", ",", ";", ":")
"""What no headline ends with."""


def foreign_lines(lower: str) -> list[tuple[int, int]]:
    """Where the lines of a lower-cased text that are not its own start and end.

    "Tin liên quan" and the headlines below it, "Xem thêm: ...", ">> ...", "Tags: ...", "© ...".
    """
    if not (_opening().search(lower) or any(word in lower for word in words("imprint"))):
        return []
    found = []
    among = begun = False
    for line in _LINE.finditer(lower):
        said = line[0].strip()
        if not said:
            continue
        short = len(said) <= _LINK and not said.endswith(_ENDS)
        begun = begun or not short  # above the first paragraph "Tin mới" is the article's rubric
        among = begun and (said.strip(_AROUND) in word_set("other_articles") or (among and short))
        if among or is_of_page(said) or (short and is_named_link(said)):
            found.append(line.span())
    return found


@cache
def _opening() -> re.Pattern[str]:
    """Finds what such a line opens with: a glance that spares most texts the rest."""
    opening = (*words("other_articles"), *words("link_signs"), *words("page_lines"))
    return re.compile(rf"^[{_AROUND}]*(?:{'|'.join(map(re.escape, opening))})", re.M)


def is_named_link(said: str) -> bool:
    """Whether a line says itself that it is a link: "Xem thêm: Đồng Nai giải ngân chậm"."""
    if said.startswith(words("link_signs")):
        return True
    name = next((each for each in words("other_articles") if said.startswith(each)), None)
    return name is not None and said[len(name) :].lstrip().startswith((":", *words("link_signs")))


def is_of_page(said: str) -> bool:
    """Whether it tells what the article is filed under, or whose page it is."""
    opens = len(said) <= _LINK and said.startswith(words("page_lines"))
    return opens or any(word in said for word in words("imprint"))


@lru_cache(maxsize=1)
def own_text(text: str) -> str:
    """The text with blanks for the lines that are not its own; as long as it was."""
    parts, at = [], 0
    for start, end in foreign_lines(lowered(text)):
        parts += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*parts, text[at:]])
