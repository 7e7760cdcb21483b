"""A report cut into chunks at the ends of paragraphs, each with the end of the one before."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from dragoman.record.nouns import Report

Span = tuple[int, int]
BYTES_A_TOKEN = 4
"""About what a token holds: UTF-8 bytes, so that scripts of more bytes count for more."""

LEAST = 800
"""No chunk is split into pieces shorter than half of this, in code points."""

_SENTENCE_END = re.compile(r"(?<=[.!?。！？؟।…”\"])\s+")


class Chunk(msgspec.Struct, frozen=True, kw_only=True):
    """Pieces of a report's text (offsets, in order): paragraphs, or parts of long ones."""

    pieces: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """Return where the chunk begins and ends."""
        return self.pieces[0][0], self.pieces[-1][1]


def tokens(text: str) -> int:
    """Return about how many tokens a text has."""
    return len(text.encode()) // BYTES_A_TOKEN + 1


def readable(report: Report) -> list[Span]:
    """Return the paragraphs of a report that are not furniture."""
    if not report.blocks:
        return [match.span() for match in re.finditer(r"\S[^\n]*", report.text)]
    return [(b.start, b.end) for b in report.blocks if b.kind != "furniture" and b.start < b.end]


def stretches(pieces: Iterable[Span], text: str) -> list[Span]:
    """Return the pieces joined where only white space (or overlap) lies between them."""
    joined: list[Span] = []
    for start, end in pieces:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def chunks(report: Report, limit: int) -> list[Chunk]:
    """Return the chunks of a report, each of at most about `limit` tokens.

    A chunk begins with the last piece of the one before, where that is short enough.
    """
    made: list[Chunk] = []
    held: list[Span] = []
    for piece in _pieces(report, limit):
        if held and _tokens([*held, piece], report.text) > limit:
            made.append(Chunk(pieces=tuple(held)))
            again = held[-1:] if _tokens(held[-1:], report.text) <= limit // 4 else []
            held = again if _tokens([*again, piece], report.text) <= limit else []
        held.append(piece)
    return [*made, Chunk(pieces=tuple(held))] if held else made


def halves(chunk: Chunk, text: str) -> tuple[Chunk, Chunk] | None:
    """Return a chunk in two, or None where it is too short to be split."""
    if len(chunk.pieces) > 1:
        middle = sum(chunk.span) // 2
        cut = min(range(1, len(chunk.pieces)), key=lambda i: abs(chunk.pieces[i][0] - middle))
        return Chunk(pieces=chunk.pieces[:cut]), Chunk(pieces=chunk.pieces[cut:])
    start, end = chunk.span
    if end - start < LEAST:
        return None
    at = _cut(text, start, end, (start + end) // 2)
    return Chunk(pieces=((start, at),)), Chunk(pieces=((at, end),))


def _pieces(report: Report, limit: int) -> Iterator[Span]:
    """Yield paragraphs; one over the limit in parts."""
    for start, end in readable(report):
        at = start
        while _tokens([(at, end)], report.text) > limit and end - at >= LEAST:
            # As many code points as surely fit, whatever the script.
            size = max(LEAST // 2, limit * (end - at) // _tokens([(at, end)], report.text) * 3 // 4)
            stop = _cut(report.text, at, end, at + size)
            yield at, stop
            at = stop
        yield at, end


def _tokens(pieces: Iterable[Span], text: str) -> int:
    return sum(tokens(text[start:end]) for start, end in pieces)


def _cut(text: str, start: int, end: int, wanted: int) -> int:
    """Return where to cut near `wanted`: after a sentence, else at white space, else there."""
    reach = max((wanted - start) // 2, 1)
    for pattern in (_SENTENCE_END, re.compile(r"\s+")):
        ends = [m.end() for m in pattern.finditer(text, wanted - reach, min(wanted + reach, end))]
        ends = [at for at in ends if start < at < end]
        if ends:
            return min(ends, key=lambda at: abs(at - wanted))
    return min(max(wanted, start + 1), end - 1)
