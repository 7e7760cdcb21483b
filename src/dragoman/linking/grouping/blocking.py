"""Pairs worth comparing, without comparing everything with everything."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

CROWDED = 16
WINDOW = 6


def candidate_pairs(features: Sequence[Iterable[Hashable]]) -> Iterator[tuple[int, int]]:
    """Yield each pair of positions (low, high) that share a feature, once.

    A feature that more than CROWDED items have compares each of them with the next WINDOW only
    (sorted neighbourhood, Hernández and Stolfo 1995): the cost grows with the number of items, not
    with its square. Items must come in an order that puts like near like.
    """
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for position, own in enumerate(features):
        for feature in set(own):
            holders[feature].append(position)
    seen: set[tuple[int, int]] = set()
    for positions in holders.values():
        reach = len(positions) if len(positions) <= CROWDED else WINDOW
        for i, low in enumerate(positions):
            for high in positions[i + 1 : i + 1 + reach]:
                if (low, high) not in seen:
                    seen.add((low, high))
                    yield low, high
