"""The graph of a record in GraphML: for yEd, Cytoscape, igraph and networkx."""

from collections.abc import Sequence
from typing import IO, Literal

from dragoman.exporters._graph import graph
from dragoman.record.extras import needing
from dragoman.record.nouns import Record, Report


def exporter() -> "GraphmlExporter":
    """Return the exporter."""
    return GraphmlExporter()


class GraphmlExporter:
    """Writes one XML document; needs the extra `exports`."""

    name = "graphml"
    form: Literal["bytes"] = "bytes"

    def write(self, record: Record, reports: Sequence[Report], target: IO[bytes]) -> None:
        """Write to `target`."""
        with needing("exports"):
            from networkx import write_graphml_lxml

        write_graphml_lxml(graph(record, reports), target, edge_id_from_attribute="id")
