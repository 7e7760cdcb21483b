"""The descriptor of a folder of tables, `datapackage.json` (Frictionless Data Package, v1)."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from dragoman.exporters._tables import Column, Table

DESCRIPTOR = "datapackage.json"
_LIST = 'Several values, parted by " | ".'


def write_descriptor(folder: Path, made: Sequence[Table], *, extension: str, **more: Any) -> None:
    """Describe the tables that stand in `folder` as NAME.`extension`; `more` tells of each."""
    names = {table.name for table in made}
    package = {
        "name": "dragoman-record",
        "title": "A record of Dragoman",
        "profile": "data-package",
        "generator": "dragoman",
        "resources": [
            {
                "name": table.name.replace("_", "-"),
                "path": f"{table.name}.{extension}",
                "format": extension,
                **more,
                "schema": _schema(table, names, lists=extension == "parquet"),
            }
            for table in made
        ],
    }
    text = msgspec.json.format(msgspec.json.encode(package), indent=1)
    (folder / DESCRIPTOR).write_bytes(text + b"\n")


def _schema(table: Table, names: set[str], *, lists: bool) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column, lists) for column in table.columns]}
    if table.key:
        schema["primaryKey"] = table.key
    if "report" in {column.name for column in table.columns} and "reports" in names:
        to = {"resource": "reports", "fields": "id"}
        schema["foreignKeys"] = [{"fields": "report", "reference": to}]
    return schema


def _field(column: Column, lists: bool) -> dict[str, Any]:
    if column.kind == "list":
        kind = "array" if lists else "string"
        return {"name": column.name, "type": kind} | ({} if lists else {"description": _LIST})
    field: dict[str, Any] = {"name": column.name, "type": column.kind}
    if column.words:
        field["constraints"] = {"enum": list(column.words)}
    return field
