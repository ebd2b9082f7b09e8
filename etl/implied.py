"""The plan that a result and its percentage of plan imply, and whether it is the stated one."""

from decimal import Decimal

from etl.models import Observation
from etl.status import Figure

MOST_ROUNDING = 0.005
"""A stated number is taken as rounded by at most this share of it (see `rounding`)."""


def implied_target(observation: Observation) -> float | None:
    """The year's plan that an actual and its percentage of plan imply: 2010 at 65.26 % is 3,080.

    None where the actual is no exact value or gives no percentage.
    """
    if observation.low is None or observation.low != observation.high:
        return None
    if not observation.pct_of_plan or observation.pct_of_plan < 0 or observation.low <= 0:
        return None
    return observation.low / (observation.pct_of_plan / 100)


def confirms(observation: Observation, target: Figure) -> bool | None:
    """Whether the plan that an actual implies is the stated one, up to rounding.

    The level, its percentage and the stated bounds may each be rounded (see `rounding`). None
    where nothing is implied or the units or years differ.
    """
    if implied_target(observation) is None or observation.unit != target.unit:
        return None
    if target.period.months != 12:
        return None
    level, percentage = observation.low or 0.0, observation.pct_of_plan or 0.0
    lowest = 100 * (level - rounding(level)) / (percentage + rounding(percentage))
    highest = 100 * (level + rounding(level)) / (percentage - rounding(percentage))
    low = None if target.low is None else target.low - rounding(target.low)
    high = None if target.high is None else target.high + rounding(target.high)
    return (low is None or low <= highest) and (high is None or lowest <= high)


def rounding(number: float) -> float:
    """By how much a stated number may be off: half a unit of its last digit that is not zero.

    But at most 0.5 % of it: 5,738.9 may be off by 0.05, and 3,000 by 15 rather than by 500.
    """
    if number == 0:
        return 0.0
    exponent = Decimal(repr(number)).normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return min(0.5 * 10.0**exponent, MOST_ROUNDING * abs(number))
