"""Nouns that bring what nobody vouches for: "reports emerged of", "alleged abuses"."""

from functools import cache

from spacy.tokens import Token

from dragoman.readers.english.clauses.parties import subject, things_of
from dragoman.readers.english.statements.found import Found, Voice
from dragoman.readers.english.statements.frames import forms, speakers, words
from dragoman.readers.english.statements.owners import SPEAKING
from dragoman.readers.english.statements.phrases import left_edge
from dragoman.readers.english.statements.spans import trimmed
from dragoman.readers.english.statements.subjects import noun_before

_NEAR = 7
_PARTS = ("obl", "obj", "nmod", "conj", "nsubj")


def rumoured(token: Token) -> Found | None:
    """Return what follows "reports emerged of", "rumours that", "allegations by X that"."""
    alleged = token.lower_ in words("noun_alleged")
    surfaced = token.head.lower_ in _surfacing() and token.dep_.startswith("nsubj")
    opener = _opener(token, token.i)
    if opener is None and surfaced:
        opener = _opener(token.head, token.head.i)
    if opener is None or token.doc[token.i - 1].lower_ == "in":
        return None
    if opener.lower_ == "of" and not (surfaced or token.lower_ in speakers("hearing")):
        return None
    head = token.head if surfaced and opener.i > token.head.i else token
    end = _end(head, opener.i)
    span = trimmed(token.doc, opener.i + 1, end)
    if span is None:
        return None
    things = _charging(token) if alleged else ()
    voice = Voice(things=things, source=_alone(token))
    return Found([span], token.i, voice, "hearsay", "alleged" if alleged else "unconfirmed")


def _opener(token: Token, first: int) -> Token | None:
    """Return the "that" or "of" that opens what a noun or its verb brings, close behind it."""
    doc = token.doc
    for at in range(first + 1, min(first + _NEAR, token.sent.end)):
        low = doc[at].lower_
        if low == "that" and doc[at].dep_ in ("mark", "case"):
            return doc[at]
        if low == "of" and (at == first + 1 or doc[first].pos_ == "VERB"):
            return doc[at]
        if doc[at].pos_ in ("VERB", "AUX") or doc[at].text in (",", ".", ";"):
            return None
    return None


def _end(head: Token, opener: int) -> int:
    """Return the token behind all that hangs on a noun or its verb from `opener` on."""
    ends = [
        c.right_edge.i + 1 for c in head.children if c.right_edge.i > opener and c.dep_ != "punct"
    ]
    verbal = [
        c.left_edge.i
        for c in head.children
        if c.left_edge.i > opener + 1 and c.dep_ in ("conj", "parataxis")
    ]
    return min([max(ends, default=opener + 1), *verbal])


def _charging(token: Token) -> tuple[int, ...]:
    """Return who charges: "Peru's claims that", "claims by Peru that"."""
    known = token.doc._.things
    for child in token.children:
        by = any(c.lower_ in ("by", "from") and c.dep_ == "case" for c in child.children)
        if child.dep_ == "nmod:poss" or by:
            able = tuple(i for i in things_of(child) if known[i].type in SPEAKING)
            if able:
                return able
    return ()


def _alone(token: Token) -> str:
    return " ".join(token.doc[left_edge(token) : token.i + 1].text.split())


@cache
def _surfacing() -> frozenset[str]:
    return frozenset(f for verb in words("noun_verbs") for f in forms(verb))


def charged(token: Token) -> Found | None:
    """Return "alleged abuses" with who acts on it as the speaker."""
    noun = token.head
    if noun.i <= token.i or noun.dep_.split(":")[0] not in _PARTS:
        return None
    last = max((t.i for t in noun.subtree if t.i > noun.i and t.head.i >= token.i), default=noun.i)
    span = trimmed(token.doc, token.i, last + 1)
    governor = noun.head
    while governor.pos_ not in ("VERB", "AUX") and governor.head.i != governor.i:
        governor = governor.head
    who = subject(governor) or noun_before(governor)
    known = token.doc._.things
    things = tuple(i for i in things_of(who) if known[i].type in SPEAKING)
    if span is None or (who is not None and who.i > token.i):
        return None
    return Found([span], token.i, Voice(things=things[:1]), "charged", "alleged")
