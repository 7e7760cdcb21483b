"""Who takes part, and for which state: a person stands for theirs, a ministry for its own."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from dragoman.linking.lexicon import table_of, words_of
from dragoman.linking.wording.words import Words, content_words, tokens
from dragoman.record.nouns import Entity

Sides = Mapping[str, frozenset[str]]
Party = tuple[str, ...]


class Parties:
    """Answers what the entities of the record stand for."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        """Take the entities of the record by id."""
        self.entities = entities
        self._words: dict[str, Words] = {}
        self._sides: dict[Party, Sides] = {}
        self._likeness: dict[tuple[Party, Party], float] = {}

    @cached_property
    def state_words(self) -> dict[str, frozenset[str]]:
        """Return for the names of one word the states (sides) that bear them."""
        found: dict[str, set[str]] = defaultdict(set)
        for own, row in self.entities.items():
            for name in row.names if row.type == "state" else ():
                words = content_words(name)
                if len(words) == 1:
                    found[next(iter(words))].add(self.side(own))
        return {word: frozenset(sides) for word, sides in found.items()}

    @cached_property
    def _named(self) -> dict[str, list[tuple[int, int, str]]]:
        found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for own, row in self.entities.items():
            for m in row.mentions:
                if m.form == "name":
                    found[m.report].append((m.start, m.end, own))
        return {report: sorted(names) for report, names in found.items()}

    def named_in(self, report: str, start: int, end: int) -> frozenset[str]:
        """Return the entities whose names stand in a stretch of a report."""
        names = self._named.get(report, [])
        first = bisect_left(names, (start, 0, ""))
        last = bisect_left(names, (end, 0, ""))
        return frozenset(own for _, stop, own in names[first:last] if stop <= end)

    def side(self, entity: str) -> str:
        """Return the state (ISO code) an entity stands for, told or presumed, or its own id."""
        row = self.entities[entity]
        return row.country or row.presumed or entity

    def sides(self, entities: Party) -> Sides:
        """Return for each side who is named on it besides the state itself."""
        if entities not in self._sides:
            named: dict[str, set[str]] = defaultdict(set)
            for entity in entities:
                own = named[self.side(entity)]
                if self.entities[entity].type != "state":
                    own.add(entity)
            self._sides[entities] = {side: frozenset(own) for side, own in named.items()}
        return self._sides[entities]

    def persons(self, entities: Iterable[str]) -> dict[str, frozenset[str]]:
        """Return for each side the persons named on it; sides without one are left out."""
        found: dict[str, set[str]] = defaultdict(set)
        for entity in entities:
            if self.entities[entity].type == "person":
                found[self.side(entity)].add(entity)
        return {side: frozenset(own) for side, own in found.items()}

    def words(self, entities: Iterable[str]) -> Words:
        """Return the stems of the written forms of several entities and of their states' names."""
        return frozenset().union(*(self._words_of(e) for e in entities))

    def _words_of(self, entity: str) -> Words:
        if entity not in self._words:
            row = self.entities[entity]
            state = table_of("country_words").get(row.country or "", "")
            names = (row.name, *row.names, *state.split("|"))
            self._words[entity] = frozenset().union(*(content_words(n) for n in names))
        return self._words[entity]

    def likeness(self, a: Party, b: Party) -> float:
        """Return how far two sets of entities are the same parties, 0 to 1.

        Sides count first; where both name somebody on a side, who is named counts too.
        """
        if (a, b) not in self._likeness:
            self._likeness[a, b] = _likeness(self.sides(a), self.sides(b))
        return self._likeness[a, b]


def _likeness(mine: Sides, theirs: Sides) -> float:
    both = mine.keys() & theirs.keys()
    if not both:
        return 0.0
    shared = 2 * len(both) / (len(mine) + len(theirs))
    told = [s for s in sorted(both) if mine[s] and theirs[s]]
    if not told:
        return 0.9 * shared
    same = sum(2 * len(mine[s] & theirs[s]) / (len(mine[s]) + len(theirs[s])) for s in told) / len(
        told
    )
    return shared * (0.6 + 0.4 * same)


def same_company(a: dict[str, frozenset[str]], b: dict[str, frozenset[str]]) -> bool:
    """Tell whether on every side that both name somebody, they name somebody in common."""
    return all(a[side] & b[side] for side in a.keys() & b.keys())


def is_town(place: Entity) -> bool:
    """Tell whether a place is a town as far as its name tells."""
    named = set(tokens(place.name))
    return place.type == "place" and place.within is None and not named & words_of("place_kinds")
