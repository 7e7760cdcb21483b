"""Whether two written forms in one report are of one thing."""

from functools import lru_cache

from rapidfuzz import fuzz

from dragoman.readers.english.coreference.things import Collected
from dragoman.readers.english.gazetteer.lookup import fold, gazetteer
from dragoman.readers.english.mentions.words import is_acronym, is_designation

NEAR = 88
_CHAMBERS = frozenset(("parliament", "house", "legislature"))


_ARTICLES = ("the ", "a ", "an ")


def plain(text: str) -> str:
    """Return a name folded, without a leading article and with single spaces."""
    low = " ".join(fold(text).split())
    for article in _ARTICLES:
        low = low.removeprefix(article)
    return low


def same_person(short: list[str], full: list[str]) -> bool:
    """Whether two folded names within one report name one person.

    The shorter must be made of words of the longer (spelling slips allowed) and hold its last
    word or its first two; given names alone join only when they are the name's own words.
    """
    if len(short) > len(full):
        short, full = full, short
    if not short:
        return False
    if len(short) == 1:
        word = short[0]
        if any(word == w for w in full):
            return True
        return len(word) > 4 and word[0] == full[-1][0] and fuzz.ratio(word, full[-1]) >= 80
    hits = sum(any(_near(a, b) for b in full) for a in short)
    return hits == len(short)


def _near(a: str, b: str) -> bool:
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return a == b or (min(len(a), len(b)) > 3 and fuzz.ratio(a, b) >= NEAR)


def same_name(text: str, thing: Collected) -> bool:
    """Whether `text` is a written form of a thing that is no person: equal, or its acronym."""
    low = plain(text)
    for known in thing.names:
        other = plain(known)
        if _canonical(text) and _canonical(text) == _canonical(known):
            return True
        if (
            _singular(text) == _singular(known)
            or _acronym_of(text, known)
            or _acronym_of(known, text)
        ):
            return True
        if len(low) > 7 and fuzz.ratio(low, other) >= 93:
            return True
    return False


@lru_cache(maxsize=10_000)
def _canonical(text: str) -> str | None:
    """Return the usual form of a known name; None for one the gazetteer does not hold whole."""
    words = text.split()
    hit = gazetteer().at([fold(w) for w in words], words, 0)
    return hit[1].name if hit and hit[0] == len(words) else None


def _singular(text: str) -> str:
    """Return a name folded, a designation without its plural s: "C-390s" as "c-390"."""
    single = text[:-1] if text.endswith("s") and is_designation(text[:-1]) else text
    return plain(single)


def same_parliament(text: str, thing: Collected) -> bool:
    """Whether two of "Parliament", "the House" and "the Parliament of X" are one body."""
    low = plain(text)
    if low not in _CHAMBERS:
        return False
    return any(plain(n) in _CHAMBERS or "parliament" in plain(n).split() for n in thing.names)


def initials_of(short: str, full: list[str]) -> bool:
    """Whether an acronym is the initials of a person's full name, of three words at least."""
    return len(full) > 2 and is_acronym(short) and fold(short) == "".join(w[0] for w in full)


def _acronym_of(short: str, long: str) -> bool:
    if not is_acronym(short) or len(long.split()) < 2:
        return False
    letters = [c for c in fold(short) if c.isalnum()]
    words = plain(long).replace("-", " ").split()
    small = ("of", "the", "and", "for", "in", "on", "to")
    full = [w[0] for w in words if w]
    lean = [w[0] for w in words if w and w not in small]
    return letters in (full, lean) or letters == [*plain(long)[:1], *lean[1:]]
