"""A folder of CSV tables, one for each noun, and one with the evidence of all.

Several ids or names in one cell are parted by " | ". Cells are safe to open in a spreadsheet:
see `dragoman.exporters._cells`.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO

from dragoman.exporters._cells import Cell, write_table
from dragoman.record.nouns import Mention, Record, Report

Table = tuple[tuple[str, ...], list[tuple[Cell, ...]]]


def exporter() -> "CsvExporter":
    """Return the exporter."""
    return CsvExporter()


class CsvExporter:
    """Writes `reports.csv`, `entities.csv` and so on, and `evidence.csv`, in UTF-8."""

    name = "csv"
    folder = True

    def write(self, record: Record, reports: Sequence[Report], target: IO[str] | Path) -> None:
        """Write into the folder `target`, which is made where it is not there."""
        assert isinstance(target, Path)
        target.mkdir(parents=True, exist_ok=True)
        for name, (head, rows) in tables(record, reports).items():
            with (target / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
                write_table(stream, head, rows)


def tables(record: Record, reports: Sequence[Report]) -> dict[str, Table]:
    """Return every table by name: its heading and its rows."""
    origin = {report: origin.id for origin in record.origins for report in origin.reports}
    return {
        "reports": (
            ("id", "file", "title", "outlet", "published", "language", "url", "origin"),
            [
                (r.id, r.file, r.title, r.outlet, r.published, r.language, r.url, origin.get(r.id))
                for r in reports
            ],
        ),
        "entities": (
            ("id", "type", "name", "country", "presumed", "names", "within"),
            [
                (e.id, e.type, e.name, e.country, e.presumed, _many(e.names), e.within)
                for e in record.entities
            ],
        ),
        "roles": (
            ("person", "title", "country", "organization", "first_seen", "last_seen"),
            [
                (r.person, r.title, r.country, r.organization, r.first_seen, r.last_seen)
                for r in record.roles
            ],
        ),
        "events": _events(record),
        "commitments": _commitments(record),
        "statements": (
            ("id", "speaker", "speakers", "via", "source", "hedge", "content"),
            [
                (s.id, s.speaker, _many(s.speakers), s.via, s.source, s.hedge, _quotes(s.mentions))
                for s in record.statements
            ],
        ),
        "figures": (
            ("id", "value", "unit", "measure", "kind"),
            [(f.id, f.value, f.unit, f.measure, f.kind) for f in record.figures],
        ),
        "disagreements": (
            ("id", "kind", "about", "value", "reports"),
            [
                (d.id, d.kind, d.about, side.value, _many(side.reports))
                for d in record.disagreements
                for side in d.sides
            ],
        ),
        "evidence": (("item", "report", "start", "end", "quote", "form"), list(_evidence(record))),
    }


def _events(record: Record) -> Table:
    head = ("id", "date", "type", "mode", "actors", "recipients", "place", "hedge", "told")
    return head, [
        (
            event.id,
            event.date,
            event.type,
            event.mode,
            _many(event.actors),
            _many(event.recipients),
            event.place,
            event.hedge,
            _quotes(event.mentions),
        )
        for event in record.events
    ]


def _commitments(record: Record) -> Table:
    head = ("id", "date", "kind", "by", "to", "subject", "amount", "unit", "due", "status", "later")
    return head, [
        (
            commitment.id,
            commitment.date,
            commitment.kind,
            _many(commitment.by),
            _many(commitment.to),
            commitment.subject,
            commitment.target.amount,
            commitment.target.unit,
            commitment.target.due,
            commitment.status,
            _many(follow.later for follow in commitment.follow_ups),
        )
        for commitment in record.commitments
    ]


def _evidence(record: Record) -> Iterator[tuple[Cell, ...]]:
    items: list[tuple[str, Sequence[Mention]]] = [
        (item.id, item.mentions)
        for items in (
            record.entities,
            record.events,
            record.commitments,
            record.statements,
            record.figures,
        )
        for item in items
    ]
    items += [(role.person, role.mentions) for role in record.roles]
    items += [(d.id, side.mentions) for d in record.disagreements for side in d.sides]
    for item, mentions in items:
        for m in mentions:
            yield item, m.report, m.start, m.end, m.quote, m.form


def _many(values: Iterable[str]) -> str:
    return " | ".join(values)


def _quotes(mentions: Iterable[Mention]) -> str:
    return _many(" ".join(mention.quote.split()) for mention in mentions)
