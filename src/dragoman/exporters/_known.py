"""What an exporter looks up again and again: names, reports, and how evidence is cited."""

from collections.abc import Iterable, Sequence
from typing import Any

from dragoman.exporters._walk import distinct, mentions_of
from dragoman.record.nouns import Entity, Mention, Record, Report
from dragoman.record.plain import plain

_SCHEMES = ("http://", "https://")


class Known:
    """The entities and reports of a record by id."""

    def __init__(self, record: Record, reports: Sequence[Report]) -> None:
        self.entities = {entity.id: entity for entity in record.entities}
        self.reports = {report.id: report for report in reports}
        self._names = {entity.id: plain(entity.name) for entity in record.entities}

    def name(self, key: str | None) -> str | None:
        """Return the name of an entity, on one line; None for no entity of the record."""
        return self._names.get(key or "")

    def names(self, keys: Iterable[str | None]) -> list[str]:
        """Return the names of those entities that the record has."""
        return [name for key in keys if (name := self.name(key))]

    def held(self, keys: Iterable[str | None]) -> list[Entity]:
        """Return those entities that the record has, each once."""
        kept = dict.fromkeys(key for key in keys if key in self.entities)
        return [self.entities[key] for key in kept if key]

    def source(self, report: str) -> str:
        """Return the outlet and day of a report, or the name of its file."""
        found = self.reports.get(report)
        if found is None:
            return report
        told = [part for part in (found.outlet or found.file, found.published) if part]
        return plain(", ".join(told))

    def footnotes(self, item: Any) -> list[str]:
        """Return a line for each place an item rests on: outlet, day, citation and quote."""
        return [
            f"{self.source(m.report)} [{place(m)}]: “{plain(m.quote)}”"
            for m in distinct(list(mentions_of(item)))
        ]

    def seen(self, mentions: Iterable[Mention]) -> tuple[str | None, str | None]:
        """Return the first and the last date of the reports that some mentions stand in."""
        found = (self.reports.get(mention.report) for mention in mentions)
        dates = [report.published for report in found if report and report.published]
        return min(dates, default=None), max(dates, default=None)


def place(mention: Mention) -> str:
    """Return the words that cite a mention, which `dragoman show` opens."""
    return f"{mention.report}:{mention.start}-{mention.end}"


def web_address(url: str | None) -> str | None:
    """Return an address that leads to the web and nowhere else, or None."""
    if url is None or not url.lower().startswith(_SCHEMES):
        return None
    return url if plain(url) == url and not set(url) & set(' "<>\\^`{|}') else None
