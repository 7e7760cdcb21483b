"""Answers given again: a page is made once for as long as nobody writes to the record.

What a page shows follows from its address, from the day, from what the reader set in cookies and
from the record. So an answer is kept under these, packed as it was sent, until SQLite tells that
somebody committed to the file. A browser that holds the same answer is told so instead (RFC 9110,
13.1.2); the tag is one of what was sent, so that it holds in every process and after a restart.
"""

import hashlib
import sqlite3
from asyncio import Lock
from collections import OrderedDict
from datetime import date
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from threading import Lock as ThreadLock
from typing import NamedTuple
from urllib.parse import quote
from weakref import WeakValueDictionary

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# What a page may depend on besides its address. Whoever brings another cookie is signed in or
# decides under a name: such pages are made for each request.
_KNOWN_COOKIES = {"theme", "saved", "seen"}
_MOST_BYTES = 64 * 2**20
_LONGEST = 2**20
_FORMS = ("text/html", "application/atom+xml")
_DATA = (".json", ".csv")
Key = tuple[str, ...]


class Answer(NamedTuple):
    """An answer as it was sent, and its tag."""

    headers: list[tuple[bytes, bytes]]
    body: bytes
    tag: str


class Version:
    """Tells whether anybody committed to the record since it was last asked."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = ThreadLock()
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None

    def now(self) -> tuple[int, ...] | None:
        """Return what is another after each commit; None where the record cannot be read."""
        try:
            with self._lock:
                found = self._path.stat()
                file = (found.st_dev, found.st_ino)
                if self._connection is None or file != self._file:
                    self._open(file)
                assert self._connection is not None
                # https://www.sqlite.org/pragma.html#pragma_data_version
                number = self._connection.execute("PRAGMA data_version").fetchone()[0]
        except (OSError, sqlite3.Error):
            return None
        return (*file, number)

    def _open(self, file: tuple[int, int]) -> None:
        if self._connection is not None:
            self._connection.close()
        name = f"file:{quote(str(self._path.absolute()))}?mode=ro"
        self._connection = sqlite3.connect(name, uri=True, timeout=0, check_same_thread=False)
        self._file = file


class KeptAnswers:
    """Gives an answer again while the record stands as it did when it was made."""

    def __init__(self, app: ASGIApp, record: Path) -> None:
        self._app = app
        self._version = Version(record)
        self._stands: tuple[int, ...] | None = None
        self._held: OrderedDict[Key, Answer] = OrderedDict()
        self._bytes = 0
        self._making: WeakValueDictionary[Key, Lock] = WeakValueDictionary()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with what was kept, else as the application does, and keep that."""
        key = _key(scope)
        stands = self._version.now() if key is not None else None
        if key is None or stands is None:
            await self._app(scope, receive, send)
            return
        self._forget_unless(stands)
        # Whoever asks while a page is made waits for it rather than make it too.
        async with self._making.setdefault(key, Lock()):
            held = self._held.get(key)
            if held is None:
                held = await self._made(scope, receive, send)
                # Made while somebody wrote, it may show what was there before or after.
                if held is not None and not _personal(scope) and self._version.now() == stands:
                    self._keep(key, held)
            else:
                self._held.move_to_end(key)
        if held is not None:
            await _give(held, scope, send)

    async def _made(self, scope: Scope, receive: Receive, send: Send) -> Answer | None:
        """Return what the application answers; what is not to be kept is sent on, for None."""
        start: Message = {}
        parts: list[bytes] = []
        passed = False

        async def hold(message: Message) -> None:
            nonlocal start, passed
            if message["type"] == "http.response.start":
                start, passed = message, not _keepable(message)
                if passed:
                    await send(message)
            elif passed:
                await send(message)
            else:
                parts.append(message.get("body", b""))

        await self._app(scope, receive, hold)
        if passed:
            return None
        body = b"".join(parts)
        tag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
        headers = MutableHeaders(raw=list(start["headers"]))
        headers["etag"] = tag
        return Answer(headers.raw, body, tag)

    def _forget_unless(self, stands: tuple[int, ...]) -> None:
        if stands != self._stands:
            self._held.clear()
            self._bytes, self._stands = 0, stands

    def _keep(self, key: Key, answer: Answer) -> None:
        """Keep an answer; those asked for least lately make room."""
        if len(answer.body) > _LONGEST or key in self._held:
            return
        self._held[key] = answer
        self._bytes += len(answer.body)
        while self._bytes > _MOST_BYTES:
            self._bytes -= len(self._held.popitem(last=False)[1].body)


def _key(scope: Scope) -> Key | None:
    """Return what an answer follows from besides the record; None where it is not to be kept."""
    if scope["type"] != "http" or scope["method"] != "GET" or _personal(scope):
        return None
    # Data is sent as it is read, as long as it is.
    if scope["path"].endswith(_DATA) or scope["path"].startswith(("/api", "/static")):
        return None
    headers = Headers(scope=scope)
    try:
        cookies = SimpleCookie(headers.get("cookie", ""))
    except CookieError:
        return None
    if not _KNOWN_COOKIES.issuperset(cookies) or "authorization" in headers or "range" in headers:
        return None
    return (
        scope["path"],
        scope["query_string"].decode("latin-1"),
        date.today().isoformat(),
        scope["scheme"],
        headers.get("host", ""),
        "gzip" if "gzip" in headers.get("accept-encoding", "") else "",
        *(cookies[name].value if name in cookies else "" for name in sorted(_KNOWN_COOKIES)),
    )


def _personal(scope: Scope) -> bool:
    """Say whether a page was made for somebody who signed in."""
    return not {"user", "token"}.isdisjoint(scope.get("state") or {})


def _keepable(start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    form = headers.get("content-type", "").partition(";")[0]
    return start["status"] == 200 and form in _FORMS and "set-cookie" not in headers


async def _give(answer: Answer, scope: Scope, send: Send) -> None:
    asked = Headers(scope=scope).get("if-none-match", "")
    known = answer.tag in (tag.strip().removeprefix("W/") for tag in asked.split(","))
    if known:
        told = (b"cache-control", b"etag", b"vary")
        headers = [pair for pair in answer.headers if pair[0] in told]
        await send({"type": "http.response.start", "status": 304, "headers": headers})
        await send({"type": "http.response.body", "body": b""})
        return
    await send({"type": "http.response.start", "status": 200, "headers": list(answer.headers)})
    await send({"type": "http.response.body", "body": answer.body})
