"""Which pages a source lets through: by words, and by the states they name."""

from collections.abc import Iterable
from functools import cache

from dragoman.readers.english.lexicon import table
from dragoman.record.errors import WatchInvalid
from dragoman.store.folding import folded_words


class Sieve:
    """Lets texts through that hold one of `words` and name all of `states`.

    Words compare without marks and case; one that ends in "*" stands for all that begin so. States
    are given by ISO 3166-1 alpha-3; their names, adjectives, people and capitals name them.
    """

    def __init__(self, words: Iterable[str], states: Iterable[str]) -> None:
        self._words = {word: _pattern(word) for word in words}
        self._states = {state: [_pattern(form) for form in _forms(state)] for state in states}

    def refusal(self, text: str) -> str | None:
        """Return why a text is not let through, or None where it is."""
        told = f" {' '.join(folded_words(text))} "
        if self._words and not any(pattern in told for pattern in self._words.values()):
            return f"holds none of the words {', '.join(self._words)}"
        missing = [
            state
            for state, forms in self._states.items()
            if not any(form in told for form in forms)
        ]
        return f"does not name {', '.join(missing)}" if missing else None


def _pattern(words: str) -> str:
    folded = " ".join(folded_words(words))
    return f" {folded}" if words.endswith("*") else f" {folded} "


def _forms(state: str) -> list[str]:
    forms = _by_state().get(state.upper())
    if forms is None:
        raise WatchInvalid(f"states: {state!r} is no ISO 3166-1 alpha-3 code, as JPN is for Japan")
    return forms


@cache
def _by_state() -> dict[str, list[str]]:
    return {
        row["iso3"]: [
            form
            for column in ("name", "aliases", "capitals", "adjectives", "people")
            for form in (row.get(column) or "").split("|")
            if form
        ]
        for row in table("gazetteer", "countries.tsv")
    }
