"""The values that pass from stage to stage; the terms are those of the published tables."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

MERGED_ON = date(2025, 7, 1)
"""When 63 provinces became 34 (Resolution 202/2025/QH15)."""


class Kind(StrEnum):
    """What a figure states: what was reached (or estimated as reached), or what was aimed at."""

    ACTUAL = "actual"
    TARGET = "target"


class Measure(StrEnum):
    """How an indicator behaves in time.

    A flow adds up within the year, a stock is a level at the period's end, a rate is a growth.
    """

    FLOW = "flow"
    STOCK = "stock"
    RATE = "rate"


class Direction(StrEnum):
    """Whether more of the indicator is better."""

    UP = "up"
    DOWN = "down"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Article:
    """One article file as read. All offsets elsewhere count characters of `text` (NFC)."""

    article: str
    """The file's stem: the article's id."""
    collection: str
    """The name of the folder it lies in."""
    path: str
    sha256: str
    """Of the file's bytes."""
    url: str | None
    publisher: str | None
    """Domain of the newspaper or portal."""
    title: str | None
    published: date | None
    """The article's own date, not that of a later crawl."""
    text: str
    problem: str | None = None
    """One line on what is wrong with the file, None where nothing is."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in a text, at characters start to end."""

    start: int
    end: int
    province: str | None
    """Slug of the province it is or lies in; None where it is the nation, a region or abroad."""
    level: str
    """'province', 'district' (city, town, ward, commune within one), 'region', 'nation'."""


@dataclass(frozen=True, slots=True)
class Placement:
    """The province an article is about, and what told it."""

    province: str | None
    """Slug; None where it is not certain."""
    basis: str | None
    """'text', 'newspaper', 'leader' or 'place'."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure that an article states: one row of table `observations`."""

    observation: str
    """Stable id."""
    article: str
    province: str | None
    indicator: str
    kind: Kind
    period: str
    """2020, 2021-H1, 2021-9M, 2021-Q1, 2021-M05 or 2016..2020."""
    year: int
    """The period's (last) year."""
    low: float | None
    high: float | None
    unit: str
    out_of: float | None
    pct_of_plan: float | None
    yoy: float | None
    estimated: bool
    quote: str
    sentence: str
    start_char: int
    end_char: int


class Number(NamedTuple):
    """One number of an article and what became of it: one row of table `numbers`."""

    article: str
    start_char: int
    end_char: int
    quote: str
    fate: str
    """'observation', or the reason why it became none (a key of the words files)."""
    observation: str | None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article says."""

    observations: tuple[Observation, ...]
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Province:
    """One province of the 63 before 1 July 2025, or of the 34 since."""

    province: str
    """Slug, the key everywhere."""
    name: str
    name_en: str
    kind: str
    region: str
    """Slug of data/regions.csv."""
    code: str
    code34: str | None
    valid_from: str | None
    valid_to: str | None
    successor: str
    """Slug of the province it belongs to since 1 July 2025; itself where it goes on."""
    aliases: tuple[str, ...]
    grid63: tuple[int, int] | None
    """Row and column on the tile map of 63."""
    grid34: tuple[int, int] | None
