"""What stands between two states: how much, the latest, the firmest, what is new since a run."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from dragoman.record.nouns import Commitment, Entity, Event
from dragoman.store.linked import loading
from dragoman.store.run_tables import change, run
from dragoman.store.tables import item
from dragoman.store.views.filters import Filters, matching, passing
from dragoman.store.views.listing import Names, listed
from dragoman.store.views.paging import Turn, Wanted, page
from dragoman.store.views.pairs import NOUNS

MOST_DRAWN = 400
_MOST_NAMED = 60


class Counted(NamedTuple):
    """How many items there are of a noun, a kind and a status."""

    noun: str
    kind: str | None
    status: str | None
    number: int


class News(NamedTuple):
    """What came or changed its status after a run: ids in the order of the record's days."""

    new: tuple[str, ...]
    altered: tuple[tuple[str, str | None, str | None], ...]


def counted(connection: Connection, filters: Filters) -> list[Counted]:
    """Count what passes the filters, by noun, kind and status."""
    columns = (item.c.noun, item.c.kind, item.c.status)
    query = (
        select(*columns, func.count())
        .where(item.c.noun.in_(NOUNS), *passing(connection, filters, NOUNS))
        .group_by(*columns)
        .with_hint(item, "INDEXED BY ix_item_by_day", "sqlite")
    )
    return [Counted(*row) for row in connection.execute(query)]


def newest(connection: Connection, filters: Filters, noun: str, most: int) -> list[Any]:
    """Return the newest items of a noun, the newest first."""
    ids = _ids(connection, (noun,), filters, Turn(limit=most))
    return _in_order(_LOAD[noun](connection, ids), ids)


def drawn(connection: Connection, filters: Filters) -> tuple[list[Event | Commitment], Names]:
    """Return the newest events and commitments for a chart, the newest first, and their names."""
    ids = _ids(connection, ("event", "commitment"), filters, Turn(limit=MOST_DRAWN))
    found: list[Event | Commitment] = [
        *loading.load_events(connection, ids),
        *loading.load_commitments(connection, ids),
    ]
    ordered = _in_order(found, ids)
    return ordered, listed(connection, ordered).names


def named(connection: Connection, filters: Filters, *kinds: str) -> list[Entity]:
    """Return entities of these kinds between the states, the most named first."""
    own = Filters(between=filters.between)
    # Few entities are of such kinds: they are sorted rather than looked for among all by rank.
    query = (
        matching(connection, own, "entity")
        .where(item.c.kind.in_(kinds))
        .order_by(item.c.rank, item.c.id)
        .limit(_MOST_NAMED)
        .with_hint(item, "INDEXED BY ix_item_noun_kind", "sqlite")
    )
    ids = [row.id for row in connection.execute(query)]
    return _in_order(loading.load_entities(connection, ids), ids)


def last_run(connection: Connection) -> int:
    """Return the number of the last run, 0 where there was none."""
    number: int | None = connection.execute(select(func.max(run.c.number))).scalar_one()
    return number or 0


def news(connection: Connection, filters: Filters, after: int) -> News:
    """Return what came to stand between the states, or changed its status, after a run."""
    between = matching(connection, filters, *NOUNS)
    query = (
        select(change.c.item, change.c.what, change.c.before, change.c.after)
        .join(item, item.c.id == change.c.item)
        .where(change.c.run > after, change.c.what.in_(("new", "status")))
        .where(change.c.item.in_(between))
        .order_by(item.c.day.desc(), change.c.item, change.c.id)
    )
    rows = connection.execute(query).all()
    new = dict.fromkeys(row.item for row in rows if row.what == "new")
    altered = {
        row.item: (row.item, row.before, row.after)
        for row in rows
        if row.what == "status" and row.item not in new
    }
    return News(tuple(new), tuple(altered.values()))


def by_ids(connection: Connection, ids: Sequence[str]) -> list[Any]:
    """Return items of any noun in the order of their ids."""
    return _in_order([one for load in _LOAD.values() for one in load(connection, ids)], ids)


def _ids(
    connection: Connection, nouns: tuple[str, ...], filters: Filters, turn: Turn
) -> tuple[str, ...]:
    return page(connection, Wanted(nouns=nouns, filters=filters), turn).ids


def _in_order(found: Sequence[Any], ids: Sequence[str]) -> list[Any]:
    held = {one.id: one for one in found}
    return [held[key] for key in ids if key in held]


_LOAD: dict[str, Any] = {
    "event": loading.load_events,
    "commitment": loading.load_commitments,
    "statement": loading.load_statements,
    "figure": loading.load_figures,
    "disagreement": loading.load_disagreements,
    "series": loading.load_series,
}
