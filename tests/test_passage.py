from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.filters import plain_markdown
from dashboard.passage import Mark, excerpt, marked, paragraphs, quotation

NASTY = 'Thu <script>alert(1)</script> $5$ **đậm** :red[đỏ] <b onclick="x">2,03%</b> & [a](b)'


class Reader(HTMLParser):
    """Collects the elements and the text of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.elements.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def test_markup_in_an_article_stays_text():
    start = NASTY.index("2,03%")
    html = marked(NASTY, [Mark(start, start + 5, "actual", '"><script>')])
    found = read(html)
    assert found.elements == ["mark"]
    assert found.text == NASTY


@given(
    st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"])),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 8))),
)
def test_marks_never_change_the_text(text, places):
    marks = [
        Mark(start, start + length, "other", "why")
        for start, length in places
        if start + length <= len(text)
    ]
    found = read(marked(text, marks))
    assert found.text == text.replace("\n", " ")
    assert set(found.elements) <= {"span"}


def test_the_first_of_two_marks_that_overlap_is_drawn():
    html = marked("2,03% và 8,5", [Mark(0, 5, "actual"), Mark(3, 6, "target")])
    assert read(html).elements == ["mark"]


def test_each_line_of_an_article_is_a_paragraph():
    assert read(paragraphs("Một.\n\nHai 2.\n", [Mark(10, 11, "other")])).elements == [
        "div",
        "p",
        "p",
        "span",
    ]


@pytest.mark.parametrize(
    ("text", "sentence", "number", "before", "inside", "after"),
    [
        ("Một. Hai 2,03%. Ba.", "Hai 2,03%.", "2,03%", "Một. ", "Hai 2,03%.", " Ba."),
        ("Một. Hai 2,03%. Ba.", "Hai 2,03%", "2,03%", "Một. ", "Hai 2,03%.", " Ba."),
        ("Hai 2,03%", "Hai 2,03%", "2,03%", "", "Hai 2,03%", ""),
        ("Một. Hai 2,03%. Ba.", "không có", "2,03%", "Một. ", "Hai 2,03%. ", "Ba."),
        ("Đầu.\n\nHai 9%.\n\nCuối.", "Hai 9%.", "9%", "Đầu.\n\n", "Hai 9%.", "\n\nCuối."),
        ("Tít\n\nHai 9%.\n\nẢnh", "Hai 9%.", "9%", "", "Hai 9%.", ""),
    ],
)
def test_a_sentence_stands_between_its_neighbours(text, sentence, number, before, inside, after):
    start = text.index(number)
    place = excerpt(text, sentence, start, start + len(number))
    assert text[place.before : place.start] == before
    assert text[place.start : place.end] == inside
    assert text[place.end : place.after] == after


def test_a_quotation_escapes_its_neighbours_too():
    text = "<i>Một</i>. Hai 9%. <i>Ba</i>."
    start = text.index("9%")
    html = quotation(
        text, excerpt(text, "Hai 9%.", start, start + 2), [Mark(start, start + 2, "actual")]
    )
    assert "i" not in read(html).elements


@pytest.mark.parametrize("text", ["**a**", ":red[b]", "$x$", "<b>", "[a](b)", "# a", "1. a", "`c`"])
def test_markdown_in_data_is_escaped(text):
    escaped = plain_markdown(text)
    assert "".join(c for c in escaped if c != "\\") == text
    assert all(
        escaped[place - 1] == "\\"
        for place, c in enumerate(escaped)
        if c in "*:$<[]()#`." and place
    )
