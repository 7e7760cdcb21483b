"""What stands between states, where they met, what has changed; and search."""

from typing import Any

import msgspec
from starlette.responses import Response

from dragoman.record.errors import ItemNotFound, QueryInvalid
from dragoman.runs.cells import json_row
from dragoman.store.changes import load_runs
from dragoman.store.search import Found, search
from dragoman.store.views.difference import Altered, Gone, Lost, difference
from dragoman.store.views.filters import Filters, pair
from dragoman.store.views.meetings import MODES, meetings
from dragoman.store.views.pairs import pairs
from dragoman.store.views.relation import counted, last_run, news
from dragoman.web.api import parameters as p
from dragoman.web.api.answers import (
    ROWS,
    Between,
    CountRow,
    Meetings,
    PairRow,
    Pairs,
    Place,
    RunRow,
    Runs,
    page_of,
)
from dragoman.web.api.cursors import following, place_of
from dragoman.web.api.endpoints import Call, Endpoint
from dragoman.web.api.lists import paged
from dragoman.web.pool import seen

_NEW = ("event", "commitment", "statement", "figure", "disagreement", "entity")
_DEEPEST = 1_000_000


_new: list[Any] = [(noun, tuple.__class_getitem__((ROWS[noun], ...)), ()) for noun in _NEW]
New: Any = msgspec.defstruct("New", _new)


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """What has changed: runs, new reports (file names), new items, and what became of others."""

    runs: tuple[RunRow, ...]
    reports: tuple[str, ...]
    new: New
    changed: tuple[Altered, ...]
    lost_evidence: tuple[Lost, ...]
    gone: tuple[Gone, ...]


def _pairs(call: Call) -> Pairs:
    with seen(call.request) as connection:
        found = pairs(connection)
    rows = (PairRow(between=(one.one, one.other), counts=one.counts) for one in found)
    return Pairs(items=tuple(rows))


def _between(call: Call) -> Between:
    asked = call.asked
    with seen(call.request) as connection:
        try:
            one, other = sorted(pair(connection, (call.path("one"), call.path("other"))))
        except QueryInvalid as error:
            # The states are the address here, and nothing is there.
            raise ItemNotFound(str(error)) from error
        filters = Filters(between=(one, other), since=asked["since"], until=asked["until"])
        counts = tuple(CountRow(**row._asdict()) for row in counted(connection, filters))
        after = asked["after_run"]
        new = news(connection, filters, after).new if after is not None else ()
        run = last_run(connection)
    return Between(between=(one, other), counts=counts, run=run, new=new)


def _meetings(call: Call) -> Meetings:
    asked = call.asked
    filters = Filters(
        since=asked["since"], until=asked["until"], states=asked["state"], kinds=asked["mode"]
    )
    with seen(call.request) as connection:
        found = meetings(connection, filters)
    fields = Place.__struct_fields__
    rows = (Place(**{f: getattr(one, f) for f in fields}) for one in found.places)
    return Meetings(items=tuple(rows), nowhere=found.nowhere)


def _runs(call: Call) -> Runs:
    with seen(call.request) as connection:
        return Runs(items=tuple(RunRow(**run._asdict()) for run in load_runs(connection)))


def _changes(call: Call) -> Any:
    with seen(call.request) as connection:
        found = difference(connection, call.asked["since"])
    new = {
        noun: [
            {"noun": noun} | json_row(row, found.new[noun].names) for row in found.new[noun].rows
        ]
        for noun in _NEW
        if noun in found.new
    }
    return {
        "runs": [run._asdict() for run in found.runs],
        "reports": found.reports,
        "new": new,
        "changed": found.altered,
        "lost_evidence": found.lost,
        "gone": found.gone,
    }


def _search(call: Call) -> Response:
    limit = call.asked["limit"]
    first = place_of(call.request, call.asked, int) or 0
    first = max(0, min(first, _DEEPEST))
    with seen(call.request) as connection:
        found = search(connection, call.asked["q"], first=first, number=limit + 1)
    more = len(found) > limit
    return paged(found[:limit], following(call.request, first + limit) if more else None)


_AFTER = {"type": "integer", "minimum": 0, "maximum": 999_999_999}
_MODE = {"type": "string", "enum": list(MODES)}
_STATE = p.Parameter("state", "This state takes part.", p.TEXT, several=True)
ENDPOINTS = [
    Endpoint(
        "/api/search",
        "Reports",
        "Paragraphs that answer, best first; `marks` are the places of the words.",
        _search,
        page_of("Search", Found),
        [p.WORDS._replace(required=True), p.AS_OF, p.LIMIT, p.CURSOR],
    ),
    Endpoint("/api/between", "States", "All pairs of states.", _pairs, Pairs, [p.AS_OF]),
    Endpoint(
        "/api/between/{one}/{other}",
        "States",
        "How much stands between two states; what it is, the lists tell (`between=KEN,UGA`).",
        _between,
        Between,
        [
            p.SINCE,
            p.UNTIL,
            p.Parameter("after_run", "Also what came after this run.", _AFTER),
            p.AS_OF,
        ],
    ),
    Endpoint(
        "/api/meetings",
        "States",
        "Where meetings and visits were.",
        _meetings,
        Meetings,
        [p.SINCE, p.UNTIL, _STATE, p.Parameter("mode", "So met.", _MODE, several=True), p.AS_OF],
    ),
    Endpoint("/api/runs", "Changes", "Each linking of the record.", _runs, Runs),
    Endpoint(
        "/api/changes",
        "Changes",
        "What has changed since a day, or after a run.",
        _changes,
        Changes,
        [p.SINCE._replace(about="A day, or the number of a run.", required=True)],
    ),
]
