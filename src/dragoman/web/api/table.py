"""All endpoints there are, the description of them among them."""

from functools import cache
from typing import Any

from starlette.responses import Response

from dragoman.web.api import decisions, files, items, lists, relations
from dragoman.web.api.describing import described
from dragoman.web.api.endpoints import JSON, Call, Endpoint
from dragoman.web.looks import render

_HTML = "text/html; charset=utf-8"


@cache
def description() -> dict[str, Any]:
    """Return the description of the API."""
    return described(ENDPOINTS)


def _description(_call: Call) -> dict[str, Any]:
    return description()


def _page(call: Call) -> Response:
    groups = dict.fromkeys(one.group for one in ENDPOINTS)
    by_group = {group: [one for one in ENDPOINTS if one.group == group] for group in groups}
    failures = description()["paths"]["/api/decisions"]["post"]["responses"]
    told = {int(status): one["description"] for status, one in failures.items()}
    return render(
        call.request,
        "api.html",
        groups=by_group,
        problems={status: words for status, words in told.items() if status >= 400},
        origin=str(call.request.base_url).rstrip("/"),
    )


ENDPOINTS: list[Endpoint] = [
    *lists.ENDPOINTS,
    *items.ENDPOINTS,
    *relations.ENDPOINTS,
    *files.ENDPOINTS,
    *decisions.ENDPOINTS,
    Endpoint("/api", "Description", "All of this to be read.", _page, media=(_HTML,)),
    Endpoint(
        "/api/openapi.json",
        "Description",
        "All of this for programs (OpenAPI 3.1).",
        _description,
        {"type": "object"},
        media=(JSON,),
    ),
]
