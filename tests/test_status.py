"""The rule that judges an actual against a target, by its table of examples."""

import csv
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.models import Direction, Measure
from etl.status import Figure, Status, grade_attainment, judge, parse_period

EXAMPLES = Path(__file__).parent / "examples" / "status.csv"
GRADES = [Status.OPPOSITE, Status.FAR, Status.PARTIAL, Status.NEAR, Status.MET, Status.EXCEEDED]
PACES = [Status.BEHIND, Status.ON_PACE, Status.AHEAD]


def examples() -> list[dict[str, str]]:
    with EXAMPLES.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def figure(text: str, period: str) -> Figure | None:
    """Reads `5`, `8.5..9`, `3..`, `..5`, each with a unit after it or not."""
    if not text:
        return None
    numbers, _, unit = text.partition(" ")
    low, dots, high = numbers.partition("..")
    bounds = [float(bound) if bound else None for bound in (low, high if dots else low)]
    return Figure(bounds[0], bounds[1], unit, parse_period(period))


def exact(number: float, period: str = "2020") -> Figure:
    return Figure(number, number, "", parse_period(period))


@pytest.mark.parametrize("example", examples(), ids=lambda example: example["why"])
def test_the_rule_judges_as_its_table_says(example: dict[str, str]) -> None:
    verdict = judge(
        figure(example["actual"], example["actual_period"]),
        figure(example["target"], example["target_period"]),
        Measure(example["measure"]),
        Direction(example["direction"]),
    )
    assert verdict.status == example["status"]
    for name in ("gap", "attainment", "pace"):
        expected = float(example[name]) if example[name] else None
        assert getattr(verdict, name) == pytest.approx(expected, abs=1e-5), name


@pytest.mark.parametrize(
    ("percentage", "status"),
    [
        (105, "exceeded"),
        (100, "met"),
        (95, "near"),
        (94.9, "partial"),
        (59, "far"),
        (-3, "opposite"),
    ],
)
def test_a_bare_percentage_of_plan_is_judged_by_itself(percentage: float, status: str) -> None:
    assert grade_attainment(percentage / 100, Direction.UP).status == status


def test_a_bare_percentage_of_plan_is_no_grade_where_less_is_better() -> None:
    assert grade_attainment(1.05, Direction.DOWN).status is Status.UNGRADED


@pytest.mark.parametrize(
    ("text", "year", "months", "end"),
    [
        ("2020", 2020, 12, 12),
        ("2021-H1", 2021, 6, 6),
        ("2021-H2", 2021, 6, 12),
        ("2021-9M", 2021, 9, 9),
        ("2021-11M", 2021, 11, 11),
        ("2021-Q3", 2021, 3, 9),
        ("2021-M05", 2021, 1, 5),
        ("2016..2020", 2020, 60, 12),
    ],
)
def test_a_period_is_read_in_months(text: str, year: int, months: int, end: int) -> None:
    period = parse_period(text)
    assert (period.year, period.months, period.end) == (year, months, end)


@pytest.mark.parametrize(
    "text", ["", "20", "2021-H3", "2021-Q5", "2021-9", "2016-2020", "năm 2020"]
)
def test_what_is_no_period_is_named(text: str) -> None:
    with pytest.raises(ValueError, match="no period"):
        parse_period(text)


numbers = st.floats(-1e6, 1e6, allow_nan=False).map(lambda number: round(number, 3))
plans = st.floats(0.1, 1e6).map(lambda number: round(number, 3))


@given(numbers, numbers, plans, st.sampled_from([Direction.UP, Direction.DOWN]))
def test_a_worse_actual_never_gets_a_better_grade(
    one: float, other: float, plan: float, direction: Direction
) -> None:
    worse, better = sorted((one, other), reverse=direction is Direction.DOWN)
    grades = [
        GRADES.index(judge(exact(reached), exact(plan), Measure.RATE, direction).status)
        for reached in (worse, better)
    ]
    assert grades == sorted(grades)


@given(numbers, numbers, plans, st.sampled_from(["2020-H1", "2020-9M", "2020-Q1", "2020-M12"]))
def test_a_worse_actual_never_gets_a_better_pace(
    one: float, other: float, plan: float, period: str
) -> None:
    paces = [
        PACES.index(judge(exact(reached, period), exact(plan), Measure.FLOW, Direction.UP).status)
        for reached in sorted((one, other))
    ]
    assert paces == sorted(paces)


@given(plans, st.floats(0.01, 1), st.sampled_from([Direction.UP, Direction.DOWN]))
def test_attainment_is_one_exactly_at_the_bound_that_meets_the_target(
    plan: float, width: float, direction: Direction
) -> None:
    low, high = (plan, plan + width) if direction is Direction.UP else (plan - width, plan)
    target = Figure(low, high, "", parse_period("2020"))
    verdict = judge(exact(plan), target, Measure.RATE, direction)
    assert verdict.status is Status.MET
    assert verdict.attainment == 1
    assert verdict.gap == 0


@given(numbers, numbers, numbers, st.sampled_from(Direction), st.sampled_from(Measure))
def test_every_pair_of_figures_gets_a_finite_verdict(
    reached: float, low: float, width: float, direction: Direction, measure: Measure
) -> None:
    target = Figure(low, low + abs(width), "", parse_period("2020"))
    verdict = judge(exact(reached), target, measure, direction)
    assert verdict.gap is not None
    assert all(
        number is None or math.isfinite(number)
        for number in (verdict.gap, verdict.attainment, verdict.pace)
    )
