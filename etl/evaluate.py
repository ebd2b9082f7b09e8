"""Measuring the reading: labelled facts against observations, by strict tuples."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from etl.extract import extract
from etl.models import Observation, Province
from etl.places import place
from etl.placing.gazetteer import load_places
from etl.read import find_articles, read
from etl.tables import read_table
from etl.texts.dates import reference

Fact = tuple[str, str, str, str, str, str, str, str]
"""doc, province name, indicator, kind, period, low, high, unit."""

COLUMNS = ("doc", "province", "indicator", "kind", "period", "low", "high", "unit")
ATTRIBUTES = ("out_of", "pct_of_plan", "yoy")


@dataclass(slots=True)
class Score:
    """How observations compare with labelled facts; the lists hold what is missing and false."""

    correct: int = 0
    labelled: int = 0
    found: int = 0
    attributes_right: int = 0
    attributes_said: int = 0
    missing: list[Fact] = field(default_factory=list)
    false: list[Fact] = field(default_factory=list)
    wrong_attributes: list[tuple[Fact, str, str, str]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of observations that are labelled facts; 1.0 where nothing was found."""
        return self.correct / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of labelled facts that were found; 1.0 where none is labelled."""
        return self.correct / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def report(self) -> str:
        """The score in four lines, as the command prints it."""
        said = self.attributes_said
        share = self.attributes_right / said if said else 1.0
        return (
            f"facts      {self.correct} of {self.labelled} found, {len(self.false)} false\n"
            f"precision  {self.precision:.3f}   recall {self.recall:.3f}\n"
            f"attributes {self.attributes_right} of {said} right ({share:.3f})\n"
            f"F1         {self.f1:.3f}"
        )


def written(value: float | None) -> str:
    """A number as the label files write it: no trailing zeros, empty for none."""
    return "" if value is None else f"{value:.6f}".rstrip("0").rstrip(".")


def fact_of(observation: Observation, provinces: dict[str, Province]) -> Fact:
    """The strict tuple of an observation."""
    province = provinces.get(observation.province or "")
    return (
        observation.article,
        province.name if province else "",
        observation.indicator,
        observation.kind.value,
        observation.period,
        written(observation.low),
        written(observation.high),
        observation.unit,
    )


def compare(
    labels: Iterable[dict[str, str]],
    observations: Iterable[Observation],
    provinces: dict[str, Province],
) -> Score:
    """The score of observations against labelled rows; equal tuples are matched one to one."""
    score = Score()
    expected: dict[Fact, list[dict[str, str]]] = {}
    for row in labels:
        fact = tuple(
            written(float(row[column]))
            if column in ("low", "high") and row[column]
            else row[column]
            for column in COLUMNS
        )
        expected.setdefault(fact, []).append(row)  # type: ignore[arg-type]
        score.labelled += 1
    for observation in observations:
        score.found += 1
        fact = fact_of(observation, provinces)
        rows = expected.get(fact)
        if not rows:
            score.false.append(fact)
            continue
        row = rows.pop(0)
        score.correct += 1
        for attribute in ATTRIBUTES:
            said = written(float(row[attribute])) if row[attribute] else ""
            ours = written(getattr(observation, attribute))
            if said or ours:
                score.attributes_said += 1
                score.attributes_right += said == ours
                if said != ours:
                    score.wrong_attributes.append((fact, attribute, said, ours))
    score.missing = [fact for fact, rows in expected.items() for _ in rows]
    return score


def observe(articles: Path) -> list[Observation]:
    """What the extractor reads in every article of a folder."""
    places = load_places()
    found: list[Observation] = []
    for path in find_articles([articles]):
        article = read(path, path.parent.name)
        found.extend(extract(article, place(article, places), reference(article)).observations)
    return found


def evaluate(articles: Path, gold: Path, docs: Path | None = None) -> Score:
    """The score on the labelled articles of a folder.

    `docs` lists the labelled articles, also those without a fact; without it every article of the
    folder counts as labelled. Raises TableError for a label file that cannot be read.
    """
    labels = read_table(gold, (*COLUMNS, *ATTRIBUTES))
    observations = observe(articles)
    if docs:
        listed = {row["doc"] for row in read_table(docs, ("doc",))}
        observations = [item for item in observations if item.article in listed]
    return compare(labels, observations, load_places().provinces)


def by_indicator(score: Score, labels: Iterable[dict[str, str]]) -> dict[str, tuple[int, int, int]]:
    """Indicator -> (labelled, missing, false)."""
    labelled = Counter(row["indicator"] for row in labels)
    missing = Counter(fact[2] for fact in score.missing)
    false = Counter(fact[2] for fact in score.false)
    return {name: (labelled[name], missing[name], false[name]) for name in sorted(labelled | false)}
