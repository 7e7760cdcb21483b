"""Lines of any length to windows that the encoder can take, and windows to batches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_PIECES = 256
"""Longest window, in pieces; the model was trained on stretches of up to 220."""

OVERLAP = 48
"""Pieces of context that a word at the edge of a long line's window still has on either side."""


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``start`` to ``end`` are encoded together; ``keep_start`` to ``keep_end`` are kept.

    All four are word indices, ends exclusive; what windows of one line keep covers it without gap.
    """

    start: int
    end: int
    keep_start: int
    keep_end: int


def windows(sizes: Sequence[int], offset: int = 0) -> Iterator[Window]:
    """Cut one line into windows; ``sizes`` are the numbers of pieces of its words.

    ``offset`` is added to all indices: that of the line's first word.
    """
    start = kept = 0
    while kept < len(sizes):
        end = _forward(sizes, start, MAX_PIECES)
        keep_end = end if end == len(sizes) else _back(sizes, end, OVERLAP)
        yield Window(offset + start, offset + end, offset + kept, offset + keep_end)
        kept = keep_end
        start = _back(sizes, kept, OVERLAP)


def batches(lengths: Sequence[int], limit: int) -> Iterator[list[int]]:
    """Group indices of items of like length so that a padded group has at most ``limit`` cells.

    An item longer than the limit makes a group of its own.
    """
    group: list[int] = []
    for index in sorted(range(len(lengths)), key=lambda index: (lengths[index], index)):
        if group and lengths[index] * (len(group) + 1) > limit:
            yield group
            group = []
        group.append(index)
    if group:
        yield group


def _forward(sizes: Sequence[int], start: int, pieces: int) -> int:
    end = start
    while end < len(sizes) and pieces >= sizes[end]:
        pieces -= sizes[end]
        end += 1
    return end


def _back(sizes: Sequence[int], end: int, pieces: int) -> int:
    start = end
    while start > 0 and pieces >= sizes[start - 1]:
        pieces -= sizes[start - 1]
        start -= 1
    return start
