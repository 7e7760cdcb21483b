"""How a candidate stands to an item's anchor: what a link between them is scored by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.sides import both_sides
from dragoman.readers.english.events.numbering import sentence_numbers
from dragoman.readers.english.joint.candidates import Candidate, Candidates, heads_near
from dragoman.readers.english.joint.labels import FORMS, LINKED, MOST_PARTS, PARTS
from dragoman.readers.english.joint.sheet import MARKS, Sheet

FEATURES = (
    "layer",
    "type",
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

DISTANCES = (1, 2, 3, 5, 8, 12, 20, 35, 60)
DEEPEST = 5
FAR = 3
MOST = 4
NOWHERE = -1
MENTION = MARKS.index("mention")


@dataclass(frozen=True, slots=True)
class Anchored:
    """An item to be linked: its layer, its anchor (a token), what was drafted of it.

    ``draft`` is a frame's draft; of a mention the things it was taken to speak of, or None.
    """

    layer: str
    anchor: int
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
        self._relations = relations
        self._sentence = sentence_numbers(doc)
        self._sides = both_sides(doc)

    def links(self, items: Sequence[Anchored]) -> Links:
        """Return the links of items in order; a mention is not linked by itself, nor to dates."""
        rows: list[list[int]] = []
        where: list[tuple[int, int, int, int]] = []
        for number, item in enumerate(items):
            at = self._sheet.word_of[item.anchor]
            for k in self._candidates.near(item.anchor):
                one = self.known[k]
                if one.thing is None and item.layer != "events":
                    continue
                head = self._nearest(item, heads_near(one.heads, item.anchor))
                word = NOWHERE if head is None else self._sheet.word_of[head]
                where.append((number, k, at, word))
                rows.append(self._features(item, one, head))
        numbers = np.array(where, np.int64).reshape(-1, 4)
        features = np.array(rows, np.int64).reshape(-1, len(FEATURES))
        linked, candidates, anchors, words = numbers.T.copy()
        return Links(linked, candidates, anchors, words, features)

    def _nearest(self, item: Anchored, heads: Sequence[int]) -> int | None:
        anchor, itself = item.anchor, item.layer == "mentions"
        own = self._sentence[anchor]

        def order(head: int) -> tuple[bool, int, int]:
            apart = self._sentence[head] != own
            path = 0 if apart else self._path(anchor, head)[1] or DEEPEST + 1
            return apart, path, abs(head - anchor) + (head > anchor)

        return min((h for h in heads if h != anchor or not itself), key=order, default=None)

    def _features(self, item: Anchored, one: Candidate, head: int | None) -> list[int]:
        anchor = item.anchor
        relation, depth = (0, 0) if head is None else self._path(anchor, head)
        delegate = self._nearest(item, heads_near(one.delegates, anchor))
        return [
            LINKED.index(item.layer),
            one.type,
            0 if head is None else _distance(head - anchor),
            0 if head is None else _apart(self._sentence[head] - self._sentence[anchor]),
            relation,
            depth,
            min(len(one.heads), MOST),
            self._side(one),
            self._form(head),
            0 if delegate is None else self._path(anchor, delegate)[0],
            0 if delegate is None else _distance(delegate - anchor),
            _drafted(item, one),
        ]

    def _path(self, anchor: int, head: int) -> tuple[int, int]:
        """Return the relation a mention hangs below its anchor by, or beside it, and how deep."""
        doc, most = self._doc, len(self._relations)
        below = _climb(doc[head], anchor)
        if below is not None:
            return 1 + self._relations.get(below[0].dep_, 0), below[1]
        at, steps = doc[anchor], 0
        while at.head.i != at.i and steps < FAR:
            at, steps = at.head, steps + 1
            if at.i == head:
                return 1 + 2 * most, steps
            beside = _climb(doc[head], at.i)
            if beside is not None:
                return 1 + most + self._relations.get(beside[0].dep_, 0), steps + beside[1]
        return 0, 0

    def _side(self, one: Candidate) -> int:
        return 1 + self._sides.index(one.thing) if one.thing in self._sides else 0

    def _form(self, head: int | None) -> int:
        if head is None:
            return 0
        mark = int(self._sheet.marks[self._sheet.word_of[head], MENTION])
        return 0 if mark == 0 else 1 + (mark - 1) % len(FORMS)


def _climb(token: Token, goal: int) -> tuple[Token, int] | None:
    """Return the word under `goal` that a word hangs below, and how many arcs it is away."""
    for steps in range(1, DEEPEST + 1):
        if token.head.i == token.i:
            return None
        if token.head.i == goal:
            return token, steps
        token = token.head
    return None


def _distance(words: int) -> int:
    """Return a class for a signed distance in words: 1 to 10 before the anchor, 11 to 20 after."""
    size = next((k for k, most in enumerate(DISTANCES) if abs(words) <= most), len(DISTANCES))
    return 1 + size + (len(DISTANCES) + 1 if words > 0 else 0)


def _apart(sentences: int) -> int:
    """Return a class for how many sentences away a mention stands: none, one or more, each side."""
    if sentences == 0:
        return 1
    return 2 + min(abs(sentences), 3) - 1 + (3 if sentences > 0 else 0)


def _drafted(item: Anchored, one: Candidate) -> int:
    """Return which part a draft gives a candidate: 0 nothing drafted, else its number in PARTS."""
    draft, parts = item.draft, PARTS[item.layer]
    if draft is None:
        return 0
    if item.layer == "mentions":
        return 1 if one.thing in draft else 1 + MOST_PARTS
    if item.layer == "roles":
        return 1 if one.thing == draft.thing else 1 + MOST_PARTS
    if one.thing is None:
        dated = one.date is not None and draft.date == one.date
        return 1 if dated else 0
    for number, part in enumerate(parts, 1):
        given = getattr(draft, part)
        if given == one.thing or (isinstance(given, tuple) and one.thing in given):
            return number
    return 1 + MOST_PARTS
