"""Groups whose members, taken together, are more likely one than not."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from math import fsum

from dragoman.linking.grouping.clusters import Groups, Link, P
from dragoman.linking.grouping.weighing import likelihood

REACH = 12


def averaged(
    groups: Groups[P],
    candidates: Iterable[tuple[int, int]],
    odds: Callable[[int, int], float],
    why: Callable[[int, int], str],
) -> Groups[P]:
    """Join `groups` of items (positions in the sorted list of items) by average linkage.

    Two groups are joined, the likeliest first, while the mean of the log `odds` over the pairs
    between them is above zero: one pair that looks alike joins no groups that do not fit. Groups
    are compared where a pair of `candidates` lies between them, by their first REACH members. The
    method is UPGMA (Sokal and Michener, 1958).
    """
    weigh = cache(odds)
    members = {own[0]: own for own in groups.members}
    links = {own[0]: made for own, made in zip(groups.members, groups.links, strict=True)}
    holder = {i: own[0] for own in groups.members for i in own}
    near: dict[int, set[int]] = defaultdict(set)
    heap: list[tuple[float, int, int, int]] = []

    def pairs(a: int, b: int) -> list[tuple[int, int]]:
        return [(min(i, j), max(i, j)) for i in members[a][:REACH] for j in members[b][:REACH]]

    def push(a: int, b: int) -> None:
        between = pairs(a, b)
        mean = fsum(weigh(i, j) for i, j in between) / len(between)
        if mean > 0:
            low, high = sorted((a, b))
            heapq.heappush(heap, (-mean, low, high, len(members[low]) + len(members[high])))

    found = {(min(a, b), max(a, b)) for i, j in candidates for a, b in [(holder[i], holder[j])]}
    for a, b in sorted(found):
        if a != b:
            near[a].add(b)
            near[b].add(a)
            push(a, b)
    while heap:
        _, a, b, size = heapq.heappop(heap)
        if a not in members or b not in members or size != len(members[a]) + len(members[b]):
            continue
        i, j = max(pairs(a, b), key=lambda pair: (weigh(*pair), (-pair[0], -pair[1])))
        links[a] += [*links.pop(b), Link(i, j, likelihood(weigh(i, j)), why(i, j))]
        members[a] = sorted(members[a] + members.pop(b))
        near[a] = (near[a] | near.pop(b)) - {a, b}
        for other in sorted(near[a]):
            near[other] = (near[other] - {b}) | {a}
            push(a, other)
    return Groups([members[i] for i in sorted(members)], [links[i] for i in sorted(members)])
