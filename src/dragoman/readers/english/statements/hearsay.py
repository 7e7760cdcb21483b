"""What is told without anybody who says it: "is said to", "reportedly", "reports emerged of"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.parties import subject, things_of
from dragoman.readers.english.clauses.spans import clause_tokens
from dragoman.readers.english.lexicon import mapping
from dragoman.readers.english.mentions.words import readable_sentences
from dragoman.readers.english.statements.found import Found, Voice
from dragoman.readers.english.statements.frames import forms, hearsay_forms, speakers, words
from dragoman.readers.english.statements.spans import trimmed
from dragoman.readers.english.statements.voices import SPEAKING, left_edge


def hearsay(doc: Doc, inside: frozenset[int]) -> Iterator[Found]:
    """Yield the clauses, phrases and charges that a report tells as hearsay or as alleged."""
    for sent in readable_sentences(doc):
        for token in sent:
            if token.i in inside:
                continue
            found = _heard(token)
            if found is not None:
                yield found


def _heard(token: Token) -> Found | None:
    low = token.lower_
    adverbs = mapping("statements", "cues.yaml")["adverbs"]
    if low in adverbs:
        return _adverb(token, adverbs[low])
    if low in words("adjectives") and token.pos_ != "VERB":
        return _charged(token)
    if token.pos_ in ("NOUN", "PROPN") and low in words("noun_unconfirmed") | words("noun_alleged"):
        return _noun(token)
    return _passive(token) if low in hearsay_forms() else None


def _passive(verb: Token) -> Found | None:
    """Return "X is said to …" and "it is understood that …", or None."""
    if not any(c.dep_ == "aux:pass" or (c.lemma_ == "be" and c.i < verb.i) for c in verb.children):
        return None
    doc = verb.doc
    nxt = doc[min(verb.i + 1, len(doc) - 1)].lower_
    if nxt == "to" and doc[min(verb.i + 2, len(doc) - 1)].tag_ in ("VB", "VBN"):
        return _clause(verb, "unconfirmed")
    opened = any(c.lower_ == "it" for c in verb.children if c.i < verb.i)
    if opened and nxt == "that":
        span = trimmed(doc, verb.i + 2, max(verb.right_edge.i + 1, verb.i + 2))
        return Found([span], verb.i, Voice(), "hearsay", "unconfirmed") if span else None
    return None


def _clause(verb: Token, hedge: str) -> Found | None:
    tokens = clause_tokens(verb)
    span = trimmed(verb.doc, tokens[0].i, tokens[-1].i + 1)
    return Found([span], verb.i, Voice(), "hearsay", hedge) if span else None  # type: ignore[arg-type]


def _adverb(token: Token, hedge: str) -> Found | None:
    head = token.head
    if head.pos_ not in ("VERB", "AUX") and not any(c.dep_ == "cop" for c in head.children):
        return None
    return _clause(head, hedge)


def _charged(token: Token) -> Found | None:
    """Return "alleged abuses" with who acts on it as the speaker."""
    noun = token.head
    if noun.i <= token.i or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    last = max((t.i for t in noun.subtree if t.i > noun.i and t.head.i >= token.i), default=noun.i)
    span = trimmed(token.doc, left_edge(noun) if token.i == noun.left_edge.i else token.i, last + 1)
    governor = noun.head
    while governor.pos_ not in ("VERB", "AUX") and governor.head.i != governor.i:
        governor = governor.head
    who = subject(governor)
    known = token.doc._.things
    things = tuple(i for i in things_of(who) if known[i].type in SPEAKING)
    if (
        not span
        or noun.dep_ not in ("obl", "obj", "nmod", "conj")
        or who is None
        or who.i > token.i
    ):
        return None
    return Found([span], token.i, Voice(things=things[:1]), "charged", "alleged")


def _noun(token: Token) -> Found | None:
    """Return what follows "reports emerged of", "rumours that", "allegations that"."""
    alleged = token.lower_ in words("noun_alleged")
    content = _complement(token)
    governor = token.head
    if content is None and governor.lower_ in _surfacing() and token.dep_.startswith("nsubj"):
        content = _complement(governor)
    elif content is not None and not alleged and content[1] == "of" and not _surfaces(token):
        content = None
    if content is None:
        return None
    voice = Voice(source=phrase_alone(token))
    return Found([content[0]], token.i, voice, "hearsay", "alleged" if alleged else "unconfirmed")


def phrase_alone(token: Token) -> str:
    """Return a noun with the words before it."""
    return " ".join(token.doc[left_edge(token) : token.i + 1].text.split())


def _surfaces(token: Token) -> bool:
    return token.head.lower_ in _surfacing() or token.lower_ in speakers("hearing")


def _surfacing() -> frozenset[str]:
    return frozenset(f for verb in words("noun_verbs") for f in forms(verb))


def _complement(token: Token) -> tuple[tuple[int, int], str] | None:
    doc = token.doc
    for child in token.children:
        if child.i <= token.i:
            continue
        opener = next(
            (
                c
                for c in child.children
                if c.dep_ in ("mark", "case") and c.lower_ in ("that", "of") and c.i > token.i
            ),
            None,
        )
        if opener is None or opener.i > token.i + 4:
            continue
        end = child.right_edge.i + 1
        joined = [
            c.right_edge.i + 1
            for c in token.children
            if c.dep_ in ("advcl", "obl") and c.i > child.i
        ]
        span = trimmed(doc, opener.i + 1, max([end, *joined]))
        return (span, opener.lower_) if span else None
    return None
