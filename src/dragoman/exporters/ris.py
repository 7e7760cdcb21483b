"""The reports in RIS, which reference managers read: Zotero, EndNote, Mendeley, Citavi.

Tags by the RIS specification of Research Information Systems (2011); a report is NEWS.
"""

from collections.abc import Iterator, Sequence
from typing import IO, Literal

from dragoman.exporters._sources import Source, sources
from dragoman.record.nouns import Record, Report


def exporter() -> "RisExporter":
    """Return the exporter."""
    return RisExporter()


class RisExporter:
    """Writes one entry a report, by date."""

    name = "ris"
    form: Literal["text"] = "text"

    def write(self, record: Record, reports: Sequence[Report], target: IO[str]) -> None:  # noqa: ARG002
        """Write to `target`, entry by entry."""
        for source in sources(reports):
            for tag, value in _tags(source):
                target.write(f"{tag}  - {value}\r\n")
            target.write("\r\n")


def _tags(source: Source) -> Iterator[tuple[str, str]]:
    date = list(source.date) + [""] * (3 - len(source.date))
    found = {
        "TY": "NEWS",
        "ID": source.id,
        "TI": source.title,
        "T2": source.outlet,
        "PY": date[0],
        "DA": "/".join([*date, ""]) if source.date else None,
        "LA": source.language,
        "UR": source.url,
        "N1": f"Dragoman {source.id}, {source.file}",
    }
    yield from ((tag, value) for tag, value in found.items() if value)
    yield "ER", ""
