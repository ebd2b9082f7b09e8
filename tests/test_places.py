"""Which places a text names, and which province an article is about."""

import csv
import string
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from etl.models import Article, PlaceMention
from etl.places import load_places, mentions, place
from etl.placing.gazetteer import load_provinces, spellings
from etl.placing.leaders import led_provinces
from etl.placing.namesakes import with_namesakes
from etl.read import read
from etl.tables import DATA, TableError, read_table

HERE = Path(__file__).parent
ROOT = HERE.parent
EXAMPLES = list(csv.DictReader((HERE / "examples" / "places.csv").open(encoding="utf-8")))


def told(text: str, mention: PlaceMention) -> str:
    level = "" if mention.level == "province" else f"/{mention.level}"
    return f"{text[mention.start : mention.end]}={mention.province or ''}{level}"


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: row["phrase"][:40])
def test_a_text_names_the_places_that_the_examples_say(row: dict[str, str]) -> None:
    text = row["phrase"]
    assert "; ".join(told(text, each) for each in mentions(text)) == row["places"], row["why"]


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: row["phrase"][:40])
def test_a_place_is_found_wherever_in_a_text_it_stands(row: dict[str, str]) -> None:
    before = "Kết quả thu được như sau.\n"
    text = before + row["phrase"] + ".\n"
    found = "; ".join(told(text, each) for each in mentions(text))
    assert found == row["places"], row["why"]


@given(
    st.text(
        alphabet=st.sampled_from(string.printable + "ạằệốủýĐđ – “”\ud7ff\U0001f600 \u0301"),
        max_size=60,
    ),
    st.sampled_from(["", *(row["phrase"] for row in EXAMPLES)]),
    st.text(max_size=40),
)
@example("", "TP", "")
@example("huyện ", "", "")
@example("TP.", "", "")
def test_mentions_lie_in_the_text_in_order_and_apart(before: str, middle: str, after: str) -> None:
    text = before + middle + after
    end = 0
    for each in mentions(text):
        assert end <= each.start < each.end <= len(text)
        assert text[each.start : each.end].strip(" .,") == text[each.start : each.end]
        end = each.end


@pytest.mark.parametrize(
    ("year", "told_as"),
    [(2023, "thua-thien-hue/district"), (2025, "hue"), (None, "hue")],
)
def test_a_city_that_became_a_province_is_read_by_the_year(year: int | None, told_as: str) -> None:
    text = "TP Huế tăng 8%"
    assert told(text, mentions(text, year)[0]) == f"TP Huế={told_as}"


# ---- the province of an article


@pytest.fixture
def article() -> Callable[..., Article]:
    def make(text: str, **known: object) -> Article:
        usual: dict[str, object] = {
            "article": "a1",
            "collection": "c",
            "path": "c/a1.txt",
            "sha256": "",
            "url": None,
            "publisher": None,
            "title": text.split("\n")[0],
            "published": None,
            "text": text,
        }
        return Article(**{**usual, **known})  # type: ignore[arg-type]

    return make


def named_province(name: str) -> str:
    provinces = load_places().provinces.values()
    return next(each.province for each in provinces if each.name == name)


def labelled() -> list[tuple[str, set[str | None]]]:
    rows = csv.DictReader((HERE / "gold" / "retold_articles.csv").open(encoding="utf-8"))
    return [
        (row["doc"], {named_province(name.strip()) for name in row["province"].split(";") if name})
        for row in rows
    ]


def test_the_retold_articles_are_placed_right_or_not_at_all() -> None:
    wrong, unplaced = [], []
    for doc, provinces in labelled():
        found = place(read(ROOT / "data" / "articles" / "retold" / f"{doc}.txt", "retold")).province
        if found is None and provinces:
            unplaced.append(doc)
        elif found is not None and found not in provinces:
            wrong.append((doc, found))
    assert wrong == []
    assert len(unplaced) <= 3, unplaced


def test_the_given_articles_are_placed_right() -> None:
    rows = csv.DictReader((HERE / "gold" / "original.csv").open(encoding="utf-8"))
    expected = {row["doc"]: named_province(row["province"]) for row in rows}
    folder = ROOT / "data" / "articles" / "original"
    assert {doc: place(read(folder / f"{doc}.txt", "original")).province for doc in expected} == (
        expected
    )


def test_a_newspaper_tells_the_province_that_a_text_never_names(article: Callable[..., Article]):
    text = "Hội nghị Tỉnh ủy\nThu ngân sách đạt 5.835 tỷ đồng."
    placed = place(article(text, publisher="tuyenquang.baotuyenquang.com.vn"))
    assert (placed.province, placed.basis) == ("tuyen-quang", "newspaper")


