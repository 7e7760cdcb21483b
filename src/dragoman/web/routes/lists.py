"""The lists of items: as pages, as data and as feeds."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dragoman.store.reports import count_reports
from dragoman.store.views.arrivals import arrivals
from dragoman.store.views.listing import names_of
from dragoman.store.views.paging import page
from dragoman.web import choices, feeds, streams
from dragoman.web.asked import PER_PAGE, turn, wanted
from dragoman.web.looks import render
from dragoman.web.pool import seen
from dragoman.web.routes import Entry
from dragoman.web.rows import entity_rows, rows
from dragoman.web.shelves import ENTITY, SHELVES, Shelf

Handler = Callable[[Request, Shelf], Response]


def shown(request: Request, shelf: Shelf) -> Response:
    """Show a page of a list with the counts beside it."""
    asked = wanted(request, shelf.nouns, shelf.only_kind)
    turned = turn(request, next(iter(shelf.orders)))
    with seen(request) as connection:
        found = page(connection, asked, turned)
        make = entity_rows if shelf.nouns == ENTITY else rows
        made = make(connection, found.ids)
        counted = request.app.state.counts.of(connection, asked)
        names = names_of(connection, {asked.filters.who}) if asked.filters.who else {}
        reports = count_reports(connection)
    meant = choices.meant(request)
    kept = [pair for pair in meant if pair[0] not in _TYPED]
    return render(
        request,
        "list.html",
        shelf=shelf,
        rows=made,
        total=counted.total,
        fields=choices.fields(request, shelf, counted),
        chips=choices.chips(request, dict(names)),
        typed={name: request.query_params.get(name, "") for name in _TYPED},
        kept=kept,
        meant=choices.with_query(shelf.path, meant),
        order=turned.order,
        turns=choices.turns(request, found.before, found.after),
        forms={form: choices.with_query(f"{shelf.path}.{form}", meant) for form in _FORMS},
        reports=reports,
    )


def as_json(request: Request, shelf: Shelf) -> Response:
    """Give all of a list as JSON."""
    asked = wanted(request, shelf.nouns, shelf.only_kind)
    return streams.as_json(request, shelf, asked, _order(request, shelf))


def as_csv(request: Request, shelf: Shelf) -> Response:
    """Give all of a list as CSV."""
    asked = wanted(request, shelf.nouns, shelf.only_kind)
    return streams.as_csv(request, shelf, asked, _order(request, shelf))


def as_feed(request: Request, shelf: Shelf) -> Response:
    """Give what came into a list last as a feed."""
    asked = wanted(request, shelf.nouns, shelf.only_kind)
    with seen(request) as connection:
        came = arrivals(connection, asked, PER_PAGE)
        make = entity_rows if shelf.nouns == ENTITY else rows
        made = {row.id: row for row in make(connection, [one.item for one in came])}
    entries = [feeds.Entry(made[one.item], one.at) for one in came if one.item in made]
    meant = choices.meant(request)
    told = ", ".join(chip.label for chip in choices.chips(request, {}))
    title = f"{shelf.title}: {told}" if told else shelf.title
    return feeds.feed(request, title, choices.with_query(shelf.path, meant), entries)


# Filters one types rather than takes from those beside the list.
_TYPED = ("q", "between", "since", "until")
_FORMS: dict[str, Handler] = {
    "json": as_json,
    "csv": as_csv,
    "atom": as_feed,
}


def _order(request: Request, shelf: Shelf) -> str:
    return request.query_params.get("order") or next(iter(shelf.orders))


def _handler(handle: Handler, shelf: Shelf) -> Callable[[Request], Response]:
    def of_shelf(request: Request) -> Response:
        return handle(request, shelf)

    return of_shelf


routes = [
    *(
        Route(f"{shelf.path}.{form}", _handler(handle, shelf))
        for shelf in SHELVES
        for form, handle in _FORMS.items()
    ),
    *(Route(shelf.path, _handler(shown, shelf)) for shelf in SHELVES),
]
navigation = [Entry(shelf.place, shelf.title, shelf.path) for shelf in SHELVES]
