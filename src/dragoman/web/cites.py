"""Citations as links: whose report it is and when it came out, to the words in it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from dragoman.record.nouns import Mention
from dragoman.store.tables import report
from dragoman.store.views.words import telling

_SHOWN = 3


class Cite(NamedTuple):
    """A link to a quote in its report."""

    address: str
    outlet: str
    date: str
    quote: str

    @property
    def label(self) -> str:
        """Return whose report it is, and when it came out."""
        return ", ".join(part for part in (self.outlet, self.date) if part)


class Cites(NamedTuple):
    """The first links of several, and how many more there are."""

    shown: tuple[Cite, ...]
    more: int


class Citing:
    """Cites mentions, having asked once for what their reports are."""

    def __init__(self, connection: Connection, mentions: Iterable[Mention]) -> None:
        keys = {mention.report for mention in mentions}
        columns = (report.c.id, report.c.outlet, report.c.published, report.c.file)
        rows = connection.execute(select(*columns).where(report.c.id.in_(keys)))
        self._told = {row.id: (row.outlet or row.file, row.published or "") for row in rows}

    def cite(self, mention: Mention) -> Cite:
        """Return the link to one mention."""
        outlet, date = self._told.get(mention.report, (mention.report, ""))
        return Cite(span_address(mention), outlet, date, " ".join(mention.quote.split()))

    def each(self, mentions: Sequence[Mention]) -> Cites:
        """Return a link for each report that tells something, that of the fullest quote first."""
        first = [telling(mentions)] if mentions else []
        by_report: dict[str, Mention] = {}
        for mention in (*first, *mentions):
            by_report.setdefault(mention.report, mention)
        found = list(by_report.values())
        shown = tuple(self.cite(mention) for mention in found[:_SHOWN])
        return Cites(shown, len(found) - len(shown))


def span_address(mention: Mention) -> str:
    """Return the address of a span: its part of the report is loaded, the words in view."""
    span = f"{mention.start}-{mention.end}"
    return f"/report/{mention.report}?at={span}#{span}"
