"""Which facts a sentence gives: a table of the genre's constructions, and of what is no fact."""

import csv
from datetime import date
from pathlib import Path

import pytest

from etl.evaluate import ATTRIBUTES, written
from etl.extract import extract
from etl.models import Article, Placement
from etl.texts.dates import Reference

TABLE = Path(__file__).parent / "examples" / "sentences.csv"
HEAD = "Lạng Sơn tổng kết kinh tế - xã hội năm 2023\n\nTỉnh Lạng Sơn họp bàn về năm 2023.\n\n"
TODAY = Reference(date(2023, 12, 20), 2023)
VALUES = ("low", "high", *ATTRIBUTES)
WORDS = ("province", "indicator", "kind", "period", "unit")


def examples() -> list[object]:
    """The sentences with their facts; a row without a sentence is a further fact of the last."""
    sentences: list[tuple[dict[str, str], list[dict[str, str]]]] = []
    with TABLE.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["sentence"]:
                sentences.append((row, []))
            if row["indicator"]:
                sentences[-1][1].append(row)
    return [
        pytest.param(
            first["sentence"],
            facts,
            id=f"{first['why']}: {first['sentence']}",
            marks=[pytest.mark.xfail(strict=True, reason=first["why"])]
            if first["known_gap"]
            else [],
        )
        for first, facts in sentences
    ]


def labelled(row: dict[str, str]) -> tuple[str, ...]:
    words = [row["province"] or "lang-son", *(row[column] for column in WORDS[1:])]
    return (*words, *(written(float(row[column])) if row[column] else "" for column in VALUES))


@pytest.mark.parametrize(("sentence", "facts"), examples())
def test_a_sentence_gives_the_facts_of_the_examples(
    sentence: str, facts: list[dict[str, str]]
) -> None:
    article = Article(
        "a1",
        "c",
        "c/a1.txt",
        "",
        None,
        None,
        None,
        TODAY.published,
        HEAD + sentence.replace("|", "\n"),
    )
    found = extract(article, Placement("lang-son", "text"), TODAY).observations
    told = [
        (
            *(str(getattr(each, column)) for column in WORDS),
            *(written(getattr(each, column)) for column in VALUES),
        )
        for each in found
    ]
    assert sorted(told) == sorted(map(labelled, facts))
