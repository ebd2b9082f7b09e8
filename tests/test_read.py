"""Files become articles, whatever they hold."""

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.read import LARGEST, article_of, clean, find_articles, read
from etl.texts.blanks import plain_blanks, single_blanks, spaced_signs
from etl.texts.links import foreign_lines

TEXT = "Hội nghị tổng kết của Tỉnh ủy Lạng Sơn\n\nThu ngân sách đạt 5.835 tỷ đồng, tăng 7,5%.\n"


@pytest.fixture
def written(tmp_path: Path):
    def write(content: bytes, name: str = "a1.txt"):
        path = tmp_path / "nhat-bao" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        return read(path, path.parent.name)

    return write


def in_windows_1258(text: str) -> bytes:
    """As old Vietnamese software wrote it: circumflex and horn within the letter, tones apart."""
    found = bytearray()
    for character in text:
        try:
            found += character.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", character)
            tones = [part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323"]
            rest = "".join(part for part in parts if part not in tones)
            found += (unicodedata.normalize("NFC", rest) + "".join(tones)).encode("cp1258")
    return bytes(found)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (TEXT.encode(), None),
        (TEXT.encode("utf-8-sig"), None),
        (TEXT.encode("utf-16"), None),
        (TEXT.replace("\n", "\r\n").encode(), None),
        (unicodedata.normalize("NFD", TEXT).encode(), None),
        (in_windows_1258(TEXT), "read as windows-1258, not UTF-8"),
    ],
    ids=["utf-8", "with a mark", "utf-16", "crlf", "decomposed", "windows-1258"],
)
def test_the_same_text_is_read_from_every_encoding(written, content, problem) -> None:
    article = written(content)
    assert (article.text, article.problem) == (TEXT, problem)
    assert article.title == "Hội nghị tổng kết của Tỉnh ủy Lạng Sơn"
    assert (article.article, article.collection) == ("a1", "nhat-bao")


def test_broken_utf_8_is_read_and_said(written) -> None:
    content = TEXT.encode()
    article = written(content[:40] + b"\xff\xfe" + content[40:])
    assert "5.835 tỷ đồng" in article.text
    assert article.problem is not None and article.problem.startswith("broken UTF-8: ")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "empty file"),
        (b" \n\t\n", "empty file"),
        (b"\xef\xbb\xbf", "empty file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not text (binary)"),
        (b"PK\x03\x04\x14\x00\x06\x00", "not text (binary)"),
        (bytes(range(256)) * 20, "not text (binary)"),
        (b"\xff\xfe\x00", "not text (broken UTF-16)"),
        (b"caf\xe9 cr\xe8me br\x9dl\xe9e", "not text in UTF-8, UTF-16 or windows-1258"),
    ],
)
def test_what_cannot_be_read_is_kept_with_the_reason(written, content, problem) -> None:
    article = written(content)
    assert (article.text, article.problem) == ("", problem)
    assert article.article == "a1"
    assert len(article.sha256) == 64


def test_a_file_that_is_gone_or_too_large_is_said(tmp_path: Path, written) -> None:
    assert read(tmp_path / "none.txt", "c").problem == "cannot be opened: No such file or directory"
    assert written(b"a" * (LARGEST + 1)).problem == "larger than 5 MB: split it"


def test_an_article_without_number_date_or_province_has_no_problem(written) -> None:
    article = written("Chuyện một người nông dân chăm chỉ\n".encode())
    assert (article.problem, article.published, article.url) == (None, None, None)


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reading(content: bytes) -> None:
    article = article_of(content, Path("c/a1.txt"), "c")
    assert unicodedata.is_normalized("NFC", article.text)
    assert "\r" not in article.text
    assert bool(article.text) or article.problem is not None


