"""What the report tells by the model's odds: frames' drafts that stay, and items of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.tokens import Doc

from dragoman.readers.english.joint.labels import LAYERS, NONE, TAGS
from dragoman.readers.english.joint.networks import Floats, JointNetworks, Seen
from dragoman.readers.english.joint.sheet import Sheet, label_of
from dragoman.readers.english.joint.thresholds import Thresholds

SAME = 0.5
"""Share of the shorter clause from which two clauses tell one item."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a layer: its anchor (a word number), its label, its clause, the frame's draft."""

    layer: str
    word: int
    label: int
    odds: float
    spans: tuple[Span, ...]
    draft: Any = None


def items(
    doc: Doc, sheet: Sheet, seen: Seen, networks: JointNetworks, least: Thresholds
) -> list[Item]:
    """Return the items of the three layers, in text order."""
    found: list[Item] = []
    for layer in LAYERS:
        odds = seen.tags[layer]
        sure = _sure(layer, odds)
        label = 1 + odds[:, NONE + 1 :].argmax(1)
        kept = list(_kept(doc, sheet, layer, odds, least))
        drafted = {sheet.word_of[d.anchor] for d in sheet.drafts if d.layer == layer}
        own = [int(w) for w in np.flatnonzero(sure >= least.comes[layer]) if int(w) not in drafted]
        clauses = _clauses(doc, sheet, seen, networks, layer, own)
        new = [
            Item(layer, word, int(label[word]), float(sure[word]), (clause,))
            for word, clause in zip(own, clauses, strict=True)
        ]
        found += _apart(kept, new)
    return sorted(found, key=lambda one: (one.spans[0], one.layer))


def _sure(layer: str, odds: Floats) -> Floats:
    """Return how sure each word anchors an item: of an event, whose type is all, of its type."""
    sure: Floats = odds[:, NONE + 1 :].max(1) if layer == "events" else 1.0 - odds[:, NONE]
    return sure


def _kept(doc: Doc, sheet: Sheet, layer: str, odds: Floats, least: Thresholds) -> Iterator[Item]:
    """Yield the frames' drafts that stay, each with the label that both make likeliest."""
    sure = _sure(layer, odds)
    for draft in sheet.drafts:
        word = sheet.word_of[draft.anchor]
        if draft.layer == layer and sure[word] >= least.stays[layer]:
            one = getattr(doc._, layer)[draft.number]
            spans = one.spans if layer == "statements" else ((one.start, one.end),)
            weighed = odds[word].copy()
            weighed[label_of(layer, one)] += least.trust[layer]
            label = 1 + int(weighed[NONE + 1 :].argmax())
            yield Item(layer, word, label, float(sure[word]), spans, one)


def _clauses(  # noqa: PLR0913
    doc: Doc,
    sheet: Sheet,
    seen: Seen,
    networks: JointNetworks,
    layer: str,
    words: Sequence[int],
) -> list[Span]:
    """Return the clauses of anchors as offsets, inside their blocks, without outer punctuation."""
    if not words:
        return []
    anchors = np.array(words, np.int64)
    edges = networks.spans(seen.vectors, layer, anchors)
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


def _apart(kept: Sequence[Item], new: Sequence[Item]) -> list[Item]:
    """Leave out of the new items, the surest first, what a kept one tells already."""
    out = list(kept)
    for one in sorted(new, key=lambda item: (-item.odds, item.word)):
        if not any(_same(one, other) for other in out):
            out.append(one)
    return out


def _same(one: Item, other: Item) -> bool:
    if one.layer == "events" and one.label != other.label:
        return False
    return any(covered(a, b) >= SAME for a in one.spans for b in other.spans)


def covered(one: Span, other: Span) -> float:
    """Return the shared letters over the shorter span's."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / max(1, min(one[1] - one[0], other[1] - other[0]))


def best(seen: Seen, tag: str, word: int) -> str:
    """Return the likeliest value of a tag at a word, the empty word for none."""
    known: tuple[str, ...] = TAGS[tag]
    return known[int(seen.tags[tag][word].argmax())]
