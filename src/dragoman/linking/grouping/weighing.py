"""What speaks for and against two rows being one, or one following on another, as log odds."""

import math
from collections.abc import Mapping
from functools import cache

from dragoman.linking.lexicon import pairs_of, table_of

Marks = Mapping[str, float]
NEVER = -1000.0
"""Log odds that nothing outweighs."""


@cache
def _weights(name: str) -> dict[str, float]:
    return {mark: float(weight) for mark, weight in table_of(name).items()}


@cache
def _of_sort(name: str, sort: str) -> dict[str, float]:
    held = _weights(name).items()
    return {mark[len(sort) :]: weight for mark, weight in held if mark.startswith(sort)}


def read_anew() -> None:
    """Have the weights read from their files again: training writes them while it runs."""
    table_of.cache_clear()
    pairs_of.cache_clear()
    _weights.cache_clear()
    _of_sort.cache_clear()


def weighed(name: str, marks: Marks, sort: str = "") -> float:
    """Return the log odds that marks come to, by the weights of `data/NAME.tsv`.

    Of a `sort` given, such as "follows: ", the weights are those whose marks begin with it.
    Logistic regression; `training/linking` makes the weights. `fsum` is exact, so that the order
    of the marks plays no part. A mark without a weight counts nothing.
    """
    weights = _of_sort(name, sort)
    held = [weights[mark] * value for mark, value in marks.items() if value and mark in weights]
    return round(math.fsum(held), 4)


def likelihood(odds: float) -> float:
    """Return log odds as a likelihood, 0 to 1."""
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), 4)
