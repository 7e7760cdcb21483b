"""Words as they are compared: folded to ASCII, in one spelling, stemmed."""

import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from functools import cache, lru_cache

import snowballstemmer  # type: ignore[import-untyped]
from anyascii import anyascii

from dragoman.linking.lexicon import table_of, words_of

Words = frozenset[str]
_TOKEN = re.compile(r"[a-z0-9]+(?:[.,][0-9]+)*")


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Return text in lower-case ASCII, any script transliterated, white space folded."""
    return " ".join(anyascii(text).lower().replace("’", "'").split())


def tokens(text: str) -> list[str]:
    """Return the folded words and numbers of a text, a possessive ending taken off."""
    return _TOKEN.findall(
        folded(text)
        .replace("co-op", "coop")
        .replace("'s ", " ")
        .removesuffix("'s")
        .replace("'", "")
    )


def spelled(token: str) -> str:
    """Return a token in the spelling that is compared."""
    return table_of("spellings").get(token, token)


@lru_cache(maxsize=65536)
def stem(token: str) -> str:
    """Return the stem of a token in one spelling (Snowball English, Porter 2001).

    A double last letter is made single: Snowball leaves one in "boycott", not in "boycotted".
    """
    found = _stemmer()(spelled(token))
    return found[:-1] if len(found) > 3 and found[-1] == found[-2] else found


@cache
def _stemmer() -> Callable[[str], str]:
    word: Callable[[str], str] = snowballstemmer.stemmer("english").stemWord
    return word


@lru_cache(maxsize=65536)
def content_words(text: str) -> Words:
    """Return the stems of the words of a text that tell what it is on, of synonyms one."""
    stop, synonyms = words_of("stop_words"), table_of("synonyms")
    return frozenset(
        stem(synonyms.get(spelled(t), t))
        for t in tokens(text)
        if t not in stop and (len(t) > 1 or t.isdigit())
    )


@cache
def courtesies() -> Words:
    """Return the stems of the words that any commitment is clothed in."""
    return frozenset(stem(w) for w in words_of("courtesies"))


@cache
def deeds(event_type: str) -> Words:
    """Return the stems of the words by which a commitment names what such an event does."""
    return frozenset(stem(w) for w in table_of("deeds").get(event_type, "").split())


class Rarity:
    """How much it tells that two rows share a word: inverse document frequency over all rows."""

    def __init__(self, rows: Collection[Words]) -> None:
        """Count in how many of `rows` each word stands."""
        self.rows = max(1, len(rows))
        self.counts = Counter(w for row in rows for w in row)

    def weight(self, word: str) -> float:
        """Return the weight of one word, above 0."""
        return math.log(1 + self.rows / (0.5 + self.counts[word]))

    def total(self, words: Iterable[str]) -> float:
        """Return the weight of several words; summed in order, so that hashing plays no part."""
        return sum(self.weight(w) for w in sorted(words))

    def shared(self, a: Words, b: Words) -> float:
        """Return the weight of what two rows share over that of the lighter of the two, 0 to 1."""
        least = min(self.total(a), self.total(b))
        return self.total(a & b) / least if least else 0.0

    def likeness(self, a: Words, b: Words) -> float:
        """Return the weight of what two rows share over their mean weight, 0 to 1."""
        both = self.total(a) + self.total(b)
        return 2 * self.total(a & b) / both if both else 0.0

    def rarest(self, words: Words, count: int) -> list[str]:
        """Return the `count` words of a row that are rarest over all rows, ties by letter."""
        return sorted(words, key=lambda w: (self.counts[w], w))[:count]
