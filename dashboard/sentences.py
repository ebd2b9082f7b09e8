"""What a page says in words: the sentence before each chart, and what is chosen by default."""

from collections.abc import Sequence
from typing import Any

from dashboard import cells, formats, queries
from dashboard.bullets import Section
from dashboard.words import Words

Record = dict[str, Any]


def totals(counts: Record, build: Record, say: Words) -> str:
    """What the database holds and when it was built."""
    return say(
        "overview.totals",
        provinces=say.count("count.provinces", counts["provinces"]),
        articles=say.count("count.articles", counts["articles"]),
        observations=say.count("count.observations", counts["observations"]),
        pairs=say.count("count.pairs", counts["pairs"]),
        built=formats.day(build["built_at"].date(), say),
    )


def overview(found: Sequence[Record], indicator: Record, year: int, say: Words) -> str:
    """How many provinces have target and actual in a year, and how many reached the target."""
    paired = cells.paired(found)
    graded, reached = cells.tally(found)
    name = lower_first(say.name(indicator))
    if not paired:
        return say.count("overview.sentence_none", len(found), year=year, indicator=name)
    first = say.count("overview.sentence", len(paired), year=year, indicator=name)
    if not graded:
        return first + say("overview.sentence_ungraded")
    return first + say("overview.sentence_reached", reached=reached, graded=graded)


def scoreboard(found: Sequence[Record], year: int, say: Words) -> str:
    """How many pairs a year has, and how many targets were reached, nearly reached and missed."""
    met, near, missed = cells.outcomes(found)
    rest = len(found) - met - near - missed
    text = say.count(
        "scoreboard.sentence",
        len(found),
        year=year,
        provinces=say.count("count.provinces", len({cell["province"] for cell in found})),
        met=met,
        near=near,
        missed=missed,
    )
    return text + (say.count("scoreboard.sentence_rest", rest) if rest else "") + "."


def province(found: Sequence[Record], place: Record, year: int | None, say: Words) -> str:
    """The year of a province in a sentence: targets reached, and which is furthest off."""
    graded, reached = cells.tally(found)
    name = say.name(place)
    if not graded:
        running = [cell for cell in found if cell["attainment"] is not None]
        key = "province.sentence_running" if running else "province.sentence_no_pairs"
        return say.count(key, len(running or found), province=name, year=year)
    key = "province.sentence" if reached else "province.sentence_zero"
    text = say.count(key, graded, province=name, year=year, reached=reached)
    missed = [
        cell
        for cell in found
        if cell["status"] in ("near", "partial", "far", "opposite")
        and cell["attainment"] is not None
    ]
    if missed:
        worst = min(missed, key=lambda cell: cell["attainment"])
        text += say(
            "province.sentence_worst" if graded > 1 else "province.sentence_which",
            indicator=lower_first(cells.indicator(worst, say)),
            actual=cells.actual(worst, say),
            target=cells.target(worst, say),
        )
    return f"{text}."


def indicator(found: Sequence[Record], say: Words) -> str:
    """What there is of an indicator: provinces, years, pairs."""
    years = sorted({cell["year"] for cell in found})
    paired = cells.paired(found)
    graded, reached = cells.tally(found)
    text = say(
        "indicator.sentence",
        provinces=say.count("count.provinces", len({cell["province"] for cell in found})),
        years=str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}",
        pairs=say.count("count.pairs", len(paired)),
    )
    return text + (say("indicator.sentence_reached", reached=reached, n=graded) if graded else "")


def place(row: Record, say: Words) -> str:
    """Where a province lies, and what it belongs to since it was merged."""
    parts = []
    if row["region_name"]:
        region = {"name": row["region_name"], "name_en": row["region_name_en"]}
        parts = [say.name(region)]
    if row["successor"] != row["province"] and row["successor_name"]:
        successor = {"name": row["successor_name"], "name_en": row["successor_name_en"]}
        parts.append(say("province.merged", successor=say.name(successor)))
    return " · ".join(parts)


