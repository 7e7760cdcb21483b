"""Reports with an answer key, read, and which row of the key each row of a reading is."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from dragoman.documents.fingerprint import shingles
from dragoman.documents.reports import read_report
from dragoman.linking.facts import ReportFacts
from dragoman.readers.english import reader
from dragoman.record.nouns import Reading, Report
from dragoman.runs.evaluation.form import CommitmentRow, EventRow, export_document, key_document
from dragoman.runs.evaluation.matching import Spanned
from dragoman.runs.evaluation.placing import FoldedText, Placed


@dataclass(frozen=True)
class Read:
    """One story: its key, its reports as linking takes them, and their readings."""

    key: Mapping[str, Any]
    texts: Mapping[str, str]
    reports: list[Report]
    readings: list[Reading]

    def facts(self) -> list[ReportFacts]:
        """Return what linking needs to know of the reports."""
        return [
            ReportFacts(
                id=r.id,
                published=r.published,
                outlet=r.outlet,
                title=r.title,
                shingles=frozenset(shingles(r)),
                text=r.text,
            )
            for r in self.reports
        ]

    def pairs(self, layer: str, rows: list[dict[str, Any]]) -> list[tuple[str, str]]:
        """Return the ids of key rows and given rows ("events" or "commitments") whose mentions fit.

        `rows` are in the published form; only those mentions that fit one of the key's count.
        """
        reports = [{"id": r.id, "file": r.file} for r in self.reports]
        folded = {name: FoldedText(raw) for name, raw in self.texts.items()}
        key = Placed(key_document(self.key, self.texts), folded)
        given = Placed(export_document({"reports": reports, layer: rows}), folded)
        if layer == "events":
            found: Spanned[Any] = Spanned(key, given, lambda d: d.events, same=_one_type)
        else:
            found = Spanned[CommitmentRow](key, given, lambda d: d.commitments)
        return [(k.id, e.id) for k, e in found.pairs]


def read_story(key: Mapping[str, Any], folder: Path) -> Read:
    """Read the reports that a key speaks of; they lie in `folder`."""
    names = {Path(row["file"]).name for row in key["reports"]}
    files = [p for p in sorted(folder.iterdir()) if p.name in names]
    reports = [read_report(path).report for path in files]
    texts = {p.name: p.read_text("utf-8", errors="replace") for p in files}
    return Read(key, texts, reports, list(reader().read(reports)))


def published_row(item: msgspec.Struct, own: str) -> dict[str, Any]:
    """Return an event or commitment in the published form, under another id."""
    row: dict[str, Any] = msgspec.to_builtins(item)
    return row | {"id": own}


def _one_type(key: EventRow, given: EventRow) -> bool:
    return given.type in (key.type, key.type_alt)
