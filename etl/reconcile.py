"""Observations to scorecard: one row per province, indicator and year, actual beside target."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from etl.catalogue import Indicator
from etl.implied import confirms, implied_target
from etl.models import Kind, Measure, Observation
from etl.scorecard import ScorecardRow, straddles, without_verdict
from etl.status import (
    RULE_VERSION,
    Figure,
    Period,
    Status,
    Verdict,
    grade_attainment,
    judge,
    pace,
    parse_period,
    value,
)


@dataclass(frozen=True, slots=True)
class _Target:
    """The target chosen for a row: the observation that states it, or implies it."""

    figure: Figure
    observation: Observation
    basis: str


def reconcile(
    observations: Iterable[Observation],
    indicators: Mapping[str, Indicator],
    published: Mapping[str, date | None],
    merged: frozenset[str] = frozenset(),
) -> list[ScorecardRow]:
    """Set actual beside target for each province, indicator and year, sorted by these.

    `published` gives the date of each article, `merged` the provinces that took in others on
    1 July 2025: a target set before and a result told since are of different areas. Left out are
    observations of no certain province, and those that state neither a value nor a percentage of
    plan (a bare change on last year).
    """
    cells: defaultdict[tuple[str, str, int], list[Observation]] = defaultdict(list)
    for observation in observations:
        if observation.province is not None and _states_something(observation):
            key = (observation.province, observation.indicator, observation.year)
            cells[key].append(observation)
    rows = [_row(key, cell, indicators[key[1]], published) for key, cell in sorted(cells.items())]
    return [without_verdict(row) if straddles(row, merged) else row for row in rows]


def choose_actual(
    actuals: Sequence[Observation], unit: str, published: Mapping[str, date | None]
) -> Observation | None:
    """The actual that stands for its year, where articles give several.

    In this order: the year itself over a span of years that ends with it; the whole year over a
    part and the longer part over the shorter, the later over the earlier; the catalogue's unit
    over another; a value over a bare percentage of plan; a final figure over an estimate; an
    exact figure over a bound; the later article over the earlier.
    """

    def rank(actual: Observation) -> tuple[Any, ...]:
        period = parse_period(actual.period)
        return (
            not period.is_span,
            period.months if not period.is_span else -period.months,
            period.end,
            actual.unit == unit,
            _has_value(actual),
            not actual.estimated,
            actual.low == actual.high,
            published.get(actual.article) or date.min,
            *_reversed(actual),
        )

    return max(actuals, key=rank, default=None)


def choose_target(
    targets: Sequence[Observation],
    actual: Figure | None,
    unit: str,
    year: int,
    published: Mapping[str, date | None],
) -> Observation | None:
    """The stated target to hold against an actual (or to show alone), of several.

    In this order: a target for the actual's own period; one for the year; one for a span of years
    that ends with it; one for a part of the year. Then the actual's (else the catalogue's) unit;
    one stated by the end of the year over one remembered afterwards, or in an article without a
    date; the later article over the earlier (so an adjusted target replaces the first); within an
    article the first named.
    """
    wanted_unit = actual.unit if actual else unit

    def rank(target: Observation) -> tuple[Any, ...]:
        period = parse_period(target.period)
        when = published.get(target.article)
        return (
            actual is not None and target.period == actual.period.text,
            not period.is_part,
            -period.months if not period.is_part else period.months,
            target.unit == wanted_unit,
            when is not None and when.year <= year,
            when or date.min,
            *_reversed(target),
        )

    return max(targets, key=rank, default=None)


def _row(
    key: tuple[str, str, int],
    cell: Sequence[Observation],
    indicator: Indicator,
    published: Mapping[str, date | None],
) -> ScorecardRow:
    actuals = [observation for observation in cell if observation.kind is Kind.ACTUAL]
    stated = [
        observation
        for observation in cell
        if observation.kind is Kind.TARGET and _has_value(observation)
    ]
    actual = choose_actual(actuals, indicator.unit, published)
    actual_figure = _figure(actual) if actual and _has_value(actual) else None
    implying = _choose_implying(actual, actuals, indicator.unit, published)
    target = _choose_basis(stated, actual, implying, indicator.unit, key[2], published)
    goal = target.figure if target else None
    source = target.observation if target else None
    verdict = _judge(actual, actual_figure, goal, indicator)
    implied = implied_target(implying) if implying else None
    return ScorecardRow(
        province=key[0],
        indicator=key[1],
        year=key[2],
        unit=next((each.unit for each in (actual_figure, goal) if each), indicator.unit),
        actual=value(actual_figure, indicator.direction) if actual_figure else None,
        actual_low=actual.low if actual else None,
        actual_high=actual.high if actual else None,
        actual_period=actual.period if actual else None,
        actual_observation=actual.observation if actual else None,
        actual_told=published.get(actual.article) if actual else None,
        out_of=actual.out_of if actual else None,
        estimated=actual.estimated if actual else False,
        target_low=goal.low if goal else None,
        target_high=goal.high if goal else None,
        target_period=goal.period.text if goal else None,
        target_observation=source.observation if source else None,
        target_told=published.get(source.article) if source else None,
        target_unit=source.unit if source else None,
        target_basis=target.basis if target else None,
        target_implied=implied,
        implied_observation=implying.observation if implying else None,
        target_confirmed=(
            confirms(implying, goal) if implying and goal and implying is not source else None
        ),
        gap=_tidy(verdict.gap),
        attainment=_tidy(verdict.attainment),
        pace=_tidy(verdict.pace),
        status=verdict.status.value,
        differing=_differing(actuals, actual) + _differing(stated, source),
        rule_version=RULE_VERSION,
    )


def _judge(
    actual: Observation | None,
    actual_figure: Figure | None,
    target: Figure | None,
    indicator: Indicator,
) -> Verdict:
    """`judge`, and the bare percentage of plan, which needs no target beside it."""
    if actual is None or actual_figure is not None:
        return judge(actual_figure, target, indicator.measure, indicator.direction)
    assert actual.pct_of_plan is not None
    period = parse_period(actual.period)
    graded = grade_attainment(actual.pct_of_plan / 100, indicator.direction)
    if not period.is_part:
        return graded
    if indicator.measure is Measure.FLOW:
        return pace(graded, period, indicator.direction)
    return Verdict(Status.PROVISIONAL, attainment=graded.attainment)


def _choose_implying(
    actual: Observation | None,
    actuals: Sequence[Observation],
    unit: str,
    published: Mapping[str, date | None],
) -> Observation | None:
    """The actual whose percentage of plan tells the year's plan: the chosen one, else the best."""
    implying = [
        observation
        for observation in actuals
        if implied_target(observation) is not None and not parse_period(observation.period).is_span
    ]
    return actual if actual in implying else choose_actual(implying, unit, published)


