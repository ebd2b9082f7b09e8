"""What is read of whole articles: the labelled facts, exact offsets, and no crash on any text."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from etl.catalogue import load_catalogue
from etl.evaluate import evaluate
from etl.extract import extract
from etl.models import Article, Extraction, Placement
from etl.places import place
from etl.read import find_articles, read
from etl.status import parse_period
from etl.texts.dates import Reference, reference

HERE = Path(__file__).parent
FOLDER = HERE.parent / "data" / "articles"
ARTICLES = [read(path, path.parent.name) for path in find_articles([FOLDER])]
LANG_SON = Placement("lang-son", "text")
NATURAL_UNITS = {"usd_per_person", "million_usd", "billion_vnd", "million_vnd_per_person_month"}
WORDS = [
    *("GRDP", "thu ngân sách", "tỷ lệ hộ nghèo", "xuất khẩu", "nông nghiệp", "dịch vụ", "trong đó"),
    *("đạt", "tăng", "giảm", "còn", "chiếm", "bằng", "so với", "kế hoạch", "mục tiêu", "cùng kỳ"),
    *("2,03%", "8,5 – 9%", "5.835 tỷ đồng", "88/150 xã", "2020", "quý I", "6 tháng", "năm tới"),
    *("Lạng Sơn", "cả nước", "huyện", "(", ")", ",", ";", ":", "-", ".", "\n", "lần lượt", "từ"),
]


def made_up(text: str) -> Article:
    return Article("a1", "c", "c/a1.txt", "", None, None, None, date(2021, 1, 5), text)


def extraction_of(article: Article) -> Extraction:
    return extract(article, place(article), reference(article))


def check(article: Article, extraction: Extraction) -> None:
    """What holds for the extraction of any text."""
    text, numbers = article.text, extraction.numbers
    catalogue = load_catalogue()
    for each in extraction.observations:
        assert text[each.start_char : each.end_char] == each.quote, each
        assert each.sentence in text, each
        assert any(character.isdigit() for character in each.quote) or each.unit == "rank", each
        parse_period(each.period)
        assert each.low is None or each.high is None or each.low <= each.high, each
        indicator = catalogue.indicators[each.indicator]
        assert each.unit in {indicator.unit, *NATURAL_UNITS}, each
    ids = [each.observation for each in extraction.observations]
    assert len(set(ids)) == len(ids), ids
    told = {each.observation for each in numbers} - {None}
    assert told <= set(ids)
    places = {each.start_char for each in extraction.observations if each.observation in told}
    assert all(
        each.start_char in places or not any(character.isdigit() for character in each.quote)
        for each in extraction.observations
    ), "only a place told in words has no number's row; the plan in \"11/8 xã\" shares its result's"
    for number in numbers:
        assert text[number.start_char : number.end_char] == number.quote
        assert number.fate, number
        assert number.observation is not None or number.fate != "observation", number
    assert all(before.end_char <= after.start_char for before, after in pairwise(numbers))
    inside = {at for each in numbers for at in range(each.start_char, each.end_char)}
    digits = {at for at, character in enumerate(text) if character.isdecimal()}
    assert digits <= inside, "a number of the text has no row"


def test_the_given_articles_give_their_facts_and_not_one_more() -> None:
    score = evaluate(FOLDER / "original", HERE / "gold" / "original.csv")
    assert (score.missing, score.false, score.wrong_attributes) == ([], [], [])
    assert score.correct == 33


def test_the_retold_articles_are_read_no_worse_than_before() -> None:
    gold = HERE / "gold"
    score = evaluate(FOLDER / "retold", gold / "retold.csv", gold / "retold_articles.csv")
    assert score.f1 >= 0.98, score.report()


def test_every_number_of_every_article_is_accounted_for() -> None:
    for article in ARTICLES:
        if reference(article).year:  # without a year: see below
            check(article, extraction_of(article))


def test_the_same_article_gives_the_same_rows_again() -> None:
    assert len(ARTICLES) == 161
    first, second = ([extraction_of(article) for article in ARTICLES] for _ in range(2))
    assert first == second
    ids = [row.observation for each in first for row in each.observations]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    "text", ["", "\n", "Tỉnh Lạng Sơn họp.", "Kinh tế tăng trưởng hai con số."]
)
def test_a_text_without_figures_gives_none(text: str) -> None:
    assert extract(made_up(text), LANG_SON, Reference(None, 2020)) == Extraction((), ())


@pytest.mark.parametrize(
    "text",
    [
        "Điện thoại: 0205.3812.345, in 5.000 bản.",
        "Căn cứ Nghị quyết số 13-NQ/TW ngày 18/3/2002, Quyết định 2020/QĐ-UBND.",
        "Covid-19: 19 ca mắc, tuổi từ 18 đến 65, cách ly 14 ngày.",
        "Lễ hội lần thứ 12 khai mạc lúc 19h30 ngày 1-12-2020 tại sân số 5.",
    ],
)
def test_numbers_of_other_things_become_no_figures(text: str) -> None:
    found = extract(made_up(text), LANG_SON, Reference(date(2021, 1, 5), 2020))
    assert found.observations == ()
    assert found.numbers
    check(made_up(text), found)


def test_without_a_province_no_figure_is_made_and_the_number_says_so() -> None:
    article = made_up("Năm 2020, GRDP tăng 2,03%.")
    found = extract(article, Placement(None, None), Reference(None, 2020))
    assert found.observations == ()
    assert found.numbers[-1].fate == "no_province"


def test_without_a_year_no_figure_is_made() -> None:
    found = extract(made_up("GRDP tăng 2,03%."), LANG_SON, Reference(None, None))
    assert found.observations == ()


def test_a_term_tells_no_year_of_a_report_on_a_part_of_one() -> None:
    term = "Kỳ họp HĐND tỉnh, nhiệm kỳ 2016 - 2021, nghe báo cáo."
    told = "GRDP tăng 2,03%. Thu ngân sách 6 tháng đạt 1.200 tỷ đồng."
    found = extract(made_up(f"{term} {told}"), LANG_SON, Reference(None, None))
    assert found.observations == ()


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    article = made_up(text)
    check(article, extract(article, LANG_SON, Reference(date(2021, 1, 5), 2020)))


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
@example("GRDP tăng")
def test_any_jumble_of_the_genre_s_words_is_read(text: str) -> None:
    article = made_up(text)
    check(article, extract(article, LANG_SON, Reference(date(2021, 1, 5), 2020)))


@pytest.mark.parametrize("text", ["GRDP tăng từ 5% 6%", "tỷ lệ hộ nghèo giảm từ 5% và 2%"])
def test_a_change_that_starts_but_does_not_end_is_read(text: str) -> None:
    check(made_up(text), extract(made_up(text), LANG_SON, Reference(date(2021, 1, 5), 2020)))


def cut(text: str, at: int) -> str:
    return text[at % (len(text) + 1) :]


def cut_off(text: str, at: int) -> str:
    return text[: at % (len(text) + 1)]


def digits_changed(text: str, by: int) -> str:
    return "".join(str((int(each) + by) % 10) if each in "0123456789" else each for each in text)


def read_mutated(article: Article, text: str) -> None:
    """Read a mutated article of a known day, whatever its text may still tell of it."""
    mutated = replace(article, text=text)
    check(mutated, extract(mutated, place(mutated), Reference(date(2021, 1, 5), 2020)))


MUTATIONS: dict[str, Callable[[str, int], str]] = {
    "cut off": cut_off,
    "cut at the head": cut,
    "lines joined": lambda text, _: " ".join(text.split("\n")),
    "every word a line": lambda text, _: "\n".join(text.split()),
    "all capitals": lambda text, _: text.upper(),
    "tabs": lambda text, _: text.replace(" ", "\t"),
    "blanks that do not break": lambda text, _: text.replace(" ", "\u00a0"),
    "no blanks": lambda text, _: text.replace(" ", ""),
    "digits changed": digits_changed,
    "no commas": lambda text, _: text.replace(",", ""),
    "brackets open": lambda text, _: text.replace(",", "("),
    "words backwards": lambda text, _: " ".join(reversed(text.split())),
    "twice": lambda text, _: text + text,
}


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_a_mutated_article_is_read(mutation: str) -> None:
    for number, article in enumerate(ARTICLES[::4]):
        read_mutated(article, MUTATIONS[mutation](article.text, 97 * number))


@given(st.sampled_from(ARTICLES), st.integers(0), st.integers(0, 9))
def test_an_article_cut_anywhere_with_other_digits_is_read(
    article: Article, at: int, by: int
) -> None:
    read_mutated(article, digits_changed(cut_off(article.text, at), by))


TWO_PROVINCES = Placement(None, None)
HEADED = (
    "Nửa năm nhìn lại Hải Phòng - Quảng Ninh - Hải Dương\n\nBa địa phương phía đông giữ nhịp.\n\n"
)


@pytest.mark.parametrize(
    ("text", "placement", "figures"),
    [
        pytest.param(
            HEADED
            + "HẢI PHÒNG: FDI VÀO TRƯỚC\n\nNăm 2020, GRDP tăng 9,94%.\n\nXuất khẩu đạt 11,86 tỷ "
            "USD.\n\nQUẢNG NINH: DU LỊCH BÙ THAN\n\nThu ngân sách 28.570 tỷ đồng.",
            TWO_PROVINCES,
            [
                ("hai-phong", "grdp_growth", 9.94),
                ("hai-phong", "export_turnover", 11860),
                ("quang-ninh", "budget_revenue", 28570),
            ],
            id="each part is headed by its province",
        ),
        pytest.param(
            "Các tỉnh tăng nhanh nhất năm 2020\n\n1. Bắc Giang\n\nKinh tế tăng 13,02%.\n\n"
            "Kim ngạch xuất khẩu 22,4 tỷ USD, hơn Lạng Sơn.\n\n2. Hải Phòng\n\nThành phố cảng có "
            "GRDP tăng 9,94%.\n\nHai đầu tàu ở đâu?\n\nThu ngân sách đạt 3.000 tỷ đồng.",
            Placement(None, None),
            [
                ("bac-giang", "grdp_growth", 13.02),
                ("bac-giang", "export_turnover", 22400),
                ("hai-phong", "grdp_growth", 9.94),
            ],
            id="numbered headings of provinces, and one that ends their parts",
        ),
        pytest.param(
            HEADED + "Hải Phòng: năm thứ sáu hai con số\n\nNăm 2020, GRDP tăng 9,94%.\n\n"
            "Quảng Ninh: từ 10% lên 12%\n\nNếu Hải Phòng quen với hai con số thì Quảng Ninh phải "
            "kiễng chân. Thu ngân sách 28.570 tỷ đồng.",
            Placement("hai-phong", "text"),
            [("hai-phong", "grdp_growth", 9.94), ("quang-ninh", "budget_revenue", 28570)],
            id="a part stays its province's where another is held against it",
        ),
        pytest.param(
            "HĐND huyện Tràng Định họp\n\nNăm 2020, thu ngân sách huyện đạt 120 tỷ đồng. Kim ngạch "
            "xuất khẩu của tỉnh đạt 900 triệu USD. GRDP toàn tỉnh tăng 7%. Tỷ lệ hộ nghèo 12%.",
            LANG_SON,
            [("lang-son", "export_turnover", 900), ("lang-son", "grdp_growth", 7)],
            id="the province's figures in a district's article are said to be its",
        ),
        pytest.param(
            "HĐND huyện Tràng Định họp\n\nNăm 2020, huyện có 12 xã đạt chuẩn nông thôn mới. Đến "
            "nay, tỉnh Lạng Sơn đã có 80 xã đạt chuẩn nông thôn mới. Huyện Tràng Định, tỉnh Lạng "
            "Sơn, có 12 xã đạt chuẩn nông thôn mới.",
            LANG_SON,
            [("lang-son", "new_rural_communes", 80)],
            id="the province opens a clause in a district's article",
        ),
        pytest.param(
            "Gieo hạt giống đỏ ở thôn bản vùng cao\n\nThôn Khuổi Xoan nay có 11 đảng viên.\n\nNăm "
            "2020, tỷ lệ hộ nghèo của tỉnh còn 7,8%. Lạng Sơn có 64 xã đạt chuẩn nông thôn mới.",
            LANG_SON,
            [("lang-son", "poverty_rate", 7.8), ("lang-son", "new_rural_communes", 64)],
            id="a headline that speaks of villages without a name",
        ),
        pytest.param(
            "Giữ rừng từ gốc\n\nGió Tây Nam thổi khô rang trên các triền đồi Tràng Định, Bình Gia."
            "\n\nNăm 2020, rừng che phủ 62,3% diện tích của tỉnh.",
            LANG_SON,
            [("lang-son", "forest_cover", 62.3)],
            id="a headline of few words above a paragraph that names districts",
        ),
        pytest.param(
            "Ba địa phương hút vốn ngoại nhiều nhất năm 2020\n\n1. Hà Nội: 970,5 triệu USD\n"
            "2. Bắc Giang: 922,8 triệu USD\n3. Hải Dương: 201,7 triệu USD\n\n"
            "Đáng chú ý nhất là Bắc Giang. Tỉnh này có GRDP tăng 13,02%.",
            Placement(None, None),
            [
                ("ha-noi", "fdi_registered", 970.5),
                ("bac-giang", "fdi_registered", 922.8),
                ("hai-duong", "fdi_registered", 201.7),
                ("bac-giang", "grdp_growth", 13.02),
            ],
            id="the last item of a list heads no section",
        ),
        pytest.param(
            "Sau hợp nhất, các tỉnh cực Nam chạy đua\n\nChi cục Thống kê An Giang cho biết: tỉnh "
            "mới (gồm An Giang và Kiên Giang) có GRDP năm 2020 tăng 8,31%. Trong đó, dịch vụ tăng "
            "10,94%.",
            Placement(None, None),
            [("an-giang", "grdp_growth", 8.31), ("an-giang", "grdp_growth_services", 10.94)],
            id="parts of what was just told of one of two provinces",
        ),
        pytest.param(
            "10 địa phương tăng trưởng nhanh nhất năm 2020\n\nGRDP của Bắc Giang tăng 13,02%.\n\n"
            "Với mức tăng 12,46%, Hải Phòng vào nhóm dẫn đầu.",
            Placement(None, None),
            [("bac-giang", "grdp_growth", 13.02), ("hai-phong", "grdp_growth", 12.46)],
            id="a growth told ahead of its province",
        ),
        pytest.param(
            "Hạn mặn ở hai tỉnh cực Nam\n\nHạn mặn in dấu lên kinh tế năm 2020 của Lạng Sơn và "
            "Cà Mau, hai tỉnh thiệt hại nặng.\n\nGRDP của Lạng Sơn tăng 5,17%.\n\nỞ Cà Mau, hơn "
            "53.000 ha lúa bị thiệt hại.\n\nSản lượng thủy sản toàn tỉnh ước 252.300 tấn.\n\n"
            "Lạng Sơn thu ngân sách 9.000 tỷ đồng.",
            LANG_SON,
            [
                ("lang-son", "grdp_growth", 5.17),
                ("ca-mau", "fishery_output", 252.3),
                ("lang-son", "budget_revenue", 9000),
            ],
            id="an article about two stays with the one it turned to",
        ),
        pytest.param(
            "Hạn mặn rút, con số lộ ra\n\nBa tỉnh ven biển tính lại năm 2020.\n\n"
            "Lạng Sơn: âm ở đồng ruộng\n\nGRDP của Lạng Sơn tăng 5%.\n\nKiên Giang: nhờ biển\n\n"
            "Ở Kiên Giang, lúa mất mùa.\n\nSản lượng thủy sản toàn tỉnh 343.200 tấn.",
            LANG_SON,
            [("lang-son", "grdp_growth", 5), ("kien-giang", "fishery_output", 343.2)],
            id="a heading whose part names its province again",
        ),
        pytest.param(
            "Miền Bắc qua năm 2020\n\nLạng Sơn: âm nặng nhất\n\nNăm 2020, GRDP của tỉnh giảm 1,2%, "
            "một con số mà không ai ở đây chờ đợi hồi đầu năm.\n\nBắc Giang: xuất khẩu là phao\n\n"
            "Cùng lúc, tỉnh xuất khẩu được 900 triệu USD, nhiều hơn mọi năm trước đó cộng lại.",
            LANG_SON,
            [("lang-son", "grdp_growth", -1.2), ("bac-giang", "export_turnover", 900)],
            id="several headings of provinces, each with a paragraph that names none",
        ),
        pytest.param(
            "Lạng Sơn vào năm mới\n\nNăm 2020, GRDP tăng 7%.\n\nBắc Giang: Hút vốn ngoại\n\n"
            "Kim ngạch xuất khẩu đạt 900 triệu USD.",
            LANG_SON,
            [("lang-son", "grdp_growth", 7), ("lang-son", "export_turnover", 900)],
            id="a link to another article is no heading",
        ),
        pytest.param(
            "Lạng Sơn: Thu ngân sách 9 tháng đã đạt 80% dự toán\n\nThu ngân sách 9 tháng năm 2020 "
            "đạt 4.012 tỷ đồng, bằng 81,2% dự toán.",
            LANG_SON,
            [("lang-son", "budget_revenue", 4012)],
            id="the headline's share of the plan is told with its amount",
        ),
        pytest.param(
            "Lạng Sơn: Kinh tế 9 tháng tăng 6,5%\n\nGRDP 9 tháng năm 2020 tăng 6,53%.",
            LANG_SON,
            [("lang-son", "grdp_growth", 6.53)],
            id="the headline's figure is the exact one rounded",
        ),
        pytest.param(
            "Lạng Sơn vào năm mới\n\nNăm 2020, GRDP tăng 7,1%, xuất khẩu đạt 900 triệu USD.\n\n"
            "Năm 2019, xuất khẩu đạt 800 triệu USD, GRDP tăng 6%.\n\nThu ngân sách 9.000 tỷ đồng.",
            LANG_SON,
            [
                ("lang-son", "grdp_growth", 7.1),
                ("lang-son", "export_turnover", 900),
                ("lang-son", "export_turnover", 800),
                ("lang-son", "grdp_growth", 6),
                ("lang-son", "budget_revenue", 9000),
            ],
            id="a paragraph of the year before is over with it",
        ),
    ],
)
def test_an_article_gives_each_province_its_figures(
    text: str, placement: Placement, figures: list[object]
) -> None:
    found = extract(made_up(text), placement, Reference(date(2021, 1, 5), 2020)).observations
    assert [(each.province, each.indicator, each.low) for each in found] == figures
    if "Năm 2019" in text:
        assert [each.year for each in found] == [2020, 2020, 2019, 2019, 2020]


def test_a_picture_of_figures_tells_each_in_the_line_below_it() -> None:
    text = (
        "Kinh tế năm 2020 qua các con số\n\nTĂNG TRƯỞNG\n\n6,71%\nTốc độ tăng GRDP\n\n"
        "22.186 tỷ đồng\nTổng thu ngân sách nhà nước\n▼ 13,7%\nĐạt 81,4% dự toán\n\n"
        "8 - 8,5%\nMục tiêu tăng GRDP\n\n5,2%\nTốc độ tăng GDP của cả nước\n\n"
        "1,12 triệu lượt\nlà số khách du lịch đến Cao Bằng"
    )
    found = extract(made_up(text), LANG_SON, Reference(date(2021, 1, 5), 2020)).observations
    assert [
        (each.province, each.indicator, each.kind.value, each.low, each.yoy, each.pct_of_plan)
        for each in found
    ] == [
        ("lang-son", "grdp_growth", "actual", 6.71, None, None),
        ("lang-son", "budget_revenue", "actual", 22186, -13.7, 81.4),
        ("lang-son", "grdp_growth", "target", 8, None, None),
        ("cao-bang", "tourist_arrivals", "actual", 1120, None, None),
    ]


def test_a_numbered_list_goes_on_with_the_ranking_of_the_headline() -> None:
    text = (
        "Bảng xếp hạng tăng trưởng năm 2020\n\n1. Bắc Giang: 13,02%\n\n2. Hải Phòng: 11,22%\n\n"
        "Giải ngân đầu tư công của Hà Nội mới được 9,1%.\n\nNhóm cuối bảng\n\n60. Tây Ninh: 3,92%"
    )
    found = extract(made_up(text), Placement(None, None), Reference(date(2021, 1, 5), 2020))
    assert [(each.province, each.indicator, each.low) for each in found.observations] == [
        ("bac-giang", "grdp_growth", 13.02),
        ("hai-phong", "grdp_growth", 11.22),
        ("ha-noi", "public_investment_rate", 9.1),
        ("tay-ninh", "grdp_growth", 3.92),
    ]


def test_what_an_article_on_the_customs_tells_as_collected_they_collect() -> None:
    text = (
        "Cục Hải quan tỉnh về đích sớm\n\nNăm 2020, thu ngân sách đạt 5.200 tỷ đồng.\n\n"
        "Năm 2021, đơn vị được giao thu ngân sách 5.500 tỷ đồng."
    )
    found = extract(made_up(text), Placement("lang-son", "text"), Reference(None, 2020))
    assert [(each.indicator, each.kind.value, each.low) for each in found.observations] == [
        ("budget_revenue_trade", "actual", 5200),
        ("budget_revenue_trade", "target", 5500),
    ]


def test_an_article_on_a_merged_province_returns_from_those_it_was_made_of() -> None:
    text = (
        "Sau ngày Lâm Đồng, Đắk Nông và Bình Thuận hợp nhất\n\nKinh tế tỉnh Lâm Đồng mới nửa đầu "
        "năm 2025 ra sao?\n\nTỉnh thu ngân sách 15.874 tỷ đồng. Đắk Nông cũ thu ngân sách 1.200 "
        "tỷ đồng.\n\nTỉnh đón 11,4 triệu lượt khách."
    )
    day = Reference(date(2025, 7, 18), 2025)
    found = extract(made_up(text), Placement("lam-dong", "text"), day).observations
    assert [(each.province, each.low) for each in found] == [
        ("lam-dong", 15874),
        ("dak-nong", 1200),
        ("lam-dong", 11400),
    ]


def test_sums_of_what_the_headline_names_are_those_of_the_provinces_told_of() -> None:
    text = (
        "Vốn FDI vào các địa phương tăng mạnh trong năm 2022\n\nTP.HCM dẫn đầu với tổng vốn đăng "
        "ký 3,94 tỷ USD, tăng 5,4%. Tiếp theo là Bắc Ninh, Hải Phòng với số vốn lần lượt là 2,2 "
        "tỷ USD và 1,9 tỷ USD. Lạng Sơn thu hút được 17 dự án, tổng vốn đầu tư là 110 triệu USD, "
        "trong đó 15 dự án với tổng vốn 80 triệu USD là của Nhật Bản.\n\nHàn Quốc dẫn đầu với tổng "
        "vốn đăng ký 8,49 tỷ USD. Dự án Goertek tại Bắc Ninh, tổng vốn đầu tư 2,5 tỷ USD, đã khởi "
        "công. Bắc Giang cấp mới 15 dự án với tổng vốn đăng ký 70 triệu USD."
    )
    day = Reference(date(2022, 12, 28), 2022)
    found = extract(made_up(text), LANG_SON, day).observations
    assert [(each.province, each.indicator, each.low, each.yoy) for each in found] == [
        ("ho-chi-minh", "fdi_registered", 3940, 5.4),
        ("bac-ninh", "fdi_registered", 2200, None),
        ("hai-phong", "fdi_registered", 1900, None),
        ("lang-son", "fdi_registered", 110, None),
    ]


@pytest.mark.parametrize(
    ("text", "day", "figures"),
    [
        pytest.param(
            "Tỉnh thông qua 20 chỉ tiêu phát triển kinh tế - xã hội năm 2021\n\nNăm 2020, GRDP ước "
            "tăng 9%.\n\nNghị quyết đề ra các chỉ tiêu:\n\nVề kinh tế\n- GRDP tăng 10%.\n- Thu "
            "ngân sách: 3.500 tỷ đồng.\n\nVề xã hội\n- Giảm tỷ lệ hộ nghèo 3%.\n\nThu ngân sách đã "
            "đạt 3.000 tỷ đồng.",
            Reference(date(2020, 12, 10), 2020),
            [
                ("grdp_growth", "actual", "2020", 9),
                ("grdp_growth", "target", "2021", 10),
                ("budget_revenue", "target", "2021", 3500),
                ("poverty_reduction", "target", "2021", 3),
                ("budget_revenue", "actual", "2020", 3000),
            ],
            id="the one that the headline plans",
        ),
        pytest.param(
            "Nghị quyết của Hội đồng nhân dân tỉnh Lạng Sơn\n\nĐiều 1. Năm 2012, GDP tăng 7,2%."
            "\n\nĐiều 2. Nhiệm vụ năm 2013\nCác chỉ tiêu chủ yếu\n- GDP tăng 10%.\n- Xuất khẩu "
            "520 triệu USD.",
            Reference(date(2012, 12, 7), 2012),
            [
                ("grdp_growth", "actual", "2012", 7.2),
                ("grdp_growth", "target", "2013", 10),
                ("export_turnover", "target", "2013", 520),
            ],
            id="that of the tasks in the heading above",
        ),
    ],
)
def test_targets_announced_without_a_year_are_of(
    text: str, day: Reference, figures: list[object]
) -> None:
    found = extract(made_up(text), LANG_SON, day).observations
    assert [(each.indicator, each.kind.value, each.period, each.low) for each in found] == figures


def test_a_report_on_months_is_not_turned_by_one_figure_of_a_year() -> None:
    text = (
        "Lạng Sơn sơ kết 6 tháng đầu năm 2020\n\n+ Giải quyết việc làm cho 13.860 lao động.\n"
        "+ Cuối năm 2019 tỷ lệ hộ nghèo là 11,15%. Năm 2020, tỉnh phấn đấu giảm 2% hộ nghèo.\n"
        "+ Tỷ lệ che phủ rừng 63%.\n"
    )
    found = extract(made_up(text), LANG_SON, Reference(date(2020, 7, 12), 2020)).observations
    assert [(each.indicator, each.period) for each in found] == [
        ("jobs_created", "2020-H1"),
        ("poverty_rate", "2019"),
        ("poverty_reduction", "2020"),
        ("forest_cover", "2020-H1"),
    ]


def test_a_paragraph_on_another_year_does_not_change_the_ranking_of_the_headline() -> None:
    text = (
        "PCI 2020: Bình Dương nhảy vọt, nhiều tỉnh vẫn loay hoay\n\nBình Dương đứng thứ 13 của PCI "
        "2019.\n\nTP.HCM xếp thứ 14 với 65,7 điểm."
    )
    day = Reference(date(2021, 4, 15), 2020)
    found = extract(made_up(text), Placement(None, None), day).observations
    assert [(each.province, each.period, each.low) for each in found] == [
        ("binh-duong", "2019", 13),
        ("ho-chi-minh", "2020", 14),
    ]


def test_lines_of_a_ranking_are_numbered_by_the_places_in_it() -> None:
    text = (
        "PCI 2020: Bình Dương nhảy vọt, nhiều tỉnh vẫn loay hoay\n\n10 địa phương dẫn đầu PCI "
        "2020:\n\n1. Quảng Ninh: 75,09 điểm\n2. Đồng Tháp: 72,81 điểm\n\nBa việc của các tỉnh:\n\n"
        "1. Cao Bằng: cấp phép trong 3 ngày\n2. Lào Cai: 45 cuộc đối thoại"
    )
    day = Reference(date(2021, 4, 15), 2020)
    found = extract(made_up(text), Placement(None, None), day).observations
    assert [(each.province, each.indicator, each.period, each.low) for each in found] == [
        ("quang-ninh", "pci_rank", "2020", 1),
        ("dong-thap", "pci_rank", "2020", 2),
    ]


def test_of_a_page_that_names_no_indicator_every_number_is_accounted_for() -> None:
    found = extract(
        made_up("Trận đấu kết thúc 3-1.\nĐiện thoại 0900."), LANG_SON, Reference(None, 2020)
    )
    assert found.observations == ()
    assert [(number.quote, number.fate) for number in found.numbers] == [
        ("3", "no_indicator"),
        ("1", "no_indicator"),
        ("0900", "no_indicator"),
    ]


YEARS = (
    "Ba mươi năm, những cột mốc\n\nHội nghị nhìn lại ba mươi năm của tỉnh.\n\n"
    "━━ 2007 ━━\n\nLần đầu thu ngân sách trên địa bàn vượt mốc 1.000 tỷ đồng trong một năm.\n\n"
    "2001 - 2005\nBình quân mỗi năm trong cả kỳ này, GDP của tỉnh tăng 11,9%, cao hơn trước.\n\n"
)


def test_years_that_head_sections_rule_them() -> None:
    text = f"{YEARS}Chặng đường đang mở ra\n\nNăm nay tỉnh thu ngân sách 9.000 tỷ đồng."
    found = extract(made_up(text), LANG_SON, Reference(date(2020, 12, 5), 2020)).observations
    assert [(each.indicator, each.period, each.low) for each in found] == [
        ("budget_revenue", "2007", 1000),
        ("grdp_growth", "2001..2005", 11.9),
        ("budget_revenue", "2020", 9000),
    ]


AS_EVER = ", nhờ các doanh nghiệp trên địa bàn làm ăn khá hơn"


@pytest.mark.parametrize(
    "heading",
    ["2019\nThu ngân sách", "Ảnh năm 2019\n\n", "2019 cuộc gọi\n\n"],
    ids=["cells of a table", "a caption", "a number"],
)
def test_other_lines_with_a_year_head_nothing(heading: str) -> None:
    text = f"Kinh tế Lạng Sơn\n\n{heading}\nTỉnh thu ngân sách 9.000 tỷ đồng{AS_EVER}."
    found = extract(made_up(text), LANG_SON, Reference(date(2020, 12, 5), 2020)).observations
    assert [each.period for each in found] == ["2020"]


def test_a_title_behind_a_province_heads_its_section() -> None:
    text = (
        "FDI phía Nam\n\nBình Phước\n\nBình Phước thu ngân sách 9.000 tỷ đồng.\n\n"
        'Đồng Nai "kén khách"\n\nGiảm một phần năm nhưng không buồn. Thay vào đó tỉnh nhìn vào '
        "xuất khẩu: 16,9 tỷ USD. Đồng Nai vẫn tăng trưởng."
    )
    found = extract(made_up(text), Placement(None, None), Reference(date(2018, 1, 5), 2017))
    assert [(each.province, each.indicator) for each in found.observations] == [
        ("binh-phuoc", "budget_revenue"),
        ("dong-nai", "export_turnover"),
    ]


@pytest.mark.parametrize(
    ("plans", "kind", "period"),
    [
        pytest.param(
            "Năm 2021, Lạng Sơn đề ra chỉ tiêu 7,2 triệu lượt.\n\nThừa Thiên Huế: 4,3 triệu lượt "
            "khách.",
            "actual",
            "2020",
            id="what the last province plans for is its own",
        ),
        pytest.param(
            "\n\nChỉ tiêu năm 2021:\n\n- Lạng Sơn: 7,2 triệu lượt khách.\n\n- Thừa Thiên Huế: 4,3 "
            "triệu lượt khách.",
            "target",
            "2021",
            id="a list of plans stays one from province to province",
        ),
    ],
)
def test_the_next_province_behind_a_plan_is_told_of(plans: str, kind: str, period: str) -> None:
    text = f"Du lịch khép lại năm 2020\n\nNăm 2020, Lạng Sơn đón 6,5 triệu lượt khách. {plans}"
    found = extract(made_up(text), TWO_PROVINCES, Reference(date(2021, 1, 5), 2020)).observations
    assert [(each.province, each.kind.value, each.period) for each in found] == [
        ("lang-son", "actual", "2020"),
        ("lang-son", "target", "2021"),
        ("thua-thien-hue", kind, period),
    ]


def test_the_plan_in_a_bracket_is_of_the_province_before_it() -> None:
    text = (
        "Vùng Đông Bắc năm 2020\n\nLạng Sơn dẫn đầu với mức tăng GRDP 9%. Kế đó là Bắc Giang 7,4% "
        "(kế hoạch 7 - 7,5%)."
    )
    told = extract(made_up(text), LANG_SON, Reference(date(2021, 1, 5), 2020)).observations
    assert [(each.province, each.kind.value) for each in told] == [
        ("lang-son", "actual"),
        ("bac-giang", "actual"),
        ("bac-giang", "target"),
    ]


@pytest.mark.parametrize(
    ("text", "published", "told"),
    [
        pytest.param(
            "Lạng Sơn sau 9 tháng\n\n9 tháng đầu năm 2020, GRDP tăng 7,2%; ước cả năm tăng 7,5%."
            "\n\nXuất khẩu đạt 900 triệu USD.",
            date(2020, 10, 5),
            ["actual 2020-9M", "actual 2020", "actual 2020-9M"],
            id="an estimate for the year does not turn a report on a part of it",
        ),
        pytest.param(
            "Lạng Sơn sau một năm\n\nNăm 2020, GRDP tăng 7,2%.\n\nCâu hỏi lớn là 2021.\n\n"
            "Thu ngân sách 9.000 tỷ đồng; xuất khẩu 900 triệu USD.",
            date(2020, 12, 5),
            ["actual 2020", "target 2021", "target 2021"],
            id="a short paragraph on the year to come turns to it",
        ),
        pytest.param(
            "Lạng Sơn quý I\n\nQuý I/2020, GRDP tăng 5%.\n\nCả năm, tỉnh đặt kế hoạch 8 - 8,5%."
            "\n\nXuất khẩu đạt 200 triệu USD.",
            date(2020, 4, 5),
            ["actual 2020-Q1", "target 2020", "actual 2020-Q1"],
            id="a plan for the year told by the way does not turn a report on a quarter",
        ),
        pytest.param(
            "Lạng Sơn nhiệm kỳ 2015 - 2020\n\nNhiệm kỳ 2015 - 2020, GRDP tăng bình quân 6%/năm."
            "\n\nChỉ tiêu đến năm 2025: GRDP tăng bình quân 8%/năm.",
            date(2020, 10, 5),
            ["actual 2015..2020", "target 2025"],
            id="an average aimed at is not of the term that is over",
        ),
    ],
)
def test_what_turns_a_report_to_another_period(text: str, published: date, told: list[str]) -> None:
    found = extract(made_up(text), LANG_SON, Reference(published, 2020)).observations
    assert [f"{each.kind.value} {each.period}" for each in found] == told


@pytest.mark.parametrize(
    ("text", "year", "told"),
    [
        pytest.param(
            "Thủ tướng làm việc với năm tỉnh\n\nBa tháng đầu năm, kinh tế Tây Nguyên tăng 6,47%."
            "\n\nKon Tum tăng 7,51%. Khoảng giữa là Gia Lai (6,81%) và Lâm Đồng (6,35%).\n\n"
            "Theo nghị quyết, năm 2025 Kon Tum phải tăng 10%, Gia Lai 8%.",
            2025,
            [
                "kon-tum grdp_growth actual 2025-Q1 7.51",
                "gia-lai grdp_growth actual 2025-Q1 6.81",
                "lam-dong grdp_growth actual 2025-Q1 6.35",
                "kon-tum grdp_growth target 2025 10",
                "gia-lai grdp_growth target 2025 8",
            ],
            id="what a region grew by is what its provinces are told of",
        ),
        pytest.param(
            "Giải ngân đầu tư công: nơi gần đích, nơi giậm chân\n\n2021 là một năm khó khăn.\n\n"
            "Lũy kế thanh toán đến 30/9/2021 của cả nước là 218.551 tỷ đồng, đạt 47,38% kế hoạch; "
            "cùng kỳ tỷ lệ này là 56,33%.\n\nThái Bình: 83,2%. Hưng Yên: 79,6%.",
            2021,
            [
                "thai-binh public_investment_rate actual 2021-9M 83.2",
                "hung-yen public_investment_rate actual 2021-9M 79.6",
            ],
            id="the nation's period rules the provinces told of next",
        ),
        pytest.param(
            "Ba tỉnh miền Trung\n\nQuý I năm 2025, Quảng Ngãi xuất khẩu 370 triệu USD, thu ngân "
            "sách 7.100 tỷ đồng. Cuối năm 2024, 102 xã của tỉnh đạt chuẩn nông thôn mới, tỷ lệ hộ "
            "nghèo 8,11%.\n\nBình Định thu ngân sách 2.600 tỷ đồng.",
            2025,
            [
                "quang-ngai export_turnover actual 2025-Q1 370",
                "quang-ngai budget_revenue actual 2025-Q1 7100",
                "quang-ngai new_rural_communes actual 2024 102",
                "quang-ngai poverty_rate actual 2024 8.11",
                "binh-dinh budget_revenue actual 2025-Q1 2600",
            ],
            id="a paragraph on another province returns from an earlier year",
        ),
    ],
)
def test_what_an_article_tells_of_several_provinces(text: str, year: int, told: list[str]) -> None:
    found = extract(made_up(text), Placement(None, None), Reference(None, year)).observations
    assert told == [
        f"{each.province} {each.indicator} {each.kind.value} {each.period} {each.low:g}"
        for each in found
    ]
