"""The story of a target: what articles told of a cell, in the order in which they told it."""

from collections.abc import Sequence
from typing import Any

from dashboard import formats
from dashboard.words import Words
from etl.status import parse_period

Record = dict[str, Any]


def steps(cell: Record, sources: Sequence[Record], say: Words) -> list[tuple[Record, str]]:
    """An observation and a line of plain text for each step: set, reported on the way, ended.

    Articles of an unknown day come last, so that no order is claimed for them.
    """
    told = sorted(
        sources,
        key=lambda source: (
            source["published"] is None,
            source["published"] or 0,
            source["kind"] == "actual",
            parse_period(source["period"]).end,
            source["start_char"],
        ),
    )
    return [(source, _line(cell, source, say)) for source in told]


def _line(cell: Record, source: Record, say: Words) -> str:
    value = formats.with_unit(
        formats.bounds(source["low"], source["high"], say), source["unit"], say
    )
    if source["low"] is None and source["high"] is None:
        value = " ".join(source["quote"].split())
    whole = source["period"] == str(cell["year"])
    period = "" if whole else f" ({formats.period(source['period'], say)})"
    parts = [
        formats.day(source["published"], say),
        f"{say('kind.' + source['kind'])} {value}{period}",
        _progress(cell, source, say),
        source["publisher"] or say("article.no_publisher"),
    ]
    return " · ".join(part for part in parts if part)


def _progress(cell: Record, source: Record, say: Words) -> str:
    """How much of the year's target was reached in how much of the year, for what adds up in it."""
    period = parse_period(source["period"])
    if source["kind"] != "actual" or cell["measure"] != "flow" or period.months != period.end:
        return ""
    target = cell["target_low"] if cell["direction"] != "down" else cell["target_high"]
    if not period.is_part:
        return ""
    share = source["pct_of_plan"]
    alike = source["unit"] == cell["target_unit"] and cell["target_period"] == str(cell["year"])
    if share is None and alike and target and source["low"] is not None:
        share = 100 * source["low"] / target
    if share is None:
        return ""
    return say(
        "evidence.progress",
        share=formats.share(share / 100, say),
        of_year=formats.share(period.share_of_year, say),
    )