@given(st.text(max_size=300))
def test_a_text_is_brought_to_nfc_once_and_stays(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    assert once == unicodedata.normalize("NFC", plain_blanks(lines))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thu  ngân sách năm nay đạt  8.500 tỷ đồng.", "Thu ngân sách năm nay đạt 8.500 tỷ đồng."),
        ("- Thu  ngân sách đạt 8.500 tỷ đồng", "- Thu ngân sách đạt 8.500 tỷ đồng"),
        ("  - Thu ngân sách", "  - Thu ngân sách"),
        ("Thu  ngân  sách  đạt  8.500  tỷ  đồng.", "Thu ngân sách đạt 8.500 tỷ đồng."),
        ("  ", "  "),
        ("\tThu ngân sách năm nay đạt 8.500 tỷ.\t", "Thu ngân sách năm nay đạt 8.500 tỷ."),
        *(
            (table, table)
            for table in (
                "Chỉ tiêu        Kế hoạch   Thực hiện\nThu ngân sách   8.500      9.100",
                "Thu ngân sách  8.500  9.100\nXuất khẩu  120  135",
                "Thu ngân sách      8.500",
                "\tKế hoạch năm 2023\tThực hiện cả năm 2023",
            )
        ),
    ],
)
def test_blanks_are_single_but_in_tables(text: str, expected: str) -> None:
    assert single_blanks(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nông ,lâm nghiệp , thủy sản .", "nông, lâm nghiệp, thủy sản."),
        ("tăng 3%.GRDP đạt 9 tỷ đồng.Thu", "tăng 3%. GRDP đạt 9 tỷ đồng. Thu"),
        ("( 14/7 ) và ( mở rộng)", "(14/7) và (mở rộng)"),
        ("năm 2024.Xuất khẩu tăng,nhập khẩu giảm", "năm 2024. Xuất khẩu tăng, nhập khẩu giảm"),
        *((text, text) for text in ("TP.Hồ Chí Minh", "(Baonghean.Vn)", "8.500,5", "nông sản ...")),
        *((text, text) for text in ("https://bao.vn/thu,chi.Htm", "a/b,c")),
        *((text, text) for text in (",abc", ".Thu")),
    ],
)
def test_signs_have_their_blanks_behind_them(text: str, expected: str) -> None:
    assert spaced_signs(text) == expected


@given(st.text(alphabet=" ,.(a)B/%5\n", max_size=40))
def test_putting_blanks_right_keeps_every_other_sign(text: str) -> None:
    assert spaced_signs(text).replace(" ", "") == text.replace(" ", "")


def test_blanks_and_signs_that_nobody_sees_do_not_part_phrases(written) -> None:
    article = written("Thu\u00a0ngân\u2009sách đạt\u200b 8.500\u202ftỷ đồng\n".encode())
    assert article.text == "Thu ngân sách đạt 8.500 tỷ đồng\n"


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Thu.\nTin liên quan\nHà Nam thu 9 tỷ", ["Tin liên quan", "Hà Nam thu 9 tỷ"]),
        ("Xem thêm: Hà Nam thu 9.000 tỷ\nThu ngân sách tăng.", ["Xem thêm: Hà Nam thu 9.000 tỷ"]),
        (">> Hà Nam thu 9.000 tỷ\nThu ngân sách tăng.", [">> Hà Nam thu 9.000 tỷ"]),
        ("Thu ngân sách tăng.\nTags: GRDP 2018", ["Tags: GRDP 2018"]),
        ("Thu tăng.\nTin khác\nThu ngân sách năm 2023 đạt 9.000 tỷ đồng.", ["Tin khác"]),
        ("Tin mới\nHà Nam thu 9.000 tỷ\nThu ngân sách Hà Nam năm 2023 đạt 9.000 tỷ đồng.", []),
        ("Liên quan đến thu ngân sách, tỉnh đạt 9.000 tỷ đồng.", []),
        ("Tin vui: thu ngân sách vượt dự toán", []),
        (
            "Báo Nghệ An. Giấy phép hoạt động báo chí số 15. Tổng biên tập: A",
            ["Báo Nghệ An. Giấy phép hoạt động báo chí số 15. Tổng biên tập: A"],
        ),
        ("Tỉnh cấp giấy phép hoạt động cho 12 doanh nghiệp, vốn FDI 500 triệu USD.", []),
        ("Theo dõi báo cáo cho thấy GRDP tăng 7%.", []),
        ("Đường dây nóng nhận 900 cuộc gọi, thu ngân sách 9.000 tỷ đồng.", []),
    ],
)
def test_links_tags_and_the_imprint_are_not_the_article_s_own(
    text: str, foreign: list[str]
) -> None:
    found = [text[start:end] for start, end in foreign_lines(text.lower())]
    assert found == foreign


