"""The description of the API (OpenAPI 3.1), made from its endpoints and the nouns."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

import dragoman
from dragoman.web.api.endpoints import JSON, Endpoint
from dragoman.web.api.parameters import Parameter
from dragoman.web.api.problems import MEDIA, TITLES, ProblemDetails

_REF = "#/components/schemas/{name}"
_READING = (401, 406, 422, 500, 503)
_WRITING = (400, 403, 404, 409, 410, 413, 415)
_ABOUT = (
    "Everything the pages show. Reading on the machine that serves it wants no token; writing "
    "wants one made with `dragoman token create NAME --write`. Lists come in pages: follow `next`."
)


def described(endpoints: Sequence[Endpoint]) -> dict[str, Any]:
    """Return the description of these endpoints."""
    kinds = [ProblemDetails, *(k for e in endpoints for k in (e.gives, e.takes) if _typed(k))]
    found, parts = msgspec.json.schema_components(kinds, ref_template=_REF)
    parts = {name: _simple(part) for name, part in parts.items()}
    schemas = {id(kind): _simple(schema) for kind, schema in zip(kinds, found, strict=True)}
    paths: dict[str, dict[str, Any]] = {}
    for one in endpoints:
        paths.setdefault(one.path, {})[one.method.lower()] = _operation(one, schemas)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Dragoman",
            "version": dragoman.__version__,
            "description": _ABOUT,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": {
            "schemas": parts,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _simple(part: Any) -> Any:
    """Return a schema with tuples of one type told as lists of a length, which more tools know."""
    if isinstance(part, list):
        return [_simple(one) for one in part]
    if not isinstance(part, dict):
        return part
    made = {key: _simple(value) for key, value in part.items()}
    places = made.get("prefixItems", [])
    if places and all(place == places[0] for place in places):
        made["items"] = made.pop("prefixItems")[0]
    return made


def _typed(kind: Any) -> bool:
    return kind is not None and not isinstance(kind, Mapping)


def _operation(one: Endpoint, schemas: Mapping[int, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "operationId": one.name,
        "summary": one.about,
        "tags": [one.group],
        "parameters": [*_path_parameters(one), *map(_parameter, one.parameters)],
        "responses": _responses(one, schemas),
        # No token is wanted for reading on the machine that serves.
        "security": [{"token": []}] if one.writes else [{}, {"token": []}],
    }
    if one.takes is not None:
        content = {JSON: {"schema": schemas[id(one.takes)]}}
        made["requestBody"] = {"required": True, "content": content}
    return made


def _path_parameters(one: Endpoint) -> list[dict[str, Any]]:
    names = re.findall(r"{(\w+)}", one.path)
    text = {"type": "string", "minLength": 1}
    return [{"name": name, "in": "path", "required": True, "schema": text} for name in names]


def _parameter(one: Parameter) -> dict[str, Any]:
    schema = {"type": "array", "items": one.schema} if one.several else one.schema
    return {
        "name": one.name,
        "in": "query",
        "description": one.about,
        "required": one.required,
        "schema": schema,
    }


def _responses(one: Endpoint, schemas: Mapping[int, Any]) -> dict[str, Any]:
    failing = {*_READING, *(_WRITING if one.writes else ())}
    if "{" in one.path or {p.name for p in one.parameters} & {"report", "q", "item", "since"}:
        failing |= {404, 410}
    good = schemas.get(id(one.gives), one.gives) if one.gives is not None else {}
    content = {media: {"schema": good} if media == JSON and good else {} for media in one.media}
    found: dict[str, Any] = {}
    for status in sorted({*one.made, *failing}):
        if status < 300:
            found[str(status)] = {"description": "As asked for.", "content": content}
        elif status < 400:
            found[str(status)] = {
                "description": "It stands elsewhere: under its whole id, or merged into another.",
                "headers": {"Location": {"schema": {"type": "string"}}},
            }
        else:
            problem = {"schema": {"$ref": _REF.format(name="ProblemDetails")}}
            found[str(status)] = {"description": TITLES[status], "content": {MEDIA: problem}}
    return found
