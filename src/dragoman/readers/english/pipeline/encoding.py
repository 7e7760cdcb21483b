"""Lines of words to one vector a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dragoman.readers.english.pipeline.pieces import Casing
from dragoman.readers.english.pipeline.windows import Window, batches, windows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dragoman.readers.english.pipeline.networks import Networks
    from dragoman.readers.english.pipeline.pieces import Pieces

PIECES_A_BATCH = 256
"""More pads more than it saves: a few lines of text are a batch, the shortest together."""


def encode(
    networks: Networks, lines: Sequence[Sequence[str]]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return word vectors (words, H) and sentence start logits (words,) of all lines in order."""
    words = [word for line in lines for word in line]
    cut: list[Window] = []
    offset = 0
    for line in lines:
        sizes = [len(networks.pieces.of_word(word)) for word in line]
        cut.extend(windows(sizes, offset))
        offset += len(line)
    pieces = [networks.pieces.of_words(words[window.start : window.end]) for window in cut]
    vectors: NDArray[np.float32] | None = None
    starts = np.zeros(len(words), np.float32)
    for group in batches([len(one.ids) for one in pieces], PIECES_A_BATCH):
        encoded, logits = networks.encode(*_padded([pieces[index] for index in group]))
        if vectors is None:
            vectors = np.zeros((len(words), encoded.shape[-1]), np.float32)
        for row, index in enumerate(group):
            window = cut[index]
            kept = slice(window.keep_start - window.start, window.keep_end - window.start)
            vectors[window.keep_start : window.keep_end] = encoded[row, kept]
            starts[window.keep_start : window.keep_end] = logits[row, kept]
    return np.zeros((0, 0), np.float32) if vectors is None else vectors, starts


def _padded(
    group: Sequence[Pieces],
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_], NDArray[np.int64]]:
    length = max(len(one.ids) for one in group)
    words = max(len(one.first) for one in group)
    ids = np.zeros((len(group), length), np.int64)
    cases = np.full((len(group), length), Casing.PUNCTUATION, np.int64)
    mask = np.zeros((len(group), length), np.bool_)
    first = np.zeros((len(group), words), np.int64)
    for row, one in enumerate(group):
        ids[row, : len(one.ids)] = one.ids
        cases[row, : len(one.ids)] = one.cases
        mask[row, : len(one.ids)] = True
        first[row, : len(one.first)] = one.first
    return ids, cases, mask, first
