"""Words as they are compared: folded to ASCII, in one spelling, stemmed."""

import math
import re
from collections import Counter
from collections.abc import Callable, Collection
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


@lru_cache(maxsize=65536)
def tokens(text: str) -> tuple[str, ...]:
    """Return the folded words and numbers of a text, a possessive ending taken off."""
    bare = folded(text).replace("co-op", "coop").replace("'s ", " ").removesuffix("'s")
    return tuple(_TOKEN.findall(bare.replace("'", "")))


def spelled(token: str) -> str:
    """Return a token in the spelling that is compared."""
    return table_of("spellings").get(token, token)


@lru_cache(maxsize=65536)
def stem(token: str) -> str:
    """Return the stem of a token in one spelling (Snowball English, Porter 2001).

    A double last letter is made single: Snowball leaves one in "boycott", not in "boycotted".
    """
    if token[:1].isdigit():
        return token
    found = _stemmer()(spelled(token))
    return found[:-1] if len(found) > 3 and found[-1] == found[-2] else found


@cache
def _stemmer() -> Callable[[str], str]:
    word: Callable[[str], str] = snowballstemmer.stemmer("english").stemWord
    return word


@lru_cache(maxsize=65536)
def content_words(text: str) -> Words:
    """Return the stems of the words of a text that tell what it is on, of synonyms one."""
    return frozenset([own for t in tokens(text) if (own := _telling(t)) is not None])


@lru_cache(maxsize=65536)
def _telling(token: str) -> str | None:
    """Return the stem of a token that tells what a text is on; None of any other."""
    if token in words_of("stop_words") or not (len(token) > 1 or token.isdigit()):
        return None
    return stem(table_of("synonyms").get(spelled(token), token))


@cache
def stems_of(name: str) -> Words:
    """Return the stems of the words of a list of the linking room."""
    return frozenset(stem(w) for w in words_of(name))


def courtesies() -> Words:
    """Return the stems of the words that any commitment is clothed in."""
    return stems_of("courtesies")


@cache
def deeds(event_type: str) -> Words:
    """Return the stems of the words by which a commitment names what such an event does."""
    synonyms = table_of("synonyms")
    named = table_of("deeds").get(event_type, "").split()
    return frozenset(stem(synonyms.get(spelled(w), w)) for w in named)


class Rarity:
    """How much it tells that two rows share a word: inverse document frequency over all rows."""

    def __init__(self, rows: Collection[Words]) -> None:
        """Count in how many of `rows` each word stands."""
        self.counts = Counter(w for row in rows for w in row)
        size = max(1, len(rows))
        self._weights = {w: math.log(1 + size / (0.5 + n)) for w, n in self.counts.items()}
        self._unseen = math.log(1 + size / 0.5)
        self._totals: dict[Words, float] = {}

    def total(self, words: Words) -> float:
        """Return the weight of several words; `fsum` is exact, so their order plays no part."""
        if words not in self._totals:
            weights = self._weights
            self._totals[words] = math.fsum(weights.get(w, self._unseen) for w in words)
        return self._totals[words]

    def shared(self, a: Words, b: Words) -> float:
        """Return the weight of what two rows share over that of the lighter of the two, 0 to 1."""
        same = a & b
        return self.total(same) / min(self.total(a), self.total(b)) if same else 0.0

    def likeness(self, a: Words, b: Words) -> float:
        """Return the weight of what two rows share over their mean weight, 0 to 1."""
        same = a & b
        return 2 * self.total(same) / (self.total(a) + self.total(b)) if same else 0.0

    def rarest(self, words: Words, count: int) -> list[str]:
        """Return the `count` words of a row that are rarest over all rows, ties by letter."""
        return sorted(words, key=lambda w: (self.counts[w], w))[:count]


class RarityAtLarge(Rarity):
    """The same over texts at large, English and news: `data/word_weights.tsv`.

    What a pair of rows comes to hangs on these two alone then, and stays as the record grows.
    """

    def __init__(self) -> None:
        super().__init__(())
        self._weights, self._unseen = _at_large()

    def rarest(self, words: Words, count: int) -> list[str]:
        """Return the `count` words of a row that are rarest, ties by letter."""
        weights, unseen = self._weights, self._unseen
        return sorted(words, key=lambda w: (-weights.get(w, unseen), w))[:count]


@cache
def _at_large() -> tuple[dict[str, float], float]:
    """Return the weights of words by stem, and that of all others."""
    held = {word: float(weight) for word, weight in table_of("word_weights").items()}
    return held, held.pop("*")
