"""Who held the offices of a state or an organization, and from when to when that was seen."""

from sqlalchemy import Connection, and_, select

from dragoman.record.nouns import Entity, Role
from dragoman.store.folding import fold
from dragoman.store.linked.loading import load_roles
from dragoman.store.tables import role


def holders(connection: Connection, of: Entity) -> list[Role]:
    """Return the roles in an organization, or in a state itself; those of one office in a row.

    Within an office the holder first seen comes first, those never dated last.
    """
    if of.type == "state" and of.country is None:
        return []
    held = role.c.organization == of.id
    if of.type == "state":
        held = and_(role.c.country == of.country, role.c.organization.is_(None))
    query = select(role.c.person).where(held).distinct().order_by(role.c.person)
    persons = [row.person for row in connection.execute(query)]
    roles = [one for one in load_roles(connection, persons) if _is_of(one, of)]
    return sorted(roles, key=lambda r: (fold(r.title), r.first_seen or "9999", r.person))


def _is_of(held: Role, of: Entity) -> bool:
    if of.type == "state":
        return held.organization is None and held.country == of.country
    return held.organization == of.id
