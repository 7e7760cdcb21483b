"""Light or dark: a choice kept in a cookie, made without script."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dragoman.web.looks import THEMES

_YEAR = 365 * 24 * 3600


async def choose(request: Request) -> Response:
    """Keep the theme that was chosen and go back to where the reader was."""
    async with request.form(max_files=0, max_fields=4) as form:
        chosen, back = str(form.get("theme", "")), str(form.get("back", ""))
    response = RedirectResponse(_own(back), 303)
    if chosen in THEMES:
        response.set_cookie("theme", chosen, max_age=_YEAR, samesite="lax", httponly=True)
    else:
        response.delete_cookie("theme")
    return response


def _own(back: str) -> str:
    """Return an address of this server: "//host" and backslashes would lead elsewhere."""
    safe = back.startswith("/") and not back.startswith("//") and "\\" not in back
    return back if safe and back.isprintable() else "/"


routes = [Route("/theme", choose, methods=["POST"])]
