"""Names of programmes without what they are called beside: "the Falcon project", "two Falcons"."""

import re
from functools import lru_cache

from dragoman.linking.lexicon import words_of
from dragoman.linking.wording.words import tokens

_DESIGNATION = re.compile(r"(?=.*\d)(?=.*[a-z])[a-z0-9]{2,}")
_SMALL = frozenset(("the", "of", "a", "an", "and", "new", "first", "more"))


@lru_cache(maxsize=65536)
def core(name: str) -> tuple[str, ...]:
    """Return the words of a name that say which programme it is, in order.

    Empty where nothing of it is written as a name: "patrol boats" are no programme's own.
    """
    if not any(w[:1].isupper() or _is_designation(w.lower()) for w in name.split()):
        return ()
    kept = [w for w in _words(name) if not _is_kind(w) and not w.isdigit()]
    return tuple(_single(w) for w in kept)


def kinds(name: str) -> frozenset[str]:
    """Return the words of a name that say what sort of thing it is."""
    return frozenset(w for w in _words(name) if _is_kind(w))


def called_otherwise(one: str, other: str) -> str | None:
    """Return why two names are of one programme, where one leaves its kind out; None if not."""
    same = core(one)
    if not same or same != core(other) or (kinds(one) and kinds(other)):
        return None
    return f"one name, with what it is left out: {one}, {other}"


def _words(name: str) -> list[str]:
    joined = re.sub(r"\b([A-Za-z]{1,4})[-\u2011](\d+\w*)", r"\1\2", name)
    words = [w for t in tokens(joined) for w in t.split("-")]
    return [w for w in words if w not in _SMALL]


def _is_kind(word: str) -> bool:
    return word in words_of("programme_kinds")


def _is_designation(word: str) -> bool:
    return _DESIGNATION.fullmatch(word.replace("-", "")) is not None


def _single(word: str) -> str:
    """Return "k2" of "k2s": several of one model."""
    return word[:-1] if re.fullmatch(r"[a-z]+\d+s", word) else word
