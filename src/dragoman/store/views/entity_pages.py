"""Entities as a list shows them: by name, without the thousands of places they are named in."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, func, select

from dragoman.record.nouns import Mention
from dragoman.store.linked.rows import mentions_ranked
from dragoman.store.tables import entity, entity_name, evidence, item


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """An entity with how often it is mentioned, and where first; `names` are its other forms."""

    id: str
    type: str
    name: str
    country: str | None
    presumed: str | None
    within: str | None
    within_name: str | None
    names: tuple[str, ...]
    number: int
    first: Mention | None


def named(connection: Connection, ids: Sequence[str]) -> list[Named]:
    """Return entities in the order of `ids`."""
    above = entity.alias()
    query = select(entity, above.c.name.label("within_name"))
    query = query.outerjoin(above, above.c.id == entity.c.within).where(entity.c.id.in_(ids))
    rows = {row.id: row._mapping for row in connection.execute(query)}
    forms: dict[str, list[str]] = {}
    written = select(entity_name.c.entity, entity_name.c.name).order_by(entity_name.c.position)
    for row in connection.execute(written.where(entity_name.c.entity.in_(ids))):
        if row.name != rows[row.entity]["name"]:
            forms.setdefault(row.entity, []).append(row.name)
    # To count the places of a state that every report names would take longer than all else.
    first = select(func.min(evidence.c.id)).where(evidence.c.item == item.c.id).scalar_subquery()
    query = select(item.c.id, item.c.rank, first.label("first")).where(item.c.id.in_(ids))
    told = {row.id: row for row in connection.execute(query)}
    firsts = mentions_of(connection, [row.first for row in told.values() if row.first])
    return [
        Named(
            **rows[key],
            names=tuple(forms.get(key, ())),
            number=mentions_ranked(told[key].rank),
            first=firsts.get(key),
        )
        for key in ids
        if key in rows
    ]


def mentions_of(connection: Connection, keys: Sequence[int]) -> dict[str, Mention]:
    """Return pieces of evidence by the item they stand for."""
    fields = (evidence.c.report, evidence.c.start, evidence.c.end, evidence.c.quote)
    query = select(evidence.c.item, *fields).where(evidence.c.id.in_(keys))
    return {
        row.item: Mention(report=row.report, start=row.start, end=row.end, quote=row.quote)
        for row in connection.execute(query)
    }
