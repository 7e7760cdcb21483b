"""Reports as a list shows them, without their text; counted by outlet, year and language."""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from dragoman.record.errors import QueryInvalid
from dragoman.store.search.conditions import condition
from dragoman.store.search.query import parse
from dragoman.store.tables import block, report
from dragoman.store.views.facets import Counts, Facets

_FIELDS = ("id", "file", "title", "outlet", "published", "language", "url")


class ReportsWanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which reports are wanted; what is empty lets all through. `words` are a search."""

    outlets: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    words: str | None = None


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What a report says of itself."""

    id: str
    file: str
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    url: str | None


def report_heads(
    connection: Connection, wanted: ReportsWanted, after: str | None, limit: int
) -> tuple[list[Head], str | None]:
    """Return the newest reports after the one with the id `after`, and where the next page begins.

    Raises QueryInvalid and ItemNotFound.
    """
    query = select(*(report.c[field] for field in _FIELDS)).where(*_met(connection, wanted))
    if after is not None:
        query = query.where(_behind(connection, after))
    rows = _newest(connection, query, limit + 1)
    found = [Head(**row._mapping) for row in rows[:limit]]
    return found, found[-1].id if len(rows) > limit else None


def report_counts(connection: Connection, wanted: ReportsWanted) -> Facets:
    """Return how many reports there are, and how many of each outlet, year and language."""
    met = list(_met(connection, wanted))
    fields = {
        "outlet": report.c.outlet,
        "year": func.substr(report.c.published, 1, 4),
        "language": report.c.language,
    }
    by: dict[str, Counts] = {}
    for name, field in fields.items():
        query = select(field, func.count(report.c.id)).where(*met, field.is_not(None))
        counted = connection.execute(query.group_by(field)).all()
        by[name] = tuple(sorted(((v, n) for v, n in counted), key=lambda one: (-one[1], one[0])))
    total = connection.execute(select(func.count(report.c.id)).where(*met)).scalar_one()
    return Facets(total, by)


def _behind(connection: Connection, after: str) -> ColumnElement[bool]:
    """Return the condition that a report comes after another: by day, those without one last."""
    day = connection.execute(select(report.c.published).where(report.c.id == after)).first()
    if day is None:
        raise QueryInvalid(f"the page that began at {after} is no more: go back to the first")
    undated = report.c.published.is_(None)
    if day[0] is None:
        return and_(undated, report.c.id < after)
    same = and_(report.c.published == day[0], report.c.id < after)
    return or_(report.c.published < day[0], same, undated)


def _newest(connection: Connection, query: Select[Any], limit: int) -> list[Any]:
    ordered = query.order_by(report.c.published.desc(), report.c.id.desc()).limit(limit)
    return list(connection.execute(ordered))


def _met(connection: Connection, wanted: ReportsWanted) -> Iterator[ColumnElement[bool]]:
    if wanted.outlets:
        yield report.c.outlet.in_(wanted.outlets)
    if wanted.years:
        yield func.substr(report.c.published, 1, 4).in_(wanted.years)
    if wanted.languages:
        yield report.c.language.in_(wanted.languages)
    if wanted.words:
        answers = [block.c.kind != "furniture", condition(connection, parse(wanted.words))]
        yield report.c.id.in_(select(block.c.report).where(*answers))
