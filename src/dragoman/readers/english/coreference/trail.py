"""What a report has mentioned so far, and how likely each mention is to be pointed at.

Method: salience by grammatical place and distance, after Lappin and Leass, "An algorithm for
pronominal anaphora resolution" (Computational Linguistics, 1994). Nouns that name nothing known
take part too, so that a pronoun that stands for one of them is tied to nothing.
"""

from collections.abc import Iterator
from functools import cache

import msgspec
from spacy.tokens import Doc, Token

from dragoman.readers.english.coreference.things import Things
from dragoman.readers.english.drafts import Name
from dragoman.readers.english.lexicon import mapping
from dragoman.record.nouns import EntityType

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
PLACES = {"nsubj": 3.0, "obj": 2.0, "iobj": 2.0, "root": 2.0, "obl": 1.3, "nmod": 0.8}
OWNER = 1.0
OTHER = 0.8
KEPT = 160


class Passed(msgspec.Struct, frozen=True):
    """A mention or a noun passed on the way: what it stands for, and the weight of its place.

    `things` is empty for a noun that names nothing known; `kind` is then "person" where the noun
    says so. `plural` marks several.
    """

    token: int
    things: tuple[int, ...]
    kind: EntityType | None
    plural: bool
    sentence: int
    place: float


@cache
def nouns(key: str) -> frozenset[str]:
    """Return the list `key` of nouns.yaml as a set of lemmas."""
    return frozenset(mapping("coreference", "nouns.yaml")[key])


def anchor(token: Token) -> Token:
    """Return the word by which a mention hangs in its clause: what it is in apposition to."""
    while token.dep_ in ("appos", "flat", "nmod:desc") and token.head.i < token.i:
        token = token.head
    return token


def first_of(token: Token) -> Token:
    """Return the first of the words a word is joined with by "and", itself where it is alone."""
    token = anchor(token)
    while token.dep_ == "conj" and token.head.i < token.i:
        token = anchor(token.head)
    return token


def place_of(token: Token) -> float:
    """Return the weight of a word's place in its clause; what is joined shares the first's."""
    dep = first_of(token).dep_
    if dep == "nmod:poss":
        return OWNER
    return PLACES.get(dep.split(":")[0].lower(), OTHER)


class Trail:
    """Mentions and nouns in text order, each with its sentence and weight."""

    def __init__(self, doc: Doc, things: Things, names: tuple[Name, ...]) -> None:
        self.doc, self.things = doc, things
        self.passed: list[Passed] = []
        self._number = [0] * len(doc)
        for k, sent in enumerate(doc.sents):
            for i in range(sent.start, sent.end):
                self._number[i] = k
        self._unnamed = _unnamed(doc, names)
        self._next = next(self._unnamed, None)

    def sentence(self, token: Token) -> int:
        """Return the running number of the sentence a token stands in."""
        return self._number[token.i]

    def advance(self, token: Token) -> None:
        """Pass the nouns without a name that stand before `token`."""
        while self._next is not None and self._next.i < token.i:
            self.skip(self._next)
            self._next = next(self._unnamed, None)

    def skip(self, token: Token) -> None:
        """Note a noun that stands for nothing known."""
        kind: EntityType | None = "person" if token.lemma_.lower() in nouns("persons") else None
        self._note(token, (), kind, token.tag_ in ("NNS", "NNPS"))

    def add(self, token: Token, found: tuple[int, ...]) -> None:
        """Note that the things `found` were mentioned with head `token`."""
        self._note(token, found, self.things.all[found[0]].kind, len(found) > 1)

    def group(self, token: Token, found: tuple[int, ...]) -> None:
        """Note several things told together by the words that end in `token`."""
        self._note(token, found, self.things.all[found[0]].kind, True)

    def _note(
        self, token: Token, found: tuple[int, ...], kind: EntityType | None, plural: bool
    ) -> None:
        self.passed.append(
            Passed(token.i, found, kind, plural, self.sentence(token), place_of(token))
        )

    def before(self, token: Token, sentences: int) -> Iterator[Passed]:
        """Yield what was passed before `token` within so many sentences, the latest first."""
        here = self.sentence(token)
        for passed in reversed(self.passed[-KEPT:]):
            if here - passed.sentence > sentences:
                return
            if passed.token < token.i:
                yield passed


def _unnamed(doc: Doc, names: tuple[Name, ...]) -> Iterator[Token]:
    spans = [(n.start, n.end) for n in names] + [(t.start, t.end) for t in doc._.times or ()]
    covered = {i for start, end in spans for i in tokens_at(doc, start, end)}
    readable = doc._.readable
    for token in doc:
        if token.i in covered or not readable[token.i]:
            continue
        if token.pos_ == "NOUN" and token.dep_.split(":")[0].lower() in (*PLACES, "conj"):
            yield token


def tokens_at(doc: Doc, start: int, end: int) -> range:
    """Return the positions of the tokens that characters [start, end) touch."""
    found = doc.char_span(start, end, alignment_mode="expand")
    return range(0) if found is None else range(found.start, found.end)
