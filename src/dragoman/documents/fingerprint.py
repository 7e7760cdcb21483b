"""Fingerprints of texts, by which copies of one text are told.

Shingles of words after Broder, "On the resemblance and containment of documents" (1997).
"""

import hashlib
import re
import unicodedata

from dragoman.record.nouns import Report

WIDTH = 4
"""Words in one shingle."""

_WORD = re.compile(r"\w+")
_COUNTED = ("headline", "subhead", "dateline", "caption", "paragraph")


def shingles(report: Report) -> frozenset[int]:
    """Return the hashes (64 bits) of all runs of four words of a report, furniture left out.

    Case, diacritics and punctuation do not count. A text of fewer words has one shingle, a text
    without words none. The same text gives the same hashes on every machine.
    """
    words: list[str] = []
    for block in report.blocks:
        if block.kind in _COUNTED:
            words += _WORD.findall(_folded(report.text[block.start : block.end]))
    runs = {" ".join(words[at : at + WIDTH]) for at in range(max(1, len(words) - WIDTH + 1))}
    return frozenset(_hash(run) for run in runs if run)


def _folded(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i"))
    return "".join(part for part in parts if not unicodedata.combining(part))


def _hash(run: str) -> int:
    return int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), "big")
