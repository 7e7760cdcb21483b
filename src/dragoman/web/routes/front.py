"""The front page: what the record holds, what came last, what the reader saved."""

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dragoman.store.reports import count_reports
from dragoman.store.views.arrivals import arrivals
from dragoman.store.views.paging import Wanted
from dragoman.web.looks import render
from dragoman.web.pool import seen
from dragoman.web.rows import rows
from dragoman.web.saved import saved
from dragoman.web.shelves import SHELVES

_LATEST = 8
_NEWS = ("event", "commitment", "disagreement")


def front(request: Request) -> Response:
    """Show how much there is of each noun, and what was read last."""
    with seen(request) as connection:
        reports = count_reports(connection)
        tiles = [(shelf, _number(request, connection, shelf.nouns)) for shelf in SHELVES[1:7]]
        came = arrivals(connection, Wanted(nouns=_NEWS), _LATEST)
        made = rows(connection, [one.item for one in came])
    return render(
        request, "front.html", reports=reports, tiles=tiles, rows=made, saved=saved(request)
    )


def _number(request: Request, connection: Connection, nouns: tuple[str, ...]) -> int:
    total: int = request.app.state.counts.of(connection, Wanted(nouns=nouns)).total
    return total


routes = [Route("/", front)]
