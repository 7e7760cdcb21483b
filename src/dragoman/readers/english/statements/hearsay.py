"""What is told without anybody who says it: "is said to", "it is understood that", "reportedly"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.parties import agent
from dragoman.readers.english.clauses.spans import clause_tokens
from dragoman.readers.english.lexicon import mapping
from dragoman.readers.english.mentions.words import readable_sentences
from dragoman.readers.english.statements.found import Found, Voice
from dragoman.readers.english.statements.frames import hearsay_forms, match, value_forms, words
from dragoman.readers.english.statements.rumours import charged, rumoured
from dragoman.readers.english.statements.spans import trimmed
from dragoman.readers.english.statements.voices import voice_of
from dragoman.record.nouns import Hedge

_DENIALS = frozenset(("not", "n't", "n’t", "never", "yet"))


def hearsay(doc: Doc, inside: frozenset[int]) -> Iterator[Found]:
    """Yield the clauses, phrases and charges that a report tells as hearsay or as alleged."""
    for sent in readable_sentences(doc):
        for token in sent:
            found = None if token.i in inside else _heard(token)
            if found is not None:
                yield found


def _heard(token: Token) -> Found | None:
    low = token.lower_
    adverbs = mapping("statements", "cues.yaml")["adverbs"]
    if low in adverbs:
        return _adverb(token, adverbs[low])
    if low in words("adjectives") and (token.dep_ == "amod" or token.pos_ == "ADJ"):
        return charged(token)
    if token.pos_ in ("NOUN", "PROPN") and low in words("noun_unconfirmed") | words("noun_alleged"):
        return rumoured(token)
    return _passive(token)


def _passive(verb: Token) -> Found | None:
    """Return "X is said to …", "it is understood that …", "is put at …", or None."""
    low = verb.lower_
    heard, weighed = low in hearsay_forms(), low in value_forms()
    told = verb.tag_ == "VBN" and any(f.kind == "clause" for f in match(verb)[0])
    if not (heard or weighed or told) or not _has_be(verb):
        return None
    doc = verb.doc
    behind = doc[min(verb.i + 1, len(doc) - 1)].lower_
    if heard and behind == "to" and doc[min(verb.i + 2, len(doc) - 1)].tag_ in ("VB", "VBN"):
        return _clause(verb, "unconfirmed")
    if weighed and behind == "at":
        return _clause(verb, "unconfirmed")
    return _impersonal(verb, heard=heard)


def _impersonal(verb: Token, *, heard: bool) -> Found | None:
    """Return the clause of "it is understood that …" or "it was announced that …"."""
    doc = verb.doc
    if not any(c.lower_ == "it" for c in verb.children if c.i < verb.i):
        return None
    first = doc[min(verb.i + 1, len(doc) - 1)]
    bare = next((c for c in verb.children if c.dep_ in ("ccomp", "csubj", "csubj:pass")), None)
    if heard and bare is not None and bare.left_edge.i == first.i and first.lower_ != "that":
        span = trimmed(doc, first.i, verb.right_edge.i + 1)
        return Found([span], verb.i, Voice(), "hearsay", "unconfirmed") if span else None
    for at in range(verb.i + 1, min(verb.i + 10, verb.sent.end)):
        if doc[at].lower_ != "that" or doc[at].dep_ == "det":
            continue
        by = agent(verb)
        voice = (voice_of(by) if by is not None and by.i < at else None) or Voice()
        span = trimmed(doc, at + 1, max(verb.right_edge.i + 1, at + 1))
        hedge: Hedge = "unconfirmed" if heard and not voice.things else "stated"
        return Found([span], verb.i, voice, "hearsay", hedge) if span else None
    return None


def _has_be(verb: Token) -> bool:
    """Whether a verb stands in a finite passive that is not negated."""
    low = {c.lower_ for c in verb.children if c.i < verb.i}
    if low & _DENIALS:
        return False
    return any(c.dep_ == "aux:pass" and c.i < verb.i for c in verb.children) or bool(
        low & {"is", "was", "are", "were"}
    )


def _clause(verb: Token, hedge: Hedge) -> Found | None:
    tokens = clause_tokens(verb)
    span = trimmed(verb.doc, tokens[0].i, tokens[-1].i + 1)
    return Found([span], verb.i, Voice(), "hearsay", hedge) if span else None


def _adverb(token: Token, hedge: Hedge) -> Found | None:
    head = token.head
    if head.pos_ not in ("VERB", "AUX") and not any(c.dep_ == "cop" for c in head.children):
        return None
    return _clause(head, hedge)
