"""How the reading is measured: strict tuples, one to one, and the attributes beside them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from etl.evaluate import ATTRIBUTES, COLUMNS, Score, by_indicator, compare, evaluate, written
from etl.models import Observation
from etl.placing.gazetteer import load_places
from etl.tables import TableError

LABEL = {
    "doc": "a1",
    "province": "Lạng Sơn",
    "indicator": "grdp_growth",
    "kind": "actual",
    "period": "2020",
    "low": "2.03",
    "high": "2.03",
    "unit": "percent",
    "out_of": "",
    "pct_of_plan": "",
    "yoy": "",
}
Make = Callable[..., Observation]


def score(labels: list[dict[str, str]], found: list[Observation]) -> Score:
    return compare(labels, found, dict(load_places().provinces))


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (2.03, "2.03"), (5835.0, "5835"), (0.0, "0"), (-7.6, "-7.6"), (1e6, "1000000")],
)
def test_numbers_are_written_as_in_the_labels(value: float | None, text: str) -> None:
    assert written(value) == text


def test_an_equal_tuple_is_right_however_the_label_writes_its_numbers(observation: Make) -> None:
    told = score([LABEL | {"low": "2.030", "high": "2.03"}], [observation(2.03)])
    assert (told.correct, told.false, told.missing, told.f1) == (1, [], [], 1.0)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("doc", "a2"),
        ("province", "Nghệ An"),
        ("indicator", "iip_growth"),
        ("kind", "target"),
        ("period", "2020-H1"),
        ("low", "2.04"),
        ("high", ""),
        ("unit", "percentage_points"),
    ],
)
def test_a_tuple_that_differs_anywhere_is_missing_and_false(
    observation: Make, column: str, value: str
) -> None:
    told = score([LABEL | {column: value}], [observation(2.03)])
    assert (told.correct, len(told.missing), len(told.false)) == (0, 1, 1)
    assert (told.precision, told.recall, told.f1) == (0.0, 0.0, 0.0)


def test_a_fact_told_twice_counts_once(observation: Make) -> None:
    told = score([LABEL], [observation(2.03), observation(2.03)])
    assert (told.correct, told.found, len(told.false)) == (1, 2, 1)
    assert (told.precision, told.recall) == (0.5, 1.0)


def test_attributes_count_where_either_side_says_one(observation: Make) -> None:
    found = [observation(2.03, yoy=5.0, pct_of_plan=98.35)]
    told = score([LABEL | {"yoy": "5.0", "out_of": "18"}], found)
    assert (told.attributes_said, told.attributes_right) == (3, 1)
    assert {(name, said, ours) for _, name, said, ours in told.wrong_attributes} == {
        ("out_of", "18", ""),
        ("pct_of_plan", "", "98.35"),
    }


def test_nothing_labelled_and_nothing_found_is_no_error() -> None:
    told = score([], [])
    assert (told.precision, told.recall, told.f1) == (1.0, 1.0, 1.0)
    assert "0 of 0" in told.report()


def test_the_report_and_its_parts_say_the_counts(observation: Make) -> None:
    labels = [LABEL, LABEL | {"indicator": "iip_growth"}]
    told = score(labels, [observation(2.03), observation(9.0, indicator="poverty_rate")])
    assert "1 of 2 found, 1 false" in told.report()
    assert by_indicator(told, labels) == {
        "grdp_growth": (1, 0, 0),
        "iip_growth": (1, 1, 0),
        "poverty_rate": (0, 0, 1),
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    articles = tmp_path / "articles"
    articles.mkdir()
    for name in ("a1", "a2"):
        text = "Tỉnh Lạng Sơn năm 2020\n\nNăm 2020, GRDP tỉnh Lạng Sơn tăng 2,03%.\n"
        (articles / f"{name}.txt").write_text(text, encoding="utf-8")
    return articles


def test_only_the_listed_articles_are_measured(folder: Path, tmp_path: Path) -> None:
    gold, docs = tmp_path / "gold.csv", tmp_path / "docs.csv"
    columns = (*COLUMNS, *ATTRIBUTES)
    lines = (",".join(columns), ",".join(LABEL[column] for column in columns))
    gold.write_text("\n".join(lines), encoding="utf-8")
    docs.write_text("doc\na1\n", encoding="utf-8")
    assert evaluate(folder, gold, docs).f1 == 1.0
    told = evaluate(folder, gold)
    assert [fact[0] for fact in told.false] == ["a2"]


def test_a_label_file_without_a_column_is_named(folder: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.csv"
    gold.write_text("doc,province\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"gold\.csv, line 1: the column 'indicator'"):
        evaluate(folder, gold)
