"""One event, commitment, statement, figure or disagreement: a page, and the same as data."""

import io
from collections.abc import Callable
from typing import Any

import msgspec
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from dragoman.exporters._cells import write_table
from dragoman.record.errors import ItemNotFound
from dragoman.runs.cells import json_row
from dragoman.store.views.corroboration import corroborated
from dragoman.store.views.ids import current_id
from dragoman.store.views.shown import Shown, shown
from dragoman.web.about import Facts, about
from dragoman.web.charts.of_items import commitment_charts
from dragoman.web.desk import Subject, desk
from dragoman.web.evidence import MOST, marked
from dragoman.web.lifeline import lifeline
from dragoman.web.looks import address, render
from dragoman.web.pool import seen
from dragoman.web.rows import listing_rows, rows
from dragoman.web.told import sides

Handler = Callable[[Request], Response]
NOUNS = ("event", "commitment", "statement", "figure", "disagreement")


def page(request: Request, noun: str) -> Response:
    """Show an item with its fields, its evidence and what else bears on it."""
    with seen(request) as connection:
        found = _found(connection, request, noun)
        if isinstance(found, Response):
            return found
        assert found.listing is not None
        item = found.listing.rows[0].item
        told = corroborated(connection, found)
        facts: Facts = about(connection, item, found.listing.names)
        (row,) = listing_rows(connection, found.listing)
        values: dict[str, Any] = {
            "row": row,
            "facts": facts,
            "origins": told.lines(),
            "decided": found.decided,
            "desk": desk(request, connection, Subject(noun, item.id, item, found.listing.names)),
            "evidence": [],
            "sides": sides(connection, item) if row.noun == "disagreement" else [],
            "life": lifeline(connection, item) if row.noun == "commitment" else [],
            "charts": commitment_charts(connection, item) if row.noun == "commitment" else [],
            "drift": getattr(item, "drift", None),
            "parts_of": listing_rows(connection, found.parts) if found.parts else [],
            "whole": rows(connection, [item.part_of]) if getattr(item, "part_of", None) else [],
        }
        if row.noun != "disagreement":
            values["evidence"] = marked(connection, item.mentions)
            values["more"] = max(0, len(item.mentions) - MOST)
    return render(request, "item.html", **values)


def as_json(request: Request, noun: str) -> Response:
    """Give an item with its evidence as JSON."""
    with seen(request) as connection:
        found = _found(connection, request, noun, ".json")
        if isinstance(found, Response):
            return found
        assert found.listing is not None
        data = {"noun": found.noun} | json_row(found.listing.rows[0], found.listing.names)
        if found.parts is not None:
            data["parts"] = [part.item.id for part in found.parts.rows]
        data["evidence"] = msgspec.to_builtins(found.passages)
    return JSONResponse(data)


def as_csv(request: Request, noun: str) -> Response:
    """Give the evidence of an item as CSV, a line each."""
    with seen(request) as connection:
        found = _found(connection, request, noun, ".csv")
    if isinstance(found, Response):
        return found
    head = ("citation", "report", "start", "end", "file", "outlet", "published", "quote")
    stream = io.StringIO()
    write_table(
        stream,
        head,
        (
            (
                one.citation,
                one.mention.report,
                one.mention.start,
                one.mention.end,
                one.file,
                one.outlet,
                one.published,
                one.mention.quote,
            )
            for one in found.passages
        ),
    )
    name = request.path_params["key"]
    headers = {"content-disposition": f'inline; filename="{name}.csv"'}
    return Response(stream.getvalue(), 200, headers, "text/csv; charset=utf-8")


def _found(
    connection: Connection, request: Request, noun: str, suffix: str = ""
) -> Shown | Response:
    """Return the item, or the way to where it is now: after a merge, or under its whole id."""
    key = request.path_params["key"]
    now, full = current_id(connection, key)
    if now in NOUNS and (now, full) == (noun, key):
        return shown(connection, full)
    if now not in (*NOUNS, "entity", "report"):
        raise ItemNotFound(f"{key} has no page of its own")
    # A merge may be undone: the old address is not given up for good.
    return RedirectResponse(address(request, f"/{now}/{full}{suffix}"), 307)


def _of(noun: str, handle: Callable[[Request, str], Response]) -> Handler:
    def of_noun(request: Request) -> Response:
        return handle(request, noun)

    return of_noun


routes = [
    Route(f"/{noun}/{{key}}{suffix}", _of(noun, handle))
    for noun in NOUNS
    for suffix, handle in ((".json", as_json), (".csv", as_csv), ("", page))
]
