"""Tables told as lines: which figures they give, and which of their numbers stay only numbers."""

from datetime import date

import pytest

from etl.extract import extract
from etl.models import Article, Extraction, Placement
from etl.texts.dates import Reference
from etl.texts.markup import page_of

TODAY = Reference(date(2022, 12, 20), 2022)
HEAD = "TT\tChỉ tiêu\tĐVT\tThực hiện năm 2022\tKế hoạch năm 2023\n"


def read(text: str) -> Extraction:
    article = Article("a1", "c", "c/a1.txt", "", None, None, None, TODAY.published, text)
    return extract(article, Placement("lang-son", "text"), TODAY)


def told(text: str) -> list[tuple[str, str, str, float | None, str]]:
    return [
        (each.indicator, each.kind.value, each.period, each.low, each.unit)
        for each in read(text).observations
    ]


BOTH = [
    ("budget_revenue", "actual", "2022", 3680, "billion_vnd"),
    ("budget_revenue", "target", "2023", 3330, "billion_vnd"),
]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param(HEAD + "4\tThu ngân sách\ttỷ đồng\t3.680\t3.330", BOTH, id="tabs"),
        pytest.param(
            HEAD.replace("\t", " | ") + "| 4 | Thu ngân sách | tỷ đồng | 3.680 | 3.330 |",
            BOTH,
            id="bars",
        ),
        pytest.param(
            HEAD.replace("\t", ";") + '4;"Thu ngân sách";tỷ đồng;3.680;3.330',
            BOTH,
            id="semicolons, as files have them",
        ),
        pytest.param(HEAD + "- Thu ngân sách\ttỷ đồng\t3.680\t3.330", BOTH, id="no row number"),
        pytest.param(
            "Chỉ tiêu\tKế hoạch năm 2022\tThực hiện năm 2022\t% KH\nGRDP (%)\t8,0\t7,1",
            [
                ("grdp_growth", "target", "2022", 8, "percent"),
                ("grdp_growth", "actual", "2022", 7.1, "percent"),
            ],
            id="empty cells cut off at the row's end",
        ),
        pytest.param(
            "TT\tChỉ tiêu\tĐVT\tThực hiện năm 2022\tKế hoạch năm 2023\n"
            "Thu ngân sách\ttỷ đồng\t3.680\t3.330",
            BOTH,
            id="the row's number is left out",
        ),
        pytest.param(
            "Chỉ tiêu\tThực hiện năm 2022\tSo với năm 2021 (%)\n"
            "Thu ngân sách\t3.680 tỷ đồng\t104,5\n",
            BOTH[:1],
            id="a comparison's column gives nothing",
        ),
        pytest.param(
            "Chỉ tiêu\tƯớc tháng 9/2019 (triệu USD)\tƯớc 9 tháng 2019 (triệu USD)\n"
            "Tổng kim ngạch xuất khẩu\t142,5\t1.215,6\n",
            [
                ("export_turnover", "actual", "2019-M09", 142.5, "million_usd"),
                ("export_turnover", "actual", "2019-9M", 1215.6, "million_usd"),
            ],
            id="columns that name the unit",
        ),
        pytest.param(
            "Chỉ tiêu\tĐVT\tKH 2022\tƯớc TH 2022\tKH 2023\n"
            "Số xã đạt chuẩn nông thôn mới\tXã\t40\t41\t46\n",
            [
                ("new_rural_communes", "target", "2022", 40, "communes"),
                ("new_rural_communes", "actual", "2022", 41, "communes"),
                ("new_rural_communes", "target", "2023", 46, "communes"),
            ],
            id="a plan beyond all there are, told in the same row, is of all",
        ),
        pytest.param(
            "Khu vực\tGiá hiện hành (tỷ đồng)\tTốc độ tăng (%)\n"
            "Tổng số (GRDP)\t54.210\t10,12\nDịch vụ\t16.816\t7,61\n- Xây dựng\tx\t16,30\n",
            [
                ("grdp_size", "actual", "2022", 54210, "billion_vnd"),
                ("grdp_growth", "actual", "2022", 10.12, "percent"),
                ("grdp_growth_services", "actual", "2022", 7.61, "percent"),
                ("grdp_growth_construction", "actual", "2022", 16.3, "percent"),
            ],
            id="sums beside growths; an x for no figure",
        ),
        pytest.param(
            HEAD + "I\tKinh tế\n1\tGRDP\t%\t7,59\t7,31\n",
            [
                ("grdp_growth", "actual", "2022", 7.59, "percent"),
                ("grdp_growth", "target", "2023", 7.31, "percent"),
            ],
            id="a heading between the rows",
        ),
        pytest.param(HEAD + "4\tThu ngân sách\ttỷ đồng\t-\t3.330", BOTH[1:], id="an empty cell"),
        pytest.param(
            "GRDP 6 tháng đầu năm 2022 tăng; chia theo khu vực:\n\n"
            "Khu vực\tTốc độ tăng (%)\tĐóng góp vào mức tăng (điểm %)\tCơ cấu (%)\n"
            "Nông, lâm nghiệp và thủy sản\t4,52\t1,21\t24,86\nTổng số\t6,07\t6,07\t100,0\n",
            [
                ("grdp_growth_agriculture", "actual", "2022-H1", 4.52, "percent"),
                ("share_agriculture", "actual", "2022-H1", 24.86, "percent"),
            ],
            id="columns of growths and shares, and of contributions",
        ),
        pytest.param(
            "Tiến độ các chỉ tiêu trong năm 2023 theo bảng sau:\n\n"
            "Chỉ tiêu\tĐVT\t6 tháng\tCả năm\nTăng trưởng GRDP\t%\t6,5\t7,0\n",
            [
                ("grdp_growth", "target", "2023-H1", 6.5, "percent"),
                ("grdp_growth", "target", "2023", 7.0, "percent"),
            ],
            id="parts of the year that the title names",
        ),
        pytest.param(
            HEAD + "I. KINH TẾ\n4\tCơ cấu GRDP\t%\t\t\n\t- Nông nghiệp\t%\t21,5\t20,0\n",
            [
                ("share_agriculture", "actual", "2022", 21.5, "percent"),
                ("share_agriculture", "target", "2023", 20.0, "percent"),
            ],
            id="parts of a row without figures, behind a section's name",
        ),
        pytest.param(
            "Chỉ tiêu\tThực hiện năm 2022\tKế hoạch năm 2023\nGRDP (tăng, %)\t7,59\t8,0\n",
            [
                ("grdp_growth", "actual", "2022", 7.59, "percent"),
                ("grdp_growth", "target", "2023", 8, "percent"),
            ],
            id="more than the unit behind the name",
        ),
        pytest.param(
            HEAD + "1\tGRDP\t%\t-1,84\t- 3 xã\n",
            [("grdp_growth", "actual", "2022", -1.84, "percent")],
            id="a fall, and a dash that is no sign",
        ),
        pytest.param(
            "Chỉ tiêu|ĐVT|Thực hiện năm 2022|So năm 2021 (%)\n"
            "Chỉ số sản xuất công nghiệp|%|-|111,8\nThu ngân sách|tỷ đồng|-|-\n"
            "Xuất khẩu|%|-|12,5\n",
            [("iip_growth", "actual", "2022", 11.8, "percent")],
            id="an index alone",
        ),
        pytest.param(HEAD + "4\tĐiện thương phẩm\ttỷ đồng\t3\t4", [], id="no indicator's row"),
        pytest.param(
            HEAD + "1\tGRDP\t%\t7,59\t≥ 8\n",
            [
                ("grdp_growth", "actual", "2022", 7.59, "percent"),
                ("grdp_growth", "target", "2023", 8, "percent"),
            ],
            id="a bound in a cell",
        ),
        pytest.param(
            HEAD + "1\tGRDP\t%\ttrên 7,5\t8 trở lên\n",
            [
                ("grdp_growth", "actual", "2022", 7.5, "percent"),
                ("grdp_growth", "target", "2023", 8, "percent"),
            ],
            id="a bound in words",
        ),
        pytest.param(
            "Chỉ tiêu\tThực hiện năm 2022\tKế hoạch năm 2023\n"
            "Thu ngân sách (tỷ đồng)\t3.680\t3.330\n",
            BOTH,
            id="the unit behind the name",
        ),
        pytest.param(
            "Chỉ tiêu\tĐVT\tNghị quyết\tƯớc thực hiện\n"
            "Tăng trưởng GRDP bình quân 2016 - 2020\t%/năm\t9 - 9,5\t9,11\n"
            "GRDP bình quân đầu người năm 2020\tTriệu đồng\t75\t82,3\n",
            [
                ("grdp_growth", "target", "2016..2020", 9, "percent"),
                ("grdp_growth", "actual", "2016..2020", 9.11, "percent"),
                ("grdp_per_capita", "target", "2020", 75, "million_vnd_per_person"),
                ("grdp_per_capita", "actual", "2020", 82.3, "million_vnd_per_person"),
            ],
            id="rows that tell their period, columns that tell none",
        ),
        pytest.param(
            "Thu ngân sách năm 2022\nĐơn vị tính: tỷ đồng\n"
            "Chỉ tiêu | HĐND tỉnh giao | Thực hiện\nThu nội địa | 3.330 | 3.680\n",
            [
                ("budget_revenue_domestic", "target", "2022", 3330, "billion_vnd"),
                ("budget_revenue_domestic", "actual", "2022", 3680, "billion_vnd"),
            ],
            id="one unit for all, a plan named by who gave it",
        ),
        pytest.param("Báo Lạng Sơn | Kinh tế | 20/12/2022\n", [], id="a line with bars"),
        pytest.param(
            "Mục\tCột một\tCột hai\nThu ngân sách\t3.680\t3.330\n", [], id="columns of nothing"
        ),
    ],
)
def test_a_table_gives_the_figures_of_its_columns(text: str, figures: list[object]) -> None:
    assert told(text) == figures


