"""Names of organizations, bodies, agreements, programmes and places, as they are compared."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.linking.lexicon import pairs_of, table_of, words_of
from dragoman.linking.wording.words import folded, stem, tokens

_SMALL = frozenset(["the", "of", "and", "for", "a", "an", "in", "on", "to", "at", "s"])
_ACRONYM = re.compile(r"[A-Z][A-Za-z]?[A-Z.&]{1,6}[A-Z]?|[A-Z]\.(?:[A-Z]\.)+")


@dataclass(frozen=True, slots=True)
class NameKey:
    """A name without small words and country words: `stems` in order, `country` if it says one.

    A `generic` name ("Ministry of Defence", "joint working group") says who it is only with its
    country or its parties.
    """

    stems: tuple[str, ...]
    country: str | None
    generic: bool

    @property
    def bag(self) -> tuple[str, ...]:
        """Return the stems without their order: "Defence Ministry" is "Ministry of Defence"."""
        return tuple(sorted(set(self.stems)))


@cache
def _country_words() -> dict[tuple[str, ...], str]:
    table: dict[tuple[str, ...], str] = {}
    for country, names in pairs_of("country_words"):
        for name in names.split("|"):
            table.setdefault(tuple(tokens(name)), country)
    return table


@cache
def _rewritings() -> list[tuple[str, str]]:
    return [(f" {a} ", f" {b} ") for a, b in pairs_of("office_synonyms")]


@cache
def _generic_stems() -> frozenset[str]:
    return frozenset(stem(w) for w in words_of("generic_words"))


@lru_cache(maxsize=65536)
def state_code(name: str) -> str | None:
    """Return the ISO 3166-1 alpha-3 code of a state's name or adjective, None if it is none."""
    return _country_words().get(tuple(t for t in tokens(name) if t != "the"))


@lru_cache(maxsize=65536)
def name_key(name: str) -> NameKey:
    """Return what a name is compared by."""
    kept, countries = _without_countries([t for t in tokens(name) if t != "the"])
    words = [w for w in kept if w not in _SMALL]
    line = f" {' '.join(_respelled(words))} "
    for found, compared in _rewritings():
        line = line.replace(found, compared)
    stems = tuple(stem(w) for w in line.split())
    if not stems:
        stems = tuple(stem(t) for t in tokens(name))
    country = next(iter(countries)) if len(countries) == 1 else None
    generic = stem("ministry") in stems or all(s in _generic_stems() for s in stems)
    return NameKey(stems, country, generic)


@lru_cache(maxsize=65536)
def countries_in(name: str) -> frozenset[str]:
    """Return the ISO codes of the states that a name speaks of, by name or adjective."""
    parts = [t for word in tokens(name.replace("–", " ")) for t in word.split("-") if t != "the"]
    return frozenset(_without_countries(parts)[1])


def _respelled(words: list[str]) -> list[str]:
    spellings = table_of("spellings")
    return [spellings.get(w, w) for w in words]


def _without_countries(words: list[str]) -> tuple[list[str], set[str]]:
    table = _country_words()
    kept: list[str] = []
    found: set[str] = set()
    at = 0
    while at < len(words):
        left = len(words) - at
        size = next(
            (n for n in range(min(8, left), 0, -1) if tuple(words[at : at + n]) in table), 0
        )
        if size:
            found.add(table[tuple(words[at : at + size])])
            at += size
        else:
            kept.append(words[at])
            at += 1
    return kept, found


def acronym(name: str) -> str | None:
    """Return a name that is an acronym, dots taken out and in capitals; None if it is none."""
    bare = name.strip()
    if not _ACRONYM.fullmatch(bare) or len(bare.replace(".", "")) < 2:
        return None
    return bare.replace(".", "").upper()


@lru_cache(maxsize=65536)
def initials(name: str) -> frozenset[str]:
    """Return the acronyms a full name of three words or more can have, small words in or out."""
    words = [w for w in re.split(r"[\s\-–]+", folded(name)) if w and w[0].isalpha()]
    content = [w for w in words if w not in _SMALL]
    if len(content) < 3:
        return frozenset()
    return frozenset("".join(w[0] for w in some).upper() for some in (words, content))
