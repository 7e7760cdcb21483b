"""The relation a cluster tells of: the two parties that most of its events join."""

from collections import Counter
from collections.abc import Mapping
from itertools import combinations
from typing import Any


def relation_of(written: Mapping[str, Any]) -> tuple[str, ...]:
    """Return two ISO 3166-1 alpha-3 codes or names of international organizations, in order.

    `written` is a key as its file has it. Of two pairs joined as often, the first told counts.
    """
    named = {row["id"]: _party(row) for row in written["entities"]}
    joined: Counter[tuple[str, ...]] = Counter()
    for event in written.get("events") or ():
        sides = (event.get(side) or () for side in ("actors", "recipients"))
        parties = {party for side in sides for i in side if (party := named[i])}
        joined.update(combinations(sorted(parties), 2))
    return joined.most_common(1)[0][0] if joined else ()


def _party(entity: Mapping[str, Any]) -> str | None:
    """Return the state an entity belongs to; itself where it is an organization of no state."""
    if entity.get("country"):
        return str(entity["country"])
    return str(entity["name"]) if entity["type"] in ("organization", "body", "state") else None
