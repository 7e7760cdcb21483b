"""Where what is to be done stands: infinitive, clause, gerund, object or phrase."""

from collections.abc import Callable, Iterable, Mapping

from spacy.tokens import Token

from dragoman.readers.english.clauses.arguments import (
    is_party,
    logical_objects,
    phrases,
)
from dragoman.readers.english.clauses.reality import is_demanded
from dragoman.readers.english.clauses.when import tells_time

FORMAL = frozenset(("understanding", "intent", "cooperation", "agreement"))
CLAUSAL = ("xcomp", "ccomp", "advcl", "obj", "obl", "acl", "nmod", "csubj", "parataxis")


def content_of_verb(verb: Token, slots: Iterable[str], particle: str | None) -> Token | None:
    """Return the head of the content in the first slot that is filled, or None."""
    for slot in slots:
        found = _in_slot(verb, slot, particle)
        if found is not None:
            return found
    return None


def _in_slot(verb: Token, slot: str, particle: str | None) -> Token | None:
    named = _SLOTS.get(slot)
    if named is not None:
        return named(verb, particle)
    return _phrase_of_verb(verb, slot) or _gerund(verb, slot)


def _phrase_of_verb(verb: Token, preposition: str) -> Token | None:
    return next((p for p in phrases(verb, preposition) if p.head.i == verb.i), None)


def _to(verb: Token, particle: str | None) -> Token | None:
    inner = (i for o in objects_of(verb, particle) if (i := infinitive(o)) is not None)
    return infinitive(verb) or next(inner, None)


def _demand(verb: Token, particle: str | None) -> Token | None:  # noqa: ARG001 - a slot
    found = _clause(verb)
    return found if found is not None and is_demanded(found) else None


def _done(verb: Token, particle: str | None) -> Token | None:  # noqa: ARG001 - a slot
    """Return the participle of "wants the envoy sent home"."""
    for child in verb.children:
        if (
            child.tag_ in ("VBN", "VBD")
            and child.i > verb.i
            and child.dep_ in ("ccomp", "xcomp", "obj")
        ):
            own = [c.dep_ for c in child.children if c.i < child.i]
            before = any(d.startswith("nsubj") for d in own) or child.dep_ == "xcomp"
            return child if before and not any(d.startswith(("aux", "mark")) for d in own) else None
    return None


def _about(verb: Token, particle: str | None) -> Token | None:
    told = (c for o in objects_of(verb, particle) if (c := about(o)) is not None)
    return next(told, None) or infinitive(verb) or _topic(verb)


def _object(verb: Token, particle: str | None) -> Token | None:
    found = objects_of(verb, particle)
    # "Lima was promised a loan", "offered Lima a loan": the loan, not who gets it.
    given = (o for o in found if o.dep_ == "obj" and not is_party(o))
    first = next(given, None) if len(found) > 1 else None
    return first or next(iter(found), None) or _gerund(verb)


_SLOTS: Mapping[str, Callable[[Token, str | None], Token | None]] = {
    "to": _to,
    "that": lambda verb, _: _clause(verb),
    "towards": lambda verb, _: _phrase_of_verb(verb, "to"),
    "demand": _demand,
    "done": _done,
    "about": _about,
    "ing": lambda verb, _: _gerund(verb),
    "obj": _object,
}


def about(noun: Token) -> Token | None:
    """Return what an agreement is about: its infinitive, its phrase or its relative clause."""
    found = content_of_noun(noun, ("to", "on", "for"))
    if found is None:
        inner = (c for c in noun.children if c.dep_ == "nmod" and c.lower_ in FORMAL)
        told = (content_of_noun(c, ("to", "on", "for")) for c in inner)
        found = next((t for t in told if t is not None), None)
    if found is not None:
        return found
    return next((c for c in noun.children if c.dep_ == "acl:relcl" and c.i > noun.i), None)


def _topic(verb: Token) -> Token | None:
    """Return the phrase with "on" or "for" on the verb, unless it tells the day."""
    return next((p for p in phrases(verb, "on", "for") if not tells_time(p)), None)


def objects_of(verb: Token, particle: str | None) -> list[Token]:
    """Return the objects of a verb; of "call for" what follows the preposition."""
    if particle is not None:
        governed = [p for p in phrases(verb, particle.split()[-1]) if p.head.i == verb.i]
        if governed:
            return governed
    return logical_objects(verb)


def infinitive(word: Token) -> Token | None:
    """Return the "to" infinitive hung on a verb, a noun or an adjective."""
    for child in word.children:
        if child.i < word.i or child.dep_.split(":")[0] not in CLAUSAL or child.tag_ == "VBG":
            continue
        if any(m.lower_ == "to" and m.i < child.i and m.dep_ == "mark" for m in child.children):
            return child
    return None


def _clause(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_.split(":")[0] == "ccomp" and child.i > verb.i:
            return child
    return None


def _gerund(word: Token, preposition: str | None = None) -> Token | None:
    for child in word.children:
        if child.tag_ != "VBG" or child.i < word.i or child.dep_.split(":")[0] not in CLAUSAL:
            continue
        marks = [m.lower_ for m in child.children if m.dep_ in ("mark", "case") and m.i < child.i]
        if preposition in marks if preposition else not marks and child.dep_ != "advcl":
            return child
    return None


def content_of_noun(noun: Token, slots: Iterable[str]) -> Token | None:
    """Return the head of what a noun's infinitive, gerund or phrase says, or None."""
    for slot in slots:
        if slot == "to":
            found = infinitive(noun)
        elif slot == "that":
            found = next((c for c in noun.children if c.dep_ in ("acl", "ccomp")), None)
        else:
            found = None
        found = found or _gerund(noun, slot) or _phrase(noun, slot)
        if found is not None:
            return found
    return None


def _phrase(noun: Token, preposition: str) -> Token | None:
    for child in noun.children:
        if child.dep_.split(":")[0] in ("nmod", "obl") and child.i > noun.i:
            marked = any(c.lower_ == preposition and c.dep_ == "case" for c in child.children)
            if marked and not tells_time(child):
                return child
    return None
