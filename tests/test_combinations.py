"""Figures whose parts are told in every order and with every sign that journalists join them by.

The sentences are made here: a subject with its value, its plan, its share of the plan, its change.
"""

from datetime import date
from itertools import product

import pytest

from etl.evaluate import written
from etl.extract import extract
from etl.models import Article, Placement
from etl.texts.dates import Reference

DECEMBER = Reference(date(2023, 12, 5), 2023)
JULY = Reference(date(2023, 7, 5), 2023)

AMOUNTS = (  # subject, value, plan, indicator, value and plan in the indicator's unit
    ("thu ngân sách", "8.500 tỷ đồng", "9.000 tỷ đồng", "budget_revenue", "8500", "9000"),
    ("kim ngạch xuất khẩu", "850 triệu USD", "900 triệu USD", "export_turnover", "850", "900"),
    ("khách du lịch", "1,5 triệu lượt", "2 triệu lượt", "tourist_arrivals", "1500", "2000"),
    ("sản lượng thủy sản", "12.000 tấn", "13.000 tấn", "fishery_output", "12", "13"),
)
RATES = (  # subject, what it did, its value, indicator
    ("GRDP", "tăng 7,2%", "7.2", "grdp_growth"),
    ("khu vực dịch vụ", "ước tăng 7,2%", "7.2", "grdp_growth_services"),
    ("chỉ số sản xuất công nghiệp", "chỉ tăng 7,2%", "7.2", "iip_growth"),
    ("tỷ lệ che phủ rừng", "đạt 7,2%", "7.2", "forest_cover"),
)
SHARES = (
    ", bằng 46,2% kế hoạch năm",
    ", đạt 46,2% dự toán",
    " (46,2% kế hoạch)",
    " (bằng 46,2% KH)",
    ", bằng 46,2% so với kế hoạch",
    ", hoàn thành 46,2% kế hoạch HĐND tỉnh giao",
)
CHANGES = (
    ", tăng 15,1% so với cùng kỳ",
    " (tăng 15,1%)",
    " (+15,1%)",
    ", bằng 115,1% cùng kỳ",
    " và tăng 15,1% so với cùng kỳ năm trước",
    ", tăng 15,1% so với 6 tháng đầu năm 2022",
    "; tăng 15,1% so với cùng kỳ",
)
PLANS = (
    " (kế hoạch {})",
    " (KH: {})",
    " (mục tiêu là {})",
    " (chỉ tiêu Nghị quyết: {})",
    ", vượt mục tiêu {}",
    ", không đạt kế hoạch {}",
    ", thấp hơn kế hoạch đề ra ({})",
    ", trong khi kế hoạch là {}",
    ", so với mục tiêu {}",
    ", cao hơn chỉ tiêu HĐND tỉnh giao là {}",
)
AIMS = (
    "Năm 2024, tỉnh phấn đấu {}.",
    "Mục tiêu năm 2024 là {}.",
    "Tỉnh phấn đấu {} trong năm 2024.",
    "Tỉnh đặt mục tiêu {} trong năm tới.",
    "Sang năm, tỉnh phấn đấu {}.",
    "Theo kế hoạch, năm 2024 {}.",
)
RESULTS = (
    "Năm 2023, {}. Đặc biệt, {}.",
    "Trong năm 2023, kinh tế - xã hội tiếp tục phát triển. {}; {}.",
    "Kết quả năm 2023 rất đáng ghi nhận: {}; {}.",
    "Năm 2023 khép lại. Theo báo cáo, {}. {}.",
)
NEXT_YEARS = (
    "Năm 2024, tỉnh phấn đấu {}; {}.",
    "Bước sang năm 2024, tỉnh đặt mục tiêu {}. {}.",
    "Năm 2024, tỉnh đề ra nhiều chỉ tiêu. Cụ thể: {}; {}.",
    "Các chỉ tiêu chủ yếu năm 2024:\n{}\n{}",
    "Mục tiêu năm 2024:\n- {};\n- {}.",
)

