"""SQLite's failures told as the record's errors, one clear line each."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DatabaseError, DBAPIError

from dragoman.record.errors import RecordError, RecordInvalid, RecordNotWritten

_LINES: dict[int, tuple[type[RecordError], str]] = {
    sqlite3.SQLITE_FULL: (
        RecordNotWritten,
        "no space left to write {path}: free some and run the same command again",
    ),
    sqlite3.SQLITE_IOERR: (
        RecordNotWritten,
        "the disk refused to read or write {path}: check the disk and its free space, "
        "then run the same command again",
    ),
    sqlite3.SQLITE_READONLY: (
        RecordNotWritten,
        "{path} cannot be written: change its permissions or choose another with --record",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        RecordNotWritten,
        "{path} cannot be opened or made: check that its folder is there and may be written",
    ),
    sqlite3.SQLITE_PERM: (
        RecordNotWritten,
        "{path} cannot be opened: change its permissions or choose another with --record",
    ),
    sqlite3.SQLITE_BUSY: (
        RecordNotWritten,
        "{path} is in use by another command: wait until it has finished and try again",
    ),
    sqlite3.SQLITE_LOCKED: (
        RecordNotWritten,
        "{path} is in use by another command: wait until it has finished and try again",
    ),
    sqlite3.SQLITE_NOTADB: (
        RecordInvalid,
        "{path} is not a Dragoman record: choose another file with --record",
    ),
    sqlite3.SQLITE_CORRUPT: (
        RecordInvalid,
        "{path} is damaged: move it away and read the reports again",
    ),
}


def told(error: DatabaseError | sqlite3.Error, path: Path) -> RecordError | None:
    """Return the record's error for a failure of SQLite, or None where it is a fault of ours."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None)
    if str(cause).startswith(("no such table", "no such column")):
        return RecordInvalid(
            f"{path} lacks tables of a record: move it away and read the reports again"
        )
    if code is None or code & 0xFF not in _LINES:
        return None
    kind, line = _LINES[code & 0xFF]
    return kind(line.format(path=path))


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Raise RecordInvalid or RecordNotWritten for what SQLite raises inside the block."""
    try:
        yield
    except (DatabaseError, sqlite3.Error) as error:
        line = told(error, path)
        if line is None:
            raise
        raise line from error
