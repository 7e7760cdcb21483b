"""Texts that hold a good part of one another: copies, excerpts, copies inside a longer text.

Told by containment (Broder 1997): the shingles two texts share over those of the shorter. Jaccard
would miss excerpts and copies embedded in a longer text.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

CONTAINED = 0.25
LEAST_SHINGLES = 20
COMMONPLACE = 50
LEAST_SHARED = 8


def copies(rows: Sequence[frozenset[int]]) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs of texts (positions in `rows`) that copy one another, and the part shared.

    `rows` gives the shingles of each text. The pairs do not depend on the order of the texts, and
    what is looked at for one text is what it shares with others.
    """
    for (low, high), count in _shared(rows).items():
        part = count / min(len(rows[low]), len(rows[high]))
        if count >= LEAST_SHARED and part >= CONTAINED:
            yield low, high, part


def _shared(rows: Sequence[frozenset[int]]) -> Counter[tuple[int, int]]:
    """Return how many shingles each pair of texts shares."""
    first: dict[int, int] = {}
    later: dict[int, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if len(row) < LEAST_SHINGLES:
            continue
        for shingle in row:
            holder = first.setdefault(shingle, at)
            if holder != at:
                later[shingle].append(at)
    # What very many texts hold (a legal line, a slogan) is nobody's.
    held = Counter(
        (first[shingle], *others) for shingle, others in later.items() if len(others) < COMMONPLACE
    )
    shared: Counter[tuple[int, int]] = Counter()
    for holders, count in held.items():
        for pair in combinations(holders, 2):
            shared[pair] += count
    return shared
