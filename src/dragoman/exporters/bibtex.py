"""The reports as entries of a BibTeX database, for LaTeX, BibLaTeX and Zotero.

Every entry is a `misc`, the type that every style knows; keys are the ids of reports, so that a
quotation in a paper leads to `dragoman show ID`. Text is UTF-8 with TeX's own signs escaped.
"""

from collections.abc import Sequence
from typing import IO, Literal

from dragoman.exporters._sources import Source, sources
from dragoman.record.nouns import Record, Report

_SIGNS = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    '"': r"{\textquotedbl}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}


def exporter() -> "BibtexExporter":
    """Return the exporter."""
    return BibtexExporter()


class BibtexExporter:
    """Writes one entry a report, by date."""

    name = "bibtex"
    form: Literal["text"] = "text"

    def write(self, record: Record, reports: Sequence[Report], target: IO[str]) -> None:  # noqa: ARG002
        """Write to `target`, entry by entry."""
        for source in sources(reports):
            lines = [f"  {name} = {{{value}}}" for name, value in _fields(source)]
            target.write(f"@misc{{{source.id},\n" + ",\n".join(lines) + "\n}\n\n")


def _fields(source: Source) -> list[tuple[str, str]]:
    date = dict(zip(("year", "month", "day"), source.date, strict=False))
    found = {
        # Doubled braces keep the title's capitals, which styles would lower.
        "title": f"{{{escaped(source.title)}}}",
        "howpublished": escaped(source.outlet) if source.outlet else None,
        "date": "-".join(source.date),
        "year": date.get("year"),
        "month": date.get("month", "").lstrip("0"),
        # Addresses stand as they are: `url` is read word for word, and has no braces or spaces.
        "url": source.url,
        "language": escaped(source.language) if source.language else None,
        "note": escaped(f"Dragoman {source.id}, {source.file}"),
    }
    return [(name, value) for name, value in found.items() if value]


def escaped(text: str) -> str:
    """Return `text` as TeX prints it."""
    return "".join(_SIGNS.get(sign, sign) for sign in text)