def test_a_newspaper_that_signs_in_words_tells_it_too(article: Callable[..., Article]):
    placed = place(article("Hội nghị Tỉnh ủy\nThu ngân sách tăng.\nTheo Báo Cà Mau"))
    assert (placed.province, placed.basis) == ("ca-mau", "newspaper")


def test_a_newspaper_of_a_merged_province_tells_its_successor(article: Callable[..., Article]):
    text = "Hội nghị Tỉnh ủy\nThu ngân sách tăng."
    before = place(article(text, publisher="baobacgiang.vn", published=date(2025, 6, 30)))
    after = place(article(text, publisher="baobacgiang.vn", published=date(2025, 7, 1)))
    assert (before.province, after.province) == ("bac-giang", "bac-ninh")


def test_a_national_newspaper_tells_no_province(article: Callable[..., Article]):
    assert place(article("Thu ngân sách tăng.", publisher="nhandan.vn")).province is None


def test_a_leader_tells_the_province_by_name_and_office_within_the_term(
    article: Callable[..., Article],
):
    text = "Hội nghị\nĐồng chí Nguyễn Đức Thanh, Bí thư Tỉnh ủy chủ trì hội nghị."
    placed = place(article(text, published=date(2022, 12, 2)))
    assert (placed.province, placed.basis) == ("ninh-thuan", "leader")


@pytest.mark.parametrize(
    ("text", "day", "provinces"),
    [
        ("Bí thư Tỉnh ủy Hoàng Duy Chinh phát biểu", "2021-10-11", ("bac-kan",)),
        ("Hoàng Duy Chinh - Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy", None, ("bac-kan",)),
        ("Bí thư Tỉnh ủy Hoàng Duy Chinh phát biểu", "2014-10-11", ()),
        ("ông Hoàng Duy Chinh, một nông dân", "2021-10-11", ()),
        ("Phó Bí thư Tỉnh ủy Hoàng Duy Chinh", "2021-10-11", ()),
        ("Bí thư Tỉnh ủy dự. Ông Hoàng Duy Chinh về quê", "2021-10-11", ()),
    ],
)
def test_a_leader_is_one_who_holds_the_named_office_that_day(
    text: str, day: str | None, provinces: tuple[str, ...]
) -> None:
    assert led_provinces(text, day) == provinces


def test_towns_tell_the_province_where_nothing_else_does(article: Callable[..., Article]):
    text = "Chuyện nông thôn mới\nMóng Cái và Uông Bí về đích; TP Hạ Long, Cẩm Phả cũng thế."
    placed = place(article(text))
    assert (placed.province, placed.basis) == ("quang-ninh", "place")


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("Lấy lại đà\nCác nhà máy tại Bình Dương chạy hết công suất. {}", "binh-duong"),
        ("Cửa khẩu xứ Lạng\nXe dưa hấu từ Bình Thuận nằm lại. {}", "lang-son"),
        ("Lấy lại đà\nCác nhà máy tại Bình Dương và ở Đồng Nai chạy hết công suất. {}", None),
    ],
)
def test_the_province_spoken_of_is_the_only_one_that_the_lead_names(
    text: str, province: str | None, article: Callable[..., Article]
) -> None:
    spoken_of = text.format("Xuất khẩu của địa phương này tăng 9%.")
    assert place(article(spoken_of)).province == province


@pytest.mark.parametrize(
    ("day", "province"), [(date(2025, 7, 18), "lam-dong"), (date(2025, 6, 18), None)]
)
def test_provinces_merged_by_the_article_s_day_speak_for_the_one_they_make(
    day: date, province: str | None, article: Callable[..., Article]
) -> None:
    text = (
        "Tỉnh rộng nhất nước\nKhi Lâm Đồng, Đắk Nông và Bình Thuận hợp nhất, kinh tế ra sao? "
        "Bình Thuận tăng 7,86%, Đắk Nông tăng 6,94%, còn Lâm Đồng tăng 6,22%."
    )
    assert place(article(text, published=day)).province == province


def test_what_a_province_was_merged_with_is_only_named(article: Callable[..., Article]) -> None:
    text = (
        "Vốn đã có, mặt bằng chưa\nBa tháng sau ngày hợp nhất với Quảng Bình, Quảng Trị có 31 chủ "
        "đầu tư. Toàn tỉnh giải ngân 52%, của Hà Tĩnh là 63,8%. Quảng Trị sẽ cắt vốn."
    )
    assert place(article(text, published=date(2025, 10, 14))).province == "quang-tri"


