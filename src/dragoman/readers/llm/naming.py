"""Further mentions of the names a model gave, found by program over the whole report."""

from collections.abc import Iterable

import msgspec

from dragoman.readers.llm.chunks import Span
from dragoman.readers.llm.locating import Searchable
from dragoman.record.nouns import Entity, Mention, Report


def with_all_mentions(
    entities: Iterable[Entity], report: Report, searchable: Searchable
) -> list[Entity]:
    """Return the entities with every place where one of their names stands.

    A name within a longer one ("Chad" in "Lake Chad") is no mention of its own.
    """
    listed = list(entities)
    bearers: dict[str, list[int]] = {}
    for at, entity in enumerate(listed):
        for name in entity.names:
            bearers.setdefault(name, []).append(at)
    found: list[set[Span]] = [set() for _ in listed]
    taken = bytearray(len(report.text))
    for name in sorted(bearers, key=lambda name: (-len(name), name)):
        for start, end in searchable.places(name):
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\1" * (end - start)
            for at in bearers[name]:
                found[at].add((start, end))
    return [
        _with(entity, found[at], report)
        for at, entity in enumerate(listed)
        if found[at] or any(m.form != "name" for m in entity.mentions)
    ]


def _with(entity: Entity, places: set[Span], report: Report) -> Entity:
    others = [m for m in entity.mentions if m.form != "name" and (m.start, m.end) not in places]
    names = [
        Mention(report=report.id, start=s, end=e, quote=report.text[s:e], form="name")
        for s, e in places
    ]
    mentions = tuple(sorted([*names, *others], key=lambda m: (m.start, m.end)))
    return msgspec.structs.replace(entity, mentions=mentions)
