"""The log of decisions: what was decided, by whom, when, why, what became of it; and undo."""

from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dragoman.record.decisions import Decision, Effect
from dragoman.record.errors import DragomanError, ItemNotFound
from dragoman.runs.review.deciding import undoing
from dragoman.runs.review.telling import lines
from dragoman.store.decisions.keeping import load_decisions
from dragoman.store.decisions.linkage import load_effects
from dragoman.store.decisions.log import touching
from dragoman.store.tables import item
from dragoman.web.carrying import carry_and_lead
from dragoman.web.choices import with_query
from dragoman.web.deciders import decider
from dragoman.web.failures import line_of, status_of
from dragoman.web.looks import render
from dragoman.web.routes import Entry
from dragoman.web.sent import Sent, sent

_SHOWN = 100
_UNDONE = "undone"


class Line(NamedTuple):
    """One decision as the log shows it; `items` are those it bears on that have pages."""

    one: Decision
    what: str
    states: tuple[str, ...]
    lost: str
    items: tuple[str, ...]
    undoable: bool


def page(request: Request) -> Response:
    """Show the log, the newest first; `?on=ID` of one item, `?lost=1` what has lost its ground."""
    return _shown(request)


def as_json(request: Request) -> Response:
    """Give the log as `dragoman log --json` does, in the order the decisions were made."""
    with request.app.state.records.reading() as connection:
        made, effects = _asked(request, connection)
    rows = [
        msgspec.to_builtins(one) | {"effects": msgspec.to_builtins(effects.get(one.id, []))}
        for one in made
    ]
    return JSONResponse(rows)


async def undo(request: Request) -> Response:
    """Take a decision back and lead to where that was asked."""
    given = await sent(request)
    return await run_in_threadpool(_undo, request, given)


def _undo(request: Request, given: Sent) -> Response:
    key = given.get("decision")
    try:
        return carry_and_lead(request, lambda connection: undoing(connection, key), given, None)
    except DragomanError as error:
        return _shown(request, error)


def _shown(request: Request, error: DragomanError | None = None) -> Response:
    with request.app.state.records.reading() as connection:
        made, effects = _asked(request, connection)
        number = len(made)
        lost = {e.decision for e in load_effects(connection) if e.state == "lost"}
        first = _first(request)
        some = list(reversed(made))[first : first + _SHOWN]
        entries = [_line(connection, one, effects.get(one.id, [])) for one in some]
    query = [(k, v) for k, v in request.query_params.multi_items() if k in ("on", "lost")]
    older = with_query("/decisions", [*query, ("from", str(first + _SHOWN))])
    return render(
        request,
        "decisions.html",
        status_of(error) if error else 200,
        entries=entries,
        number=number,
        lost=len(lost),
        on=request.query_params.get("on", ""),
        only_lost=bool(request.query_params.get("lost")),
        refused=line_of(error) if error else "",
        by=decider(request),
        older=older if number > first + _SHOWN else "",
        form=with_query("/decisions.json", query),
    )


def _asked(
    request: Request, connection: Connection
) -> tuple[list[Decision], dict[str, list[Effect]]]:
    made = load_decisions(connection)
    effects: dict[str, list[Effect]] = {}
    for effect in load_effects(connection):
        effects.setdefault(effect.decision, []).append(effect)
    on = request.query_params.get("on", "")
    if on:
        try:
            made = touching(connection, made, on)
        except ItemNotFound:
            made = []
    if request.query_params.get("lost"):
        made = [d for d in made if any(e.state == "lost" for e in effects.get(d.id, ()))]
    return made, effects


def _line(connection: Connection, one: Decision, own: list[Effect]) -> Line:
    states = tuple(dict.fromkeys(effect.state for effect in own)) or ("held",)
    keys = [*(ground.item for ground in one.grounds), *(e.item for e in own if e.item)]
    items = {key: _address(connection, key) for key in dict.fromkeys(keys)}
    return Line(
        one=one,
        what=next(lines([one], own)).rpartition(" [")[0],
        states=states,
        lost=next((e.why for e in own if e.state == "lost" and e.why), ""),
        items=tuple(address for address in items.values() if address),
        undoable=_UNDONE not in states,
    )


def _address(connection: Connection, key: str) -> str | None:
    own = key.partition("/role/")[0]
    query: Any = item.select().with_only_columns(item.c.noun).where(item.c.id == own)
    noun = connection.execute(query).scalar_one_or_none()
    return f"/{noun}/{own}" if noun and noun not in ("explained", "series") else None


def _first(request: Request) -> int:
    asked = request.query_params.get("from", "0")
    return int(asked) if asked.isdecimal() and asked.isascii() and len(asked) < 9 else 0


routes = [
    Route("/decisions.json", as_json),
    Route("/decisions", page, methods=["GET"]),
    Route("/decisions/undo", undo, methods=["POST"]),
]
navigation = [Entry(97, "Decisions", "/decisions")]