HEAD_OF_LINES = HEAD.replace("\t", "\n")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param(
            HEAD_OF_LINES + "1\nThu ngân sách\ntỷ đồng\n3.680\n3.330\n", BOTH, id="row numbers"
        ),
        pytest.param(
            HEAD_OF_LINES.replace("ĐVT\n", "").replace("tiêu", "tiêu (đơn vị tính)")
            + "1\nThu ngân sách (tỷ đồng)\n3.680\n3.330\n",
            BOTH,
            id="units behind the names, and behind their head",
        ),
        pytest.param(HEAD_OF_LINES[3:] + "Thu ngân sách\ntỷ đồng\n3.680\n3.330\n", BOTH, id="none"),
        pytest.param(
            HEAD_OF_LINES + "1\nThu ngân sách\ntỷ đồng\n3.680\n3.330\n"
            "Trong đó: thu nội địa\ntỷ đồng\n-\n3.000\n2\nGRDP\n%\n7,59\n≥ 8\n",
            [
                *BOTH,
                ("budget_revenue_domestic", "target", "2023", 3000, "billion_vnd"),
                ("grdp_growth", "actual", "2022", 7.59, "percent"),
                ("grdp_growth", "target", "2023", 8, "percent"),
            ],
            id="a row without a number, an empty cell",
        ),
        pytest.param(
            HEAD_OF_LINES + "1\nThu ngân sách\ntỷ đồng\n3.680\n3.330\nNguồn\nBáo\n",
            BOTH,
            id="it ends where no row follows",
        ),
        pytest.param(
            HEAD_OF_LINES + "I\nKINH TẾ\n1\nThu ngân sách\ntỷ đồng\n3.680\n3.330\n"
            "II\nXÃ HỘI\n2\nTỷ lệ hộ nghèo\n%\n7,59\n-\n",
            [*BOTH, ("poverty_rate", "actual", "2022", 7.59, "percent")],
            id="sections",
        ),
        pytest.param(
            (
                HEAD_OF_LINES
                + "1\nGRDP\n%\n7,59\n7,31\n2\nCơ cấu kinh tế\n-\nNông nghiệp\n%\n21,8\n"
                "22\n-\nDịch vụ\n%\n52\n51\n3\nThu ngân sách\ntỷ đồng\n3.680\n3.330\n"
            ).replace("\n", "\n\n"),
            [
                ("grdp_growth", "actual", "2022", 7.59, "percent"),
                ("grdp_growth", "target", "2023", 7.31, "percent"),
                ("share_agriculture", "actual", "2022", 21.8, "percent"),
                ("share_agriculture", "target", "2023", 22, "percent"),
                ("share_services", "actual", "2022", 52, "percent"),
                ("share_services", "target", "2023", 51, "percent"),
                *BOTH,
            ],
            id="parts behind dashes, of what the row before names",
        ),
        pytest.param(
            HEAD_OF_LINES + "\nA\nKinh tế\n\n8\nThu ngân sách\ntỷ đồng\n3.680\n3.330\n\n"
            "8.1\nThu nội địa\ntỷ đồng\n3.000\n3.100\n\nB\nXã hội\n\n"
            "9\nTỷ lệ hộ nghèo\n%\n7,59\n-\n",
            [
                *BOTH,
                ("budget_revenue_domestic", "actual", "2022", 3000, "billion_vnd"),
                ("budget_revenue_domestic", "target", "2023", 3100, "billion_vnd"),
                ("poverty_rate", "actual", "2022", 7.59, "percent"),
            ],
            id="a blank line between rows and sections",
        ),
        pytest.param(
            "Một số chỉ tiêu chính:\n\n"
            + (HEAD_OF_LINES[3:] + "Thu ngân sách\ntỷ đồng\n3.680\n3.330\n").replace("\n", "\n\n"),
            BOTH,
            id="a blank line between any two",
        ),
        pytest.param(
            "Một số chỉ tiêu 6 tháng đầu năm 2022:\n\nChỉ tiêu\nThực hiện\nSo với cùng kỳ\n\n"
            "Chỉ số sản xuất công nghiệp\n-\ntăng 8,2%\n\nKim ngạch xuất khẩu\n1,65 tỷ USD\n"
            "tăng 13,6%\n\nThu ngân sách\n3.680 tỷ đồng\n-\n",
            [
                ("iip_growth", "actual", "2022-H1", 8.2, "percent"),
                ("export_turnover", "actual", "2022-H1", 1650, "million_usd"),
                ("budget_revenue", "actual", "2022-H1", 3680, "billion_vnd"),
            ],
            id="a blank line between rows, the period in the title",
        ),
        pytest.param(
            "Thu ngân sách năm 2022 (tỷ đồng)\n\nChỉ tiêu\nChính phủ giao\nThực hiện 9 tháng\n\n"
            "Tổng thu ngân sách\n3.330\n3.680\n\nThu nội địa\n1.500\n1.600\n",
            [
                ("budget_revenue", "target", "2022", 3330, "billion_vnd"),
                ("budget_revenue", "actual", "2022-9M", 3680, "billion_vnd"),
                ("budget_revenue_domestic", "target", "2022", 1500, "billion_vnd"),
                ("budget_revenue_domestic", "actual", "2022-9M", 1600, "billion_vnd"),
            ],
            id="one unit for all in the title",
        ),
        pytest.param(
            "Chỉ tiêu\nĐơn vị\nTháng 5 (ước)\n5 tháng (ước)\n5 tháng so với cùng kỳ (%)\n"
            "Thu ngân sách\ntỷ đồng\n330\n3.680\n-2,8\nXuất khẩu\ntriệu USD\n20\n110\n4,5\n",
            [
                ("budget_revenue", "actual", "2022-M05", 330, "billion_vnd"),
                ("budget_revenue", "actual", "2022-5M", 3680, "billion_vnd"),
                ("export_turnover", "actual", "2022-M05", 20, "million_usd"),
                ("export_turnover", "actual", "2022-5M", 110, "million_usd"),
            ],
            id="a head that counts months",
        ),
        pytest.param(
            "Chỉ tiêu\nĐVT\nTháng 5\n5 tháng\n"
            "Tháng 5 so với cùng kỳ (%)\n5 tháng so với cùng kỳ (%)\n"
            "1. Chỉ số sản xuất công nghiệp\n%\n-\n-\n118,3\n115,6\n"
            "2. Thu ngân sách\ntỷ đồng\n330\n3.680\n102,8\n104,5\n",
            [
                ("iip_growth", "actual", "2022-M05", 18.3, "percent"),
                ("iip_growth", "actual", "2022-5M", 15.6, "percent"),
                ("budget_revenue", "actual", "2022-M05", 330, "billion_vnd"),
                ("budget_revenue", "actual", "2022-5M", 3680, "billion_vnd"),
            ],
            id="numbered names, a first row with indices alone",
        ),
        pytest.param("Thu ngân sách\n3.680\nXuất khẩu\n3.330\nGRDP\n8\nFDI\n4\n", [], id="no head"),
        pytest.param(
            "Chỉ số sản xuất công nghiệp\nTháng 9 tăng 19,3%; 9 tháng tăng 27,4%.\n\n"
            "Tổng mức bán lẻ\n134.620 tỷ đồng, tăng 13,2%.\n\n"
            "Thu ngân sách\n43.815 tỷ đồng; thu nội địa 39.240 tỷ đồng.\n\n"
            "Thu hút FDI\n1.012 triệu USD.\n",
            [
                ("iip_growth", "actual", "2022-M09", 19.3, "percent"),
                ("iip_growth", "actual", "2022-9M", 27.4, "percent"),
                ("retail_sales", "actual", "2022-9M", 134620, "billion_vnd"),
                ("budget_revenue", "actual", "2022-9M", 43815, "billion_vnd"),
                ("budget_revenue_domestic", "actual", "2022-9M", 39240, "billion_vnd"),
                ("fdi_registered", "actual", "2022-9M", 1012, "million_usd"),
            ],
            id="headings above sentences are no table",
        ),
    ],
)
def test_a_table_of_one_cell_a_line_is_read(text: str, figures: list[object]) -> None:
    assert told(text) == figures


