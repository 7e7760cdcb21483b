"""The read stage: files to readings, one transaction a report, and linking after the last."""

import threading
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

from dragoman.documents.reports import report_from_bytes
from dragoman.documents.sources import Found
from dragoman.readers import find_reader
from dragoman.record.errors import AnswerError, DragomanError, ReaderFailed
from dragoman.record.ids import report_id
from dragoman.record.nouns import Reading, Report
from dragoman.record.protocols import Reader
from dragoman.record.remote import Plan, RemoteReader
from dragoman.runs.gate import LAYERS, passed
from dragoman.runs.intake import Intake, Manifests, Material, find
from dragoman.runs.linking import link_if_needed
from dragoman.runs.outcome import Outcome, State, Unwatched, Watcher
from dragoman.runs.taking import each
from dragoman.store.database import Database, create, open_existing
from dragoman.store.decisions.log import lost
from dragoman.store.readings import holds_reading, make_current, save_reading
from dragoman.store.reports import load_reports, save_report


class Pick(msgspec.Struct, frozen=True, kw_only=True):
    """Which reader reads, which spaCy pipeline stands under it (None: its own), and its options."""

    reader: str = "english"
    pipeline: str | None = None
    options: Mapping[str, Any] = {}

    def find(self) -> Reader:
        """Return the reader, ready to read. Raises UsageError."""
        return find_reader(self.reader, self.pipeline, self.options)


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What to read, into which record, and with what.

    `addresses` are pages to fetch; `private` lets those of one's own network be fetched.
    """

    paths: tuple[Path, ...]
    record: Path
    pick: Pick = Pick()
    manifest: Path | None = None
    addresses: tuple[str, ...] = ()
    private: bool = False


def read(order: Order, watcher: Watcher | None = None) -> Outcome:
    """Read what `order` names into its record, and link.

    A report that cannot be read is noted and the rest goes on. Ctrl-C leaves out the report in
    hand; what is whole is linked all the same. Raises UsageError, RecordError, EndpointError.
    """
    watcher = watcher or Unwatched()
    found = find(order.paths, order.addresses)
    manifests = Manifests(order.manifest)
    reader = order.pick.find()
    at_once = 1
    if isinstance(reader, RemoteReader):
        at_once = reader.at_once
        reader.asked = watcher.asked
        for line in reader.cautions:
            watcher.caution(line)
    intake = Intake(manifests, private=order.private)
    desk = Desk(create(order.record), reader, intake)
    with closing(intake):
        outcome = each(found, desk.take, watcher, at_once)
    for path in manifests.absent():
        outcome.add(path, "skipped", "the manifest names it, but it is not there")
    outcome.rows, outcome.quarantined = desk.rows, dict(desk.quarantined.most_common())
    if isinstance(reader, RemoteReader):
        outcome.host, outcome.usage = reader.host, reader.usage
    outcome.linked = link_if_needed(desk.database, watcher)
    with desk.database.reading() as connection:
        outcome.lost = lost(connection)
    return outcome


def preview(order: Order, watcher: Watcher | None = None) -> Outcome:
    """Tell what `read` would do; nothing is written or sent away.

    A reader that sends reports away tells what it would send.
    """
    watcher = watcher or Unwatched()
    found = find(order.paths, order.addresses)
    manifests = Manifests(order.manifest)
    # The default reader sends nothing, and what it needs takes time to load.
    if not order.record.exists() and order.pick.reader == Pick().reader:
        return each(found, lambda _: "would read", Unwatched())
    desk = _Preview(order, manifests)
    for line in desk.reader.cautions if isinstance(desk.reader, RemoteReader) else ():
        watcher.caution(line)
    outcome = each(found, desk.look, watcher)
    if isinstance(desk.reader, RemoteReader):
        outcome.host, outcome.plan = desk.reader.host, desk.plan
    return outcome


class _Preview:
    """What would become of files, and the sum of what would be sent."""

    def __init__(self, order: Order, manifests: Manifests) -> None:
        self.reader = order.pick.find()
        self.plan = Plan()
        self._database = open_existing(order.record) if order.record.exists() else None
        self._intake = Intake(manifests)

    def look(self, found: Found) -> State:
        """Say what would become of a file. Raises ReportError where it would be sent but cannot."""
        if found.address is not None and found.place is None:
            # What a page holds cannot be told without asking for it.
            return "would read"
        given = self._intake.material(found)
        if self._knows(report_id(given.raw)):
            return "already read"
        if isinstance(self.reader, RemoteReader):
            report = report_from_bytes(given.raw, given.name, given.details)
            self.plan = self.plan.plus(self.reader.plan(report))
        return "would read"

    def _knows(self, key: str) -> bool:
        if self._database is None:
            return False
        with self._database.reading() as connection:
            return holds_reading(connection, key, self.reader.name, self.reader.version)


class Desk:
    """One record and one reader, and what becomes of a file between them.

    `take` may be called from several threads where the reader allows it.
    """

    def __init__(self, database: Database, reader: Reader, intake: Intake) -> None:
        self.database = database
        self.rows = 0
        self.quarantined: Counter[str] = Counter()
        self._reader = reader
        self._intake = intake
        # The libraries that take documents apart do not promise to bear several threads.
        self._parsing = threading.Lock()
        self._counting = threading.Lock()

    def take(self, found: Found) -> State:
        """Read one file or page into the record, in one transaction. Raises ReportError."""
        return self.put(self._intake.material(found), found.address or str(found.path))

    def put(self, given: Material, shown: str) -> State:
        """Read what a report is made of into the record; `shown` is what errors call it.

        Raises ReportError.
        """
        key = report_id(given.raw)
        version = (self._reader.name, self._reader.version)
        with self.database.reading() as connection:
            known = holds_reading(connection, key, *version)
            stored = load_reports(connection, [key])
        if known:
            with self.database.writing() as connection:
                make_current(connection, key, *version)
            return "already read"
        report = stored[0] if stored else self.report(given)
        reading = self._read(report, shown)
        with self.database.writing() as connection:
            # Another run may have come first while this one was reading.
            if not holds_reading(connection, key, *version):
                save_report(connection, report, given.raw)
                save_reading(connection, reading)
        self._count(reading)
        return "read"

    def report(self, given: Material) -> Report:
        """Return the report that is made of it. Raises ReportError."""
        with self._parsing:
            return report_from_bytes(given.raw, given.name, given.details)

    def _read(self, report: Report, shown: str) -> Reading:
        try:
            (reading,) = self._reader.read([report])
        except AnswerError as error:
            raise type(error)(f"{shown}: {error}") from error
        except DragomanError:
            raise
        except Exception as error:
            # A reader may come from outside; what breaks it on one report must not cost the rest.
            raise ReaderFailed(
                f"{shown} broke the reader {self._reader.name} "
                f"({type(error).__name__}: {error}): please report this"
            ) from error
        return passed(reading, report)

    def _count(self, reading: Reading) -> None:
        with self._counting:
            self.rows += sum(len(getattr(reading, layer)) for layer in LAYERS)
            # What follows the colon tells the case, not the reason.
            self.quarantined.update(one.reason.partition(":")[0] for one in reading.quarantined)
