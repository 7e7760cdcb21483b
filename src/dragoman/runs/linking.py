"""The link stage: the current readings made into one record."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import dragoman
from dragoman.record.nouns import Report
from dragoman.runs.outcome import Unwatched, Watcher
from dragoman.store.changes import record_run, state_of
from dragoman.store.database import Database
from dragoman.store.decisions.keeping import load_decisions
from dragoman.store.decisions.linkage import replace_linkage
from dragoman.store.linked.saving import Replacement
from dragoman.store.readings import current_readings, needs_linking, readings_digest
from dragoman.store.reports import load_reports

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dragoman.linking.facts import Linked, ReportFacts


def link_if_needed(database: Database, watcher: Watcher) -> bool:
    """Link the record anew where readings or decisions came since it was linked last.

    So a run that was broken off after reading is made good by the next command. Returns whether
    it linked.
    """
    with database.reading() as connection:
        if not needs_linking(connection, dragoman.__version__):
            return False
        digest = readings_digest(connection, dragoman.__version__)
        linked = linked_now(connection, watcher)
    with database.writing() as connection:
        _save(connection, linked, digest)
    return True


def link_within(connection: "Connection") -> None:
    """Link the record anew inside the caller's transaction."""
    digest = readings_digest(connection, dragoman.__version__)
    _save(connection, linked_now(connection), digest)


def linked_now(connection: "Connection", watcher: Watcher | None = None) -> "Linked":
    """Return what linking makes of the readings and decisions that this connection sees."""
    # Imported here: to be asked whether there is a need, what links need not be loaded.
    from dragoman.linking import link_explained

    readings = list(current_readings(connection))
    (watcher or Unwatched()).linking(len(readings))
    reports = list(_facts(load_reports(connection)))
    return link_explained(reports, readings, load_decisions(connection))


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


def _facts(reports: Iterable[Report]) -> "Iterator[ReportFacts]":
    from dragoman.documents.fingerprint import prose, shingles
    from dragoman.documents.grounds import ground_of
    from dragoman.linking.facts import ReportFacts
    from dragoman.linking.retold import wording_of

    for report in reports:
        yield ReportFacts(
            id=report.id,
            published=report.published,
            outlet=report.outlet,
            title=report.title,
            url=report.url,
            shingles=frozenset(shingles(report)),
            text=report.text,
            ground=ground_of(report),
            wording=wording_of(prose(report)),
        )