TURNS = (  # to the year to come, without a figure
    "Với năm 2024, tỉnh thận trọng hơn.",
    "Sang năm tới, bài toán khó hơn.",
    "Hội nghị thống nhất chọn năm 2024 làm năm tăng tốc.",
    "Ngày mai, các đại biểu biểu quyết nghị quyết năm 2024.",
    "Đây là tiền đề để tỉnh xây dựng kế hoạch năm 2024.",
    "Vậy năm 2024 thì sao?",
    "2024 là năm tăng tốc.",
)
TARGETS = (
    "GRDP tăng 7%; xuất khẩu 1,4 tỷ USD.",
    "Cụ thể: GRDP tăng 7%; xuất khẩu đạt 1,4 tỷ USD.",
    "Mục tiêu là GRDP tăng 7%, xuất khẩu 1,4 tỷ USD.",
    "Dự thảo đặt tăng trưởng 7% và xuất khẩu 1,4 tỷ USD.",
    "Tỉnh cần GRDP tăng 7%, xuất khẩu đạt 1,4 tỷ USD.",
    "Nghị quyết đã chốt: GRDP tăng 7%, xuất khẩu 1,4 tỷ USD.",
    "Hội nghị đã thông qua các mức GRDP tăng 7%, xuất khẩu 1,4 tỷ USD.",
)

NEXT_SENTENCES = (  # a sentence behind the result, its value's kind and period
    ("Mục tiêu đề ra là {}", "target 2023"),
    ("Theo Nghị quyết 31, chỉ tiêu này chỉ là {}", "target 2023"),
    ("Trong khi đó, kế hoạch đầu năm là {}", "target 2023"),
    ("Con số này vượt mục tiêu {}", "target 2023"),
    ("Như vậy, chỉ tiêu {} đã đạt", "target 2023"),
    ("Năm 2022, con số này là {}", "actual 2022"),
    ("Cùng kỳ năm trước là {}", "actual 2022"),
    ("Năm tới, mục tiêu là {}", "target 2024"),
    ("Sang năm 2024, con số này phải là {}", "target 2024"),
)


def told(text: str, reference: Reference) -> list[str]:
    """What an article on Lạng Sơn tells: indicator, kind, period, value and its attributes."""
    whole = f"Lạng Sơn: tình hình kinh tế - xã hội\n\n{text}"
    article = Article("a1", "c", "c/a1.txt", "", None, None, None, reference.published, whole)
    found = extract(article, Placement("lang-son", "text"), reference).observations
    return sorted(
        " ".join(
            filter(
                None,
                [
                    *(each.indicator, each.kind.value, each.period, written(each.low)),
                    each.pct_of_plan and f"{each.pct_of_plan:g}% of plan",
                    each.yoy and f"{each.yoy:+g}%",
                ],
            )
        )
        for each in found
    )


def misread(
    cases: list[tuple[str, list[str]]], reference: Reference
) -> list[tuple[str, list[str]]]:
    """The texts of which anything else is read than is expected, with what is read."""
    read = ((text, told(text, reference), sorted(expected)) for text, expected in cases)
    return [(text, found) for text, found, expected in read if found != expected]


def test_an_amount_has_its_share_of_the_plan_and_its_change_in_either_order() -> None:
    cases = []
    for (subject, value, _, indicator, number, _), share, change in product(
        AMOUNTS, SHARES, CHANGES
    ):
        expected = [f"{indicator} actual 2023-H1 {number} 46.2% of plan +15.1%"]
        for attributes in (share + change, change + share):
            cases.append((f"6 tháng đầu năm 2023, {subject} đạt {value}{attributes}.", expected))
    assert misread(cases, JULY) == []


@pytest.mark.parametrize("begins", ["Năm 2022, {} đạt {}", "{} đạt {} trong năm 2022"])
def test_an_amount_s_plan_is_of_its_own_year(begins: str) -> None:
    cases = []
    for (subject, value, plan, indicator, number, planned), held in product(AMOUNTS, PLANS):
        result = begins.format(subject, value)
        cases.append(
            (
                f"{result[0].upper()}{result[1:]}{held.format(plan)}.",
                [f"{indicator} actual 2022 {number}", f"{indicator} target 2022 {planned}"],
            )
        )
    assert misread(cases, DECEMBER) == []


