"""One description or pronoun to the entities it stands for."""

from spacy.tokens import Doc, Token

from dragoman.readers.english.coreference.countries import Countries
from dragoman.readers.english.coreference.described import Described
from dragoman.readers.english.coreference.persons import Persons
from dragoman.readers.english.coreference.pronouns import Pronouns
from dragoman.readers.english.coreference.things import Things
from dragoman.readers.english.coreference.trail import Trail, tokens_at
from dragoman.readers.english.drafts import Name
from dragoman.readers.english.gazetteer.lookup import gazetteer
from dragoman.readers.english.mentions.pronouns import NEUTER, PERSONAL, PLURAL

NEAR_GROUP = 2


class Resolver:
    """Resolves the unnamed mentions of one report, in text order.

    `owners` keeps for each possessive pronoun what it was found to stand for.
    """

    def __init__(self, doc: Doc, things: Things, trail: Trail, main: list[str]) -> None:
        self.doc, self.things, self.trail = doc, things, trail
        self.pronouns = Pronouns(doc, things, trail)
        self.persons = Persons(doc, things, trail)
        self.countries = Countries(doc, things, trail, main)
        self.described = Described(doc, things, trail, main)
        self.apposed: dict[int, tuple[int, ...]] = {}

    def know(self, named: dict[int, tuple[int, ...]]) -> None:
        """Take the entities of the names, by the token that heads each."""
        self.apposed = named
        self.pronouns.named = named

    def resolve(self, name: Name) -> tuple[int, ...]:
        """Return the positions of the entities `name` stands for; empty where unknown."""
        token = self.doc[name.head]
        if name.type is None and token.lower_ in ("both", "two"):
            return self._both(token)
        if name.form == "pronoun":
            return self.pronouns.resolve(token)
        apposed = self._apposed(token) if not name.plural else None
        if apposed is not None:
            return apposed
        if name.plural:
            return self._several(name, token)
        return self._one(name, token)

    def _one(self, name: Name, token: Token) -> tuple[int, ...]:
        match name.type:
            case "person":
                return self._person(name, token)
            case "state":
                return self.countries.one(name, token, self._owner(name))
            case "place":
                return self._capital(name)
            case "organization":
                return self.described.organization(name, token)
        return self.described.other(name, token, name.type or "body")

    def _apposed(self, token: Token) -> tuple[int, ...] | None:
        """Return what a description is told to be: "its envoy, Amina Said"."""
        for child in token.children:
            if child.dep_ == "appos" and child.i > token.i and child.i in self.apposed:
                return self.apposed[child.i]
        return None

    def _owner(self, name: Name) -> tuple[int, ...] | None:
        """Return whose a description is, by the possessive in it; None where there is none."""
        for i in tokens_at(self.doc, name.start, name.end):
            if self.doc[i].dep_ == "nmod:poss" and self.doc[i].lower_ in PERSONAL | PLURAL | NEUTER:
                return self.pronouns.resolve(self.doc[i])
        return None

    def _person(self, name: Name, token: Token) -> tuple[int, ...]:
        if token.tag_ in ("NNS", "NNPS"):
            if not name.country:
                return ()
            return self.persons.officials(name, token) or (self.countries.thing(name.country),)
        return self.persons.one(name, token, self._owner(name) or ())

    def _several(self, name: Name, token: Token) -> tuple[int, ...]:
        if name.type == "person":
            return self.persons.several(name, token)
        if name.type == "organization":
            return self.described.organizations(name, token)
        return self.countries.several(name, token)

    def _both(self, token: Token) -> tuple[int, ...]:
        """Resolve "both" and "the two" that stand alone: the last two told together."""
        for passed in self.trail.before(token, NEAR_GROUP):
            if len(passed.things) == 2:
                return passed.things
        return ()

    def _capital(self, name: Name) -> tuple[int, ...]:
        """Resolve "the Polish capital" to the city, where the report names it."""
        for i in self.things.of_kind("place"):
            if any(gazetteer().capital(n) == name.country for n in self.things.all[i].names):
                return (i,)
        return ()
