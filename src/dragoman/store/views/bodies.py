"""The machinery between states: bodies as a tree, each with its chairs and meetings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from sqlalchemy import Connection, func, select

from dragoman.record.days import days
from dragoman.record.nouns import Entity
from dragoman.record.workings import Working
from dragoman.store.linked.loading import load_entities, load_workings
from dragoman.store.tables import entity, report
from dragoman.store.views.filters import Filters, matching
from dragoman.store.views.listing import Listed, Names, entities, listed

_ORDER = ("founded", "rhythm", "chair", "session", "within")


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """One body and what reports tell of it, `depth` steps below the top of its tree.

    `workings` are what founded it, how often it meets, who chairs it, then its sessions by date;
    `above` is where reports tell under what it stands.
    """

    body: Listed[Entity]
    depth: int
    workings: tuple[Listed[Working], ...]
    above: tuple[Listed[Working], ...]


class Machinery(msgspec.Struct, frozen=True, kw_only=True):
    """Bodies, every one right behind what it stands under, and the names of all spoken of.

    `unheard` are the planned sessions whose day is over, of which no report tells what came of
    them; `until` is when the last report came out. Silence is never failure.
    """

    nodes: tuple[Node, ...]
    names: Names
    unheard: frozenset[str] = frozenset()
    until: str | None = None


def machinery(connection: Connection, filters: Filters) -> Machinery:
    """Return the bodies that pass the filters, with those above and below them.

    Raises QueryInvalid and ItemNotFound as `dragoman.store.views.filters.matching` does.
    """
    wanted = msgspec.structs.replace(filters, kinds=("body",), statuses=(), since=None, until=None)
    passed = [row.item for row in entities(connection, wanted).rows]
    family = _family(connection, passed)
    found = listed(connection, family)
    told = listed(connection, _told(connection, filters, [one.id for one in family]))
    names = Names(
        found.names | told.names,
        countries=found.names.countries | told.names.countries,
        states=found.names.states | told.names.states,
    )
    of_body: dict[str, list[Listed[Working]]] = defaultdict(list)
    for row in sorted(told.rows, key=lambda row: _by_kind(row.item)):
        of_body[row.item.body].append(row)
    by_id = {row.item.id: row for row in found.rows}
    nodes = tuple(
        Node(
            body=by_id[own],
            depth=depth,
            workings=tuple(row for row in of_body[own] if row.item.kind != "within"),
            above=tuple(row for row in of_body[own] if row.item.kind == "within"),
        )
        for own, depth in _tree(family)
    )
    until = connection.execute(select(func.max(report.c.published))).scalar_one_or_none()
    unheard = frozenset(key for node in nodes for key in _unheard(node, until))
    return Machinery(nodes=nodes, names=names, unheard=unheard, until=until)


def _unheard(node: Node, until: str | None) -> Iterator[str]:
    told = [row.item for row in node.workings if row.item.kind == "session"]
    heard = [one for one in told if one.state != "planned"]
    for one in told:
        covered = days(one.date)
        over = covered is not None and until is not None and covered[1] < until
        if one.state == "planned" and over and not any(_bears_on(other, one) for other in heard):
            yield one.id


def _bears_on(told: Working, planned: Working) -> bool:
    """Whether what is told of a session may be of one that was planned: no earlier, no other."""
    one, other = days(told.date), days(planned.date)
    if told.number is not None and planned.number is not None:
        return told.number == planned.number
    return one is None or other is None or one[1] >= other[0]


def _told(connection: Connection, filters: Filters, bodies: list[str]) -> list[Working]:
    """Return what is told of bodies, of the days and by the report that the filters ask for."""
    found = load_workings(connection, bodies)
    if not (filters.since or filters.until or filters.report):
        return found
    asked = Filters(since=filters.since, until=filters.until, report=filters.report)
    passed = {row.id for row in connection.execute(matching(connection, asked, "working"))}
    return [told for told in found if told.id in passed or told.kind == "within"]


def _family(connection: Connection, passed: Iterable[Entity]) -> list[Entity]:
    """Return entities with all that they stand under, and all bodies that stand under them."""
    found = {one.id: one for one in passed}
    fresh = list(found.values())
    while fresh:
        above = [one.within for one in fresh if one.within]
        below = select(entity.c.id).where(
            entity.c.type == "body", entity.c.within.in_([one.id for one in fresh])
        )
        ids = {*above, *(row.id for row in connection.execute(below))} - found.keys()
        fresh = load_entities(connection, sorted(ids))
        found |= {one.id: one for one in fresh}
    return list(found.values())


def _tree(family: Sequence[Entity]) -> Iterator[tuple[str, int]]:
    """Yield every id with its depth, what stands under a body right behind it."""
    held = {one.id for one in family}
    below: dict[str | None, list[Entity]] = defaultdict(list)
    for one in sorted(family, key=_by_weight):
        below[one.within if one.within in held else None].append(one)

    def under(own: str | None, depth: int) -> Iterator[tuple[str, int]]:
        for one in below.pop(own, ()):
            yield one.id, depth
            yield from under(one.id, depth + 1)

    yield from under(None, 0)


def _by_weight(one: Entity) -> tuple[bool, int, str, str]:
    named = any(mention.form == "name" for mention in one.mentions)
    return (not named, -len(one.mentions), one.name, one.id)


def _by_kind(told: Working) -> tuple[int, str, int, str]:
    return (_ORDER.index(told.kind), told.date or "9999", told.number or 0, told.id)
