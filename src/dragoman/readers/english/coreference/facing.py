"""Persons who face each other: on whose side an unmarked official stands."""

from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.parties import SUBJECTS, case
from dragoman.readers.english.coreference.things import Things
from dragoman.readers.english.drafts import Name
from dragoman.readers.english.lexicon import mapping
from dragoman.readers.english.roles.offices import counterpart_state, name_tokens


def face(doc: Doc, names: list[Name], found: list[int], things: Things, main: list[str]) -> None:
    """Give who meets, receives or signs with an official of one main state the other main state."""
    if len(main) < 2:
        return
    other = {main[0]: main[1], main[1]: main[0]}
    _face_counterparts(doc, names, found, things, other)
    persons = {
        _anchor(doc[n.head]).i: f
        for n, f in zip(names, found, strict=True)
        if things.all[f].kind == "person"
    }
    for head, at in sorted(persons.items()):
        for partner in (persons.get(i) for i in _faced(doc[head])):
            known = None if partner is None else things.all[partner].country
            if partner != at and known in other and not things.all[at].votes:
                things.all[at].guess = other[known]


def _face_counterparts(
    doc: Doc, names: list[Name], found: list[int], things: Things, other: dict[str, str]
) -> None:
    """Give the person before "and her Omani counterpart, X" the other main state."""
    before: tuple[Name, int] | None = None
    for name, at in sorted(zip(names, found, strict=True), key=lambda pair: pair[0].start):
        if things.all[at].kind != "person":
            continue
        state = counterpart_state(doc, name_tokens(doc, name)[0])
        if (
            state in other
            and before is not None
            and doc[before[0].head].sent == doc[name.head].sent
            and before[1] != at
            and not things.all[before[1]].votes
        ):
            things.all[before[1]].guess = other[state]
        before = (name, at)


def _anchor(token: Token) -> Token:
    """Return the word by which a name hangs in its clause: the office before it, if any."""
    while token.dep_ in ("appos", "flat", "nmod:desc") and token.head.i < token.i:
        token = token.head
    return token


def _faced(token: Token) -> list[int]:
    """Return the heads of the phrases that the person at `token` meets or signs with."""
    first = token.head if token.dep_ == "conj" else token
    verb = first.head
    if verb.lemma_.lower() not in mapping("coreference", "verbs.yaml")["facing"]:
        return []
    if first.dep_ in SUBJECTS:
        partners = [c.i for c in verb.children if case(c) == "with" or c.dep_ == "obj"]
        joined = [first, *first.conjuncts]
        if len(joined) == 2:
            partners += [t.i for t in joined if t.i != token.i]
        return partners
    if first.dep_ == "obj" or case(first) == "with":
        return [c.i for c in verb.children if c.dep_ in SUBJECTS]
    return []
