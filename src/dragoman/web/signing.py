"""Sign-in: who asks is told by a session in a cookie, or by a token where programs ask.

Only a server that other machines can reach wants it (OWASP, "Session Management Cheat Sheet").
"""

import hashlib
from contextlib import suppress
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.record.errors import RecordError
from dragoman.runs.opening import open_record
from dragoman.store.tokens import find_token
from dragoman.store.users import User, note_session, session_user
from dragoman.web.looks import here
from dragoman.web.pool import Records

COOKIE = "session"
PATH = "/sign-in"
# The API asks for its tokens itself, and refuses in its own form.
_FREE = ("/static/", "/api/")
_FREE_PAGES = (PATH, "/api")
_DATA = (".json", ".csv", ".atom")
_LOOKS = ("GET", "HEAD", "OPTIONS")


class SignedIn:
    """Lets in whom it knows, and sends all others to sign in."""

    def __init__(self, app: ASGIApp, records: Records) -> None:
        self._app = app
        self._records = records

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, or refuse."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        key = request.cookies.get(COOKIE, "")
        try:
            found = await run_in_threadpool(self._user, key) if key else None
            known = found is not None or await self._program(request)
        except RecordError as error:
            refusal = JSONResponse({"error": {"status": 503, "message": str(error)}}, 503)
            await refusal(scope, receive, send)
            return
        if found is not None:
            request.state.user, request.state.role = found.name, found.role
            request.state.token = form_token(key)
        free = request.url.path in _FREE_PAGES or request.url.path.startswith(_FREE)
        if not known and not free:
            await _refused(request)(scope, receive, send)
            return
        await self._app(scope, receive, _unkept(scope, send))

    def _user(self, key: str) -> User | None:
        with self._records.reading() as connection:
            found = session_user(connection, key)
        if found is None:
            return None
        user, stale = found
        if stale:
            # Not being able to note it now, while the record is linked, ends no session.
            with suppress(RecordError), open_record(self._records.path).writing() as connection:
                note_session(connection, key)
        return user

    async def _program(self, request: Request) -> bool:
        """Tell whether a program brings a token that lets it do what it asks."""
        scheme, _, secret = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not secret.strip():
            return False
        found = await run_in_threadpool(self._token, secret.strip())
        return found is not None and (found == "write" or request.method in _LOOKS)

    def _token(self, secret: str) -> str | None:
        with self._records.reading() as connection:
            found = find_token(connection, secret)
        if found is None or found.expired:
            return None
        return found.scope


def form_token(key: str) -> str:
    """Return what the forms of a session carry, which no other page can know."""
    return hashlib.sha256(b"form:" + key.encode("utf-8", "surrogatepass")).hexdigest()


def _refused(request: Request) -> Response:
    path = request.url.path
    if request.method in _LOOKS and not path.endswith(_DATA):
        return RedirectResponse(f"{PATH}?{urlencode({'back': here(request)})}", 303)
    line = "sign in first; programs bring a token (`dragoman token create NAME`)"
    told = {"status": 401, "code": "SignInNeeded", "message": line}
    return JSONResponse({"error": told}, 401, {"www-authenticate": "Bearer"})


def _unkept(scope: Scope, send: Send) -> Send:
    """Return a way to send that lets nobody on the way keep what only this reader may see."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start" and not scope["path"].startswith("/static/"):
            headers = MutableHeaders(scope=message)
            headers.setdefault("cache-control", "private, no-cache")
        await send(message)

    return sending