ALIGNED = """
TT   Chỉ tiêu                   Đơn vị       Thực hiện     Kế hoạch năm 2022     Ước thực
                                tính         năm 2021      Giao     Điều chỉnh   hiện 2022
1    Tốc độ tăng trưởng         %            7,1           7,5      8,0          7,22
     kinh tế (GRDP)
2    Tổng thu ngân sách nhà
     nước trên địa bàn          Tỷ đồng      3.100         3.330                 3.680
"""
GROWTH_OF_ALIGNED = [
    ("grdp_growth", "actual", "2021", 7.1, "percent"),
    ("grdp_growth", "target", "2022", 7.5, "percent"),
    ("grdp_growth", "target", "2022", 8.0, "percent"),
    ("grdp_growth", "actual", "2022", 7.22, "percent"),
]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param(
            ALIGNED,
            [
                *GROWTH_OF_ALIGNED,
                ("budget_revenue", "actual", "2021", 3100, "billion_vnd"),
                ("budget_revenue", "target", "2022", 3330, "billion_vnd"),
                ("budget_revenue", "actual", "2022", 3680, "billion_vnd"),
            ],
            id="heads and names on two lines, an empty cell",
        ),
        pytest.param(
            ALIGNED.replace("3.100         3.330                 3.680", "3.100 - 3.330 - 3.680"),
            GROWTH_OF_ALIGNED,
            id="a row that runs over its columns gives nothing",
        ),
        pytest.param(
            "TT   Chỉ tiêu                       ĐVT      Ước TH\n"
            "                                             2022\n\n"
            "A    KINH TẾ\n"
            "1    Tốc độ tăng GRDP               %        7,22\n"
            "2    Cơ cấu kinh tế trong GRDP\n"
            "     - Công nghiệp - xây dựng       %        53,6\n"
            "     - Dịch vụ                      %        29,4\n"
            "3    Độ che phủ rừng                %        64,1\n",
            [
                ("grdp_growth", "actual", "2022", 7.22, "percent"),
                ("share_industry_construction", "actual", "2022", 53.6, "percent"),
                ("share_services", "actual", "2022", 29.4, "percent"),
                ("forest_cover", "actual", "2022", 64.1, "percent"),
            ],
            id="a section behind the head, rows that are parts of one without figures",
        ),
        pytest.param(
            "UBND TỈNH LẠNG SƠN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "Số: 274/BC-UBND               Lạng Sơn, ngày 30 tháng 11 năm 2022\n",
            [],
            id="the head of a letter is no table",
        ),
        pytest.param(
            "Năm                        2020     2021     Ước 2022\n"
            "Tốc độ tăng GRDP (%)       6,12     6,54     4,60\n"
            "Tỷ lệ hộ nghèo (%)         38,61    34,77    22,06\n",
            [
                ("grdp_growth", "actual", "2020", 6.12, "percent"),
                ("grdp_growth", "actual", "2021", 6.54, "percent"),
                ("grdp_growth", "actual", "2022", 4.6, "percent"),
                ("poverty_rate", "actual", "2020", 38.61, "percent"),
                ("poverty_rate", "actual", "2021", 34.77, "percent"),
                ("poverty_rate", "actual", "2022", 22.06, "percent"),
            ],
            id="years head the columns",
        ),
    ],
)
def test_a_table_of_aligned_columns_is_read(text: str, figures: list[object]) -> None:
    assert told(text) == figures


