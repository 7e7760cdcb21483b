"""What stands between two states; and all pairs of states."""

from collections import Counter
from typing import Any

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from dragoman.exporters._cells import Cell
from dragoman.record.errors import ItemNotFound, QueryInvalid
from dragoman.record.nouns import Commitment
from dragoman.record.vocabulary import LADDER
from dragoman.store.countries import country_name
from dragoman.store.views.filters import Filters, day, pair
from dragoman.store.views.pairs import NOUNS, Pair, pairs
from dragoman.store.views.relation import (
    Counted,
    News,
    by_ids,
    counted,
    drawn,
    last_run,
    named,
    newest,
    news,
)
from dragoman.store.views.telling import Told, disputed, told
from dragoman.web.charts.numbers import number_charts
from dragoman.web.charts.timeline import timeline_chart
from dragoman.web.keeping import kept
from dragoman.web.looks import address, render
from dragoman.web.pool import seen
from dragoman.web.routes import Entry
from dragoman.web.tabled import as_table
from dragoman.web.trees import tree
from dragoman.web.visits import keep, visit

_STATUSES = ("open", "progressing", "fulfilled", "lapsed", "denied")
_FIRM = ("signed", "agreed", "pledged")
_SUMMED = 6
_BOARD = 40
_MOST_CHARTS = 8
_MOST_NEWS = 20


def everyone(request: Request) -> Response:
    """Show all pairs of states with how much the record tells of each."""
    with seen(request) as connection:

        def made() -> Response:
            found = pairs(connection)
            names = {code: country_name(code) for pair in found for code in pair[:2]}
            return render(request, "pairs.html", pairs=found, nouns=NOUNS, names=names)

        return kept(request, connection, made)


def everyone_as_json(request: Request) -> Response:
    """Give all pairs of states as data."""
    with seen(request) as connection:
        return JSONResponse([_counts(found) for found in pairs(connection)])


def everyone_as_csv(request: Request) -> Response:
    """Give all pairs of states as a table."""
    with seen(request) as connection:
        found = pairs(connection)
    rows: list[list[Cell]] = [
        [one.one, one.other, *(one.counts.get(noun, 0) for noun in NOUNS)] for one in found
    ]
    return as_table("pairs", ("one", "other", *NOUNS), rows)


def page(request: Request) -> Response:
    """Show what stands between two states."""
    with seen(request) as connection:
        one, other = _states(connection, request)
        path = f"/between/{one}/{other}"
        if request.url.path != path:
            return RedirectResponse(address(request, path, **dict(request.query_params)), 301)
        since = visit(request, last_run(connection))
        answer = kept(
            request,
            connection,
            lambda: _made(request, connection, (one, other), since.before),
            since,
        )
    keep(answer, request, since)
    return answer


def _made(
    request: Request, connection: Connection, states: tuple[str, str], before: int
) -> Response:
    filters = _filters(request, states)
    return render(
        request,
        "between.html",
        codes=states,
        names=[country_name(code) for code in states],
        changed=_changed(connection, filters, before) if before else None,
        since=filters.since or "",
        until=filters.until or "",
        statuses=_STATUSES,
        **_shown(connection, filters),
    )


def as_json(request: Request) -> Response:
    """Give how much stands between two states as data, by noun, kind and status."""
    states, found = _counted(request)
    return JSONResponse({"between": states, "counts": [row._asdict() for row in found]})


def as_csv(request: Request) -> Response:
    """Give how much stands between two states as a table."""
    states, found = _counted(request)
    return as_table("-".join(states), Counted._fields, found)


def _counted(request: Request) -> tuple[tuple[str, str], list[Counted]]:
    with seen(request) as connection:
        states = _states(connection, request)
        return states, counted(connection, _filters(request, states))


def _states(connection: Connection, request: Request) -> tuple[str, str]:
    """Return the two states in the order of the alphabet."""
    asked = request.path_params["one"], request.path_params["other"]
    try:
        one, other = pair(connection, asked)
    except QueryInvalid as error:
        # The states are the address here, and no page is there.
        raise ItemNotFound(str(error)) from error
    return min(one, other), max(one, other)


def _filters(request: Request, states: tuple[str, str]) -> Filters:
    asked = {key: request.query_params.get(key) or None for key in ("since", "until")}
    for key, value in asked.items():
        if value:
            day(value, f"--{key}")
    return Filters(between=states, since=asked["since"], until=asked["until"])


def _shown(connection: Connection, filters: Filters) -> dict[str, Any]:
    counts = counted(connection, filters)
    items, names = drawn(connection, filters)
    events = [item for item in items if not isinstance(item, Commitment) and item.date]
    board = newest(connection, filters, "commitment", _BOARD)
    series = newest(connection, filters, "series", _MOST_CHARTS)
    firm = [one for one in board if one.kind in _FIRM and one.status in ("open", "progressing")]
    firm.sort(key=lambda one: one.date is None)
    return {
        "totals": _totals(counts),
        "board": _board(counts),
        "timeline": timeline_chart(items, names),
        "happened": told(connection, events[:_SUMMED]),
        "bound": told(connection, firm[:_SUMMED]),
        "commitments": _by_kind(board, told(connection, board)),
        "disputed": disputed(connection, newest(connection, filters, "disagreement", _BOARD)),
        "figures": number_charts(series),
        "counted": told(connection, newest(connection, filters, "figure", _BOARD)),
        "bodies": tree(connection, filters, named(connection, filters, "body")),
        "texts": named(connection, filters, "agreement", "programme"),
    }


def _changed(connection: Connection, filters: Filters, before: int) -> dict[str, object]:
    found: News = news(connection, filters, before)
    lines = told(connection, by_ids(connection, found.new[:_MOST_NEWS]))
    altered = told(connection, by_ids(connection, [one for one, _, _ in found.altered]))
    stands = {one: (was, now) for one, was, now in found.altered}
    return {
        "run": before,
        "new": lines,
        "left": len(found.new) - len(lines),
        "altered": [(line, *stands[line.id]) for line in altered],
    }


def _totals(counts: list[Counted]) -> dict[str, int]:
    found: Counter[str] = Counter()
    for row in counts:
        found[row.noun] += row.number
    return {noun: found[noun] for noun in NOUNS}


def _board(counts: list[Counted]) -> list[tuple[str, dict[str, int]]]:
    """Return how many commitments there are by firmness, the firmest first, and by status."""
    number = {(row.kind, row.status): row.number for row in counts if row.noun == "commitment"}
    rows = [(kind, {s: number.get((kind, s), 0) for s in _STATUSES}) for kind in reversed(LADDER)]
    return [(kind, row) for kind, row in rows if any(row.values())]


def _by_kind(made: list[Commitment], lines: list[Told]) -> list[tuple[str, list[Told]]]:
    kinds = {one.id: one.kind for one in made}
    groups = [(kind, [x for x in lines if kinds[x.id] == kind]) for kind in reversed(LADDER)]
    return [(kind, group) for kind, group in groups if group]


def _counts(found: Pair) -> dict[str, object]:
    return {"between": [found.one, found.other], **{n: found.counts.get(n, 0) for n in NOUNS}}


navigation = [Entry(20, "Between states", "/between")]
routes = [
    Route("/between", everyone),
    Route("/between.json", everyone_as_json),
    Route("/between.csv", everyone_as_csv),
    Route("/between/{one}/{other}.json", as_json),
    Route("/between/{one}/{other}.csv", as_csv),
    Route("/between/{one}/{other}", page),
]
