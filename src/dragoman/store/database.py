"""A record file opened: its form checked and brought up to date, its units of work handed out."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.pool import NullPool, Pool, QueuePool

from dragoman.record.errors import RecordInvalid, RecordMissing, RecordTooNew
from dragoman.store.failures import telling

# SQLite's header carries both: `application_id` says that the file is ours, `user_version` the
# number of its last migration.
APPLICATION = int.from_bytes(b"DRGM", "big")
SCHEMA = 13
WAIT_SECONDS = 10
_MAPPED_BYTES = 4 * 2**30
_CACHED_KIB = 16 * 1024


class Database:
    """One record file. `reading()` and `writing()` open units of work; who opens one owns it."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a connection that sees one state of the record throughout."""
        with telling(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield a connection; all it did is kept at the end, or nothing if an error leaves it."""
        with telling(self.path), self._engine.connect() as connection:
            connection.execution_options(begin="IMMEDIATE")
            with connection.begin():
                yield connection


def for_readers(path: Path, number: int) -> Database:
    """Return the record at `path` for up to `number` threads that read it again and again.

    Connections are kept open with what they have cached; none can write. The record must have been
    opened before, which brings its form up to date.
    """
    engine = _engine(path, QueuePool, pool_size=number, max_overflow=number, pool_timeout=60)
    event.listen(engine, "connect", _set_reading_pragmas)
    return Database(path, engine)


def create(path: Path) -> Database:
    """Open the record at `path` for reading and writing; make it where there is none.

    Raises RecordInvalid, RecordTooNew or RecordNotWritten.
    """
    if path.is_dir():
        raise RecordInvalid(f"{path} is a folder: name a file with --record")
    database = _connected(path)
    with telling(path):
        _prepare(database, fresh=True)
    return database


def open_existing(path: Path) -> Database:
    """Open the record at `path`, bringing an older form up to date.

    Raises RecordMissing where there is none, else as `create`.
    """
    if not path.exists():
        raise RecordMissing(f"no record at {path}: make one with `dragoman read PATH`")
    if path.is_dir():
        raise RecordInvalid(f"{path} is a folder: name a file with --record")
    database = _connected(path)
    with telling(path):
        _prepare(database, fresh=False)
    return database


def writable(path: Path) -> bool:
    """Say whether the record and the files SQLite keeps beside it can be written."""
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _connected(path: Path) -> Database:
    return Database(path, _engine(path, NullPool))


def _engine(path: Path, pool: type[Pool], **options: Any) -> Engine:
    name = f"file:{quote(str(path.absolute()))}"
    # Without a place for the write-ahead log SQLite opens a file only if told it cannot change.
    if path.exists() and not writable(path):
        name += "?mode=ro&immutable=1"

    def connect() -> sqlite3.Connection:
        # A kept connection goes from thread to thread, but is one thread's at a time.
        return sqlite3.connect(
            name, uri=True, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
        )

    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=pool, **options)
    engine.dialect.statement_compiler = _Compiler
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    return engine


class _Compiler(SQLiteCompiler):
    """Writes out the index that a query names (`with_hint`), which SQLAlchemy leaves out."""

    def get_from_hint_text(self, table: Any, text: str | None) -> str | None:  # noqa: ARG002
        """Return what stands behind the name of a table."""
        return text


def _set_pragmas(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def _set_reading_pragmas(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA query_only = ON")
    connection.execute(f"PRAGMA mmap_size = {_MAPPED_BYTES}")
    connection.execute(f"PRAGMA cache_size = -{_CACHED_KIB}")


def _begin(connection: Connection) -> None:
    # Python's sqlite3 would open transactions late and not at all for some statements.
    how = connection.get_execution_options().get("begin", "")
    connection.exec_driver_sql(f"BEGIN {how}")


def _prepare(database: Database, *, fresh: bool) -> None:
    with database.reading() as connection:
        application: int = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        version: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        tables: int = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    empty = tables == 0 and application == 0 and version == 0
    if application != APPLICATION and not (empty and fresh):
        raise RecordInvalid(
            f"{database.path} is not a Dragoman record: choose another file with --record"
        )
    if version > SCHEMA:
        raise RecordTooNew(
            f"{database.path} was written by a newer Dragoman (form {version}, this one knows "
            f"{SCHEMA}): install the newer version"
        )
    if version < SCHEMA:
        _migrate(database)


def _migrate(database: Database) -> None:
    from dragoman.store.migrations.running import upgrade

    with database.reading() as connection:
        connection.rollback()
        raw = connection.connection.dbapi_connection
        assert isinstance(raw, sqlite3.Connection)
        raw.execute("PRAGMA journal_mode = WAL")
    with database.writing() as connection:
        upgrade(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
