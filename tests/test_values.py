"""What a quantity is in an indicator's unit, and which quantities can be no value of it."""

import pytest

from etl.catalogue import load_catalogue
from etl.figures.values import Value, value_of
from etl.recognising.quantities import quantities


def value(indicator: str, phrase: str) -> Value | None:
    lower = phrase.lower()
    return value_of(load_catalogue().indicators[indicator], quantities(lower)[0], lower)


@pytest.mark.parametrize(
    ("indicator", "phrase", "low", "high", "unit"),
    [
        ("grdp_growth", "2,03%", 2.03, 2.03, "percent"),
        ("grdp_growth", "8,5 – 9%", 8.5, 9, "percent"),
        ("poverty_reduction", "1,5 điểm %", 1.5, 1.5, "percentage_points"),
        ("budget_revenue", "5.738,9 tỷ đồng", 5738.9, 5738.9, "billion_vnd"),
        ("budget_revenue", "1,3 nghìn tỷ đồng", 1300, 1300, "billion_vnd"),
        ("budget_revenue", "31.486,9 tỷ", 31486.9, 31486.9, "billion_vnd"),
        ("budget_revenue", "950 triệu đồng", 0.95, 0.95, "billion_vnd"),
        ("export_turnover", "2,01 tỷ USD", 2010, 2010, "million_usd"),
        ("export_turnover", "1 tỉ 953 triệu USD", 1953, 1953, "million_usd"),
        ("grdp_per_capita", "43,15 triệu đồng", 43.15, 43.15, "million_vnd_per_person"),
        ("grdp_per_capita", "87-88 triệu đồng/người", 87, 88, "million_vnd_per_person"),
        ("grdp_per_capita", "2.450 USD", 2450, 2450, "usd_per_person"),
        (
            "income_per_capita",
            "4,2 triệu đồng/người/tháng",
            4.2,
            4.2,
            "million_vnd_per_person_month",
        ),
        ("tourist_arrivals", "1,2 triệu lượt khách", 1200, 1200, "thousand_visits"),
        ("grain_output", "318.600 tấn", 318.6, 318.6, "thousand_tonnes"),
        ("new_enterprises", "1,1 nghìn doanh nghiệp", 1100, 1100, "count"),
        ("new_enterprises", "1.100 so với năm trước", 1100, 1100, "count"),
        ("new_rural_communes", "88/150 xã", 88, 88, "communes"),
        ("jobs_created", "38.700 lao động", 38700, 38700, "people"),
    ],
)
def test_a_quantity_is_converted_to_the_indicator_s_unit(
    indicator: str, phrase: str, low: float, high: float, unit: str
) -> None:
    found = value(indicator, phrase)
    assert found is not None
    assert (found.low, found.high, found.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("indicator", "phrase"),
    [
        ("grdp_growth", "45.700 tỷ đồng"),
        ("grdp_growth", "1,49 điểm %"),
        ("budget_revenue", "12,5%"),
        ("budget_revenue", "60 triệu đồng/người"),
        ("budget_revenue", "150 triệu đồng/ha"),
        ("budget_revenue", "5.000 đồng"),
        ("budget_revenue", "14,5,9 tỷ đồng"),
        ("grdp_per_capita", "45.700 tỷ đồng"),
        ("new_enterprises", "45 dự án"),
        ("new_enterprises", "45 song phương"),
        ("new_rural_communes", "88"),
        ("new_rural_communes", "27 thôn"),
        ("tourist_arrivals", "3.600 tỷ đồng"),
        ("jobs_created", "2.300 hộ"),
    ],
)
def test_a_quantity_of_another_kind_is_no_value(indicator: str, phrase: str) -> None:
    assert value(indicator, phrase) is None
