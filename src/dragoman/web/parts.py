"""A long report cut into parts of whole blocks, each short enough for one page."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.record.nouns import Block

LONGEST = 25_000
_SPACE = re.compile(r"\s")


class Part(NamedTuple):
    """A stretch of a report's text and the blocks in it, cut down to that stretch."""

    start: int
    end: int
    blocks: tuple[Block, ...]


def parts(text: str, blocks: Sequence[Block], longest: int = LONGEST) -> list[Part]:
    """Return the parts of a report; a block longer than one is cut at white space."""
    found: list[Part] = []
    held: list[Block] = []
    for piece in _pieces(text, blocks, longest):
        if held and piece.end - held[0].start > longest:
            found.append(Part(held[0].start, held[-1].end, tuple(held)))
            held = []
        held.append(piece)
    if held:
        found.append(Part(held[0].start, held[-1].end, tuple(held)))
    return found


def part_at(found: Sequence[Part], place: int) -> int:
    """Return the number of the part that a place of the text lies in, the last one if behind."""
    for number, part in enumerate(found):
        if place < part.end:
            return number
    return max(len(found) - 1, 0)


def _pieces(text: str, blocks: Sequence[Block], longest: int) -> Iterator[Block]:
    for block in blocks:
        start = block.start
        while block.end - start > longest:
            cut = _gap(text, start, start + longest)
            yield Block(start=start, end=cut, kind=block.kind, why=block.why)
            start = cut
        yield Block(start=start, end=block.end, kind=block.kind, why=block.why)


def _gap(text: str, start: int, end: int) -> int:
    """Return the last place before `end` where white space ends, or `end` where there is none."""
    for place in range(end, start + (end - start) // 2, -1):
        if _SPACE.match(text[place - 1]):
            return place
    return end
