"""Two parts of names, compared letter by letter and by how they sound."""

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from dragoman.linking.lexicon import pairs_of

SAME, SOUND, VOWEL, TYPO, NICKNAME, INITIAL = 1.0, 0.95, 0.9, 0.85, 0.83, 0.8
_VOWELS = "aeiou"
_NEAR_VOWELS = {frozenset("ae"), frozenset("ei"), frozenset("ou"), frozenset("ao")}
# "Abdul Rahman", "Abd al-Rahman", "Abdurrahman": the article is spelled into the next word or not.
_SERVANT = re.compile(r"^abd[aeiou]+(?:l(?!l)|([rsdtnz])(?=\1))?(?=[a-z]{3})")


@cache
def _sounds() -> tuple[tuple[str, str], ...]:
    return pairs_of("transliteration")


@lru_cache(maxsize=65536)
def sound(token: str) -> str:
    """Return a token with the letters that transliterations vary in brought to one form."""
    token = _SERVANT.sub("abd", token)
    for found, compared in _sounds():
        token = token.replace(found, compared)
    return re.sub(r"(.)\1+", r"\1", token)


@lru_cache(maxsize=65536)
def skeleton(token: str) -> str:
    """Return the first letter and the consonants of a token's sound: what candidates share."""
    key = sound(token)
    return key[:1] + "".join(c for c in key[1:] if c not in _VOWELS)


@cache
def _short_forms() -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset((short, full)) for full, names in pairs_of("nicknames") for short in names.split()
    )


@lru_cache(maxsize=65536)
def token_likeness(a: str, b: str) -> float:
    """Return how alike two parts of names are: one of the steps above, or 0."""
    if a == b:
        return SAME
    if a.isdigit() or b.isdigit():
        return 0.0
    if min(len(a), len(b)) == 1:
        return INITIAL if a[0] == b[0] else 0.0
    x, y = sound(a), sound(b)
    steps = (
        (x == y, SOUND),
        (_vowels_vary(x, y), VOWEL),
        (min(len(x), len(y)) >= 7 and JaroWinkler.similarity(x, y) >= 0.96, TYPO),
        (frozenset((a, b)) in _short_forms(), NICKNAME),
    )
    return next((step for holds, step in steps if holds), 0.0)


@lru_cache(maxsize=65536)
def nearness(a: str, b: str) -> float:
    """Return how near two whole parts are, 0 to 1: their letters, sounds and consonants.

    Edits are counted as by Damerau (1964), two letters that change places as one.
    """
    if a == b:
        return SAME
    if a.isdigit() or b.isdigit():
        return 0.0
    x, y = sound(a), sound(b)
    if x == y:
        return 0.97
    bones = skeleton(a)
    near = max(OSA.normalized_similarity(a, b), OSA.normalized_similarity(x, y) - 0.02)
    if len(bones) > 2 and bones == skeleton(b):
        near = max(near, 0.85)
    return max(near, token_likeness(a, b)) if min(len(a), len(b)) > 1 else near


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
