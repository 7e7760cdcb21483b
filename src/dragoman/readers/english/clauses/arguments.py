"""Who did what to whom in a clause, in the active and in the passive."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.readers.english.clauses.parties import (
    agent,
    case,
    direct_object,
    is_passive,
    mentions_by_head,
    subject,
    things_of,
)

PARTIES = frozenset(["person", "state", "organization", "body"])
_RELATIVE = frozenset(["that", "which", "who", "whom"])


def logical_subject(verb: Token) -> Token | None:
    """Return who does it: the subject, of a passive the phrase with "by"."""
    if is_passive(verb):
        return agent(verb)
    found = subject(verb)
    return None if found is not None and found.dep_ == "expl" else found


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
    return out


def phrases(verb: Token, *prepositions: str) -> Iterator[Token]:
    """Yield the heads of phrases with one of these prepositions on the verb, then on its objects."""
    holders = [verb, *logical_objects(verb)]
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        holders.append(direct_object(verb) or verb)
    for holder in dict.fromkeys(holders):
        for child in holder.children:
            if child.dep_.split(":")[0] in ("obl", "nmod") and case(child) in prepositions:
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
    found = things_of(token)
    if not inside and not _names_it(token):
        return ()
    out: list[int] = []
    for i in found:
        if things[i].type in PARTIES:
            out.append(i)
        elif things[i].type == "place":
            out += _state_of(token, i)
    return tuple(dict.fromkeys(out))


def _names_it(token: Token) -> bool:
    for head in (token, *token.conjuncts):
        if head.i in mentions_by_head(token.doc):
            return True
        for child in head.children:
            if child.i < head.i and child.dep_ in (
                "amod",
                "compound",
                "nmod:desc",
                "appos",
                "nmod:poss",
            ):
                return True
            if child.dep_ in ("appos", "flat") and child.i in mentions_by_head(token.doc):
                return True
    return False


def _state_of(token: Token, place: int) -> tuple[int, ...]:
    """Return the state a place lies in, where the report speaks of that state."""
    things = token.doc._.things
    for i, thing in enumerate(things):
        if thing.type == "state" and thing.country == things[place].country is not None:
            return (i,)
    return ()
