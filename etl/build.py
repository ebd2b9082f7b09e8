"""Articles in, database out: every stage in its order."""

import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from etl.catalogue import load_catalogue
from etl.evaluate import Score, by_indicator, compare
from etl.extract import extract
from etl.models import Article, Extraction, Placement, Province
from etl.places import place
from etl.placing.gazetteer import load_places
from etl.publish import SCHEMA_VERSION, Accuracy, Build, Publication, publish
from etl.read import find_articles, read
from etl.reconcile import reconcile
from etl.status import RULE_VERSION, parse_period
from etl.tables import DATA, TableError, read_table
from etl.texts.dates import reference

VERSION = "0.1.0"
ARTICLES = Path(os.path.relpath(DATA / "articles"))
DATABASE = Path(os.path.relpath(DATA / "indicators.duckdb"))

LABELS = DATA.parent / "tests" / "gold"
"""Labelled facts of the given articles; where they are built, their accuracy is measured."""

MANY = 500
"""Articles from which several processes share the reading."""
LISTED = 10
"""How many files the summary names under one reason."""

UNPLACED = Placement(None, None)
NOTHING = Extraction((), ())

Progress = Callable[[int, int], None]
"""Is told how many articles are read, of how many."""


class NothingToBuildError(Exception):
    """There is no article to build from; says what to do."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one article file."""

    article: Article
    placement: Placement
    extraction: Extraction
    failed: bool = False
    """Whether nothing could be read of it."""

    @property
    def is_unplaced(self) -> bool:
        """Whether it could be read, but neither it nor a figure in it has a certain province."""
        return (
            not self.failed
            and self.placement.province is None
            and not any(row.province for row in self.extraction.observations)
        )


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build closes with."""

    database: Path
    articles: int
    observations: int
    provinces: int
    scorecard: int
    accuracy: str | None
    """How well the labelled articles among them were read."""
    problems: tuple[tuple[str, str], ...]
    """The path of a file and what is wrong with it, in one line."""
    seconds: float

    def __str__(self) -> str:
        """The closing lines for the terminal."""
        lines = [
            f"{self.articles} articles, {self.observations} observations,"
            f" {self.provinces} provinces, {self.scorecard} rows of targets and results"
            f" in {self.database} ({self.seconds:.1f} s)."
        ]
        if self.accuracy:
            lines.append(self.accuracy)
        files: defaultdict[str, list[str]] = defaultdict(list)
        for path, reason in self.problems:
            files[reason].append(path)
        for reason, paths in sorted(files.items()):
            lines.append(f"{len(paths)} x {reason}:")
            lines.extend(f"  {path}" for path in paths[:LISTED])
            if len(paths) > LISTED:
                lines.append(f"  and {len(paths) - LISTED} more (table articles, column problem)")
        return "\n".join(lines)


def build(
    folders: Sequence[Path] = (ARTICLES,),
    database: Path = DATABASE,
    progress: Progress = lambda done, total: None,
) -> Summary:
    """Read all articles beneath the folders and publish the database.

    Raises NothingToBuildError where there is no article, TableError where a table of data/ is
    broken, UnwritableError where the database cannot be written. The database that was there stays
    until the new one is complete.
    """
    started = time.monotonic()
    paths, clashes = _without_clashes(find_articles(folders))
    if not paths:
        names = ", ".join(map(str, folders))
        raise NothingToBuildError(
            f"No articles in {names}: put articles there as .txt or .html files, one article a"
            " file, or name another folder with --articles."
        )
    readings = []
    for done, reading in enumerate(_read_all(paths), start=1):
        readings.append(_with_problem(reading))
        progress(done, len(paths))
    publication = _publication(readings, folders)
    publish(publication, database)
    return Summary(
        database=database,
        articles=publication.build.articles,
        observations=publication.build.observations,
        provinces=publication.build.provinces,
        scorecard=len(publication.scorecard),
        accuracy=_in_words(publication.build),
        problems=(
            *(
                (each.article.path, each.article.problem)
                for each in readings
                if each.article.problem
            ),
            *clashes,
        ),
        seconds=time.monotonic() - started,
    )


def read_article(path: Path) -> Reading:
    """Take one article file through all stages that know no other article."""
    article = read(path, path.parent.name)
    if not article.text:
        return Reading(article, UNPLACED, NOTHING, failed=True)
    try:
        placement = place(article)
        extraction = extract(article, placement, reference(article))
        for observation in extraction.observations:
            parse_period(observation.period)  # here a bad one costs its article, not the build
        return Reading(article, placement, extraction)
    except TableError:
        raise
    except Exception as error:  # one odd text of a million must not cost the others
        problem = f"could not be read, please report it ({type(error).__name__}: {error})"
        return Reading(replace(article, problem=problem), UNPLACED, NOTHING, failed=True)


def _read_all(paths: Sequence[Path]) -> Iterator[Reading]:
    if len(paths) < MANY:
        yield from map(read_article, paths)
        return
    with ProcessPoolExecutor(os.cpu_count()) as executor:
        yield from executor.map(read_article, paths, chunksize=64)


def _without_clashes(paths: Iterable[Path]) -> tuple[list[Path], list[tuple[str, str]]]:
    """The files with a name of their own, and those whose name, the article's id, is taken."""
    kept: dict[str, Path] = {}
    clashes = []
    for path in paths:
        first = kept.setdefault(path.stem, path)
        if first is not path:
            clashes.append((path.as_posix(), f"left out, {first.as_posix()} has its name: rename"))
    return list(kept.values()), clashes


