"""An endpoint: what it is asked with, what it answers, and how a request gets there."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from starlette.background import BackgroundTasks
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dragoman.record.errors import DragomanError
from dragoman.store.tokens import Token
from dragoman.web.api import problems
from dragoman.web.api.access import admitted, note
from dragoman.web.api.bodies import decoded
from dragoman.web.api.parameters import Parameter, read
from dragoman.web.api.problems import Problem

JSON = "application/json"


class Call(NamedTuple):
    """One request as an endpoint gets it: its parameters read, its body decoded, its token."""

    request: Request
    asked: Mapping[str, Any]
    body: Any
    token: Token | None

    def path(self, name: str) -> str:
        """Return a part of the path."""
        return str(self.request.path_params[name])


class Endpoint(NamedTuple):
    """One method of one path.

    `handle` returns data of the type `gives`, which is sent as JSON, or an answer of its own;
    `media` are the forms it can have. `takes` is the type of the body it wants; what has one
    writes. `made` is the status of an answer that is as it should be.
    """

    path: str
    group: str
    about: str
    handle: Callable[[Call], Any]
    gives: Any = None
    parameters: Sequence[Parameter] = ()
    media: Sequence[str] = (JSON,)
    takes: Any = None
    writes: bool = False
    made: Sequence[int] = (200,)

    @property
    def method(self) -> str:
        """Return the method it answers to."""
        return "POST" if self.writes else "GET"

    @property
    def name(self) -> str:
        """Return a name that no other endpoint has."""
        words = re.findall(r"\w+", self.path.removeprefix("/api"))
        return "_".join([self.method.lower(), *words])


def routes(endpoints: Sequence[Endpoint]) -> list[Route]:
    """Return a route for each path, which answers to all of its methods."""
    paths = dict.fromkeys(one.path for one in endpoints)
    return [_route(path, [one for one in endpoints if one.path == path]) for path in paths]


def _route(path: str, endpoints: Sequence[Endpoint]) -> Route:
    by_method = {one.method: one for one in endpoints}

    async def answer(request: Request) -> Response:
        one = by_method.get(request.method) or by_method["GET"]
        try:
            return await _answered(one, request)
        except DragomanError as error:
            return problems.answer(request, problems.of_error(error))
        except Problem as problem:
            return problems.answer(request, problem)

    return Route(path, answer, methods=list(by_method))


async def _answered(one: Endpoint, request: Request) -> Response:
    token = await run_in_threadpool(admitted, request, writes=one.writes)
    _accepted(one, request)
    asked = read(one.parameters, request)
    body = await decoded(request, one.takes) if one.takes is not None else None
    made = await run_in_threadpool(one.handle, Call(request, asked, body, token))
    if not isinstance(made, Response):
        made = Response(msgspec.json.encode(made), media_type=JSON)
    made.headers.setdefault("cache-control", "private, no-cache")
    if token is not None:
        tasks = BackgroundTasks([made.background] if made.background else [])
        tasks.add_task(note, request, token)
        made.background = tasks
    return made


def _accepted(one: Endpoint, request: Request) -> None:
    """Raise Problem 406 where a request wants only forms that the endpoint does not have."""
    wanted = [part.split(";")[0].strip() for part in request.headers.get("accept", "").split(",")]
    ranges = {part.lower() for part in wanted if part}
    mine = [media.split(";")[0] for media in one.media]
    fitting = {"*/*", problems.MEDIA, *mine, *(f"{media.split('/')[0]}/*" for media in mine)}
    if ranges and not ranges & fitting:
        raise Problem(406, "FormUnknown", f"this can be had as {', '.join(mine)}")
