"""What an adjective or a participle tells: "is committed to peace", "is due in May"."""

from collections.abc import Mapping

from spacy.tokens import Token

from dragoman.readers.english.clauses.arguments import parties_of
from dragoman.readers.english.clauses.parties import subject
from dragoman.readers.english.clauses.reality import in_headline
from dragoman.readers.english.clauses.when import times_by_token
from dragoman.readers.english.commitments.content import infinitive
from dragoman.readers.english.commitments.cues import phrased_cues, verbs_of, words_of
from dragoman.readers.english.commitments.found import Found
from dragoman.readers.english.commitments.spans import from_cue
from dragoman.record.nouns import CommitmentKind

BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "'s", "’s", "'re", "’re"))
REFLEXIVE = frozenset(("itself", "himself", "herself", "themselves", "ourselves", "myself"))
DATED: Mapping[str, CommitmentKind] = {
    "due": "planned",
    "expected": "expected",
    "scheduled": "planned",
    "slated": "planned",
    "planned": "planned",
}
"""What needs no infinitive where a time follows: "is due in May"."""

SET: Mapping[str, CommitmentKind] = {
    "set": "planned",
    "fixed": "planned",
    "foreseen": "planned",
    "booked": "planned",
    "timed": "planned",
    "anticipated": "expected",
    "promised": "pledged",
    "pledged": "pledged",
}
"""The same behind "for" or "by", for with "in" they tell when it was set: "fixed for May"."""


def by_adjective(word: Token) -> Found | None:
    """Return what "is committed to peace", "is due in May" tells."""
    kind = None
    content = None
    dated = word.lower_ in (*DATED, *SET) and not _opens_infinitive(word)
    for child in word.children:
        mark = _opened(child)
        if child.i > word.i and (mark is not None or dated) and (dated or not infinitive(word)):
            kind = phrased_cues().get((word.lower_, mark or ""))
            known = times_by_token(word.doc)
            if child.i in known or (dated and any(t.i in known for t in child.children)):
                kind = DATED.get(word.lower_) if dated else kind
                kind = SET.get(word.lower_, kind) if mark in ("for", "by") else kind
            if kind is not None:
                content = child
                break
    if kind is None or content is None or (dated and not after_be(word)):
        return None
    named = subject(word)
    if named is None or not (parties_of(named) or (dated and _is_thing(named))):
        return None
    start, end = from_cue(word, content)
    if dated:
        start, content = named.left_edge.idx, word
    return Found(kind=kind, cue=word.i, content=content.i, span=(start, end), by=parties_of(named))


def _opens_infinitive(word: Token) -> bool:
    """Whether an infinitive stands right behind a word, and tells what it is due to do."""
    after = word.nbor() if word.i + 1 < len(word.doc) else word
    return after.lower_ == "to" and infinitive(word) is not None


def _opened(word: Token) -> str | None:
    """Return the preposition before a phrase or a gerund."""
    marks = (str(c.lower_) for c in word.children if c.dep_ in ("case", "mark") and c.i < word.i)
    return next(marks, None)


def after_be(word: Token) -> bool:
    """Return whether a word is told of somebody: behind a form of "be", in a headline."""
    before = [t.lower_ for t in word.doc[max(word.sent.start, word.i - 3) : word.i]]
    held = BE | REFLEXIVE | verbs_of("lasting")
    return any(w in held for w in before) or in_headline(word) or word.dep_ == "acl"


def _is_thing(noun: Token) -> bool:
    """Return whether a subject may be due: weather and bare pronouns are not."""
    return noun.lower_ not in words_of("no_party")
