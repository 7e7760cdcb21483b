"""A record opened to be looked at."""

from pathlib import Path

from dragoman.runs.linking import link_if_needed
from dragoman.runs.outcome import Unwatched, Watcher
from dragoman.store.database import Database, open_existing, writable


def open_record(path: Path, watcher: Watcher | None = None) -> Database:
    """Open the record at `path`; link it first where a run was broken off before it could.

    A record that cannot be written is shown as it is. Raises RecordError.
    """
    database = open_existing(path)
    if writable(path):
        link_if_needed(database, watcher or Unwatched())
    return database
