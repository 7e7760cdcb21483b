"""Who did what to whom in a clause, in the active and in the passive."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.readers.english.clauses.parties import (
    agent,
    case,
    direct_object,
    mentions_by_head,
    subject,
    things_of,
)
from dragoman.readers.english.clauses.voice import speakers_of

PARTIES = frozenset(["person", "state", "organization", "body"])
PHRASES = ("obl", "nmod", "obj")
LISTED = ("conj", "flat", "nmod:unmarked", "list", "dep")
WHERE = frozenset(("in", "at", "near", "inside", "outside", "off", "on", "along", "around"))
_RELATIVE = frozenset(["that", "which", "who", "whom"])


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive: by its auxiliary, or as a participle without one."""
    helpers = [c for c in verb.children if c.dep_.startswith("aux") and c.i < verb.i]
    if any(c.dep_ == "aux:pass" for c in helpers):
        return True
    if verb.tag_ != "VBN" or helpers:
        return verb.dep_ == "conj" and verb.tag_ == "VBN" and not helpers and is_passive(verb.head)
    return verb.dep_ == "acl" or any(c.dep_ == "nsubj:pass" for c in verb.children)


def logical_subject(verb: Token) -> Token | None:
    """Return who does it: the subject, of a passive the phrase with "by"."""
    if is_passive(verb):
        return agent(verb)
    found = _thanked(verb) or subject(verb)
    return None if found is not None and found.dep_ == "expl" else found


def _thanked(verb: Token) -> Token | None:
    """Return whose doing a gerund is: "thanked Oman for mediating", "accused Chad of hiding"."""
    own = any(c.dep_.startswith("nsubj") for c in verb.children)
    if verb.tag_ != "VBG" or own or verb.head.pos_ != "VERB":
        return None
    opened = any(c.lower_ in ("for", "of") and c.i < verb.i for c in verb.children)
    return direct_object(verb.head) if opened else None


def logical_objects(verb: Token) -> list[Token]:
    """Return what it is done to: the objects, of a passive the subject."""
    if is_passive(verb):
        found = subject(verb)
        return [*([found] if found is not None else []), *_objects(verb)]
    own = _objects(verb)
    if not own and verb.dep_ == "acl:relcl":
        return [verb.head]
    return own


def _objects(verb: Token) -> list[Token]:
    out = []
    for child in verb.children:
        if child.dep_ in ("obj", "iobj"):
            relative = child.lower_ in _RELATIVE and verb.dep_.startswith("acl")
            out.append(verb.head if relative else child)
    return out or _unmarked(verb)


def _unmarked(verb: Token) -> list[Token]:
    """Return the object that the parse has as a phrase or a second subject.

    What stands between a verb and its object misleads it: "freed on Monday the nine sailors".
    """
    begun = any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
    taken_for = ("obl", "obl:unmarked", "nsubj") if begun else ("obl", "obl:unmarked")
    for child in verb.children:
        bare = child.dep_ in taken_for and child.i > verb.i
        if bare and child.pos_ in ("NOUN", "PROPN", "PRON", "DET") and not _has_opening(child):
            return [child]
    return []


def _has_opening(phrase: Token) -> bool:
    """Whether a preposition opens a phrase, or it tells a time."""
    opened = any(c.dep_ in ("case", "mark", "advmod") for c in phrase.children if c.i < phrase.i)
    return opened or any(t.start <= phrase.idx < t.end for t in phrase.doc._.times or ())


def phrases(verb: Token, *prepositions: str) -> Iterator[Token]:
    """Yield the phrases with one of these prepositions on the verb, then on its objects."""
    holders = [verb, *logical_objects(verb)]
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        holders.append(direct_object(verb) or verb)
    for holder in dict.fromkeys(holders):
        for child in holder.children:
            if child.dep_.split(":")[0] in PHRASES and case(child) in prepositions:
                yield child


def is_party(token: Token | None) -> bool:
    """Whether a phrase names a person, a state, an organization or a body, or its people."""
    return bool(token is not None and parties_of(token, inside=False))


def parties_of(token: Token | None, *, inside: bool = True) -> tuple[int, ...]:
    """Return the things a phrase names that can act; a place stands for its state.

    With `inside` also those that only possess or qualify it ("Chad's stance", "aid to Chad").
    """
    if token is None:
        return ()
    things = token.doc._.things
    if not inside and not _names_it(token):
        return ()
    found = (*_first_person(token), *things_of(token), *_listed(token)) or _within(token)
    out: list[int] = []
    for i in (*leaders_of(token), *found):
        if things[i].type in PARTIES:
            out.append(i)
        elif things[i].type == "place":
            out += _state_of(token, i) or (i,)
    return tuple(dict.fromkeys(out))


def _first_person(token: Token) -> tuple[int, ...]:
    """Return who says it, of "I" and "we" in what somebody says."""
    return speakers_of(token) if token.lower_ in ("i", "we", "us", "me") else ()


def leaders_of(noun: Token) -> tuple[int, ...]:
    """Return who heads a group or a visit: "a Kenyan delegation led by Amina Said"."""
    for child in noun.children:
        if child.dep_ == "acl" and child.lower_ in ("led", "headed", "chaired"):
            return things_of(agent(child))
    return ()


def _names_it(token: Token) -> bool:
    """Whether a phrase is a mention itself, or one beside it with "and" or in apposition is."""
    known = mentions_by_head(token.doc)
    for head in (token, *token.conjuncts):
        if head.i in known:
            return True
        if any(c.i in known for c in head.children if c.dep_ in ("appos", "flat")):
            return True
    return False


def _listed(token: Token) -> tuple[int, ...]:
    """Return what is named in a list, also where a title or a comma stands for the joining word."""
    known = mentions_by_head(token.doc)
    out: list[int] = []
    waiting = [c for c in token.children if _is_listed(token, c)]
    while waiting:
        at = waiting.pop(0)
        name = known.get(at.i)
        if name is not None and name.form == "name":
            out += name.things
        waiting += [c for c in at.children if c.dep_ in (*LISTED, "appos")]
    return tuple(out)


def _is_listed(token: Token, child: Token) -> bool:
    """Whether a phrase joins a list, also where the parse has it as a description after "and"."""
    if child.dep_ in LISTED:
        return True
    return child.i > token.i and any(c.dep_ == "cc" for c in child.children)


def _within(token: Token, depth: int = 2) -> tuple[int, ...]:
    """Return what the phrase of a noun belongs to: "a spokesman for the minister"."""
    known = mentions_by_head(token.doc)
    for child in token.children:
        if child.dep_ in ("nmod", "nmod:poss") and child.pos_ != "VERB":
            name = known.get(child.i)
            if name is not None and not (name.type == "place" and case(child) in WHERE):
                return name.things
            if name is None and depth > 1 and (found := _within(child, depth - 1)):
                return found
    return ()


def _state_of(token: Token, place: int) -> tuple[int, ...]:
    """Return the state a place lies in, where the report speaks of that state."""
    things = token.doc._.things
    for i, thing in enumerate(things):
        if thing.type == "state" and thing.country == things[place].country is not None:
            return (i,)
    return ()
