"""Texts whose lines were broken to a width."""

import textwrap
from pathlib import Path

import pytest

from etl.extract import extract
from etl.models import Article
from etl.places import place
from etl.placing.gazetteer import load_places
from etl.read import article_of, read
from etl.texts.dates import reference
from etl.texts.wrapping import unwrapped

ORIGINALS = sorted(Path("data/articles/original").glob("*.txt"))
PARAGRAPH = (
    "Tổng sản phẩm trên địa bàn tỉnh (GRDP) 6 tháng đầu năm 2017 ước tăng 6,41% so với cùng kỳ năm "
    "trước. Trong mức tăng chung, khu vực nông, lâm nghiệp và thủy sản tăng 4,52%; công nghiệp - "
    "xây dựng tăng 8,19%; dịch vụ tăng 6,83%. Kim ngạch xuất khẩu đạt 352,7 triệu USD, bằng 47,7% "
    "kế hoạch năm, tăng 6,1%; các mặt hàng chủ lực là gỗ (chiếm 34%), thủy sản và đá granite."
)


def facts(article: Article) -> list[tuple[str, str, str, float | None, float | None]]:
    """What the article tells, without where it stands."""
    found = extract(article, place(article, load_places()), reference(article)).observations
    return [(each.indicator, each.kind, each.period, each.low, each.high) for each in found]


def broken(text: str, width: int) -> str:
    """The text as a page of that width has it: each paragraph in lines of its own."""
    return "\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
    )


@pytest.mark.parametrize("width", [60, 66, 72, 80])
def test_a_paragraph_broken_to_a_width_is_one_line_again(width: int) -> None:
    assert unwrapped(broken(PARAGRAPH, width)) == PARAGRAPH


@pytest.mark.parametrize("path", ORIGINALS, ids=lambda path: path.stem)
def test_an_article_broken_to_a_width_is_read_as_the_whole_one(path: Path) -> None:
    whole = read(path, "original")
    wrapped = article_of(broken(whole.text, 66).encode(), path, "original")
    assert wrapped.text.split() == whole.text.split()
    assert facts(wrapped) == facts(whole)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            f"{PARAGRAPH}\n\nChỉ tiêu\nĐVT\nKế hoạch\nTăng GRDP\n%\n10,5\nxuất khẩu\n",
            id="a table of a cell a line",
        ),
        pytest.param(
            "- GRDP tăng từ 8% trở lên so với năm trước, cao nhất\n- Thu ngân sách 5.000 tỷ đồng\n"
            "- xuất khẩu đạt 352,7 triệu USD, tăng 6,1% so với cùng kỳ;\n- giải quyết việc làm\n",
            id="a list",
        ),
        pytest.param("\n".join([PARAGRAPH, "", PARAGRAPH]), id="whole paragraphs"),
        pytest.param("Trang chủ\nKinh tế\nvăn hóa\nxã hội\nđọc báo in\n", id="a menu"),
    ],
)
def test_lines_that_are_not_broken_to_a_width_stay(text: str) -> None:
    assert unwrapped(text) == text


def test_items_of_a_list_stay_lines_of_their_own_in_a_broken_text() -> None:
    items = ["1. Tăng trưởng kinh tế", "- Thu ngân sách 5.000 tỷ đồng"]
    text = "\n".join([broken(PARAGRAPH, 66), *items, broken(PARAGRAPH, 66)])
    assert unwrapped(text).split("\n") == [PARAGRAPH, *items, PARAGRAPH]
