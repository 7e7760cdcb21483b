"""Items that may be the other one of a merge: by name, or by words they rest on."""

from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from dragoman.store.decisions.items import Taken
from dragoman.store.folding import fold
from dragoman.store.tables import entity_name
from dragoman.store.views.paging import Turn, Wanted, page
from dragoman.web.evidence import Marked, marked
from dragoman.web.rows import Row, entity_rows, rows

_MOST = 12


class Side(NamedTuple):
    """One of the items that are to be one, with the words it rests on."""

    row: Row
    evidence: list[Marked]


def candidates(connection: Connection, taken: Taken, words: str) -> list[Row]:
    """Return items of the same noun that `words` may mean, the item itself left out.

    Raises QueryInvalid.
    """
    if taken.noun == "entity":
        ids = _named(connection, words)
        return entity_rows(connection, [key for key in ids if key != taken.id])
    found = page(connection, Wanted(nouns=(taken.noun,), words=words), Turn(limit=_MOST))
    return rows(connection, [key for key in found.ids if key != taken.id])


def side(connection: Connection, taken: Taken) -> Side:
    """Return an item as the preview of a merge shows it."""
    make: Any = entity_rows if taken.noun == "entity" else rows
    (row,) = make(connection, [taken.id])
    return Side(row, marked(connection, taken.row.mentions[:2]))


def _named(connection: Connection, words: str) -> list[str]:
    folded = fold(words)
    query = (
        select(entity_name.c.entity)
        .where(entity_name.c.folded.contains(folded, autoescape=True))
        .order_by(entity_name.c.folded != folded, entity_name.c.folded)
        .limit(5 * _MOST)
    )
    keys = dict.fromkeys(row.entity for row in connection.execute(query))
    return list(keys)[:_MOST]
