"""Settling: what only the whole sentence or article tells of its figures."""

import math

from etl.catalogue import Catalogue
from etl.frames import Draft
from etl.models import Kind
from etl.periods import Period


def settle_shares(drafts: list[Draft], catalogue: Catalogue) -> None:
    """Turn sectors read as growing into shares where nothing said so and they add up to a whole."""
    if len(drafts) < 3:
        return
    shares = {
        pair["growth"].indicator: pair["share"].indicator
        for pair in catalogue.readings.values()
        if "growth" in pair and "share" in pair
    }
    for kind in Kind:
        sectors = [draft for draft in drafts if draft.kind is kind and draft.indicator in shares]
        guessed = [draft for draft in sectors if not draft.told]
        if len(sectors) < 3 or len(guessed) < 2:
            continue
        if (
            94
            <= sum(middle for draft in sectors if (middle := middle_of(draft)) is not None)
            <= 104
        ):
            for draft in sectors:
                draft.indicator = shares[draft.indicator]
                draft.reading = "share"


def middle_of(draft: Draft) -> float | None:
    """The middle of the draft's bounds, or its one bound; None where it has no value."""
    low = draft.low if draft.low is not None else draft.high
    high = draft.high if draft.high is not None else draft.low
    return (low + high) / 2 if low is not None and high is not None else None


def dated(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those of an article whose year nothing tells."""
    return [draft for draft in drafts if draft.period.last]


def distinct(drafts: list[Draft]) -> list[Draft]:
    """The drafts without repetitions; the first telling stays, with the attributes of all."""
    kept: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        key = (*cell_of(draft), draft.low, draft.high)
        first = kept.setdefault(key, draft)
        if first is draft:
            continue
        if first.out_of is None:
            first.out_of = draft.out_of
        if first.pct_of_plan is None:
            first.pct_of_plan = draft.pct_of_plan
        if first.yoy is None:
            first.yoy = draft.yoy
    return list(kept.values())


def cell_of(draft: Draft) -> tuple[object, ...]:
    """What the draft is a figure of: its cell in the published table."""
    return draft.province, draft.indicator, draft.kind, draft.period, draft.unit


def exact(drafts: list[Draft]) -> list[Draft]:
    """The drafts without the rounded tellings ("gần 6,5%") of what is told exactly (6,46%)."""
    whole = whole_counts(drafts)
    return [
        draft
        for draft in drafts
        if not (draft.unit == "targets" and draft.out_of != whole.get(draft.period, draft.out_of))
        and not (draft.approximate and any(rounds(draft, other) for other in drafts))
    ]


def rounds(rounded: Draft, other: Draft) -> bool:
    """Whether the first tells the other's figure, only rounded."""
    return (
        other is not rounded
        and (not other.approximate or other.start > rounded.start)
        and cell_of(other) == cell_of(rounded)
        and is_rounding(rounded, other)
    )


def is_rounding(rounded: Draft, other: Draft) -> bool:
    """Whether the first's value is the other's, cut or rounded to fewer digits."""
    value = rounded.low if rounded.low is not None else rounded.high
    precise = other.low if other.low is not None else other.high
    if value is None or precise is None or value <= 0 or precise <= 0 or value == precise:
        return False
    digits = len(f"{value:.6f}".rstrip("0").rstrip(".").replace(".", "").strip("0"))
    power = digits - 1 - math.floor(math.log10(value))
    scaled = precise * 10.0**power
    return round(value * 10.0**power) in (math.floor(scaled), round(scaled), math.ceil(scaled))


def whole_counts(drafts: list[Draft]) -> dict[Period, float | None]:
    """Per period, out of how many the plan's targets are counted: of groups of them, the whole.

    -1 where the counts are of groups only.
    """
    totals: dict[Period, set[float]] = {}
    for draft in drafts:
        if draft.unit == "targets" and draft.out_of is not None:
            totals.setdefault(draft.period, set()).add(draft.out_of)
    return {
        period: max(found) if len(found) == 1 or 2 * max(found) > sum(found) else -1
        for period, found in totals.items()
    }
