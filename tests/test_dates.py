"""When an article was published, and of which year it speaks."""

import csv
import json
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from etl.models import Article
from etl.read import article_of, find_articles, read
from etl.texts.dates import published, reference
from etl.texts.named_years import named_years
from etl.texts.years import years_of

HERE = Path(__file__).parent
ARTICLES = HERE.parent / "data" / "articles"
EXAMPLES = list(csv.DictReader((HERE / "examples" / "dates.csv").open(encoding="utf-8")))


def told(row: dict[str, str]) -> Article:
    # In the table "|" parts lines, "\|" is the character.
    lines = row["text"].replace("\\|", "\0").replace("|", "\n").replace("\0", "|")
    article = article_of(lines.encode(), Path("c/a1.txt"), "c")
    url = row["url"] or None
    return replace(article, url=url, published=published(article.text, url))


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: row["why"] or row["text"][:40])
def test_an_article_is_of_the_day_and_year_that_the_examples_say(row: dict[str, str]) -> None:
    found = reference(told(row))
    assert (str(found.published or ""), str(found.year or "")) == (row["published"], row["year"])


def gold(name: str) -> list[dict[str, str]]:
    with (HERE / "gold" / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    return {path.stem: read(path, path.parent.name) for path in find_articles([ARTICLES])}


def test_no_article_is_given_a_wrong_day(articles: dict[str, Article]) -> None:
    wrong, known, unknown = [], 0, 0
    for row in gold("retold_articles.csv"):
        day = articles[row["doc"]].published
        if not row["published"]:
            continue
        if day is None:
            unknown += 1  # the page's own date is not part of a retold text
        elif str(day).startswith(row["published"]):
            known += 1
        else:
            wrong.append((row["doc"], row["published"], day))
    assert wrong == []
    assert known >= 70, (known, unknown)


def test_articles_report_on_the_year_of_most_of_their_actuals(articles: dict[str, Article]) -> None:
    years: dict[str, Counter[int]] = defaultdict(Counter)
    for row in gold("retold.csv") + gold("original.csv"):
        if row["kind"] == "actual" and ".." not in row["period"]:
            years[row["doc"]][int(row["period"][:4])] += 1
    missed = [
        doc
        for doc, found in years.items()
        if reference(articles[doc]).year != found.most_common(1)[0][0]
    ]
    assert len(years) > 100
    assert len(missed) <= 2, missed


@given(st.text(max_size=80), st.text(max_size=30))
@example("Ngày 99/99/2020", "https://a.vn/99999999999999999")
@example("Sáng 0/0", "/2023/13/45/")
@example("29/2/2023\n29/2\nnăm 2023", "")
@example("2020", "1" * 13)
@example("²/³/2020 Ngày ²/³", "٢٠٢٣٠١٠٦")
def test_no_text_or_address_breaks_the_reading_of_dates(text: str, url: str) -> None:
    day = published(text, url)
    assert day is None or isinstance(day, date)


@pytest.mark.parametrize(
    ("text", "results", "plans"),
    [
        ("kết quả năm 2022", {2022: 2}, {}),
        ("kế hoạch năm 2023", {}, {2023: 2}),
        ("đánh giá kết quả thực hiện nhiệm vụ năm 2022", {2022: 2}, {}),
        ("phấn đấu hoàn thành nhiệm vụ năm 2022", {}, {2022: 2}),
        ("so với năm 2021", {2022: 1}, {}),
        ("gấp 2,5 lần dự toán.\n\nNăm 2021, tỉnh", {2021: 1}, {}),
        ("so với cùng tháng năm 2021", {2022: 1}, {}),
        ("dự toán ngân sách nhà nước năm 2023", {}, {2023: 2}),
        ("giai đoạn 2021 - 2025, đến năm 2030", {}, {}),
        ("giá so sánh năm 2010", {}, {}),
        ("trong khi đích năm 2020 là 40%", {}, {2020: 2}),
        ("xã về đích năm 2020", {2020: 1}, {}),
        ("quý II/2024", {2024: 1}, {}),
        ("hồi tháng 12/2024 đề ra mục tiêu", {}, {}),
        ("còn thấp hơn mức 5,04% của quý II/2024", {}, {}),
        ("Quyết định số 12/2021/QĐ-UBND ngày 3/4/2021", {}, {}),
        ("2020 hộ, 2.021 tỷ, 2022,5 ha", {2020: 1}, {}),
    ],
)
def test_a_year_is_one_of_results_or_of_plans_by_the_words_before_it(
    text: str, results: dict[int, int], plans: dict[int, int]
) -> None:
    years = years_of(text)
    assert (dict(years.results), dict(years.plans)) == (results, plans)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("khép lại năm tân sửu", [2021]),
        ("đón xuân giáp tý, năm quý hợi", [1983, 2043]),
        ("năm cuối nhiệm kỳ 2015 - 2020", [2020]),
        ("kỷ niệm 50 năm ngày giải phóng (1975 - 2025)", [2025]),
        ("kỷ niệm 60 năm ngày thành lập (1975 - 2025)", []),
        ("nhiệm kỳ 2020 - 2025", []),
        ("ông tân sửu xe, năm mới", []),
    ],
)
def test_years_are_told_without_their_number(text: str, years: list[int]) -> None:
    assert named_years(text) == years


@pytest.mark.parametrize(("name", "least"), [("undated_1", 42), ("undated_2", 23)])
def test_openings_without_a_date_are_of_the_year_that_a_reader_takes_them_to_be_of(
    name: str, least: int
) -> None:
    """Invented; of the second ones nobody has looked at the errors."""
    lines = (HERE / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    openings = [json.loads(line) for line in lines]
    right = [
        each["id"]
        for each in openings
        if reference(told({"text": f"{each['title']}\n\n{each['text']}", "url": ""})).year
        == each["year"]
    ]
    assert len(openings) == 50
    assert len(right) >= least, right
