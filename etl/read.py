"""Bring a file's bytes to one clean text, with its headline, address and newspaper."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from etl.models import Article
from etl.tables import DATA, read_table
from etl.texts.blanks import plain_blanks, single_blanks, spaced_signs
from etl.texts.dates import published
from etl.texts.markup import Page, is_markup, page_of
from etl.texts.wrapping import unwrapped

ENDINGS = frozenset({".txt", ".html", ".htm", ".md"})
LARGEST = 5_000_000
"""Bytes; a longer file is no single article."""

ADDRESS_LINE = re.compile(
    r"[ \t]*(?:(?:nguồn|link|url|source)[ \t]*:?[ \t]*)?(https?://[^\s<>\"]+)[ \t]*", re.I
)
TITLE = 120
"""Characters of a headline under a rubric, at most."""
AUTHORS = 5
"""Words of a line that may name only who wrote the article, at most."""
SITE_NAME = re.compile(r"(?<![\w@.-])((?:[a-z0-9-]+\.)+vn)(?![\w@-])")
DATE_IN_LINE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}")
MASTHEAD = re.compile(
    r"\([^()]*\)$|(?:báo|tạp chí|cổng|trang) .*(?:điện tử|online)\b"
    r"|(?:báo|tạp chí) [^:]{3,40} [|–-] số |số \d+[a-z]?,? (?:đường|phố)\b"
    r"|[^\W\d]+(?: (?:[^\W\d]+|[&-])){0,5} ?(?:>>?|»|›) ?[^>»›]{2,60}$"
    r"|(?:[^.:;!?]{2,30}?(?: [-–>|»] |  +)){4}|.* [>|»] .* [>|»] "
    r"|[^\W\d]+(?: [^\W\d]+){0,3}(?: [>|»›/•] [^\W\d]+(?: [^\W\d]+){0,3})+$",
    re.I,
)
"""The line of a page that only names it ("Báo Hà Nam điện tử - Cơ quan của ..."), its menu, or
where in it the article stands: "Doanh nghiệp | Diễn đàn"."""
TYPED_BULLET = re.compile(r"^([ \t]*)[o§Ø\uf0a7\uf0b7\uf0d8](?=[ \t]+\S)", re.M)
"""A letter or a sign of a private font that a word processor's bullet is copied as."""
CONTROL = bytes([*range(9), *range(14, 32)])
VIETNAMESE_LETTER = re.compile(r"[ăâđêôơư\u0300\u0301\u0303\u0309\u0323]", re.I)


def find_articles(folders: Iterable[Path]) -> list[Path]:
    """The article files beneath the folders, sorted; a file named itself is taken as it is.

    The folder that a file lies in is its collection: `read(path, path.parent.name)`.
    README.md files and hidden files are no articles.
    """
    found: dict[Path, None] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else [folder]:
            if is_article(path):
                found[path] = None
    return list(found)


def is_article(path: Path) -> bool:
    """Whether the file's name is that of an article."""
    return (
        path.suffix.lower() in ENDINGS
        and path.name.lower() != "readme.md"
        and not path.name.startswith(".")
        and path.is_file()
    )


def read(path: Path, collection: str) -> Article:
    """The article in the file. What is wrong with the file is said in `problem`; raises nothing."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        return unreadable(path, collection, b"", f"cannot be opened: {error.strerror}")
    if len(content) > LARGEST:
        return unreadable(
            path, collection, content, f"larger than {LARGEST // 1_000_000} MB: split it"
        )
    return article_of(content, path, collection)


def article_of(content: bytes, path: Path, collection: str) -> Article:
    """The article that a file's bytes hold."""
    text, problem = decode(content)
    page: Page | None = None
    if is_markup(path.suffix, text):
        page = page_of(text)
        text = page.text
    text = clean(text) if page else unwrapped(spaced_signs(single_blanks(clean(text))))
    if not text.strip():
        return unreadable(path, collection, content, problem or "empty file")
    url = (page.url if page else None) or address(text)
    return Article(
        article=path.stem,
        collection=collection,
        path=path.as_posix(),
        sha256=hashlib.sha256(content).hexdigest(),
        url=url,
        publisher=publisher(url, text),
        title=(clean(page.title).strip() or None if page and page.title else None)
        or headline(text),
        published=(page.published if page else None) or published(text, url),
        text=text,
        problem=problem,
    )


