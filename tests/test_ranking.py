import pytest

from dashboard import comparison, ranking


@pytest.fixture
def cell():
    def make(province, actual, *, unit="percent", direction="up", period="2024", region="north"):
        return {
            "province": province,
            "region": region,
            "year": 2024,
            "actual": actual,
            "actual_period": period,
            "unit": unit,
            "direction": direction,
            "status": "met",
        }

    return make


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], []),
        ([9.0], [1]),
        ([9.0, 8.5, 8.5, 7.0], [1, 2, 2, 4]),
        ([5.0, 5.0, 5.0], [1, 1, 1]),
    ],
)
def test_equal_results_share_a_rank_and_the_next_ones_are_left_out(values, expected):
    assert ranking.ranks(values) == expected


@pytest.mark.parametrize(
    ("direction", "best"), [("up", "high"), ("neutral", "high"), ("down", "low")]
)
def test_the_better_result_stands_first(cell, direction, best):
    found = [cell("low", 1.0, direction=direction), cell("high", 2.0, direction=direction)]
    assert ranking.ranked(found)[0]["province"] == best


def test_only_whole_years_in_the_usual_unit_are_ranked(cell):
    found = [
        cell("a", 60.0, unit="million_vnd_per_person"),
        cell("b", 70.0, unit="million_vnd_per_person"),
        cell("in dollars", 5852.0, unit="usd_per_person"),
        cell("half", 90.0, unit="million_vnd_per_person", period="2024-H1"),
        cell("none", None, unit="million_vnd_per_person"),
    ]
    assert [each["province"] for each in ranking.ranked(found)] == ["b", "a"]


def test_peers_are_of_the_same_region_those_with_most_pairs_first(cell):
    found = [cell(name, 1.0) for name in ("a", "b", "c", "c")]
    found.append(cell("far", 1.0, region="south"))
    assert comparison.peers(found, "a") == ["a", "c", "b"]
