"""Offices of an entity for a page: those a person holds, and the last ones held in a state or body.

A state that thousands of reports name has thousands of offices; a page shows those seen last.
"""

from sqlalchemy import ColumnElement, Connection, Row, and_, func, select

from dragoman.store.tables import entity, evidence, role


def offices(
    connection: Connection, of: str, limit: int
) -> tuple[list["Row[tuple[object, ...]]"], int]:
    """Return the offices that a person holds, those seen last first, and how many there are."""
    return _roles(connection, role.c.person == of, limit)


def held_in(
    connection: Connection, of: str, country: str | None, limit: int
) -> tuple[list["Row[tuple[object, ...]]"], int]:
    """Return the offices held in an organization, or in the state with a code; and their number."""
    held = role.c.organization == of
    if country is not None:
        held = and_(role.c.country == country, role.c.organization.is_(None))
    return _roles(connection, held, limit)


def _roles(
    connection: Connection, met: ColumnElement[bool], limit: int
) -> tuple[list["Row[tuple[object, ...]]"], int]:
    holder, body = entity.alias(), entity.alias()
    number: int = connection.execute(select(func.count(role.c.id)).where(met)).scalar_one()
    first = select(func.min(evidence.c.id)).where(evidence.c.item == role.c.id).scalar_subquery()
    query = (
        select(role, holder.c.name, body.c.name.label("body"), first.label("evidence"))
        .join(holder, holder.c.id == role.c.person)
        .outerjoin(body, body.c.id == role.c.organization)
        .where(met)
        .order_by(func.coalesce(role.c.last_seen, "").desc(), role.c.title, role.c.id)
        .limit(limit)
    )
    return list(connection.execute(query)), number