def unreadable(path: Path, collection: str, content: bytes, problem: str) -> Article:
    """An article of which nothing could be read."""
    return Article(
        article=path.stem,
        collection=collection,
        path=path.as_posix(),
        sha256=hashlib.sha256(content).hexdigest(),
        url=None,
        publisher=None,
        title=None,
        published=None,
        text="",
        problem=problem,
    )


def decode(content: bytes) -> tuple[str, str | None]:
    """The text of the bytes and what is wrong with them, None where nothing is.

    Tried in turn: UTF-8, UTF-16 by its mark, windows-1258 (tone marks stand apart there and
    are joined by `clean`), UTF-8 with broken places, each of which becomes U+FFFD.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode("utf-16"), None
        except UnicodeDecodeError:
            return "", "not text (broken UTF-16)"
    if is_binary(content):
        return "", "not text (binary)"
    try:
        return content.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        return decode_other(content)


def decode_other(content: bytes) -> tuple[str, str | None]:
    """As `decode`, of bytes that are no UTF-8."""
    mended = content.decode("utf-8-sig", errors="replace")
    broken = mended.count("\ufffd")
    letters = sum(character > "\x7f" for character in mended) - broken
    if letters > broken:
        return mended, f"broken UTF-8: {broken} unreadable places"
    try:
        text = content.decode("cp1258")
    except UnicodeDecodeError:
        text = ""
    if not VIETNAMESE_LETTER.search(text):
        return "", "not text in UTF-8, UTF-16 or windows-1258"
    return text, "read as windows-1258, not UTF-8"


def is_binary(content: bytes) -> bool:
    """Whether control characters say that this is no text: any NUL, or one in a hundred."""
    if b"\x00" in content:
        return True
    return (len(content) - len(content.translate(None, CONTROL))) * 100 > len(content)


def clean(text: str) -> str:
    """The text in NFC with single newlines and plain blanks.

    Of the rest only a word processor's bullets change.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = plain_blanks(text)
    text = TYPED_BULLET.sub(r"\1•", text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def address(text: str) -> str | None:
    """The article's address: the first line that is an address and nothing else."""
    at = text.find("http")
    while at >= 0:
        start = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        found = ADDRESS_LINE.fullmatch(text, start, end if end >= 0 else len(text))
        if found:
            return found[1]
        at = text.find("http", at + 4)
    return None


def publisher(url: str | None, text: str) -> str | None:
    """The domain of the address, else that by which the paper signs: "(Baonghean.vn) -"."""
    if url:
        try:
            name = urlsplit(url).hostname
        except ValueError:
            name = None
        if name:
            return name.removeprefix("www.")
    for part in (text[:800].lower(), text[-400:].lower()):
        found = SITE_NAME.search(part) if ".vn" in part else None
        if found:
            return found[1].removeprefix("www.")
    return None


def headline(text: str) -> str | None:
    """The first line that can be a headline: no address, no date line, no part of the page.

    A line in capitals above another one that can be is only its rubric: "KINH TẾ MIỀN TRUNG".
    """
    lines = (line.strip().lstrip("#").strip() for line in text[:3000].split("\n"))
    found = (
        line
        for line in lines
        if len(line) >= 15 and line.count(" ") >= 3 and not is_furniture(line)
    )
    first = next(found, None)
    second = next(found, "") if first and first.isupper() else ""
    return second if second and is_title(second) else first


def is_title(line: str) -> bool:
    """Whether a line is no paragraph, no name of its author and not in capitals."""
    short = len(line) <= TITLE and len(line.split()) > AUTHORS
    return short and not line.isupper() and line[-1].isalnum()


def is_furniture(line: str) -> bool:
    """Whether a line belongs to the page around the article."""
    if line.startswith(("http://", "https://")):
        return True
    if len(line) < 80 and DATE_IN_LINE.search(line):
        return True
    if len(line) < 160 and MASTHEAD.match(line):
        return True
    return len(line) < 160 and page_words().search(line.lower()) is not None


@cache
def page_words() -> re.Pattern[str]:
    """The words that only the page around an article has (data/page_words.csv)."""
    rows = read_table(DATA / "page_words.csv", ("phrase",))
    return re.compile("|".join(re.escape(row["phrase"]) for row in rows))
