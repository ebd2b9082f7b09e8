"""Which phrases of a text the reader knows, however they are spelled."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.catalogue import load_catalogue
from etl.recognising.lexicon import load_lexicon, lowered, spellings, tokens, words_by_role
from etl.tables import TableError


@pytest.mark.parametrize(
    ("phrase", "spelling"),
    [
        ("Hòa", "hoà"),
        ("hoà", "hòa"),
        ("thủy sản", "thuỷ sản"),
        ("thuỷ sản", "thủy sản"),
        ("khỏe", "khoẻ"),
        ("GRDP", "grdp"),
        ("nông ~ lâm", "nông, lâm"),
        ("nông ~ lâm", "nông lâm"),
        ("nông ~ lâm ~ thủy sản", "nông - lâm và thuỷ sản"),
        ("* dịch vụ", "dịch vụ"),
        ("* dịch vụ", "khu vực dịch vụ"),
        (unicodedata.normalize("NFD", "thủy"), "thủy"),
    ],
)
def test_a_phrase_is_known_in_all_its_spellings(phrase: str, spelling: str) -> None:
    assert spelling in spellings(phrase)


@pytest.mark.parametrize("phrase", ["quý", "quy mô", "quỹ", "Quảng Nam"])
def test_a_tone_behind_qu_stays_where_it_is(phrase: str) -> None:
    assert spellings(phrase) == {phrase.lower()}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("GRDP", ["GRDP"]),
        ("tăng trưởng kinh tế (GRDP)", ["kinh tế (GRDP)"]),
        ("agrdp, GRDPx, grdp2", []),
        ("THU NGÂN SÁCH NHÀ NƯỚC ĐẠT", ["THU NGÂN SÁCH NHÀ NƯỚC"]),
        ("nuôi trồng thuỷ sản", []),
        ("Tỷ lệ hộ nghèo; hộ nghèo", ["Tỷ lệ hộ nghèo", "hộ nghèo"]),
    ],
)
def test_subjects_are_found_as_whole_words_and_the_longest_first(
    text: str, found: list[str]
) -> None:
    subjects = [
        text[token.start : token.end]
        for token in tokens(lowered(text))
        if any(meaning.kind == "subject" for meaning in token.meanings)
    ]
    assert subjects == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("năm trước tăng", ["năm trước", "tăng"], id="not: ước tăng"),
        pytest.param("kế hoạch cũng là 57", ["kế hoạch", "là"], id="not: kế hoạch cũ"),
    ],
)
def test_what_only_looks_like_a_phrase_leaves_those_within(text: str, found: list[str]) -> None:
    assert [text[token.start : token.end] for token in tokens(text)] == found


def test_every_indicator_has_a_phrase_that_leads_to_it() -> None:
    known = {
        meaning.value
        for meanings in load_lexicon().meanings
        for meaning in meanings
        if meaning.kind == "subject"
    }
    for indicator in load_catalogue().indicators.values():
        assert indicator.subject in known, indicator.indicator


@given(st.text(max_size=40))
def test_lower_case_keeps_every_character_in_its_place(text: str) -> None:
    lower = lowered(text)
    assert len(lower) == len(text)
    for token in tokens(lower):
        assert 0 <= token.start < token.end <= len(text)
        assert token.meanings


def test_a_role_that_stands_twice_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "near_words.csv"
    path.write_text("role,words,note\nand,và,\nbut,nhưng,\nand,cùng,\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"near_words\.csv, line 4: and stands there twice"):
        words_by_role(path)


def test_a_choice_among_the_words_of_a_role_stands_for_each(tmp_path: Path) -> None:
    path = tmp_path / "near_words.csv"
    path.write_text("role,words,note\nyears,{hai|ba} năm|cả kỳ,\ncell,{} tăng,\n", encoding="utf-8")
    assert words_by_role(path) == {"years": ("hai năm", "ba năm", "cả kỳ"), "cell": ("{} tăng",)}