UNPARTED = (
    "TT Chỉ tiêu ĐVT Kế hoạch\nnăm 2022\nƯớc TH\nnăm 2022 Kế hoạch\nnăm 2023\nI KINH TẾ\n"
    "1 Tốc độ tăng trưởng GRDP % 7,0 - 7,5 7,22 8,0\n"
)
GROWTH_OF_UNPARTED = [
    ("grdp_growth", "target", "2022", 7.0, "percent"),
    ("grdp_growth", "actual", "2022", 7.22, "percent"),
    ("grdp_growth", "target", "2023", 8.0, "percent"),
]


@pytest.mark.parametrize(
    ("row", "figures"),
    [
        pytest.param(
            "2 Thu ngân sách trên địa bàn Tỷ đồng 3.330 3.680 4.000",
            [
                ("budget_revenue", "target", "2022", 3330, "billion_vnd"),
                ("budget_revenue", "actual", "2022", 3680, "billion_vnd"),
                ("budget_revenue", "target", "2023", 4000, "billion_vnd"),
            ],
            id="a value for each column",
        ),
        pytest.param(
            "2 GRDP bình quân đầu người Triệu đồng/người - 45,5 50",
            [
                ("grdp_per_capita", "actual", "2022", 45.5, "million_vnd_per_person"),
                ("grdp_per_capita", "target", "2023", 50, "million_vnd_per_person"),
            ],
            id="a dash for an empty cell, a unit for each of something",
        ),
        pytest.param("2 Kim ngạch xuất khẩu Triệu USD 380 400", [], id="a value is missing"),
        pytest.param("2 Kim ngạch xuất khẩu Triệu USD 38 - 40", [], id="a range, or an empty cell"),
    ],
)
def test_a_table_whose_cells_only_blanks_part_is_read(row: str, figures: list[object]) -> None:
    assert told(f"{UNPARTED}{row}\n") == [*GROWTH_OF_UNPARTED, *figures]


