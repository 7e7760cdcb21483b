"""How alike two names are, as one number with its reasons."""

import math
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz

from dragoman.linking.lexicon import pairs_of
from dragoman.linking.who.naming.alignment import Aligned, Alignment, align
from dragoman.linking.who.naming.letters import (
    INITIAL,
    NICKNAME,
    SAME,
    SOUND,
    TYPO,
    VOWEL,
    token_likeness,
)
from dragoman.linking.who.naming.parts import Kind, Part, parts_of

FEATURES = (
    "shared",
    "worst pair",
    "both sides over",
    "one side over",
    "loose likeness",
    "running letters",
    "initials",
    "no person",
)
_RELATIONS = {
    SAME: "=",
    SOUND: "sounds as",
    VOWEL: "is another spelling of",
    TYPO: "is nearly",
    NICKNAME: "is a short form of",
    INITIAL: "fits",
    0.0: "stands against",
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two names compared: `score` in 0 to 1, and part by part `why` in words."""

    score: float
    why: str
    alignment: Alignment


@lru_cache(maxsize=65536)
def compare(a: str, b: str, kind: Kind) -> Comparison:
    """Compare two names of persons or of other things; the order of the two plays no part.

    The score is a logistic regression (Cox 1958) over `features`; its weights ship with the
    package and `training/names` tells how they were found.
    """
    left, right = sorted((parts_of(a, kind), parts_of(b, kind)))
    if not left or not right:
        return Comparison(0.0, f"no letters to compare: {a}, {b}", Alignment(left, right, ()))
    alignment = align(left, right)
    total = math.fsum(w * f for w, f in zip(_weights(), features(alignment, kind), strict=True))
    score = 1.0 if left == right else round(1 / (1 + math.exp(-total)), 3)
    return Comparison(score, _words(alignment, kind), alignment)


def features(alignment: Alignment, kind: Kind) -> tuple[float, ...]:
    """Return what the score is made of: 1 and, in their order, what FEATURES names."""
    left, right = alignment.left, alignment.right
    shared, worst, initials = 0.0, 1.0, 0.0
    for pair in alignment.pairs:
        x, y = left[pair.left], right[pair.right]
        weight = min(x.weight, y.weight)
        shared += weight * pair.near
        if x.kind != y.kind and "initial" in (x.kind, y.kind):
            initials = 1.0
        elif weight >= 0.5:
            worst = min(worst, pair.near)
    total = _weight(left) + _weight(right)
    over = sorted((_weight(alignment.over_left), _weight(alignment.over_right)))
    a, b = (" ".join(p.text for p in side) for side in (left, right))
    return (
        1.0,
        2 * shared / total,
        worst,
        over[0],
        over[1] - over[0],
        fuzz.WRatio(a, b) / 100,
        fuzz.ratio(a.replace(" ", ""), b.replace(" ", "")) / 100,
        initials,
        float(kind == "thing"),
    )


@cache
def _weights() -> tuple[float, ...]:
    known = dict(pairs_of("name_weights"))
    return tuple(float(known[name]) for name in ("bias", *FEATURES))


def _weight(parts: tuple[Part, ...] | list[Part]) -> float:
    return math.fsum(p.weight for p in parts)


def _words(alignment: Alignment, kind: Kind) -> str:
    told = []
    for pair in alignment.pairs:
        x, y = alignment.left[pair.left], alignment.right[pair.right]
        if x.tells or y.tells or "initial" in (x.kind, y.kind):
            relation = _RELATIONS[token_likeness(x.text, y.text)]
            x, y = (y, x) if len(x.text) > len(y.text) else (x, y)
            told.append(f"{_role(alignment, pair, kind)}{x.shown} {relation} {y.shown}")
    over = [p.shown for p in (*alignment.over_left, *alignment.over_right) if p.tells]
    if alignment.turned:
        told.append("in another order")
    if over:
        told.append(f"{', '.join(over)} left over")
    return "; ".join(told)


def _role(alignment: Alignment, pair: Aligned, kind: Kind) -> str:
    """Return what a pair of parts is, where the order of the parts tells it."""
    if kind == "thing" or alignment.turned:
        return ""
    ends = (pair.left == len(alignment.left) - 1, pair.right == len(alignment.right) - 1)
    return "family name " if any(ends) else "given name "
