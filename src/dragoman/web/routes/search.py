"""Search: the paragraphs that answer, the words marked, and what the record makes of each."""

import io
from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple

import msgspec
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from dragoman.exporters._cells import Cell, write_table
from dragoman.record.errors import DragomanError, QueryInvalid
from dragoman.store.search import Found, count_answers, search
from dragoman.store.views.told import told_of
from dragoman.web import choices
from dragoman.web.looks import render
from dragoman.web.pool import seen, seen_apart

_PER_PAGE = 20
_DEEPEST = 200
_STRETCH = 500
_HEAD = ("citation", "file", "outlet", "published", "text", "items")
_NOUNS = {
    "v": "event",
    "c": "commitment",
    "s": "statement",
    "f": "figure",
    "d": "disagreement",
}


class Piece(NamedTuple):
    """A stretch of a paragraph, marked or not."""

    text: str
    marked: bool


def page(request: Request) -> Response:
    """Show the paragraphs that answer, best first; what cannot be understood is told above them."""
    words = request.query_params.get("q", "").strip()
    number = _page_number(request)
    found: list[Found] = []
    told: dict[str, str] = {}
    total, trouble, status = 0, "", 200
    with seen(request) as connection:
        if words:
            try:
                total = count_answers(connection, words)
                first = (number - 1) * _PER_PAGE
                found = search(connection, words, first=first, number=_PER_PAGE)
                told = told_of(connection, [key for one in found for key in one.items])
            except DragomanError as error:
                trouble, status = str(error), 400
    pairs = [pair for pair in choices.meant(request) if pair[0] in ("q", "as_of")]
    return render(
        request,
        "search.html",
        status,
        found=[(one, list(pieces(one)), _rests(one, told)) for one in found],
        total=total,
        number=number,
        last=min(_DEEPEST, -(-total // _PER_PAGE)),
        trouble=trouble,
        at={n: choices.with_query("/search", [*pairs, ("page", str(n))]) for n in _around(number)},
        forms={form: choices.with_query(f"/search.{form}", pairs) for form in ("json", "csv")},
    )


def as_json(request: Request) -> Response:
    """Give all paragraphs that answer."""

    def parts(stretches: Iterator[list[Found]]) -> Iterator[bytes]:
        before = b"[\n"
        for one in chain.from_iterable(stretches):
            yield before + msgspec.json.encode(one)
            before = b",\n"
        yield b"\n]\n" if before == b",\n" else b"[]\n"

    return StreamingResponse(parts(_begun(request)), media_type="application/json")


def as_csv(request: Request) -> Response:
    """Give all paragraphs that answer as a table."""

    def parts(stretches: Iterator[list[Found]]) -> Iterator[bytes]:
        yield (",".join(_HEAD) + "\n").encode()
        for found in stretches:
            stream = io.StringIO()
            write_table(stream, (), [_cells(one) for one in found])
            yield stream.getvalue().partition("\n")[2].encode()

    return StreamingResponse(parts(_begun(request)), media_type="text/csv; charset=utf-8")


def pieces(one: Found) -> Iterator[Piece]:
    """Yield a paragraph as stretches that are marked or not."""
    at = 0
    for start, end in one.marks:
        if start >= at:
            yield Piece(one.text[at:start], False)
            yield Piece(one.text[start:end], True)
            at = end
    yield Piece(one.text[at:], False)


def _begun(request: Request) -> Iterator[list[Found]]:
    """Return all that answers, the first stretch found: what is wrong shows before it is sent."""
    stretches = _stretches(request)
    return chain((next(stretches),), stretches)


def _stretches(request: Request) -> Iterator[list[Found]]:
    words, first = request.query_params.get("q", ""), 0
    with seen_apart(request) as connection:
        while True:
            found = search(connection, words, first=first, number=_STRETCH)
            yield found
            if len(found) < _STRETCH:
                return
            first += _STRETCH


def _cells(one: Found) -> tuple[Cell, ...]:
    items = " ".join(one.items)
    return one.citation, one.file, one.outlet, one.published, one.text, items


def _rests(one: Found, told: dict[str, str]) -> list[dict[str, Any]]:
    known = [key for key in one.items if key in told and key[0] in _NOUNS]
    return [{"address": f"/{_NOUNS[key[0]]}/{key}", "words": told[key]} for key in known]


def _page_number(request: Request) -> int:
    given = request.query_params.get("page", "1")
    if not (given.isdecimal() and len(given) < 5 and 1 <= int(given) <= _DEEPEST):
        raise QueryInvalid(
            f"page={given} is none: pages go from 1 to {_DEEPEST}; narrow the search"
        )
    return int(given)


def _around(number: int) -> list[int]:
    return [number - 1, number + 1]


routes = [
    Route("/search.json", as_json),
    Route("/search.csv", as_csv),
    Route("/search", page),
]
