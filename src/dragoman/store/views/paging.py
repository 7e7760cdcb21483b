"""A page of a listing: the ids of some items in an order, and where the pages beside it begin.

Pages are found by the place of their first or last item (keyset pagination: M. Winand, "SQL
Performance Explained", 2012, chapter 7), so that a late page costs no more than the first one.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Column, ColumnElement, Connection, Select, select, tuple_, union_all

from dragoman.record.errors import QueryInvalid
from dragoman.store.search.conditions import holding
from dragoman.store.search.query import parse
from dragoman.store.tables import item
from dragoman.store.views.filters import Filters, known, passing


class Order(NamedTuple):
    """What a page is sorted by, the id last."""

    column: Column[str]
    falling: bool


ORDERS = {
    "newest": Order(item.c.day, True),
    "oldest": Order(item.c.day, False),
    # Entities by how often they are mentioned, figures by what they measure.
    "rank": Order(item.c.rank, False),
}
_INDEXES = {"day": "ix_item_by_day", "rank": "ix_item_by_rank"}


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which items are wanted: of which nouns, passing which filters, resting on which words.

    `words` is in the search language; what passes has evidence in a paragraph that answers.
    """

    nouns: tuple[str, ...]
    filters: Filters = Filters()
    words: str | None = None


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """Which page is wanted: `after` or `before` the item with an id, else the first one.

    `place` is where a page left off: what comes behind it, also where its item is no more.
    """

    order: str = "newest"
    after: str | None = None
    before: str | None = None
    limit: int = 50
    place: tuple[str, str] | None = None


class Page(msgspec.Struct, frozen=True):
    """The ids of a page in order; `before` and `after` lead to the pages beside it, if any.

    `place` is where it leaves off, None where nothing comes behind it.
    """

    ids: tuple[str, ...]
    before: str | None
    after: str | None
    place: tuple[str, str] | None = None


def conditions(connection: Connection, wanted: Wanted) -> list[ColumnElement[bool]]:
    """Return what a row of `item` must meet, its noun aside.

    Raises QueryInvalid and ItemNotFound.
    """
    found = list(passing(connection, wanted.filters, wanted.nouns))
    if wanted.words:
        found.append(holding(connection, parse(wanted.words)))
    return found


def hinted(wanted: Wanted, index: str) -> str:
    """Return the hint to go through items by an index, "" where few of them may be found first.

    These are named by an entity, a report, words or their ids.
    """
    filters = wanted.filters
    few = filters.who or filters.report or filters.only is not None or wanted.words
    return "" if few else f"INDEXED BY {index}"


def page(connection: Connection, wanted: Wanted, turn: Turn) -> Page:
    """Return a page of items.

    Raises QueryInvalid for an order or a filter that is none, or a place that is no more.
    """
    order = ORDERS[known(turn.order, ORDERS, "--order")]
    back = turn.before is not None and turn.after is None
    start = turn.before if back else turn.after
    place = _place(connection, order, start) if start else turn.place
    met = conditions(connection, wanted)
    falling = order.falling != back
    # SQLite would else sort all that a narrower index finds, where the page is a stretch of this.
    hint = hinted(wanted, _INDEXES[order.column.name])
    parts = [
        _part(
            [item.c.noun == noun, *met], Order(order.column, falling), place, turn.limit + 1
        ).with_hint(item, hint, "sqlite")
        for noun in wanted.nouns
    ]
    rows = connection.execute(_together(parts, falling, turn.limit + 1)).all()
    more, ids = len(rows) > turn.limit, [row.id for row in rows[: turn.limit]]
    if back:
        ids.reverse()
    return Page(
        tuple(ids),
        ids[0] if ids and (more if back else start) else None,
        ids[-1] if ids and (start if back else more) else None,
        (rows[len(ids) - 1].key, ids[-1]) if more and not back else None,
    )


def _place(connection: Connection, order: Order, key: str) -> tuple[str, str]:
    value = connection.execute(select(order.column).where(item.c.id == key)).scalar_one_or_none()
    if value is None:
        raise QueryInvalid(f"the page that began at {key} is no more: go back to the first page")
    return value, key


def _part(
    met: Sequence[ColumnElement[bool]], order: Order, place: tuple[str, str] | None, limit: int
) -> Select[Any]:
    query = select(item.c.id, order.column.label("key")).where(*met)
    if place is not None:
        here = tuple_(order.column, item.c.id)
        query = query.where(here < place if order.falling else here > place)
    return query.order_by(*_sorted(order.column, item.c.id, order.falling)).limit(limit)


def _together(parts: Sequence[Select[Any]], falling: bool, limit: int) -> Select[Any]:
    if len(parts) == 1:
        return parts[0]
    # Each part is cut by its own index before they are laid together.
    rows = union_all(*(select(part.subquery()) for part in parts)).subquery()
    return select(rows).order_by(*_sorted(rows.c.key, rows.c.id, falling)).limit(limit)


def _sorted(key: Any, last: Any, falling: bool) -> tuple[Any, Any]:
    return (key.desc(), last.desc()) if falling else (key, last)
