"""A text with its numbers marked, as HTML in which every character of the text is escaped."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

ACTUAL = (
    "background:rgba(0,114,178,.16);border-bottom:2px solid #0072B2;border-radius:2px;"
    "padding:.05em .15em;color:inherit"
)
TARGET = (
    "background:none;box-shadow:inset 0 0 0 1.5px #8a6d00;border-radius:3px;"
    "padding:.05em .2em;color:inherit"
)
OTHER = "border-bottom:1.5px dotted rgba(128,128,128,.75)"
CHOSEN = "outline:2px solid #D55E00;outline-offset:2px"
RUBY = ' style="ruby-align:center;white-space:nowrap"'
STYLES = {"actual": ACTUAL, "target": TARGET, "other": OTHER}

ENDINGS = (".", "!", "?", "…", ";", ":", "”", '"', ")")
_SENTENCE_END = re.compile(r"[.!?…;]+[”\"’)]*\s+(?=[^a-zà-ỹ])|\n+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a text: characters start to end, how it is drawn, and what is said of it."""

    start: int
    end: int
    style: str
    """'actual', 'target' or 'other'."""
    title: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence's place in a text and that of the sentences beside it."""

    before: int
    start: int
    end: int
    after: int


def marked(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> str:
    """Characters start to end of a text, escaped, with the marks in it.

    Of marks that overlap the first is drawn. Line breaks become paragraphs' breaks.
    """
    stop = len(text) if end is None else end
    pieces: list[str] = []
    position = start
    for mark in sorted(marks, key=lambda mark: (mark.start, not mark.chosen, -mark.end)):
        if mark.start < position or mark.end > stop:
            continue
        pieces.append(_plain(text[position : mark.start]))
        pieces.append(_element(mark, text[mark.start : mark.end]))
        position = mark.end
    pieces.append(_plain(text[position:stop]))
    return "".join(pieces)


def paragraphs(text: str, marks: Sequence[Mark]) -> str:
    """A whole text as paragraphs in a comfortable measure, with its marks."""
    lines: list[str] = []
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        inside = [mark for mark in marks if line.start() <= mark.start and mark.end <= line.end()]
        body = marked(text, inside, line.start(), line.end())
        lines.append(f'<p style="margin:0 0 .85em">{body}</p>')
    return (
        '<div style="max-width:70ch;line-height:1.7;font-size:1.02rem;'
        f'overflow-wrap:anywhere">{"".join(lines)}</div>'
    )


def quotation(text: str, excerpt: Excerpt, marks: Sequence[Mark]) -> str:
    """A sentence with its marks, and more faintly a sentence on either side."""
    before = _plain(text[excerpt.before : excerpt.start]).strip()
    after = _plain(text[excerpt.end : excerpt.after]).strip()
    sentence = marked(text, marks, excerpt.start, excerpt.end)
    faint = '<span style="opacity:.72">{}</span>'
    parts = [
        faint.format(before) if before else "",
        f"<span>{sentence}</span>",
        faint.format(after) if after else "",
    ]
    body = " ".join(part for part in parts if part)
    return (
        '<blockquote style="margin:.1rem 0 .3rem;padding:.1rem 0 .1rem .9rem;'
        "border-left:3px solid rgba(128,128,128,.35);line-height:1.6;overflow-wrap:anywhere"
        f'">{body}</blockquote>'
    )


def labelled(text: str, marks: Sequence[Mark], start: int, end: int) -> str:
    """Characters start to end of a text with its marks, above each what is said of it."""
    pieces: list[str] = []
    position = start
    for mark in sorted(marks, key=lambda mark: mark.start):
        if mark.start < position or mark.end > end:
            continue
        pieces.append(_plain(text[position : mark.start]))
        label = f'<rt style="font-size:.72em">{_plain(mark.title)}</rt>'
        pieces.append(f"<ruby{RUBY}>{_element(mark, text[mark.start : mark.end])}{label}</ruby>")
        position = mark.end
    pieces.append(_plain(text[position:end]))
    return (
        '<p style="margin:.4rem 0 .8rem;line-height:2.5;font-size:1.05rem;max-width:100ch;'
        f'overflow-wrap:anywhere">{"".join(pieces)}</p>'
    )


def excerpt(text: str, sentence: str, start: int, end: int) -> Excerpt:
    """Where the sentence around characters start to end lies, with its neighbours.

    A neighbour that does not end as a sentence does, such as a heading, is left out. Where the
    sentence as given is not found around the number, the one between two sentence ends serves.
    """
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    begin = text.rfind(sentence, 0, start + len(sentence)) if sentence else -1
    if begin < 0 or not begin <= start < begin + len(sentence):
        begin = max((place for place in ends if place <= start), default=0)
        close = min((place for place in ends if place >= end), default=len(text))
    else:
        close = begin + len(sentence)
    while close < len(text) and text[close] in '.!?…;:)”"':
        close += 1
    earlier = text[:begin].rstrip()
    before = max((place for place in ends if place <= len(earlier) - 1), default=0)
    later = close + len(text[close:]) - len(text[close:].lstrip())
    after = min((place for place in ends if place > later), default=len(text))
    if not earlier.endswith(ENDINGS):
        before = begin
    if not text[:after].rstrip().endswith(ENDINGS):
        after = close
    return Excerpt(before, begin, close, after)


def _plain(text: str) -> str:
    return escape(text, quote=True).replace("\n", " ")


def _element(mark: Mark, text: str) -> str:
    style = STYLES[mark.style] + (f";{CHOSEN}" if mark.chosen else "")
    tag = "span" if mark.style == "other" else "mark"
    title = f' title="{escape(mark.title, quote=True)}"' if mark.title else ""
    return f'<{tag} style="{style}"{title}>{_plain(text)}</{tag}>'
