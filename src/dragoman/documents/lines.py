"""Paragraphs of a text as spans, told from line breaks alone.

Most plain texts hold one paragraph a line. Others are wrapped by hand at some width; there, lines
that were broken only because the next word did not fit belong together.
"""

import re
from itertools import pairwise
from typing import NamedTuple

NARROWEST_WRAP, WIDEST_WRAP = 50, 110
"""Only between these widths is a text taken as wrapped by hand."""

_FEWEST_WRAPPED = 4
_NONBLANK_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_STARTS_ANEW = re.compile(r"[-*•–—]\s|\(?\d{1,2}[.)]\s|#|>|\|")


class Span(NamedTuple):
    """Offsets [start, end) into a text, code points."""

    start: int
    end: int


def trimmed(text: str, start: int, end: int) -> Span:
    """Return [start, end) without white space at either end; empty at `start` if all is white."""
    piece = text[start:end]
    stripped = piece.strip()
    if not stripped:
        return Span(start, start)
    first = start + len(piece) - len(piece.lstrip())
    return Span(first, first + len(stripped))


def lines_of(text: str) -> tuple[Span, ...]:
    """Return the lines of `text` that are not blank, without white space at their ends."""
    return tuple(trimmed(text, m.start(), m.end()) for m in _NONBLANK_LINE.finditer(text))


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of a plain text in order, lines wrapped by hand put together."""
    lines = lines_of(text)
    width = max((line.end - line.start for line in lines), default=0)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return lines
    broken = [_was_wrapped(text, one, two, width) for one, two in pairwise(lines)]
    if sum(broken) < _FEWEST_WRAPPED or sum(broken) * 3 < len(lines):
        return lines
    joined = [lines[0]]
    for line, goes_on in zip(lines[1:], broken, strict=True):
        if goes_on:
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return tuple(joined)


def _was_wrapped(text: str, one: Span, two: Span, width: int) -> bool:
    """Whether line `two` goes on where `one` ran out of room: its first word did not fit."""
    if text.count("\n", one.end, two.start) != 1:
        return False
    following = text[two.start : two.end]
    if _STARTS_ANEW.match(following):
        return False
    first_word = following.split(None, 1)[0]
    return (one.end - one.start) + 1 + len(first_word) > width * 0.9
