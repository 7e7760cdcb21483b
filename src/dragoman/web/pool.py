"""The record as requests see it: connections kept open, one state of the record for each."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection
from starlette.requests import Request

from dragoman.record.errors import RecordMissing
from dragoman.runs.opening import open_record
from dragoman.runs.standing import opened
from dragoman.store.database import Database, for_readers

_KEPT = 8


class Records:
    """Hands out connections to the record at `path`, opened when first asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = Lock()
        self._database: Database | None = None
        self._file: tuple[int, int] | None = None

    def database(self) -> Database:
        """Return the record, opened anew where another file took its place. Raises RecordError."""
        with self._lock:
            file = self._seen_file()
            if self._database is None or file != self._file:
                open_record(self.path)
                self._database = for_readers(self.path, _KEPT)
                self._file = file
            return self._database

    @contextmanager
    def reading(self, as_of: str | None = None) -> Iterator[Connection]:
        """Yield a connection that sees the record, or what its reports up to a day tell.

        Raises RecordError, and QueryInvalid for no date.
        """
        if as_of:
            with opened(self.path, as_of) as connection:
                yield connection
            return
        with self.database().reading() as connection:
            yield connection

    @contextmanager
    def apart(self, as_of: str | None = None) -> Iterator[Connection]:
        """Yield a connection of its own, which whoever takes long may keep. Raises as `reading`."""
        self.database()
        with opened(self.path, as_of) as connection:
            yield connection

    def _seen_file(self) -> tuple[int, int]:
        try:
            found = self.path.stat()
        except FileNotFoundError as error:
            why = f"no record at {self.path}: make one with `dragoman read PATH`"
            raise RecordMissing(why) from error
        return found.st_dev, found.st_ino


@contextmanager
def seen(request: Request) -> Iterator[Connection]:
    """Yield a connection that sees the record as the request asks for it (`?as_of=DATE`)."""
    records: Records = request.app.state.records
    with records.reading(request.query_params.get("as_of") or None) as connection:
        yield connection


@contextmanager
def seen_apart(request: Request) -> Iterator[Connection]:
    """Yield a connection as `seen` does, for an answer that is sent bit by bit."""
    records: Records = request.app.state.records
    with records.apart(request.query_params.get("as_of") or None) as connection:
        yield connection
