"""Which period a phrase names while another one rules the text."""

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.recognising.period_forms import periods
from etl.recognising.periods import Period, months_part, resolve, shifted

TABLE = Path(__file__).parent / "examples" / "periods.csv"
WORDS = ["năm", "tháng", "quý", "giai đoạn", "đến", "ngày", "2021", "9", "-", "/", "đầu", "iv", ","]


def examples() -> list[object]:
    with TABLE.open(encoding="utf-8") as file:
        return [
            pytest.param(
                row,
                id=f"{row['phrase']}, running {row['running']}",
                marks=[pytest.mark.xfail(strict=True, reason=row["why"])]
                if row["known_gap"]
                else [],
            )
            for row in csv.DictReader(file)
        ]


def period(written: str) -> Period:
    year, _, part = written.partition("-")
    return Period(int(year), int(year), part)


@pytest.mark.parametrize("row", examples())
def test_a_phrase_names_the_period_of_the_examples(row: dict[str, str]) -> None:
    phrase = row["phrase"].lower()
    found = [str(resolve(each, period(row["running"]))) for each in periods(phrase)]
    assert found == ([row["expected"]] if row["expected"] else [])


def test_blanks_that_do_not_break_are_blanks() -> None:
    phrase = "9\u00a0tháng đầu\u00a0năm\u00a02021"
    (mention,) = periods(phrase)
    assert (mention.part, mention.year, mention.end) == ("9M", 2021, len(phrase))


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("riêng tháng 5 đạt 10 tỷ, lũy kế 5 tháng 50 tỷ", ["2024-M05", "2024-5M"]),
        ("năm 2023 đạt 10 để đến năm 2025 đạt 12", ["2023", "2025"]),
        ("quý i và 6 tháng đầu năm 2024", ["2024-Q1", "2024-H1"]),
        ("giai đoạn 2021-2025, riêng năm 2025", ["2021..2025", "2025"]),
        ("năm 2020 và 2021", ["2020", "2021"]),
    ],
)
def test_several_periods_are_told_apart(phrase: str, expected: list[str]) -> None:
    running = Period(2024, 2024)
    assert [str(resolve(each, running)) for each in periods(phrase)] == expected


@pytest.mark.parametrize(
    ("written", "month"),
    [("2021", 12), ("2021-H1", 6), ("2021-9M", 9), ("2021-Q2", 6), ("2021-M05", 5)],
)
def test_a_period_knows_the_month_it_ends_in(written: str, month: int) -> None:
    assert period(written).end_month == month
    assert str(shifted(period(written), -1)) == written.replace("2021", "2020")


@given(st.integers(1, 12), st.integers(2000, 2049))
def test_months_of_any_year_are_read_back(months: int, year: int) -> None:
    phrase = f"{months} tháng đầu năm {year}"
    (mention,) = periods(phrase)
    assert resolve(mention, Period(1999, 1999)) == Period(year, year, months_part(months))


@given(st.text(max_size=60) | st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_any_text_gives_periods_in_their_order(text: str) -> None:
    text = text.lower()
    found = periods(text)
    assert all(before.end <= after.start for before, after in pairwise(found))
    for mention in found:
        resolved = resolve(mention, Period(2021, 2021, "9M"))
        assert resolved.first <= resolved.last
        assert 1 <= resolved.end_month <= 12


def test_a_period_ends_with_its_sentence():
    text = "tăng trong quý iv. 2020 là năm khó khăn"
    found = periods(text, [text.index(".") + 1, len(text)])
    assert [(each.part, each.year) for each in found] == [("Q4", None), ("", 2020)]
