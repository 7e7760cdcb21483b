"""In which of a report's states a name is at home: a weak hint, for want of any word that tells."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from dragoman.readers.english.gazetteer.lookup import fold
from dragoman.readers.english.lexicon import mapping, table

ENDING = 3


@cache
def _names() -> dict[str, frozenset[str]]:
    """Return the states (ISO codes) where each listed name is at home."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, states in _listed():
        found[name].update(states)
    return {name: frozenset(states) for name, states in found.items()}


def _listed() -> Iterator[tuple[str, list[str]]]:
    for row in table("coreference", "names.tsv"):
        for name in row["names"].split("|"):
            yield name, row["states"].split("|")
    for group in mapping("coreference", "bearers.yaml")["bearers"]:
        for name in group["names"]:
            yield name, group["states"]


def at_home(name: str, sides: tuple[str, ...]) -> tuple[str | None, int]:
    """Return the one of the states `sides` whose names a name is formed like, and how surely.

    Listed names weigh more than the ending of the last word; None where two states fit alike.
    """
    words = fold(name).replace("-", " ").replace("'", "").split()
    weights = dict.fromkeys(sides, 0)
    for word in words:
        for state in _names().get(word, frozenset()) & weights.keys():
            weights[state] += 2
    for group in mapping("coreference", "bearers.yaml")["bearers"]:
        if words and len(words[-1]) > ENDING and words[-1].endswith(tuple(group["endings"])):
            for state in weights.keys() & set(group["states"]):
                weights[state] += 1
    ranked = sorted(weights, key=lambda s: -weights[s])
    if not ranked or weights[ranked[0]] == 0:
        return None, 0
    if len(ranked) > 1 and weights[ranked[1]] == weights[ranked[0]]:
        return None, 0
    return ranked[0], weights[ranked[0]]