@pytest.mark.parametrize(
    "text",
    [
        "Lấy lại đà\nCác nhà máy tại Bình Dương chạy hết công suất.",
        "Mười hai tỉnh ký giao ước\nLong An, Tiền Giang, Bến Tre, Trà Vinh và Vĩnh Long cùng ký.",
        "Thu ngân sách tăng 5%",
        "Tỉnh nhỏ giáp Hà Nội tăng 9%\nGần Hà Nội, tỉnh này tăng nhanh.",
        "",
    ],
)
def test_what_is_not_certain_has_no_province(text: str, article: Callable[..., Article]) -> None:
    assert place(article(text)).province is None


# ---- the tables


def test_there_were_63_provinces_and_there_are_34() -> None:
    provinces = load_provinces().values()
    before = [
        each
        for each in provinces
        if (each.valid_from or "") <= "2025-06-30" <= (each.valid_to or "9")
    ]
    since = {each.successor for each in provinces}
    assert (len(before), len(since)) == (63, 34)
    assert all(each.grid34 for each in provinces if each.province in since)


def test_every_province_lies_in_one_of_the_six_regions() -> None:
    regions = {row["region"] for row in read_table(DATA / "regions.csv", ("region", "name"))}
    assert len(regions) == 6
    assert {each.region for each in load_provinces().values()} == regions


def test_no_two_provinces_share_a_cell_of_a_tile_map() -> None:
    for cells in (
        [each.grid63 for each in load_provinces().values() if each.grid63],
        [each.grid34 for each in load_provinces().values() if each.grid34],
    ):
        assert len(cells) == len(set(cells))


@pytest.mark.parametrize("name", ["leaders.csv", "publishers.csv", "places.csv"])
def test_the_tables_know_no_province_but_those(name: str) -> None:
    known = load_provinces()
    assert {row["province"] for row in read_table(DATA / name, ("province",))} <= set(known)


def test_every_office_of_a_leader_has_a_phrase() -> None:
    phrased = {row["office"] for row in read_table(DATA / "offices.csv", ("phrase", "office"))}
    assert {row["office"] for row in read_table(DATA / "leaders.csv", ("office",))} <= phrased


def test_a_table_with_a_wrong_province_is_named_with_its_line(tmp_path: Path) -> None:
    for path in DATA.glob("*.csv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    with (tmp_path / "publishers.csv").open("a", encoding="utf-8") as file:
        file.write("bao.vn,lang-sonn,portal,province,,\n")
    with pytest.raises(TableError, match=r"publishers\.csv, line \d+: no province 'lang-sonn'"):
        load_places(tmp_path)


def test_both_ways_to_write_a_tone_are_known() -> None:
    assert {"Hòa Bình", "Hoà Bình", "HÒA BÌNH", "HOÀ BÌNH"} <= spellings("Hòa Bình")
    assert {"Thủy Nguyên", "Thuỷ Nguyên"} <= spellings("Thủy Nguyên")


@pytest.mark.parametrize(
    ("text", "province", "districts"),
    [
        ("Sơn Dương thu 300 tỷ đồng", "tuyen-quang", ["Sơn Dương"]),
        ("Sơn Dương thu 300 tỷ đồng", "thai-nguyen", []),
        ("Sơn Dương thu 300 tỷ đồng", None, []),
        ("ông Nguyễn Sơn Dương nói", "tuyen-quang", []),
        ("huyện Sơn Dương và Hàm Yên", "tuyen-quang", ["huyện Sơn Dương", "Hàm Yên"]),
        ("tỉnh Thái Nguyên", "thai-nguyen", []),
        ("xã Nhân Bình khá. Nhân Bình nay có đường", "ha-nam", ["xã Nhân Bình", "Nhân Bình"]),
        ("Nhân Bình có đường. Nay xã Nhân Bình khá", "ha-nam", ["xã Nhân Bình"]),
        ("xã Hòa Bình khá. Hòa Bình tăng 7%", "hoa-binh", ["xã Hòa Bình"]),
        ("phường Trà Lam; cao tốc Hà Nam - Trà Lam", "ha-nam", ["phường Trà Lam"]),
    ],
)
def test_a_bare_name_is_a_district_where_its_article_makes_that_sure(
    text: str, province: str | None, districts: list[str]
) -> None:
    found = with_namesakes(text, mentions(text), province)
    assert [text[each.start : each.end] for each in found if each.level == "district"] == districts