def _choose_basis(
    stated: Sequence[Observation],
    actual: Observation | None,
    implying: Observation | None,
    unit: str,
    year: int,
    published: Mapping[str, date | None],
) -> _Target | None:
    """A target stated for the year or the actual's period, else the implied one, else a term's."""
    figure = _figure(actual) if actual else None
    comparable = [
        target
        for target in stated
        if (actual and target.period == actual.period)
        or not (_is_term(target, year, published) or parse_period(target.period).is_part)
    ]
    chosen = choose_target(comparable, figure, unit, year, published)
    if chosen is None and implying is not None:
        plan = implied_target(implying)
        whole_year = parse_period(str(year))
        return _Target(Figure(plan, plan, implying.unit, whole_year), implying, "implied")
    chosen = chosen or choose_target(stated, figure, unit, year, published)
    if chosen is None:
        return None
    basis = "term" if _is_term(chosen, year, published) else "stated"
    return _Target(_figure(chosen), chosen, basis)


def _is_term(target: Observation, year: int, published: Mapping[str, date | None]) -> bool:
    """Whether a target is a term's rather than a year's.

    It is where it is for a span of years, and where it was stated before the year that precedes
    its own: a year's plan is written in the December before it, at the earliest in that year.
    """
    when = published.get(target.article)
    return parse_period(target.period).is_span or (when is not None and when.year < year - 1)


def _differing(observations: Sequence[Observation], chosen: Observation | None) -> int:
    """How many other values are stated for the chosen one's period."""
    if chosen is None:
        return 0
    values = {
        (observation.low, observation.high, observation.unit)
        for observation in observations
        if observation.period == chosen.period and _has_value(observation)
    }
    return len(values - {(chosen.low, chosen.high, chosen.unit)})


def _figure(observation: Observation) -> Figure:
    period: Period = parse_period(observation.period)
    return Figure(observation.low, observation.high, observation.unit, period)


def _tidy(number: float | None) -> float | None:
    """Drop the noise of binary fractions: 2.03 - 8.5 is -6.47, not -6.470000000000001."""
    return None if number is None else round(number, 9)


def _has_value(observation: Observation) -> bool:
    return observation.low is not None or observation.high is not None


def _states_something(observation: Observation) -> bool:
    if _has_value(observation):
        return True
    return observation.kind is Kind.ACTUAL and observation.pct_of_plan is not None


def _reversed(observation: Observation) -> tuple[Any, ...]:
    """Sorts the first article by name and the first number in it above the others."""
    name = tuple(-ord(character) for character in observation.article)
    return name, -observation.start_char
