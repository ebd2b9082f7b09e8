"""A scorecard cell in words and as a row of a chart or a table."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from dashboard import formats
from dashboard.bullets import Line
from dashboard.status import GRADED, REACHED, mark
from dashboard.timeline import Point
from dashboard.words import Words
from etl.status import parse_period

Record = dict[str, Any]

POINTS = frozenset({"percent", "percentage_points", "rank", "per_10k"})
"""Units whose gap says more than a share of the target does."""


def target(cell: Record, say: Words, unit: bool = True) -> str:
    """The target as stated: 8,5–9%; one implied by a share of the plan as reckoned: ≈ 3.080."""
    if cell["target_basis"] == "implied" and cell["target_low"] is not None:
        text = formats.about(cell["target_low"], say)
    else:
        text = formats.bounds(cell["target_low"], cell["target_high"], say)
    return formats.with_unit(text, cell["target_unit"], say) if unit else text


def actual(cell: Record, say: Words, unit: bool = True) -> str:
    """The actual as stated; the share of the plan where the article tells no more."""
    if cell["actual_low"] is None and cell["actual_high"] is None:
        if cell["actual_observation"] and cell["attainment"] is not None:
            return say("cell.of_plan", share=formats.share(cell["attainment"], say))
        return "–"
    text = formats.bounds(cell["actual_low"], cell["actual_high"], say)
    if cell["out_of"] is not None:
        text = f"{text}/{formats.number(cell['out_of'], say)}"
    return formats.with_unit(text, cell["unit"], say) if unit else text


def gap(cell: Record, say: Words) -> str:
    """The actual less the bound that would have met the target, in its unit."""
    value = cell["gap"]
    if value is not None and cell["target_basis"] == "implied":
        value = formats.rounded(value)
    return formats.gap(value, cell["unit"], say)


def indicator(cell: Record, say: Words) -> str:
    """The indicator's name."""
    return str(cell["indicator_en"] if say.language == "en" else cell["indicator_vi"])


def is_part(cell: Record) -> bool:
    """Whether the actual is of another period than the cell's whole year."""
    return cell["actual_period"] is not None and cell["actual_period"] != str(cell["year"])


def status(cell: Record, say: Words) -> str:
    """The status as shape and word: ○ còn xa."""
    return f"{mark(cell['status']).glyph} {say('status.' + cell['status'])}"


def verdict(cell: Record, say: Words) -> str:
    """The few characters that judge a cell: the gap in points, or the share of the target."""
    if cell["status"] == "no_target":
        return actual(cell, say, unit=cell["unit"] == "percent")
    if cell["status"] == "no_actual":
        return target(cell, say, unit=cell["unit"] == "percent")
    if cell["gap"] is not None and (cell["unit"] in POINTS or cell["attainment"] is None):
        return formats.signed(cell["gap"], say)
    return formats.share(cell["attainment"], say)


def reckoning(cell: Record, say: Words) -> str:
    """How the status came about, in one line: 2,03% so với ít nhất 8,5% → 23,9%, còn xa."""
    word = say("status." + cell["status"])
    if cell["status"] in ("no_target", "no_actual"):
        return say("cell.half", status=say("status_long." + cell["status"]))
    parts = [
        say("cell.against", actual=actual(cell, say), target=target(cell, say)),
        formats.share(cell["attainment"], say),
        gap(cell, say),
    ]
    if cell["pace"] is not None:
        parts.append(say("cell.pace", pace=formats.number(cell["pace"], say)))
    inputs = " · ".join(part for part in parts if part)
    return say("cell.reckoning", inputs=inputs, status=word, version=cell["rule_version"])


def hover(cell: Record, title: str, say: Words) -> str:
    """What a chart says of a cell under the pointer; title and values are plain text."""
    lines = [f"<b>{_plain(title)}</b> · {cell['year']}"]
    if cell["target_observation"]:
        lines.append(say("cell.target_is", target=_plain(target(cell, say))))
    if cell["actual_observation"]:
        when = f" ({formats.period(cell['actual_period'], say)})" if is_part(cell) else ""
        lines.append(say("cell.actual_is", actual=_plain(actual(cell, say))) + when)
    lines.append(_plain(status(cell, say)))
    return "<br>".join(lines)


def when(cell: Record, say: Words) -> str:
    """What the actual covers where it is not just the year, and that it is an estimate."""
    parts = [formats.period(cell["actual_period"], say)] if is_part(cell) else []
    if cell["estimated"]:
        parts.append(say("cell.estimated"))
    return ", ".join(parts)