def test_cells_without_a_head_are_read_like_what_commas_part() -> None:
    result = read("Thu ngân sách | 3.680 tỷ đồng | 92,6% dự toán | ▲ 18,3% so cùng kỳ").observations
    assert [(each.low, each.pct_of_plan, each.yoy) for each in result] == [(3680, 92.6, 18.3)]


def test_columns_that_the_head_does_not_tell_apart_give_nothing() -> None:
    head = "TT Chỉ tiêu ĐVT Kế hoạch Thực hiện năm 2022\n"
    assert told(f"{head}1 Tốc độ tăng trưởng GRDP % 7,0 7,22\n") == []


def test_an_empty_cell_keeps_its_column() -> None:
    head = "Chỉ tiêu\tĐVT\tTháng 5\t5 tháng\tTháng 5 so với cùng kỳ (%)\t"
    row = "Chỉ số sản xuất công nghiệp\t%\t\t\t118,3\t115,6"
    assert told(f"{head}5 tháng so với cùng kỳ (%)\n{row}\n") == [
        ("iip_growth", "actual", "2022-M05", 18.3, "percent"),
        ("iip_growth", "actual", "2022-5M", 15.6, "percent"),
    ]


@pytest.mark.parametrize(
    ("heading", "cell", "yoy", "share"),
    [
        ("So với cùng kỳ (%)", "104,5", 4.5, None),
        ("So với cùng kỳ (%)", "92,7", -7.3, None),
        ("So với cùng kỳ (%)", "4,5", 4.5, None),
        ("Tăng, giảm so với năm 2021 (%)", "-7,3", -7.3, None),
        ("Tăng, giảm so với năm 2021 (%)", "121,5", 121.5, None),
        ("So với kế hoạch (%)", "104,5", None, 104.5),
        ("So với cùng kỳ (%)", "-", None, None),
        ("So với cùng kỳ", "tăng 4,5%", 4.5, None),
        ("So với cùng kỳ", "giảm 7,3%", -7.3, None),
        ("So với cùng kỳ", "104,5%", 4.5, None),
        ("So với cùng kỳ", "104,5", None, None),
        ("Ghi chú (%)", "104,5", None, None),
    ],
)
def test_a_column_of_comparisons_tells_of_the_results_beside_it(
    heading: str, cell: str, yoy: float | None, share: float | None
) -> None:
    head = f"Chỉ tiêu\tĐVT\tThực hiện năm 2022\t{heading}\tKế hoạch năm 2023\n"
    result, plan = read(f"{head}Thu ngân sách\ttỷ đồng\t3.680\t{cell}\t3.330").observations
    assert (result.yoy, result.pct_of_plan) == (yoy, share)
    assert (plan.yoy, plan.pct_of_plan) == (None, None)


