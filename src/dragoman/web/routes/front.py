"""The front page."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dragoman.store.reports import count_reports
from dragoman.web.looks import render
from dragoman.web.pool import seen


def front(request: Request) -> Response:
    """Show what the record holds."""
    with seen(request) as connection:
        reports = count_reports(connection)
    return render(request, "front.html", reports=reports)


routes = [Route("/", front)]
