"""All pairs of states that the record tells of, with how much it tells of each."""

from collections import Counter
from itertools import combinations
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from dragoman.store.tables import LISTED, item

# As long as one code of three letters between two LISTED.
_ONE_STATE = 5
NOUNS = ("event", "commitment", "statement", "figure", "disagreement")


class Pair(NamedTuple):
    """Two states by code, in the order of the alphabet, and the number of items by noun."""

    one: str
    other: str
    counts: dict[str, int]

    @property
    def total(self) -> int:
        """Return how many items stand between the two."""
        return sum(self.counts.values())


def pairs(connection: Connection) -> list[Pair]:
    """Return every pair that an item stands between, the one most is told of first.

    What stands between two states is what the filter `between` lets through.
    """
    counts: dict[tuple[str, str], Counter[str]] = {}
    # A noun at a time, and by no more than these: SQLite sorts what it groups.
    for noun in NOUNS:
        columns = (item.c.states, item.c.parties)
        query = (
            select(*columns, func.count())
            .where(item.c.noun == noun, func.length(item.c.states) > _ONE_STATE)
            .group_by(*columns)
            .with_hint(item, "INDEXED BY ix_item_by_day", "sqlite")
        )
        for states, parties, number in connection.execute(query):
            acting = set(_codes(parties))
            for two in combinations(sorted(set(_codes(states))), 2):
                if not acting or acting.intersection(two):
                    counts.setdefault(two, Counter())[noun] += number
    found = [Pair(*two, dict(by_noun)) for two, by_noun in counts.items()]
    return sorted(found, key=lambda pair: (-pair.total, pair.one, pair.other))


def _codes(listed: str) -> list[str]:
    return [code for code in listed.split(LISTED) if code]
