"""How likely each passed mention is what a pronoun or description at one place points at."""

from spacy.tokens import Token

from dragoman.readers.english.coreference.clauses import (
    clause_of,
    governors,
    holds,
    lemma,
    subject_of,
    verbs,
)
from dragoman.readers.english.coreference.trail import Passed, Trail, first_of, place_of

PER_SENTENCE = 2.2
GOVERNS = (2.0, 1.2, 0.8)
PARALLEL = 0.5
JUDGED = 3.0
LATER = 0.5
BEHIND = 4
OBJECTS = ("obj", "iobj", "obl", "nmod")


class Weigher:
    """Scores mentions as antecedents of `token`: near ones, subjects, and what governs it first."""

    def __init__(self, trail: Trail, token: Token) -> None:
        self.trail, self.token = trail, token
        self.here = trail.sentence(token)
        self.ruling = [first_of(t).i for t in governors(token)][: len(GOVERNS)]
        self.barred = self._same_clause()

    def score(self, passed: Passed) -> float | None:
        """Return the weight of a mention, None where it cannot be meant."""
        noun = self.trail.doc[passed.token]
        if not self.barred.isdisjoint(passed.things) or holds(noun, self.token):
            return None
        away = self.here - passed.sentence
        score = passed.place - PER_SENTENCE * away + LATER * passed.token / (1 + self.token.i)
        first = first_of(noun).i
        if away == 0 and first in self.ruling:
            score += GOVERNS[self.ruling.index(first)]
        if place_of(self.token) == passed.place:
            score += PARALLEL
        return score + JUDGED * self._is_judged(noun)

    def _is_judged(self, noun: Token) -> bool:
        """Whether the two stand as in "thanked X for his support"."""
        verb = noun.head
        if self.token.dep_ != "nmod:poss":
            return False
        if first_of(noun).dep_ in ("obj", "iobj"):
            return lemma(verb) in verbs("judged") and verb.is_ancestor(self.token)
        before = self.trail.doc[self.token.i - 1]
        thanked = before.lower_ == "for" and self.token.i - BEHIND <= noun.i < self.token.i
        return thanked and any(lemma(t) in verbs("thanks") for t in self.token.sent)

    def _same_clause(self) -> frozenset[int]:
        """Return the things that act in the clause in which `token` is acted on."""
        dep = self.token.dep_
        if dep.split(":")[0] not in OBJECTS or dep == "nmod:poss":
            return frozenset()
        found = subject_of(clause_of(self.token))
        if found is None or found.i > self.token.i:
            return frozenset()
        wanted = first_of(found).i
        return frozenset(
            thing
            for passed in self.trail.before(self.token, 0)
            if first_of(self.trail.doc[passed.token]).i == wanted
            for thing in passed.things
        )
