"""The stretches of text that hang on anchors, by the spans network."""

from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc

from dragoman.readers.english.joint.networks import JointNetworks, Seen
from dragoman.readers.english.joint.sheet import Sheet

Span = tuple[int, int]


def clauses(  # noqa: PLR0913
    doc: Doc,
    sheet: Sheet,
    seen: Seen,
    networks: JointNetworks,
    layer: str,
    words: Sequence[int],
) -> list[Span]:
    """Return what hangs on words of the sheet, as offsets.

    It lies in the anchor's own line, and has no punctuation at its edges.
    """
    if not words:
        return []
    edges = networks.spans(seen.vectors, layer, np.array(words, np.int64))
    return [
        _clause(doc, sheet, int(word), int(first), int(last))
        for word, (first, last) in zip(words, edges, strict=True)
    ]


def _clause(doc: Doc, sheet: Sheet, word: int, first: int, last: int) -> Span:
    text = doc._.report.text
    while first < word and _outside(doc, sheet, first, word):
        first += 1
    while last > word and _outside(doc, sheet, last, word):
        last -= 1
    begin, end = doc[int(sheet.tokens[first])], doc[int(sheet.tokens[last])]
    while begin.i < end.i and begin.text in _EDGES:
        begin = begin.nbor()
    while end.i > begin.i and end.text in _EDGES:
        end = end.nbor(-1)
    stop = end.idx + len(end)
    return begin.idx, begin.idx + len(text[begin.idx : stop].rstrip())


_EDGES = frozenset((",", ";", ":", ".", "-", "–", "—"))


def _outside(doc: Doc, sheet: Sheet, word: int, anchor: int) -> bool:
    """Whether a word stands in another line than the anchor."""
    one, other = sorted((int(sheet.tokens[word]), int(sheet.tokens[anchor])))
    text = doc._.report.text
    return "\n" in text[doc[one].idx : doc[other].idx]


def covered(one: Span, other: Span) -> float:
    """Return the shared letters over the shorter span's."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / max(1, min(one[1] - one[0], other[1] - other[0]))
