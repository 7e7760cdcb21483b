"""A stretch of words that may be a name, and the choice among those that overlap."""

import msgspec

from dragoman.record.nouns import EntityType


class Candidate(msgspec.Struct, frozen=True):
    """A stretch of tokens that may be a name; `rank` breaks ties, the higher wins."""

    start: int
    end: int
    type: EntityType
    country: str | None
    rank: int
    capital: bool = False


def choose(found: list[Candidate]) -> list[Candidate]:
    """Keep candidates that do not overlap: the longest first, then the higher rank."""
    taken: set[int] = set()
    kept: list[Candidate] = []
    for c in sorted(found, key=lambda c: (-(c.end - c.start), -c.rank, c.start)):
        if taken.isdisjoint(range(c.start, c.end)):
            taken.update(range(c.start, c.end))
            kept.append(c)
    return sorted(kept, key=lambda c: c.start)
