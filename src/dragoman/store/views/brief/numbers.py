"""Figures by what they measure, and disagreements with the reports on each side."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from dragoman.record.nouns import Figure, Report, Side
from dragoman.store.countries import country_name
from dragoman.store.reports import load_reports
from dragoman.store.views.citations import Citer, first_by_report
from dragoman.store.views.filters import Filters
from dragoman.store.views.listing import Listed, disagreements, explained, figures, series
from dragoman.store.views.pages import Line, Section
from dragoman.store.views.words import cited, points_told, quote


def figures_section(connection: Connection, filters: Filters) -> Section:
    """Return the figures; what measures the same stands together."""
    by_measure: dict[str, list[Listed[Figure]]] = defaultdict(list)
    for row in figures(connection, filters).rows:
        by_measure[row.item.measure].append(row)
    lines = [
        _figure(rows[0], f"{measure}: ")
        if len(rows) == 1
        else Line(text=measure, under=tuple(_figure(row) for row in rows))
        for measure, rows in by_measure.items()
    ]
    return Section(heading="Figures", lines=tuple(lines))


def _figure(row: Listed[Figure], lead: str = "") -> Line:
    figure = row.item
    text = f"{lead}{quote(figure.mentions)} ({figure.kind})"
    return Line(text=text, citations=cited(row), item=figure.id)


def series_section(connection: Connection, filters: Filters) -> Section:
    """Return the measures that reports give several values of; under each its values by date."""
    lines = [
        Line(
            text=" ".join(filter(None, (row.item.measure, _between(row.item.between)))),
            item=row.item.id,
            under=tuple(
                Line(text=words, citations=citations) for words, citations in points_told(row)
            ),
        )
        for row in series(connection, filters).rows
    ]
    return Section(heading="Figures by date", lines=tuple(lines))


def _between(codes: Sequence[str]) -> str:
    return f"({', '.join(country_name(code) for code in codes)})" if codes else ""


def explained_section(connection: Connection, filters: Filters) -> Section:
    """Return what reports give in two ways that can both be right, and why."""
    citer = Citer(connection)
    lines = [
        Line(
            text=f"{row.item.why.capitalize()}: {row.item.reason}",
            citations=citer.cite_all([side.mentions[0] for side in row.item.sides]),
            item=row.item.id,
        )
        for row in explained(connection, filters).rows
    ]
    return Section(heading="Differences that are explained", lines=tuple(lines))


def disagreements_section(connection: Connection, filters: Filters) -> Section:
    """Return the disagreements; under each its sides with the outlets that give them."""
    found = disagreements(connection, filters)
    reports = {report.id: report for report in load_reports(connection)}
    citer = Citer(connection)
    lines = []
    for row in found.rows:
        about = found.names.get(row.item.about or "")
        named = bool(about)
        under = tuple(
            Line(
                text=f"{_side(side, named)}: {_outlets(reports[key] for key in side.reports)}",
                citations=citer.cite_all(first_by_report(side.mentions)),
            )
            for side in row.item.sides
        )
        text = f"{row.item.kind.capitalize()}{f' of: {about}' if about else ''}"
        lines.append(Line(text=text, item=row.item.id, under=under))
    return Section(heading="Where reports disagree", lines=tuple(lines))


def _side(side: Side, named: bool) -> str:
    """Return what one side says; its own words where nothing else tells what it is about."""
    if named or not side.mentions:
        return side.value
    return f"{side.value} (“{' '.join(side.mentions[0].quote.split())}”)"


def _outlets(reports: Iterable[Report]) -> str:
    return ", ".join(
        f"{report.outlet or report.file}{f' ({report.published})' if report.published else ''}"
        for report in reports
    )
