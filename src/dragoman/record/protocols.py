"""What a reader and an exporter must offer to be found and used.

A reader is one module or package under `dragoman.readers` (or an entry point of the group
`dragoman.readers`) with a function `reader()` that returns a `Reader`; an exporter one module
under `dragoman.exporters` (or entry point of `dragoman.exporters`) with a function `exporter()`
that returns an `Exporter`.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, Protocol

from dragoman.record.nouns import Reading, Record, Report


class Reader(Protocol):
    """Turns reports into readings."""

    name: str
    version: str

    def read(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Yield one reading for each report, in the order given."""
        ...


class Exporter(Protocol):
    """Writes a record out in one format.

    `form` tells what `write` is given: for "text" a text stream, for "bytes" one of bytes that can
    be sought in, for "folder" the path of an empty folder that is there.
    """

    name: str
    form: Literal["text", "bytes", "folder"]

    def write(self, record: Record, reports: Sequence[Report], target: Any) -> None:
        """Write the record and what is known of its reports to `target`."""
        ...
