"""Printed lines to paragraphs: what stood on one page or several, put together again."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from dragoman.documents.words import ends_sentence

_PAGE_NUMBER = re.compile(r"[-–—|\s]*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*", re.I)
# PDFium gives a hyphen at the end of a line as U+0002 or U+FFFE.
_HYPHENS = ("-", "\u2010", "\xad", "\x02", "\ufffe")
_UNPRINTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_EDGE_LINES = 2
_WIDE_GAP = 1.45
_OTHER_SIZE = 0.08
_SHORT_LINE = 0.8
_FULL_LINE = 50


class PrintedLine(NamedTuple):
    """A line as printed: its text and, in points from the lower left, where it stands.

    A line that runs through the pages is `alone`, no part of a paragraph.
    """

    text: str
    left: float | None = None
    right: float = 0.0
    bottom: float = 0.0
    size: float = 0.0
    alone: bool = False


def paragraphs_of_pages(pages: Sequence[Sequence[PrintedLine]]) -> list[str]:
    """Return the paragraphs of all pages in order.

    Headers and footers that run through the pages stand once: those of the top where they first
    stood, those of the bottom at the end. Page numbers are left out. Words broken over two lines
    are joined, with their hyphen where the text writes them with one elsewhere.
    """
    body, feet = _without_running_lines(pages)
    words = " ".join(line.text for line in body).casefold()
    usual = _measure(body)
    paragraphs: list[str] = []
    before: PrintedLine | None = None
    for line in body:
        if before is not None and _goes_on(before, line, usual):
            paragraphs[-1] = _joined(paragraphs[-1], line.text, words)
        else:
            paragraphs.append(line.text)
        before = line
    cleaned = (" ".join(_UNPRINTED.sub("", text).split()) for text in [*paragraphs, *feet])
    return [text for text in cleaned if text]


def _without_running_lines(
    pages: Sequence[Sequence[PrintedLine]],
) -> tuple[list[PrintedLine], list[str]]:
    seen = Counter(
        key
        for page in pages
        for key in {_key(line) for line in (*page[:_EDGE_LINES], *page[-_EDGE_LINES:])}
    )
    running = {key for key, count in seen.items() if count > 1 and count * 2 >= len(pages)}
    body: list[PrintedLine] = []
    feet: list[str] = []
    kept: set[tuple[str, int]] = set()
    for page in pages:
        for index, line in enumerate(page):
            top, low = index < _EDGE_LINES, index >= len(page) - _EDGE_LINES
            if not (top or low):
                body.append(line)
            elif _PAGE_NUMBER.fullmatch(line.text):
                continue
            elif _key(line) not in running:
                body.append(line)
            elif _key(line) not in kept:
                kept.add(_key(line))
                if top:
                    body.append(line._replace(alone=True))
                else:
                    feet.append(line.text)
    return body, feet


def _key(line: PrintedLine) -> tuple[str, int]:
    """Return what is the same of a running line on every page: words and height, not numbers."""
    return re.sub(r"\d+", "#", " ".join(line.text.casefold().split())), round(line.bottom)


class _Measure(NamedTuple):
    """What is usual in a document: distance of lines and size of type in points, right edge."""

    leading: float
    size: float
    edge: float


def _measure(lines: Sequence[PrintedLine]) -> _Measure:
    placed = [line for line in lines if line.left is not None]
    steps = Counter(
        round(one.bottom - two.bottom) for one, two in pairwise(placed) if one.bottom > two.bottom
    )
    sizes = Counter(line.size for line in placed)
    return _Measure(
        leading=float(max(steps, key=lambda step: (steps[step], -step), default=0)),
        size=max(sizes, key=lambda size: (sizes[size], -size), default=0.0),
        edge=max((line.right for line in placed), default=0.0),
    )


def _goes_on(before: PrintedLine, line: PrintedLine, usual: _Measure) -> bool:
    """Whether `line` belongs to the paragraph that `before` stands in."""
    if before.alone:
        return False
    if before.text.endswith(_HYPHENS) and line.text[:1].islower():
        return True
    closed = ends_sentence(before.text)
    if before.left is None or line.left is None:
        return not closed and len(before.text) > _FULL_LINE
    if abs(before.size - line.size) > _OTHER_SIZE * max(before.size, line.size):
        return False
    step = before.bottom - line.bottom
    larger = max(1.0, line.size / usual.size) if usual.size else 1.0
    if step <= 0 or step > 4 * usual.leading * larger:
        # Another column or page: the sentence tells.
        return not closed and line.text[:1].islower()
    short = before.right < _SHORT_LINE * usual.edge
    indented = line.left > before.left + line.size
    return step <= _WIDE_GAP * usual.leading * larger and not (closed and (short or indented))


def _joined(text: str, following: str, words: str) -> str:
    if not text.endswith(_HYPHENS) or not following[:1].islower():
        return f"{text} {following}"
    plain = text[:-1]
    first = re.match(r"\w+", following)
    last = re.search(r"\w+$", plain)
    if first and last and f"{last.group()}-{first.group()}".casefold() in words:
        return f"{plain}-{following}"
    return plain + following
