"""From files to database: what a build does with good, bad and missing articles."""

import signal
import subprocess
import sys
import unicodedata
from io import StringIO
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl import build as building
from etl.__main__ import main
from etl.build import NothingToBuildError, build
from etl.progress import ProgressBar
from etl.tables import TableError

ROOT = Path(__file__).parent.parent
ARTICLE = """Hội nghị Ban Chấp hành Đảng bộ tỉnh Lạng Sơn

Thứ 4, 02.12.2020

Năm 2020, tốc độ tăng trưởng GRDP của tỉnh Lạng Sơn ước đạt 2,03% (mục tiêu là 8,5 – 9%).
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "good.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


def rows(database: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(database), read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_the_given_articles_build_with_every_file_accounted_for(
    database: Path, articles: Path
) -> None:
    files = {path.stem for path in articles.glob("*/*.txt")}
    assert {name for (name,) in rows(database, "SELECT article FROM articles")} == files
    unread = "SELECT article, problem FROM articles WHERE starts_with(problem, 'could not be read')"
    assert rows(database, unread) == []
    assert rows(database, "SELECT articles, articles_failed FROM build") == [(len(files), 0)]


def test_every_figure_stands_in_its_article_where_it_says(database: Path) -> None:
    query = """
        SELECT observation FROM observations JOIN articles USING (article)
        WHERE substr(text, start_char + 1, end_char - start_char) <> quote
           OR NOT contains(text, sentence)
    """
    assert rows(database, query) == []


def test_every_row_of_the_scorecard_leads_to_its_observations(database: Path) -> None:
    query = """
        SELECT count(*) FROM scorecard
        WHERE coalesce(actual_observation, target_observation) IS NULL
           OR (actual_observation IS NOT NULL
               AND actual_observation NOT IN (SELECT observation FROM observations))
           OR (target_observation IS NOT NULL
               AND target_observation NOT IN (SELECT observation FROM observations))
    """
    assert rows(database, query) == [(0,)]


def test_the_cases_of_the_given_articles_are_reconciled(database: Path) -> None:
    card = {
        row[:3]: row[3:]
        for row in rows(
            database,
            "SELECT province, indicator, year, status, gap, round(attainment, 3), target_basis,"
            " round(target_implied, 1), target_confirmed FROM scorecard",
        )
    }
    growth = card["lang-son", "grdp_growth", 2020]
    assert growth == ("far", -6.47, 0.239, "stated", None, None)
    budget = card["lang-son", "budget_revenue", 2021]
    assert budget == ("ahead", -96.1, 0.984, "stated", 5835.2, True)
    trade = card["lang-son", "trade_turnover", 2021]
    assert (trade[0], trade[3], trade[4]) == ("ahead", "implied", 3080.0)
    assert card["nghe-an", "grdp_growth", 2020][0] == "no_target"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\n ", "empty"),
        (bytes(range(256)) * 8, "not text"),
        (ARTICLE.encode("utf-8").replace("ạ".encode(), b"\xe1\xba"), "broken UTF-8"),
        ("Tin tức trong tỉnh, không có gì đáng kể.".encode(), "no number"),
        ("Sáng nay GRDP ước đạt 5,2%.".encode(), "no province"),
        ("Sáng nay GRDP ước đạt 5,2%.".encode(), "no date"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_file_is_listed_with_its_reason_and_the_build_goes_on(
    folder: Path, tmp_path: Path, content: bytes, reason: str
) -> None:
    (folder / "bad.txt").write_bytes(content)
    database = tmp_path / "indicators.duckdb"
    summary = build([folder], database)
    problems = {Path(path).name: told for path, told in summary.problems}
    assert reason in problems["bad.txt"]
    assert "good.txt" not in problems
    assert reason in rows(database, "SELECT problem FROM articles WHERE article = 'bad'")[0][0]
    assert summary.articles == 2
    assert summary.observations >= 2
    assert reason in str(summary)


def test_an_article_in_windows_1258_or_decomposed_gives_the_same_figures(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "decomposed.txt").write_text(unicodedata.normalize("NFD", ARTICLE), encoding="utf-8")
    build([folder], tmp_path / "indicators.duckdb")
    found = rows(
        tmp_path / "indicators.duckdb",
        "SELECT indicator, kind, low, high, quote, count(*) FROM observations GROUP BY ALL",
    )
    assert found
    assert all(count == 2 for *_, count in found)


def test_of_two_files_with_one_name_the_second_is_listed(folder: Path, tmp_path: Path) -> None:
    (folder / "more").mkdir()
    (folder / "more" / "good.txt").write_text("Bài khác", encoding="utf-8")
    summary = build([folder], tmp_path / "indicators.duckdb")
    assert summary.articles == 1
    assert [path for path, _ in summary.problems] == [(folder / "more" / "good.txt").as_posix()]


def test_no_article_at_all_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NothingToBuildError, match="put articles there"):
        build([tmp_path], tmp_path / "indicators.duckdb")
    assert list(tmp_path.iterdir()) == []


def test_many_articles_are_shared_by_processes_with_the_same_result(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        (folder / f"copy{number}.txt").write_text(ARTICLE, encoding="utf-8")
    build([folder], tmp_path / "one")
    monkeypatch.setattr(building, "MANY", 10)
    build([folder], tmp_path / "many")
    for table in ("articles", "observations", "numbers", "scorecard"):
        assert rows(tmp_path / "one", f"FROM {table}") == rows(tmp_path / "many", f"FROM {table}")


def test_a_crash_over_one_article_is_told_and_the_others_are_published(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "odd.txt").write_text(ARTICLE + "lạ", encoding="utf-8")
    extract = building.extract

    def stumble(article: Any, *rest: Any) -> Any:
        if article.article == "odd":
            raise ZeroDivisionError("by nothing")
        return extract(article, *rest)

    monkeypatch.setattr(building, "extract", stumble)
    summary = build([folder], tmp_path / "indicators.duckdb")
    ((path, reason),) = summary.problems
    assert path.endswith("odd.txt")
    assert "ZeroDivisionError" in reason
    assert summary.articles == 2


def test_a_killed_build_leaves_the_last_database_serving(folder: Path, tmp_path: Path) -> None:
    database = tmp_path / "indicators.duckdb"
    build([folder], database)
    before = database.read_bytes()
    slow = (
        "import sys, time; from etl import publish; from etl.__main__ import main;"
        "publish._flush = lambda path: (print('written', flush=True), time.sleep(60));"
        "main(sys.argv[1:])"
    )
    command = [sys.executable, "-c", slow, "build", "--articles", folder, "--database", database]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"written\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert database.read_bytes() == before
    assert len(list(tmp_path.glob("indicators.duckdb.tmp.*"))) == 1
    build([folder], database)
    assert not list(tmp_path.glob("indicators.duckdb.tmp.*"))


def test_the_commands_succeed_with_exit_code_0(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = tmp_path / "indicators.duckdb"
    arguments = ["build", "--articles", str(folder), "--database", str(database)]
    assert main(arguments) == 0
    assert "1 articles" in capsys.readouterr().out
    assert main(["explain", str(folder / "good.txt")]) == 0
    assert "2,03%" in capsys.readouterr().out
    gold = "tests/gold/original.csv"
    assert main(["evaluate", "--articles", "data/articles/original", "--gold", gold]) == 0
    assert "of 33" in capsys.readouterr().out


def test_nothing_to_build_and_an_unwritable_place_end_with_exit_code_1(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert main(["build", "--articles", str(empty), "--database", str(tmp_path / "x")]) == 1
    assert "put articles there" in capsys.readouterr().err
    below_a_file = str(folder / "good.txt" / "x.duckdb")
    assert main(["build", "--articles", str(folder), "--database", below_a_file]) == 1
    assert "--database" in capsys.readouterr().err


def test_a_broken_table_ends_with_exit_code_1_and_its_line(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken() -> None:
        raise TableError("data/units.csv, line 7: scale is no number")

    monkeypatch.setattr(building, "load_catalogue", broken)
    arguments = ["build", "--articles", str(folder), "--database", str(tmp_path / "x")]
    assert main(arguments) == 1
    assert "units.csv, line 7" in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["bild"],
        ["build", "--articles", "no/such/folder"],
        ["explain"],
        ["explain", "no/such/file.txt"],
        ["evaluate", "--articles", "data/articles/original"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_exit_code_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_the_progress_bar_is_drawn_on_terminals_alone() -> None:
    seen, unseen = Terminal(), StringIO()
    for stream in (seen, unseen):
        bar = ProgressBar("Reading", stream)
        for done in range(1, 4):
            bar(done, 3)
    assert seen.getvalue().endswith("3/3\n")
    assert unseen.getvalue() == ""


def test_accuracy_is_measured_where_labelled_articles_are_built(
    database: Path, folder: Path, tmp_path: Path
) -> None:
    ((facts, f1),) = rows(database, "SELECT labelled_facts, f1 FROM build")
    assert facts > 1000
    assert f1 > 0.5
    assert rows(database, "SELECT sum(labelled) FROM accuracy") == [(facts,)]
    build([folder], tmp_path / "indicators.duckdb")
    assert rows(tmp_path / "indicators.duckdb", "SELECT labelled_facts, f1 FROM build") == [
        (None, None)
    ]
