"""The desk: what may be decided on an item, as the controls of a form."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, select
from starlette.requests import Request

from dragoman.record.decisions import FIELDS, KEPT
from dragoman.record.telling import field_words, item_words
from dragoman.runs.review.making import MERGED
from dragoman.store.decisions.linkage import load_effects
from dragoman.store.decisions.log import lines_on
from dragoman.store.tables import role
from dragoman.store.views.phrases import event_modes
from dragoman.web.deciders import decider, may_decide, signed_in

_HINTS = {
    "date": "2026-03-31, 2026-03 or 2026",
    "country": "name or three letters",
    "entity": "name or id",
    "entities": "names or ids, commas between",
    "number": "1500 or 5e9",
}


class Control(NamedTuple):
    """A field to correct: what it holds, what was typed, and its choices where it has some."""

    name: str
    was: str
    typed: str
    choices: tuple[str, ...]
    hint: str
    kept: bool


class Undoable(NamedTuple):
    """What was decided on an item, in a line; `id` where it can be taken back."""

    id: str
    line: str


class Subject(NamedTuple):
    """The item to decide on, with the names of the entities it speaks of."""

    noun: str
    key: str
    item: Any
    names: Mapping[str, str]


class Desk(NamedTuple):
    """What may be decided on one item; `offices` are the roles of a person."""

    key: str
    noun: str
    words: str
    controls: tuple[Control, ...]
    merges: bool
    by: str
    fixed: bool
    made: tuple[Undoable, ...]
    offices: tuple[tuple[str, str], ...] = ()


def desk(
    request: Request,
    connection: Connection,
    subject: Subject,
    typed: Mapping[str, str] | None = None,
) -> Desk | None:
    """Return what may be decided on an item; None on the record of an earlier day, and for readers.

    `typed` is what was typed already, by field.
    """
    if request.query_params.get("as_of") or not may_decide(request):
        return None
    noun, key, item, names = subject
    return Desk(
        key=key,
        noun=noun,
        words=item_words(noun, item),
        controls=controls(noun, item, names, typed),
        merges=noun in MERGED,
        by=decider(request),
        fixed=signed_in(request) is not None,
        made=_made(connection, key),
        offices=_offices(connection, key) if noun == "entity" else (),
    )


def controls(
    noun: str, item: Any, names: Mapping[str, str], typed: Mapping[str, str] | None = None
) -> tuple[Control, ...]:
    """Return the fields of an item; `item` may be None, for one that is to be added."""
    found = []
    for name, takes in FIELDS.get(noun, {}).items():
        was = field_words(item, name, names) if item is not None else ""
        choices: Sequence[str] = takes if isinstance(takes, tuple) else ()
        if name == "mode":
            choices = event_modes()
        hint = "" if choices else _HINTS.get(str(takes), "")
        now = (typed or {}).get(name, was)
        found.append(Control(name, was, now, tuple(choices), hint, name in KEPT))
    return tuple(found)


def _made(connection: Connection, key: str) -> tuple[Undoable, ...]:
    """Return what is in force on an item; without a decision on it nothing more is asked."""
    standing = [e for e in load_effects(connection, [key]) if e.state in ("applied", "held")]
    if not standing:
        return ()
    found: dict[str, str] = {}
    for effect, line in zip(standing, lines_on(connection, key, key), strict=True):
        # A decision on several fields is told by each, and taken back as one.
        found[effect.decision] = "; ".join(
            part for part in (found.get(effect.decision), line) if part
        )
    return tuple(Undoable(made, line) for made, line in found.items())


def _offices(connection: Connection, person: str) -> tuple[tuple[str, str], ...]:
    query = select(role.c.id, role.c.title).where(role.c.person == person).order_by(role.c.id)
    return tuple((row.id, row.title) for row in connection.execute(query.limit(20)))
