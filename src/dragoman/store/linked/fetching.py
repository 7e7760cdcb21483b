"""Rows of a record fetched as its nouns are made of them: by id, by owner, with their evidence."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Row, Select, Table, select

from dragoman.record.nouns import Mention
from dragoman.store import tables

Ids = Sequence[str] | None
# SQLite takes a limited number of values in one statement.
_BATCH = 5000


def rows_of(
    connection: Connection, table: Table, ids: Ids, column: Column[Any] | None = None
) -> list[Row[Any]]:
    """Return the rows of a table by id: all, or those whose key is among `ids`."""
    key = table.c.id if column is None else column
    return fetched(connection, select(table).order_by(table.c.id), key, ids)


def fetched(
    connection: Connection, query: Select[Any], key: Column[Any], ids: Ids
) -> list[Row[Any]]:
    """Return what a query finds: all, or where the column is among `ids`, in their order."""
    if ids is None:
        return list(connection.execute(query))
    ordered = sorted(set(ids))
    return [
        row
        for start in range(0, len(ordered), _BATCH)
        for row in connection.execute(query.where(key.in_(ordered[start : start + _BATCH])))
    ]


def grouped(
    connection: Connection, table: Table, column: str, ids: Ids
) -> dict[str, list[Row[Any]]]:
    """Return rows by what they belong to (a column of the table), each group by position."""
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    key = table.c[column]
    for row in fetched(connection, select(table).order_by(key, table.c.position), key, ids):
        found[getattr(row, column)].append(row)
    return found


def parties_of(connection: Connection, ids: Ids) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the entities that take part, by item and part."""
    found: dict[tuple[str, str], tuple[str, ...]] = defaultdict(tuple)
    table = tables.party
    query = select(table).order_by(table.c.item, table.c.part, table.c.position)
    for row in fetched(connection, query, table.c.item, ids):
        found[row.item, row.part] += (row.entity,)
    return found


def evidence_of(connection: Connection, noun: str, ids: Ids) -> dict[str, tuple[Mention, ...]]:
    """Return the mentions of all items of a noun, or of the given ones, by item."""
    table = tables.evidence
    query = select(table).order_by(table.c.id)
    if ids is None:
        query = query.join(tables.item, tables.item.c.id == table.c.item)
        query = query.where(tables.item.c.noun == noun)
    return _by_item(fetched(connection, query, table.c.item, ids))


def _by_item(rows: Iterable[Row[Any]]) -> dict[str, tuple[Mention, ...]]:
    found: dict[str, list[Mention]] = defaultdict(list)
    for row in rows:
        found[row.item].append(
            Mention(report=row.report, start=row.start, end=row.end, quote=row.quote, form=row.form)
        )
    return {item: tuple(mentions) for item, mentions in found.items()}
