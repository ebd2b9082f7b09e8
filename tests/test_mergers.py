"""Provinces before and since the mergers: who belongs where, and what may be added."""

from datetime import date

import pytest

from dashboard import mergers, queries


@pytest.fixture(scope="module")
def provinces(database):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHI_TIEU_DATABASE", str(database))
        return queries.provinces()


@pytest.fixture
def cell():
    """Makes cells: what is named differs from Long An's GRDP of 2023."""
    usual = {
        "province": "long-an",
        "region": "dong-bang-song-cuu-long",
        "year": 2023,
        "measure": "flow",
        "unit": "billion_vnd",
        "actual": 168_108.0,
        "actual_low": 168_108.0,
        "actual_high": 168_108.0,
        "actual_period": "2023",
        "out_of": None,
        "target_low": 160_000.0,
        "target_high": None,
        "target_unit": "billion_vnd",
        "target_period": "2023",
        "target_basis": "stated",
        "actual_told": date(2023, 12, 20),
        "target_told": date(2022, 12, 20),
    }

    def make(value: float | None = None, **changes):
        bounds = (
            {} if value is None else dict.fromkeys(("actual", "actual_low", "actual_high"), value)
        )
        return usual | bounds | changes

    return make


@pytest.mark.parametrize(
    ("successor", "year", "expected"),
    [
        ("ninh-binh", 2024, {"ha-nam", "nam-dinh", "ninh-binh"}),
        ("ninh-binh", 2030, {"ha-nam", "nam-dinh", "ninh-binh"}),
        ("lang-son", 2024, {"lang-son"}),
        ("hue", 2024, {"thua-thien-hue"}),
        ("hue", 2025, {"hue"}),
        ("ha-nam", 2024, set()),
    ],
)
def test_the_members_of_a_province_are_those_of_the_year(provinces, successor, year, expected):
    assert set(mergers.members(provinces, successor, year)) == expected


def test_the_34_are_made_of_the_63(provinces):
    made = [mergers.members(provinces, name, 2025) for name in provinces]
    assert sum(map(len, made)) == 63
    assert sum(map(bool, made)) == 34
    assert [row["parts"] for row in provinces.values()] == list(map(len, made))


@pytest.mark.parametrize(
    ("province", "year", "told", "since"),
    [
        ("an-giang", 2025, date(2025, 12, 25), True),
        ("an-giang", 2025, date(2025, 3, 1), False),
        ("an-giang", 2026, date(2025, 3, 1), True),
        ("an-giang", 2024, date(2025, 8, 1), True),
        ("an-giang", 2025, None, True),
        ("an-giang", 2024, None, False),
        ("kien-giang", 2025, date(2025, 12, 25), False),
        ("lang-son", 2025, date(2025, 12, 25), False),
    ],
)
def test_a_merged_province_is_told_from_its_namesake_by_the_articles_date(
    provinces, cell, province, year, told, since
):
    found = cell(province=province, year=year, actual_told=told, target_told=None)
    assert mergers.is_since(provinces, found) is since


@pytest.mark.parametrize(
    ("year", "told", "basis"),
    [
        (2024, date(2024, 12, 1), "63"),
        (2025, date(2025, 4, 1), "63"),
        (2025, date(2025, 9, 1), "34"),
        (2026, date(2025, 4, 1), "34"),
    ],
)
def test_the_provinces_shown_are_those_that_the_figures_are_of(provinces, cell, year, told, basis):
    found = [cell(province="tay-ninh", year=year, actual_told=told, target_told=None)]
    assert mergers.usual_basis(provinces, found, year) == basis


def test_amounts_of_all_members_are_added_to_the_digit(provinces, cell):
    found = [cell(), cell(59_235.0, province="tay-ninh", target_low=60_000.1)]
    (merger,) = mergers.arrange(provinces, found, 2023, "34").mergers
    assert merger.successor == "tay-ninh"
    assert merger.actual == mergers.Total(227_343.0, 227_343.0, "billion_vnd", "2023")
    assert merger.target == mergers.Total(220_000.1, None, "billion_vnd", "2023")


@pytest.mark.parametrize(
    ("measure", "unit"),
    [
        ("rate", "percent"),
        ("stock", "percent"),
        ("stock", "rank"),
        ("stock", "per_10k"),
        ("flow", "million_vnd_per_person"),
        ("stock", "targets"),
        ("rate", "billion_vnd"),
    ],
)
def test_rates_shares_ranks_and_amounts_per_person_are_never_added(cell, measure, unit):
    found = [cell(measure=measure, unit=unit, target_unit=unit)] * 2
    assert mergers.total_actual(found) is None
    assert mergers.total_target(found) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"actual_period": "2023-H1"},
        {"unit": "million_usd"},
        {"actual": None, "actual_low": None, "actual_high": None},
        {"actual_high": None},
        {"out_of": 18.0},
    ],
    ids=["another period", "another unit", "none", "at least so much", "of a whole"],
)
def test_results_that_differ_in_kind_are_not_added(cell, changes):
    assert mergers.total_actual([cell(), cell(**changes)]) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"target_period": "2021..2025"},
        {"target_unit": "million_usd"},
        {"target_basis": "implied"},
        {"target_low": None, "target_high": 170_000.0},
    ],
    ids=["another period", "another unit", "reckoned", "open to the other side"],
)
def test_targets_that_differ_in_kind_are_not_added(cell, changes):
    assert mergers.total_target([cell(), cell(**changes)]) is None


def test_nothing_is_added_where_a_member_is_missing(provinces, cell):
    (merger,) = mergers.arrange(provinces, [cell()], 2023, "34").mergers
    assert merger.missing == ("tay-ninh",)
    assert merger.actual is merger.target is None


def test_a_figure_of_the_merged_province_is_no_part_of_a_sum(provinces, cell):
    found = [
        cell(year=2025, actual_told=date(2025, 4, 1)),
        cell(province="tay-ninh", year=2025, actual_told=date(2026, 1, 2)),
    ]
    arranged = mergers.arrange(provinces, found, 2025, "34")
    assert [each["province"] for each in arranged.whole] == ["tay-ninh"]
    assert [each.actual for each in arranged.mergers] == [None]
    assert mergers.shown(provinces, found, "63", None) == found[:1]


@pytest.mark.parametrize(
    ("province", "target_told", "actual_told", "expected"),
    [
        ("hung-yen", date(2024, 12, 11), date(2025, 7, 2), True),
        ("hung-yen", date(2025, 7, 14), date(2026, 1, 2), False),
        ("hung-yen", date(2023, 12, 11), date(2024, 12, 2), False),
        ("hung-yen", None, date(2025, 7, 2), False),
        ("lang-son", date(2024, 12, 11), date(2025, 7, 2), False),
    ],
)
def test_a_target_of_a_part_and_a_result_of_the_whole_are_noticed(
    provinces, cell, province, target_told, actual_told, expected
):
    found = cell(province=province, target_told=target_told, actual_told=actual_told)
    assert mergers.straddles(provinces, found) is expected


def test_a_region_holds_todays_provinces_where_those_are_shown(provinces, cell):
    found = [cell()]
    assert mergers.shown(provinces, found, "63", "dong-bang-song-cuu-long") == found
    assert mergers.shown(provinces, found, "34", "dong-bang-song-cuu-long") == []
    assert mergers.shown(provinces, found, "34", "dong-nam-bo") == found


def test_the_63_are_shown_as_they_are(provinces, cell):
    found = [cell(), cell(province="tay-ninh")]
    assert mergers.arrange(provinces, found, 2023, "63") == mergers.Arrangement(tuple(found), ())