def value_line(cell: Record, say: Words) -> Line:
    """A province's row on an axis of the indicator's own unit."""
    name = say.name(cell)
    same_unit = cell["unit"] == cell["target_unit"]
    return Line(
        key=cell["province"],
        label=name,
        low=cell["target_low"] if same_unit else None,
        high=cell["target_high"] if same_unit else None,
        actual=cell["actual"],
        part=is_part(cell),
        status=cell["status"],
        verdict=verdict(cell, say),
        hover=hover(cell, name, say),
    )


def share_line(cell: Record, say: Words) -> Line:
    """An indicator's row on an axis of shares of the target, where 100 just meets it."""
    low, high = cell["target_low"], cell["target_high"]
    upper: float | None = None
    if low is not None and high is not None:
        upper = 100 * (high / low if cell["direction"] == "up" else 2 - low / high)
    name = indicator(cell, say)
    return Line(
        key=cell["indicator"],
        label=name,
        low=100.0,
        high=upper,
        actual=100 * cell["attainment"],
        part=is_part(cell),
        status=cell["status"],
        verdict=formats.share(cell["attainment"], say),
        hover=hover(cell, name, say),
    )


def point(cell: Record, say: Words) -> Point:
    """A year of a province on a timeline.

    What several years are to add up to is no year's target: it has no place beside yearly figures.
    """
    summed = cell["measure"] == "flow" and _is_term(cell["target_period"])
    same_unit = cell["unit"] == cell["target_unit"] and not summed
    return Point(
        key=f"{cell['province']}/{cell['year']}",
        year=cell["year"],
        low=cell["target_low"] if same_unit else None,
        high=cell["target_high"] if same_unit else None,
        actual=cell["actual"],
        part=is_part(cell),
        since=_term_start(cell),
        hover=hover(cell, say.name(cell), say),
    )


def _is_term(period: str | None) -> bool:
    return period is not None and parse_period(period).is_span


def _term_start(cell: Record) -> int | None:
    """The first year of the term whose target the cell's is, else that in which it was set."""
    if cell["target_basis"] != "term":
        return None
    period = parse_period(cell["target_period"])
    if period.is_span:
        return period.year - period.months // 12 + 1
    return cell["target_told"].year if cell["target_told"] else None


def best_first(cells: Iterable[Record]) -> list[Record]:
    """By gap, the best for the province first; cells without one by their value."""

    def order(cell: Record) -> tuple[bool, float]:
        sign = -1 if cell["direction"] == "down" else 1
        if cell["gap"] is not None:
            merit = cell["gap"] if cell["unit"] in POINTS else cell["attainment"]
            return (False, -sign * (merit if merit is not None else cell["gap"]))
        for name in ("actual", "target_low", "target_high"):
            if cell[name] is not None:
                return (True, -sign * cell[name])
        return (True, 0.0)

    return sorted(cells, key=order)


def tally(cells: Sequence[Record]) -> tuple[int, int]:
    """How many cells were graded, and how many of those reached their target."""
    graded = [cell for cell in cells if cell["status"] in GRADED]
    return len(graded), sum(cell["status"] in REACHED for cell in graded)


def paired(cells: Iterable[Record]) -> list[Record]:
    """The cells with both target and actual."""
    return [cell for cell in cells if cell["status"] not in ("no_target", "no_actual")]


def outcomes(cells: Iterable[Record]) -> tuple[int, int, int]:
    """How many targets were reached, nearly reached and missed, of those compared in full."""
    seen = Counter(cell["status"] for cell in cells)
    reached, near = sum(seen[status] for status in REACHED), seen["near"]
    return reached, near, sum(seen[status] for status in GRADED) - reached - near


def counts(cells: Iterable[Record], say: Words) -> str:
    """How many cells have each status, in the order of the rule: ▲ vượt 12 · ● đạt 4."""
    seen = Counter(cell["status"] for cell in cells)
    order = [name for name in ORDER if name in seen]
    return " · ".join(f"{mark(name).glyph} {say('status.' + name)} {seen[name]}" for name in order)


ORDER = (
    "exceeded",
    "met",
    "near",
    "partial",
    "far",
    "opposite",
    "ahead",
    "on_pace",
    "behind",
    "provisional",
    "ungraded",
    "not_comparable",
    "no_target",
    "no_actual",
)


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
