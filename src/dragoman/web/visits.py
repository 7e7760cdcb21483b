"""When a reader was last on a page: the run of the record they saw then, in a cookie of that page.

Two runs are kept: the one before the visit and the one seen in it. What has changed since the
first stays on the page until the record changes again, however often it is loaded.
"""

import re
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response

_COOKIE = "seen"
_YEAR = 365 * 24 * 3600
_KEPT = re.compile(r"(\d{1,9})\.(\d{1,9})", re.ASCII)


class Visit(NamedTuple):
    """The run that was seen in the visit before (0: there was none), and the run seen now."""

    before: int
    now: int


def visit(request: Request, last: int) -> Visit:
    """Return this visit; `last` is the record's last run, `?seen=RUN` names another to go by."""
    asked = request.query_params.get(_COOKIE, "")
    if re.fullmatch(r"\d{1,9}", asked, re.ASCII):
        return Visit(min(int(asked), last), last)
    kept = _KEPT.fullmatch(request.cookies.get(_COOKIE, ""))
    if kept is None:
        return Visit(0, last)
    before, now = int(kept[1]), int(kept[2])
    # A record made anew counts its runs from one again.
    if now > last:
        return Visit(0, last)
    return Visit(now, last) if now < last else Visit(before, last)


def keep(answer: Response, request: Request, made: Visit) -> None:
    """Keep the visit for the next one, unless the browser keeps it already."""
    value = f"{made.before}.{made.now}"
    if request.query_params.get("as_of") or request.cookies.get(_COOKIE) == value:
        return
    answer.set_cookie(
        _COOKIE,
        value,
        max_age=_YEAR,
        path=request.url.path,
        samesite="lax",
        httponly=True,
    )
