"""What kind of thing a name's own words make it."""

from functools import cache

from dragoman.readers.english.lexicon import mapping
from dragoman.readers.english.mentions.words import kind_words
from dragoman.record.nouns import EntityType


def kind_of_name(words: list[str]) -> EntityType | None:
    """Return what a name's own words make it ("… Joint Commission": body), or None."""
    if not words:
        return None
    low = [w.lower() for w in words]
    for kind in (_body, _agreement, _headed_first, _headed_last):
        found = kind(low)
        if found is not None:
            return found
    return None


def _body(low: list[str]) -> EntityType | None:
    """Tell a body by its head, which may have its matter behind it: "Mixed Commission on Fish"."""
    at = next((k for k, w in enumerate(low) if k and w in ("on", "of", "for", "against")), len(low))
    low = low[:at]
    if low[-1] not in kind_words("body", "last") and "task force" not in " ".join(low[-2:]):
        return None
    marks, not_marks = _body_marks()
    text = f" {' '.join(low)} "
    marked = any(w in marks for w in low) and not any(f" {n} " in text for n in not_marks)
    return "body" if marked else None


def _agreement(low: list[str]) -> EntityType | None:
    if low[-1] in kind_words("agreement", "last") and len(low) > 1:
        return "agreement"
    opened = any(
        word in kind_words("agreement", "first") and low[at + 1] in ("on", "of", "for", "against")
        for at, word in enumerate(low[:-1])
    )
    return "agreement" if opened else None


def _headed_first(low: list[str]) -> EntityType | None:
    if len(low) < 3 or low[1] not in ("of", "for", "on"):
        return None
    if low[0] in kind_words("organization", "first") or low[0] in kind_words("body", "last"):
        return "organization"
    return None


def _headed_last(low: list[str]) -> EntityType | None:
    if len(low) < 2:
        return None
    kinds: tuple[EntityType, ...] = ("programme", "place", "organization")
    if " ".join(low[-2:]) in kind_words("place", "last"):
        return "place"
    for kind in kinds:
        if low[-1] in kind_words(kind, "last"):
            return kind
    if low[0] in kind_words("programme", "first"):
        return "programme"
    first_of = len(low) > 2 and low[1] in ("of", "for", "on")
    return "place" if first_of and low[0] in kind_words("place", "first") else None


@cache
def _body_marks() -> tuple[frozenset[str], tuple[str, ...]]:
    body = mapping("gazetteer", "kinds.yaml")["body"]
    return frozenset(body["marks"]), tuple(body["not_marks"])


def ends_as_thing(word: str) -> bool:
    """Whether a lower-case word ends names of things that are no persons."""
    kinds = ("organization", "body", "agreement", "programme", "place")
    return any(word in kind_words(kind, "last") for kind in kinds)
