"""The entities that a word of the parse stands for."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from dragoman.readers.english.drafts import Name
from dragoman.readers.english.mentions.offices import state_before

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")
_INSIDE = ("nmod:poss", "compound", "amod", "nmod", "appos", "nmod:desc", "flat")


def mentions_by_head(doc: Doc) -> dict[int, Name]:
    """Return the mentions of `doc` by the token that heads them; computed once a Doc."""
    cached: dict[int, Name] | None = doc.user_data.get("dragoman.by_head")
    if cached is None:
        cached = {}
        for name in doc._.mentions or ():
            known = cached.get(name.head)
            if known is None or known.end - known.start < name.end - name.start:
                cached[name.head] = name
        doc.user_data["dragoman.by_head"] = cached
    return cached


def things_of(token: Token | None, *, joined: bool = True) -> tuple[int, ...]:
    """Return the things (positions in `doc._.things`) that the phrase headed by `token` names.

    Takes the mention headed there, else the names inside the phrase ("a Kenyan official" gives
    Kenya); with `joined` also what stands beside it with "and".
    """
    if token is None:
        return ()
    heads = [token, *(c for c in token.conjuncts if c.i > token.i)] if joined else [token]
    found: list[int] = []
    for head in heads:
        found += _own(head)
    return tuple(dict.fromkeys(found))


def _own(token: Token) -> Iterable[int]:
    name = mentions_by_head(token.doc).get(token.i)
    if name is not None:
        apposed = _apposition(token)
        if name.form == "nominal" and apposed is not None:
            return apposed.things
        return name.things
    apposed = _apposition(token)
    if apposed is not None:
        return apposed.things
    for child in token.children:
        if child.dep_ in _INSIDE:
            inner = mentions_by_head(token.doc).get(child.i)
            if inner is not None and inner.form == "name":
                return inner.things
    return _by_adjective(token)


def _apposition(token: Token) -> Name | None:
    """Return a person named in apposition to a description: "its envoy, Amina Said"."""
    for child in token.children:
        if child.dep_ in ("appos", "flat") and child.i > token.i:
            name = mentions_by_head(token.doc).get(child.i)
            if name is not None and name.form == "name":
                return name
    return None


def _by_adjective(token: Token) -> tuple[int, ...]:
    """Return the state whose adjective or possessive opens a phrase: "Chilean officials"."""
    doc = token.doc
    for at in range(token.i, max(token.left_edge.i, token.i - 6), -1):
        country = state_before(doc, at)
        if country is None:
            continue
        for i, thing in enumerate(doc._.things):
            if thing.type == "state" and thing.country == country:
                return (i,)
    return ()


def subject(verb: Token) -> Token | None:
    """Return the word that is the subject of `verb`, also where the parse leaves it implicit.

    Joined verbs share a subject; an infinitive takes the object of its governor where there is
    one ("urged Lima to sign") and its subject otherwise; a relative clause takes its noun; a
    participle hung on a clause takes that clause's subject.
    """
    seen: set[int] = set()
    at = verb
    while at.i not in seen:
        seen.add(at.i)
        own = _own_subject(at)
        if own is not None:
            return _antecedent(own, at)
        dep = at.dep_.split(":")[0]
        if dep == "acl":
            return at.head
        if dep == "xcomp":
            controlled = direct_object(at.head)
            if controlled is not None and controlled.i < at.i and _object_control(at.head):
                return controlled
            at = at.head
        elif dep in ("conj", "advcl", "ccomp", "parataxis", "cop", "aux"):
            at = at.head
        else:
            return None
    return None


def _object_control(verb: Token) -> bool:
    return verb.lemma_.lower() not in ("promise", "pledge", "vow", "threaten")


def _own_subject(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            return child
    return None


def _antecedent(token: Token, verb: Token) -> Token:
    """Return the noun a relative pronoun stands for, else the word itself."""
    if token.lower_ in ("who", "which", "that", "whom") and verb.dep_.startswith("acl"):
        return verb.head
    return token


def direct_object(verb: Token) -> Token | None:
    """Return the object of `verb`, or None."""
    for child in verb.children:
        if child.dep_ in ("obj", "iobj"):
            return child
    return None


def agent(verb: Token) -> Token | None:
    """Return who a passive verb is done by, or None."""
    for child in verb.children:
        if child.dep_ in ("obl:agent", "obl") and case(child) == "by":
            return child
    return None


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive."""
    if any(c.dep_ in ("aux:pass", "nsubj:pass") for c in verb.children):
        return True
    return (
        verb.tag_ == "VBN"
        and not any(c.dep_.startswith("aux") for c in verb.children)
        and verb.dep_ in ("acl",)
    )


def case(token: Token) -> str | None:
    """Return the preposition before a phrase, in lower case, or None."""
    for child in token.children:
        if child.dep_ == "case" and child.i < token.i:
            return str(child.lower_)
    return None
