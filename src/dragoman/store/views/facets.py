"""How many of the items that are wanted there are of each kind, state, year and outlet."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from dragoman.store.tables import LISTED, item
from dragoman.store.views.paging import Wanted, conditions

Counts = tuple[tuple[str, int], ...]
# Grouped by one field at a time, but for those with few values: SQLite sorts what it groups.
_GROUPS: tuple[dict[str, Any], ...] = (
    {"kind": item.c.kind, "mode": item.c.mode, "status": item.c.status},
    {"year": func.substr(item.c.day, 1, 4)},
    {"state": item.c.parties},
    {"outlet": item.c.outlets},
)


class Facets(msgspec.Struct, frozen=True):
    """How many items there are, and of each value of a field, the most frequent first."""

    total: int
    by: Mapping[str, Counts]


def facets(connection: Connection, wanted: Wanted) -> Facets:
    """Count the items wanted. Raises QueryInvalid and ItemNotFound."""
    met = [item.c.noun.in_(wanted.nouns), *conditions(connection, wanted)]
    counts: dict[str, Counter[str]] = {name: Counter() for group in _GROUPS for name in group}
    total = 0
    for group in _GROUPS:
        columns = [column.label(name) for name, column in group.items()]
        query = select(*columns, func.count()).where(*met).group_by(*group.values())
        query = query.with_hint(item, "INDEXED BY ix_item_by_day", "sqlite")
        total = 0
        for *values, number in connection.execute(query):
            total += number
            for name, value in zip(group, values, strict=True):
                for one in (value or "").split(LISTED):
                    if one:
                        counts[name][one] += number
    return Facets(total, {name: _ordered(found) for name, found in counts.items()})


def _ordered(counts: Counter[str]) -> Counts:
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
