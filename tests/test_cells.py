import pytest

from dashboard import cells, queries, sentences
from dashboard.words import words

VI, EN = words("vi"), words("en")


@pytest.fixture
def cell(monkeypatch, database):
    """Finds a cell of the database by province, indicator and year."""
    monkeypatch.setenv("CHI_TIEU_DATABASE", str(database))

    def find(province: str, indicator: str, year: int):
        found = queries.cell(province, indicator, year)
        assert found is not None
        return found

    return find


def test_a_verdict_on_a_growth_is_in_points(cell):
    assert cells.verdict(cell("lang-son", "grdp_growth", 2020), VI) == "−6,47"


def test_a_verdict_on_a_revenue_is_its_share_of_the_target(cell):
    assert cells.verdict(cell("lang-son", "budget_revenue", 2021), EN) == "98.4%"


def test_how_a_status_came_about_is_told_with_the_rules_version(cell):
    line = cells.reckoning(cell("lang-son", "grdp_growth", 2020), VI)
    assert line == "2,03% so với 8,5–9% · 23,9% · −6,47 điểm % → còn xa; quy tắc v1"


def test_an_implied_target_is_shown_as_reckoned(cell):
    implied = cell("lang-son", "trade_turnover", 2021)
    assert cells.target(implied, VI) == "≈ 3.080 triệu USD"
    assert cells.gap(implied, EN) == "−1,070 million USD"


def test_fractions_are_shown_whole(cell):
    assert cells.actual(cell("lang-son", "plan_targets_met", 2020), VI) == "14/18 chỉ tiêu"


def test_provinces_stand_best_first_within_their_groups(monkeypatch, database):
    monkeypatch.setenv("CHI_TIEU_DATABASE", str(database))
    year = sentences.fullest_year(queries.years(indicator="grdp_growth"))
    found = cells.best_first(queries.cells(year=year, indicator="grdp_growth"))
    gaps = [each["gap"] for each in found if each["gap"] is not None]
    assert gaps == sorted(gaps, reverse=True)
    judged, running, no_actual, no_target = sentences.sections(found, VI)
    assert sum(len(each.lines) for each in (judged, running, no_actual, no_target)) == len(found)
    assert all(line.actual is None for line in no_actual.lines)
    assert all(line.low is None and line.high is None for line in no_target.lines)
    assert all(line.part for line in running.lines)


def test_less_is_better_for_poverty():
    rows = [
        {"direction": "down", "unit": "percent", "gap": gap, "attainment": 1, "actual": 1}
        for gap in (0.5, -1.0)
    ]
    assert [row["gap"] for row in cells.best_first(rows)] == [-1.0, 0.5]


@pytest.mark.parametrize(
    ("year", "sentence"),
    [
        (
            2020,
            "Năm 2020, Lạng Sơn chưa đạt chỉ tiêu duy nhất so được cả kỳ: "
            "tốc độ tăng trưởng GRDP, 2,03% so với 8,5–9%.",
        ),
        (
            2021,
            "Năm 2021, Lạng Sơn có 2 chỉ tiêu đang theo dõi giữa kỳ, chưa có kết quả cả năm để so.",
        ),
    ],
)
def test_a_provinces_year_is_told_in_a_sentence(monkeypatch, database, year, sentence):
    monkeypatch.setenv("CHI_TIEU_DATABASE", str(database))
    found = queries.cells(province="lang-son", year=year)
    assert sentences.province(found, queries.provinces()["lang-son"], year, VI) == sentence
