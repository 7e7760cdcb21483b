"""Which states a record is about."""

from sqlalchemy import Connection, func, select

from dragoman.store.tables import item, item_country


def leading_pair(connection: Connection) -> tuple[str, str] | None:
    """Return the two states that stand behind most items together, or None in a smaller record."""
    one, other = item_country.alias(), item_country.alias()
    number = func.count(one.c.item.distinct())
    pairs = (
        select(one.c.country, other.c.country, number)
        .join(other, (other.c.item == one.c.item) & (one.c.country < other.c.country))
        .join(item, item.c.id == one.c.item)
        .where(item.c.noun.in_(("event", "commitment")))
        .group_by(one.c.country, other.c.country)
        .order_by(number.desc(), one.c.country, other.c.country)
    )
    found = connection.execute(pairs).first()
    return (found[0], found[1]) if found else None
