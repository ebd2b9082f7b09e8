"""The published tables as a data package: a zip of CSVs that tells what it holds.

Follows Frictionless Data's Tabular Data Package, version 1: datapackage.json gives each file's
columns with types, meanings and keys, where the data is from, and under which licence.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from dashboard import exports
from dashboard.dictionary import Table

Record = Mapping[str, Any]

ROOT = Path(__file__).resolve().parent.parent
TEXTS = Path(__file__).with_name("package_texts")
MOMENT = "%Y-%m-%dT%H:%M:%SZ"
TITLE = "Chỉ tiêu: targets and results of Vietnam's provinces"
DESCRIPTION = (
    "Indicators per province and year, the target beside the result, each figure with the"
    " newspaper sentence it came from."
)
LICENCES = [
    {"name": "MIT", "path": "https://opensource.org/license/mit", "title": "MIT License"},
]
DICTIONARY_FIELDS = {
    "table": "The table",
    "column": "The column",
    "type": "Its type",
    "meaning_vi": "What it holds, in Vietnamese",
    "meaning_en": "What it holds, in English",
}


def package(
    tables: Mapping[str, pa.Table],
    dictionary: Mapping[str, Table],
    required: Collection[tuple[str, str]],
    build: Record,
    publishers: Sequence[Record],
) -> bytes:
    """The zip. `required` names the tables' columns that are never empty."""
    files = {f"data/{name}.csv": exports.csv(_dated(rows)) for name, rows in tables.items()}
    resources = [
        _resource(name, files[f"data/{name}.csv"], dictionary[name].en)
        | {"schema": _schema(name, rows, dictionary, required, tables)}
        for name, rows in tables.items()
    ]
    files["data/dictionary.csv"] = exports.csv(_described(tables, dictionary))
    resources.append(
        _resource("dictionary", files["data/dictionary.csv"], "What each column holds.")
        | {
            "schema": {
                "fields": [
                    {"name": name, "type": "string", "description": told}
                    for name, told in DICTIONARY_FIELDS.items()
                ],
                "missingValues": [""],
                "primaryKey": ["table", "column"],
            }
        }
    )
    descriptor = {
        "profile": "tabular-data-package",
        "name": "chi-tieu",
        "title": TITLE,
        "description": DESCRIPTION,
        "version": version(build),
        "created": build["built_at"].strftime(MOMENT),
        "keywords": ["Vietnam", "provinces", "targets", "GRDP", "indicators"],
        "licenses": LICENCES,
        "sources": [
            {
                "title": f"{row['publisher']} ({row['articles']} articles)",
                "path": "data/articles.csv",
            }
            for row in publishers
        ],
        "resources": resources,
    }
    described = json.dumps(descriptor, ensure_ascii=False, indent=2)
    return _zip(
        {"datapackage.json": described.encode()} | _texts(build) | files,
        build["built_at"].timetuple()[:6],
    )


def version(build: Record) -> str:
    """The version of the data: that of the program and the moment of the build."""
    return f"{build['version']}+{build['built_at']:%Y%m%d%H%M%S}"


def _resource(name: str, content: bytes, description: str) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"data/{name}.csv",
        "description": description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


def _schema(
    name: str,
    rows: pa.Table,
    dictionary: Mapping[str, Table],
    required: Collection[tuple[str, str]],
    tables: Mapping[str, pa.Table],
) -> dict[str, Any]:
    told = dictionary[name]
    fields: list[dict[str, Any]] = []
    for field in rows.schema:
        entry: dict[str, Any] = {
            "name": field.name,
            "type": field_type(field.type),
            "description": told.columns[field.name].en,
        }
        if (name, field.name) in required:
            entry["constraints"] = {"required": True}
        fields.append(entry)
    references = {
        field.name: told.columns[field.name].refers
        for field in rows.schema
        if told.columns[field.name].refers in tables
    }
    return {
        "fields": fields,
        "missingValues": [""],
        "primaryKey": list(told.key),
        "foreignKeys": [
            {
                "fields": [column],
                "reference": {
                    # An empty name is the resource itself.
                    "resource": "" if other == name else other,
                    "fields": list(dictionary[str(other)].key),
                },
            }
            for column, other in references.items()
        ],
    }


def field_type(kind: pa.DataType) -> str:
    """A column's type as data packages name it."""
    if pa.types.is_boolean(kind):
        return "boolean"
    if pa.types.is_integer(kind):
        return "integer"
    if pa.types.is_floating(kind):
        return "number"
    if pa.types.is_timestamp(kind):
        return "datetime"
    return "date" if pa.types.is_date(kind) else "string"


def _dated(rows: pa.Table) -> pa.Table:
    """The rows with moments as the package's standard writes them."""
    for place, field in enumerate(rows.schema):
        if pa.types.is_timestamp(field.type):
            seconds = rows.column(place).cast(pa.timestamp("s"), safe=False)
            rows = rows.set_column(place, field.name, pc.strftime(seconds, MOMENT))
    return rows


def _described(tables: Mapping[str, pa.Table], dictionary: Mapping[str, Table]) -> pa.Table:
    entries = [
        (name, field.name, field_type(field.type), column.vi, column.en)
        for name, rows in tables.items()
        for field in rows.schema
        for column in [dictionary[name].columns[field.name]]
    ]
    return pa.table(
        dict(zip(DICTIONARY_FIELDS, map(list, zip(*entries, strict=True)), strict=True))
    )


def _texts(build: Record) -> dict[str, bytes]:
    """README and licence note, about this build."""
    values = dict(build) | {
        "version": version(build),
        "built": f"{build['built_at']:%Y-%m-%d %H:%M}",
        "precision": _percent(build["precision"]),
        "recall": _percent(build["recall"]),
        "licence": (ROOT / "LICENSE").read_text(encoding="utf-8").rstrip(),
    }
    return {
        file.name: file.read_text(encoding="utf-8").format(**values).encode()
        for file in sorted(TEXTS.glob("*.md"))
    }


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f}%"


def _zip(files: Mapping[str, bytes], moment: Sequence[int]) -> bytes:
    """The files zipped; the same files give the same bytes."""
    archive = io.BytesIO()
    year, month, day, hour, minute, second = moment
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in files.items():
            entry = zipfile.ZipInfo(f"chi-tieu/{name}", (year, month, day, hour, minute, second))
            entry.compress_type = zipfile.ZIP_DEFLATED
            zipped.writestr(entry, content)
    return archive.getvalue()
