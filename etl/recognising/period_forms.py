"""How periods are written: "9 tháng đầu năm 2021", "quý IV", "giai đoạn 2021-2025", "năm nay"."""

import re
from collections.abc import Callable, Sequence

from etl.recognising.period_patterns import (
    FIRST,
    MONTHS,
    NUMERALS,
    PATTERN,
    QUARTERS,
    RELATIVE,
    RELATIVE_PAST,
    SIDES,
)
from etl.recognising.periods import MID_MONTH, Mention, months_part


def _integer(text: str | None) -> int | None:
    return int(text) if text else None


def periods(lower: str, ends: Sequence[int] = ()) -> list[Mention]:
    """The periods named in a lower-cased text, in order.

    `ends` are where its sentences end, in order: no name goes beyond.
    """
    found = []
    limits = iter((*ends, len(lower)))
    limit = next(limits)
    behind = 0  # the last name
    for _, at, _ in FIRST.find_matches_as_indexes(lower, overlapping=True):
        if at < behind or (at and (lower[at - 1].isalnum() or lower[at - 1] == "_")):
            continue
        while at >= limit:
            limit = next(limits)
        match = PATTERN.match(lower, at, limit)
        if match:
            behind = match.end()
            mention = _READERS[match.lastgroup or ""](*match.span(), match)
            if mention:
                found.append(mention)
    return found


def _span(at: int, to: int, group: re.Match[str]) -> Mention | None:
    first, last = int(group["first"] or 0), int(group["last"] or 0)
    if not 0 < last - first <= 30:
        return None
    congress = group[0].startswith("nhiệm kỳ")
    return Mention(at, to, "", last, first, term=last - first >= 2, congress=congress)


def _up_to_day(at: int, to: int, group: re.Match[str]) -> Mention | None:
    """A day after "đến"; with a dot only beside "ngày" or a year, else a figure."""
    if group["mark"] == "." and not (group["named"] or group["day_year"]):
        return None
    return _day(at, to, group["day"], group["day_month"], group["day_year"])


def _told_day(at: int, to: int, group: re.Match[str]) -> Mention | None:
    """The months up to a day in words; a day with no "đến" before it is a date, no period."""
    if not group["told"]:
        return None
    return _day(at, to, group["told_day"], group["told_month"], group["told_year"])


def _day(at: int, to: int, day: str | None, month: str | None, year: str | None) -> Mention | None:
    if not (1 <= int(month or 0) <= 12 and 1 <= int(day or 0) <= 31):
        return None
    return Mention(
        at, to, months_part(int(month or 0)), _integer(year), upto=True, day=int(day or 0)
    )


def _part_of_year(at: int, to: int, part: str, group: re.Match[str], name: str) -> Mention:
    relative = " ".join((group[f"{name}_relative"] or "").split())
    return Mention(
        at,
        to,
        part,
        _integer(group[f"{name}_year"]),
        relative=RELATIVE.get(relative, 0),
        running=bool(relative),
    )


def _quarter(at: int, to: int, group: re.Match[str]) -> Mention:
    word = group["quarter"] or ""
    number = QUARTERS.get(word) or int(word)
    if group["through_quarter"] and number > 1:
        told = _part_of_year(at, to, months_part(3 * number), group, "quarter")
        return told._replace(upto=True, day=31)
    return _part_of_year(at, to, f"Q{number}", group, "quarter")


def _last_quarter(at: int, to: int, group: re.Match[str]) -> Mention:
    return _part_of_year(at, to, "Q4", group, "last_quarter")


def _first_quarter(at: int, to: int, group: re.Match[str]) -> Mention:
    return _part_of_year(at, to, "Q1", group, "first_quarter")


def _quarters(at: int, to: int, group: re.Match[str]) -> Mention:
    word = group["quarters"] or ""
    number = QUARTERS.get(word) or int(word)
    return _part_of_year(at, to, months_part(3 * number), group, "quarters")


def _months(at: int, to: int, group: re.Match[str]) -> Mention | None:
    word = " ".join((group["months"] or "").split())
    months = NUMERALS.get(word) or int(word)
    if not 1 <= months <= 12:
        return None
    if not group["end"] or "đầu" in group["end"]:
        return _part_of_year(at, to, months_part(months), group, "months")
    rest = {6: "H2", 3: "Q4"}.get(months)
    return _part_of_year(at, to, rest, group, "months") if rest else None


def _half(at: int, to: int, group: re.Match[str]) -> Mention:
    part = "H2" if "cuối" in (group["half"] or "") else "H1"
    return _part_of_year(at, to, part, group, "half")


def _month(at: int, to: int, group: re.Match[str]) -> Mention:
    word = " ".join((group["month"] or "").split())
    month = MONTHS.get(word) or int(word)
    if group["through"]:
        told = _part_of_year(at, to, months_part(month), group, "month")
        day = 31 if group["stage"] in (None, "cuối ") else MID_MONTH
        return told._replace(upto=True, day=day)
    return _part_of_year(at, to, f"M{month:02d}", group, "month")


def _within(at: int, to: int, group: re.Match[str]) -> Mention:
    return Mention(
        at, to, "", within="M" if "tháng" in (group["within"], group["this"], group["all"]) else "Q"
    )


def _year(at: int, to: int, group: re.Match[str]) -> Mention:
    return Mention(at, to, "", _integer(group["year"]), upto=bool(group["lead"]))


def _year_after(at: int, to: int, _: re.Match[str]) -> Mention:
    return Mention(at, to, "", after=True)


def _year_end(at: int, to: int, _: re.Match[str]) -> Mention:
    return Mention(at, to, "", running=True)


def _to_date(at: int, to: int, _: re.Match[str]) -> Mention:
    return Mention(at, to, "", to_date=True)


def _relative(at: int, to: int, group: re.Match[str]) -> Mention:
    word = " ".join(group[0].split())
    return Mention(
        at, to, "", relative=RELATIVE[word], running=RELATIVE_PAST.isdisjoint(word.split())
    )


def _term(at: int, to: int, group: re.Match[str]) -> Mention:
    side = SIDES.get((group["term_side"] or "").split(" ")[-1], "current")
    congress = "nhiệm kỳ" in group[0]
    return Mention(at, to, "", term=True, cycle=side, congress=congress)


def _bare(at: int, to: int, group: re.Match[str]) -> Mention:
    return Mention(at, to, "", int(group[0]), bare=True)


def _no_period(_at: int, _to: int, _: re.Match[str]) -> None:
    return None


_READERS: dict[str, Callable[[int, int, re.Match[str]], Mention | None]] = {
    "school_year": _no_period,
    "span": _span,
    "up_to_day": _up_to_day,
    "day_in_words": _told_day,
    "one_quarter": _quarter,
    "last_quarter": _last_quarter,
    "first_quarter": _first_quarter,
    "some_quarters": _quarters,
    "some_months": _months,
    "half_of_year": _half,
    "months_between": _no_period,
    "one_month": _month,
    "last_part": _within,
    "whole_year": _year,
    "year_after": _year_after,
    "to_date": _to_date,
    "year_end": _year_end,
    "relative": _relative,
    "some_term": _term,
    "bare": _bare,
}
"""Name of a form -> what reads it."""
