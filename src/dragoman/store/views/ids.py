"""Ids as users give them: whole or their start, given up by a merge, of today or of a day."""

from sqlalchemy import Column, ColumnElement, Connection, select, text

from dragoman.record.errors import ItemNotFound
from dragoman.store.decisions.linkage import led_to
from dragoman.store.decisions.log import raise_if_rejected
from dragoman.store.folding import fold
from dragoman.store.standing import laid_over
from dragoman.store.tables import entity_name, item, report

NOUNS = (
    "entity",
    "event",
    "commitment",
    "statement",
    "figure",
    "disagreement",
    "explained",
    "series",
    "working",
)
# Above every character of an id; and enough ids to tell what a short one may mean.
_LAST = "\U0010ffff"
_SOME = 6
# The item of a day that rests on most of the words that an item of today rests on; of its noun,
# which is the first letter of an id.
_THEN = text(
    """
    SELECT held.item FROM main.evidence AS now
    JOIN temp.evidence AS held ON held.report = now.report
        AND held.start = now.start AND held."end" = now."end"
        AND substr(held.item, 1, 1) = substr(now.item, 1, 1)
    WHERE now.item >= :key AND now.item < :last
    GROUP BY held.item ORDER BY count(*) DESC, held.item LIMIT 1
    """
)


def current_id(connection: Connection, key: str) -> tuple[str, str]:
    """Return the noun and the id that an id stands for, also one that a merge gave up.

    On the record of a day an id of today stands for what was known of that item then. Raises
    ItemGone where a decision took the item out, ItemNotFound where it never was.
    """
    try:
        return full_id(connection, key)
    except ItemNotFound:
        new = led_to(connection, key) or _then(connection, key)
        if new is None:
            raise_if_rejected(connection, key)
            raise
        return full_id(connection, new)


def full_id(connection: Connection, key: str) -> tuple[str, str]:
    """Return the noun and the id that an id or the start of one stands for. Raises ItemNotFound."""
    starts = _begins(item.c.id, key) & item.c.noun.in_(NOUNS)
    query = select(item.c.noun, item.c.id).where(starts).order_by(item.c.id).limit(_SOME)
    rows = [(row.noun, row.id) for row in connection.execute(query)]
    rows += [("report", one) for one in reports_beginning(connection, key)[:_SOME]]
    exact = [row for row in rows if row[1] == key]
    if not key or not rows:
        raise ItemNotFound(_missing(connection, key))
    if len(rows) > 1 and not exact:
        some = ", ".join(one for _, one in rows[:5])
        raise ItemNotFound(f"{key!r} begins several ids ({some}): give more of it")
    return (exact or rows)[0]


def reports_beginning(connection: Connection, start_of_id: str) -> list[str]:
    """Return the ids of the reports that begin so."""
    query = select(report.c.id).where(_begins(report.c.id, start_of_id))
    return [row.id for row in connection.execute(query)]


def _missing(connection: Connection, key: str) -> str:
    """Return what to say where nothing has this id, and the way out."""
    if laid_over(connection):
        return f"reports up to that day tell nothing that has the id {key!r}: try a later day"
    same = select(entity_name.c.entity).where(entity_name.c.folded == fold(key)).distinct()
    named = [row.entity for row in connection.execute(same.limit(_SOME))] if key else []
    if named:
        return f"{key!r} is a name, not an id: it is that of {' and of '.join(sorted(named))}"
    return f"the record has no item {key!r}: search for its words, what is found tells its id"


def _then(connection: Connection, key: str) -> str | None:
    if not key or not laid_over(connection):
        return None
    found: str | None = connection.execute(
        _THEN, {"key": key, "last": key + _LAST}
    ).scalar_one_or_none()
    return found.partition("/")[0] if found else None


def _begins(column: Column[str], start: str) -> ColumnElement[bool]:
    # A stretch of the index, where LIKE would read every id there is.
    return (column >= start) & (column < start + _LAST)
