"""With whom somebody is named: who takes part in the same events and commitments."""

from typing import NamedTuple

from sqlalchemy import Connection, func, select

from dragoman.store.tables import entity, item, party


class Companion(NamedTuple):
    """Somebody who takes part in the same items, and in how many of each noun."""

    id: str
    name: str
    type: str
    events: int
    commitments: int

    @property
    def together(self) -> int:
        """Return in how many items both take part."""
        return self.events + self.commitments


def company(connection: Connection, key: str, most: int) -> list[Companion]:
    """Return up to `most` entities that take part where the entity `key` does, the most first."""
    own, other = party.alias(), party.alias()
    number = func.count(other.c.item.distinct())
    query = (
        select(other.c.entity, item.c.noun, number.label("number"))
        .join(own, own.c.item == other.c.item)
        .join(item, item.c.id == other.c.item)
        .where(own.c.entity == key, other.c.entity != key)
        .where(item.c.noun.in_(("event", "commitment")))
        .group_by(other.c.entity, item.c.noun)
    )
    counts: dict[str, dict[str, int]] = {}
    for row in connection.execute(query):
        counts.setdefault(row.entity, {})[row.noun] = row.number
    first = sorted(counts, key=lambda one: (-sum(counts[one].values()), one))[:most]
    named = select(entity.c.id, entity.c.name, entity.c.type).where(entity.c.id.in_(first))
    known = {row.id: row for row in connection.execute(named)}
    return [
        Companion(
            id=one,
            name=known[one].name,
            type=known[one].type,
            events=counts[one].get("event", 0),
            commitments=counts[one].get("commitment", 0),
        )
        for one in first
    ]
