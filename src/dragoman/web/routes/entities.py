"""One person, organization, body, state, place, programme or agreement."""

from typing import Any

import msgspec
from sqlalchemy import Connection, select
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from dragoman.record.nouns import Mention
from dragoman.store.countries import country_name
from dragoman.store.decisions.linkage import load_reasons
from dragoman.store.decisions.log import lines_on
from dragoman.store.tables import evidence, report
from dragoman.store.views.citations import Citer
from dragoman.store.views.entity_pages import Named, named
from dragoman.store.views.filters import Filters
from dragoman.store.views.ids import current_id
from dragoman.store.views.paging import Turn, Wanted, page
from dragoman.web.charts.of_items import entity_charts
from dragoman.web.cites import Citing
from dragoman.web.desk import Subject, desk
from dragoman.web.looks import address, render
from dragoman.web.offices import held, holding
from dragoman.web.pool import seen
from dragoman.web.rows import rows
from dragoman.web.tabled import as_table

_LINES = 12
_PLACES = 20
_REASONS = 40
_HEAD = ("citation", "report", "start", "end", "file", "outlet", "published", "quote")
_LISTS = (("event", "Events"), ("commitment", "Commitments"), ("statement", "Statements"))


def shown(request: Request) -> Response:
    """Show an entity: its names, offices, doings and sayings, and where it is named."""
    with seen(request) as connection:
        one = _found(connection, request)
        if isinstance(one, Response):
            return one
        places = _places(connection, one.id)
        citing = Citing(connection, places)
        lists = [(title, f"/{noun}s", *_some(connection, noun, one.id)) for noun, title in _LISTS]
        above = {one.within: one.within_name or ""} if one.within else {}
        values: dict[str, Any] = {
            "one": one,
            "state": country_name(one.country) if one.country else "",
            "presumed": country_name(one.presumed) if one.presumed else "",
            "offices_held": holding(connection, one),
            "holders": held(connection, one),
            "lists": [entry for entry in lists if entry[2]],
            "places": [citing.cite(mention) for mention in places],
            "reasons": _reasons(connection, one.id),
            "decided": lines_on(connection, one.id, one.id),
            "desk": desk(request, connection, Subject("entity", one.id, one, above)),
            "charts": entity_charts(connection, one.id, one.name),
        }
    return render(request, "entity.html", **values)


def as_json(request: Request) -> Response:
    """Give an entity, its offices and why it was taken for one as JSON."""
    with seen(request) as connection:
        one = _found(connection, request, ".json")
        if isinstance(one, Response):
            return one
        data = msgspec.to_builtins(one) | {
            "offices": [office._asdict() for office in holding(connection, one).offices],
            "held_by": [office._asdict() for office in held(connection, one).offices],
            "taken_for_one": msgspec.to_builtins(load_reasons(connection, one.id)),
        }
    return JSONResponse(data)


def as_csv(request: Request) -> Response:
    """Give every place where an entity is named as CSV, a line each."""
    told = (report.c.file, report.c.outlet, report.c.published)
    fields = (evidence.c.report, evidence.c.start, evidence.c.end, evidence.c.quote)
    with seen(request) as connection:
        one = _found(connection, request, ".csv")
        if isinstance(one, Response):
            return one
        citer = Citer(connection)
        query = select(*fields, *told).join(report, report.c.id == evidence.c.report)
        places = connection.execute(query.where(evidence.c.item == one.id).order_by(evidence.c.id))
        return as_table(
            one.id,
            _HEAD,
            (
                (
                    citer.cite(
                        Mention(report=row.report, start=row.start, end=row.end, quote=row.quote)
                    ),
                    *row[:3],
                    *row[4:],
                    row.quote,
                )
                for row in places
            ),
        )


def _found(connection: Connection, request: Request, suffix: str = "") -> Named | Response:
    key = request.path_params["key"]
    noun, full = current_id(connection, key)
    if (noun, full) != ("entity", key):
        return RedirectResponse(address(request, f"/{noun}/{full}{suffix}"), 307)
    return named(connection, [full])[0]


def _some(connection: Connection, noun: str, who: str) -> tuple[list[Any], bool]:
    wanted = Wanted(nouns=(noun,), filters=Filters(who=who))
    found = page(connection, wanted, Turn(limit=_LINES))
    return rows(connection, found.ids), found.after is not None


def _places(connection: Connection, key: str) -> list[Mention]:
    fields = (evidence.c.report, evidence.c.start, evidence.c.end, evidence.c.quote)
    query = select(*fields).where(evidence.c.item == key).order_by(evidence.c.id).limit(_PLACES)
    return [Mention(**row._mapping) for row in connection.execute(query)]


def _reasons(connection: Connection, key: str) -> list[dict[str, Any]]:
    found = load_reasons(connection, key)[:_REASONS]
    ends = [end for told in found for end in (told.left, told.right) if end]
    citing = Citing(connection, ends)
    return [
        {
            "score": told.score,
            "why": told.why,
            "cites": [citing.cite(end) for end in (told.left, told.right) if end],
        }
        for told in found
    ]


routes = [
    Route("/entity/{key}.json", as_json),
    Route("/entity/{key}.csv", as_csv),
    Route("/entity/{key}", shown),
]
