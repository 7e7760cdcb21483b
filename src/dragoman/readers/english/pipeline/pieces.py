"""Words to word pieces: what the encoder is fed, in training and at run time alike."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenizers import Tokenizer

FIRST, LAST, UNKNOWN = 101, 102, 100
"""[CLS], [SEP] and [UNK] in the vocabulary of BERT uncased, which MiniLM keeps."""

MAX_PIECES_A_WORD = 8
MAX_CACHED_WORDS = 50_000
MAX_LETTERS_A_WORD = 100


class Casing(IntEnum):
    """How a word is written; the vocabulary is uncased, so the encoder is told beside the piece."""

    LOWER = 0
    TITLE = 1
    UPPER = 2
    MIXED = 3
    WITH_DIGITS = 4
    DIGITS = 5
    PUNCTUATION = 6
    SINGLE_CAPITAL = 7


def casing(word: str) -> Casing:
    """Return the casing class of one word."""
    digits = any(letter.isdigit() for letter in word)
    if not any(letter.isalpha() for letter in word):
        return Casing.DIGITS if digits else Casing.PUNCTUATION
    if digits:
        return Casing.WITH_DIGITS
    if word.islower():
        return Casing.LOWER
    if word.isupper():
        return Casing.UPPER if len(word) > 1 else Casing.SINGLE_CAPITAL
    if word[0].isupper() and word[1:].islower():
        return Casing.TITLE
    return Casing.MIXED


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of one stretch of words.

    ``ids`` and ``cases`` have one entry a piece, the two outer marks included; ``first`` has one
    entry a word: the index of its first piece.
    """

    ids: list[int]
    cases: list[int]
    first: list[int]


class WordPieces:
    """Cuts words into pieces of the encoder's vocabulary and remembers the frequent ones."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._seen: dict[str, list[int]] = {}

    @classmethod
    def from_file(cls, path: Path) -> WordPieces:
        """Read a ``tokenizer.json`` of the tokenizers library."""
        from tokenizers import Tokenizer

        return cls(Tokenizer.from_file(str(path)))

    def of_word(self, word: str) -> list[int]:
        """Return one to eight piece ids; a word of unknown signs is one [UNK]."""
        ids = self._seen.get(word)
        if ids is None:
            encoded = self._tokenizer.encode(word[:MAX_LETTERS_A_WORD], add_special_tokens=False)
            ids = encoded.ids[:MAX_PIECES_A_WORD] or [UNKNOWN]
            if len(self._seen) < MAX_CACHED_WORDS:
                self._seen[word] = ids
        return ids

    def of_words(self, words: Sequence[str]) -> Pieces:
        """Return the pieces of a stretch of words between the two outer marks."""
        ids = [FIRST]
        cases: list[int] = [Casing.PUNCTUATION]
        first: list[int] = []
        for word in words:
            pieces = self.of_word(word)
            first.append(len(ids))
            ids.extend(pieces)
            cases.extend([casing(word)] * len(pieces))
        ids.append(LAST)
        cases.append(Casing.PUNCTUATION)
        return Pieces(ids, cases, first)
