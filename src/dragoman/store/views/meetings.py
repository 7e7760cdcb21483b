"""Where states met: the places of meetings and visits, with how many were there."""

from typing import NamedTuple

from sqlalchemy import Connection, func, select

from dragoman.store.tables import entity, entity_name, event, item
from dragoman.store.views.filters import Filters, passing

MODES = ("visit", "meet", "multilateral", "third-party")
_DEEPEST = 4


class Meetings(NamedTuple):
    """A place and the number of meetings and visits there; `names` lead from it to what it lies in.

    Each step of `names` holds every written form of one place, that of the place itself first.
    """

    id: str
    name: str
    type: str
    country: str | None
    number: int
    names: tuple[tuple[str, ...], ...]


class Met(NamedTuple):
    """The places of meetings, the most frequent first, and how many meetings have no place."""

    places: tuple[Meetings, ...]
    nowhere: int


def meetings(connection: Connection, filters: Filters) -> Met:
    """Return where the meetings and visits that pass the filters were.

    `filters.kinds` are modes; without any all of `MODES` count. Raises as `matching` does.
    """
    query = (
        select(event.c.place, func.count())
        .where(event.c.mode.in_(filters.kinds or MODES), event.c.type == "CONSULT")
        .group_by(event.c.place)
    )
    if met := list(passing(connection, filters, ("event",))):
        query = query.join(item, item.c.id == event.c.id).where(item.c.noun == "event", *met)
    numbers: dict[str | None, int] = {row[0]: row[1] for row in connection.execute(query)}
    nowhere = numbers.pop(None, 0)
    known = _with_wholes(connection, {key for key in numbers if key})
    written = _names(connection, set(known))
    found = []
    for key, number in numbers.items():
        if key in known:
            chain = _chain(key, known)
            countries = (known[one].country for one in chain)
            own = known[key]
            found.append(
                Meetings(
                    id=key,
                    name=own.name,
                    type=own.type,
                    country=next((code for code in countries if code), None),
                    number=number,
                    names=tuple(written.get(one, (known[one].name,)) for one in chain),
                )
            )
    found.sort(key=lambda one: (-one.number, one.name, one.id))
    return Met(tuple(found), nowhere)


class _Place(NamedTuple):
    name: str
    type: str
    country: str | None
    within: str | None


def _with_wholes(connection: Connection, ids: set[str]) -> dict[str, _Place]:
    """Return places and what they lie in, by id."""
    columns = (entity.c.id, entity.c.name, entity.c.type, entity.c.country, entity.c.within)
    found: dict[str, _Place] = {}
    for _ in range(_DEEPEST):
        if not ids:
            break
        for key, *fields in connection.execute(select(*columns).where(entity.c.id.in_(ids))):
            found[key] = _Place(*fields)
        ids = {one.within for one in found.values() if one.within} - found.keys()
    return found


def _chain(key: str, known: dict[str, _Place]) -> list[str]:
    chain: list[str] = []
    at: str | None = key
    while at in known and at not in chain:
        assert at is not None
        chain.append(at)
        at = known[at].within
    return chain


def _names(connection: Connection, ids: set[str]) -> dict[str, tuple[str, ...]]:
    query = (
        select(entity_name.c.entity, entity_name.c.name)
        .where(entity_name.c.entity.in_(ids))
        .order_by(entity_name.c.entity, entity_name.c.position)
    )
    found: dict[str, tuple[str, ...]] = {}
    for key, name in connection.execute(query):
        found[key] = (*found.get(key, ()), name)
    return found
