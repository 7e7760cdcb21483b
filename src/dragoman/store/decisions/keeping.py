"""Decisions in and out of a record; none is ever changed or taken out."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, insert, select

from dragoman.record.decisions import Decision
from dragoman.store.decisions.tables import decision


def save_decisions(connection: Connection, made: Iterable[Decision]) -> None:
    """Keep decisions that are not kept yet."""
    known = {row.id for row in connection.execute(select(decision.c.id))}
    rows = [
        {
            "id": one.id,
            "at": one.at,
            "kind": one.kind,
            "by": one.by,
            "body": msgspec.json.encode(one),
        }
        for one in made
        if one.id not in known
    ]
    if rows:
        connection.execute(insert(decision), rows)


def load_decisions(connection: Connection) -> list[Decision]:
    """Return all decisions, those taken back among them, in the order they were made."""
    rows = connection.execute(select(decision.c.body).order_by(decision.c.at, decision.c.id))
    decoder = msgspec.json.Decoder(Decision)
    return [decoder.decode(row.body) for row in rows]
