"""One praise told in several sentences: who thanks goes on to commend what he thanks for."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.linking.events.happening import Happening
from dragoman.linking.grouping.clusters import Link

NEAR = 500


def praises(own: Sequence[int], items: Sequence[Happening]) -> Iterator[Link]:
    """Yield links between the praise that one voices in one breath, in a report (positions)."""
    told = sorted((i for i in own if items[i].praises), key=lambda i: items[i].at)
    for i, j in pairwise(told):
        if _one_breath(items[i], items[j]):
            low, high = sorted((i, j))
            yield Link(low, high, 0.85, "one goes on to praise the same side")


def _one_breath(a: Happening, b: Happening) -> bool:
    named = a.parties.persons(a.event.actors), b.parties.persons(b.event.actors)
    mine, theirs = (frozenset().union(*p.values()) for p in named)
    to, also = (h.parties.sides(h.event.recipients).keys() for h in (a, b))
    return b.at - a.at <= NEAR and bool(mine & theirs) and bool(to & also) and a.days == b.days
