"""Descriptions and pronouns that stand for something named elsewhere in the report."""

from collections.abc import Iterator
from functools import cache

import msgspec
from spacy.tokens import Doc, Token

from dragoman.readers.english.drafts import Name
from dragoman.readers.english.lexicon import mapping
from dragoman.readers.english.mentions.offices import is_office_head, office_start, state_before
from dragoman.readers.english.mentions.words import readable_sentences, titles
from dragoman.record.nouns import EntityType

PERSONAL = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself"])
NEUTER = frozenset(["it", "its", "itself"])
PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])
POINTERS = frozenset(
    [
        "the",
        "this",
        "that",
        "these",
        "those",
        "both",
        "his",
        "her",
        "its",
        "their",
        "our",
        "said",
        "such",
        "two",
        "three",
    ]
)
POSSESSIVES = ("'s", "’s", "'", "’")
LEFT = frozenset(
    ("amod", "compound", "nummod", "det", "nmod:poss", "det:predet", "advmod", "nmod:desc", "flat")
)


@cache
def words(key: str) -> frozenset[str]:
    """Return the list `key` of nominals.yaml as a set of lower-case words and phrases."""
    return frozenset(mapping("mentions", "nominals.yaml")[key])


def noun_phrase_start(head: Token) -> int:
    """Return where the phrase that ends in `head` begins: its left words without clauses."""
    start = head.i
    inside = {head.i}
    for at in range(head.i - 1, head.sent.start - 1, -1):
        before = head.doc[at]
        hyphen = before.text in ("-", "–") and before.head.i in (*inside, at - 1, at + 1)
        owns = before.text in POSSESSIVES and at - 4 < before.head.i < at
        if not (hyphen or owns or (before.dep_ in LEFT and before.head.i in inside)):
            break
        inside.add(at)
        start = at
    return start


def pronouns(doc: Doc) -> Iterator[Name]:
    """Yield the pronouns that may stand for a person, a state or several of them."""
    for sent in readable_sentences(doc):
        for token in sent:
            low = token.lower_
            if low in PERSONAL:
                yield _pointed(token, "person")
            elif low in PLURAL:
                yield _pointed(token, None, plural=True)
            elif low in NEUTER and not _empty_subject(token):
                yield _pointed(token, None)


def _empty_subject(token: Token) -> bool:
    return token.dep_ == "expl"


def nominals(doc: Doc, taken: frozenset[int]) -> Iterator[Name]:
    """Yield descriptions whose head is not inside a name (`taken` token positions)."""
    for sent in readable_sentences(doc):
        for token in sent:
            if token.i in taken or token.pos_ not in ("NOUN", "PROPN", "") or token.is_punct:
                continue
            found = _nominal(token, taken)
            if found is not None:
                yield found


def _nominal(token: Token, taken: frozenset[int]) -> Name | None:
    start = noun_phrase_start(token)
    while start < token.i and start in taken and not _is_state_word(token.doc, start):
        start += 1
    left = [t.lower_ for t in token.doc[start : token.i]]
    low = token.lower_
    pointed = any(w in POINTERS for w in left)
    country = _country_inside(token.doc, start, token.i)
    pair = "both" in left or "two" in left
    if pair and (low in words("states_pair") or low in words("persons_pair")):
        kind: EntityType = "state" if low in words("states_pair") else "person"
        return _several(token, start, kind)
    if low in words("states_pair") and ("three" in left or low == "sides"):
        return _several(token, start, "state")
    if is_office_head(token) or low in titles("nominal"):
        office = min(start, office_start(token.doc, token.i + 1, start))
        if pointed or country:
            return _described(token, office, "person", country)
        return None
    kind_found = _kind(token, left, pointed, country)
    return _described(token, start, kind_found, country) if kind_found else None


def _kind(token: Token, left: list[str], pointed: bool, country: str | None) -> EntityType | None:
    low = token.lower_
    phrase = f"{left[-1]} {low}" if left else low
    marks = words("body_marks")
    if (low in words("body_heads") or phrase in words("body_heads")) and any(
        w in marks for w in left
    ):
        return "body"
    if low in words("organization_heads") or phrase in words("organization_heads"):
        return "organization" if pointed or country else None
    if low in words("agreement_heads"):
        return "agreement" if pointed or len(left) > 1 else None
    if low in words("programme_heads") or phrase in words("programme_heads"):
        return "programme" if pointed else None
    if (low in words("state_heads") or phrase in words("state_heads")) and (country or pointed):
        return "state"
    return None


def _is_state_word(doc: Doc, at: int) -> bool:
    return state_before(doc, at + 1) is not None


def _country_inside(doc: Doc, start: int, end: int) -> str | None:
    """Return the state that a phrase names before its head: "the Chilean delegation"."""
    for at in range(end, start, -1):
        country = state_before(doc, at)
        if country:
            return country
    return state_before(doc, start)


def _pointed(head: Token, kind: EntityType | None, *, plural: bool = False) -> Name:
    """Return a pronoun as a mention."""
    return Name(
        start=head.idx,
        end=head.idx + len(head),
        head=head.i,
        form="pronoun",
        type=kind,
        plural=plural,
    )


def _described(head: Token, start: int, kind: EntityType, country: str | None = None) -> Name:
    """Return the description from token `start` to its head as a mention."""
    while start < head.i and head.doc[start].is_space:
        start += 1
    return Name(
        start=head.doc[start].idx,
        end=head.idx + len(head),
        head=head.i,
        form="nominal",
        type=kind,
        country=country,
    )


def _several(head: Token, start: int, kind: EntityType) -> Name:
    """Return a description of several: "both sides", "the two ministers"."""
    return msgspec.structs.replace(_described(head, start, kind), plural=True)
