"""What a page rests on: the reports, and which of them tell one original again."""

import re
from collections.abc import Collection

from sqlalchemy import Connection

from dragoman.record.nouns import Report
from dragoman.store.linked.loading import load_origins
from dragoman.store.reports import load_reports
from dragoman.store.views.citations import Citer
from dragoman.store.views.corroboration import corroboration, ground_words
from dragoman.store.views.pages import Line, Section
from dragoman.store.views.words import date_words

_ID = re.compile(r"\br[0-9a-f]{12}\b")


def coverage(connection: Connection, citations: Collection[str]) -> str:
    """Return how many reports and origins the citations rest on, and from when."""
    reports = _cited(connection, citations)
    keys = {report.id for report in reports}
    told = corroboration(load_origins(connection), keys)
    dates = sorted(report.published for report in reports if report.published)
    span = f", {date_words(dates[0])} to {date_words(dates[-1])}" if dates else ""
    return f"{told.words()}{span}"


def copies_section(connection: Connection, citations: Collection[str]) -> Section:
    """Return the origins that several of the cited reports tell."""
    citer = Citer(connection)
    reports = {report.id: report for report in _cited(connection, citations)}
    lines = []
    for origin in load_origins(connection):
        told = [reports[key] for key in origin.reports if key in reports]
        if len(told) > 1:
            names = "; ".join(_name(report) for report in told)
            reason = _ID.sub(lambda match: citer.short(match[0]), origin.reason)
            lines.append(
                Line(
                    text=f"{len(told)} reports tell one original: {names} ({reason})",
                    citations=tuple(f"[{citer.short(report.id)}]" for report in told),
                )
            )
    return Section(heading="Where reports copy one another", lines=tuple(lines))


def sources_section(connection: Connection, citations: Collection[str]) -> Section:
    """Return the cited reports by date."""
    citer = Citer(connection)
    rests = {
        one.ground.mention.report: f"; rests on: {ground_words(one.ground)}"
        for one in load_origins(connection)
        if one.ground
    }
    lines = tuple(
        Line(
            text=f"{_name(report)}: {report.title or 'no title'} ({report.file})"
            + rests.get(report.id, ""),
            citations=(f"[{citer.short(report.id)}]",),
            item=report.id,
        )
        for report in _cited(connection, citations)
    )
    return Section(heading="Reports", lines=lines)


def _cited(connection: Connection, citations: Collection[str]) -> list[Report]:
    citer = Citer(connection)
    starts = {citation.strip("[]").partition(":")[0] for citation in citations}
    return [report for report in load_reports(connection) if citer.short(report.id) in starts]


def _name(report: Report) -> str:
    known = (report.outlet, date_words(report.published) if report.published else None)
    return ", ".join(part for part in known if part) or report.file