def no_figures(
    place: Record, year: int | None, theme: str | None, years: Sequence[int], say: Words
) -> str:
    """What is missing of a province and what may be done about it."""
    name = say.name(place)
    if not years:
        return say("empty.province", province=name)
    if theme and year in years:
        return say("empty.province_theme", province=name, year=year, theme=say(f"theme.{theme}"))
    listed = ", ".join(str(value) for value in years)
    return say("empty.province_year", province=name, year=year, years=listed)


def definition(row: Record, say: Words) -> str:
    """An indicator's definition, unit, and which way is better."""
    text = row["definition_en"] if say.language == "en" else row["definition_vi"]
    return " ".join(
        [
            text.rstrip(" .") + "." if text else "",
            say("indicator.unit", unit=say(f"unit_name.{row['unit']}")),
            say(f"direction.{row['direction']}"),
        ]
    )


def axis(row: Record, say: Words) -> str:
    """An axis' title: the indicator and its unit."""
    return f"{say.name(row)} ({say('unit_name.' + row['unit'])})"


def chart(of: str, found: Sequence[Record], say: Words) -> str:
    """A chart's title: of what or whom, and of which years."""
    years = sorted({cell["year"] for cell in found})
    told = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
    return say("chart.title", of=of, years=told)


def sections(found: Sequence[Record], say: Words) -> list[Section]:
    """Provinces in groups: judged, running, only a target, only an actual."""
    groups: dict[str, list[Record]] = {
        "judged": [],
        "running": [],
        "no_actual": [],
        "no_target": [],
    }
    for cell in found:
        if cell["status"] in ("no_actual", "no_target"):
            groups[cell["status"]].append(cell)
        else:
            groups["running" if cells.is_part(cell) else "judged"].append(cell)
    return [
        Section(say(f"group.{name}"), [cells.value_line(cell, say) for cell in group])
        for name, group in groups.items()
    ]


def fullest_year(years: Sequence[Record]) -> int | None:
    """The year with most pairs, the latest of equals."""
    if not years:
        return None
    return int(max(years, key=lambda row: (row["pairs"], row["cells"], row["year"]))["year"])


def all_years() -> list[int]:
    """All years that have figures, the latest first."""
    return [row["year"] for row in queries.years()]


def chosen_province(found: Sequence[Record], wished: str | None) -> str:
    """The province whose evidence is open: that wished for, else the one furthest off."""
    if wished in {cell["province"] for cell in found}:
        return str(wished)
    judged = [cell for cell in found if cell["gap"] is not None and not cells.is_part(cell)]
    return str((judged or list(found))[-1 if judged else 0]["province"])


def chosen_indicator(found: Sequence[Record], wished: str | None) -> str:
    """The indicator whose evidence is open: that wished for, else the first with both figures."""
    if wished in {cell["indicator"] for cell in found}:
        return str(wished)
    paired = [cell for cell in found if cell["attainment"] is not None]
    return str((paired or list(found))[0]["indicator"])


def chosen_cell(found: Sequence[Record], province: str | None, year: str | None) -> tuple[str, int]:
    """Province and year whose evidence is open: those wished for, else one with both figures."""
    own = [cell for cell in found if cell["province"] == province] or list(found)
    exact = [cell for cell in own if str(cell["year"]) == year]
    if exact and exact[0]["province"] == province:
        return exact[0]["province"], exact[0]["year"]
    pairs: dict[str, int] = {}
    for cell in own:
        pairs[cell["province"]] = pairs.get(cell["province"], 0) + (cell["gap"] is not None)
    name = max(pairs, key=lambda key: (pairs[key], key))
    mine = [cell for cell in own if cell["province"] == name]
    best = max(
        mine, key=lambda cell: (str(cell["year"]) == year, cell["gap"] is not None, cell["year"])
    )
    return name, best["year"]


def lower_first(text: str) -> str:
    """The text inside a sentence: its first letter small, unless an abbreviation begins there."""
    if text[1:2].isupper():
        return text
    return text[:1].lower() + text[1:]
