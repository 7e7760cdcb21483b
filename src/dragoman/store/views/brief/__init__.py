"""The brief of a relationship: one page, every line of it with what it rests on."""

from sqlalchemy import Connection

from dragoman.store.countries import country_name
from dragoman.store.views.brief.doings import commitments_section, events_section
from dragoman.store.views.brief.numbers import (
    disagreements_section,
    explained_section,
    figures_section,
    series_section,
)
from dragoman.store.views.brief.people import machinery_section, people_section
from dragoman.store.views.brief.sources import copies_section, coverage, sources_section
from dragoman.store.views.filters import Filters, pair
from dragoman.store.views.pages import Line, Page, Section

__all__ = ["brief"]


def brief(connection: Connection, filters: Filters) -> Page:
    """Return the brief of what passes the filters; sections without lines are left out.

    Raises QueryInvalid and ItemNotFound as `dragoman.store.views.filters.matching` does.
    """
    states = pair(connection, filters.between) if filters.between else ()
    written = [
        people_section(connection, filters, states),
        machinery_section(connection, filters),
        events_section(connection, filters),
        commitments_section(connection, filters),
        figures_section(connection, filters),
        series_section(connection, filters),
        disagreements_section(connection, filters),
        explained_section(connection, filters),
    ]
    sections = [kept for section in written if (kept := _evidenced(section)).lines]
    used = {citation for section in sections for citation in _citations(section.lines)}
    copies = copies_section(connection, used)
    sections += [
        section for section in (copies, sources_section(connection, used)) if section.lines
    ]
    names = " and ".join(country_name(code) for code in states)
    return Page(
        title=f"Brief: {names}" if names else "Brief of the record",
        intro=coverage(connection, used),
        sections=tuple(sections),
    )


def _evidenced(section: Section) -> Section:
    lines = tuple(kept for line in section.lines if (kept := _kept(line)) is not None)
    return Section(heading=section.heading, lines=lines, note=section.note)


def _kept(line: Line) -> Line | None:
    """Return the line without what has no evidence; a group stands on the lines under it."""
    under = tuple(kept for below in line.under if (kept := _kept(below)) is not None)
    if not line.citations and not under:
        return None
    return Line(text=line.text, citations=line.citations, item=line.item, under=under)


def _citations(lines: tuple[Line, ...]) -> list[str]:
    return [citation for line in lines for citation in (*line.citations, *_citations(line.under))]
