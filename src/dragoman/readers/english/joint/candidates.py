"""Who and when: what may fill a part of an item, and how it stands to the item's anchor."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.sides import both_sides, offices
from dragoman.readers.english.events.numbering import sentence_numbers
from dragoman.readers.english.joint.labels import FORMS, LAYERS, PARTS, TYPES
from dragoman.readers.english.joint.sheet import MARKS, Sheet, tokens_in

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

TIME, PUBLISHED = len(TYPES) + 1, len(TYPES) + 2
DISTANCES = (1, 2, 3, 5, 8, 12, 20, 35, 60)
DEEPEST = 5
FAR = 3
MOST = 4
NOWHERE = -1
MENTION = MARKS.index("mention")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing (its position in `doc._.things`), or a date; where it is mentioned, as tokens."""

    type: int
    thing: int | None
    date: str | None
    heads: tuple[int, ...]
    delegates: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Links:
    """N links of anchors to candidates.

    ``anchors`` and ``words`` (N,) are word numbers of the sheet, the latter NOWHERE where a
    candidate is not mentioned; ``features`` (N, F) has a column for each of FEATURES.
    """

    anchors: NDArray[np.int64]
    words: NDArray[np.int64]
    features: NDArray[np.int64]


class Candidates:
    """The candidates of a report, and their links to any anchor."""

    def __init__(self, doc: Doc, sheet: Sheet, relations: Mapping[str, int]) -> None:
        self._doc = doc
        self._sheet = sheet
        self._relations = relations
        self._sentence = sentence_numbers(doc)
        self._sides = both_sides(doc)
        self.all = tuple(_candidates(doc, sheet))

    def links(self, anchors: Sequence[tuple[str, int, Any]]) -> Links:
        """Return the links of (layer, anchor token, draft or None) to all candidates in order."""
        rows, at, words = [], [], []
        for layer, anchor, draft in anchors:
            for one in self.all:
                head = self._nearest(anchor, one.heads)
                at.append(self._sheet.word_of[anchor])
                words.append(NOWHERE if head is None else self._sheet.word_of[head])
                rows.append(self._features(layer, anchor, draft, one, head))
        shape = (-1, len(FEATURES))
        return Links(
            np.array(at, np.int64),
            np.array(words, np.int64),
            np.array(rows, np.int64).reshape(shape),
        )

    def _nearest(self, anchor: int, heads: Sequence[int]) -> int | None:
        if not heads:
            return None
        own = self._sentence[anchor]

        def order(head: int) -> tuple[bool, int, int]:
            apart = self._sentence[head] != own
            path = 0 if apart else self._path(anchor, head)[1] or DEEPEST + 1
            return apart, path, abs(head - anchor) + (head > anchor)

        return min(heads, key=order)

    def _features(
        self, layer: str, anchor: int, draft: Any, one: Candidate, head: int | None
    ) -> list[int]:
        relation, depth = (0, 0) if head is None else self._path(anchor, head)
        delegate = self._nearest(anchor, one.delegates)
        return [
            LAYERS.index(layer),
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
            _drafted(layer, draft, one),
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


def _drafted(layer: str, draft: Any, one: Candidate) -> int:
    """Return which part a frame's draft gives a candidate: 0 none, else its number in PARTS."""
    if draft is None:
        return 0
    if one.thing is None:
        dated = layer == "events" and one.date is not None and draft.date == one.date
        return 1 if dated else 0
    for number, part in enumerate(PARTS[layer], 1):
        given = getattr(draft, part)
        if given == one.thing or (isinstance(given, tuple) and one.thing in given):
            return number
    return len(max(PARTS.values(), key=len)) + 1


def _candidates(doc: Doc, sheet: Sheet) -> Iterator[Candidate]:
    heads: dict[int, list[int]] = {}
    for name in doc._.mentions or ():
        if name.head in sheet.word_of:
            for thing in name.things:
                heads.setdefault(thing, []).append(name.head)
    held = offices(doc)
    for k, thing in enumerate(doc._.things):
        if k not in heads:
            continue
        acting: list[int] = []
        if thing.type == "state" and thing.country:
            acting = [h for i, c in held.items() if c == thing.country for h in heads.get(i, ())]
        yield Candidate(
            1 + TYPES.index(thing.type), k, None, tuple(heads[k]), tuple(sorted(acting))
        )
    for time in doc._.times or ():
        words = [i for i in tokens_in(doc, time.start, time.end) if i in sheet.word_of]
        if time.date and words:
            yield Candidate(TIME, None, time.date, (words[-1],))
    if doc._.published:
        yield Candidate(PUBLISHED, None, doc._.published, ())