@pytest.mark.parametrize(
    ("year", "shares"),
    [("2022", (67.0, 4.5, None, None)), ("2023", (None, None, None, None))],
    ids=["of the result ahead of it", "of the next year's plan it is none"],
)
def test_a_comparison_behind_a_plan(year: str, shares: tuple[float | None, ...]) -> None:
    head = f"Chỉ tiêu|Thực hiện 10 tháng năm 2022|Kế hoạch năm {year}|So KH (%)|So cùng kỳ (%)\n"
    text = f"{head}Thu ngân sách (tỷ đồng)|3.680|5.493|67,0|104,5\n"
    result, plan = read(text).observations
    assert (result.pct_of_plan, result.yoy, plan.pct_of_plan, plan.yoy) == shares


def test_a_comparison_is_of_the_results_whose_months_it_names() -> None:
    head = (
        "Chỉ tiêu\tĐVT\tTháng 5\t5 tháng\tTháng 5 so với cùng kỳ (%)\t5 tháng so với cùng kỳ (%)\n"
    )
    month, months = read(f"{head}Thu ngân sách\ttỷ đồng\t330\t3.680\t102,8\t104,5").observations
    assert (month.period, month.yoy) == ("2022-M05", 2.8)
    assert (months.period, months.yoy) == ("2022-5M", 4.5)


