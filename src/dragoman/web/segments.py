"""A text and the spans marked in it, as segments that do not overlap.

Spans of a report nest and cross: a figure in a statement, an event over the end of one. HTML can
show only what nests, so the text is cut wherever a span begins or ends, and every segment tells
all the spans it belongs to. The segments in their order are the text, and each span is exactly the
union of the segments that tell it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text, end exclusive. An empty one is no span."""

    start: int
    end: int


class Segment(NamedTuple):
    """A stretch of the text; `spans` are the numbers of the spans that it is part of."""

    start: int
    end: int
    spans: tuple[int, ...]


def segments(start: int, end: int, spans: Sequence[Span]) -> Iterator[Segment]:
    """Yield the segments from `start` to `end`, the spans cut down to that stretch."""
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for number, span in enumerate(spans):
        first, last = max(span.start, start), min(span.end, end)
        if first < last:
            begins.setdefault(first, []).append(number)
            ends.setdefault(last, []).append(number)
    cuts = sorted({start, end, *begins, *ends}) if start < end else []
    running: set[int] = set()
    for number, here in enumerate(cuts[:-1]):
        running.difference_update(ends.get(here, ()))
        running.update(begins.get(here, ()))
        yield Segment(here, cuts[number + 1], tuple(sorted(running)))
