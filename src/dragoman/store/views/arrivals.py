"""What came into the record last: for feeds, which show news by the day it was read."""

from typing import NamedTuple

from sqlalchemy import Connection, select

from dragoman.store.run_tables import change, run
from dragoman.store.tables import item
from dragoman.store.views.paging import Wanted, conditions


class Arrival(NamedTuple):
    """An item and when it came into the record, UTC."""

    item: str
    at: str


def arrivals(connection: Connection, wanted: Wanted, limit: int) -> list[Arrival]:
    """Return the items wanted that came last, the latest first.

    Raises QueryInvalid and ItemNotFound.
    """
    met = [item.c.noun.in_(wanted.nouns), *conditions(connection, wanted)]
    query = (
        select(change.c.item, run.c.at)
        .join(run, run.c.number == change.c.run)
        .join(item, item.c.id == change.c.item)
        .where(change.c.what == "new", *met)
        .order_by(change.c.id.desc())
        .limit(limit)
    )
    latest: dict[str, Arrival] = {}
    for row in connection.execute(query):
        latest.setdefault(row.item, Arrival(row.item, row.at))
    return list(latest.values())
