"""The map of meetings and visits."""

from collections.abc import Mapping

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dragoman.exporters._cells import Cell
from dragoman.store.countries import country_name
from dragoman.store.views.filters import Filters
from dragoman.store.views.meetings import MODES, Meetings, meetings
from dragoman.store.views.meetings import Met as Found
from dragoman.web.charts.places import Where, capital, where
from dragoman.web.charts.world import Met, world_chart
from dragoman.web.keeping import kept
from dragoman.web.looks import render
from dragoman.web.pool import seen
from dragoman.web.routes import Entry
from dragoman.web.tabled import as_table

_HEAD = ("id", "name", "country", "number", "latitude", "longitude")
_FIELDS = ("since", "until", "state", "mode")


def page(request: Request) -> Response:
    """Show where meetings and visits were."""
    with seen(request) as connection:
        return kept(request, connection, lambda: _made(request, connection))


def _made(request: Request, connection: Connection) -> Response:
    found = _found(connection, request)
    asked = {key: request.query_params.get(key, "") for key in _FIELDS}
    return render(
        request,
        "map.html",
        chart=world_chart([_met(one) for one in found.places]),
        number=sum(one.number for one in found.places),
        nowhere=found.nowhere,
        asked=asked,
        modes=MODES,
        filtered=any(asked.values()),
    )


def as_json(request: Request) -> Response:
    """Give the places with their meetings as data."""
    with seen(request) as connection:
        found = _found(connection, request)
    rows = [_row(one, _where(one)) for one in found.places]
    return JSONResponse({"places": rows, "nowhere": found.nowhere})


def as_csv(request: Request) -> Response:
    """Give the places with their meetings as a table."""
    with seen(request) as connection:
        found = _found(connection, request)
    rows = [_row(one, _where(one)) for one in found.places]
    return as_table("places", _HEAD, [[row.get(name) for name in _HEAD] for row in rows])


def _found(connection: Connection, request: Request) -> Found:
    asked: Mapping[str, str] = request.query_params
    filters = Filters(
        since=asked.get("since") or None,
        until=asked.get("until") or None,
        states=(asked["state"],) if asked.get("state") else (),
        kinds=(asked["mode"],) if asked.get("mode") else (),
    )
    return meetings(connection, filters)


def _met(one: Meetings) -> Met:
    country = country_name(one.country) if one.country else "not known"
    return Met(one.id, one.name, country, one.number, _where(one), f"/entity/{one.id}")


def _where(one: Meetings) -> Where | None:
    """Return where a place lies: by its own name, by what it lies in, else at its state's capital.

    A state is a place of its own: it is drawn at its capital too.
    """
    if one.type != "state":
        for names in one.names:
            found = where(names, one.country)
            if found is not None:
                return found
    return capital(one.country) if one.country else None


def _row(one: Meetings, at: Where | None) -> dict[str, Cell]:
    place: dict[str, Cell] = {
        "id": one.id,
        "name": one.name,
        "country": one.country,
        "number": one.number,
    }
    return place | ({"latitude": at.latitude, "longitude": at.longitude} if at else {})


navigation = [Entry(80, "Map", "/map")]
routes = [Route("/map", page), Route("/map.json", as_json), Route("/map.csv", as_csv)]
