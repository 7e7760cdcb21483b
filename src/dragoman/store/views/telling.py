"""Items told in a line each, with the outlets that tell them and where."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from dragoman.record.nouns import Disagreement, Mention
from dragoman.store.tables import report
from dragoman.store.views.citations import first_by_report
from dragoman.store.views.listing import evidence_of
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
    first = {item.id: _first(item) for item in items}
    outlets = _outlets(connection, {m.report for ms in first.values() for m in ms})
    found = []
    for item in items:
        mentions = first[item.id]
        sources = tuple(
            Source(m.report, m.start, m.end, *outlets[m.report]) for m in mentions[:_MOST]
        )
        noun = type(item).__name__.lower()
        left = max(len(mentions) - _MOST, 0)
        found.append(Told(noun, item.id, words.get(item.id, item.id), sources, left))
    return found


def _first(item: Any) -> Sequence[Mention]:
    if isinstance(item, Disagreement):
        return [side.mentions[0] for side in item.sides if side.mentions]
    return first_by_report(evidence_of(item))


def _outlets(connection: Connection, keys: Iterable[str]) -> dict[str, tuple[str, str | None]]:
    query = select(report.c.id, report.c.outlet, report.c.file, report.c.published)
    rows = connection.execute(query.where(report.c.id.in_(set(keys))))
    return {row.id: (row.outlet or row.file, row.published) for row in rows}