def _with_problem(reading: Reading) -> Reading:
    """The reading with all that is wrong with its article told in `problem`."""
    article = reading.article
    problems = [article.problem] if article.problem else []
    if not reading.failed:
        if not reading.extraction.numbers:
            problems.append("no number in it")
        if reading.is_unplaced:
            problems.append("no province could be told")
        if article.published is None:
            problems.append("no date could be told")
    return replace(reading, article=replace(article, problem="; ".join(problems) or None))


def _publication(readings: Sequence[Reading], folders: Sequence[Path]) -> Publication:
    catalogue = load_catalogue()
    observations = [row for each in readings for row in each.extraction.observations]
    provinces = load_places().provinces
    scorecard = reconcile(
        observations,
        catalogue.indicators,
        {each.article.article: each.article.published for each in readings},
        frozenset(row.successor for row in provinces.values() if row.province != row.successor),
    )
    score, accuracy = _accuracy(readings, provinces)
    return Publication(
        articles=[(each.article, each.placement) for each in readings],
        observations=observations,
        numbers=[row for each in readings for row in each.extraction.numbers],
        scorecard=scorecard,
        indicators=list(catalogue.indicators.values()),
        regions=[
            row | {"position": int(row["position"])}
            for row in read_table(DATA / "regions.csv", ("region", "name", "name_en", "position"))
        ],
        provinces=list(provinces.values()),
        accuracy=accuracy,
        build=Build(
            built_at=datetime.now(UTC).replace(tzinfo=None),
            version=VERSION,
            schema_version=SCHEMA_VERSION,
            rule_version=RULE_VERSION,
            sources=", ".join(folder.as_posix() for folder in folders),
            articles=len(readings),
            articles_failed=sum(each.failed for each in readings),
            articles_unplaced=sum(each.is_unplaced for each in readings),
            observations=len(observations),
            provinces=len({row.province for row in observations if row.province}),
            labelled_facts=score.labelled if score else None,
            precision=score.precision if score else None,
            recall=score.recall if score else None,
            f1=score.f1 if score else None,
        ),
    )


def _in_words(built: Build) -> str | None:
    if built.f1 is None or built.precision is None or built.recall is None:
        return None
    return (
        f"Against {built.labelled_facts} labelled facts: precision {built.precision:.3f},"
        f" recall {built.recall:.3f}, F1 {built.f1:.3f}."
    )


def _accuracy(
    readings: Sequence[Reading], provinces: Mapping[str, Province]
) -> tuple[Score | None, list[Accuracy]]:
    """How well the labelled ones of the articles were read, in all and by indicator.

    None and nothing where none of them is labelled.
    """
    labels: list[dict[str, str]] = []
    labelled: set[str] = set()
    for path in sorted(LABELS.glob("*.csv")):
        rows = read_table(path, ("doc",))
        labelled.update(row["doc"] for row in rows)
        labels.extend(row for row in rows if "indicator" in row)
    built = {each.article.article: each for each in readings if each.article.article in labelled}
    if not built:
        return None, []
    labels = [row for row in labels if row["doc"] in built]
    observations = [row for each in built.values() for row in each.extraction.observations]
    score = compare(labels, observations, dict(provinces))
    return score, [
        Accuracy(indicator, labelled, labelled - missing, false)
        for indicator, (labelled, missing, false) in by_indicator(score, labels).items()
    ]
