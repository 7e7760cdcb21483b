"""Figures: targets of one commitment that differ."""

from collections.abc import Iterator
from itertools import combinations

from dragoman.linking.disagreements.sides import Draft, Linkage, draft
from dragoman.linking.figures.numbers import apart, number


def differing_targets(linkage: Linkage) -> Iterator[Draft]:
    """Yield the numbers that reports give as the target of one commitment."""
    for merged in linkage.commitments:
        given = [
            (t.item.target.amount, t.item.target.unit or "", t.item.mentions)
            for t in merged.told
            if t.item.target.amount is not None
        ]
        amounts = {(a, u) for a, u, _ in given}
        if any(apart(a, b, u) for (a, u), (b, v) in combinations(sorted(amounts), 2) if u == v):
            told = [(f"{number(a)} {u}".strip(), m) for a, u, ms in given for m in ms]
            found = draft("figure", merged.row.id, told)
            if found:
                yield found
