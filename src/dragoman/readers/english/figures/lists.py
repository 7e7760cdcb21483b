"""The word lists of figures."""

from functools import cache
from typing import Any

from dragoman.readers.english.lexicon import mapping


def table(name: str) -> dict[str, Any]:
    """Return data/`name`.yaml, with what the user's configuration adds to it."""
    return mapping("figures", f"{name}.yaml")


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """Return one list of a table as a set, in lower case."""
    return frozenset(str(word).lower() for word in table(name)[key])
