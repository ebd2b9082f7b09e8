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
from etl.texts.year_mentions import year_mentions

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
    assert len(missed) <= 3, missed  # two of them tell of the year before in spring


@given(st.text(max_size=80), st.text(max_size=30))
@example("Ngày 99/99/2020", "https://a.vn/99999999999999999")
@example("Năm 2020. Sáng 15/14, tỉnh họp. Chiều 3/0, năm 2021.", "")
@example("Sáng 0/0", "/2023/13/45/")
@example("29/2/2023\n29/2\nnăm 2023", "")
@example("2020", "1" * 13)
@example("²/³/2020 Ngày ²/³", "٢٠٢٣٠١٠٦")
def test_no_text_or_address_breaks_the_reading_of_dates(text: str, url: str) -> None:
    day = published(text, url)
    assert day is None or isinstance(day, date)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("kết quả năm 2022", {"result": 2022}),
        ("kế hoạch năm 2023", {"plan": 2023}),
        ("triển khai nhiệm vụ năm 2023", {"next plan": 2023}),
        ("phấn đấu hoàn thành nhiệm vụ năm 2022", {"own plan": 2022}),
        ("đánh giá kết quả thực hiện nhiệm vụ năm 2022", {"result": 2022}),
        ("bằng 48% dự toán địa phương năm 2019", {"result": 2019}),
        ("kỳ họp cuối năm 2024", {"meeting": 2024}),
        ("so với năm 2021", {"compared": 2021}),
        ("so với cùng tháng năm 2021", {"compared": 2021}),
        ("so với ước thực hiện năm 2021", {"base of plan": 2021}),
        ("gấp 2,5 lần dự toán.\n\nNăm 2021, tỉnh", {"bare": 2021}),
        ("gấp rưỡi năm 2022", {"yardstick": 2022}),
        ("vượt xa con số 13.000 tỷ đồng của năm 2017", {"yardstick": 2017}),
        ("Mức tăng của năm 2024: 7,12%", {"bare": 2024}),
        ("PCI năm 2019 xếp thứ 7", {"ranking": 2019}),
        ("nhiệm kỳ 2020 - 2025, đến năm 2030", {"term": 2025, "horizon": 2030}),
        ("kế hoạch 2021 - 2025, quy hoạch 2021 - 2030", {"five years": 2025, "span": 2030}),
        ("năm cuối nhiệm kỳ 2015 - 2020", {"last of term": 2020}),
        ("năm đầu của nhiệm kỳ 2021 - 2026", {"first of term": 2021}),
        ("kỷ niệm 50 năm ngày giải phóng (1975 - 2025)", {"jubilee": 2025}),
        ("kỷ niệm 60 năm ngày thành lập (1975 - 2025)", {"span": 2025}),
        ("năm học 2022-2023; giá so sánh năm 2010", {}),
        ("năm 2025, tỉnh đặt mục tiêu", {"round plan": 2025}),
        ("năm 2026, tỉnh đặt mục tiêu", {"plan": 2026}),
        ("năm 2023 ước 7.100 tỷ đồng", {"told": 2023}),
        ("năm 2024 phấn đấu", {"plan": 2024}),
        ("xã về đích năm 2020", {"bare": 2020}),
        ("thông xe năm 2026", {"works": 2026}),
        ("quý II/2024", {"part": 2024}),
        ("GRDP 9 tháng tăng 2,4% trong năm 2021", {"part": 2021}),
        ("nhiệm vụ 6 tháng cuối năm 2021", {"part ahead": 2021}),
        ("tăng 4,65% (6 tháng đầu năm 2015 tăng 19,4%)", {"compared": 2015}),
        ("còn thấp hơn mức 5,04% của quý II/2024", {"compared": 2024}),
        ("tính đến hết tháng 8/2024", {"counted": 2024}),
        ("tính đến ngày 31/1/2024", {"counted": 2023}),
        ("bàn giao trước tháng 6/2023", {"deadline": 2023}),
        ("hồi tháng 12/2024 đề ra mục tiêu", {"document": 2024}),
        ("Quyết định số 12/2021/QĐ-UBND ngày 3/4/2021", {"document": 2021, "day": 2021}),
        ("sẽ công bố ngày 6/1/2026", {}),
        ("2020 hộ, 2.021 tỷ, 2022,5 ha", {"bare": 2020}),
        ("khép lại năm tân sửu", {"named": 2021}),
        ("đón xuân bính ngọ, tết bính ngọ", {"spring": 2026}),
        ("xuân mậu thân rất ác liệt; năm 2018", {"bare": 2018}),
        ("ông tân sửu xe, năm mới", {}),
    ],
)
def test_what_is_said_of_a_year_is_told_by_the_words_around_it(
    text: str, told: dict[str, int]
) -> None:
    assert set(year_mentions(text)) == set(told.items())


def test_every_role_of_a_year_has_its_votes() -> None:
    source = (HERE.parent / "etl" / "texts" / "year_mentions.py").read_text(encoding="utf-8")
    with (HERE.parent / "data" / "year_offsets.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    told = {(row["role"], row["told"]) for row in rows}
    assert len(told) == len(rows) == 2 * len({role for role, _ in told})
    assert all(f'"{role}"' in source or role == "month" for role, _ in told)


@pytest.mark.parametrize(("name", "least", "most"), [("undated_1", 42, 6), ("undated_2", 37, 6)])
def test_openings_without_a_date_are_of_the_year_that_a_reader_takes_them_to_be_of(
    name: str, least: int, most: int
) -> None:
    """Invented by others; a wrong year is worse than none."""
    lines = (HERE / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    right, wrong = [], []
    for opening in map(json.loads, lines):
        text = f"{opening['title']}\n\n{opening['text']}"
        year = reference(told({"text": text, "url": ""})).year
        if year is not None:
            (right if year == opening["year"] else wrong).append(opening["id"])
    assert len(lines) == 50
    assert len(right) >= least, right
    assert len(wrong) <= most, wrong
