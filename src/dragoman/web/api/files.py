"""What one takes along: the brief and the exports, as files."""

import shutil
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import msgspec
from sqlalchemy import Connection
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from dragoman.exporters import find_exporter
from dragoman.record.finding import names
from dragoman.runs.briefing import FORMATS, format_of, written
from dragoman.runs.exporting import export_seen
from dragoman.store.views.brief import brief
from dragoman.store.views.brief.paper import paper
from dragoman.store.views.difference import changed_items
from dragoman.store.views.filters import Filters
from dragoman.store.views.pages import Page
from dragoman.web.api import parameters as p
from dragoman.web.api.endpoints import JSON, Call, Endpoint
from dragoman.web.api.problems import Problem
from dragoman.web.asked import between
from dragoman.web.pool import seen

MEDIA = {
    "json": JSON,
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "csv": "application/zip",
    "parquet": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "plover": "application/x-ndjson",
    "ftm": "application/x-ndjson",
    "jsonld": "application/ld+json",
    "gexf": "application/gexf+xml",
    "graphml": "application/graphml+xml",
    "ics": "text/calendar; charset=utf-8",
    "bibtex": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
}
_ANY = "application/octet-stream"
_EXPORTS = names("dragoman.exporters")
_BRIEFS = ("json", *FORMATS)


def _filters(call: Call) -> Filters:
    asked = call.asked
    return Filters(
        between=between(asked["between"] or ""),
        since=asked["since"],
        until=asked["until"],
        report=asked.get("report"),
    )


def _brief(call: Call) -> Any:
    asked = call.asked
    form = None if asked["format"] == "json" else format_of(asked["format"], "")
    with seen(call.request) as connection:
        filters = _narrowed(connection, _filters(call), asked["changes_since"])
        if form is None:
            return brief(connection, filters)
        made = paper(connection, filters)
    if not made.parts:
        raise Problem(404, "NothingFound", "there is nothing to brief on: try fewer filters")
    headers = {"content-disposition": f'attachment; filename="brief.{form}"'}
    return Response(written(made, form), 200, headers, MEDIA[form])


def _narrowed(connection: Connection, filters: Filters, since: str | None) -> Filters:
    if since is None:
        return filters
    return msgspec.structs.replace(filters, only=changed_items(connection, since))


def _export(call: Call) -> Response:
    """Write an export beside, then send it: what is wrong shows before anything is sent."""
    exporter = find_exporter(call.asked["format"])
    folder = Path(mkdtemp(prefix="dragoman-"))
    try:
        path = folder / f"record-{exporter.name}"
        with seen(call.request) as connection:
            export_seen(connection, exporter.name, path, _filters(call))
        name = f"record.{exporter.name}"
        if exporter.form == "folder":
            path = Path(shutil.make_archive(str(path), "zip", path))
            name = f"record-{exporter.name}.zip"
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    away = BackgroundTask(shutil.rmtree, folder, ignore_errors=True)
    media = MEDIA.get(exporter.name, _ANY)
    return FileResponse(path, media_type=media, filename=name, background=away)


_MEANT = [p.BETWEEN, p.SINCE, p.UNTIL]
_EXPORT_MEDIA = tuple(dict.fromkeys(MEDIA.get(name, _ANY) for name in _EXPORTS))
ENDPOINTS = [
    Endpoint(
        "/api/brief",
        "Files",
        "The brief: what happened, what is bound, what moved, what is disputed, what to watch.",
        _brief,
        Page,
        [
            *_MEANT,
            p.Parameter("changes_since", "Only what has changed since a day or a run.", p.DAY),
            p.AS_OF,
            p.Parameter(
                "format",
                "As lines, or as a paper of two pages.",
                {"type": "string", "enum": list(_BRIEFS), "default": "json"},
            ),
        ],
        media=tuple(MEDIA[form] for form in _BRIEFS),
        made=(200, 501),
    ),
    Endpoint(
        "/api/export",
        "Files",
        "The record, or what filters let through of it, in one of the formats of exports.",
        _export,
        None,
        [
            p.Parameter(
                "format", "The format.", {"type": "string", "enum": list(_EXPORTS)}, required=True
            ),
            *_MEANT,
            p.REPORT,
            p.AS_OF,
        ],
        media=_EXPORT_MEDIA,
        made=(200, 501),
    ),
]
