"""Descriptions of states to the states: "the government", "its neighbour", "both sides"."""

from spacy.tokens import Doc, Token

from dragoman.readers.english.coreference.kinds import number_in, states
from dragoman.readers.english.coreference.things import Things
from dragoman.readers.english.coreference.trail import Passed, Trail
from dragoman.readers.english.coreference.weighing import Weigher
from dragoman.readers.english.drafts import Name
from dragoman.readers.english.gazetteer.lookup import gazetteer
from dragoman.readers.english.mentions.words import written

NEAR, FAR = 6, 12
SPEAKS_FOR = 0.6


class Countries:
    """Resolves descriptions of states in one report; `main` are the states it is about."""

    def __init__(self, doc: Doc, things: Things, trail: Trail, main: list[str]) -> None:
        self.doc, self.things, self.trail, self.main = doc, things, trail, main

    def thing(self, country: str) -> int:
        """Return the position of a state."""
        return self.things.state(country, gazetteer().names.get(country, country))

    def one(self, name: Name, token: Token, owner: tuple[int, ...] | None) -> tuple[int, ...]:
        """Return the state a description stands for; `owner` is whose it is, None where unsaid."""
        if name.country:
            return (self.thing(name.country),)
        word = token.lemma_.lower()
        if owner is not None:
            return self._owned(word, owner)
        called = states(word)
        if called is not None:
            return self._called(word, called, token)
        country = self._likeliest(token)
        return () if country is None else (self.thing(country),)

    def _owned(self, word: str, owner: tuple[int, ...]) -> tuple[int, ...]:
        """Return the state of "its troops" or "his country", the other one for "its neighbour"."""
        found = [c for c in (self.things.all[i].likely_country for i in owner) if c]
        if len(found) != len(owner) or not found:
            return ()
        if word.startswith("neighb"):
            others = [c for c in self.main[:2] if c not in found]
            return (self.thing(others[0]),) if len(found) == len(others) == 1 else ()
        return tuple(dict.fromkeys(self.thing(c) for c in found))

    def _called(self, word: str, called: frozenset[str], token: Token) -> tuple[int, ...]:
        """Return the state that is an island, a kingdom …, or the island last named."""
        for passed in self.trail.before(token, FAR):
            if len(passed.things) != 1:
                continue
            item = self.things.all[passed.things[0]]
            if passed.kind == "place" and any(word in n.lower().split() for n in item.names):
                return passed.things
            if passed.kind == "state" and item.country in called:
                return passed.things
        return ()

    def _likeliest(self, token: Token) -> str | None:
        """Return the state of the weightiest state, or of who speaks for one, before `token`."""
        weigher = Weigher(self.trail, token)
        best: tuple[float, str] | None = None
        for passed in self.trail.before(token, NEAR):
            country = self._country(passed, weigher.here)
            weight = weigher.score(passed) if country else None
            if country is None or weight is None:
                continue
            weight -= 0.0 if passed.kind == "state" else SPEAKS_FOR
            if best is None or weight > best[0]:
                best = (weight, country)
        return best[1] if best else None

    def _country(self, passed: Passed, here: int) -> str | None:
        if len(passed.things) != 1:
            return None
        item = self.things.all[passed.things[0]]
        if passed.kind == "state":
            return item.country
        speaks = passed.kind in ("person", "organization") and passed.sentence == here
        return item.likely_country if speaks else None

    def several(self, name: Name, token: Token) -> tuple[int, ...]:
        """Resolve "both sides", "the three countries"."""
        count = number_in(written(self.doc, name))
        for passed in self.trail.before(token, 1):
            group = tuple(i for i in passed.things if self.things.all[i].kind == "state")
            if len(group) == count and self._are_the_subject(group):
                return group
        if len(self.main) < count:
            return ()
        return tuple(self.thing(c) for c in self.main[:count])

    def _are_the_subject(self, group: tuple[int, ...]) -> bool:
        """Whether a group holds one of the two states the report is about most."""
        return any(self.things.all[i].country in self.main[:2] for i in group)
