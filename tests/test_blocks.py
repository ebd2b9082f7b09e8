"""Blocks of lines that tell one figure: a number, its unit, its name and how it changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.layouts.blocks import JOINT, joined


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        pytest.param("22.186 tỷ đồng\ntổng thu", "22.186 tỷ đồng tổng thu", id="number, name"),
        pytest.param("8.563\ntỷ đồng\nTổng thu", "8.563 tỷ đồng Tổng thu", id="a unit's own line"),
        pytest.param(
            "22.186 tỷ đồng\ntổng thu\n▲ 13,7%", "22.186 tỷ đồng tổng thu ▲ 13,7%", id="a change"
        ),
        pytest.param(
            "4.865\ntỷ đồng\nGiải ngân\n47,9% kế hoạch",
            "4.865 tỷ đồng Giải ngân 47,9% kế hoạch",
            id="a share of the plan",
        ),
        pytest.param(
            "NGÂN SÁCH\n22.186 tỷ đồng\ntổng thu\n18.000 tỷ đồng\nThu nội địa",
            "NGÂN SÁCH\n22.186 tỷ đồng tổng thu\n18.000 tỷ đồng Thu nội địa",
            id="under a heading in capitals",
        ),
        pytest.param(
            "Xuất khẩu\n1.268 triệu USD\n▲ 6,2%\n78% kế hoạch",
            "Xuất khẩu 1.268 triệu USD ▲ 6,2% 78% kế hoạch",
            id="a label ahead",
        ),
        pytest.param(
            "Xuất khẩu\n1.268\ntriệu USD\n▲ 6,2%",
            "Xuất khẩu 1.268 triệu USD ▲ 6,2%",
            id="a label ahead, a unit's own line",
        ),
        pytest.param(
            "Từ 8,5% trở lên\nTốc độ tăng", "Từ 8,5% trở lên Tốc độ tăng", id="a bounded number"
        ),
        pytest.param(
            "92 triệu đồng/người\nGRDP bình quân\n(tăng 8% so với năm 2023)",
            "92 triệu đồng/người GRDP bình quân (tăng 8% so với năm 2023)",
            id="a change in brackets",
        ),
        pytest.param(
            "GRDP\n(giá so sánh)\n▲ 7%\nCùng kỳ: 6%",
            "GRDP (giá so sánh) ▲ 7%\nCùng kỳ: 6%",
            id="a note to the label",
        ),
        pytest.param(
            "XUẤT KHẨU\n27,8 triệu USD\nGiảm 4,2%\nHạt điều vẫn là hàng chính. Tôm cũng vậy.",
            "XUẤT KHẨU 27,8 triệu USD Giảm 4,2%\nHạt điều vẫn là hàng chính. Tôm cũng vậy.",
            id="a change is no name",
        ),
        pytest.param(
            "VIỆC LÀM\n4.830 lao động có việc làm\nBằng 28,4% kế hoạch năm",
            "VIỆC LÀM\n4.830 lao động có việc làm Bằng 28,4% kế hoạch năm",
            id="a change behind a number with its name",
        ),
    ],
)
def test_what_one_figure_says_is_joined(block: str, expected: str) -> None:
    found = joined(f"Hôm nay\n\n{block}\n\nXong.").replace(JOINT, " ")
    assert found == f"Hôm nay\n\n{expected}\n\nXong."


@pytest.mark.parametrize(
    "block",
    [
        pytest.param("ngân sách\n22.186 tỷ đồng\ntổng thu", id="the names may stand ahead"),
        pytest.param("Xuất khẩu\n12 tỷ\nNhập khẩu\n9 tỷ", id="several labels"),
        pytest.param("Xuất khẩu\n1.268\n1.300", id="numbers without a unit"),
        pytest.param("Tháng 12 năm 2023\nKinh tế tỉnh", id="a period is no number"),
        pytest.param("11\ntổng thu", id="the number of a section"),
        pytest.param("Thu ngân sách\ntỷ đồng\n3.680\n3.330", id="a row of a table"),
        pytest.param("TĂNG TRƯỞNG\n4,1% - Nông nghiệp\n7,9% - Dịch vụ", id="a name each line"),
        pytest.param("Thu đạt 9 tỷ đồng.\nTăng 13,5% so với năm trước.", id="sentences"),
    ],
)
def test_other_lines_stay_apart(block: str) -> None:
    assert joined(block) == block


@given(st.text("ab1%. \n▲", max_size=60))
def test_only_line_breaks_become_joints(text: str) -> None:
    assert joined(text).replace(JOINT, "\n") == text
