"""Failures of the API, all in one shape: problem details (RFC 9457)."""

import re
from collections.abc import Mapping

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from dragoman.record import errors

MEDIA = "application/problem+json"
# The first that fits; whatever a user can cause otherwise is a request that cannot be done.
_STATUS: tuple[tuple[type[errors.DragomanError], int], ...] = (
    (errors.ItemGone, 410),
    (errors.ItemNotFound, 404),
    (errors.DecisionNotFound, 404),
    (errors.DecisionContradicts, 409),
    (errors.MergeUnfit, 409),
    (errors.NeverMerged, 409),
    (errors.ClockSetBack, 409),
    (errors.ExtraMissing, 501),
    (errors.UsageError, 422),
    (errors.RecordError, 503),
)
TITLES = {
    400: "Not JSON",
    401: "Wants a token",
    403: "Not allowed",
    404: "Not found",
    405: "No such method here",
    406: "No such form",
    409: "Contradicts the record",
    410: "Taken out of the record",
    413: "Too large",
    415: "Not sent as JSON",
    422: "Cannot be understood",
    500: "Something broke",
    501: "Not installed",
    503: "The record cannot be read",
}


class ProblemDetails(msgspec.Struct, frozen=True, kw_only=True):
    """What every failure is answered with.

    `type` leads to what the status means, `title` is its short name, `detail` says what is wrong
    and what to do, `instance` is the path that was asked for; `code` tells failures of one status
    apart.
    """

    type: str
    title: str
    status: int
    detail: str
    instance: str
    code: str


class Problem(Exception):
    """A failure of the API itself."""

    def __init__(
        self, status: int, code: str, detail: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(detail)
        self.status, self.code, self.headers = status, code, dict(headers or {})


def of_error(error: errors.DragomanError) -> Problem:
    """Return the problem that an error of the record is, in the same words."""
    status = next((code for kind, code in _STATUS if isinstance(error, kind)), 500)
    return Problem(status, type(error).__name__, line_of(error))


def line_of(error: errors.DragomanError) -> str:
    """Return an error's line; options of the command line are parameters of an address here."""
    return re.sub(r"(?<!\w)--(?=[a-z])", "", str(error))


def answer(request: Request, problem: Problem) -> Response:
    """Return the answer that tells a problem."""
    status = problem.status
    told = ProblemDetails(
        type=f"/api#problem-{status}",
        title=TITLES.get(status, "This did not work"),
        status=status,
        detail=str(problem),
        instance=request.url.path,
        code=problem.code,
    )
    headers = {**problem.headers, "cache-control": "no-store"}
    return Response(msgspec.json.encode(told), status, headers, MEDIA)


def of_api(request: Request) -> bool:
    """Tell whether a request is one to the API."""
    return request.url.path.startswith("/api/")
