"""Commitments that one act of agreeing made, told in several clauses."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dragoman.linking.commitments.likeness import Bond
from dragoman.linking.grouping.clusters import Link
from dragoman.linking.told import Merged
from dragoman.record.nouns import Event, Mention
from dragoman.record.vocabulary import LADDER

SEALED = 0.8
WHY = "made by one act of agreeing"
REACH = 12


def sealed_together(items: Sequence[Bond], events: Sequence[Merged[Event]]) -> Iterator[Link]:
    """Yield links between commitments (positions) that stand in clauses on one agreement.

    Each must be the only one in its clause, and amounts and kinds must not clash: an agreement may
    bind its parties to several things, and then a clause holds several.
    """
    made: dict[str, list[int]] = defaultdict(list)
    for event, held in _by_clause(items, events):
        if len(held) == 1:
            made[event].append(held[0])
    for own in made.values():
        for k, i in enumerate(own):
            for j in own[k + 1 : k + 1 + REACH]:
                if i != j and _fit(items[i], items[j]):
                    low, high = sorted((i, j))
                    yield Link(low, high, SEALED, WHY)


def _by_clause(
    items: Sequence[Bond], events: Sequence[Merged[Event]]
) -> Iterator[tuple[str, list[int]]]:
    """Yield each clause on an agreement, by its event, with the commitments that stand in it."""
    of_report: dict[str, list[tuple[Mention, int]]] = defaultdict(list)
    for i, bond in enumerate(items):
        for mention in bond.row.mentions:
            of_report[mention.report].append((mention, i))
    for merged in events:
        if merged.row.type != "AGREE":
            continue
        for clause in merged.row.mentions:
            near = of_report[clause.report]
            held = {i for m, i in near if m.start < clause.end and clause.start < m.end}
            yield merged.row.id, sorted(held)


def _fit(a: Bond, b: Bond) -> bool:
    if abs(LADDER.index(a.row.kind) - LADDER.index(b.row.kind)) > 1:
        return False
    x, y = a.row.target.amount, b.row.target.amount
    return x is None or y is None or x == y
