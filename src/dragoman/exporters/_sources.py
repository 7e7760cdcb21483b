"""What is said of a report where it is a source to be quoted: BibTeX, RIS."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.exporters._known import web_address
from dragoman.record.days import days
from dragoman.record.nouns import Report
from dragoman.record.plain import plain


class Source(NamedTuple):
    """A report as a source; each text stands on one line and shows nothing but itself.

    `date` has as many parts as are known, of year, month and day.
    """

    id: str
    title: str
    outlet: str | None
    date: tuple[str, ...]
    language: str | None
    url: str | None
    file: str


def sources(reports: Sequence[Report]) -> Iterator[Source]:
    """Yield the reports in their order."""
    for report in reports:
        known = report.published if days(report.published) else None
        yield Source(
            id=report.id,
            title=plain(report.title or report.file),
            outlet=plain(report.outlet) if report.outlet else None,
            date=tuple((known or "").split("/")[0].split("-")) if known else (),
            language=plain(report.language) if report.language else None,
            url=web_address(report.url),
            file=plain(report.file),
        )
