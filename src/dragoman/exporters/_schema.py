"""The JSON Schema of the published form, made from the nouns (JSON Schema 2020-12)."""

from typing import Any, get_args, get_type_hints

import msgspec

from dragoman.exporters.json import KEPT_BACK
from dragoman.record.nouns import Record, Report

_IDS = {"type": "array", "items": {"type": "string"}}


def schema() -> dict[str, Any]:
    """Return the schema of what the exporter `json` writes; more fields than these may come."""
    nouns = {noun: get_args(hint)[0] for noun, hint in get_type_hints(Record).items()}
    _, parts = msgspec.json.schema_components(
        [Report, *nouns.values()], ref_template="#/$defs/{name}"
    )
    parts.pop("Block", None)
    for name, part in parts.items():
        _tighten(name, part)
    for noun, cls in nouns.items():
        if noun != "origins":
            _add(parts[cls.__name__], "origins", _IDS)
    _add(parts["Report"], "origin", {"type": "string"})
    properties = {
        noun: {"type": "array", "items": {"$ref": f"#/$defs/{cls.__name__}"}}
        for noun, cls in {"reports": Report, **nouns}.items()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:dragoman:record",
        "title": "A record of Dragoman",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "$defs": parts,
    }


def _tighten(name: str, part: dict[str, Any]) -> None:
    """Ask for every field, as an export has them all; only entities' mentions have a `form`."""
    properties = part["properties"]
    if name == "Report":
        for field in KEPT_BACK:
            del properties[field]
    if name == "Mention":
        properties["form"].pop("default", None)
    part["required"] = [field for field in properties if (name, field) != ("Mention", "form")]
    for field in properties.values():
        field.pop("default", None)


def _add(part: dict[str, Any], field: str, what: dict[str, Any]) -> None:
    part["properties"][field] = what
    part["required"].append(field)
