"""The entities of one report while they are being collected."""

from collections import Counter

from dragoman.readers.english.drafts import Thing
from dragoman.readers.english.gazetteer.lookup import fold
from dragoman.record.nouns import EntityType


class Collected:
    """One entity in the making: its names with counts, votes for its country, its offices.

    `marked` are the states a person is marked with in so many words ("the Omani minister"); `led`
    the state it is known to have led; `gender` is "m" or "f" where the words around a name tell.
    """

    def __init__(self, kind: EntityType, country: str | None = None) -> None:
        self.kind: EntityType = kind
        self.names: Counter[str] = Counter()
        self.votes: Counter[str] = Counter()
        self.offices: list[str] = []
        self.within: int | None = None
        self.label: str | None = None
        self.guess: str | None = None
        self.marked: set[str] = set()
        self.led: str | None = None
        self.gender: str | None = None
        if country:
            self.votes[country] += 3

    @property
    def country(self) -> str | None:
        """The state most votes name; None without votes."""
        if not self.votes:
            return None
        return min(self.votes, key=lambda c: (-self.votes[c], c))

    @property
    def likely_country(self) -> str | None:
        """The state the words tell, else the one presumed."""
        return self.country or self.guess

    def best_name(self) -> str:
        """Return the fullest written name; of equals the most frequent, then the first in order."""
        if self.label:
            return self.label
        return min(self.names, key=lambda n: (-len(fold(n).split()), -self.names[n], -len(n), n))

    def words(self) -> list[str]:
        """Return the folded words of the fullest name."""
        return fold(self.best_name()).replace(".", " ").split()

    def freeze(self) -> Thing:
        """Return the finished draft."""
        return Thing(
            type=self.kind,
            name=self.best_name() if self.names or self.label else "",
            country=self.country,
            guess=self.guess,
            names=tuple(sorted(self.names)),
            within=self.within,
        )


class Things:
    """All entities of one report, in order of first mention."""

    def __init__(self) -> None:
        self.all: list[Collected] = []

    def add(self, kind: EntityType, country: str | None = None) -> int:
        """Open a new entity; return its position."""
        self.all.append(Collected(kind, country))
        return len(self.all) - 1

    def of_kind(self, *kinds: EntityType) -> list[int]:
        """Return the positions of the entities of these types."""
        return [i for i, t in enumerate(self.all) if t.kind in kinds]

    def state(self, country: str, name: str) -> int:
        """Return the position of a state, opened where it is not there yet."""
        for i in self.of_kind("state"):
            if self.all[i].country == country:
                return i
        at = self.add("state", country)
        self.all[at].label = name
        return at
