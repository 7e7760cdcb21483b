"""A record cut down to what filters let through, with all that it speaks of."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Connection, select

from dragoman.exporters._walk import mentions_of, words_of
from dragoman.record.nouns import Entity, Origin, Record, Role
from dragoman.store.tables import item
from dragoman.store.views.filters import Filters, matching

_LED_BY_OTHERS = ("entities", "roles", "origins")


def narrowed(connection: Connection, record: Record, filters: Filters) -> Record:
    """Return the items that pass and what they point at: no id in it leads out of it.

    Entities are those the items speak of, with their offices; their evidence, and the origins, are
    those of the reports that tell the items. Raises QueryInvalid and ItemNotFound.
    """
    nouns = {
        noun: getattr(record, noun)
        for noun in record.__struct_fields__
        if noun not in _LED_BY_OTHERS
    }
    known = {one.id: one for items in nouns.values() for one in items}
    known |= {entity.id: entity for entity in record.entities}
    kept = _reached(_passing(connection, filters) & known.keys(), known)
    chosen = {noun: tuple(one for one in items if one.id in kept) for noun, items in nouns.items()}
    told = {m.report for items in chosen.values() for one in items for m in mentions_of(one)}
    roles = [role for role in record.roles if role.person in kept]
    kept |= _reached({role.organization for role in roles if role.organization}, known)
    return replace(
        record,
        **chosen,
        entities=tuple(_told_by(one, told) for one in record.entities if one.id in kept),
        roles=tuple(cut for role in roles if (cut := _told_by(role, told)).mentions),
        origins=tuple(_of_reports(record.origins, told)),
    )


def reports_of(record: Record) -> set[str]:
    """Return the ids of the reports a record's evidence and origins lie in."""
    told = {
        mention.report
        for noun in record.__struct_fields__
        for one in getattr(record, noun)
        for mention in mentions_of(one)
    }
    return told | {report for origin in record.origins for report in origin.reports}


def _passing(connection: Connection, filters: Filters) -> set[str]:
    nouns = connection.execute(select(item.c.noun).distinct()).scalars()
    query = matching(connection, filters, *(set(nouns) - {"entity", "role"}))
    return {row.id for row in connection.execute(query)}


def _reached(start: Iterable[str], known: dict[str, Any]) -> set[str]:
    """Return the ids of `known` that can be reached from `start`."""
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += [word for word in words_of(known[key]) if word in known]
    return found


def _told_by(holder: Any, told: set[str]) -> Any:
    assert isinstance(holder, Entity | Role)
    return replace(holder, mentions=tuple(m for m in holder.mentions if m.report in told))


def _of_reports(origins: Iterable[Origin], told: set[str]) -> Iterator[Origin]:
    for origin in origins:
        reports = tuple(report for report in origin.reports if report in told)
        if reports:
            yield replace(origin, reports=reports)
