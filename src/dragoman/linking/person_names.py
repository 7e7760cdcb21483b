"""Whether two written names can be one person's: spellings, initials, family names."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import JaroWinkler

from dragoman.linking.lexicon import pairs_of, words_of
from dragoman.linking.words import folded

SAME, SOUND, VOWEL, TYPO, INITIAL = 1.0, 0.95, 0.9, 0.85, 0.8
_VOWELS = "aeiou"
_NEAR_VOWELS = {frozenset("ae"), frozenset("ei"), frozenset("ou"), frozenset("ao")}
_WHY = {
    SAME: "the same name",
    SOUND: "two transliterations of one name",
    VOWEL: "two spellings of one name",
    TYPO: "nearly the same letters",
    INITIAL: "a name and its initial",
}


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


@cache
def _sounds() -> tuple[tuple[str, str], ...]:
    return pairs_of("transliteration")


@lru_cache(maxsize=65536)
def sound(token: str) -> str:
    """Return a token with the letters that transliterations vary in brought to one form."""
    for found, compared in _sounds():
        token = token.replace(found, compared)
    return re.sub(r"(.)\1+", r"\1", token)


@lru_cache(maxsize=65536)
def skeleton(token: str) -> str:
    """Return the first letter and the consonants of a token's sound: what candidates share."""
    key = sound(token)
    return key[:1] + "".join(c for c in key[1:] if c not in _VOWELS)


@lru_cache(maxsize=65536)
def token_likeness(a: str, b: str) -> float:
    """Return how alike two parts of names are: one of the steps above, or 0."""
    if a == b:
        return SAME
    if min(len(a), len(b)) == 1:
        return INITIAL if a[0] == b[0] else 0.0
    x, y = sound(a), sound(b)
    if x == y:
        return SOUND
    if _vowels_vary(x, y):
        return VOWEL
    if min(len(x), len(y)) >= 7 and JaroWinkler.similarity(x, y) >= 0.96:
        return TYPO
    return 0.0


def _vowels_vary(x: str, y: str) -> bool:
    """Tell whether two sounds differ in a near vowel or two, or in one vowel left out."""
    if min(len(x), len(y)) < 4:
        return False
    if len(x) == len(y):
        off = [frozenset(p) for p in zip(x, y, strict=True) if p[0] != p[1]]
        return len(off) <= 2 and all(pair in _NEAR_VOWELS for pair in off)
    short, long = sorted((x, y), key=len)
    return len(long) - len(short) == 1 and any(
        long[:i] + long[i + 1 :] == short for i, c in enumerate(long) if i and c in _VOWELS
    )


@lru_cache(maxsize=65536)
def full_names_alike(a: str, b: str) -> Alikeness | None:
    """Compare two names of two parts or more; None if they cannot be one person's.

    Every part of the shorter must be found in the longer in order, and the ends must meet; the
    family name may come first in one of them.
    """
    short, long = sorted((name_tokens(a), name_tokens(b)), key=lambda t: (len(t), t))
    if "".join(short) == "".join(long):
        return Alikeness(SAME, f"the same name: {a}, {b}")
    turns = (short, (*short[1:], short[0]), (short[-1], *short[:-1]))
    steps = next((found for turn in turns if (found := _in_order(turn, long))), None)
    if steps is None or len(steps) < 2 or max(steps) == INITIAL:
        return None
    ends_meet = token_likeness(short[-1], long[-1]) > INITIAL
    if len(short) < len(long) and not (ends_meet or all(s == SAME for s in steps)):
        return None
    worst = min(steps)
    score = worst * (1 - 0.03 * (len(long) - len(short)))
    why = _WHY[worst] if len(short) == len(long) else f"{_WHY[worst]}, a part left out"
    return Alikeness(round(score, 3), f"{why}: {a}, {b}")


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> list[float] | None:
    steps: list[float] = []
    at = 0
    for part in short:
        while at < len(long) and not token_likeness(part, long[at]):
            at += 1
        if at == len(long):
            return None
        steps.append(token_likeness(part, long[at]))
        at += 1
    return steps


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
