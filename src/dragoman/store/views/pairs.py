"""All pairs of states that the record tells of, with how much it tells of each."""

from collections import Counter
from itertools import combinations
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from dragoman.store.tables import LISTED, item

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
    columns = (item.c.noun, item.c.states, item.c.parties)
    query = (
        select(*columns, func.count().label("number"))
        .where(item.c.noun.in_(NOUNS), item.c.states != "")
        .group_by(*columns)
        .with_hint(item, "INDEXED BY ix_item_by_day", "sqlite")
    )
    counts: dict[tuple[str, str], Counter[str]] = {}
    for noun, states, parties, number in connection.execute(query):
        acting = set(_codes(parties))
        for two in combinations(sorted(set(_codes(states))), 2):
            if not acting or acting.intersection(two):
                counts.setdefault(two, Counter())[noun] += number
    found = [Pair(*two, dict(by_noun)) for two, by_noun in counts.items()]
    return sorted(found, key=lambda pair: (-pair.total, pair.one, pair.other))


def _codes(listed: str) -> list[str]:
    return [code for code in listed.split(LISTED) if code]