@given(st.text(alphabet=st.sampled_from("<>/!-=\"'&;abp td\n"), max_size=120))
def test_no_markup_breaks_the_reading(source: str) -> None:
    article_of(f"<html>{source}".encode(), Path("c/a1.html"), "c")


# ---- headline, address, newspaper


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("https://bao.vn/a.html\n\nHà Giang gặt hái tốt\n\nTỉnh tăng 7%.", "Hà Giang gặt hái tốt"),
        ("Thứ 4, 02.12.2020 | 10:36:55\n482 lượt xem\nHội nghị lần hai", "Hội nghị lần hai"),
        ("mask\n\nTổng kết công tác năm 2020", "Tổng kết công tác năm 2020"),
        (
            "PublishingPortal - Block\n11/10/2021\nTăng cỡ chữ Giảm cỡ chữ\nHội nghị lần năm",
            "Hội nghị lần năm",
        ),
        ("Kinh tế | Đầu tư trong nước\n\nHội nghị lần hai", "Hội nghị lần hai"),
        ("Trang chủ đầu › Tin địa phương\n\nHội nghị lần hai", "Hội nghị lần hai"),
        ("Hà Giang 2021 | Tổng kết công tác năm", "Hà Giang 2021 | Tổng kết công tác năm"),
        ("Thuế & Đời sống >> Gặp gỡ\n\nHội nghị lần hai", "Hội nghị lần hai"),
        ("Tạp chí Kinh tế và Dự báo | Số tháng 12-2017\n\nHội nghị lần hai", "Hội nghị lần hai"),
        ("(Báo Dân tộc và Miền núi)\n\nHội nghị lần hai", "Hội nghị lần hai"),
        ("# Thu ngân sách tăng mạnh", "Thu ngân sách tăng mạnh"),
        ("Ngắn", None),
        (
            "KINH TẾ TÂY NGUYÊN - DUYÊN HẢI\n\nĐắk Lắk giữ nhịp sau ba tháng hợp nhất\n\nBài viết.",
            "Đắk Lắk giữ nhịp sau ba tháng hợp nhất",
        ),
        (
            "THU NGÂN SÁCH TĂNG MẠNH\n\nNguyễn Quỳnh Mai thực hiện\n\nBài viết.",
            "THU NGÂN SÁCH TĂNG MẠNH",
        ),
        (
            "THU NGÂN SÁCH TĂNG MẠNH\n\nThu ngân sách năm 2023 của tỉnh tăng 7% so với năm trước.",
            "THU NGÂN SÁCH TĂNG MẠNH",
        ),
    ],
)  # fmt: skip
def test_the_headline_is_the_first_line_of_the_article(written, text, title) -> None:
    assert written(text.encode()).title == title


def test_a_word_processors_bullet_becomes_one_that_opens_an_item(written) -> None:
    text = written("GRDP:\n  o Năm 2015: 9%\n\uf0b7 Năm 2020: 7%\nông A".encode()).text
    assert text == "GRDP:\n  • Năm 2015: 9%\n• Năm 2020: 7%\nông A"


