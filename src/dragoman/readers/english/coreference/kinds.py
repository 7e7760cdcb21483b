"""What kinds of things a description can stand for: its word lists, and the names that fit them."""

from functools import cache

from dragoman.readers.english.coreference.likeness import plain
from dragoman.readers.english.lexicon import mapping
from dragoman.readers.english.mentions.words import is_acronym


@cache
def described(key: str) -> frozenset[str]:
    """Return a list of words of descriptions of persons."""
    return frozenset(mapping("coreference", "persons.yaml")[key])


@cache
def states(form: str) -> frozenset[str] | None:
    """Return the states (ISO codes) that are called by a word such as "island"; None if any is."""
    found = mapping("coreference", "kinds.yaml")["states"].get(form)
    return None if found is None else frozenset(found)


def number_in(text: str) -> int:
    """Return how many a description speaks of; 2 where it does not say."""
    numbers: dict[str, int] = mapping("mentions", "nominals.yaml")["numbers"]
    return next((numbers[w] for w in text.lower().split() if w in numbers), 2)


@cache
def classes_of(head: str) -> tuple[str, ...]:
    """Return the kinds of organization that a head word such as "agency" can stand for."""
    kinds = mapping("coreference", "kinds.yaml")["organizations"]
    return tuple(kind for kind, row in kinds.items() if head in row["heads"])


def fits(head: str, name: str) -> bool:
    """Whether a named organization is of the kind a description's head word says."""
    kinds = mapping("coreference", "kinds.yaml")["organizations"]
    low = f" {plain(name)} "
    return any(f" {word} " in low for kind in classes_of(head) for word in kinds[kind]["names"])


def says_nothing(name: str) -> bool:
    """Whether a name's words tell no kind of organization: it may be a company."""
    kinds = mapping("coreference", "kinds.yaml")["organizations"]
    low = f" {plain(name)} "
    return not is_acronym(name) and not any(
        f" {word} " in low for row in kinds.values() for word in row["names"]
    )


@cache
def distinct() -> frozenset[str]:
    """Return the words by which one ministry or agency differs from another."""
    return frozenset(mapping("coreference", "kinds.yaml")["distinct"])
