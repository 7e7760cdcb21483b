"""What a reader and an exporter must offer to be found and used.

A reader is one module or package under `dragoman.readers` (or an entry point of the group
`dragoman.readers`) with a function `reader()` that returns a `Reader`; an exporter one module
under `dragoman.exporters` (or entry point of `dragoman.exporters`) with a function `exporter()`
that returns an `Exporter`.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Protocol

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

    `folder` is true where the format is several files: then `write` gets the path of a folder,
    else a text stream.
    """

    name: str
    folder: bool

    def write(self, record: Record, reports: Sequence[Report], target: IO[str] | Path) -> None:
        """Write the record and what is known of its reports to `target`."""
        ...
