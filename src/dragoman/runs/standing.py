"""A record opened as it stood on a day."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from sqlalchemy import Connection

import dragoman
from dragoman.runs.linking import linked_now, put
from dragoman.runs.opening import open_record
from dragoman.runs.outcome import Watcher
from dragoman.store.database import Database, writable
from dragoman.store.readings import readings_digest
from dragoman.store.standing import (
    keep_standing,
    lay_over,
    load_standing,
    published_by,
    standing_digest,
)
from dragoman.store.views.filters import day


@contextmanager
def opened(
    path: Path, as_of: str | None = None, watcher: Watcher | None = None
) -> Iterator[Connection]:
    """Yield a connection that sees the record, or what its reports up to a day tell.

    Those reports are linked by themselves, as if no other had been read, and what came of it is
    kept in the record for the next time. Raises RecordError, and QueryInvalid for no date.
    """
    last = day(as_of, "--as-of")[1] if as_of else None
    database = open_record(path, watcher)
    with database.reading() as connection:
        if last is not None:
            _go_back(database, connection, last)
        yield connection


def _go_back(database: Database, connection: Connection, last: str) -> None:
    from dragoman.linking.facts import Linked

    reports = published_by(connection, last)
    lay_over(connection, reports)
    digest = standing_digest(readings_digest(connection, dragoman.__version__), reports)
    kept = load_standing(connection, digest)
    if kept is not None:
        put(connection, msgspec.msgpack.decode(kept, type=Linked), digest)
        return
    linked = linked_now(connection)
    put(connection, linked, digest)
    if writable(database.path):
        with database.writing() as writing:
            keep_standing(writing, digest, msgspec.msgpack.encode(linked))
