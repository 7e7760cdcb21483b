"""Bodies as a tree for a page: what is told of each, with its sources, and what stands under it."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from dragoman.record.nouns import Entity
from dragoman.store.views.bodies import Machinery, Node, machinery
from dragoman.store.views.body_words import working_words
from dragoman.store.views.filters import Filters
from dragoman.store.views.telling import Source, sources


class Branch(NamedTuple):
    """A body, what is told of its workings with where, and the bodies under it."""

    entity: Entity
    told: tuple[tuple[str, tuple[Source, ...]], ...]
    under: tuple["Branch", ...]


def tree(connection: Connection, filters: Filters, bodies: Sequence[Entity]) -> list[Branch]:
    """Return these bodies with all above and below them; those at the top in their order."""
    if not bodies:
        return []
    only = frozenset(one.id for one in bodies)
    found = machinery(connection, Filters(between=filters.between, only=only))
    told = [row.item for node in found.nodes for row in node.workings]
    places = sources(connection, told)
    return _branches(list(found.nodes), 0, found, {key: one[0] for key, one in places.items()})


def _branches(
    nodes: list[Node], depth: int, found: Machinery, places: dict[str, tuple[Source, ...]]
) -> list[Branch]:
    """Take the nodes of one depth off the front, each with those deeper that come behind it."""
    branches = []
    while nodes and nodes[0].depth >= depth:
        node = nodes.pop(0)
        told = tuple(
            (working_words(row.item, found.names), places[row.item.id]) for row in node.workings
        )
        under = tuple(_branches(nodes, depth + 1, found, places))
        branches.append(Branch(node.body.item, told, under))
    return branches
