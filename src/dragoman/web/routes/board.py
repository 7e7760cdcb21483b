"""Commitments as a board: a column for each step of firmness, the newest first."""

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dragoman.store.views.listing import FIRMNESS
from dragoman.store.views.paging import Turn, page
from dragoman.web import choices
from dragoman.web.asked import wanted
from dragoman.web.looks import render
from dragoman.web.pool import seen
from dragoman.web.rows import rows

_LINES = 15


def board(request: Request) -> Response:
    """Show the newest commitments of each firmness, the firmest first."""
    asked = wanted(request, ("commitment",))
    meant = [pair for pair in choices.meant(request) if pair[0] != "kind"]
    pages = {}
    with seen(request) as connection:
        for kind in reversed(FIRMNESS):
            of_kind = msgspec.structs.replace(asked.filters, kinds=(kind,))
            narrowed = msgspec.structs.replace(asked, filters=of_kind)
            pages[kind] = page(connection, narrowed, Turn(limit=_LINES))
        ids = [key for found in pages.values() for key in found.ids]
        by_id = {row.id: row for row in rows(connection, ids)}
        counts = request.app.state.counts.of(connection, asked)
    columns = [
        (
            kind,
            choices.with_query("/commitments", [*meant, ("kind", kind)]),
            found.after is not None,
            [by_id[key] for key in found.ids],
        )
        for kind, found in pages.items()
    ]
    return render(
        request,
        "board.html",
        columns=columns,
        numbers=dict(counts.by["kind"]),
        listed=choices.with_query("/commitments", meant),
        chips=choices.chips(request, {}),
        statuses=choices.statuses(request, counts),
    )


routes = [Route("/board", board)]
