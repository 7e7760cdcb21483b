"""Pages kept as they were made, for as long as the record stands as it does.

A page that looks at all of a record costs as much as the record is large, and is the same for
every reader until the record is linked anew.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from sqlalchemy import Connection, select
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from dragoman.store.tables import linked
from dragoman.web.looks import theme

_MOST = 128
Key = tuple[object, ...]


class Kept:
    """The pages made last, by what they were made from."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._lock = Lock()
        self._pages: OrderedDict[Key, bytes] = OrderedDict()

    def get(self, key: Key) -> bytes | None:
        """Return a page that was kept, or None."""
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
            return self._pages.get(key)

    def put(self, key: Key, page: bytes) -> None:
        """Keep a page; that which was asked for least lately makes room."""
        with self._lock:
            self._pages[key] = page
            self._pages.move_to_end(key)
            while len(self._pages) > self._most:
                self._pages.popitem(last=False)


def kept(
    request: Request, connection: Connection, make: Callable[[], Response], *parts: object
) -> Response:
    """Return the page of this request, made anew where the record or one of `parts` is another."""
    pages: Kept = request.app.state.kept
    digest = connection.execute(select(linked.c.digest)).scalar_one_or_none()
    # The header names who is signed in, and forms carry the token of the session.
    key = (str(request.url), theme(request), getattr(request.state, "token", ""), digest, *parts)
    found = pages.get(key)
    if found is None:
        answer = make()
        if digest is not None and answer.status_code == 200:
            pages.put(key, bytes(answer.body))
        return answer
    answer = HTMLResponse(found)
    answer.headers["vary"] = "Cookie"
    answer.headers["cache-control"] = "private, no-cache"
    return answer
