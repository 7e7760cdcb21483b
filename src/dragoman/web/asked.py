"""What an address asks for: its filters, words, order and page, read out of the query."""

from collections.abc import Sequence
from typing import Any

import msgspec
from starlette.requests import Request

from dragoman.record.errors import QueryInvalid
from dragoman.store.views.filters import Filters
from dragoman.store.views.paging import Turn, Wanted

# Parameters of an address that may be given several times, each with the filter it is.
SEVERAL = {
    "kind": "kinds",
    "mode": "modes",
    "status": "statuses",
    "state": "states",
    "year": "years",
    "outlet": "outlets",
}
SINGLE = ("since", "until", "report", "who")
# What tells which items are meant; all else of an address tells how they are shown.
MEANT = (*SEVERAL, *SINGLE, "between", "q", "as_of")
PER_PAGE = 50
_LONGEST = 2000


def filters(request: Request) -> Filters:
    """Return the filters an address gives. Raises QueryInvalid."""
    query = request.query_params
    if len(request.url.query) > 4 * _LONGEST:
        raise QueryInvalid("the address asks for too much at once: leave some filters out")
    given: dict[str, Any] = {name: query.get(name) or None for name in SINGLE}
    for name, field in SEVERAL.items():
        given[field] = tuple(dict.fromkeys(value for value in query.getlist(name) if value))
    return Filters(**given, between=between(query.get("between", "")))


def between(given: str) -> tuple[str, str] | None:
    """Return the two states of "PAK,TUR", or None where nothing is given. Raises QueryInvalid."""
    names = [name.strip() for name in given.split(",")]
    if not given.strip():
        return None
    if len(names) != 2 or not all(names):
        raise QueryInvalid(f"between={given} needs two states: write between=KEN,UGA")
    return names[0], names[1]


def wanted(request: Request, nouns: Sequence[str], only_kind: str | None = None) -> Wanted:
    """Return which items of `nouns` an address asks for. Raises QueryInvalid."""
    asked = filters(request)
    if only_kind is not None:
        asked = msgspec.structs.replace(asked, kinds=(only_kind,))
    words = request.query_params.get("q", "").strip() or None
    return Wanted(nouns=tuple(nouns), filters=asked, words=words)


def turn(request: Request, order: str, limit: int = PER_PAGE) -> Turn:
    """Return which page an address asks for; `order` is the one that stands where none is given."""
    query = request.query_params
    return Turn(
        order=query.get("order") or order,
        after=query.get("after") or None,
        before=query.get("before") or None,
        limit=limit,
    )
