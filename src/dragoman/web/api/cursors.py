"""Cursors: where the next page of a list begins, in a word that says nothing to who passes it on.

A cursor holds the place itself and not only an item, so that it stays good when that item goes.
"""

import base64
import binascii
import hashlib
from collections.abc import Mapping
from typing import Any, TypeVar
from urllib.parse import urlencode

import msgspec
from starlette.requests import Request

from dragoman.web.api.problems import Problem

T = TypeVar("T")
_SHOWN = frozenset({"cursor", "limit"})


def following(request: Request, place: Any) -> str:
    """Return the address of the page that begins behind `place`, with all else as it was asked."""
    raw = msgspec.json.encode((_meaning(request), place))
    cursor = base64.urlsafe_b64encode(raw).decode().rstrip("=")
    pairs = [pair for pair in request.query_params.multi_items() if pair[0] != "cursor" and pair[1]]
    return f"{request.url.path}?{urlencode([*pairs, ('cursor', cursor)])}"


def place_of(request: Request, asked: Mapping[str, Any], kind: type[T]) -> T | None:
    """Return the place that the cursor of a request holds, None where there is no cursor.

    Raises Problem 422 for a cursor that is none of ours, or one of another list or other filters.
    """
    given = asked["cursor"]
    if given is None:
        return None
    try:
        raw = base64.b64decode(given + "=" * (-len(given) % 4), altchars=b"-_", validate=True)
        meaning, place = msgspec.json.decode(raw, type=tuple[str, Any])
        found = msgspec.convert(place, kind)
    except (binascii.Error, ValueError, msgspec.MsgspecError, RecursionError):
        raise _unfit() from None
    if meaning != _meaning(request):
        raise _unfit()
    return found


def _unfit() -> Problem:
    why = "the cursor is none of this list with these filters: begin without it, and follow the "
    return Problem(422, "CursorInvalid", f"{why}`next` links as they are")


def _meaning(request: Request) -> str:
    """Return what a list and its filters are, in short."""
    pairs = sorted(p for p in request.query_params.multi_items() if p[0] not in _SHOWN and p[1])
    return hashlib.sha256(msgspec.json.encode((request.url.path, pairs))).hexdigest()[:12]
