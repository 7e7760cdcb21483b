"""How a candidate stands to an item's anchor: what a link between them is scored by."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from dragoman.readers.english.clauses.sides import both_sides
from dragoman.readers.english.events.numbering import sentence_numbers
from dragoman.readers.english.joint.candidates import Candidate, Candidates
from dragoman.readers.english.joint.labels import (
    FORMS,
    LABELS,
    LINKED,
    MOST_PARTS,
    NAMED,
    PARTS,
    TYPES,
)
from dragoman.readers.english.joint.paths import DEEPEST, Paths, distance, sentences_apart
from dragoman.readers.english.joint.sheet import MARKS, Sheet

FEATURES = (
    "layer",
    "label",
    "type",
    "rank",
    "distance",
    "sentences",
    "relation",
    "depth",
    "count",
    "side",
    "form",
    "delegate_relation",
    "delegate_distance",
    "drafted",
)
"""What a link between an anchor and a candidate is scored by, beside their vectors."""

MOST = 4
STATE = 1 + TYPES.index("state")
LAST_RANK = 4
FURTHEST = 1 << 30
NOWHERE = -1
MENTION = MARKS.index("mention")
FIRST_LABEL = dict(
    zip(LINKED, accumulate((len(LABELS[layer]) for layer in LINKED), initial=0), strict=False)
)
"""Where the labels of each layer begin among those of all."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """An item to be linked: its layer, its anchor (a token), its label, what was drafted of it.

    ``draft`` is a frame's draft, and in NAMED the things that rules link it to; None without any.
    """

    layer: str
    anchor: int
    label: int
    draft: Any = None


@dataclass(frozen=True, slots=True)
class Links:
    """N links of items to candidates, item by item.

    ``items`` and ``candidates`` (N,) number what was linked; ``anchors`` and ``words`` (N,) are
    word numbers of the sheet, the latter NOWHERE where a candidate is not mentioned; ``features``
    (N, F) has a column for each of FEATURES.
    """

    items: NDArray[np.int64]
    candidates: NDArray[np.int64]
    anchors: NDArray[np.int64]
    words: NDArray[np.int64]
    features: NDArray[np.int64]

    def beside(self, other: "Links") -> "Links":
        """Return these links and others behind them, whose items and candidates are their own."""
        return Links(
            *(
                np.concatenate([getattr(self, name), getattr(other, name)])
                for name in ("items", "candidates", "anchors", "words", "features")
            )
        )


class Linker:
    """Links items to the candidates around them."""

    def __init__(
        self, doc: Doc, sheet: Sheet, candidates: Candidates, relations: Mapping[str, int]
    ) -> None:
        self._doc = doc
        self._sheet = sheet
        self.known = candidates.all
        self._candidates = candidates
        self._paths = Paths(doc, relations)
        self._sentence = sentence_numbers(doc)
        self._bounds = _bounds(self._sentence)
        self._sides = both_sides(doc)

    def links(self, items: Sequence[Anchored]) -> Links:
        """Return the links of items in order; a mention is not linked by itself, nor to dates."""
        rows: list[list[int]] = []
        where: list[tuple[int, int, int, int]] = []
        for number, item in enumerate(items):
            at = self._sheet.word_of[item.anchor]
            near = [k for k in self._candidates.near(item.anchor) if self._fits(item, k)]
            heads = [self._nearest(item, self.known[k].heads) for k in near]
            ranks = self._ranks(item, near, heads)
            for k, head, rank in zip(near, heads, ranks, strict=True):
                word = NOWHERE if head is None else self._sheet.word_of[head]
                where.append((number, k, at, word))
                rows.append(self._features(item, self.known[k], head, rank))
        numbers = np.array(where, np.int64).reshape(-1, 4)
        features = np.array(rows, np.int64).reshape(-1, len(FEATURES))
        linked, candidates, anchors, words = numbers.T.copy()
        return Links(linked, candidates, anchors, words, features)

    def _fits(self, item: Anchored, candidate: int) -> bool:
        if item.layer == "countries":
            return self.known[candidate].type == STATE
        return item.layer == "events" or self.known[candidate].thing is not None

    def _ranks(self, item: Anchored, near: Sequence[int], heads: Sequence[int | None]) -> list[int]:
        """Return of each candidate how many of its type stand nearer to the anchor."""
        own = self._sentence[item.anchor]
        order = [
            (FURTHEST, 0)
            if head is None
            else (abs(self._sentence[head] - own), abs(head - item.anchor))
            for head in heads
        ]
        passed: Counter[int] = Counter()
        ranks = [0] * len(near)
        for place in sorted(range(len(near)), key=lambda place: order[place]):
            kind = self.known[near[place]].type
            ranks[place] = min(passed[kind], LAST_RANK)
            passed[kind] += 1
        return ranks

    def _nearest(self, item: Anchored, heads: Sequence[int]) -> int | None:
        """Return the mention nearest to an anchor: in its sentence by the parse, else by words.

        A mention is not its own antecedent.
        """
        anchor, itself = item.anchor, item.layer == "mentions"
        first, last = self._bounds[self._sentence[anchor]]
        low, high = bisect_left(heads, first), bisect_left(heads, last)
        own = [h for h in heads[low:high] if h != anchor or not itself]
        if own:
            return min(own, key=lambda head: (self._depth(anchor, head), _apart(anchor, head)))
        beside = (*heads[max(0, low - 1) : low], *heads[high : high + 1])
        return min(beside, key=lambda head: _apart(anchor, head), default=None)

    def _depth(self, anchor: int, head: int) -> int:
        return self._paths.of(anchor, head)[1] or DEEPEST + 1

    def _features(self, item: Anchored, one: Candidate, head: int | None, rank: int) -> list[int]:
        anchor = item.anchor
        relation, depth = (0, 0) if head is None else self._paths.of(anchor, head)
        delegate = self._nearest(item, one.delegates)
        return [
            LINKED.index(item.layer),
            FIRST_LABEL[item.layer] + item.label,
            one.type,
            rank,
            0 if head is None else distance(head - anchor),
            0 if head is None else sentences_apart(self._sentence[head] - self._sentence[anchor]),
            relation,
            depth,
            min(len(one.heads), MOST),
            self._side(one),
            self._form(head),
            0 if delegate is None else self._paths.of(anchor, delegate)[0],
            0 if delegate is None else distance(delegate - anchor),
            _drafted(item, one),
        ]

    def _side(self, one: Candidate) -> int:
        return 1 + self._sides.index(one.thing) if one.thing in self._sides else 0

    def _form(self, head: int | None) -> int:
        if head is None:
            return 0
        mark = int(self._sheet.marks[self._sheet.word_of[head], MENTION])
        return 0 if mark == 0 else 1 + (mark - 1) % len(FORMS)


def _bounds(sentence: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first token of each sentence and the one behind its last."""
    starts = [k for k, number in enumerate(sentence) if k == 0 or sentence[k - 1] != number]
    return list(zip(starts, [*starts[1:], len(sentence)], strict=True))


def _apart(anchor: int, head: int) -> int:
    return abs(head - anchor) + (head > anchor)


def _drafted(item: Anchored, one: Candidate) -> int:
    """Return which part a draft gives a candidate: 0 nothing drafted, else its number in PARTS."""
    draft, parts = item.draft, PARTS[item.layer]
    if draft is None:
        return 0
    if item.layer in NAMED:
        return 1 if one.thing in draft else 1 + MOST_PARTS
    if one.thing is None:
        dated = one.date is not None and draft.date == one.date
        return 1 if dated else 0
    for number, part in enumerate(parts, 1):
        given = getattr(draft, part)
        if given == one.thing or (isinstance(given, tuple) and one.thing in given):
            return number
    return 1 + MOST_PARTS
