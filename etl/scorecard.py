"""The scorecard's rows, and those that set a province's target beside a merged one's result."""

from dataclasses import dataclass, replace
from datetime import date

from etl.models import MERGED_ON
from etl.status import Status, parse_period


@dataclass(frozen=True, slots=True)
class ScorecardRow:
    """One row of table `scorecard`; schema.sql says what each column holds."""

    province: str
    indicator: str
    year: int
    unit: str
    actual: float | None
    actual_low: float | None
    actual_high: float | None
    actual_period: str | None
    actual_observation: str | None
    actual_told: date | None
    """When its article appeared, None where that is unknown."""
    out_of: float | None
    estimated: bool
    target_low: float | None
    target_high: float | None
    target_period: str | None
    target_observation: str | None
    target_told: date | None
    target_unit: str | None
    target_basis: str | None
    target_implied: float | None
    implied_observation: str | None
    target_confirmed: bool | None
    gap: float | None
    attainment: float | None
    pace: float | None
    status: str
    differing: int
    rule_version: str


def straddles(row: ScorecardRow, merged: frozenset[str]) -> bool:
    """Whether the target was set for a province, and the result told of the one it became."""
    if row.province not in merged or not straddle(row.target_told, row.actual_told):
        return False
    period = parse_period(row.actual_period or str(row.year))
    ends = row.year, period.end  # months before the merger may be told of either
    return ends >= (MERGED_ON.year, MERGED_ON.month)


def straddle(target_told: date | None, actual_told: date | None) -> bool:
    """Whether a target was told before the mergers and its result since."""
    return bool(target_told and actual_told and target_told < MERGED_ON <= actual_told)


def without_verdict(row: ScorecardRow) -> ScorecardRow:
    """The row with its figures left beside each other, but not weighed."""
    status = Status.NOT_COMPARABLE.value
    return replace(row, gap=None, attainment=None, pace=None, status=status)
