"""The data package against Frictionless Data's Tabular Data Package, version 1."""

import csv
import hashlib
import io
import json
import re
import zipfile
from datetime import date, datetime

import pytest

from dashboard import extracts, queries
from dashboard.dictionary import dictionary
from dashboard.package import package

NAME = re.compile(r"[a-z0-9._-]+")
PARSERS = {
    "string": str,
    "number": float,
    "integer": int,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": date.fromisoformat,
    "datetime": lambda text: datetime.strptime(text, "%Y-%m-%dT%H:%M:%S%z"),
}


@pytest.fixture(scope="module")
def files(database):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHI_TIEU_DATABASE", str(database))
        content = package(
            {name: extracts.packaged(name) for name in extracts.PACKAGED},
            dictionary(),
            extracts.required(),
            queries.build(),
            extracts.publishers(),
        )
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {
            name.removeprefix("chi-tieu/"): archive.read(name).decode()
            for name in archive.namelist()
        }


@pytest.fixture(scope="module")
def descriptor(files):
    return json.loads(files["datapackage.json"])


@pytest.fixture(scope="module")
def rows(files, descriptor):
    return {
        resource["name"]: list(csv.DictReader(io.StringIO(files[resource["path"]], newline="")))
        for resource in descriptor["resources"]
    }


def test_it_says_what_it_is_where_it_is_from_and_under_which_licence(descriptor):
    assert descriptor["profile"] == "tabular-data-package"
    assert NAME.fullmatch(descriptor["name"])
    for wanted in ("title", "description", "version", "licenses", "sources"):
        assert descriptor[wanted], wanted
    assert PARSERS["datetime"](descriptor["created"])
    assert all({"name", "path"} & licence.keys() for licence in descriptor["licenses"])
    assert all(source["title"] for source in descriptor["sources"])


def test_every_resource_is_described_and_in_the_zip(files, descriptor):
    resources = descriptor["resources"]
    assert len({resource["name"] for resource in resources}) == len(resources)
    told = {"datapackage.json", "README.md", "LICENCE.md"}
    assert set(files) == told | {resource["path"] for resource in resources}
    for resource in resources:
        content = files[resource["path"]].encode()
        assert NAME.fullmatch(resource["name"])
        assert resource["profile"] == "tabular-data-resource"
        assert resource["encoding"] == "utf-8"
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert all(field["description"] for field in resource["schema"]["fields"])


def test_the_header_of_every_file_is_its_schema(files, descriptor):
    for resource in descriptor["resources"]:
        header = next(csv.reader(io.StringIO(files[resource["path"]])))
        assert header == [field["name"] for field in resource["schema"]["fields"]]


def test_every_value_is_of_its_type_or_missing_where_it_may(descriptor, rows):
    for resource in descriptor["resources"]:
        schema = resource["schema"]
        for row in rows[resource["name"]]:
            for field in schema["fields"]:
                value = row[field["name"]]
                if value in schema["missingValues"]:
                    assert not field.get("constraints", {}).get("required"), (resource, row)
                else:
                    PARSERS[field["type"]](value)


def test_primary_keys_are_unique_and_never_empty(descriptor, rows):
    for resource in descriptor["resources"]:
        key = resource["schema"]["primaryKey"]
        values = [tuple(row[name] for name in key) for row in rows[resource["name"]]]
        assert len(set(values)) == len(values), resource["name"]
        assert all(all(value) for value in values), resource["name"]


def test_every_foreign_key_is_found(descriptor, rows):
    checked = 0
    for resource in descriptor["resources"]:
        for foreign in resource["schema"].get("foreignKeys", ()):
            reference = foreign["reference"]
            other = rows[reference["resource"] or resource["name"]]
            there = {tuple(row[name] for name in reference["fields"]) for row in other}
            for row in rows[resource["name"]]:
                value = tuple(row[name] for name in foreign["fields"])
                assert not any(value) or value in there, (resource["name"], value)
            checked += 1
    assert checked >= 10


def test_the_package_is_as_whole_as_the_database(rows, monkeypatch, database):
    monkeypatch.setenv("CHI_TIEU_DATABASE", str(database))
    for name in extracts.PACKAGED:
        assert len(rows[name]) == extracts.packaged(name).num_rows > 0


def test_the_articles_texts_stay_out(files, descriptor):
    (articles,) = (each for each in descriptor["resources"] if each["name"] == "articles")
    assert "text" not in [field["name"] for field in articles["schema"]["fields"]]


@pytest.mark.parametrize("table", list(dictionary()))
def test_every_column_has_a_meaning_in_both_languages(table, monkeypatch, database):
    monkeypatch.setenv("CHI_TIEU_DATABASE", str(database))
    told = dictionary()[table]
    columns = extracts.schema(table).names
    assert [name for name in columns if name not in told.columns] == [], "data/dictionary.toml"
    assert all(told.columns[name].vi and told.columns[name].en for name in columns)
    assert set(told.key) <= set(columns)
    assert told.vi and told.en


def test_every_table_of_the_database_is_in_the_dictionary(monkeypatch, database):
    monkeypatch.setenv("CHI_TIEU_DATABASE", str(database))
    assert extracts.tables() <= set(dictionary())


def test_the_dictionary_tells_of_no_column_that_is_not_there(monkeypatch, database):
    monkeypatch.setenv("CHI_TIEU_DATABASE", str(database))
    for name in extracts.tables():
        assert set(dictionary()[name].columns) == set(extracts.schema(name).names), name
