"""Which figures stand for a year, and how a target is found for an actual."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.catalogue import load_catalogue
from etl.implied import implied_target, rounding
from etl.models import Kind, Observation
from etl.reconcile import ScorecardRow, reconcile
from etl.status import Status

Make = Callable[..., Observation]


INDICATORS = load_catalogue().indicators


def scorecard(
    observations: Sequence[Observation], **published: date
) -> dict[tuple[str, str, int], ScorecardRow]:
    rows = reconcile(observations, INDICATORS, published)
    return {(row.province, row.indicator, row.year): row for row in rows}


def only(observations: Sequence[Observation], **published: date) -> ScorecardRow:
    (row,) = reconcile(observations, INDICATORS, published)
    return row


def test_lang_son_2020_fell_far_short_of_its_growth_target(observation: Make) -> None:
    row = only(
        [
            observation(2.03, observation="reached", estimated=True),
            observation(kind=Kind.TARGET, low=8.5, high=9.0, observation="aimed"),
        ]
    )
    assert (row.actual, row.target_low, row.target_high) == (2.03, 8.5, 9)
    assert (row.gap, row.status) == (-6.47, "far")
    assert row.attainment == pytest.approx(0.239, abs=5e-4)
    assert (row.actual_observation, row.target_observation) == ("reached", "aimed")
    assert (row.target_basis, row.target_period) == ("stated", "2020")


def test_lang_son_2021_budget_is_ahead_and_two_articles_confirm_the_plan(observation: Make) -> None:
    budget = {"indicator": "budget_revenue", "unit": "billion_vnd"}
    row = only(
        [
            observation(5835.0, kind=Kind.TARGET, period="2021", article="december", **budget),
            observation(5738.9, period="2021-H1", pct_of_plan=98.35, article="july", **budget),
        ],
        december=date(2020, 12, 2),
        july=date(2021, 7, 14),
    )
    assert (row.status, row.target_basis, row.actual_period) == ("ahead", "stated", "2021-H1")
    assert row.target_implied == pytest.approx(5835.2, abs=0.05)
    assert row.target_confirmed is True
    assert row.pace == pytest.approx(1.967, abs=5e-4)


def test_a_stated_plan_that_the_percentage_contradicts_is_not_confirmed(observation: Make) -> None:
    row = only(
        [
            observation(5000.0, kind=Kind.TARGET),
            observation(5738.9, pct_of_plan=98.35),
        ]
    )
    assert row.target_confirmed is False
    assert row.target_low == 5000


def test_a_percentage_of_plan_implies_the_target_where_none_is_stated(observation: Make) -> None:
    row = only(
        [
            observation(
                2010.0,
                indicator="trade_turnover",
                unit="million_usd",
                period="2021-H1",
                pct_of_plan=65.26,
                observation="july",
            )
        ]
    )
    assert row.target_basis == "implied"
    assert row.target_low == row.target_high == pytest.approx(3080, abs=0.05)
    assert (row.target_observation, row.implied_observation) == ("july", "july")
    assert row.target_confirmed is None
    assert (row.status, row.attainment) == ("ahead", 0.6526)


def test_an_actual_alone_has_no_target_and_a_target_alone_no_actual(observation: Make) -> None:
    assert only([observation(4.45)]).status == "no_target"
    assert only([observation(10.0, kind=Kind.TARGET)]).status == "no_actual"


def test_what_belongs_to_no_certain_province_is_left_out(observation: Make) -> None:
    assert scorecard([observation(2.03, province=None)]) == {}


def test_a_bare_change_on_last_year_is_left_out(observation: Make) -> None:
    assert scorecard([observation(yoy=12.5)]) == {}


def test_each_province_indicator_and_year_has_its_own_row(observation: Make) -> None:
    rows = scorecard(
        [
            observation(2.03),
            observation(4.45, province="nghe-an"),
            observation(7.0, period="2021", kind=Kind.TARGET),
            observation(3.0, indicator="poverty_rate"),
        ]
    )
    assert list(rows) == [
        ("lang-son", "grdp_growth", 2020),
        ("lang-son", "grdp_growth", 2021),
        ("lang-son", "poverty_rate", 2020),
        ("nghe-an", "grdp_growth", 2020),
    ]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"period": "2020"}, {"period": "2020-9M"}),
        ({"period": "2020-9M"}, {"period": "2020-H1"}),
        ({"period": "2020-H2"}, {"period": "2020-H1"}),
        ({"period": "2020", "estimated": True}, {"period": "2016..2020"}),
        ({"unit": "percent", "estimated": True}, {"unit": "percentage_points"}),
        ({"estimated": False}, {"estimated": True, "article": "late"}),
        ({"article": "early"}, {"article": "late", "high": None}),
        ({"article": "late"}, {"article": "early"}),
        ({"article": "early"}, {"article": "undated"}),
        ({"start_char": 5}, {"start_char": 50}),
        ({"pct_of_plan": None, "estimated": True}, {"low": None, "high": None, "pct_of_plan": 99}),
    ],
    ids=str,
)
def test_of_several_actuals_the_better_one_stands(
    observation: Make, better: dict[str, object], worse: dict[str, object]
) -> None:
    pair = [
        observation(**({"value": 6.0, "observation": "better"} | better)),
        observation(**({"value": 5.0, "observation": "worse"} | worse)),
    ]
    for observations in (pair, pair[::-1]):
        row = only(observations, early=date(2020, 12, 1), late=date(2021, 2, 1))
        assert row.actual_observation == "better"


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"period": "2020"}, {"period": "2016..2020"}),
        ({"period": "2020"}, {"period": "2020-H1"}),
        ({"article": "adjusted"}, {"article": "first"}),
        ({"article": "first"}, {"article": "remembered"}),
        ({"article": "remembered"}, {"article": "undated"}),
        ({"article": "first"}, {"article": "undated"}),
        ({"start_char": 5}, {"start_char": 50}),
        ({"unit": "percent"}, {"unit": "million_usd", "article": "adjusted"}),
        ({"article": "first"}, {"article": "term"}),
    ],
    ids=str,
)
def test_of_several_targets_the_better_one_stands(
    observation: Make, better: dict[str, object], worse: dict[str, object]
) -> None:
    pair = [
        observation(6.0, kind=Kind.TARGET, **({"observation": "better"} | better)),
        observation(5.0, kind=Kind.TARGET, **({"observation": "worse"} | worse)),
    ]
    for observations in (pair, pair[::-1], [*pair, observation(5.5)]):
        row = only(
            observations,
            term=date(2016, 1, 1),
            first=date(2019, 12, 10),
            adjusted=date(2020, 7, 1),
            remembered=date(2021, 1, 5),
        )
        assert row.target_observation == "better"


def test_a_target_for_the_same_part_of_the_year_goes_before_the_years(observation: Make) -> None:
    row = only(
        [
            observation(6.5, period="2021-H1"),
            observation(7.0, period="2021", kind=Kind.TARGET),
            observation(6.2, period="2021-H1", kind=Kind.TARGET),
        ]
    )
    assert (row.target_low, row.target_period, row.status) == (6.2, "2021-H1", "exceeded")


def test_a_terms_target_serves_its_last_year_alone(observation: Make) -> None:
    poverty = {"indicator": "poverty_rate"}
    rows = scorecard(
        [
            observation(3.0, kind=Kind.TARGET, period="2021..2025", **poverty),
            observation(5.0, period="2024", **poverty),
            observation(2.9, period="2025", **poverty),
        ]
    )
    assert rows["lang-son", "poverty_rate", 2024].status == "no_target"
    last = rows["lang-son", "poverty_rate", 2025]
    assert (last.status, last.target_basis, last.target_period) == ("met", "term", "2021..2025")


def test_a_target_set_years_ahead_is_a_terms(observation: Make) -> None:
    row = only(
        [observation(8.0, kind=Kind.TARGET, period="2025", article="congress")],
        congress=date(2020, 10, 1),
    )
    assert row.target_basis == "term"


def test_a_plan_that_a_percentage_implies_goes_before_a_terms_target(observation: Make) -> None:
    row = only(
        [
            observation(9000.0, kind=Kind.TARGET, period="2016..2020"),
            observation(6000.0, pct_of_plan=120.0),
        ]
    )
    assert (row.target_basis, row.target_low) == ("implied", 5000)
    assert row.status == "exceeded"


def test_a_bare_percentage_of_plan_is_judged_without_a_level(observation: Make) -> None:
    budget = {"indicator": "budget_revenue", "unit": "billion_vnd"}
    whole = only([observation(pct_of_plan=105.0, **budget)])
    assert (whole.status, whole.attainment, whole.actual) == ("exceeded", 1.05, None)
    part = only([observation(pct_of_plan=45.0, period="2020-H1", **budget)])
    assert (part.status, part.pace) == ("behind", 0.9)


def test_a_plan_known_only_from_another_article_serves_the_whole_year(observation: Make) -> None:
    budget = {"indicator": "budget_revenue", "unit": "billion_vnd"}
    row = only(
        [
            observation(500.0, period="2020-H1", pct_of_plan=50.0, observation="half", **budget),
            observation(990.0, period="2020", **budget),
        ]
    )
    assert (row.status, row.target_low, row.implied_observation) == ("near", 1000, "half")


def test_other_values_for_the_same_cell_are_counted(observation: Make) -> None:
    row = only(
        [
            observation(7.0),
            observation(7.0, article="a2"),
            observation(6.9, article="a3"),
            observation(3.5, period="2020-H1"),
            observation(8.0, kind=Kind.TARGET),
            observation(8.5, kind=Kind.TARGET, article="a2"),
        ]
    )
    assert row.differing == 2


def test_an_open_bound_is_shown_as_stated(observation: Make) -> None:
    row = only([observation(low=38700.0, high=None)])
    assert (row.actual, row.actual_low, row.actual_high) == (38700, 38700, None)


def test_the_order_of_articles_changes_nothing(observation: Make) -> None:
    observations = [
        observation(value, observation=f"o{value}-{kind}", kind=kind, article=f"a{value}")
        for value in (5.0, 6.0, 7.0)
        for kind in Kind
    ]
    forth = reconcile(observations, INDICATORS, {})
    assert forth == reconcile(observations[::-1], INDICATORS, {})


@pytest.mark.parametrize(
    ("number", "margin"), [(5738.9, 0.05), (98.35, 0.005), (5835.0, 0.5), (3000.0, 15), (0.0, 0)]
)
def test_a_number_is_off_by_half_its_last_digit_but_not_by_much(
    number: float, margin: float
) -> None:
    assert rounding(number) == pytest.approx(margin)


@pytest.mark.parametrize(
    "changes",
    [{"value": None, "pct_of_plan": 90}, {"value": 5.0}, {"value": 5.0, "pct_of_plan": 0}],
)
def test_nothing_is_implied_without_a_level_and_a_percentage(
    observation: Make, changes: dict[str, float]
) -> None:
    assert implied_target(observation(**changes)) is None


bounds = st.one_of(st.none(), st.floats(-100, 10_000).map(lambda number: round(number, 2)))
stated = st.builds(
    dict,
    kind=st.sampled_from(Kind),
    indicator=st.sampled_from(sorted(INDICATORS)),
    period=st.sampled_from(["2020", "2020-H1", "2020-9M", "2020-Q4", "2020-M05", "2016..2020"]),
    low=bounds,
    high=bounds,
    unit=st.sampled_from(["percent", "billion_vnd"]),
    pct_of_plan=st.one_of(st.none(), st.floats(0, 300).map(lambda number: round(number, 2))),
    estimated=st.booleans(),
    article=st.sampled_from(["a1", "a2", "a3"]),
    start_char=st.integers(0, 100),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(stated, max_size=8))
def test_a_row_says_of_its_figures_what_their_observations_say(
    observation: Make, facts: list[dict[str, Any]]
) -> None:
    given_facts = {
        f"o{number}": observation(observation=f"o{number}", **fact)
        for number, fact in enumerate(facts)
    }
    for row in reconcile(given_facts.values(), INDICATORS, {"a1": date(2020, 12, 1)}):
        assert row.status in set(Status)
        if row.actual_observation:
            source = given_facts[row.actual_observation]
            assert (row.actual_low, row.actual_high) == (source.low, source.high)
            assert row.actual_period == source.period
        if row.target_observation and row.target_basis != "implied":
            source = given_facts[row.target_observation]
            assert (row.target_low, row.target_high) == (source.low, source.high)
        if row.target_basis == "implied":
            assert row.target_low == row.target_implied
            assert row.target_observation == row.implied_observation
        if row.actual is None and row.attainment is None:
            assert row.status in ("no_actual", "ungraded")


@pytest.mark.parametrize(
    ("set_on", "told_on", "merged", "period", "comparable"),
    [
        (date(2024, 12, 10), date(2025, 12, 10), True, "2025", False),
        (date(2024, 12, 10), date(2025, 6, 30), True, "2025", True),
        (date(2025, 7, 20), date(2025, 12, 10), True, "2025", True),
        (date(2024, 12, 10), date(2025, 12, 10), False, "2025", True),
        (None, date(2025, 12, 10), True, "2025", True),
        (date(2024, 12, 10), date(2025, 7, 2), True, "2025-H1", True),
        (date(2024, 12, 10), date(2025, 10, 2), True, "2025-9M", False),
    ],
)
def test_a_target_from_before_a_merger_is_not_weighed_against_a_result_of_the_merged_province(
    observation: Make,
    set_on: date | None,
    told_on: date,
    merged: bool,
    period: str,
    comparable: bool,
) -> None:
    found = [
        observation(8.0, period=period, article="result"),
        observation(9.0, period="2025", article="plan", kind=Kind.TARGET, observation="o2"),
    ]
    (row,) = reconcile(
        found,
        INDICATORS,
        {"plan": set_on, "result": told_on},
        frozenset({"lang-son"}) if merged else frozenset(),
    )
    assert (row.status != "not_comparable") is comparable
    assert (row.actual, row.target_low) == (8, 9)
    assert (row.gap is not None) is comparable
