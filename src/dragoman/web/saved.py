"""Searches a reader saved: kept in a cookie of the browser, so that no account is needed."""

import base64
import binascii
from typing import NamedTuple
from urllib.parse import urlsplit

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from dragoman.web.shelves import SHELVES

COOKIE = "saved"
_YEAR = 365 * 24 * 3600
_MOST = 20
# Browsers keep cookies of up to 4096 bytes; base64 takes a third more.
_LONGEST = 2900
PATHS = {shelf.path for shelf in SHELVES} | {"/search", "/reports", "/board"}


class Saved(NamedTuple):
    """A search by the name it was given."""

    name: str
    address: str

    @property
    def feed(self) -> str | None:
        """Return the address of its feed, where its list has one."""
        parts = urlsplit(self.address)
        if parts.path not in {shelf.path for shelf in SHELVES}:
            return None
        return f"{parts.path}.atom" + (f"?{parts.query}" if parts.query else "")


def saved(request: Request) -> list[Saved]:
    """Return the searches saved; what a cookie holds that we did not write is left out."""
    try:
        raw = base64.urlsafe_b64decode(request.cookies.get(COOKIE, ""))
        pairs = msgspec.json.decode(raw, type=list[tuple[str, str]]) if raw else []
    except (binascii.Error, ValueError, msgspec.MsgspecError):
        return []
    return [Saved(name, address) for name, address in pairs if fit(address)][:_MOST]


def fit(address: str) -> bool:
    """Say whether an address is that of a list or a search of ours."""
    parts = urlsplit(address) if address.isprintable() and "\\" not in address else urlsplit("")
    return not parts.scheme and not parts.netloc and parts.path in PATHS


def keep(response: Response, searches: list[Saved]) -> bool:
    """Put searches into the cookie of a response; say whether they fit."""
    raw = msgspec.json.encode([tuple(one) for one in searches])
    if len(raw) > _LONGEST or len(searches) > _MOST:
        return False
    value = base64.urlsafe_b64encode(raw).decode()
    response.set_cookie(COOKIE, value, max_age=_YEAR, samesite="lax", httponly=True)
    return True
