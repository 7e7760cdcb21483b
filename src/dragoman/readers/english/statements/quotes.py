"""Stretches in quotation marks: straight, curly and single, also over several sentences."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import msgspec
from spacy.tokens import Doc

OPEN = {"“": '”“"', "„": "“”", "«": "»", "‘": "’"}
STRAIGHT = '"'
_SINGLE = 1500
"""Characters; an opening single mark that finds no closing one so far is an apostrophe."""


class Quote(msgspec.Struct, frozen=True):
    """A quoted stretch with its marks: characters [start, end) and tokens [first, last)."""

    start: int
    end: int
    first: int
    last: int

    @property
    def words(self) -> int:
        """How many tokens stand in it, marks included."""
        return self.last - self.first


class Quotes:
    """The quotes of a report in text order, found by position."""

    def __init__(self, found: list[Quote]) -> None:
        self.all = found
        self._firsts = [q.first for q in found]
        self._ends = {q.last: q for q in found}
        self._offsets = [q.start for q in found]

    def over(self, token: int) -> Quote | None:
        """Return the quote that token `token` stands in."""
        at = bisect_right(self._firsts, token) - 1
        return self.all[at] if at >= 0 and token < self.all[at].last else None

    def ending(self, token: int) -> Quote | None:
        """Return the quote whose closing mark stands right before token `token`."""
        return self._ends.get(token)

    def first_from(self, token: int) -> Quote | None:
        """Return the first quote that opens at token `token` or behind it."""
        at = bisect_left(self._firsts, token)
        return self.all[at] if at < len(self.all) else None

    def inside(self, start: int, end: int) -> list[Quote]:
        """Return the quotes that lie in the characters [start, end)."""
        first = bisect_left(self._offsets, start)
        return [q for q in self.all[first : bisect_left(self._offsets, end)] if q.end <= end]


def find_quotes(doc: Doc) -> list[Quote]:
    """Return the quotes of the readable paragraphs of `doc`, outermost only, in text order.

    A quote whose mark is not closed runs to the end of its paragraph, as quotes over several
    paragraphs are written.
    """
    found: list[Quote] = []
    for first, last in paragraphs(doc):
        start = doc[first].idx
        end = doc[last - 1].idx + len(doc[last - 1])
        found += _in_tokens(doc, first, last, list(_pairs(doc._.report.text, start, end)))
    return found


def paragraphs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the token spans of the readable paragraphs: lines of blocks that are no furniture."""
    first: int | None = None
    readable = doc._.readable
    for token in doc:
        broken = token.is_space and "\n" in token.text
        if not readable[token.i] or broken:
            if first is not None:
                yield first, token.i
            first = None
        elif first is None and not token.is_space:
            first = token.i
    if first is not None:
        yield first, len(doc)


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        mark = text[at]
        if mark in OPEN and (mark != "‘" or _opens(text, at, start)):
            close = _closing(text, at, end, OPEN[mark])
        elif mark == STRAIGHT or (mark == "'" and _opens(text, at, start)):
            close = _closing(text, at, end, mark)
        else:
            at += 1
            continue
        if close is None and mark in "'‘":
            at += 1
            continue
        stop = end if close is None else close + 1
        yield at, stop
        at = stop


def _opens(text: str, at: int, start: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1 : at + 2]
    return not before.isalnum() and after.isalnum()


def _closing(text: str, at: int, end: int, marks: str) -> int | None:
    single = marks in ("’", "'")
    for k in range(at + 2, min(end, at + _SINGLE) if single else end):
        if text[k] not in marks:
            continue
        inside = text[k + 1 : k + 2].isalnum() and text[k - 1].isalnum()
        if not inside and (not single or _ends_single(text, k)):
            return k
    return None


def _ends_single(text: str, at: int) -> bool:
    """Whether a single mark closes a quote: not the apostrophe of a plural possessive."""
    after = text[at + 1 : at + 3].lstrip()
    return text[at - 1] in ",.?!" or not after[:1].islower() or text[at - 1] != "s"


def _in_tokens(doc: Doc, first: int, last: int, pairs: list[tuple[int, int]]) -> list[Quote]:
    found: list[Quote] = []
    at = first
    for start, end in pairs:
        while at < last and doc[at].idx + len(doc[at]) <= start:
            at += 1
        stop = at
        while stop < last and doc[stop].idx < end:
            stop += 1
        if stop > at:
            found.append(Quote(start, end, at, stop))
    return found
