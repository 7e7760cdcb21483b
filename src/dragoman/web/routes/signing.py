"""Signing in and out."""

import secrets

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dragoman.runs.opening import open_record
from dragoman.store.users import LONGEST, close_session, open_session, right
from dragoman.web.looks import render
from dragoman.web.sent import Sent, own, sent
from dragoman.web.signing import COOKIE, PATH

_WRONG = "this name and this password do not go together"


def page(request: Request) -> Response:
    """Show the form."""
    _wanted(request)
    return _shown(request, "", own(request.query_params.get("back", "")) or "/")


async def enter(request: Request) -> Response:
    """Sign in and lead to where the reader wanted to go."""
    _wanted(request)
    given = await sent(request, signed=False)
    return await run_in_threadpool(_enter, request, given)


async def leave(request: Request) -> Response:
    """End the session."""
    _wanted(request)
    await sent(request)
    await run_in_threadpool(_leave, request)
    response = RedirectResponse(PATH, 303)
    response.delete_cookie(COOKIE)
    return response


def _enter(request: Request, given: Sent) -> Response:
    name, back = given.get("name"), own(given.get("back")) or "/"
    attempts, records = request.app.state.attempts, request.app.state.records
    host = request.client.host if request.client else ""
    keys = (f"name:{name}", f"address:{host}")
    wait = attempts.wait(*keys)
    if wait:
        line = f"too many attempts: try again in {wait} {'second' if wait == 1 else 'seconds'}"
        answer = _shown(request, line, back, 429)
        answer.headers["retry-after"] = str(wait)
        return answer
    password = (given.all("password") or [""])[-1]
    # Counted before it is known, or many at once would each be the first.
    attempts.fail(*keys)
    with records.reading() as connection:
        fits = right(connection, name, password)
    if not fits:
        return _shown(request, _WRONG, back, 401)
    attempts.forget(*keys)
    with open_record(records.path).writing() as connection:
        # A session from before is ended: what was known of it opens nothing.
        close_session(connection, request.cookies.get(COOKIE, secrets.token_hex()))
        key = open_session(connection, name)
    response = RedirectResponse(back, 303)
    response.set_cookie(
        COOKIE,
        key,
        max_age=int(LONGEST.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return response


def _leave(request: Request) -> None:
    with open_record(request.app.state.records.path).writing() as connection:
        close_session(connection, request.cookies.get(COOKIE, ""))


def _shown(request: Request, line: str, back: str, status: int = 200) -> Response:
    plain = request.url.scheme != "https"
    return render(request, "sign_in.html", status, refused=line, back=back, plain=plain)


def _wanted(request: Request) -> None:
    if not request.app.state.sign_in:
        raise HTTPException(404)


routes = [
    Route(PATH, page, methods=["GET"]),
    Route(PATH, enter, methods=["POST"]),
    Route("/sign-out", leave, methods=["POST"]),
]
