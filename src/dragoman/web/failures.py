"""Failures as answers: a page that says what to do, or the same as JSON."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dragoman.record import errors
from dragoman.web.api import problems
from dragoman.web.api.problems import line_of as line_of  # noqa: PLC0414 (the line of any failure)
from dragoman.web.looks import render
from dragoman.web.security import HEADERS

_log = logging.getLogger(__name__)
_STATUS: tuple[tuple[type[errors.DragomanError], int], ...] = (
    (errors.ItemGone, 410),
    (errors.DecisionContradicts, 409),
    (errors.ItemNotFound, 404),
    (errors.UsageError, 400),
    (errors.RecordError, 503),
)
_TITLES = {
    400: "This cannot be understood",
    403: "This is not for you",
    404: "Not found",
    405: "Not here",
    409: "This contradicts what was decided",
    410: "Taken out of the record",
    500: "Something broke",
    503: "The record cannot be read",
}
_ADVICE = {
    404: "Search for it, or start from one of the lists.",
    405: "This address can only be looked at, or only be written to.",
    500: "Try again. If it happens again, what the server printed says why.",
}


def handlers() -> Mapping[Any, Callable[[Request, Any], Response]]:
    """Return what answers each kind of failure."""
    return {
        errors.RecordMissing: _first_run,
        errors.DragomanError: _told,
        HTTPException: _refused,
        Exception: _broke,
    }


def failed(request: Request, status: int, line: str, code: str) -> Response:
    """Return the answer that tells one failure, in the form that was asked for."""
    if problems.of_api(request):
        return problems.answer(request, problems.Problem(status, code, line))
    if request.url.path.endswith(".json"):
        told = {"status": status, "code": code, "message": line}
        return JSONResponse({"error": told}, status)
    title = _TITLES.get(status, "This did not work")
    return render(request, "failed.html", status, title=title, line=line)


def status_of(error: errors.DragomanError) -> int:
    """Return the status of the answer that tells a failure."""
    return next((code for kind, code in _STATUS if isinstance(error, kind)), 500)


def _first_run(request: Request, error: errors.RecordMissing) -> Response:
    if request.url.path.endswith(".json"):
        return failed(request, 503, str(error), "RecordMissing")
    record = request.app.state.records.path
    return render(request, "first_run.html", 200 if request.url.path == "/" else 503, record=record)


def _told(request: Request, error: errors.DragomanError) -> Response:
    return failed(request, status_of(error), line_of(error), type(error).__name__)


def _refused(request: Request, error: HTTPException) -> Response:
    line = _ADVICE.get(error.status_code, error.detail)
    answer = failed(request, error.status_code, line, "HTTPException")
    answer.headers.update(error.headers or {})
    return answer


def _broke(request: Request, error: Exception) -> Response:
    _log.error("%s could not be answered", request.url.path, exc_info=error)
    answer = failed(request, 500, _ADVICE[500], "InternalError")
    # This answer is given outside the middleware that adds them.
    answer.headers.update(HEADERS)
    return answer
