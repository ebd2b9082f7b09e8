from datetime import date

import pytest

from dashboard import formats
from dashboard.words import words

VI, EN = words("vi"), words("en")


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (5738.9, "5.738,9", "5,738.9"),
        (2.03, "2,03", "2.03"),
        (8.0, "8", "8"),
        (0, "0", "0"),
        (-6.47, "−6,47", "−6.47"),
        (-0.001, "0", "0"),
        (1_234_567.5, "1.234.567,5", "1,234,567.5"),
        (1952.9999999, "1.953", "1,953"),
        (100, "100", "100"),
    ],
)
def test_a_number_has_the_separators_of_its_language(value, vi, en):
    assert formats.number(value, VI) == vi
    assert formats.number(value, EN) == en


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (2.03, 2.03, "2,03"),
        (8.5, 9, "8,5–9"),
        (3, None, "≥ 3"),
        (None, 5, "≤ 5"),
        (None, None, "–"),
        (float("nan"), 4.5, "≤ 4,5"),
        (0, 0, "0"),
    ],
)
def test_an_open_side_is_shown_as_open(low, high, text):
    assert formats.bounds(low, high, VI) == text


@pytest.mark.parametrize(
    ("text", "unit", "vi", "en"),
    [
        ("1", "percent", "1%", "1%"),
        ("1", "billion_vnd", "1 tỷ đồng", "1 billion VND"),
        ("–", "percent", "–", "–"),
    ],
)
def test_a_value_stands_with_its_unit(text, unit, vi, en):
    assert formats.with_unit(text, unit, VI) == vi
    assert formats.with_unit(text, unit, EN) == en


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (-6.47, "percent", "−6,47 điểm %"),
        (0.5, "percent", "+0,5 điểm %"),
        (0, "percent", "0 điểm %"),
        (None, "percent", ""),
        (-96.1, "billion_vnd", "−96,1 tỷ đồng"),
    ],
)
def test_a_gap_of_percentages_is_in_points(value, unit, text):
    assert formats.gap(value, unit, VI) == text


@pytest.mark.parametrize(
    ("period", "vi", "en"),
    [
        ("2020", "2020", "2020"),
        ("2021-H1", "6 tháng đầu năm 2021", "first half of 2021"),
        ("2021-H2", "6 tháng cuối năm 2021", "second half of 2021"),
        ("2021-9M", "9 tháng đầu năm 2021", "first 9 months of 2021"),
        ("2021-Q3", "quý III/2021", "Q3 2021"),
        ("2021-M05", "tháng 5/2021", "May 2021"),
        ("2016..2020", "giai đoạn 2016–2020", "2016–2020"),
        ("someday", "someday", "someday"),
    ],
)
def test_a_period_is_told_in_words(period, vi, en):
    assert formats.period(period, VI) == vi
    assert formats.period(period, EN) == en


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (date(2021, 7, 14), "14/7/2021", "14 July 2021"),
        (None, "không rõ ngày", "date unknown"),
    ],
)
def test_a_date_is_written_as_people_do(value, vi, en):
    assert formats.day(value, VI) == vi
    assert formats.day(value, EN) == en


def test_an_attainment_is_a_percentage():
    assert formats.share(0.238824, VI) == "23,9%"
    assert formats.share(None, VI) == ""


def test_one_thing_is_not_counted_as_many():
    assert EN.count("count.provinces", 1) == "1 province"
    assert EN.count("count.provinces", 1387) == "1,387 provinces"
    assert VI.count("count.provinces", 1387) == "1.387 tỉnh, thành"
