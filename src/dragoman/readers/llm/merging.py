"""Drafts of all chunks of a report as one: one entity for one name, rows of the overlap once."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from dragoman.record.nouns import Commitment, Entity, Event, Figure, Mention, Role, Statement

_ONE = ("person", "organization", "place", "speaker", "via", "within")
_MANY = ("actors", "recipients", "by", "to", "speakers")
Item = TypeVar("Item", bound=msgspec.Struct)
Told = TypeVar("Told", Event, Commitment, Statement, Figure)


def merged_entities(found: Sequence[Entity]) -> tuple[list[Entity], dict[str, str]]:
    """Return entities of one type that share a name as one, in text order, and all old ids' new.

    A person told by surname alone is the one person of the report who has it.
    """
    groups: list[list[Entity]] = []
    for entity in found:
        shared = [group for group in groups if any(_share(entity, other) for other in group)]
        rest = [group for group in groups if group not in shared]
        groups = [*rest, [other for group in shared for other in group] + [entity]]
    groups = _with_surnames(groups)
    groups.sort(key=lambda group: min(m.start for entity in group for m in entity.mentions))
    ids = {entity.id: f"e{at}" for at, group in enumerate(groups) for entity in group}
    return [_one(group, f"e{at}") for at, group in enumerate(groups)], ids


def merged_roles(answers: Iterable[Iterable[Role]], ids: Mapping[str, str]) -> tuple[Role, ...]:
    """Return one role for one person and title, with the mentions of all."""
    grouped: dict[tuple[str, str], list[Role]] = {}
    for role in (renamed(role, ids) for roles in answers for role in roles):
        if role.person:
            grouped.setdefault((role.person, role.title.casefold()), []).append(role)
    return tuple(
        msgspec.structs.replace(
            group[0],
            country=next((role.country for role in group if role.country), None),
            organization=next((role.organization for role in group if role.organization), None),
            mentions=_places(mention for role in group for mention in role.mentions),
        )
        for group in grouped.values()
    )


def merged_rows(
    answers: Iterable[Iterable[Told]], ids: Mapping[str, str], same: Sequence[str]
) -> tuple[Told, ...]:
    """Return the rows of one layer with new ids, those that two answers tell only once.

    Two rows of one answer stay two, since the model saw both. Rows of two answers are one where
    their fields `same` are and their quotes lie over each other.
    """
    kept: list[Told] = []
    for rows in answers:
        before = list(kept)
        for row in (renamed(row, ids) for row in rows):
            again = any(_told_again(row, other, same) for other in before)
            if not again and all(_with_id(row, other.id) != other for other in kept):
                kept.append(row)
    return tuple(_with_id(row, f"{row.id[0]}{at}") for at, row in enumerate(kept))


def renamed(item: Item, ids: Mapping[str, str]) -> Item:
    """Return the item with the new ids of what it names; what was not kept is named no more."""
    changes: dict[str, str | tuple[str, ...] | None] = {}
    for field in _ONE:
        value = getattr(item, field, None)
        if value is not None:
            changes[field] = ids.get(value, "" if field == "person" else None)
    for field in _MANY:
        values = getattr(item, field, ())
        if values:
            changes[field] = tuple(dict.fromkeys(ids[v] for v in values if v in ids))
    return msgspec.structs.replace(item, **changes) if changes else item


def _share(one: Entity, other: Entity) -> bool:
    if one.type != other.type:
        return False
    names = {name.casefold() for name in one.names}
    return any(name.casefold() in names for name in other.names)


def _with_surnames(groups: list[list[Entity]]) -> list[list[Entity]]:
    """Put those that are told by surname alone to the one whose full name ends in it."""
    alone = [g for g in groups if g[0].type == "person" and not any(" " in n for n in _names(g))]
    kept = [group for group in groups if group not in alone]
    for group in alone:
        endings = tuple(f" {name}" for name in _names(group))
        full = [
            other
            for other in kept
            if other[0].type == "person" and any(n.endswith(endings) for n in _names(other))
        ]
        if len(full) == 1:
            full[0].extend(group)
        else:
            kept.append(group)
    return kept


def _names(group: list[Entity]) -> list[str]:
    return [name.casefold() for entity in group for name in entity.names]


def _one(group: list[Entity], mark: str) -> Entity:
    """Return the entity with all names and mentions of the group; the first that says it counts."""
    first = group[0]
    names = tuple(dict.fromkeys(name for entity in group for name in entity.names))
    return msgspec.structs.replace(
        first,
        id=mark,
        name=max(names, key=len) if first.type == "person" else first.name,
        names=names,
        country=next((e.country for e in group if e.country), None),
        within=next((e.within for e in group if e.within), None),
        mentions=_places(mention for entity in group for mention in entity.mentions),
    )


def _told_again(row: Told, other: Told, same: Sequence[str]) -> bool:
    if any(getattr(row, field) != getattr(other, field) for field in same):
        return False
    one, two = row.mentions[0], other.mentions[0]
    shared = min(one.end, two.end) - max(one.start, two.start)
    return shared * 2 > min(one.end - one.start, two.end - two.start)


def _with_id(row: Told, mark: str) -> Told:
    return msgspec.structs.replace(row, id=mark)


def _places(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return mentions in text order, the first of each place."""
    places: dict[tuple[int, int], Mention] = {}
    for mention in mentions:
        places.setdefault((mention.start, mention.end), mention)
    return tuple(places[place] for place in sorted(places))
