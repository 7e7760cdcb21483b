"""Where bodies stand in a report, and the words that tell of them."""

from collections.abc import Iterator

import msgspec
from spacy.tokens import Doc, Token

from dragoman.readers.english.bodies.vocabulary import nouns
from dragoman.readers.english.clauses.spans import span_of
from dragoman.readers.english.drafts import Name

_OF_NOUN = ("nmod", "nmod:poss", "compound", "appos", "nmod:desc", "obl")
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_OBJECTS = ("obj", "obl", "iobj", "obl:unmarked", "obl:agent")


class Spot(msgspec.Struct, frozen=True):
    """One mention of a body (`thing`), by the token that heads it."""

    thing: int
    head: Token
    name: Name


def spots(doc: Doc) -> Iterator[Spot]:
    """Yield where a single body is named, described or pointed at, in text order."""
    for name in doc._.mentions:
        things = [i for i in name.things if doc._.things[i].type == "body"]
        if len(things) == 1 and len(name.things) == 1 and doc._.readable[name.head]:
            yield Spot(things[0], doc[name.head], name)


def session_of(head: Token) -> Token | None:
    """Return the session that a body's word hangs on: "the third session of the commission"."""
    above = head.head
    if above.i != head.i and head.dep_ in _OF_NOUN and above.lower_ in nouns("sessions"):
        return above
    return None


def subject_verbs(head: Token) -> list[Token]:
    """Return the verbs that a noun is the subject of, its relative clauses' among them."""
    found: list[Token] = []
    if head.dep_ in _SUBJECTS:
        found += _chain(head.head)
    for child in head.children:
        if child.dep_.startswith("acl") and _is_own(child):
            found += _chain(child)
    return list(dict.fromkeys(found))


def object_verbs(head: Token) -> list[Token]:
    """Return the verbs that something is done to a noun by: "set up the commission"."""
    found = [head.head] if head.dep_ in ("obj", "nsubj:pass") else []
    for child in head.children:
        if child.dep_.startswith("acl") and (child.tag_ in ("VBN", "VBD") or _passive(child)):
            found.append(child)
    return found


def governor(noun: Token) -> tuple[Token | None, str]:
    """Return the verb whose clause a noun stands in, and how: "subject", "object" or "beside"."""
    at = noun
    how = "subject"
    for step in range(6):
        if at.dep_ in _SUBJECTS and step == 0:
            how = "subject"
        elif at.dep_ == "obj" and step == 0:
            how = "object"
        elif step == 0:
            how = "beside"
        if at.head.i == at.i:
            return (at, how) if at.pos_ in ("VERB", "AUX") else (None, how)
        at = at.head
        if at.pos_ in ("VERB", "AUX") or any(c.dep_ in _SUBJECTS for c in at.children):
            return at, how
    return None, how


def stretch(*tokens: Token | None) -> tuple[int, int]:
    """Return the character offsets of the shortest run that holds all of these words."""
    held = sorted((t for t in tokens if t is not None), key=lambda t: t.i)
    return span_of(held)


def _chain(verb: Token) -> list[Token]:
    """Return a verb and those that share its subject: "is due to meet", "met and agreed"."""
    found = [verb]
    for child in verb.children:
        own_subject = any(c.dep_ in _SUBJECTS for c in child.children)
        if child.dep_ in ("xcomp", "conj") and not own_subject:
            found += _chain(child)
    return found


def _is_own(relative: Token) -> bool:
    """Whether a clause on a noun has the noun for its subject."""
    subjects = [c for c in relative.children if c.dep_ in _SUBJECTS]
    return all(c.lower_ in ("which", "that", "who", "last", "first") for c in subjects)


def _passive(verb: Token) -> bool:
    return any(c.dep_ in ("aux:pass", "nsubj:pass") for c in verb.children)
