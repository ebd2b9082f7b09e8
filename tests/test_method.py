import re

import pytest

from dashboard import coverage, method, number_line, prose, queries, worked_example
from dashboard.status import GRADED
from dashboard.words import LANGUAGES, words
from etl.models import Direction, Measure
from etl.status import Figure, Status, judge, parse_period

VI = words("vi")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
YEAR = parse_period("2020")


@pytest.fixture(autouse=True)
def shown(monkeypatch, database):
    monkeypatch.setenv("CHI_TIEU_DATABASE", str(database))


def status(share: float, direction: Direction) -> Status:
    """What the rule says of a result that reaches a share of a target from 50 to 55."""
    low, high = (50.0, 55.0) if direction is Direction.UP else (45.0, 50.0)
    actual = 50 * share if direction is Direction.UP else 50 * (2 - share)
    return judge(
        Figure(actual, actual, "count", YEAR),
        Figure(low, high, "count", YEAR),
        Measure.STOCK,
        direction,
    ).status


@pytest.mark.parametrize("direction", [Direction.UP, Direction.DOWN])
def test_the_picture_of_the_rule_says_what_the_rule_does(direction):
    ends = [-1.0, *number_line.CUTS, 1.1, 1.2]
    for zone, first, last in number_line.ROWS[direction]:
        for part in range(first, last):
            low, high = ends[part], ends[part + 1]
            assert status((low + high) / 2 + 1e-6, direction) is zone, (zone, low, high)


def test_the_pace_in_the_picture_is_that_of_the_rule():
    ends = [-1.0, *number_line.CUTS, 1.1, 1.2]
    for zone, first, last in number_line.ROWS["pace"]:
        for part in range(max(first, 1), last):
            half = (ends[part] + ends[part + 1]) / 2 * 50
            verdict = judge(
                Figure(half, half, "count", parse_period("2020-H1")),
                Figure(100, 100, "count", YEAR),
                Measure.FLOW,
                Direction.UP,
            )
            assert verdict.status is zone


def test_the_examples_show_every_grade():
    shown = {method._judged(example, VI)["status"].split(" ", 1)[1] for example in method.EXAMPLES}
    assert {VI(f"status.{grade}") for grade in GRADED} <= shown


def test_the_example_is_a_sentence_with_a_target_and_its_result():
    actual, target = queries.example()
    assert (actual["kind"], target["kind"]) == ("actual", "target")
    assert actual["sentence"] == target["sentence"]
    article = queries.article(actual["article"])
    start, end, found = worked_example._recognised(("", 0, 0, 0), article, actual["start_char"])
    assert start <= actual["start_char"] < target["end_char"] <= end
    told = {(article["text"][at:to].strip(), what) for at, to, what in found}
    assert {("ước đạt", "actual"), ("mục tiêu là", "target"), ("GRDP", "subject")} <= told


def test_coverage_counts_every_cell_and_leaves_no_year_out():
    counted = queries.coverage()
    table = coverage.grid(counted, VI)
    assert table.sum().sum() == len(queries.cells())
    years = [int(year) for year in table.columns]
    assert years == list(range(years[0], years[-1] + 1))


def test_the_languages_have_the_same_sections_with_the_same_values():
    vi, en = (prose.sections("method", language) for language in LANGUAGES)
    assert list(vi) == list(en)
    for key in vi:
        assert vi[key] and set(PLACEHOLDER.findall(vi[key])) == set(PLACEHOLDER.findall(en[key]))


def test_a_build_without_labels_says_that_accuracy_was_not_measured(monkeypatch):
    said = []
    monkeypatch.setattr(queries, "build", lambda: {"f1": None})
    monkeypatch.setattr(method.st, "info", lambda text, **_: said.append(text))
    method.accuracy(VI)
    assert said == [VI("accuracy.none")]
