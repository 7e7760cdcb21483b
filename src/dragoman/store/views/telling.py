"""Items told in a line each, with the outlets that tell them and where."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from dragoman.record.nouns import Disagreement, Mention
from dragoman.store.tables import report
from dragoman.store.views.citations import first_by_report
from dragoman.store.views.listing import evidence_of, subjects
from dragoman.store.views.told import told_of

_MOST = 3


class Source(NamedTuple):
    """Where something is told: a span of a report, and who published that."""

    report: str
    start: int
    end: int
    outlet: str
    published: str | None


class Told(NamedTuple):
    """An item in words, with up to three of its sources; `left` more tell it too."""

    noun: str
    id: str
    words: str
    sources: tuple[Source, ...]
    left: int


def told(connection: Connection, items: Sequence[Any]) -> list[Told]:
    """Return events, commitments, statements, figures or disagreements, told in their order."""
    words = told_of(connection, [item.id for item in items])
    found = sources(connection, items)
    return [
        Told(type(item).__name__.lower(), item.id, words.get(item.id, item.id), *found[item.id])
        for item in items
    ]


def sources(
    connection: Connection, items: Sequence[Any]
) -> dict[str, tuple[tuple[Source, ...], int]]:
    """Return up to three sources of each item, one a report, and how many more there are."""
    first = {item.id: _first(item) for item in items}
    outlets = _outlets(connection, {m.report for ms in first.values() for m in ms})
    return {
        key: (
            tuple(Source(m.report, m.start, m.end, *outlets[m.report]) for m in mentions[:_MOST]),
            max(len(mentions) - _MOST, 0),
        )
        for key, mentions in first.items()
    }


class ToldSide(NamedTuple):
    """One side of a disagreement, with where it is told."""

    value: str
    quote: str
    sources: tuple[Source, ...]


class Disputed(NamedTuple):
    """A disagreement: what it is about in words, and its sides."""

    id: str
    kind: str
    about: str | None
    sides: tuple[ToldSide, ...]


def disputed(connection: Connection, found: Sequence[Disagreement]) -> list[Disputed]:
    """Return disagreements with their sides, in their order."""
    about = subjects(connection, [one.about for one in found if one.about])
    first = {
        (one.id, place): first_by_report(side.mentions)[:_MOST]
        for one in found
        for place, side in enumerate(one.sides)
    }
    outlets = _outlets(connection, {m.report for ms in first.values() for m in ms})

    def side(one: Disagreement, place: int) -> ToldSide:
        mentions = first[one.id, place]
        sources = (Source(m.report, m.start, m.end, *outlets[m.report]) for m in mentions)
        quoted = " ".join(mentions[0].quote.split()) if mentions else ""
        return ToldSide(one.sides[place].value, quoted, tuple(sources))

    return [
        Disputed(
            id=one.id,
            kind=one.kind,
            about=about.get(one.about or ""),
            sides=tuple(side(one, place) for place in range(len(one.sides))),
        )
        for one in found
    ]


def _first(item: Any) -> Sequence[Mention]:
    if isinstance(item, Disagreement):
        return [side.mentions[0] for side in item.sides if side.mentions]
    return first_by_report(evidence_of(item))


def _outlets(connection: Connection, keys: Iterable[str]) -> dict[str, tuple[str, str | None]]:
    query = select(report.c.id, report.c.outlet, report.c.file, report.c.published)
    rows = connection.execute(query.where(report.c.id.in_(set(keys))))
    return {row.id: (row.outlet or row.file, row.published) for row in rows}
