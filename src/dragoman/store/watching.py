"""What is known of pages and lists that are watched."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Column, Connection, Integer, String, Table, delete, insert, select

from dragoman.store.tables import metadata

# `digest` tells the text that was read last, `next` when to ask again (UTC), `failures` how often
# in a row asking failed.
watched_table = Table(
    "watched",
    metadata,
    Column("address", String, primary_key=True),
    Column("etag", String),
    Column("modified", String),
    Column("digest", String),
    Column("next", String, nullable=False),
    Column("failures", Integer, nullable=False),
)


class Watched(msgspec.Struct, frozen=True, kw_only=True):
    """One address: what the server wants to be asked with, and when to ask it again."""

    address: str
    etag: str | None = None
    modified: str | None = None
    digest: str | None = None
    next: str
    failures: int = 0


def load_watched(connection: Connection, address: str) -> Watched | None:
    """Return what is known of an address, or None where it was never asked."""
    query = select(watched_table).where(watched_table.c.address == address)
    row = connection.execute(query).one_or_none()
    return None if row is None else Watched(**row._mapping)


def keep_watched(connection: Connection, known: Iterable[Watched]) -> None:
    """Keep what is known of addresses in the place of what was. The caller owns the transaction."""
    for one in known:
        connection.execute(delete(watched_table).where(watched_table.c.address == one.address))
        connection.execute(insert(watched_table).values(**msgspec.structs.asdict(one)))
