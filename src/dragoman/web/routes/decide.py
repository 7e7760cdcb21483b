"""Deciding on one item: what may be decided, what it would change, and the decision itself."""

import re
from collections.abc import Callable
from typing import Literal

from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dragoman.record.decisions import Decision
from dragoman.record.errors import DragomanError, ItemGone, ItemNotFound, NeverMerged
from dragoman.runs.review import making
from dragoman.runs.review.telling import change_words, lines
from dragoman.store.decisions.items import item_at
from dragoman.web.candidates import candidates, side
from dragoman.web.carrying import carry, carry_and_lead
from dragoman.web.deciders import must_decide
from dragoman.web.desk import Subject, desk
from dragoman.web.evidence import marked
from dragoman.web.failures import line_of, status_of
from dragoman.web.looks import render
from dragoman.web.parts_of import reports_of
from dragoman.web.sent import Sent, own, sent

Build = Callable[[Connection], Decision]
_ID = re.compile(r"[a-z][0-9a-f]{4,12}")
_JUDGED = ("confirm", "reject")


def page(request: Request) -> Response:
    """Show what may be decided on an item; `?q=` looks for the other one of a merge."""
    must_decide(request)
    return _shown(request, Sent(request.query_params.multi_items()))


async def make(request: Request) -> Response:
    """Make a decision, or show what it would change; what is refused is told with what was sent."""
    given = await sent(request)
    return await run_in_threadpool(_made, request, given)


def _made(request: Request, given: Sent) -> Response:
    must_decide(request)
    key, do = request.path_params["key"], given.get("do")
    try:
        if do == "merge" and not _ID.fullmatch(given.get("other")):
            return _shown(request, given)
        build = _build(key, do, given)
        if do in ("merge", "split") and given.get("sure") != "yes":
            return _preview(request, build, given)
        return carry_and_lead(request, build, given, key)
    except DragomanError as error:
        return _shown(request, given, error)


def _build(key: str, do: str, given: Sent) -> Build:
    """Return what makes the decision that was asked for, as on the command line."""
    if do in _JUDGED:
        kind: Literal["confirm", "reject"] = "confirm" if do == "confirm" else "reject"
        return lambda connection: making.judge(
            connection, kind, key, given.get("follow_up") or None
        )
    if do == "correct":
        now, was = given.under("to-"), given.under("was-")
        fields = {name: value for name, value in now.items() if value != was.get(name)}
        return lambda connection: making.correct(connection, key, fields)
    if do == "merge":
        keys = (
            (given.get("other"), key) if given.get("keep") == "other" else (key, given.get("other"))
        )
        return lambda connection: making.merge(connection, keys)
    if do == "split":
        off = given.all("off")
        if not off:
            raise NeverMerged(f"{key}: choose at least one place that is to be set apart")
        return lambda connection: making.split(connection, key, off)
    raise HTTPException(400, "this is none of confirm, reject, correct, merge and split")


def _preview(request: Request, build: Build, given: Sent) -> Response:
    made = carry(request, build, given, dry_run=True)
    with request.app.state.records.reading() as connection:
        keys = [ground.item for ground in made.decisions[0].grounds]
        taken = item_at(connection, keys[0])
        sides = [side(connection, item_at(connection, key)) for key in keys]
        if given.get("do") == "split":
            evidence = [marked(connection, g.mentions[:3]) for g in made.decisions[0].grounds]
        else:
            evidence = [one.evidence for one in sides]
    return render(
        request,
        "preview.html",
        do=given.get("do"),
        key=request.path_params["key"],
        noun=taken.noun,
        given=given,
        back=own(given.get("back")) or "",
        line=next(lines(made.decisions, made.effects)).rpartition(" [")[0],
        changes=change_words(made.changed),
        sides=list(zip(sides, evidence, strict=True)),
    )


def _shown(request: Request, given: Sent, error: DragomanError | None = None) -> Response:
    """Return the page of what may be decided; with an error what was typed stays in its place."""
    key = request.path_params["key"]
    words = given.get("other") or given.get("q")
    with request.app.state.records.reading() as connection:
        try:
            taken = item_at(connection, key)
        except (ItemGone, ItemNotFound):
            if error is None:
                raise
            return _gone(request, given, error)
        subject = Subject(taken.noun, taken.id, taken.row, taken.names)
        made, found = desk(request, connection, subject, given.under("to-")), []
        if words and not _ID.fullmatch(words):
            try:
                found = candidates(connection, taken, words)
            except DragomanError as refused:
                error = error or refused
        reports = reports_of(connection, taken) if taken.noun in making.MERGED else []
    return render(
        request,
        "decide.html",
        status_of(error) if error else 200,
        desk=made,
        noun=taken.noun,
        item=taken.id.partition("/role/")[0],
        given=given,
        back=own(given.get("back")) or "",
        refused=line_of(error) if error else "",
        wanted=words,
        found=found,
        reports=reports,
        off=set(given.all("off")),
    )


def _gone(request: Request, given: Sent, error: DragomanError) -> Response:
    """Return the page of a decision on what is gone, with what was typed for it."""
    typed = {name: value for name, value in given.under("to-").items() if value}
    title = "This cannot be decided any more"
    return render(
        request,
        "undecided.html",
        status_of(error),
        title=title,
        line=line_of(error),
        typed=typed | {"why": given.get("why")},
    )


routes = [
    Route("/decide/{key:path}", page, methods=["GET"]),
    Route("/decide/{key:path}", make, methods=["POST"]),
]
