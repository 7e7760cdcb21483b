"""All of a list as data, however long: read and sent a stretch at a time."""

import io
from collections.abc import Iterator
from itertools import chain
from typing import Any

import msgspec
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from dragoman.exporters._cells import write_table
from dragoman.runs.cells import json_row
from dragoman.store.linked.loading import load_entities
from dragoman.store.views.listing import Listing, listed
from dragoman.store.views.paging import Turn, Wanted, page
from dragoman.web.pool import seen_apart
from dragoman.web.rows import items
from dragoman.web.shelves import ENTITY, Shelf

_STRETCH = 500


def as_json(request: Request, shelf: Shelf, wanted: Wanted, order: str) -> Response:
    """Return all items wanted as a JSON array. Raises what asking for the first of them does."""

    def parts(stretches: Iterator[Listing[Any]]) -> Iterator[bytes]:
        before = b"[\n"
        for listing in stretches:
            for row in listing.rows:
                yield before + msgspec.json.encode(json_row(row, listing.names))
                before = b",\n"
        yield b"\n]\n" if before == b",\n" else b"[]\n"

    stretches = _begun(_stretches(request, wanted, order))
    return _sent(parts(stretches), "application/json", f"{shelf.name}.json")


def as_csv(request: Request, shelf: Shelf, wanted: Wanted, order: str) -> Response:
    """Return all items wanted as CSV. Raises what asking for the first of them does."""

    def parts(stretches: Iterator[Listing[Any]]) -> Iterator[bytes]:
        first = True
        for listing in stretches:
            cells = [shelf.cells(row, listing.names) for row in listing.rows]
            stream = io.StringIO()
            head = list(cells[0]) if cells else []
            write_table(stream, head, [list(row.values()) for row in cells])
            text = stream.getvalue()
            yield (text if first else text.partition("\n")[2]).encode()
            first = False

    stretches = _begun(_stretches(request, wanted, order))
    return _sent(parts(stretches), "text/csv; charset=utf-8", f"{shelf.name}.csv")


def _begun(stretches: Iterator[Listing[Any]]) -> Iterator[Listing[Any]]:
    """Return the stretches, the first one read: what is wrong shows before anything is sent."""
    return chain((next(stretches),), stretches)


def _sent(parts: Iterator[bytes], media_type: str, name: str) -> Response:
    headers = {"content-disposition": f'inline; filename="{name}"', "cache-control": "no-cache"}
    return StreamingResponse(parts, 200, headers, media_type)


def _stretches(request: Request, wanted: Wanted, order: str) -> Iterator[Listing[Any]]:
    """Yield the items a stretch at a time, the first one also where there is none."""
    with seen_apart(request) as connection:
        after: str | None = None
        while True:
            found = page(connection, wanted, Turn(order=order, after=after, limit=_STRETCH))
            yield _loaded(connection, wanted, found.ids)
            if found.after is None:
                return
            after = found.after


def _loaded(connection: Connection, wanted: Wanted, ids: tuple[str, ...]) -> Listing[Any]:
    if wanted.nouns != ENTITY:
        return items(connection, ids)
    by_id = {one.id: one for one in load_entities(connection, ids)}
    return listed(connection, [by_id[key] for key in ids if key in by_id])
