"""What `explain` says of an article: each number, and what became of it."""

from pathlib import Path

from etl.explain import explain
from etl.extract import extract
from etl.models import Extraction
from etl.places import place
from etl.read import read
from etl.texts.dates import reference

ARTICLES = Path(__file__).parent.parent / "data" / "articles"
ORIGINAL = sorted((ARTICLES / "original").glob("*.txt"))


def extraction_of(path: Path) -> Extraction:
    article = read(path, "original")
    return extract(article, place(article), reference(article))


def test_every_observation_is_explained_with_its_number() -> None:
    for path in ORIGINAL:
        told = explain(path)
        assert path.stem in told
        for each in extraction_of(path).observations:
            assert each.sentence in told
            assert f"-> {each.indicator} {each.kind} {each.period}" in told


def test_every_number_is_explained() -> None:
    for path in ORIGINAL:
        told = explain(path)
        for number in extraction_of(path).numbers:
            assert number.quote in told, number


def test_the_head_says_place_and_time_and_by_what() -> None:
    head = "\n".join(explain(ORIGINAL[0]).split("\n")[:3])
    assert "province lang-son (by newspaper)" in head
    assert "published 2020-12-02, reports on 2020" in head


def test_a_file_that_cannot_be_read_is_explained_by_its_problem(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    told = explain(empty)
    assert "problem: " in told
    assert "province uncertain (by nothing)" in told
