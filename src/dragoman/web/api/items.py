"""One item at its own address, with all its evidence; one report with its text and spans."""

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from dragoman.record.errors import ItemNotFound
from dragoman.runs.cells import json_row
from dragoman.store.reports import load_reports
from dragoman.store.views.entity_pages import named
from dragoman.store.views.ids import current_id
from dragoman.store.views.marks import marks, words_of_marks
from dragoman.store.views.report_pages import ReportsWanted, report_heads
from dragoman.store.views.shown import shown
from dragoman.web import offices
from dragoman.web.api import parameters as p
from dragoman.web.api.answers import FULL, Heads, MarkRow, Office, ReportInFull
from dragoman.web.api.cursors import following, place_of
from dragoman.web.api.endpoints import Call, Endpoint
from dragoman.web.api.lists import paged
from dragoman.web.looks import address
from dragoman.web.pool import seen

# Where the items of a noun are found.
PLACES = {
    "event": "events",
    "commitment": "commitments",
    "statement": "statements",
    "figure": "figures",
    "series": "series",
    "disagreement": "disagreements",
    "explained": "explained",
    "entity": "entities",
    "report": "reports",
}


def _item(call: Call, noun: str) -> Any:
    with seen(call.request) as connection:
        moved = _elsewhere(call, connection, noun)
        if moved is not None:
            return moved
        found = shown(connection, call.path("id"))
        assert found.listing is not None
        row = found.listing.rows[0]
        data = {"noun": noun} | json_row(row, found.listing.names)
        data |= {"evidence": found.passages, "decided": found.decided}
        if found.parts is not None:
            data["parts"] = [part.item.id for part in found.parts.rows]
        if noun == "commitment":
            data["life"] = found.life
        if noun == "entity":
            (one,) = named(connection, [row.item.id])
            data["offices"] = _offices(offices.holding(connection, one))
            data["held_by"] = _offices(offices.held(connection, one))
    return data


def _report(call: Call) -> Any:
    with seen(call.request) as connection:
        moved = _elsewhere(call, connection, "report")
        if moved is not None:
            return moved
        (report,) = load_reports(connection, [call.path("id")])
        found = marks(connection, report.id, 0, len(report.text))
        words = words_of_marks(connection, found)
    spans = tuple(
        MarkRow(
            start=one.start,
            end=one.end,
            quote=report.text[one.start : one.end],
            layer=one.layer,
            item=one.item,
            words=words.get((one.layer, one.item), ""),
        )
        for one in found
    )
    return ReportInFull(**msgspec.structs.asdict(report), marks=spans)


def _reports(call: Call) -> Response:
    asked = call.asked
    meant = ReportsWanted(
        outlets=asked["outlet"],
        years=asked["year"],
        languages=asked["language"],
        words=(asked["q"] or "").strip() or None,
    )
    after = place_of(call.request, asked, str)
    with seen(call.request) as connection:
        found, behind = report_heads(connection, meant, after, asked["limit"])
    return paged(list(found), following(call.request, behind) if behind else None)


def _elsewhere(call: Call, connection: Connection, noun: str) -> Response | None:
    """Return the way to where an item is: under its whole id, or that of what it was merged into.

    None where this is the place. Raises ItemNotFound and ItemGone.
    """
    key = call.path("id")
    now, full = current_id(connection, key)
    if (now, full) == (noun, key):
        return None
    if now not in PLACES:
        raise ItemNotFound(f"{key} has no address of its own")
    # A merge may be undone: the old address is not given up for good.
    return RedirectResponse(address(call.request, f"/api/{PLACES[now]}/{full}"), 307)


def _offices(found: offices.Offices) -> list[Office]:
    fields: Iterable[str] = Office.__struct_fields__
    return [Office(**{f: getattr(one, f) for f in fields}) for one in found.offices]


def _of(noun: str) -> Endpoint:
    return Endpoint(
        f"/api/{PLACES[noun]}/{{id}}",
        "Items",
        f"One {noun} with its evidence, each quote in its paragraph.",
        lambda call: _item(call, noun),
        FULL[noun],
        [p.AS_OF],
        made=(200, 307),
    )


_LANGUAGE = p.Parameter("language", "In this language (BCP 47).", p.TEXT, several=True)
ENDPOINTS = [
    *(_of(noun) for noun in FULL),
    Endpoint(
        "/api/reports",
        "Reports",
        "What reports say of themselves, the newest first; without their text.",
        _reports,
        Heads,
        [p.WORDS, p.OUTLET, p.YEAR, _LANGUAGE, p.AS_OF, p.LIMIT, p.CURSOR],
    ),
    Endpoint(
        "/api/reports/{id}",
        "Reports",
        "A report with its text, and every span of it that something rests on.",
        _report,
        ReportInFull,
        [p.AS_OF],
        made=(200, 307),
    ),
]
