"""Who may ask: for reading on loopback no token is wanted, for writing one always is.

Beyond loopback every call wants one, but for reading by who is signed in as a reader of the pages.
"""

import re
from contextlib import suppress

from starlette.requests import Request

from dragoman.record.errors import RecordError
from dragoman.runs.opening import open_record
from dragoman.store.database import writable
from dragoman.store.tokens import Token, find_token, note_use, this_hour
from dragoman.web.api.problems import Problem
from dragoman.web.deciders import signed_in
from dragoman.web.pool import Records

_BEARER = re.compile(r"bearer +([A-Za-z0-9._~+/=-]{1,200})", re.IGNORECASE | re.ASCII)
_MAKE = "make one with `dragoman token create NAME`"


def admitted(request: Request, *, writes: bool) -> Token | None:
    """Return the token a request came with, None where it needs none (RFC 6750).

    Raises Problem: 401 for no token where one is wanted, and for a wrong one anywhere; 403 for one
    that may not write. Raises RecordError.
    """
    given = request.headers.getlist("authorization")
    if not given:
        signed = signed_in(request) is not None
        if writes or (request.app.state.tokens_wanted and not signed):
            option = " --write" if writes else ""
            raise _wanted(f"this wants a token: {_MAKE[:-1]}{option}`")
        return None
    found = _BEARER.fullmatch(given[0]) if len(given) == 1 else None
    if found is None:
        raise _wanted("the header must be `Authorization: Bearer TOKEN`", "invalid_request")
    records: Records = request.app.state.records
    with records.database().reading() as connection:
        token = find_token(connection, found[1])
    if token is None:
        raise _wanted(f"this token is none of the record: {_MAKE}", "invalid_token")
    if token.expired:
        raise _wanted(f"the token {token.name} ended on {token.expires}: {_MAKE}", "invalid_token")
    if writes and token.scope != "write":
        header = {"www-authenticate": 'Bearer realm="dragoman", error="insufficient_scope"'}
        why = f"the token {token.name} may only read: make one with --write"
        raise Problem(403, "ScopeMissing", why, header)
    return token


def note(request: Request, token: Token) -> None:
    """Note that a token was used, where the record can be written just now."""
    path = request.app.state.records.path
    if token.used != this_hour() and writable(path):
        with suppress(RecordError), open_record(path).writing() as connection:
            note_use(connection, token.name)


def _wanted(why: str, error: str | None = None) -> Problem:
    told = f', error="{error}"' if error else ""
    return Problem(401, "TokenWanted", why, {"www-authenticate": f'Bearer realm="dragoman"{told}'})
