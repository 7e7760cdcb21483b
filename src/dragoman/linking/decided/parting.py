"""Entities of one reading that a split cuts through: two entities from then on.

A reader may take two people of one name in one report for one. What names the entity goes to the
part whose mention lies within it, or nearest before it.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from dragoman.linking.readings import Source
from dragoman.record.decisions import Decision
from dragoman.record.nouns import Entity, Mention, Reading

_ONE = ("person", "organization", "place", "speaker", "via", "within", "body")
_MANY = ("actors", "recipients", "by", "to", "speakers", "parties")
_LAYERS = ("roles", "events", "commitments", "statements", "workings")


def parted(sources: Sequence[Source], splits: Iterable[Decision]) -> list[Source]:
    """Return the sources with every entity divided that a split cuts through."""
    found = list(sources)
    for one in splits:
        if one.noun != "entity":
            continue
        part = {(m.report, m.start, m.end) for m in one.grounds[0].mentions}
        rest = {(m.report, m.start, m.end) for m in one.grounds[1].mentions}
        for number, source in enumerate(found):
            if any(report == source.report.id for report, _, _ in part):
                reading = _parted(source.reading, part, rest)
                found[number] = Source(source.number, source.report, reading)
    return found


def _parted(
    reading: Reading, part: set[tuple[str, int, int]], rest: set[tuple[str, int, int]]
) -> Reading:
    for entity in reading.entities:
        off = tuple(m for m in entity.mentions if (m.report, m.start, m.end) in part)
        stay = tuple(m for m in entity.mentions if m not in off)
        if off and any((m.report, m.start, m.end) in rest for m in stay):
            return _divided(reading, entity, off, stay)
    return reading


def _divided(
    reading: Reading, entity: Entity, off: tuple[Mention, ...], stay: tuple[Mention, ...]
) -> Reading:
    other = f"{entity.id}+{off[0].start}"
    entities = [e for e in reading.entities if e.id != entity.id]
    entities += [_of(entity, entity.id, stay), _of(entity, other, off)]
    layers = {
        layer: tuple(
            _led(row, entity.id, other) if _is_other(row.mentions, off, stay) else row
            for row in getattr(reading, layer)
        )
        for layer in _LAYERS
    }
    return msgspec.structs.replace(reading, entities=tuple(entities), **layers)


def _of(entity: Entity, own: str, mentions: tuple[Mention, ...]) -> Entity:
    written = tuple(dict.fromkeys(m.quote for m in mentions if m.form == "name"))
    names = tuple(n for n in entity.names if n in written) or written or (entity.name,)
    name = entity.name if entity.name in names else max(names, key=len)
    return msgspec.structs.replace(entity, id=own, name=name, names=names, mentions=mentions)


def _is_other(row: Sequence[Mention], off: Sequence[Mention], stay: Sequence[Mention]) -> bool:
    """Tell whether a row speaks of the part set apart: by mentions within it, else before it."""
    within = [any(r.start <= m.start < r.end for r in row for m in side) for side in (off, stay)]
    if within[0] != within[1]:
        return within[0]
    start = min(r.start for r in row)
    nearest = [min((abs(start - m.start) for m in side), default=1 << 30) for side in (off, stay)]
    return nearest[0] < nearest[1]


def _led(row: Any, own: str, other: str) -> Any:
    """Return a row with one entity's id for another's."""
    changes: dict[str, Any] = {
        field: other for field in _ONE if getattr(row, field, None) == own
    } | {
        field: tuple(other if key == own else key for key in getattr(row, field))
        for field in _MANY
        if own in getattr(row, field, ())
    }
    return msgspec.structs.replace(row, **changes) if changes else row
