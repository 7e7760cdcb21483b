"""Descriptions that stand for something named elsewhere in the report."""

from collections.abc import Iterator
from functools import cache

import msgspec
from spacy.tokens import Doc, Token

from dragoman.readers.english.drafts import Name
from dragoman.readers.english.gazetteer.lookup import fold, gazetteer
from dragoman.readers.english.lexicon import mapping
from dragoman.readers.english.mentions.offices import is_office_head, office_start
from dragoman.readers.english.mentions.phrases import (
    acts_there,
    country_behind,
    country_inside,
    is_signed,
    is_state_word,
    noun_phrase_start,
)
from dragoman.readers.english.mentions.words import readable_sentences, titles
from dragoman.record.nouns import EntityType

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


ACTING = frozenset(("nsubj", "nsubj:pass", "obj", "iobj", "obl:agent"))


@cache
def words(key: str) -> frozenset[str]:
    """Return the list `key` of nominals.yaml as a set of lower-case words and phrases."""
    return frozenset(mapping("mentions", "nominals.yaml")[key])


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
    while start < token.i and start in taken and not is_state_word(token.doc, start):
        start += 1
    left = [t.lower_ for t in token.doc[start : token.i]]
    low = token.lower_
    pointed = any(w in POINTERS for w in left)
    country = country_inside(token.doc, start, token.i) or country_behind(token)
    kind = _counted(low, left, acts=acts_there(token))
    if kind is not None:
        return msgspec.structs.replace(_described(token, start, kind), plural=True)
    if _is_one_of_a_people(token, left):
        people = gazetteer().people[fold(token.text)]
        return _described(token, start, "person", people)
    group = _is_group(token, start)
    if not group and (is_office_head(token) or low in titles("nominal")):
        office = min(start, office_start(token.doc, token.i + 1, start))
        if pointed or country:
            return _described(token, office, "person", country)
        return None
    if any(child.dep_ == "cop" for child in token.children):
        return None
    kind_found = "organization" if group else _kind(token, left, pointed, country)
    return _described(token, start, kind_found, country) if kind_found else None


def _is_group(token: Token, start: int) -> bool:
    """Whether many of one calling act, or are acted upon, who stand under no state.

    "Kenyan hauliers" stand under Kenya.
    """
    return (
        token.tag_ == "NNS"
        and token.dep_ in ACTING
        and token.lower_ in words("people_groups")
        and country_inside(token.doc, start, token.i) is None
    )


def _counted(low: str, left: list[str], *, acts: bool) -> EntityType | None:
    """Return of what kind several are meant: "both sides", "the four ministers", or None."""
    numbers = mapping("mentions", "nominals.yaml")["numbers"]
    counted = "both" in left or any(
        word in numbers and at and left[at - 1] in POINTERS for at, word in enumerate(left)
    )
    if low == "sides" or (low == "side" and left[-1:] in (["neither"], ["either"])):
        return "state"
    if low == "parties" and left == ["the"] and acts:
        return "state"
    if not counted:
        return "person" if left == ["the"] and low in words("persons_pair") else None
    kinds: tuple[tuple[str, EntityType], ...] = (
        ("states_pair", "state"),
        ("persons_pair", "person"),
        ("organizations_pair", "organization"),
    )
    return next((kind for key, kind in kinds if low in words(key)), None)


def _is_one_of_a_people(token: Token, left: list[str]) -> bool:
    """Whether a word is one person by nationality: "the Pole said"."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return (
        token.text[0].isupper()
        and left[-1:] == ["the"]
        and fold(token.text) in gazetteer().people
        and not token.text.endswith(("s", "ese"))
        and (following is None or following.pos_ in ("VERB", "AUX", "PUNCT", "ADP"))
    )


def _kind(token: Token, left: list[str], pointed: bool, country: str | None) -> EntityType | None:
    low = token.lower_
    phrase = f"{left[-1]} {low}" if left else low
    owned = any(w in ("its", "their", "his", "her") for w in left)

    def heads(key: str) -> bool:
        return low in words(key) or phrase in words(key)

    named = pointed or country is not None
    described = pointed or len(left) > 1 or is_signed(token)
    by_kind: tuple[tuple[EntityType, bool, bool], ...] = (
        ("body", heads("body_heads") and any(w in words("body_marks") for w in left), True),
        (
            "organization",
            heads("organization_heads"),
            named or heads("organs") or _is_told_apart(left),
        ),
        ("agreement", low in words("agreement_heads"), described),
        ("programme", heads("programme_heads"), pointed),
        ("state", heads("state_heads"), named and _stands_for_state(token, left)),
        ("place", low == "capital", country is not None),
        ("state", heads("state_groups"), country is not None or owned),
    )
    return next((kind if fits else None for kind, headed, fits in by_kind if headed), None)


def _is_told_apart(left: list[str]) -> bool:
    """Whether words before a head say which one is meant; "any third party" is nobody's name."""
    return bool(left) and not words("any_one") & set(left)


def _stands_for_state(token: Token, left: list[str]) -> bool:
    """Whether a word such as "country" or "state" is no part of something else."""
    return token.dep_ not in ("compound", "nmod:desc") and not set(left[-1:]) & words("land_marks")


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
