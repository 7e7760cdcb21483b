"""The reports of the record, the newest first."""

import io
from collections.abc import Iterator
from itertools import chain
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from dragoman.exporters._cells import write_table
from dragoman.store.views.report_pages import Head, ReportsWanted, report_heads
from dragoman.web import choices
from dragoman.web.asked import PER_PAGE
from dragoman.web.looks import render
from dragoman.web.pool import seen, seen_apart
from dragoman.web.routes import Entry

_STRETCH = 1000
_TITLES = {"outlet": "Outlet", "year": "Year", "language": "Language"}


def page(request: Request) -> Response:
    """Show a page of reports with the counts beside it."""
    asked = _wanted(request)
    with seen(request) as connection:
        found, after = report_heads(
            connection, asked, request.query_params.get("after") or None, PER_PAGE
        )
        counts = request.app.state.counts.of_reports(connection, asked)
    meant = [*choices.meant(request), *choices.given(request, "language")]
    return render(
        request,
        "reports.html",
        reports=found,
        total=counts.total,
        fields=choices.named_fields(request, _TITLES, counts.by),
        chips=choices.chips(request, {}),
        kept=[pair for pair in meant if pair[0] != "q"],
        turns=choices.turns(request, None, after),
        forms={form: choices.with_query(f"/reports.{form}", meant) for form in ("json", "csv")},
    )


def as_json(request: Request) -> Response:
    """Give what all the reports say of themselves, without their text."""

    def parts(stretches: Iterator[list[Head]]) -> Iterator[bytes]:
        before = b"[\n"
        for head in chain.from_iterable(stretches):
            yield before + msgspec.json.encode(head)
            before = b",\n"
        yield b"\n]\n" if before == b",\n" else b"[]\n"

    return StreamingResponse(parts(_begun(request)), media_type="application/json")


def as_csv(request: Request) -> Response:
    """Give what all the reports say of themselves as a table."""

    def parts(stretches: Iterator[list[Head]]) -> Iterator[bytes]:
        yield (",".join(Head.__struct_fields__) + "\n").encode()
        for heads in stretches:
            stream = io.StringIO()
            write_table(stream, (), [msgspec.structs.astuple(head) for head in heads])
            yield stream.getvalue().partition("\n")[2].encode()

    return StreamingResponse(parts(_begun(request)), media_type="text/csv; charset=utf-8")


def _begun(request: Request) -> Iterator[list[Head]]:
    """Return all reports, the first stretch read: what is wrong shows before anything is sent."""
    stretches = _stretches(request, _wanted(request))
    return chain((next(stretches),), stretches)


def _stretches(request: Request, asked: ReportsWanted) -> Iterator[list[Head]]:
    with seen_apart(request) as connection:
        after: str | None = None
        while True:
            found, after = report_heads(connection, asked, after, _STRETCH)
            yield found
            if after is None:
                return


def _wanted(request: Request) -> ReportsWanted:
    def several(name: str) -> tuple[Any, ...]:
        return tuple(dict.fromkeys(v for v in request.query_params.getlist(name) if v))

    return ReportsWanted(
        outlets=several("outlet"),
        years=several("year"),
        languages=several("language"),
        words=request.query_params.get("q", "").strip() or None,
    )


routes = [
    Route("/reports.json", as_json),
    Route("/reports.csv", as_csv),
    Route("/reports", page),
]
navigation = [Entry(90, "Reports", "/reports")]
