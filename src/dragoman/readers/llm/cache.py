"""Answers kept from one run to the next, so that the same question is paid for once.

One SQLite file in the user's cache folder (XDG). A key is a digest of all that decides an answer:
endpoint, model, prompt version, settings and the text. Neither the key to the endpoint nor the
text is kept; answers hold quotes of it.
"""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from dragoman.record.errors import CacheUnusable

WAIT_SECONDS = 10


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a model said, why it stopped, and the tokens it took."""

    content: str
    finish: str | None = None
    tokens_in: int = 0
    tokens_out: int = 0


class Cache:
    """The kept answers. Safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()

    def get(self, key: str) -> Answer | None:
        """Return the answer kept under `key`. Raises CacheUnusable."""
        if not self._path.exists():
            return None
        with self._open() as connection:
            row = connection.execute("SELECT answer FROM answers WHERE key = ?", (key,)).fetchone()
        return msgspec.json.decode(row[0], type=Answer) if row else None

    def put(self, key: str, answer: Answer) -> None:
        """Keep an answer. Raises CacheUnusable."""
        with self._open() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO answers VALUES (?, ?)", (key, msgspec.json.encode(answer))
            )

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            with self._lock:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                connection = sqlite3.connect(self._path, timeout=WAIT_SECONDS)
                try:
                    connection.execute(
                        "CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, answer BLOB)"
                    )
                    with connection:
                        yield connection
                finally:
                    connection.close()
        except (OSError, sqlite3.Error, msgspec.DecodeError) as error:
            raise CacheUnusable(
                f"the kept answers {self._path} cannot be used ({error}): delete that file, or set "
                "XDG_CACHE_HOME to a folder that can be written"
            ) from error


def cache_path() -> Path:
    """Return where answers are kept."""
    cache = os.environ.get("XDG_CACHE_HOME")
    return (Path(cache) if cache else Path.home() / ".cache") / "dragoman" / "answers.db"
