"""Decisions carried out for a page: made, and the reader led to what came of it."""

from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dragoman.record.decisions import Decision
from dragoman.record.errors import DragomanError
from dragoman.runs.review.deciding import Made, decide
from dragoman.runs.review.telling import line_of
from dragoman.store.views.ids import current_id
from dragoman.web.deciders import keep, signed_in, signing
from dragoman.web.pool import Records, seen
from dragoman.web.sent import Sent, own

Build = Callable[[Connection], Decision]
LOG = "/decisions"


class Done(NamedTuple):
    """What the last decision did, as the page after it tells."""

    id: str
    line: str


def carry(request: Request, build: Build, sent: Sent, *, dry_run: bool = False) -> Made:
    """Make one decision. Raises DecisionError, ItemNotFound, RecordError; then nothing is kept."""
    records: Records = request.app.state.records
    records.database()
    signed = signing(request, sent)
    return decide(records.path, lambda connection: [build(connection)], signed, dry_run=dry_run)


def carry_and_lead(request: Request, build: Build, sent: Sent, key: str | None) -> Response:
    """Make one decision and lead to where the form said, else to the item with this id."""
    made = carry(request, build, sent)
    (one,) = made.decisions
    moved = next((e.item for e in made.effects if e.decision == one.id and e.item), None)
    if key is None or one.kind == "merge":
        key = moved or key
    response = RedirectResponse(_told(own(sent.get("back")) or _place(request, key), one.id), 303)
    keep(request, response, signing(request, sent))
    return response


def done(request: Request) -> Done | None:
    """Return what the decision did that led to this page."""
    key = request.query_params.get("done")
    if not key or (request.app.state.sign_in and signed_in(request) is None):
        return None
    try:
        with request.app.state.records.reading() as connection:
            one, line = line_of(connection, key)
    except DragomanError:
        # An address that was kept or made up tells of nothing.
        return None
    return Done(one.id, line)


def _place(request: Request, key: str | None) -> str:
    if key is None:
        return LOG
    try:
        with seen(request) as connection:
            noun, full = current_id(connection, key.partition("/role/")[0])
    except DragomanError:
        # It was rejected just now.
        return LOG
    return f"/{noun}/{full}"


def _told(address: str, key: str) -> str:
    parts = urlsplit(address)
    pairs = [pair for pair in parse_qsl(parts.query) if pair[0] != "done"]
    return urlunsplit(("", "", parts.path, urlencode([*pairs, ("done", key)]), ""))
