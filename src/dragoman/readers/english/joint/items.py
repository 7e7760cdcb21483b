"""What the report tells by the model's odds: frames' drafts that stay, and items of its own."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.tokens import Doc

from dragoman.readers.english.joint.clauses import Span, clauses, covered
from dragoman.readers.english.joint.labels import LAYERS, NONE, TAGS
from dragoman.readers.english.joint.networks import Floats, JointNetworks, Seen
from dragoman.readers.english.joint.sheet import Sheet, label_of
from dragoman.readers.english.joint.thresholds import Thresholds

SAME = 0.5
"""Share of the shorter clause from which two clauses tell one item."""

BESIDE = 0.7
"""What the odds of the next kinds on the ladder count for a kind, beside its own."""

STRETCH = 500
"""Letters of a stretch of text, by which items that may overlap are found."""


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
        label = labels(layer, odds)
        kept = list(_kept(doc, sheet, layer, odds, least))
        drafted = {sheet.word_of[d.anchor] for d in sheet.drafts if d.layer == layer}
        own = [int(w) for w in np.flatnonzero(sure >= least.comes[layer]) if int(w) not in drafted]
        cut = clauses(doc, sheet, seen, networks, layer, own)
        new = [
            Item(layer, word, int(label[word]), float(sure[word]), (clause,))
            for word, clause in zip(own, cut, strict=True)
        ]
        found += _apart(kept, new)
    return sorted(found, key=lambda one: (one.spans[0], one.layer))


def _sure(layer: str, odds: Floats) -> Floats:
    """Return how sure each word anchors an item: of an event, whose type is all, of its type."""
    sure: Floats = odds[:, NONE + 1 :].max(1) if layer == "events" else 1.0 - odds[:, NONE]
    return sure


def labels(layer: str, odds: Floats) -> Floats:
    """Return the label of each word, were it an anchor.

    Kinds of commitments are steps of a ladder: one that is likely itself or beside likely ones is
    less far off, should it be wrong, than one that stands alone.
    """
    given = odds[:, NONE + 1 :]
    if layer == "commitments":
        beside = np.pad(given, ((0, 0), (1, 1)))
        given = given + BESIDE * (beside[:, :-2] + beside[:, 2:])
    labels: Floats = 1 + given.argmax(1)
    return labels


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
            label = int(labels(layer, weighed[None])[0])
            yield Item(layer, word, label, float(sure[word]), spans, one)


def _apart(kept: Sequence[Item], new: Sequence[Item]) -> list[Item]:
    """Leave out of the new items, the surest first, what a kept one tells already."""
    out = list(kept)
    nearby: dict[int, list[Item]] = defaultdict(list)
    for one in kept:
        _lay(one, nearby)
    for one in sorted(new, key=lambda item: (-item.odds, item.word)):
        if not any(_same(one, other) for place in _places(one) for other in nearby[place]):
            out.append(one)
            _lay(one, nearby)
    return out


def _lay(item: Item, nearby: dict[int, list[Item]]) -> None:
    for place in _places(item):
        nearby[place].append(item)


def _places(item: Item) -> set[int]:
    """Return the numbers of the stretches of text that an item touches."""
    return {k for a, b in item.spans for k in range(a // STRETCH, b // STRETCH + 1)}


def _same(one: Item, other: Item) -> bool:
    if one.layer == "events" and one.label != other.label:
        return False
    return any(covered(a, b) >= SAME for a in one.spans for b in other.spans)


def best(seen: Seen, tag: str, word: int) -> str:
    """Return the likeliest value of a tag at a word, the empty word for none."""
    known: tuple[str, ...] = TAGS[tag]
    return known[int(seen.tags[tag][word].argmax())]
