import ast
import csv
import re
from pathlib import Path

import duckdb
import pytest

from dashboard.words import LANGUAGES, unaccented, words
from etl.status import Status

ROOT = Path(__file__).parent.parent
PLACEHOLDER = re.compile(r"\{(\w+)\}")
SOURCES = [ROOT / "app.py", *(ROOT / "pages").glob("*.py"), *(ROOT / "dashboard").glob("*.py")]


def said() -> dict[str, str]:
    """Every text that the code asks for by a fixed key, with the file that does."""
    keys: dict[str, str] = {}
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = ast.unparse(node.func)
            first = node.args[0]
            if re.search(r"\b(say|texts)(\.count|\(\))?$", name) and isinstance(
                first, ast.Constant
            ):
                keys[str(first.value)] = source.name
    return keys


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_that_the_code_asks_for_is_there(language):
    say = words(language)
    missing = {key: file for key, file in said().items() if not say.has(key)}
    assert not missing, f"add these to dashboard/words/{language}.toml"


def test_the_languages_have_the_same_texts():
    vi, en = (
        {key for key in words(language).texts if not key.endswith("_one")} for language in LANGUAGES
    )
    assert vi ^ en == set(), "these stand in one words file only"


def test_the_languages_put_the_same_values_into_a_text():
    vi, en = (words(language).texts for language in LANGUAGES)
    differing = {
        key: (vi[key], en[key])
        for key in vi.keys() & en.keys()
        if set(PLACEHOLDER.findall(vi[key])) != set(PLACEHOLDER.findall(en[key]))
        and not key.endswith("_one")
    }
    assert not differing


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_for_one_thing_stands_beside_that_for_many(language):
    say = words(language)
    alone = [
        key for key in say.texts if key.endswith("_one") and not say.has(key.removesuffix("_one"))
    ]
    assert not alone


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_status_has_its_word(language):
    assert [status for status in Status if not words(language).has(f"status.{status}")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_has_its_texts(language):
    say = words(language)
    with (ROOT / "data" / "units.csv").open(encoding="utf-8", newline="") as file:
        units = [row["unit"] for row in csv.DictReader(file)]
    keys = [f"{kind}.{unit}" for unit in units for kind in ("unit", "unit_name", "gap_unit")]
    assert [key for key in keys if not say.has(key)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("key", "query"),
    [
        ("theme", "SELECT DISTINCT theme FROM indicators"),
        ("direction", "SELECT DISTINCT direction FROM indicators"),
        ("unit", "SELECT DISTINCT unit FROM observations"),
        ("fate", "SELECT DISTINCT fate FROM numbers"),
        ("kind", "SELECT DISTINCT kind FROM observations"),
        (
            "place_basis",
            "SELECT DISTINCT province_basis FROM articles WHERE province_basis IS NOT NULL",
        ),
    ],
)
def test_whatever_the_database_holds_has_its_word(database, language, key, query):
    with duckdb.connect(str(database), read_only=True) as connection:
        values = [row[0] for row in connection.execute(query).fetchall()]
    missing = [value for value in values if not words(language).has(f"{key}.{value}")]
    assert not missing, f"add these to [{key}] of dashboard/words/{language}.toml"


def test_a_missing_text_is_named_with_its_file():
    with pytest.raises(KeyError, match=r"no text 'a\.b' in dashboard/words/vi\.toml"):
        words("vi")("a.b")


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Lạng Sơn", "Lang Son"), ("Đắk Lắk", "Dak Lak"), ("Thừa Thiên Huế", "Thua Thien Hue")],
)
def test_names_are_found_without_diacritics(text, plain):
    assert unaccented(text) == plain
