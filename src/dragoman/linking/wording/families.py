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
    known = _holders_of("deed_families")
    return frozenset(f for own in stems if own in known for f in known[own])


def sorts_of(text: str) -> frozenset[str]:
    """Return the sorts of deeds that the words of a text may tell of."""
    known = _holders_of("event_deeds")
    return frozenset(f for t in tokens(text) for f in known.get(stem(t), ()))


@cache
def _holders_of(table: str) -> dict[str, frozenset[str]]:
    """Return for the stem of each word of a table of families the families it is in."""
    found: dict[str, set[str]] = {}
    for family, words in table_of(table).items():
        for word in words.split():
            found.setdefault(stem(word), set()).add(family)
    return {word: frozenset(own) for word, own in found.items()}