@pytest.mark.parametrize("begins", ["Năm 2022, {} {}", "{} {} trong năm 2022"])
def test_a_rate_s_plan_is_of_its_own_year(begins: str) -> None:
    cases = []
    for (subject, does, number, indicator), held in product(RATES, PLANS):
        result = begins.format(subject, does)
        cases.append(
            (
                f"{result[0].upper()}{result[1:]}{held.format('6,5%')}.",
                [f"{indicator} actual 2022 {number}", f"{indicator} target 2022 6.5"],
            )
        )
    assert misread(cases, DECEMBER) == []


def test_what_is_aimed_at_in_the_next_year_is_a_target_of_it() -> None:
    cases = [
        (aim.format(f"{subject} đạt {value}"), [f"{indicator} target 2024 {number}"])
        for (subject, value, _, indicator, number, _), aim in product(AMOUNTS, AIMS)
    ]
    assert misread(cases, DECEMBER) == []


def test_results_and_the_next_year_s_plan_do_not_mix_in_either_order() -> None:
    (first, value, plan, indicator, number, planned), *_ = AMOUNTS
    (rate, does, grown, growth), *_ = RATES
    reached = [f"{indicator} actual 2023 {number}", f"{growth} actual 2023 {grown}"]
    aimed = [f"{indicator} target 2024 {planned}", f"{growth} target 2024 {grown}"]
    cases = []
    for results, plans in product(RESULTS, NEXT_YEARS):
        now = results.format(f"{rate} {does}", f"{first} đạt {value}")
        then = plans.format(f"{rate} {does}", f"{first} {plan}")
        cases += [(f"{now}\n\n{then}", reached + aimed), (f"{then}\n\n{now}", reached + aimed)]
    assert misread(cases, DECEMBER) == []


@pytest.mark.parametrize("parted", [" ", "\n\n"])
def test_a_plan_or_another_year_may_stand_in_the_next_sentence(parted: str) -> None:
    cases = []
    for (subject, value, plan, indicator, number, planned), held in product(
        AMOUNTS, NEXT_SENTENCES
    ):
        text, fact = held
        cases.append(
            (
                f"Năm nay, {subject} đạt {value}.{parted}{text.format(plan)}.",
                [f"{indicator} actual 2023 {number}", f"{indicator} {fact} {planned}"],
            )
        )
    assert misread(cases, DECEMBER) == []


@pytest.mark.parametrize("parted", [" ", "\n\n"])
def test_what_follows_a_word_on_the_year_to_come_is_aimed_at_in_it(parted: str) -> None:
    results = "Kết quả năm nay: GRDP ước tăng 6,2%; thu ngân sách ước 8.100 tỷ đồng."
    reached = ["budget_revenue actual 2023 8100", "grdp_growth actual 2023 6.2"]
    aimed = ["export_turnover target 2024 1400", "grdp_growth target 2024 7"]
    cases = [
        (f"{results}\n\n{turn}{parted}{targets}", reached + aimed)
        for turn, targets in product(TURNS, TARGETS)
    ]
    assert misread(cases, DECEMBER) == []


@pytest.mark.parametrize("mark", [", ", "; ", ".\n- ", ";\n+ ", "\n"])
@pytest.mark.parametrize("leads", ["Năm 2022, ", "Kết quả năm 2022:\n- "])
def test_figures_listed_with_any_mark_are_all_read(leads: str, mark: str) -> None:
    listed = [
        ("GRDP bình quân đầu người đạt 58 triệu đồng", "grdp_per_capita actual 2022 58"),
        ("GRDP tăng 7,2%", "grdp_growth actual 2022 7.2"),
        ("tỷ lệ hộ nghèo còn 3,2%", "poverty_rate actual 2022 3.2"),
        ("kim ngạch xuất khẩu đạt 850 triệu USD", "export_turnover actual 2022 850"),
    ]
    turned = (listed[at:] + listed[:at] for at in range(len(listed)))
    cases = [
        (leads + mark.join(text for text, _ in each) + ".", [fact for _, fact in each])
        for each in turned
    ]
    assert misread(cases, DECEMBER) == []
