"""Names that the model found, trimmed to the name itself."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from dragoman.readers.english.gazetteer.lookup import fold, gazetteer
from dragoman.readers.english.lexicon import mapping
from dragoman.readers.english.mentions.candidate import Candidate
from dragoman.readers.english.mentions.kinds import kind_of_name
from dragoman.readers.english.mentions.words import (
    is_acronym,
    is_capital,
    is_title_word,
    titles,
)
from dragoman.record.nouns import EntityType

LABELS: dict[str, EntityType] = {
    "PER": "person",
    "PERSON": "person",
    "ORG": "organization",
    "LOC": "place",
    "GPE": "place",
    "FAC": "place",
}


def from_model(doc: Doc) -> Iterator[Candidate]:
    """Yield the names that the model found where the text may be read."""
    readable = doc._.readable
    for ent in doc.ents:
        if not readable[ent.start]:
            continue
        kind = LABELS.get(ent.label_)
        if kind is None or not any(is_capital(t) for t in ent):
            continue
        start, end = _whole_words(doc, *_trim(doc, ent.start, ent.end))
        if kind == "person" and end - start == 1 and is_acronym(doc[start].text):
            kind = "organization"
        if kind == "person":
            start, end = _person_span(doc, start, end)
        if start >= end:
            continue
        words = [t.text for t in doc[start:end]]
        country = None
        if _is_never(words) or _holds_states(words) or _is_adjective(words):
            continue
        if _is_office(words) or _is_modifier(words) or _is_government(words):
            continue
        if _is_field(doc, start):
            continue
        if kind != "person":
            kind = kind_of_name(words) or kind
            country = gazetteer().city(" ".join(words)) if kind == "place" else None
        yield Candidate(start, end, kind, country, 5)


def _trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Take titles, articles and possessives off the ends of a span of tokens."""
    while start < end and (
        doc[start].lower_ in ("the", "a", "an", "and", "of", "for", "in")
        or doc[start].is_punct
        or doc[start].is_space
    ):
        start += 1
    while end > start and (
        doc[end - 1].lower_ in ("'s", "’s", "'", "’", "and", "of", "for", "the", "in")
        or (doc[end - 1].is_punct and doc[end - 1].text not in (")", "."))
        or doc[end - 1].is_space
    ):
        end -= 1
    if end > start and doc[end - 1].text == ")" and "(" not in doc[start:end].text:
        end -= 1
    return start, end


def _person_span(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Drop the offices and adjectives that the model took into a person's name."""
    for at in range(end - 1, start, -1):
        if (
            is_title_word(doc[at - 1].text)
            and is_capital(doc[at])
            and not is_title_word(doc[at].text)
        ):
            start = at
            break
    inner = mapping("gazetteer", "kinds.yaml")["inner"]
    while start < end and (
        fold(doc[start].text) in gazetteer().adjectives
        or (doc[start].is_lower and doc[start].text not in inner)
    ):
        start += 1
    if start < end and all(is_title_word(t.text) for t in doc[start:end]):
        return end, end
    return start, end


def _whole_words(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Take in the rest of a hyphenated word that a span cuts: "Kim Jong" of "Kim Jong-un"."""
    if start < end:
        while end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_:
            if doc[end].whitespace_ or not doc[end + 1].is_alpha:
                break
            end += 2
        while start > 1 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_:
            if doc[start - 2].whitespace_ or not doc[start - 2].text[0].isupper():
                break
            start -= 2
    return start, end


def _is_adjective(words: list[str]) -> bool:
    text = " ".join(fold(w) for w in words)
    return text in gazetteer().adjectives or text in gazetteer().people


def _is_office(words: list[str]) -> bool:
    """Whether a span is only part of an office: "Deputy Defence", "Army Chief Field"."""
    return (
        len(words) > 1
        and all(is_title_word(w) or w.lower() in titles("modifiers") for w in words)
        and kind_of_name(words) in (None, "place")
    )


def _is_government(words: list[str]) -> bool:
    """Whether a span is a state by its government: "Chadian Government", "Government of Chad"."""
    return words[-1].lower() == "government" or [w.lower() for w in words[:2]] == [
        "government",
        "of",
    ]


def _is_field(doc: Doc, start: int) -> bool:
    """Whether a name is only what a minister is minister of: "Minister of | Marine Affairs"."""
    if start < 2 or doc[start - 1].lower_ not in ("of", "for"):
        return False
    return doc[start - 2].lower_ in ("minister", "secretary", "undersecretary", "under-secretary")


def _is_modifier(words: list[str]) -> bool:
    """Whether a span is one word that opens offices and names: "Army", "Foreign"."""
    return len(words) == 1 and words[0].lower() in titles("modifiers")


def _is_never(words: list[str]) -> bool:
    return len(words) == 1 and words[0].lower() in never()


@cache
def never() -> frozenset[str]:
    """Return the lower-case words that name nothing, though written with capitals."""
    return frozenset(mapping("gazetteer", "kinds.yaml")["never"])


def _holds_states(words: list[str]) -> bool:
    """Whether a name is states run together or a state and more that is no typed name."""
    if len(words) == 1 or kind_of_name(words):
        return False
    known = gazetteer()
    folded = [fold(w) for w in words]
    hits = [known.at(folded, words, i) for i in range(len(words))]
    states = [h for h in hits if h and h[1].type == "state" and not h[1].capital]
    return len(states) > 1 or (bool(states) and states[0][0] < len(words) and hits[0] is not None)
