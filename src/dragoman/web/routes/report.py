"""A report: its text with every span marked, and the record beside it."""

from urllib.parse import urlsplit

import msgspec
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from dragoman.exporters._cells import Cell
from dragoman.record.errors import ItemNotFound, QueryInvalid
from dragoman.record.nouns import Report
from dragoman.store.reports import load_reports
from dragoman.store.views.ids import current_id
from dragoman.store.views.marks import Mark, copies, marks, versions, words_of_marks
from dragoman.web.looks import address, render
from dragoman.web.marked import LAYERS, shown_part
from dragoman.web.parts import Part, part_at, parts
from dragoman.web.pool import seen
from dragoman.web.segments import Span
from dragoman.web.tabled import as_table

_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}
_HEAD = ("start", "end", "quote", "layer", "item")


def page(request: Request) -> Response:
    """Show one part of a report with what rests on it."""
    with seen(request) as connection:
        report = _report(connection, request.path_params["key"])
        if report.id != request.path_params["key"]:
            query = dict(request.query_params)
            return RedirectResponse(address(request, f"/report/{report.id}", **query))
        cut = parts(report.text, report.blocks) or [Part(0, 0, ())]
        chosen = _chosen(request, report)
        number = _part(request, cut, chosen)
        found = marks(connection, report.id, cut[number].start, cut[number].end)
        words = words_of_marks(connection, found)
        shown = shown_part(report.text, cut[number], found, words, chosen)
        copied = copies(connection, report.id)
        others = versions(connection, report.id, report.url)
    hidden = set(request.query_params.getlist("hide"))
    return render(
        request,
        "report.html",
        report=report,
        shown=shown,
        parts=[(part.start, part.end) for part in cut],
        number=number,
        chosen=f"{chosen.start}-{chosen.end}" if chosen else "",
        copied=copied,
        versions=others,
        link=web_address(report.url),
        direction=direction(report.language),
        layers=LAYERS,
        hidden=[layer for layer in LAYERS if layer in hidden],
    )


def as_json(request: Request) -> Response:
    """Give a report as data: its fields, its text, and every span with what rests on it."""
    report, found = _all(request)
    rows = [dict(zip(_HEAD, _row(report, mark), strict=True)) for mark in found]
    return JSONResponse(msgspec.to_builtins(report) | {"marks": rows})


def as_csv(request: Request) -> Response:
    """Give every span of a report with what rests on it, as a table."""
    report, found = _all(request)
    return as_table(report.id, _HEAD, (_row(report, mark) for mark in found))


def span(request: Request) -> Response:
    """Lead to a span, on the part of the report that it lies in, without any script."""
    start, end = request.path_params["start"], request.path_params["end"]
    path = f"/report/{request.path_params['key']}"
    return RedirectResponse(f"{address(request, path, at=f'{start}-{end}')}#{start}-{end}")


def web_address(url: str | None) -> str | None:
    """Return an address that a page may link to: http and https, nothing that runs."""
    try:
        parsed = urlsplit(url or "")
    except ValueError:
        return None
    return url if parsed.scheme in ("http", "https") and parsed.hostname else None


def direction(language: str | None) -> str:
    """Return which way a text of this language runs; "auto" leaves it to its first letters."""
    return "rtl" if (language or "").partition("-")[0].lower() in _RIGHT_TO_LEFT else "auto"


def _report(connection: Connection, key: str) -> Report:
    noun, full = current_id(connection, key)
    if noun != "report":
        raise ItemNotFound(f"{key} is no report but {noun} {full}")
    return load_reports(connection, [full])[0]


def _chosen(request: Request, report: Report) -> Span | None:
    asked = request.query_params.get("at")
    if not asked:
        return None
    start, dash, end = asked.partition("-")
    if not (dash and start.isdecimal() and end.isdecimal() and len(asked) < 30):
        raise QueryInvalid(f"at={asked} is no span: write at=120-188")
    found = Span(int(start), int(end))
    if not found.start < found.end <= len(report.text):
        raise ItemNotFound(f"{report.file} has no characters {start} to {end}")
    return found


def _part(request: Request, cut: list[Part], chosen: Span | None) -> int:
    if chosen is not None:
        return part_at(cut, chosen.start)
    asked = request.query_params.get("part", "1")
    if not (asked.isdecimal() and len(asked) < 9 and 1 <= int(asked) <= len(cut)):
        raise ItemNotFound(f"the report has parts 1 to {len(cut)}, and no part {asked}")
    return int(asked) - 1


def _all(request: Request) -> tuple[Report, list[Mark]]:
    with seen(request) as connection:
        report = _report(connection, request.path_params["key"])
        return report, marks(connection, report.id, 0, len(report.text))


def _row(report: Report, mark: Mark) -> tuple[Cell, ...]:
    quote = report.text[mark.start : mark.end]
    return mark.start, mark.end, quote, mark.layer, mark.item


routes = [
    Route("/report/{key}.json", as_json),
    Route("/report/{key}.csv", as_csv),
    Route("/report/{key}/{start:int}-{end:int}", span),
    Route("/report/{key}", page),
]