@pytest.mark.parametrize(
    ("text", "url", "publisher"),
    [
        ("https://www.bao.vn/a?b=1\n\nMột hai ba bốn", "https://www.bao.vn/a?b=1", "bao.vn"),
        ("Một hai\n\nNguồn: http://bao.vn/a.html\n", "http://bao.vn/a.html", "bao.vn"),
        ("Xem thêm tại http://bao.vn/khac trong bài", None, "bao.vn"),
        ("(Baonghean.vn) - Sáng 2/3, tỉnh họp", None, "baonghean.vn"),
        ("Một hai ba\nTRÍ DŨNG/BAOLANGSON.VN", None, "baolangson.vn"),
        ("Thư về toasoan@baolangson.vn", None, None),
        ("http://[bad\nMột hai ba", "http://[bad", None),
        ("Một hai ba bốn", None, None),
    ],
)  # fmt: skip
def test_the_address_stands_alone_on_its_line(written, text, url, publisher) -> None:
    article = written(text.encode())
    assert (article.url, article.publisher) == (url, publisher)


# ---- web pages

PAGE = """<!DOCTYPE html><html><head><title>Báo - Thu ngân sách</title>
<meta property="og:title" content="Thu ngân sách vượt dự toán">
<link rel="canonical" href="https://baolangson.vn/thu.html">
<meta property="article:published_time" content="2021-07-14T08:00:00+07:00">
<style>p {color: red}</style><script>var a = "9.999 tỷ đồng";</script></head><body>
<nav><a>Trang nhất</a></nav><h1>Thu ngân sách vượt dự toán</h1>
<p>Thu ngân sách đạt <b>5.738,9</b>&nbsp;tỷ đồng,
bằng 98,35% dự toán.</p>
<table><tr><th>Chỉ tiêu</th><th>Kế hoạch</th></tr><tr><td>GRDP</td><td>7%</td></tr></table>
<aside><p>Tin khác: 1.234 tỷ đồng</p></aside><footer>Bản quyền 2024</footer></body></html>"""


@pytest.mark.parametrize("name", ["a1.html", "a1.htm", "a1.txt"])
def test_a_web_page_becomes_lines_of_text(written, name: str) -> None:
    article = written(PAGE.encode(), name)
    assert article.text.split("\n") == [
        "Thu ngân sách vượt dự toán",
        "",
        "Thu ngân sách đạt 5.738,9 tỷ đồng, bằng 98,35% dự toán.",
        "",
        "Chỉ tiêu | Kế hoạch",
        "GRDP | 7%",
    ]
    assert article.title == "Thu ngân sách vượt dự toán"
    assert article.url == "https://baolangson.vn/thu.html"
    assert article.published == date(2021, 7, 14)


def test_lines_that_are_links_alone_are_left_out_of_a_web_page(written) -> None:
    page = (
        "<html><body><ul><li><a>Kinh tế</a></li></ul><h1><a>Thu ngân sách vượt dự toán</a></h1>"
        "<p>Thu ngân sách <a>đạt</a> 5.738 tỷ đồng.</p>"
        "<div><ul><li><a>Hà Nam thu 9.000 tỷ đồng</a></li></ul></div></body></html>"
    )
    article = written(page.encode(), "a1.html")
    assert article.text == "Thu ngân sách vượt dự toán\n\nThu ngân sách đạt 5.738 tỷ đồng."


def test_the_day_of_a_paper_s_licence_is_not_the_article_s(written) -> None:
    text = "Thu ngân sách năm 2020 đạt 5.738 tỷ đồng.\n\nGiấy phép số 12/GP-BTTTT ngày 5/3/2016"
    assert written(text.encode()).published is None


# ---- which files are articles


def test_articles_are_found_in_all_sub_folders(tmp_path: Path) -> None:
    for name in ("a/x.txt", "a/b/y.HTML", "a/z.md", "a/README.md", "a/.hidden.txt", "a/p.pdf"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    found = [path.relative_to(tmp_path).as_posix() for path in find_articles([tmp_path])]
    assert found == ["a/b/y.HTML", "a/x.txt", "a/z.md"]
    assert find_articles([tmp_path / "a" / "x.txt"]) == [tmp_path / "a" / "x.txt"]
    assert find_articles([tmp_path / "none"]) == []
    assert len(find_articles([tmp_path, tmp_path / "a"])) == 3
