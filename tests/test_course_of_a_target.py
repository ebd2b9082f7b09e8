"""The story of a target, told by what the shipped articles say of it."""

from datetime import date

import pytest

from dashboard import cells, queries, story
from dashboard.words import words

VI, EN = words("vi"), words("en")


@pytest.fixture
def told(monkeypatch, database):
    """The lines of a cell's story."""
    monkeypatch.setenv("CHI_TIEU_DATABASE", str(database))

    def tell(province: str, indicator: str, year: int, say=VI) -> list[str]:
        cell = queries.cell(province, indicator, year)
        sources = queries.sources(province, indicator, year)
        return [line for _, line in story.steps(cell, sources, say)]

    return tell


def test_a_target_is_set_and_then_reported_on_with_its_share_of_plan_and_year(told):
    first, second = told("lang-son", "budget_revenue", 2021)
    assert first == "2/12/2020 · chỉ tiêu 5.835 tỷ đồng · baolangson.vn"
    assert second.startswith("14/7/2021 · kết quả 5.738,9 tỷ đồng (6 tháng đầu năm 2021)")
    assert "98,3% chỉ tiêu trong 50% thời gian của năm" in second


def test_a_share_of_the_year_is_told_of_what_adds_up_only(told):
    assert not [line for line in told("long-an", "grdp_growth", 2024) if "thời gian" in line]


def test_articles_of_an_unknown_day_come_last_a_quarter_before_nine_months(told):
    lines = told("nghe-an", "budget_revenue", 2024, EN)
    assert [line.split(" · ")[0] for line in lines[1:]] == ["date unknown"] * 2
    assert "first quarter of 2024" in lines[1].lower() or "Q1 2024" in lines[1]
    assert "106.4% of the target in 75% of the year" in lines[2]


def test_what_the_years_of_a_term_add_up_to_is_not_drawn_beside_yearly_figures(told):
    told("lang-son", "budget_revenue", 2021)
    cell = queries.cell("lang-son", "budget_revenue", 2021)
    assert cells.point(cell, EN).low == 5835
    assert cells.point(cell | {"target_period": "2021..2025"}, EN).low is None


@pytest.mark.parametrize(
    ("basis", "period", "told_in", "since"),
    [
        ("term", "2021..2025", date(2022, 10, 26), 2021),
        ("term", "2025", date(2022, 10, 26), 2022),
        ("term", "2025", None, None),
        ("stated", "2025", date(2024, 12, 1), None),
    ],
)
def test_a_terms_target_is_a_path_from_its_first_year(told, basis, period, told_in, since):
    told("lang-son", "grdp_growth", 2020)
    cell = queries.cell("lang-son", "grdp_growth", 2020)
    changed = cell | {
        "year": 2025,
        "target_basis": basis,
        "target_period": period,
        "target_told": told_in,
    }
    assert cells.point(changed, EN).since == since
