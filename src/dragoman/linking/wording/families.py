"""Words that tell of one deed, as verb and as noun: "sign", "signing" and "signature"."""

from functools import cache

from dragoman.linking.lexicon import lines_of, table_of
from dragoman.linking.wording.words import Words, stem, tokens


@cache
def _families() -> dict[str, str]:
    """Return for the stem of each word of a family the stem of the family's first word."""
    found: dict[str, str] = {}
    for line in lines_of("word_families"):
        words = line.split()
        for word in words:
            found.setdefault(stem(word), stem(words[0]))
    return found


def family_of(word: str) -> str:
    """Return what a word is compared by: its family, or its stem where it is in none."""
    own = stem(word.lower())
    return _families().get(own, own)


def families_in(text: str) -> Words:
    """Return the families that the words of a text belong to; words in none are left out."""
    known = _families()
    return frozenset(known[own] for t in tokens(text) if (own := stem(t)) in known)


def deed_families_of(stems: Words) -> frozenset[str]:
    """Return the families of deeds that words, given by their stems, name."""
    known = _deeds()
    return frozenset(f for own in stems if own in known for f in known[own])


@cache
def _deeds() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for family, words in table_of("deed_families").items():
        for word in words.split():
            found.setdefault(stem(word), set()).add(family)
    return {word: frozenset(own) for word, own in found.items()}
