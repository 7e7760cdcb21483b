"""The link stage: the current readings made into one record."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import dragoman
from dragoman.record.nouns import Report
from dragoman.runs.outcome import Watcher
from dragoman.store.database import Database
from dragoman.store.linked.saving import replace_record
from dragoman.store.readings import current_readings, needs_linking, readings_digest
from dragoman.store.reports import load_reports

if TYPE_CHECKING:
    from dragoman.linking.facts import ReportFacts


def link_if_needed(database: Database, watcher: Watcher) -> bool:
    """Link the record anew where readings came, or changed, since it was linked last.

    So a run that was broken off after reading is made good by the next command. Returns whether
    it linked.
    """
    with database.reading() as connection:
        if not needs_linking(connection, dragoman.__version__):
            return False
        digest = readings_digest(connection, dragoman.__version__)
        reports = load_reports(connection)
        readings = list(current_readings(connection))
    # Imported here: to be asked whether there is a need, what links need not be loaded.
    from dragoman.linking import link

    watcher.linking(len(readings))
    record = link(list(_facts(reports)), readings)
    with database.writing() as connection:
        replace_record(connection, record, digest)
    return True


def _facts(reports: Iterable[Report]) -> "Iterator[ReportFacts]":
    from dragoman.documents.fingerprint import shingles
    from dragoman.linking.facts import ReportFacts

    for report in reports:
        yield ReportFacts(
            id=report.id,
            published=report.published,
            outlet=report.outlet,
            title=report.title,
            shingles=frozenset(shingles(report)),
            text=report.text,
        )
