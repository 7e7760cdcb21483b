"""Fingerprints of texts, by which copies of one text are told.

Shingles of words after Broder, "On the resemblance and containment of documents" (1997).
"""

import hashlib
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.record.nouns import Report

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]

WIDTH = 4
"""Words in one shingle."""

_WORD = re.compile(r"\w+")
# What NFKD parts from its letter, and the vowel signs of Hebrew and Arabic.
_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\ufe20-\ufe2f]+"
)
_COUNTED = ("headline", "subhead", "dateline", "caption", "paragraph")
_FACTOR = 0x9E3779B97F4A7C15
_MIX = 0xBF58476D1CE4E5B9
_KNOWN_WORDS = 1 << 16


def shingles(report: Report) -> frozenset[int]:
    """Return the hashes (63 bits) of all runs of four words of a report, furniture left out.

    Case, diacritics and punctuation do not count. A text of fewer words has one shingle, a text
    without words none. The same text gives the same hashes on every machine.
    """
    return frozenset(_hashes(report).tolist())


def prose(report: Report) -> str:
    """Return the text of a report without its furniture, a block a line."""
    return "\n".join(
        report.text[block.start : block.end] for block in report.blocks if block.kind in _COUNTED
    )


def _hashes(report: Report) -> "Hashes":
    """Return the hash of every run of words, in the order of the text."""
    # Loaded here: `documents` is imported where nothing is fingerprinted.
    import numpy as np

    words = _WORD.findall(_folded(prose(report)))
    single = np.array([_hash(word) for word in words], dtype=np.uint64)
    count = max(1, len(words) - WIDTH + 1) if words else 0
    runs = single[:count]
    for at in range(1, min(WIDTH, len(words))):
        runs = runs * np.uint64(_FACTOR) + single[at : at + count]
    # Runs that differ in the last word alone must not lie close together.
    mixed = (runs ^ (runs >> np.uint64(31))) * np.uint64(_MIX)
    # A database counts in signed numbers.
    kept: Hashes = mixed >> np.uint64(1)
    return kept


def _folded(text: str) -> str:
    folded = text.casefold()
    if folded.isascii():
        return folded
    return _MARKS.sub("", unicodedata.normalize("NFKD", folded.replace("ı", "i")))


@lru_cache(maxsize=_KNOWN_WORDS)
def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big")
