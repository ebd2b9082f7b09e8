"""The scoreboard: which rows and columns it has, and in which order."""

import pytest

from dashboard import cells, scoreboard
from dashboard.words import words

VI = words("vi")


@pytest.fixture
def cell():
    """Makes cells: province, indicator, status, and the gap in points."""

    def make(province: str, indicator: str, status: str = "met", gap: float = 0.0):
        return {
            "province": province,
            "name": province,
            "name_en": province,
            "indicator": indicator,
            "position": {"growth": 0, "revenue": 1, "poverty": 2}[indicator],
            "direction": "up",
            "unit": "percent",
            "status": status,
            "gap": gap,
            "attainment": 1.0,
        }

    return make


@pytest.fixture
def found(cell):
    return [
        cell("ben", "revenue", "exceeded", 3),
        cell("an", "growth", "far", -4),
        cell("ben", "growth", "near", -1),
        cell("chau", "growth", "met", 1),
        cell("chau", "poverty", "met"),
    ]


def laid_out(found, sort="met", groups=None):
    return scoreboard.board(found, lambda cell: (groups or {}).get(cell["province"]), sort, VI)


def test_indicators_with_most_cells_stand_first_then_in_the_catalogues_order(found):
    assert laid_out(found).indicators == ("growth", "revenue", "poverty")


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("met", ["chau", "ben", "an"]),
        ("province", ["an", "ben", "chau"]),
        ("growth", ["chau", "ben", "an"]),
        ("revenue", ["ben", "an", "chau"]),
    ],
)
def test_provinces_stand_in_the_order_asked_for(found, sort, expected):
    assert [row.province for row in laid_out(found, sort).rows] == expected


def test_the_indicator_sorted_by_is_the_first_column(found):
    assert laid_out(found, "poverty").indicators[0] == "poverty"


def test_parts_of_one_province_stand_together_where_the_best_of_them_stands(found, cell):
    found.append(cell("dak", "growth", "far", -9))
    rows = laid_out(found, "met", {"chau": "moi", "dak": "moi"}).rows
    assert [(row.province, row.group) for row in rows] == [
        ("chau", "moi"),
        ("dak", "moi"),
        ("ben", None),
        ("an", None),
    ]


def test_a_province_told_of_before_and_since_its_merger_has_a_row_for_each(cell):
    cells_ = [cell("an", "growth"), cell("an", "revenue")]
    shown = scoreboard.board(
        cells_, lambda each: "an" if each["indicator"] == "growth" else None, "met", VI
    )
    assert [(row.group, set(row.cells)) for row in shown.rows] == [
        (None, {"revenue"}),
        ("an", {"growth"}),
    ]


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ((), (0, 0, 0)),
        (("exceeded", "met"), (2, 0, 0)),
        (("near",), (0, 1, 0)),
        (("partial", "far", "opposite"), (0, 0, 3)),
        (("ahead", "behind", "provisional", "ungraded", "not_comparable"), (0, 0, 0)),
    ],
)
def test_a_tally_counts_only_what_is_compared_over_a_full_period(statuses, expected):
    assert cells.outcomes([{"status": status} for status in statuses]) == expected
