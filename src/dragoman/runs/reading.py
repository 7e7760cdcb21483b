"""The read stage: files to readings, one transaction a report, and linking after the last."""

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from dragoman.documents.reports import report_from_bytes
from dragoman.documents.sources import Found
from dragoman.readers import find_reader
from dragoman.record.errors import DragomanError, ReaderFailed, ReportError
from dragoman.record.ids import report_id
from dragoman.record.nouns import Reading, Report
from dragoman.record.protocols import Reader
from dragoman.runs.gate import passed
from dragoman.runs.intake import Manifests, find, raw_bytes
from dragoman.runs.linking import link_if_needed
from dragoman.runs.outcome import Outcome, State, Unwatched, Watcher
from dragoman.store.database import Database, create, open_existing
from dragoman.store.readings import holds_reading, make_current, save_reading
from dragoman.store.reports import load_reports, save_report

Take = Callable[[Found], State]


class Pick(msgspec.Struct, frozen=True, kw_only=True):
    """Which reader reads, and which spaCy pipeline stands under it (None: its own)."""

    reader: str = "english"
    pipeline: str | None = None


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What to read, into which record, and with what."""

    paths: tuple[Path, ...]
    record: Path
    pick: Pick = Pick()
    manifest: Path | None = None


def read(order: Order, watcher: Watcher | None = None) -> Outcome:
    """Read what `order` names into its record, and link.

    A report that cannot be read is noted and the rest goes on. Ctrl-C leaves out the report in
    hand; what is whole is linked all the same. Raises UsageError and RecordError.
    """
    watcher = watcher or Unwatched()
    found = find(order.paths)
    manifests = Manifests(order.manifest)
    reader = find_reader(order.pick.reader, order.pick.pipeline)
    desk = _Desk(create(order.record), reader, manifests)
    outcome = _each(found, desk.take, watcher)
    for path in manifests.absent():
        outcome.add(path, "skipped", "the manifest names it, but it is not there")
    outcome.linked = link_if_needed(desk.database, watcher)
    return outcome


def preview(order: Order) -> Outcome:
    """Tell what `read` would do; nothing is written and no reader is loaded for a new record."""
    found = find(order.paths)
    Manifests(order.manifest)
    if not order.record.exists():
        return _each(found, lambda _: "would read", Unwatched())
    database, reader = (
        open_existing(order.record),
        find_reader(order.pick.reader, order.pick.pipeline),
    )

    def look(one: Found) -> State:
        key = report_id(raw_bytes(one.path))
        with database.reading() as connection:
            known = holds_reading(connection, key, reader.name, reader.version)
        return "already read" if known else "would read"

    return _each(found, look, Unwatched())


class _Desk:
    """One record and one reader, and what becomes of a file between them."""

    def __init__(self, database: Database, reader: Reader, manifests: Manifests) -> None:
        self.database = database
        self._reader = reader
        self._manifests = manifests

    def take(self, found: Found) -> State:
        """Read one file into the record, in one transaction. Raises ReportError."""
        raw = raw_bytes(found.path)
        key = report_id(raw)
        version = (self._reader.name, self._reader.version)
        with self.database.reading() as connection:
            known = holds_reading(connection, key, *version)
            stored = load_reports(connection, [key])
        if known:
            with self.database.writing() as connection:
                make_current(connection, key, *version)
            return "already read"
        report = stored[0] if stored else self._report(found, raw)
        reading = self._read(report, found.path)
        with self.database.writing() as connection:
            # Another run may have come first while this one was reading.
            if not holds_reading(connection, key, *version):
                save_report(connection, report, raw)
                save_reading(connection, reading)
        return "read"

    def _report(self, found: Found, raw: bytes) -> Report:
        return report_from_bytes(raw, found.path.name, self._manifests.details(found))

    def _read(self, report: Report, path: Path) -> Reading:
        try:
            (reading,) = self._reader.read([report])
        except DragomanError:
            raise
        except Exception as error:
            # A reader may come from outside; what breaks it on one report must not cost the rest.
            raise ReaderFailed(
                f"{path} broke the reader {self._reader.name} "
                f"({type(error).__name__}: {error}): please report this"
            ) from error
        return passed(reading, report)


def _each(found: Sequence[Found], take: Take, watcher: Watcher) -> Outcome:
    outcome = Outcome()
    watcher.begin(len(found))
    try:
        for one in found:
            _note(one, take, outcome)
            watcher.step(outcome.taken[-1])
    except KeyboardInterrupt:
        outcome.interrupted = True
    outcome.left = len(found) - len(outcome.taken)
    return outcome


def _note(found: Found, take: Take, outcome: Outcome) -> None:
    if found.skipped is not None:
        outcome.add(found.path, "skipped", found.skipped)
    elif found.failure is not None:
        outcome.fail(found.path, found.failure)
    else:
        try:
            outcome.add(found.path, take(found))
        except ReportError as error:
            outcome.fail(found.path, error)
