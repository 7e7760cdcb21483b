"""The queue of what is doubtful: one after the other, settled by keys or buttons."""

from typing import Any

import msgspec
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dragoman.record.errors import DragomanError, ItemGone
from dragoman.runs.review.queue import KINDS, Doubt, Kind
from dragoman.store.views.ids import current_id
from dragoman.web.carrying import carry_and_lead
from dragoman.web.choices import with_query
from dragoman.web.deciders import decider, signed_in
from dragoman.web.doubts import key_of, sides_of
from dragoman.web.evidence import Marked, marked
from dragoman.web.failures import line_of, status_of
from dragoman.web.looks import render
from dragoman.web.routes import Entry
from dragoman.web.sent import Sent, sent

_NEXT = 6
_LEADS = {
    "merge": ("One place", "Another place"),
    "link": ("What was undertaken", "What came later"),
}
TITLES = {
    "merge": "Doubtful merges",
    "link": "Links",
    "draft": "Quarantined drafts",
    "item": "Doubtful items",
}


def page(request: Request) -> Response:
    """Show one doubt of the queue; `?n=` is its place, `?kind=` narrows the queue."""
    return _shown(request, Sent([]))


def as_json(request: Request) -> Response:
    """Give the queue as `dragoman review --json` does."""
    with request.app.state.records.reading() as connection:
        found = request.app.state.doubts.of(connection, _kinds(request))
    return JSONResponse(msgspec.to_builtins(found.doubts))


async def settle(request: Request) -> Response:
    """Accept or reject a doubt and lead to the next one."""
    given = await sent(request)
    return await run_in_threadpool(_settle, request, given)


def _settle(request: Request, given: Sent) -> Response:
    try:
        with request.app.state.records.reading() as connection:
            found = request.app.state.doubts.of(connection, ()).doubts
        doubt = next((one for one in found if key_of(one) == given.get("doubt")), None)
        if doubt is None:
            raise ItemGone("this is not in the queue any more: somebody decided on it, or it went")
        ready = {"accept": doubt.accept, "reject": doubt.reject}.get(given.get("do"))
        if ready is None:
            raise HTTPException(400, "this is neither accept nor reject")
        return carry_and_lead(request, lambda _: ready, given, None)
    except DragomanError as error:
        return _shown(request, given, error)


def _shown(request: Request, given: Sent, error: DragomanError | None = None) -> Response:
    kinds = _kinds(request)
    with request.app.state.records.reading() as connection:
        found = request.app.state.doubts.of(connection, kinds)
        total = len(found.doubts)
        place = min(max(_number(request), 1), max(total, 1))
        doubt = found.doubts[place - 1] if total else None
        sides = _sides(connection, doubt) if doubt else []
        address = _address(connection, doubt) if doubt else ""
    query = [("kind", kind) for kind in kinds]
    return render(
        request,
        "review.html",
        status_of(error) if error else 200,
        doubt=doubt,
        doubt_key=key_of(doubt) if doubt else "",
        sides=sides,
        address=address,
        place=place,
        total=total,
        kinds=[(kind, TITLES[kind], found.numbers[kind], kind in kinds) for kind in KINDS],
        every=sum(found.numbers.values()),
        coming=found.doubts[place : place + _NEXT],
        own=with_query("/review", [*query, ("n", str(place))]),
        skip=with_query("/review", [*query, ("n", str(place + 1))]) if place < total else "",
        previous=with_query("/review", [*query, ("n", str(place - 1))]) if place > 1 else "",
        form=with_query("/review.json", query),
        by=given.get("by") or decider(request),
        fixed=signed_in(request) is not None,
        why=given.get("why"),
        refused=line_of(error) if error else "",
    )


def _sides(connection: Connection, doubt: Doubt) -> list[tuple[str, list[Marked]]]:
    leads = _LEADS.get(doubt.kind, ("",))
    sides = sides_of(doubt)
    return [
        (leads[number] if number < len(leads) else "", marked(connection, mentions))
        for number, mentions in enumerate(sides)
    ]


def _address(connection: Connection, doubt: Doubt) -> str:
    noun, full = current_id(connection, doubt.item)
    return f"/{noun}/{full}"


def _kinds(request: Request) -> tuple[Kind, ...]:
    asked: list[Any] = request.query_params.getlist("kind")
    return tuple(kind for kind in KINDS if kind in asked)


def _number(request: Request) -> int:
    asked = request.query_params.get("n", "1")
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 9 else 1


routes = [
    Route("/review.json", as_json),
    Route("/review", page, methods=["GET"]),
    Route("/review", settle, methods=["POST"]),
]
navigation = [Entry(95, "Review", "/review")]
