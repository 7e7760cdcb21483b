"""Looks names up in the lists of states, capitals, regions, organizations and cities."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import msgspec
import spacy
from spacy.language import Language

from dragoman.readers.english.lexicon import table
from dragoman.record.nouns import EntityType


class Entry(msgspec.Struct, frozen=True):
    """One known name: what it names, the state it belongs to, and its usual form.

    `capital` marks a name that may stand for the state it is the capital of.
    """

    type: EntityType
    country: str | None
    name: str
    capital: bool = False


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return `text` without marks and case, with plain apostrophes and dotless ı as i."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("ı", "i"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def _split(cell: str | None) -> list[str]:
    return [part for part in (cell or "").split("|") if part]


def _states() -> Iterator[tuple[str, Entry]]:
    for row in table("gazetteer", "countries.tsv"):
        iso, name = row["iso3"], row["name"]
        for form in [name, *_split(row["aliases"])]:
            yield form, Entry("state", iso, name)
        for capital in _split(row["capitals"]):
            yield capital, Entry("state", iso, name, capital=True)


def _others() -> Iterator[tuple[str, Entry]]:
    for row in table("gazetteer", "regions.tsv"):
        yield row["name"], Entry("place", row["country"] or None, row["name"])
    for row in table("gazetteer", "organizations.tsv"):
        entry = Entry("organization", row["country"] or None, row["name"])
        for form in [row["name"], *_split(row["aliases"])]:
            yield form, entry


class Gazetteer:
    """Names by their words, the longest first; matched on folded words."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, Entry]]] = defaultdict(list)
        for form, entry in [*_others(), *_states()]:
            words = words_of(form)
            self._by_first[words[0]].append((words, form, entry))
        for entries in self._by_first.values():
            entries.sort(key=lambda item: -len(item[0]))
        self.adjectives: dict[str, str] = {}
        self.people: dict[str, str] = {}
        self.names: dict[str, str] = {}
        for row in table("gazetteer", "countries.tsv"):
            self.names[row["iso3"]] = row["name"]
            for form in _split(row["adjectives"]):
                self.adjectives.setdefault(fold(form), row["iso3"])
            for form in _split(row["people"]):
                self.people.setdefault(fold(form), row["iso3"])
        self._capitals = {
            fold(name): row["iso3"]
            for row in table("gazetteer", "countries.tsv")
            for name in _split(row["capitals"])
        }
        self._cities = {row["name"]: row["country"] for row in table("gazetteer", "cities.tsv")}
        self._folded_cities = {fold(name): iso for name, iso in self._cities.items()}

        self._leaders = {
            _person_key(name): row["iso3"]
            for row in table("gazetteer", "leaders.tsv")
            for name in _split(row["names"])
        }

    def leader(self, name: str) -> str | None:
        """Return the state that a person of this full name has led, or None."""
        return self._leaders.get(_person_key(name))

    def at(self, words: Sequence[str], raw: Sequence[str], start: int) -> tuple[int, Entry] | None:
        """Return (end, entry) of the longest known name that begins at word `start`, or None.

        `words` are folded, `raw` as written; a name in lower case is no name, and an acronym is
        believed only as it is written in the list.
        """
        for known, form, entry in self._by_first.get(words[start], ()):
            end = start + len(known)
            if tuple(words[start:end]) != known:
                continue
            if not any(c.isupper() for c in raw[start]):
                continue
            if form.isupper() and len(known) == 1 and not raw[start].isupper():
                continue
            return end, entry
        return None

    def capital(self, name: str) -> str | None:
        """Return the state (ISO 3166-1 alpha-3) whose capital is called so, or None."""
        return self._capitals.get(fold(name))

    def city(self, name: str) -> str | None:
        """Return the state (ISO 3166-1 alpha-3) of a city of that name, or None."""
        return self._cities.get(name) or self._folded_cities.get(fold(name))


def _person_key(name: str) -> tuple[str, ...]:
    """Return the words of a person's name without marks, hyphens, dots and generation."""
    words = fold(name).replace("-", " ").replace(".", " ").split()
    return tuple(w for w in words if w not in ("jr", "sr"))


def words_of(form: str) -> tuple[str, ...]:
    """Return the folded words of a name, split as the tokenizer splits them."""
    return tuple(fold(token.text) for token in _blank().make_doc(form))


@cache
def _blank() -> Language:
    return spacy.blank("en")


@cache
def gazetteer() -> Gazetteer:
    """Return the one gazetteer, built on first use."""
    return Gazetteer()
