"""Ranks of armed forces."""

from functools import cache

from dragoman.linking.lexicon import lines_of
from dragoman.linking.wording.words import spelled, tokens


@cache
def _ranks() -> frozenset[str]:
    return frozenset(lines_of("ranks"))


def is_rank(title: str) -> bool:
    """Tell whether a title is a rank and nothing else."""
    return " ".join(spelled(t) for t in tokens(title)) in _ranks()