@pytest.mark.parametrize("parted", [" | ", "\n"], ids=["bars", "lines"])
@pytest.mark.parametrize(
    ("table", "figures"),
    [
        pytest.param(
            "Năm|GRDP bình quân đầu người (triệu đồng)|Tỷ lệ hộ nghèo (%)\n"
            "2020|43,1|7,88\n2021|46|6\nKH 2023|51,5|4\n",
            [
                ("lang-son", "grdp_per_capita", "actual", "2020", 43.1, None),
                ("lang-son", "poverty_rate", "actual", "2020", 7.88, None),
                ("lang-son", "grdp_per_capita", "actual", "2021", 46, None),
                ("lang-son", "poverty_rate", "actual", "2021", 6, None),
                ("lang-son", "grdp_per_capita", "target", "2023", 51.5, None),
                ("lang-son", "poverty_rate", "target", "2023", 4, None),
            ],
            id="a year a row",
        ),
        pytest.param(
            "Xếp hạng PCI qua các năm\nNăm|Hạng\n2019|50\n2020|36\n2021|30\n2022|15\n",
            [
                ("lang-son", "pci_rank", "actual", "2019", 50, None),
                ("lang-son", "pci_rank", "actual", "2020", 36, None),
                ("lang-son", "pci_rank", "actual", "2021", 30, None),
                ("lang-son", "pci_rank", "actual", "2022", 15, None),
            ],
            id="of what the title names",
        ),
        pytest.param(
            "Thu ngân sách (tỷ đồng)\nNăm|Kế hoạch|Thực hiện|So với năm trước (%)\n"
            "2021|7.000|6.700|104\n2022|7.100|7.200|105\n",
            [
                ("lang-son", "budget_revenue", "target", "2021", 7000, None),
                ("lang-son", "budget_revenue", "actual", "2021", 6700, 4),
                ("lang-son", "budget_revenue", "target", "2022", 7100, None),
                ("lang-son", "budget_revenue", "actual", "2022", 7200, 5),
            ],
            id="plan and result of each year",
        ),
        pytest.param(
            "Tăng trưởng GRDP các tỉnh 6 tháng đầu năm 2022 (%)\n"
            "TT|Địa phương|Kế hoạch năm|Thực hiện\n1|Lạng Sơn|7,5|8,1\n2|Tỉnh Cao Bằng|7|5,2\n",
            [
                ("lang-son", "grdp_growth", "target", "2022", 7.5, None),
                ("lang-son", "grdp_growth", "actual", "2022-H1", 8.1, None),
                ("cao-bang", "grdp_growth", "target", "2022", 7, None),
                ("cao-bang", "grdp_growth", "actual", "2022-H1", 5.2, None),
            ],
            id="a province a row",
        ),
        pytest.param(
            "Tổng thu ngân sách trên địa bàn năm 2022 (tỷ đồng)\n"
            "Hạng|Địa phương|Dự toán|Thực hiện|Thực hiện/Dự toán (%)\n"
            "1|Hà Nội|352.914|410.500|116,3\n2|Lạng Sơn|7.000|6.700|95,7\n",
            [
                ("ha-noi", "budget_revenue", "target", "2022", 352914, None),
                ("ha-noi", "budget_revenue", "actual", "2022", 410500, None),
                ("lang-son", "budget_revenue", "target", "2022", 7000, None),
                ("lang-son", "budget_revenue", "actual", "2022", 6700, None),
            ],
            id="a ranking, with what was reached in percent of the plan",
        ),
        pytest.param(
            "Tỉnh|GRDP 2021 (%)|Thu ngân sách 2021 (tỷ đồng)\n"
            "Bắc Giang|7,82|21.000\nHòa Bình|3,1|6.000\nCả nước|2,58|1.568.000\n",
            [
                ("bac-giang", "grdp_growth", "actual", "2021", 7.82, None),
                ("bac-giang", "budget_revenue", "actual", "2021", 21000, None),
                ("hoa-binh", "grdp_growth", "actual", "2021", 3.1, None),
                ("hoa-binh", "budget_revenue", "actual", "2021", 6000, None),
            ],
            id="provinces, and the nation that is none",
        ),
        pytest.param(
            "STT|Địa phương|GRDP, tăng so cùng kỳ (%)|IIP, cùng kỳ năm trước = 100 (%)\n"
            "1|Bắc Giang|8,52|112,3\n2|Hòa Bình|-0,87|94,6\n",
            [
                ("bac-giang", "grdp_growth", "actual", "2022", 8.52, None),
                ("bac-giang", "iip_growth", "actual", "2022", 12.3, None),
                ("hoa-binh", "grdp_growth", "actual", "2022", -0.87, None),
                ("hoa-binh", "iip_growth", "actual", "2022", -5.4, None),
            ],
            id="growths and indices that name their base",
        ),
        pytest.param(
            "Địa phương|IIP tăng/giảm (%)|Thu NSNN (tỷ đồng)|So dự toán (%)\n"
            "Bắc Giang|-3,1|21.000|104\n",
            [
                ("bac-giang", "iip_growth", "actual", "2022", -3.1, None),
                ("bac-giang", "budget_revenue", "actual", "2022", 21000, None),
            ],
            id="a fall, and a share of the plan",
        ),
        pytest.param(
            "Chỉ tiêu|ĐVT|2020|2021|2022 (ước)|KH 2023\nTăng trưởng GRDP|%|2,03|6,67|7,2|7,5\n",
            [
                ("lang-son", "grdp_growth", "actual", "2020", 2.03, None),
                ("lang-son", "grdp_growth", "actual", "2021", 6.67, None),
                ("lang-son", "grdp_growth", "actual", "2022", 7.2, None),
                ("lang-son", "grdp_growth", "target", "2023", 7.5, None),
            ],
            id="a year a column, named by its number alone",
        ),
        pytest.param(
            "BẢNG 2. Sản lượng thủy sản, sơ bộ năm 2021 (tấn)\n-----\n"
            "Địa phương|Năm 2020|Sơ bộ năm 2021|Trong đó: tôm nuôi\n"
            "Bạc Liêu|437.510|440.000|126.200\n",
            [
                ("bac-lieu", "fishery_output", "actual", "2020", 437.51, None),
                ("bac-lieu", "fishery_output", "actual", "2021", 440.0, None),
            ],
            id="a title above a rule; a column of something else",
        ),
        pytest.param(
            "Kim ngạch xuất khẩu năm 2021\n"
            "Tỉnh|Triệu USD|So với năm 2020 (%)\nBắc Giang|680|+3,03\nCà Mau|857|-5,8\n",
            [
                ("bac-giang", "export_turnover", "actual", "2021", 680, 3.03),
                ("ca-mau", "export_turnover", "actual", "2021", 857, -5.8),
            ],
            id="a column named by its unit",
        ),
        pytest.param(
            "Năng lực cạnh tranh cấp tỉnh (PCI) năm 2021\n"
            "Tỉnh|Điểm số|Thứ hạng cả nước\nBắc Giang|63,79|1/63\nCà Mau|60,1|41/63\n",
            [
                ("bac-giang", "pci_rank", "actual", "2021", 1, None),
                ("ca-mau", "pci_rank", "actual", "2021", 41, None),
            ],
            id="scores are no ranks",
        ),
        pytest.param(
            "Năm|Ghi chú\n2020|16 cuộc họp\n2021|12 cuộc họp\n2022|3\n", [], id="of nothing"
        ),
        pytest.param("TT\n1\n2\n3\n4\n5\n6\n7\n8\n9\n", [], id="numbers under a head of numbers"),
        pytest.param("Năm|Kế hoạch|Thực hiện\n2021|7|6,7\n2022|7|7,2\n", [], id="no title"),
    ],
)
def test_rows_of_years_or_provinces_are_of_what_their_columns_name(
    table: str, figures: list[object], parted: str
) -> None:
    found = read("Một bảng số liệu.\n\n" + table.replace("|", parted)).observations
    assert [
        (each.province, each.indicator, each.kind.value, each.period, each.low, each.yoy)
        for each in found
    ] == figures


