"""Bring a saved web page to plain text: a line for each paragraph, heading and table row.

Blank lines stand around paragraphs and headings. A line that is all a link leads elsewhere, as do
the menus and the lists of other articles, and is left out.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser

DROPPED = re.compile(
    "script|style|noscript|template|nav|aside|footer|form|button|select|svg|iframe"
)
LINES = re.compile(
    "address|article|blockquote|br|caption|dd|div|dl|dt|figcaption|figure|h[1-6]|header|hr|li"
    "|main|ol|p|pre|section|table|tbody|thead|tr|ul"
)
PARAGRAPHS = re.compile("article|blockquote|figure|h[1-6]|ol|p|section|table|ul")
CELLS = frozenset({"td", "th"})
LINK, LINK_END, BREAK = "\x02", "\x03", "\f"
"""Marks in the text while it is collected: around a link, and between paragraphs."""
LINKED = re.compile(f"{LINK}[^{LINK_END}]*{LINK_END}?")
SPACES = re.compile(r"[ \t\r\f\v\u00a0]+")
ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
PUBLISHED = frozenset({"article:published_time", "datepublished", "pubdate", "dc.date.issued"})
START = re.compile(r"\s*(?:<!doctype html|<html|<\?xml[^>]*\?>\s*<(?:!doctype )?html)", re.I)


@dataclass(frozen=True, slots=True)
class Page:
    """A web page's text and what its head says of it."""

    text: str
    title: str | None
    url: str | None
    published: date | None


def is_markup(suffix: str, text: str) -> bool:
    """Whether a file holds HTML, by its name's ending or its first tag."""
    return suffix.lower() in (".html", ".htm") or START.match(text) is not None


def page_of(source: str) -> Page:
    """The page that HTML source draws; broken HTML gives what can be had."""
    reader = Reader()
    reader.feed(source)
    reader.close()
    collected = "".join(reader.parts)
    text = text_of(collected) or text_of(collected.replace(LINK, ""))
    title = reader.head.get("og:title") or reader.heading() or reader.head.get("title")
    if title and title not in text:
        text = f"{title}\n{text}"
    return Page(text, title, reader.head.get("url"), reader.published())


def text_of(collected: str) -> str:
    """The paragraphs that were collected, with blank lines between."""
    blocks = (
        "\n".join(filter(None, map(line_of, block.split("\n")))) for block in collected.split(BREAK)
    )
    return "\n\n".join(filter(None, blocks))


def line_of(collected: str) -> str:
    """A line as a reader sees it, '' where it is empty or all of it a link."""
    own = LINKED.sub("", collected)
    if own != collected and not any(map(str.isalnum, own)):
        return ""
    return SPACES.sub(" ", collected.replace(LINK, "").replace(LINK_END, "")).strip(" |")


@dataclass
class Reader(HTMLParser):
    """Collects the text that a reader of the page sees."""

    parts: list[str] = field(default_factory=list)
    head: dict[str, str] = field(default_factory=dict)
    dropped: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    inside: str = ""
    cells: int = 0
    """How many cells of tables are open."""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a tag: a new line, a cell, or a part to be dropped."""
        if DROPPED.fullmatch(tag):
            self.dropped.append(tag)
        elif tag in ("meta", "link"):
            self.note({name: value or "" for name, value in attrs})
        elif tag in ("title", "h1"):
            self.inside = tag
        if tag == "a" and not self.inside and not self.cells:
            self.parts.append(LINK)
        self.break_line(tag)
        if tag in CELLS:
            self.cells += 1
            self.parts.append(" | ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open and close a tag."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close a tag, and what was left open within it."""
        if tag in self.dropped:
            del self.dropped[self.dropped.index(tag) :]
        if tag == self.inside:
            self.inside = ""
        if tag == "a":
            self.parts.append(LINK_END)
        if tag in CELLS:
            self.cells = max(0, self.cells - 1)
        self.break_line(tag)

    def break_line(self, tag: str) -> None:
        """Start another line, or another paragraph, where the tag does."""
        if PARAGRAPHS.fullmatch(tag) and not self.cells:
            self.parts.append(BREAK)
        elif LINES.fullmatch(tag):
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Take up text that stands outside the dropped parts."""
        if self.inside == "title":
            self.head["title"] = SPACES.sub(" ", self.head.get("title", "") + data).strip()
            return
        if self.dropped:
            return
        if self.inside == "h1":
            self.titles.append(data)
        self.parts.append(data.replace("\n", " "))

    def note(self, said: dict[str, str]) -> None:
        """Keep what a <meta> or <link> says of the article."""
        name = (said.get("property") or said.get("name") or said.get("itemprop") or "").lower()
        if name == "og:title" and said.get("content"):
            self.head[name] = SPACES.sub(" ", said["content"].replace("\n", " ")).strip()
        elif name in PUBLISHED:
            self.head.setdefault("published", said.get("content", ""))
        elif name == "og:url" or said.get("rel", "").lower() == "canonical":
            address = said.get("content") or said.get("href") or ""
            if address.startswith("http"):
                self.head["url"] = address

    def heading(self) -> str | None:
        """The page's first-level headings."""
        return SPACES.sub(" ", "".join(self.titles).replace("\n", " ")).strip() or None

    def published(self) -> date | None:
        """The day that the head gives as the article's own."""
        found = ISO_DATE.match(self.head.get("published", ""))
        try:
            return date(int(found[1]), int(found[2]), int(found[3])) if found else None
        except ValueError:
            return None
