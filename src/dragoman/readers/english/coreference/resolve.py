"""One description or pronoun to the entities it stands for."""

from spacy.tokens import Doc, Token

from dragoman.readers.english.coreference.likeness import plain
from dragoman.readers.english.coreference.pointing import Seen, person_by_office
from dragoman.readers.english.coreference.things import Things
from dragoman.readers.english.drafts import Name
from dragoman.readers.english.gazetteer.lookup import fold, gazetteer
from dragoman.readers.english.mentions.nominals import PERSONAL, PLURAL
from dragoman.readers.english.mentions.words import written
from dragoman.record.nouns import EntityType

NEAR_GROUP = 2
SMALL = frozenset(
    (
        "the",
        "a",
        "an",
        "this",
        "that",
        "its",
        "their",
        "his",
        "her",
        "our",
        "of",
        "and",
        "both",
        "two",
    )
)


class Resolver:
    """Resolves the unnamed mentions of one report, in text order."""

    def __init__(self, doc: Doc, things: Things, seen: Seen, main: list[str]) -> None:
        self.doc, self.things, self.seen, self.main = doc, things, seen, main

    def resolve(self, name: Name) -> tuple[int, ...]:
        """Return the positions of the entities `name` stands for; empty where unknown."""
        token = self.doc[name.head]
        if name.form == "pronoun":
            return self._pronoun(token)
        if name.plural:
            return self._pair(name, token)
        if name.type == "person":
            return self._person(name, token)
        if name.type == "state":
            return self._state(name, token)
        return self._thing(name)

    def _pronoun(self, token: Token) -> tuple[int, ...]:
        low = token.lower_
        if low in PERSONAL:
            return _tuple(self.seen.latest(token, ("person",)))
        if low in PLURAL:
            near = self.seen.sentence(token) - self.seen.group_sentence
            if self.seen.group and near <= NEAR_GROUP:
                return self.seen.group
            return _tuple(self.seen.latest(token, ("organization", "state", "body")))
        kinds: tuple[EntityType, ...] = ("state", "organization", "body")
        return _tuple(self.seen.latest(token, kinds))

    def _pair(self, name: Name, token: Token) -> tuple[int, ...]:
        """Resolve "both sides", "the two ministers", "the three countries"."""
        if name.type == "person":
            return self._two_persons(token)
        count = 3 if self._has(name, "three") else 2
        near = self.seen.sentence(token) - self.seen.group_sentence
        group = tuple(i for i in self.seen.group if self.things.all[i].kind == "state")
        if len(group) == count and near <= 1:
            return group
        return tuple(self.things.state(c, gazetteer().names.get(c, c)) for c in self.main[:count])

    def _two_persons(self, token: Token) -> tuple[int, ...]:
        near = self.seen.sentence(token) - self.seen.group_sentence
        group = tuple(i for i in self.seen.group if self.things.all[i].kind == "person")
        if len(group) == 2 and near <= NEAR_GROUP:
            return group
        found: list[int] = []
        for passed in reversed(self.seen.trail):
            item = self.things.all[passed.thing]
            if item.kind != "person" or passed.start >= token.idx or passed.thing in found:
                continue
            others = {self.things.all[i].country for i in found}
            if found and item.country is not None and item.country in others:
                continue
            found.append(passed.thing)
            if len(found) == 2:
                break
        return tuple(sorted(found)) if len(found) == 2 else ()

    def _has(self, name: Name, word: str) -> bool:
        return word in written(self.doc, name).lower().split()

    def _person(self, name: Name, token: Token) -> tuple[int, ...]:
        several = token.tag_ == "NNS"
        if several:
            return self._officials(name, token)
        found = person_by_office(self.doc, name, self.things, self.seen)
        if found is not None:
            return (found,)
        if token.lower_ in ("leader", "visitor", "guest", "politician"):
            return _tuple(self.seen.latest(token, ("person",), name.country))
        return ()

    def _officials(self, name: Name, token: Token) -> tuple[int, ...]:
        """Resolve "the Kenyan ministers": those named of that state, else the state itself."""
        wanted = fold(token.lemma_ or token.text).rstrip("s")
        if not name.country:
            return ()
        found = {
            p.thing
            for p in self.seen.trail
            if self.things.all[p.thing].kind == "person"
            and self.things.all[p.thing].country == name.country
            and any(wanted in office for office in self.things.all[p.thing].offices)
        }
        if found:
            return tuple(sorted(found))
        return (self.things.state(name.country, gazetteer().names[name.country]),)

    def _state(self, name: Name, token: Token) -> tuple[int, ...]:
        if name.country:
            return (self.things.state(name.country, gazetteer().names[name.country]),)
        return _tuple(self.seen.latest(token, ("state",)))

    def _thing(self, name: Name) -> tuple[int, ...]:
        """Resolve "the ministry", "joint working groups", "the gas deal"."""
        kind = name.type or "organization"
        text = written(self.doc, name)
        content = _content(text)
        best: tuple[float, int] | None = None
        for i in self.things.of_kind(kind, *(("body",) if kind == "organization" else ())):
            item = self.things.all[i]
            if name.country and item.country not in (None, name.country):
                continue
            shared = max((len(content & _content(n)) for n in item.names), default=0)
            shared = max(shared, len(content & _content(item.label or "")))
            if shared and (best is None or shared >= best[0]):
                best = (shared, i)
        if best is not None and (best[0] == len(content) or len(content) < 3 or best[0] >= 2):
            return (best[1],)
        if not self._worth_an_entity(kind, content, name):
            return ()
        at = self.things.add(kind, name.country)
        self.things.all[at].label = _label(text)
        return (at,)

    def _worth_an_entity(self, kind: EntityType, content: set[str], name: Name) -> bool:
        if kind == "body":
            return len(content) > 1
        if kind == "organization":
            return bool(name.country) and len(content) > 1
        return len(content) > 2 if kind == "agreement" else len(content) > 1


def _tuple(found: int | None) -> tuple[int, ...]:
    return () if found is None else (found,)


def _content(text: str) -> set[str]:
    known = gazetteer().adjectives
    out = set()
    for word in plain(text).replace("’", "'").replace("'s", "").replace("-", " ").split():
        if word not in SMALL and word not in known:
            out.add(word.rstrip("s") if len(word) > 3 else word)
    return out


def _label(text: str) -> str:
    parts = text.split()
    while len(parts) > 1 and parts[0].lower() in SMALL:
        parts.pop(0)
    return " ".join(parts)
