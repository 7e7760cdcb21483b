"""The JSON schema of an answer, kept to what every server's grammar takes.

No references, no unions but with null, no lengths or patterns; every property is required and no
other is allowed, as OpenAI's strict mode wants it.
"""

from functools import cache
from typing import Any

import msgspec

from dragoman.readers.llm.answers import ROWS
from dragoman.record.vocabulary import CATEGORIES

Node = dict[str, Any]
MOST_IN_ROW = 24
"""Names, mentions or parties of one row: small models go in circles within a list."""


@cache
def schema() -> Node:
    """Return the schema: one object with a list of rows for every layer."""
    parts, components = msgspec.json.schema_components(ROWS.values())
    rows = {layer: _plain(part, components) for layer, part in zip(ROWS, parts, strict=True)}
    rows["events"]["properties"]["type"] = {"type": "string", "enum": list(CATEGORIES)}
    return _closed({layer: {"type": "array", "items": row} for layer, row in rows.items()})


def _plain(node: Node, components: dict[str, Node]) -> Node:
    if "$ref" in node:
        return _plain(components[node["$ref"].rpartition("/")[2]], components)
    if "anyOf" in node:
        (only,) = (part for part in node["anyOf"] if part.get("type") != "null")
        return _or_null(_plain(only, components))
    if node.get("type") == "object":
        return _closed({k: _plain(v, components) for k, v in node["properties"].items()})
    if node.get("type") == "array":
        items = _plain(node["items"], components)
        return {"type": "array", "items": items, "maxItems": MOST_IN_ROW}
    if "enum" in node:
        return {"type": "string", "enum": node["enum"]}
    return {"type": node["type"]}


def _or_null(node: Node) -> Node:
    if "enum" in node:
        return {"type": ["string", "null"], "enum": [*node["enum"], None]}
    return node | {"type": [node["type"], "null"]}


def _closed(properties: Node) -> Node:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
