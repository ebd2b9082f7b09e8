"""What numbers with their units say, by a table of examples and by many made-up ones."""

import csv
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.recognising.quantities import Quantity, quantities

TABLE = Path(__file__).parent / "examples" / "quantities.csv"
MARKS = "0123456789.,/-–% đếntỷiệulượgxãờâmhUSD\u00a0\n"


def examples() -> list[object]:
    with TABLE.open(encoding="utf-8") as file:
        return [
            pytest.param(
                row,
                id=row["phrase"],
                marks=[pytest.mark.xfail(strict=True, reason=row["why"])]
                if row["known_gap"]
                else [],
            )
            for row in csv.DictReader(file)
        ]


def vietnamese(value: Decimal) -> str:
    """A number as the press writes it: a dot for thousands, a comma for decimals."""
    return f"{value:,f}".translate(str.maketrans(",.", ".,"))


def first(phrase: str) -> Quantity:
    return quantities(phrase.lower())[0]


@pytest.mark.parametrize("row", examples())
def test_a_phrase_says_what_the_examples_say(row: dict[str, str]) -> None:
    quantity = first(row["phrase"])
    said = row["dimension"], tuple(row["per"].split("/")) if row["per"] else ()
    assert (quantity.dimension, quantity.per) == said
    if row["low"]:
        bounds = float(row["low"]), float(row["high"])
        assert (quantity.low, quantity.high) == pytest.approx(bounds)
    assert quantity.out_of == (float(row["out_of"]) if row["out_of"] else None)


@pytest.mark.parametrize(
    ("phrase", "quotes"),
    [
        ("khu vực i - ii - iii: 20% - 35% - 45%", ["20%", "35%", "45%"]),
        ("giảm từ 5 - 3%", ["5", "3%"]),
        ("ngày 5-6/7", ["5", "6/7"]),
        ("từ ngày 15 đến 20-11-2025", ["15", "20-11-2025"]),
        ("9,08%/kh 8,5-9,5%", ["9,08%", "8,5-9,5%"]),
        ("xuất khẩu ước 1.700, nhập khẩu ước 1.618 triệu usd", ["1.700", "1.618 triệu usd"]),
        ("1 tỷ 20%", ["1 tỷ", "20%"]),
        ("12 triệu 5 xã", ["12 triệu", "5"]),
        ("nghị quyết số 13-nq/tw", ["13"]),
        ("giai đoạn 2021-2025", ["2021-2025"]),
        ("không có con số nào", []),
    ],
)
def test_numbers_are_parted_and_joined(phrase: str, quotes: list[str]) -> None:
    assert [phrase[each.start : each.end] for each in quantities(phrase)] == quotes


@given(st.decimals(0, 10**9, places=2), st.sampled_from(["", "%", " tỷ đồng", " triệu usd"]))
def test_a_number_written_the_vietnamese_way_is_read_back(value: Decimal, unit: str) -> None:
    factor = {"": 1, "%": 1, " tỷ đồng": 10**9, " triệu usd": 10**6}[unit]
    quantity = first(f"đạt {vietnamese(value)}{unit} trong kỳ")
    assert quantity.low == quantity.high == pytest.approx(float(value) * factor)


@given(st.integers(0, 10**12))
def test_a_whole_number_is_read_back_with_and_without_dots(value: int) -> None:
    assert first(f"{value} xã").low == first(f"{vietnamese(Decimal(value))} xã").low == value


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from("-–—"))
def test_a_range_holds_two_ascending_bounds(one: int, other: int, dash: str) -> None:
    low, high = sorted((one, other))
    quantity = first(f"{vietnamese(Decimal(low))} {dash} {vietnamese(Decimal(high))} xã")
    assert (quantity.low, quantity.high) == (low, high)


@given(st.text(max_size=60) | st.text(MARKS, max_size=60))
def test_any_text_gives_numbers_that_begin_and_end_with_digits_and_do_not_overlap(
    text: str,
) -> None:
    text = text.lower()
    found = quantities(text)
    for each in found:
        assert text[each.start].isdigit()
        assert text[each.digits_end - 1].isdigit()
        assert each.digits_end <= each.end <= len(text)
        assert each.low <= each.high or each.dimension == "malformed"
    assert all(before.digits_end <= after.start for before, after in pairwise(found))


@given(st.text(MARKS, max_size=60))
def test_no_digit_of_any_text_is_lost(text: str) -> None:
    text = text.lower()
    inside = {at for each in quantities(text) for at in range(each.start, each.digits_end)}
    assert {at for at, character in enumerate(text) if character.isdecimal()} <= inside
