"""Whether two written names can be one person's: spellings, initials, family names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.linking.lexicon import words_of
from dragoman.linking.who.naming import Comparison, compare
from dragoman.linking.who.naming.alignment import Aligned
from dragoman.linking.who.naming.letters import INITIAL, SAME, token_likeness
from dragoman.linking.who.naming.parts import Part
from dragoman.linking.wording.words import folded

_TELLING = ("name", "initial")


@dataclass(frozen=True, slots=True)
class Alikeness:
    """How alike two names are, 0 to 1, and why in words."""

    score: float
    why: str


@lru_cache(maxsize=65536)
def name_tokens(name: str) -> tuple[str, ...]:
    """Return the folded parts of a name without particles, unless nothing else is left."""
    parts = re.findall(r"[a-z]+", folded(name).replace("'", ""))
    kept = [p for p in parts if p not in words_of("name_particles")]
    return tuple(kept or parts)


@lru_cache(maxsize=65536)
def full_names_alike(a: str, b: str) -> Alikeness | None:
    """Compare two names of two parts or more; None if they cannot be one person's.

    More is asked than a high score: every part of the shorter must stand for one of the longer, by
    its letters, its sound, its short form or its initial, in order, and the ends must meet; the
    family name may come first in one of them.
    """
    told = compare(a, b, "person")
    pairs = [p for p in told.alignment.pairs if _tells(told, p)]
    steps = [_step(told, p) for p in pairs]
    if "".join(name_tokens(a)) == "".join(name_tokens(b)):
        return Alikeness(max(told.score, SAME), f"{told.why}: {a}, {b}")
    if len(steps) < 2 or min(steps) < INITIAL or max(steps) == INITIAL:
        return None
    over = (_telling(told.alignment.over_left), _telling(told.alignment.over_right))
    if all(over) or not _in_order(pairs):
        return None
    if any(over) and not (_ends_meet(told, pairs) or all(s == SAME for s in steps)):
        return None
    return Alikeness(told.score, f"{told.why}: {a}, {b}")


def _telling(parts: Sequence[Part]) -> bool:
    return any(p.kind in _TELLING for p in parts)


def _tells(told: Comparison, pair: Aligned) -> bool:
    return _telling((told.alignment.left[pair.left], told.alignment.right[pair.right]))


def _step(told: Comparison, pair: Aligned) -> float:
    left, right = told.alignment.left[pair.left], told.alignment.right[pair.right]
    return token_likeness(left.text, right.text)


def _in_order(pairs: Sequence[Aligned]) -> bool:
    """Tell whether the parts stand in one order, or do when an end of one moves to the other."""
    places = [p.right for p in pairs]
    turns = (places, [*places[1:], places[0]], [places[-1], *places[:-1]])
    return any(turn == sorted(turn) for turn in turns)


def _ends_meet(told: Comparison, pairs: Sequence[Aligned]) -> bool:
    """Tell whether the last parts of both names stand for each other, by more than an initial."""
    left = [i for i, p in enumerate(told.alignment.left) if p.kind in _TELLING]
    right = [i for i, p in enumerate(told.alignment.right) if p.kind in _TELLING]
    return any(
        p.left == left[-1] and p.right == right[-1] and _step(told, p) > INITIAL for p in pairs
    )


def surname_of(single: str, full: str) -> Alikeness | None:
    """Tell whether a name of one part (or a compound) is the family name in a full name."""
    parts, whole = name_tokens(single), name_tokens(full)
    for end in (whole[-len(parts) :], whole[: len(parts)]):
        steps = [token_likeness(p, q) for p, q in zip(parts, end, strict=False)]
        if len(end) == len(parts) < len(whole) and min(steps) > INITIAL:
            return Alikeness(round(0.9 * min(steps), 3), f"the family name alone: {single}, {full}")
    return None


def is_full(name: str) -> bool:
    """Tell whether a name has a part besides the family name (a hyphen makes one part)."""
    words = [w for w in name.replace("’", "'").split() if name_tokens(w)]
    return len(words) > 1 and len(name_tokens(name)) > 1
