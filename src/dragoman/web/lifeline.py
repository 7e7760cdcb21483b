"""The life of a commitment: when it was voiced, and what bore on it later."""

from typing import NamedTuple

from sqlalchemy import Connection, select

from dragoman.record.nouns import Commitment
from dragoman.store.tables import follow_up
from dragoman.web.rows import Row, rows


class Step(NamedTuple):
    """One moment: `how` says what it makes of the commitment; `own` marks the commitment itself."""

    row: Row
    how: str
    own: bool


def lifeline(connection: Connection, made: Commitment) -> list[Step]:
    """Return what came before a commitment, itself, and what followed it up, in that order."""
    table = follow_up
    earlier = select(table.c.commitment, table.c.how).where(table.c.by_commitment == made.id)
    before = {row.commitment: row.how or "" for row in connection.execute(earlier)}
    after = {later.later: later.how or "" for later in made.follow_ups}
    steps = [
        *(Step(row, before[row.id], False) for row in rows(connection, sorted(before))),
        *(Step(row, "", True) for row in rows(connection, [made.id])),
    ]
    return steps + [Step(row, after[row.id], False) for row in rows(connection, list(after))]
