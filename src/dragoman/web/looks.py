"""Pages made from templates; what every page shows comes from here."""

from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

import dragoman
from dragoman.web.assets import Assets
from dragoman.web.carrying import done
from dragoman.web.deciders import decider, may_decide, signed_in

THEMES = ("light", "dark")
# What a reader set once goes with every link: the day the record is looked at from.
_CARRIED = ("as_of",)


def templates(assets: Assets) -> Environment:
    """Return the templates of this room; every value is escaped, an unknown one is an error."""
    made = Environment(
        loader=PackageLoader("dragoman.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= {"asset": assets.address, "version": dragoman.__version__}
    return made


def render(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """Return the page that `template` makes of `values` for this request."""
    made = request.app.state.templates.get_template(template)
    response = HTMLResponse(made.render(**_given(request), **values), status)
    response.headers["vary"] = "Cookie"
    response.headers["cache-control"] = "private, no-cache"
    return response


def address(request: Request, path: str, **query: Any) -> str:
    """Return the address of `path` with `query`, and with what goes with every link."""
    carried = {key: request.query_params.get(key) for key in _CARRIED}
    asked = {key: value for key, value in {**carried, **query}.items() if value not in (None, "")}
    return f"{path}?{urlencode(asked, doseq=True)}" if asked else path


def theme(request: Request) -> str | None:
    """Return the theme the reader chose; None leaves it to the browser."""
    chosen = request.cookies.get("theme")
    return chosen if chosen in THEMES else None


def here(request: Request) -> str:
    """Return the address of the request, without the host."""
    query = request.url.query
    return f"{request.url.path}?{query}" if query else request.url.path


def _given(request: Request) -> dict[str, Any]:
    def to(path: str, **query: Any) -> str:
        return address(request, path, **query)

    return {
        "to": to,
        "path": request.url.path,
        "here": here(request),
        "theme": theme(request),
        "words": request.query_params.get("q", ""),
        "as_of": request.query_params.get("as_of", ""),
        "done": done(request),
        "token": getattr(request.state, "token", ""),
        "user": signed_in(request),
        "may_decide": may_decide(request),
        "decider": decider(request) if request.query_params.get("done") else "",
        "navigation": request.app.state.navigation,
    }
