"""Who decides: the one signed in, else the name this browser was told last."""

from urllib.parse import quote, unquote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dragoman.record.errors import DecisionError
from dragoman.runs.review.deciding import Signature, signature
from dragoman.web.sent import Sent

COOKIE = "by"
_YEAR = 365 * 24 * 3600
_LONGEST = 80
_READER = (
    "you may look but not decide: whoever runs this server can make you an editor "
    "(`dragoman user add NAME --role editor`)"
)


def signed_in(request: Request) -> str | None:
    """Return the name of who is signed in; None where nobody has to be."""
    found: str | None = getattr(request.state, "user", None)
    return found


def may_decide(request: Request) -> bool:
    """Say whether who asks may decide: anyone where nobody signs in, else editors."""
    return not request.app.state.sign_in or getattr(request.state, "role", "") == "editor"


def must_decide(request: Request) -> None:
    """Raise HTTPException where who asks may not decide."""
    if not may_decide(request):
        raise HTTPException(403, _READER)


def decider(request: Request) -> str:
    """Return the name to offer; "" where none is known."""
    known = signed_in(request) or _told(unquote(request.cookies.get(COOKIE, "")))
    if known:
        return known
    try:
        return signature(None, None).by
    except DecisionError:
        return ""


def signing(request: Request, sent: Sent) -> Signature:
    """Return who signs a decision, and why. Raises DecisionError where nobody is named."""
    must_decide(request)
    by = signed_in(request) or _told(sent.get("by"))
    if not by:
        raise DecisionError("who decides? Write a name into the field “Who”")
    return Signature(by=by, why=sent.get("why")[:2000])


def keep(request: Request, response: Response, signed: Signature) -> None:
    """Let this browser remember who decided, where nobody signs in."""
    if signed_in(request) is None:
        name = quote(signed.by)
        response.set_cookie(COOKIE, name, max_age=_YEAR, samesite="lax", httponly=True)


def _told(name: str) -> str:
    return " ".join("".join(c for c in name if c.isprintable()).split())[:_LONGEST]
