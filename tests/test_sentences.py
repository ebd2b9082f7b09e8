"""Where sentences start and end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.texts.sentences import sentences


def parts(text: str) -> list[str]:
    return [text[start:end].strip() for start, end, _ in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thu đạt 5 tỷ. chi đạt 4 tỷ.", ["thu đạt 5 tỷ.", "chi đạt 4 tỷ."]),
        ("đạt 5.738,9 tỷ đồng. tăng 3%.", ["đạt 5.738,9 tỷ đồng.", "tăng 3%."]),
        ("chỉ số đạt 68,5. xếp thứ 4. năm sau", ["chỉ số đạt 68,5.", "xếp thứ 4.", "năm sau"]),
        ("tp. hồ chí minh và ths. nam dự.", ["tp. hồ chí minh và ths. nam dự."]),
        ("ông t.v. nam nói. xong", ["ông t.v. nam nói.", "xong"]),
        ("đạt “khá”. “rất tốt.” xong!", ["đạt “khá”.", "“rất tốt.”", "xong!"]),
        ("1. kinh tế tăng. 2 xã", ["1. kinh tế tăng.", "2 xã"]),
        ("1.2. kinh tế tăng", ["1.2. kinh tế tăng"]),
        ("tăng 8,5%.thu ngân sách", ["tăng 8,5%.", "thu ngân sách"]),
        ("xem baonghean.vn hôm nay", ["xem baonghean.vn hôm nay"]),
        ("một dòng\n\ndòng khác\n \n", ["một dòng", "dòng khác"]),
        ("xã a; xã b", ["xã a; xã b"]),
        ("", []),
    ],
)
def test_sentences_end_at_full_stops_and_lines(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_the_first_sentence_of_a_line_is_marked() -> None:
    text = "một. hai.\nba."
    assert [first for _, _, first in sentences(text)] == [True, False, True]


@given(st.text("ab1. \n%“”!tp", max_size=60))
def test_sentences_hold_all_of_a_text_in_its_order(text: str) -> None:
    found = sentences(text)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    assert "".join("".join(parts(text)).split()) == "".join(text.split())
