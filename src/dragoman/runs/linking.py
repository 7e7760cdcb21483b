"""The link stage: the current readings made into one record."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

import dragoman
from dragoman.runs.facts import Known
from dragoman.runs.outcome import Unwatched, Watcher
from dragoman.store.changes import record_run, state_of
from dragoman.store.database import Database
from dragoman.store.decisions.keeping import load_decisions
from dragoman.store.decisions.linkage import replace_linkage
from dragoman.store.linked.saving import Replacement
from dragoman.store.readings import current_readings, needs_linking, readings_digest

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dragoman.linking.facts import Linked
    from dragoman.linking.memory import Memory


def link_if_needed(database: Database, watcher: Watcher) -> bool:
    """Link the record anew where readings or decisions came since it was linked last.

    So a run that was broken off after reading is made good by the next command. Returns whether
    it linked.
    """
    with database.reading() as connection:
        if not needs_linking(connection, dragoman.__version__):
            return False
        digest = readings_digest(connection, dragoman.__version__)
        known = Known(connection)
        linked = _linked(connection, known, watcher)
    with database.writing() as connection:
        _save(connection, linked, digest)
        known.keep(connection)
    return True


def link_within(connection: "Connection") -> None:
    """Link the record anew inside the caller's transaction."""
    digest = readings_digest(connection, dragoman.__version__)
    known = Known(connection)
    _save(connection, _linked(connection, known), digest)
    known.keep(connection)


def linked_now(connection: "Connection") -> "Linked":
    """Return what linking makes of the readings and decisions that this connection sees."""
    return _linked(connection, Known(connection))


def _linked(connection: "Connection", known: Known, watcher: Watcher | None = None) -> "Linked":
    # Imported here: to be asked whether there is a need, what links need not be loaded.
    from dragoman.linking import link_explained

    with _uncollected():
        readings = list(current_readings(connection))
        (watcher or Unwatched()).linking(len(readings))
        return link_explained(known.facts, readings, load_decisions(connection), _memory())


@cache
def _memory() -> "Memory":
    """Return what this process linked last: a server links for every decision of a desk."""
    from dragoman.linking.memory import Memory

    return Memory()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the search for cycles from walking, again and again, over all that is being linked."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            # What was made joins the old at once; else the next search would walk over all of it.
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def _save(connection: "Connection", linked: "Linked", digest: str) -> None:
    made = Replacement(connection, linked.record)
    before = state_of(connection, made.touched)
    made.carry_out(digest)
    replace_linkage(connection, linked.effects, linked.redirects, linked.reasons)
    record_run(connection, before, state_of(connection, made.touched))


def put(connection: "Connection", linked: "Linked", digest: str) -> None:
    """Put what was linked in the place of the record that this connection sees."""
    Replacement(connection, linked.record).carry_out(digest)
    replace_linkage(connection, linked.effects, linked.redirects, linked.reasons)
