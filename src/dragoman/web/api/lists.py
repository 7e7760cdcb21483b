"""The lists of items: a page, all of it line by line, and its counts."""

import io
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection
from starlette.responses import Response, StreamingResponse

from dragoman.exporters._cells import Cell, write_table
from dragoman.runs import cells
from dragoman.runs.cells import json_row
from dragoman.store.views.filters import STATUSES, kinds_of
from dragoman.store.views.listing import Listed, Listing, Names, listed
from dragoman.store.views.paging import ORDERS, Page, Turn, Wanted, page
from dragoman.store.views.phrases import event_modes
from dragoman.store.views.role_pages import load_offices
from dragoman.store.views.shown import LOADERS
from dragoman.web.api import parameters as p
from dragoman.web.api.answers import ROWS, TIMELINE, Count, Counts, page_of
from dragoman.web.api.cursors import following, place_of
from dragoman.web.api.endpoints import JSON, Call, Endpoint
from dragoman.web.api.problems import Problem
from dragoman.web.asked import wanted
from dragoman.web.pool import seen, seen_apart

_STRETCH = 500
LINES = "application/x-ndjson"
TABLE = "text/csv; charset=utf-8"
FORMATS = ("json", "ndjson", "csv")


class List(NamedTuple):
    """One list: its name in the address, what stands on it, and how that looks in a table."""

    name: str
    nouns: tuple[str, ...]
    about: str
    cells: Callable[[Listed[Any], Names], dict[str, Cell]]
    order: str = "newest"
    only_kind: str | None = None


def _role_cells(row: Listed[Any], names: Names) -> dict[str, Cell]:
    one = row.item
    return {
        "person": names.get(one.person, one.person),
        "title": one.title,
        "country": one.country,
        "organization": names.get(one.organization or ""),
        "first_seen": one.first_seen,
        "last_seen": one.last_seen,
        "cited": " ".join(row.citations[:1]),
    }


LISTS = (
    List("events", ("event",), "What happened between states.", cells.event_cells),
    List(
        "commitments",
        ("commitment",),
        "What somebody is bound to, offers, asks for or is expected to do.",
        cells.commitment_cells,
    ),
    List(
        "timeline",
        ("event", "commitment"),
        "Events and commitments together, by date.",
        cells.timeline_cells,
    ),
    List("statements", ("statement",), "Who said what.", cells.statement_cells),
    List("figures", ("figure",), "Amounts by what they measure.", cells.figure_cells, "rank"),
    List("series", ("series",), "One measure with its values by date.", cells.series_cells),
    List(
        "disagreements",
        ("disagreement",),
        "Where reports cannot both be right.",
        cells.disagreement_cells,
    ),
    List(
        "explained",
        ("explained",),
        "Differences that can all be right, and why.",
        cells.explained_cells,
    ),
    List("entities", ("entity",), "Who and what the reports name.", cells.entity_cells, "rank"),
    List(
        "bodies",
        ("entity",),
        "Standing bodies between states.",
        cells.entity_cells,
        "rank",
        only_kind="body",
    ),
    List("roles", ("role",), "Offices, who holds them, and when that was seen.", _role_cells),
)


def filter_parameters(of: List) -> list[p.Parameter]:
    """Return the parameters that tell which items of a list are meant."""
    found = [p.WORDS, p.BETWEEN, p.SINCE, p.UNTIL, p.REPORT, p.OUTLET, p.YEAR]
    found.append(p.Parameter("state", "This state takes part.", p.TEXT, several=True))
    found.append(p.Parameter("who", "The entity with this id takes part.", p.TEXT))
    kinds = [kind for noun in of.nouns for kind in kinds_of(noun)]
    statuses = [status for noun in of.nouns for status in STATUSES.get(noun, ())]
    if kinds and not of.only_kind:
        found.append(_of_words("kind", "Of this kind.", kinds))
    if "event" in of.nouns:
        found.append(_of_words("mode", "Of this mode, beside the kind.", event_modes()))
    if statuses:
        found.append(_of_words("status", "With this status, or told so.", statuses))
    return [*found, p.AS_OF]


def _of_words(name: str, about: str, words: Sequence[str]) -> p.Parameter:
    schema = {"type": "string", "enum": list(dict.fromkeys(words))}
    return p.Parameter(name, about, schema, several=True)


def loaded(connection: Connection, nouns: Sequence[str], ids: Sequence[str]) -> Listing[Any]:
    """Return the items with these ids, in their order, with citations and names."""
    if "role" in nouns:
        found: dict[str, Any] = load_offices(connection, ids)
    else:
        loads = (LOADERS[noun] for noun in nouns)
        found = {one.id: one for load in loads for one in load(connection, list(ids))}
    return listed(connection, [found[key] for key in ids if key in found])


