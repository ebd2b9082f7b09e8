"""An axis for the values of a chart: its range, its ticks, and how an open band runs along it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

LOG_FROM = 30
"""Ratio of the largest to the smallest value from which an axis is logarithmic."""
FEW_DECADES = 200
"""Ratio up to which a logarithmic axis has ticks at 1, 2 and 5, not only at powers of ten."""
FADE = (0.85, 0.55, 0.3, 0.12)
"""How a band fades out to its open side; the first is the whole band where both are set."""
AIR = 0.06
"""What is left free at both ends, as a share of the axis."""


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from low to high."""

    low: float
    high: float
    log: bool

    def range(self) -> list[float]:
        """The axis' range as Plotly takes it: powers of ten where it is logarithmic."""
        low, high = self.low, self.high
        if self.log:
            low, high = math.log10(low), math.log10(high)
        air = (high - low or abs(high) or 1) * AIR
        return [low - air, high + air]

    def end(self, upper: bool) -> float:
        """Where a band that is open to one side ends."""
        place = self.range()[1 if upper else 0]
        return float(10**place) if self.log else place

    def ticks(self) -> list[float]:
        """Round values along the axis, few enough for a phone."""
        if self.log:
            first, last = math.floor(math.log10(self.low)), math.ceil(math.log10(self.high))
            factors = (1, 2, 5) if self.high / self.low < FEW_DECADES else (1,)
            values = [f * 10.0**power for power in range(first, last + 1) for f in factors]
            return [value for value in values if self.low / 1.3 <= value <= self.high * 1.3]
        raw = (self.high - self.low or 1) / 4
        unit = 10 ** math.floor(math.log10(raw))
        step = next(unit * factor for factor in (1, 2, 2.5, 5, 10) if unit * factor >= raw)
        first, last = math.ceil(self.low / step), math.floor(self.high / step)
        return [round(step * place, 10) for place in range(first, last + 1)]

    def slices(self, low: float | None, high: float | None) -> list[tuple[float, float, float]]:
        """A band as slices low, high, opacity: one where both sides are set, else fading outward.

        None where it has no breadth.
        """
        if low is not None and high is not None:
            return [(low, high, FADE[0])] if high > low else []
        edge = high if low is None else low
        if edge is None:
            return []
        end, parts = self.end(upper=high is None), len(FADE)
        if self.log and edge > 0:
            steps = [edge * (end / edge) ** (part / parts) for part in range(parts + 1)]
        else:
            steps = [edge + (end - edge) * part / parts for part in range(parts + 1)]
        pairs = zip(steps, steps[1:], FADE, strict=False)
        return [(min(a, b), max(a, b), opacity) for a, b, opacity in pairs]


def axis_for(values: Sequence[float | None]) -> Axis:
    """An axis for values: from zero where they are near it, logarithmic where they differ much."""
    known = [value for value in values if value is not None and math.isfinite(value)]
    if not known:
        return Axis(0, 1, log=False)
    low, high = min(known), max(known)
    if low > 0 and high / low > LOG_FROM:
        return Axis(low, high, log=True)
    if 0 < low < 0.6 * high or (low == high and low > 0):
        low = 0
    if low == high:
        return Axis(low, low + 1 if low == 0 else 0, log=False)
    return Axis(low, high, log=False)
