"""Who is bound: those who speak for a state or a house, and of what is given the giver."""

from functools import cache

import msgspec
from spacy.tokens import Doc, Token

from dragoman.readers.english.bound.amounts import root_of
from dragoman.readers.english.clauses.arguments import is_passive, parties_of
from dragoman.readers.english.clauses.parties import subject
from dragoman.readers.english.clauses.sides import counterpart, offices, with_states
from dragoman.readers.english.clauses.voice import speakers_of
from dragoman.readers.english.commitments.cues import forms_of
from dragoman.readers.english.drafts import CommitmentDraft
from dragoman.readers.english.lexicon import mapping

OWED = frozenset(("signed", "agreed", "pledged"))
"""Kinds by which one side owes the other."""


def with_bound(doc: Doc, draft: CommitmentDraft) -> CommitmentDraft:
    """Return the draft with everybody who is bound by it."""
    root = root_of(doc, draft)
    draft = _from_the_giver(doc, draft, root)
    by = _with_house(doc, _with_voice(doc, draft, root), draft.to)
    by = with_states(doc, by, draft.to)
    return msgspec.structs.replace(draft, by=by)


def _with_voice(doc: Doc, draft: CommitmentDraft, root: Token) -> tuple[int, ...]:
    """Add the minister who says what his state will do: the two bind themselves together."""
    things = doc._.things
    if len(draft.by) != 1 or things[draft.by[0]].type != "state":
        return draft.by
    held, country = offices(doc), things[draft.by[0]].country
    spoken = (i for i in speakers_of(root) if things[i].type == "person" and i not in draft.to)
    return (*draft.by, *(i for i in spoken if country and held.get(i) == country))


def _with_house(doc: Doc, by: tuple[int, ...], to: tuple[int, ...]) -> tuple[int, ...]:
    """Add the company or agency whose office somebody holds, where persons alone are named."""
    if not by or any(doc._.things[i].type != "person" for i in by):
        return by
    houses = (
        role.organization
        for role in doc._.roles or ()
        if role.thing in by and role.organization is not None and role.organization not in to
    )
    return tuple(dict.fromkeys((*by, *houses)))


def _from_the_giver(doc: Doc, draft: CommitmentDraft, root: Token) -> CommitmentDraft:
    """Return the draft with the giver bound, where it tells what somebody is to get."""
    if draft.kind not in OWED or root.pos_ != "VERB" or not _gets(root):
        return draft
    named = subject(root)
    getting = parties_of(named, inside=False)
    if not getting or not set(draft.by) & set(with_states(doc, getting)):
        return draft
    giving = tuple(i for i in draft.to if i not in getting) or counterpart(doc, getting)
    if not giving:
        return draft
    return msgspec.structs.replace(draft, by=giving, to=with_states(doc, getting, giving))


def _gets(verb: Token) -> bool:
    if is_passive(verb):
        return verb.lower_ in _verbs("given") and any(c.dep_ == "nsubj:pass" for c in verb.children)
    return verb.lower_ in _verbs("receiving")


@cache
def _verbs(key: str) -> frozenset[str]:
    return forms_of(mapping("bound", "bound.yaml")[key])
