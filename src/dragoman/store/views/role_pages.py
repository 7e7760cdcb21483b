"""Offices by the ids that lists know them by."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from dragoman.record.nouns import Role
from dragoman.store.linked.loading import load_roles
from dragoman.store.tables import role


def load_offices(connection: Connection, ids: Sequence[str]) -> dict[str, Role]:
    """Return the offices with these ids, by id; in the record they are found by their holder."""
    held = select(role.c.person).where(role.c.id.in_(ids)).distinct()
    persons = connection.execute(held).scalars().all()
    own = select(role.c.id).where(role.c.person.in_(persons)).order_by(role.c.id)
    keys = connection.execute(own).scalars().all()
    found = dict(zip(keys, load_roles(connection, persons), strict=True))
    return {key: found[key] for key in ids if key in found}
