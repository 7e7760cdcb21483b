"""A list as an Atom feed (RFC 4287): what came into the record last."""

from collections.abc import Sequence
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from dragoman.web.rows import Row

_EPOCH = "1970-01-01T00:00:00+00:00"


class Entry(NamedTuple):
    """A row and when it came into the record."""

    row: Row
    at: str


def feed(request: Request, title: str, page: str, entries: Sequence[Entry]) -> Response:
    """Return a feed of `entries`; `page` is the address of the same list as a page."""
    base = str(request.base_url).rstrip("/")
    updated = max((entry.at for entry in entries), default=_EPOCH)
    made = request.app.state.templates.get_template("feed.xml").render(
        base=base,
        title=_legal(title),
        page=f"{base}{page}",
        own=str(request.url),
        updated=updated,
        entries=[(entry.row, entry.at, _legal(_words(entry.row))) for entry in entries],
        legal=_legal,
    )
    return Response(made, media_type="application/atom+xml; charset=utf-8")


def _words(row: Row) -> str:
    tags = " ".join(row.tags)
    return " – ".join(part for part in (row.date, tags, row.text) if part)


def _legal(text: str) -> str:
    """Return a text without what XML 1.0 cannot hold."""
    return "".join(c for c in text if c in "\t\n" or (ord(c) >= 32 and c not in "\ufffe\uffff"))
