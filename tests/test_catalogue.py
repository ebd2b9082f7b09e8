"""The catalogue of indicators: whole, and with a message where an entry is broken."""

import shutil
import unicodedata
from pathlib import Path

import pytest

from etl.catalogue import Catalogue, load_catalogue
from etl.catalogue_entries import READINGS
from etl.tables import DATA, TableError

ENTRY = """
[one]
theme = "economy"
unit = "percent"
measure = "rate"
direction = "up"
name_vi = "Một"
name_en = "One"
definition_vi = "Một là một."
definition_en = "One is one."
reading = "growth"
phrases = ["một"]
"""
UNITS = "unit,dimension,scale,name_vi,name_en,nouns\npercent,percent,1,%,%,\n"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def load(folder: Path, entries: str = ENTRY, units: str = UNITS) -> Catalogue:
    (folder / "indicators.toml").write_text(entries, encoding="utf-8")
    (folder / "units.csv").write_text(units, encoding="utf-8")
    return load_catalogue(folder)


def test_every_indicator_has_names_definitions_and_a_unit(catalogue: Catalogue) -> None:
    assert len(catalogue.indicators) >= 67
    for each in catalogue.indicators.values():
        texts = (each.name_vi, each.name_en, each.definition_vi, each.definition_en, each.theme)
        assert all(texts), each.indicator
        assert each.unit in catalogue.units, each.indicator
        assert each.reading in READINGS, each.indicator
        assert catalogue.readings[each.subject][each.reading] is each


def test_names_and_phrases_are_composed_and_no_two_indicators_share_a_name(
    catalogue: Catalogue,
) -> None:
    every = list(catalogue.indicators.values())
    for each in every:
        for text in (each.name_vi, each.definition_vi, *each.phrases):
            assert text == unicodedata.normalize("NFC", text).strip(), each.indicator
    for names in ([each.name_vi for each in every], [each.name_en for each in every]):
        assert len(set(names)) == len(names)


def test_indicators_are_in_the_order_of_the_file(catalogue: Catalogue) -> None:
    positions = [each.position for each in catalogue.indicators.values()]
    assert positions == list(range(len(positions)))


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('unit = "percent"', 'unit = "furlong"', "unit is 'furlong'"),
        ('measure = "rate"', 'measure = "speed"', "measure is 'speed'"),
        ('direction = "up"', 'direction = "left"', "direction is 'left'"),
        ('reading = "growth"', 'reading = "guess"', "reading is 'guess'"),
        ('name_en = "One"\n', "", "needs a text for 'name_en'"),
        (
            'definition_vi = "Một là một."',
            'definition_vi = " "',
            "needs a text for 'definition_vi'",
        ),
        ('phrases = ["một"]', 'phrases = ["một"]\ncolour = "red"', "unknown field 'colour'"),
        ('phrases = ["một"]', "", "needs phrases"),
        ('phrases = ["một"]', 'phrases = "một"', "phrases is a list of texts"),
        ('phrases = ["một"]', "phrases = [1]", "phrases is a list of texts"),
        ('phrases = ["một"]', 'phrases = ["một", " "]', "an empty phrase"),
        ('phrases = ["một"]', 'of = "two"', "of is 'two', which is no indicator"),
        ('phrases = ["một"]', 'phrases = ["một"]\nof = 3', "of is 3, which is no indicator"),
        ('phrases = ["một"]', 'phrases = ["một"]\nof = ["one"]', "which is no indicator"),
        ('phrases = ["một"]', 'phrases = ["một"]\noutput_of = "two"', "output_of is 'two'"),
        ('phrases = ["một"]', 'phrases = ["một"]\nat_least = "0"', "at_least is a number"),
        (
            'phrases = ["một"]',
            'phrases = ["một"]\nonly_actual = "no"',
            "only_actual is true or false",
        ),
        ("[one]", "[One]", "may hold a-z, 0-9 and _ only"),
    ],
)
def test_a_broken_entry_is_named_with_its_file_and_line(
    tmp_path: Path, old: str, new: str, complaint: str
) -> None:
    broken = ENTRY.replace(old, new)
    assert broken != ENTRY
    with pytest.raises(TableError, match=r"indicators\.toml, line 2") as raised:
        load(tmp_path, broken)
    assert complaint in str(raised.value)


@pytest.mark.parametrize(
    ("entries", "complaint"),
    [
        (ENTRY + "theme = ", "indicators.toml, line 13"),
        (
            ENTRY + ENTRY.replace("[one]", "[two]\nof = 'one'"),
            "indicators.toml, line 14: two reads one",
        ),
        (ENTRY + ENTRY, "indicators.toml, line 14"),
        ("one = 1\n", "indicators.toml, line 1: one is no entry"),
        ("", "indicators.toml: no indicator"),
    ],
    ids=["bad TOML", "a reading twice", "an id twice", "no table", "empty"],
)
def test_a_broken_file_is_named_with_the_line(tmp_path: Path, entries: str, complaint: str) -> None:
    with pytest.raises(TableError) as raised:
        load(tmp_path, entries)
    assert complaint in str(raised.value)


@pytest.mark.parametrize(
    ("units", "complaint"),
    [
        (UNITS.replace("percent,1,", "percent,one,"), "units.csv, line 2: scale is no number"),
        (UNITS.replace("percent,1,", "percent,0,"), "units.csv, line 2: scale is no number above"),
        (UNITS.replace("scale", "weight"), "units.csv, line 1: the column 'scale' is missing"),
        (UNITS + "count,count\n", "units.csv, line 3"),
        (UNITS + "percent,percent,1,%,%,\n", "units.csv, line 3: percent stands there twice"),
        (UNITS + "count,length,1,m,m,\n", "units.csv, line 3: dimension is 'length'"),
    ],
)
def test_a_broken_unit_is_named_with_its_file_and_line(
    tmp_path: Path, units: str, complaint: str
) -> None:
    with pytest.raises(TableError) as raised:
        load(tmp_path, units=units)
    assert complaint in str(raised.value)


@pytest.mark.parametrize("name", ["indicators.toml", "units.csv"])
def test_a_missing_or_undecodable_file_is_named(tmp_path: Path, name: str) -> None:
    for each in ("indicators.toml", "units.csv"):
        shutil.copy(DATA / each, tmp_path)
    (tmp_path / name).write_bytes(b"\xff\xfe broken")
    with pytest.raises(TableError, match=name):
        load_catalogue(tmp_path)
    load_catalogue.cache_clear()
    (tmp_path / name).unlink()
    with pytest.raises(TableError, match=name):
        load_catalogue(tmp_path)
