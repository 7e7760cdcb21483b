"""How many of the items that are wanted there are of each kind, state, year and outlet."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from dragoman.store.tables import LISTED, item
from dragoman.store.views.paging import Wanted, conditions, hinted

Counts = tuple[tuple[str, int], ...]
# Those of many values first: SQLite sorts what it groups, and so seldom looks at the others.
_FIELDS: dict[str, Any] = {
    "outlet": item.c.outlets,
    "state": item.c.parties,
    "year": func.substr(item.c.day, 1, 4),
    "kind": item.c.kind,
    "mode": item.c.mode,
    "status": item.c.status,
}
_SHOWN = ("kind", "mode", "status", "state", "year", "outlet")


class Facets(msgspec.Struct, frozen=True):
    """How many items there are, and of each value of a field, the most frequent first."""

    total: int
    by: Mapping[str, Counts]


def facets(connection: Connection, wanted: Wanted) -> Facets:
    """Count the items wanted. Raises QueryInvalid and ItemNotFound."""
    met = conditions(connection, wanted)
    hint = hinted(wanted, "ix_item_by_day")
    columns = [column.label(name) for name, column in _FIELDS.items()]
    told: dict[str, Counter[str]] = {name: Counter() for name in _FIELDS}
    total = 0
    for noun in wanted.nouns:
        query = (
            select(*columns, func.count())
            .where(item.c.noun == noun, *met)
            .group_by(*_FIELDS.values())
            .with_hint(item, hint, "sqlite")
        )
        for *values, number in connection.execute(query):
            total += number
            for counts, value in zip(told.values(), values, strict=True):
                counts[value or ""] += number
    return Facets(total, {name: _ordered(_apart(told[name])) for name in _SHOWN})


def _apart(counts: Counter[str]) -> Counter[str]:
    """Return the counts of single values where several stand in one."""
    found: Counter[str] = Counter()
    for value, number in counts.items():
        for one in value.split(LISTED):
            if one:
                found[one] += number
    return found


def _ordered(counts: Counter[str]) -> Counts:
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
