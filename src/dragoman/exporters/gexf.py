"""The graph of a record in GEXF 1.2, with the days of its edges: for Gephi and its timeline."""

from collections.abc import Sequence
from typing import IO, Literal

from dragoman.exporters._graph import graph
from dragoman.record.extras import needing
from dragoman.record.nouns import Record, Report


def exporter() -> "GexfExporter":
    """Return the exporter."""
    return GexfExporter()


class GexfExporter:
    """Writes one XML document; needs the extra `exports`."""

    name = "gexf"
    form: Literal["bytes"] = "bytes"

    def write(self, record: Record, reports: Sequence[Report], target: IO[bytes]) -> None:
        """Write to `target`."""
        with needing("exports"):
            from networkx.readwrite.gexf import GEXFWriter

        writer = GEXFWriter(version="1.2draft")
        writer.add_graph(graph(record, reports))
        # networkx writes today's date and its own version: the same record is written the same.
        meta = writer.xml.find("meta")
        meta.attrib.pop("lastmodifieddate", None)
        meta.find("creator").text = "Dragoman"
        writer.write(target)
