"""What a reader and an exporter must offer to be found and used.

A reader is one module or package under `dragoman.readers` (or an entry point of the group
`dragoman.readers`) with a function `reader()` that returns a `Reader`; an exporter one module
under `dragoman.exporters` (or entry point of `dragoman.exporters`) with a function `exporter()`.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any, Protocol

from dragoman.record.nouns import Reading, Record, Report


class Reader(Protocol):
    """Turns reports into readings, in the order given."""

    name: str
    version: str

    def read(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Yield one reading for each report."""
        ...


class Exporter(Protocol):
    """Writes a record out in one format."""

    name: str

    def write(
        self,
        record: Record,
        reports: Iterable[Report],
        out: IO[str],
        options: Mapping[str, Any],
    ) -> None:
        """Write the record and what is known of its reports to `out`."""
        ...
