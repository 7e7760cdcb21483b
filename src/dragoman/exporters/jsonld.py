"""The record as linked data in JSON-LD 1.1: see `dragoman.exporters._nodes` for its words."""

from collections.abc import Sequence
from typing import IO, Literal

import msgspec

from dragoman.exporters._context import CONTEXT
from dragoman.exporters._nodes import nodes
from dragoman.record.nouns import Record, Report


def exporter() -> "JsonldExporter":
    """Return the exporter."""
    return JsonldExporter()


class JsonldExporter:
    """Writes one graph whose context stands in it: nothing has to be fetched to read it."""

    name = "jsonld"
    form: Literal["text"] = "text"

    def write(self, record: Record, reports: Sequence[Report], target: IO[str]) -> None:
        """Write to `target`, a node on each line."""
        target.write(f'{{"@context": {msgspec.json.encode(CONTEXT).decode()},\n"@graph": [')
        parted = "\n"
        for node in nodes(record, reports):
            target.write(parted + msgspec.json.encode(node).decode())
            parted = ",\n"
        target.write("\n]}\n")
