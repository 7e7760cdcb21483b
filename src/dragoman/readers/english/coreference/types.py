"""One type for the same words within one report."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc

from dragoman.readers.english.coreference.likeness import plain
from dragoman.readers.english.drafts import Name
from dragoman.readers.english.gazetteer.lookup import gazetteer
from dragoman.readers.english.lexicon import mapping
from dragoman.readers.english.mentions.words import is_acronym, kind_words, titles, written
from dragoman.readers.english.roles.offices import name_tokens, offices
from dragoman.record.nouns import EntityType


def settle_types(doc: Doc, names: list[Name]) -> list[EntityType]:
    """Return one type for each name: the same words in a report are the same kind of thing.

    A title before a name or an acronym in brackets behind it outweighs what the model said.
    """
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    parts = _parts_of_persons(doc, names)
    for name in names:
        if name.type is None:
            continue
        key = plain(written(doc, name))
        for kind, weight in (*_told_by_words(doc, name, key, parts), *_told_beside(doc, name)):
            votes[key][kind] += weight
    settled: list[EntityType] = []
    for name in names:
        key = plain(written(doc, name))
        kinds = votes[key]
        if name.type == "state" or (name.type == "place" and kinds["state"]):
            settled.append(name.type)
        else:
            settled.append(min(kinds, key=lambda k: (-kinds[k], k)))
    return settled


def _told_by_words(
    doc: Doc, name: Name, key: str, parts: set[str]
) -> Iterator[tuple[EntityType, int]]:
    """Yield types with weights that a name's own words and its place in the sentence tell."""
    first, last = name_tokens(doc, name)
    if name.type is not None:
        yield name.type, 3 if name.type == "person" and offices(doc, first, last) else 1
    where = _is_where(doc, first, last)
    if name.type in ("place", "organization") and key in parts and not where:
        yield "person", 2
    whence = key not in parts and _is_whence(doc, first, last)
    if name.type == "person" and (where or whence):
        yield "place", 2
    if name.type in ("person", "organization") and key not in parts:
        yield "place", 2 * bool(gazetteer().city(written(doc, name)))


def _told_beside(doc: Doc, name: Name) -> Iterator[tuple[EntityType, int]]:
    """Yield types with weights that the words right before and behind a name tell."""
    first, last = name_tokens(doc, name)
    if name.type in ("person", "organization") and _names_programme(doc, last):
        yield "programme", 2
    if name.type == "person" and _leads_office(doc, last):
        yield "organization", 2
    if name.type in ("person", "place") and _has_acronym(doc, last):
        yield "organization", 3
    called = _called(doc, first)
    if called is not None and name.type != "state":
        yield called, 3
    if name.type == "place" and first and doc[first - 1].lower_ == "told":
        yield "organization", 2


def _has_acronym(doc: Doc, last: int) -> bool:
    """Whether an acronym in brackets follows."""
    return last + 1 < len(doc) and doc[last].text == "(" and is_acronym(doc[last + 1].text)


def _parts_of_persons(doc: Doc, names: list[Name]) -> set[str]:
    """Return the folded words of the persons' names of more than one word."""
    parts: set[str] = set()
    for name in names:
        words = plain(written(doc, name)).split()
        if name.type == "person" and len(words) > 1:
            parts.update(words)
    return parts


def _is_where(doc: Doc, first: int, last: int) -> bool:
    """Whether a name stands after "in" or "at", owning nothing: a place."""
    owns = last < len(doc) and doc[last].text in ("'s", "’s")
    return first > 0 and not owns and doc[first - 1].lower_ in ("in", "at", "near", "off")


def _is_whence(doc: Doc, first: int, last: int) -> bool:
    """Whether a single word stands after "from": more often a place than a person."""
    return last - first == 1 and first > 0 and doc[first - 1].lower_ == "from"


def _called(doc: Doc, first: int) -> EntityType | None:
    """Return what the noun right before a name calls it: "the opposition party X", "the dhow X"."""
    if first == 0 or not doc[first - 1].is_lower:
        return None
    called: dict[Any, list[str]] = mapping("coreference", "callings.yaml")
    return next((kind for kind, nouns in called.items() if doc[first - 1].text in nouns), None)


def _leads_office(doc: Doc, last: int) -> bool:
    """Whether an office and a name follow: "… leader Amina Said"."""
    if last + 1 >= len(doc) or not doc[last].is_lower or doc[last].text not in titles("heads"):
        return False
    return doc[last + 1].ent_type_ in ("PER", "PERSON")


def _names_programme(doc: Doc, last: int) -> bool:
    """Whether the next word is what a programme is called by: "… fighter", "… project"."""
    return (
        last < len(doc)
        and doc[last].is_lower
        and doc[last].lower_ in kind_words("programme", "last")
    )
