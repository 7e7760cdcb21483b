"""Pronouns to entities: the most salient fitting mention, nothing where a plain noun fits."""

from collections.abc import Callable, Iterable

from spacy.tokens import Doc, Token

from dragoman.readers.english.coreference.clauses import (
    clause_of,
    lemma,
    quoted,
    subject_of,
    verbs,
)
from dragoman.readers.english.coreference.slots import Slot, is_empty, slot_of
from dragoman.readers.english.coreference.things import Things
from dragoman.readers.english.coreference.trail import (
    SUBJECTS,
    Passed,
    Trail,
    first_of,
    nouns,
)
from dragoman.readers.english.coreference.weighing import Weigher
from dragoman.readers.english.mentions.nominals import words
from dragoman.readers.english.mentions.pronouns import PERSONAL, PLURAL

AGREES = 0.7
LONE = 1.5
QUOTED = 2.5
FAR, NEAR = 4, 2
HE = frozenset(("he", "him", "his", "himself"))


class Pronouns:
    """Resolves the pronouns of one report, in text order."""

    def __init__(self, doc: Doc, things: Things, trail: Trail) -> None:
        self.doc, self.things, self.trail = doc, things, trail
        self.named: dict[int, tuple[int, ...]] = {}
        self.quoted = quoted(doc)

    def resolve(self, token: Token) -> tuple[int, ...]:
        """Return the positions of the entities a pronoun stands for; empty where unknown."""
        low = token.lower_
        if low in verbs("reflexive"):
            return self._reflexive(token)
        if lemma(token.head) == "part" and token.dep_ == "nmod:poss":
            return self._subject_behind(token)
        if low in PERSONAL:
            gender = "m" if low in HE else "f"
            return self._best(token, FAR, lambda p: self._may_be_person(p, gender))
        if low in PLURAL:
            slot = slot_of(token)
            return self._best(token, NEAR, lambda p: self._may_be_several(p, slot))
        if is_empty(token):
            return ()
        slot = slot_of(token)
        return self._best(token, NEAR, lambda p: self._may_be_thing(p, slot))

    def _reflexive(self, token: Token) -> tuple[int, ...]:
        """Resolve "the ministry itself" to what it stands behind, else to the clause's subject."""
        before = self.doc[token.i - 1] if token.i else None
        if before is not None and before.pos_ in ("NOUN", "PROPN"):
            wanted = first_of(before) if before.dep_ == "flat" else before
        else:
            found = subject_of(clause_of(token))
            if found is None:
                return ()
            wanted = found
        for passed in self.trail.before(token, 0):
            if passed.token in (wanted.i, first_of(wanted).i) or (
                before is not None and self.doc[passed.token].head.i == before.i
            ):
                return passed.things
        return ()

    def _subject_behind(self, token: Token) -> tuple[int, ...]:
        """Resolve "for his part" to the subject of the clause, which may still follow."""
        found = subject_of(token.head.head)
        return () if found is None else self.named.get(found.i, ())

    def _best(
        self, token: Token, sentences: int, fit: Callable[[Passed], float | None]
    ) -> tuple[int, ...]:
        """Return what the likeliest mention stands for; () where it is a plain noun or none is."""
        weigher = Weigher(self.trail, token)
        speaker = self._speaker(token)
        best: tuple[float, tuple[int, ...]] | None = None
        for passed in self.trail.before(token, sentences):
            extra = fit(passed)
            weight = None if extra is None else weigher.score(passed)
            if extra is None or weight is None or not speaker.isdisjoint(passed.things):
                continue
            weight += extra - QUOTED * (self.quoted[passed.token] and not self.quoted[token.i])
            if best is None or weight > best[0]:
                best = (weight, passed.things)
        return best[1] if best else ()

    def _speaker(self, token: Token) -> frozenset[int]:
        """Return the persons who say the quotation that a pronoun stands in."""
        if not self.quoted[token.i]:
            return frozenset()
        heads = [t for t in token.sent if t.dep_ in SUBJECTS and not self.quoted[t.i]]
        return frozenset(
            thing
            for head in heads
            if lemma(clause_of(head)) in verbs("agents")
            for thing in self.named.get(head.i, ())
            if self.things.all[thing].kind == "person"
        )

    def _may_be_person(self, passed: Passed, gender: str) -> float | None:
        if passed.kind != "person" or passed.plural:
            return None
        if not passed.things:
            return 0.0
        known = self.things.all[passed.things[0]].gender
        if known is None:
            return 0.0
        return AGREES if known == gender else None

    def _may_be_several(self, passed: Passed, slot: Slot) -> float | None:
        kinds = self._kinds(passed.things)
        if passed.plural:
            if slot == "paper":
                return 0.0 if self._is_paper(passed) else None
            agents = not kinds.isdisjoint(("state", "person", "organization", "body"))
            return 0.0 if agents or slot == "any" or self._acts(passed) else None
        lone = slot == "agent" and kinds and kinds <= {"organization", "body", "state"}
        return -LONE if lone else None

    def _may_be_thing(self, passed: Passed, slot: Slot) -> float | None:
        if passed.plural or passed.kind == "person":
            return None
        if slot == "paper":
            return 0.0 if self._is_paper(passed) else None
        if slot == "agent":
            agents = passed.kind in ("state", "organization", "body")
            return 0.0 if agents or (not passed.things and self._acts(passed)) else None
        return None if passed.kind == "place" else 0.0

    def _kinds(self, things: Iterable[int]) -> set[str]:
        return {self.things.all[t].kind for t in things}

    def _is_paper(self, passed: Passed) -> bool:
        return passed.kind == "agreement" or lemma(self.doc[passed.token]) in nouns("papers")

    def _acts(self, passed: Passed) -> bool:
        """Whether an unnamed noun can act: a person, a state, an organization."""
        word = lemma(self.doc[passed.token])
        heads = words("organization_heads") | words("state_heads")
        return word in nouns("persons") or word in heads
