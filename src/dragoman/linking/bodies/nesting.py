"""Which body stands under which, as most reports tell it, and never in a circle."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from dragoman.record.nouns import Entity
from dragoman.record.workings import Working


def with_parents(entities: Iterable[Entity], workings: Iterable[Working]) -> tuple[Entity, ...]:
    """Return entities with the one that each body stands under; what lies within keeps its own.

    The surest first: what more reports tell; a parent that stands under its child is left out.
    """
    rows = tuple(entities)
    above: dict[str, str] = {e.id: e.within for e in rows if e.within}
    known = {e.id for e in rows}
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for one in workings:
        if one.kind == "within":
            for parent in one.parties:
                told[one.body][parent] += len({m.report for m in one.mentions})
    ranked = sorted(
        ((-n, body, parent) for body, votes in told.items() for parent, n in votes.items())
    )
    for _, body, parent in ranked:
        if body not in above and parent in known and body not in _line(parent, above):
            above[body] = parent
    return tuple(
        msgspec.structs.replace(e, within=above[e.id]) if above.get(e.id) != e.within else e
        for e in rows
    )


def _line(own: str, above: Mapping[str, str]) -> list[str]:
    """Return an entity and all that it stands under, nearest first."""
    line: list[str] = []
    at: str | None = own
    while at is not None and at not in line:
        line.append(at)
        at = above.get(at)
    return line