def rows(of: List, listing: Listing[Any], ids: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield items as JSON has them."""
    nouns = {kind.__bases__[0]: noun for noun, kind in ROWS.items()}
    for key, row in zip(ids, listing.rows, strict=True):
        own = {"id": key} if of.nouns == ("role",) else {}
        yield {"noun": nouns[type(row.item)], **own, **json_row(row, listing.names)}


def _listed(call: Call, of: List) -> Any:
    asked = wanted(call.request, of.nouns, of.only_kind)
    order, form = call.asked["order"], call.asked["format"]
    if form not in FORMATS:
        raise Problem(422, "ParameterInvalid", f"format={form} is none of {', '.join(FORMATS)}")
    if form != "json":
        return _whole(call, of, asked)
    place = place_of(call.request, call.asked, tuple[str, str])
    with seen(call.request) as connection:
        turn = Turn(order=order, place=place, limit=call.asked["limit"])
        found = page(connection, asked, turn)
        made = list(rows(of, loaded(connection, of.nouns, found.ids), found.ids))
    return paged(made, following(call.request, found.place) if found.place else None)


def paged(items: list[Any], after: str | None) -> Response:
    """Return a page of a list; the way to the next one also as a header (RFC 8288)."""
    headers = {"link": f'<{after}>; rel="next"'} if after else {}
    body = msgspec.json.encode({"items": items, "next": after})
    return Response(body, 200, headers, JSON)


def _whole(call: Call, of: List, asked: Wanted) -> Response:
    """Return all of a list, read and sent a stretch at a time; the first is read at once."""
    stretches = _stretches(call, of, asked)
    begun = chain((next(stretches),), stretches)
    if call.asked["format"] == "ndjson":
        return StreamingResponse(_lines(of, begun), media_type=LINES)
    headers = {"content-disposition": f'inline; filename="{of.name}.csv"'}
    return StreamingResponse(_table(of, begun), 200, headers, TABLE)


def _stretches(call: Call, of: List, asked: Wanted) -> Iterator[tuple[Page, Listing[Any]]]:
    place, order = None, call.asked["order"]
    with seen_apart(call.request) as connection:
        while True:
            found = page(connection, asked, Turn(order=order, place=place, limit=_STRETCH))
            yield found, loaded(connection, of.nouns, found.ids)
            place = found.place
            if place is None:
                return


def _lines(of: List, stretches: Iterator[tuple[Page, Listing[Any]]]) -> Iterator[bytes]:
    for found, listing in stretches:
        for row in rows(of, listing, found.ids):
            yield msgspec.json.encode(row) + b"\n"


def _table(of: List, stretches: Iterator[tuple[Page, Listing[Any]]]) -> Iterator[bytes]:
    first = True
    for _, listing in stretches:
        made = [of.cells(row, listing.names) for row in listing.rows]
        stream = io.StringIO()
        write_table(stream, list(made[0]) if made else [], [list(row.values()) for row in made])
        text = stream.getvalue()
        yield (text if first else text.partition("\n")[2]).encode()
        first = False


def _counted(call: Call, of: List) -> Counts:
    asked = wanted(call.request, of.nouns, of.only_kind)
    with seen(call.request) as connection:
        found = call.request.app.state.counts.of(connection, asked)
    by = {
        field: tuple(Count(value=value, number=number) for value, number in counts)
        for field, counts in found.by.items()
    }
    return Counts(total=found.total, by=by)


def _endpoints(of: List) -> list[Endpoint]:
    meant = filter_parameters(of)
    order = {"type": "string", "enum": list(ORDERS), "default": of.order}
    form = {"type": "string", "enum": list(FORMATS), "default": "json"}
    shown = [
        p.Parameter("order", "What comes first.", order),
        p.LIMIT,
        p.CURSOR,
        p.Parameter("format", "A page as JSON, or all of the list line by line.", form),
    ]
    gives = page_of(of.name.capitalize(), ROWS[of.nouns[0]]) if len(of.nouns) == 1 else TIMELINE
    return [
        Endpoint(
            f"/api/{of.name}",
            "Lists",
            of.about,
            lambda call: _listed(call, of),
            gives,
            [*meant, *shown],
            media=(JSON, LINES, TABLE),
        ),
        Endpoint(
            f"/api/{of.name}/counts",
            "Lists",
            f"How many {of.name} there are, of each kind, state, year and outlet.",
            lambda call: _counted(call, of),
            Counts,
            meant,
        ),
    ]


ENDPOINTS = [one for of in LISTS for one in _endpoints(of)]
