"""Decisions: listed, made and taken back, by the same functions as on the command line."""

from collections.abc import Callable, Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection
from starlette.responses import Response

from dragoman.record.decisions import Decision, Effect
from dragoman.runs.review import deciding, making
from dragoman.runs.review.queue import KINDS, Doubt
from dragoman.store.decisions.keeping import load_decisions
from dragoman.store.decisions.linkage import load_effects
from dragoman.store.decisions.log import touching
from dragoman.web.api import parameters as p
from dragoman.web.api.answers import DecisionRow, Outcome, page_of
from dragoman.web.api.cursors import following, place_of
from dragoman.web.api.endpoints import JSON, Call, Endpoint
from dragoman.web.api.lists import paged
from dragoman.web.api.problems import Problem
from dragoman.web.pool import Records, seen

Added = Literal["entity", "role", "event", "commitment", "statement", "figure"]


class _Asked(
    msgspec.Struct, tag_field="kind", tag=str.lower, kw_only=True, forbid_unknown_fields=True
):
    """What every decision may have: why, and whether it is only tried."""

    why: str = ""
    dry_run: bool = False


class Merge(_Asked):
    """Items are one; the first gives the name."""

    items: list[str]


class Split(_Asked):
    """Part of an item is another: `off` are its citations or reports."""

    item: str
    off: list[str]


class Correct(_Asked):
    """Fields of an item are otherwise: values as on the command line, "" empties a field."""

    item: str
    fields: dict[str, str]


class Confirm(_Asked):
    """An item is right, or something follows it up."""

    item: str
    follow_up: str | None = None


class Reject(_Asked):
    """An item is wrong, or something does not follow it up."""

    item: str
    follow_up: str | None = None


class Add(_Asked):
    """A report tells, in the words of `quote`, what no reader found."""

    noun: Added
    report: str
    quote: str
    fields: dict[str, str] = {}


class Undoing(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Why a decision is taken back, and whether that is only tried."""

    why: str = ""
    dry_run: bool = False


Wanted = Merge | Split | Correct | Confirm | Reject | Add


def _make(call: Call) -> Response:
    asked: Wanted = call.body
    return _decided(call, _build(asked), asked)


def _undo(call: Call) -> Response:
    key = call.path("id")
    return _decided(call, lambda connection: deciding.undoing(connection, key), call.body)


def _build(asked: Wanted) -> Callable[[Connection], Decision]:
    match asked:
        case Merge(items=items):
            if len(items) < 2:
                raise Problem(422, "BodyInvalid", "a merge needs two items or more")
            return lambda connection: making.merge(connection, items)
        case Split(item=item, off=off):
            return lambda connection: making.split(connection, item, off)
        case Correct(item=item, fields=fields):
            return lambda connection: making.correct(connection, item, fields)
        case Confirm(item=item, follow_up=later):
            return lambda connection: making.judge(connection, "confirm", item, later)
        case Reject(item=item, follow_up=later):
            return lambda connection: making.judge(connection, "reject", item, later)
        case Add(noun=noun, report=report, quote=quote, fields=fields):
            return lambda connection: making.add(connection, noun, (report, quote), fields)


def _decided(
    call: Call, build: Callable[[Connection], Decision], asked: Wanted | Undoing
) -> Response:
    """Make a decision, signed with the name of the token it came with."""
    assert call.token is not None
    records: Records = call.request.app.state.records
    made = deciding.decide(
        records.path,
        lambda connection: [build(connection)],
        deciding.signature(call.token.name, asked.why),
        dry_run=asked.dry_run,
    )
    told = Outcome(dry_run=asked.dry_run, decisions=made.decisions, effects=made.effects)
    if asked.dry_run:
        return Response(msgspec.json.encode(told), 200, media_type=JSON)
    headers = {"location": f"/api/decisions/{made.decisions[0].id}"}
    return Response(msgspec.json.encode(told), 201, headers, JSON)


def _list(call: Call) -> Response:
    place = place_of(call.request, call.asked, tuple[str, str])
    limit = call.asked["limit"]
    with seen(call.request) as connection:
        found = load_decisions(connection)
        if call.asked["item"]:
            found = touching(connection, found, call.asked["item"])
        found = [one for one in reversed(found) if place is None or (one.at, one.id) < place]
        rows = _with_effects(connection, found[:limit])
    behind = (found[limit - 1].at, found[limit - 1].id) if len(found) > limit else None
    return paged(rows, following(call.request, behind) if behind else None)


def _one(call: Call) -> DecisionRow:
    key = call.path("id")
    with seen(call.request) as connection:
        found = [one for one in load_decisions(connection) if one.id == key]
        if not found:
            raise Problem(404, "DecisionNotFound", f"{key!r} was never decided")
        return _with_effects(connection, found)[0]


def _with_effects(connection: Connection, decisions: Sequence[Decision]) -> list[DecisionRow]:
    effects: dict[str, list[Effect]] = {}
    for effect in load_effects(connection):
        effects.setdefault(effect.decision, []).append(effect)
    return [
        DecisionRow(**msgspec.structs.asdict(one), effects=tuple(effects.get(one.id, ())))
        for one in decisions
    ]


def _queue(call: Call) -> Any:
    kinds = call.asked["kind"]
    for kind in kinds:
        if kind not in KINDS:
            raise Problem(422, "ParameterInvalid", f"kind={kind} is none of {', '.join(KINDS)}")
    with seen(call.request) as connection:
        found = call.request.app.state.doubts.of(connection, kinds).doubts
    return paged(found[: call.asked["limit"]], None)


_KIND = {"type": "string", "enum": list(KINDS)}
ENDPOINTS = [
    Endpoint(
        "/api/decisions",
        "Decisions",
        "What was decided, the newest first, with what became of it.",
        _list,
        page_of("Decision", DecisionRow),
        [p.Parameter("item", "On the item with this id.", p.TEXT), p.LIMIT, p.CURSOR],
    ),
    Endpoint(
        "/api/decisions",
        "Decisions",
        "Make a decision, signed with the name of the token.",
        _make,
        Outcome,
        takes=Wanted,
        writes=True,
        made=(200, 201),
    ),
    Endpoint("/api/decisions/{id}", "Decisions", "One decision.", _one, DecisionRow),
    Endpoint(
        "/api/decisions/{id}/undo",
        "Decisions",
        "Take a decision back; an undo can be undone too.",
        _undo,
        Outcome,
        takes=Undoing,
        writes=True,
        made=(200, 201),
    ),
    Endpoint(
        "/api/review",
        "Decisions",
        "What is doubtful, and what may be decided on it.",
        _queue,
        page_of("Review", Doubt),
        [p.Parameter("kind", "Doubts of this kind.", _KIND, several=True), p.LIMIT],
    ),
]
