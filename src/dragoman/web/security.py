"""Headers that keep a page from running, loading or being framed by anything not ours."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.web.api import problems

# Every source named is this server: a text that slips through as markup can fetch and run nothing
# (CSP Level 3, https://www.w3.org/TR/CSP3/).
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class SecurityHeaders:
    """Adds the headers to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, with the headers."""

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self._app(scope, receive, headed)


class SameOrigin:
    """Refuses to be written to from a page that is not ours (OWASP, "Cross-Site Request Forgery").

    Browsers tell where a request comes from; what tells nothing is no browser.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, or refuse."""
        if scope["type"] == "http" and scope["method"] not in ("GET", "HEAD", "OPTIONS"):
            headers = Headers(scope=scope)
            origin = headers.get("origin")
            site = headers.get("sec-fetch-site", "same-origin")
            elsewhere = origin is not None and urlsplit(origin).netloc != headers.get("host")
            if elsewhere or site not in ("same-origin", "none"):
                await _refusal(Request(scope))(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _refusal(request: Request) -> Response:
    why = "this can only be sent from a page of this server"
    if problems.of_api(request):
        return problems.answer(request, problems.Problem(403, "OriginForeign", why))
    return PlainTextResponse(why, 403)
