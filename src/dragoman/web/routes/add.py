"""Adding what a report tells and no reader found, with the words that tell it."""

from typing import Any

from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dragoman.record.decisions import FIELDS, Decision
from dragoman.record.errors import DragomanError
from dragoman.runs.review import making
from dragoman.web.carrying import carry_and_lead
from dragoman.web.deciders import decider, must_decide, signed_in
from dragoman.web.desk import controls
from dragoman.web.failures import line_of, status_of
from dragoman.web.looks import render
from dragoman.web.sent import Sent, sent

NOUNS = ("event", "commitment", "statement", "figure", "entity", "role")


def page(request: Request) -> Response:
    """Show the form of a noun; the address may give the report and the quote."""
    must_decide(request)
    return _shown(request, Sent(request.query_params.multi_items()))


async def add(request: Request) -> Response:
    """Add the item and lead to it, or tell what is missing, with what was typed."""
    given = await sent(request)
    return await run_in_threadpool(_add, request, given)


def _add(request: Request, given: Sent) -> Response:
    noun: Any = given.get("noun")
    fields = {name: value for name, value in given.under("to-").items() if value.strip()}

    def build(connection: Connection) -> Decision:
        source = (given.get("report"), given.get("quote"))
        return making.add(connection, noun, source, fields)

    try:
        return carry_and_lead(request, build, given, None)
    except DragomanError as error:
        return _shown(request, given, error)


def _shown(request: Request, given: Sent, error: DragomanError | None = None) -> Response:
    noun = given.get("noun") if given.get("noun") in NOUNS else NOUNS[0]
    typed = {**dict.fromkeys(FIELDS[noun], ""), **given.under("to-")}
    return render(
        request,
        "add.html",
        status_of(error) if error else 200,
        noun=noun,
        nouns=NOUNS,
        controls=controls(noun, None, {}, typed),
        given=given,
        by=given.get("by") or decider(request),
        fixed=signed_in(request) is not None,
        refused=line_of(error) if error else "",
    )


routes = [Route("/add", page, methods=["GET"]), Route("/add", add, methods=["POST"])]
