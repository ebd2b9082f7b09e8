"""The tile map: where provinces stand, how they look."""

from collections import Counter

import pytest

from dashboard import looks, mergers, queries, tile_map
from dashboard.words import words

VI = words("vi")


@pytest.fixture(autouse=True)
def shown(monkeypatch, database):
    monkeypatch.setenv("CHI_TIEU_DATABASE", str(database))


@pytest.mark.parametrize(
    ("basis", "year", "count"), [("63", 2020, 63), ("63", 2025, 63), ("34", 2026, 34)]
)
def test_every_province_has_exactly_one_tile(basis, year, count):
    places = tile_map.places(queries.provinces(), basis, year)
    assert len(places) == count
    assert Counter(places.values()).most_common(1)[0][1] == 1


def test_every_province_of_the_table_has_a_tile_in_its_time():
    provinces = queries.provinces()
    seen = {
        name
        for basis, year in (("63", 2024), ("63", 2025), ("34", 2026))
        for name in tile_map.places(provinces, basis, year)
    }
    assert seen == set(provinces)


@pytest.mark.parametrize("basis", ["63", "34"])
def test_the_islands_lie_in_the_sea_east_of_their_provinces(basis):
    places = tile_map.places(queries.provinces(), basis, 2025)
    islands = {row["island"]: row for row in tile_map.islands()}
    owners = {name: row["province"] for name, row in islands.items()}
    assert owners == {"hoang-sa": "da-nang", "truong-sa": "khanh-hoa"}
    for row in islands.values():
        column, line = int(row[f"grid{basis}_col"]), int(row[f"grid{basis}_row"])
        assert column > max(place[0] for place in places.values())
        assert abs(line - places[row["province"]][1]) <= 2


def test_the_map_looks_like_the_country():
    places = tile_map.places(queries.provinces(), "63", 2024)
    down = ["ha-giang", "ha-noi", "thanh-hoa", "nghe-an", "ha-tinh", "thua-thien-hue", "da-nang"]
    down += ["khanh-hoa", "ho-chi-minh", "can-tho", "ca-mau"]
    rows = [places[name][1] for name in down]
    assert rows == sorted(rows)
    assert places["dien-bien"][0] < places["ha-noi"][0] < places["quang-ninh"][0]
    assert places["kon-tum"][0] < places["quang-ngai"][0]


def test_a_merged_province_bears_the_signs_of_its_parts():
    provinces = queries.provinces()
    found = queries.cells(year=2024, indicator="grdp_growth")
    arranged = mergers.arrange(provinces, found, 2024, "34")
    look = looks.by_status(arranged, provinces, "34", VI)["ninh-binh"]
    assert look.glyph == "–●▲"
    assert len(set(look.fills)) == 3
    assert "Nam Định: ● đạt" in look.hover


def test_a_merged_provinces_rates_give_its_tile_no_value_and_its_amounts_their_sum():
    provinces = queries.provinces()
    for indicator, year, value in (("grdp_growth", 2023, "…"), ("grdp_size", 2023, "")):
        found = queries.cells(year=year, indicator=indicator)
        arranged = mergers.arrange(provinces, found, year, "34")
        shown, legend = looks.by_value(arranged, provinces, "34", VI)
        assert shown["tay-ninh"].glyph == value
        assert legend


def test_a_part_of_a_year_gives_a_tile_no_shade():
    provinces = queries.provinces()
    found = queries.cells(year=2024, indicator="grdp_growth", province="nghe-an")
    arranged = mergers.arrange(provinces, found, 2024, "63")
    shown, legend = looks.by_value(arranged, provinces, "63", VI)
    assert shown["nghe-an"].glyph == "…"
    assert legend == []


@pytest.mark.parametrize(
    ("values", "edges"),
    [([], []), ([3], [3]), ([1, 1, 2], [1, 2]), (list(range(1, 11)), [2, 4, 6, 8, 10])],
)
def test_classes_hold_about_as_many_values_each(values, edges):
    assert looks.classes(values) == edges