def test_columns_of_provinces_are_of_what_the_title_tells() -> None:
    rows = (
        "Chỉ tiêu\nGia Lai\nKon Tum\nXuất khẩu (triệu USD)\n486\n186\n"
        "Thu ngân sách (tỷ đồng)\n4.562\n3.163\n"
    )
    for title, kind in (("Thực hiện năm 2021", "actual"), ("Kế hoạch năm 2021", "target")):
        found = read(f"{title}\n\n{rows}").observations
        assert [(each.province, each.low, each.kind.value, each.period) for each in found] == [
            ("gia-lai", 486, kind, "2021"),
            ("kon-tum", 186, kind, "2021"),
            ("gia-lai", 4562, kind, "2021"),
            ("kon-tum", 3163, kind, "2021"),
        ]


def test_a_table_of_a_web_page_is_read() -> None:
    rows = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in line.split("\t")) + "</tr>"
        for line in (HEAD + "4\tThu ngân sách\ttỷ đồng\t3.680\t3.330").split("\n")
    )
    page = page_of(f"<html><body><p>Tỉnh Lạng Sơn.</p><table>{rows}</table></body></html>")
    assert told(page.text) == BOTH


def test_a_figure_is_tied_to_its_cell_and_row() -> None:
    text = HEAD + "4\tThu ngân sách\ttỷ đồng\t3.680\t3.330"
    (result, plan), numbers = read(text).observations, read(text).numbers
    assert text[result.start_char : result.end_char] == "3.680"
    assert plan.sentence == "4\tThu ngân sách\ttỷ đồng\t3.680\t3.330"
    assert [number.fate for number in numbers[-3:]] == ["table", "observation", "observation"]
