"""A report as arrays: its words, their vectors, and marks of what is known of each word."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from dragoman.readers.english.joint.anchors import Anchors
from dragoman.readers.english.joint.labels import (
    BLOCKS,
    COMMITMENTS,
    EVENTS,
    FIGURES,
    FORMS,
    STATEMENTS,
    TYPES,
)

PLAIN = ("upos", "dep", "block")
"""Marks that stand on the parse."""

KNOWN = ("mention", "time", "office")
"""Marks of the mentions, time expressions and offices that rules found."""

DRAFTED = ("events", "commitments", "statements", "figures", "in_event", "in_commitment", "said")
"""Marks of what the frames drafted; the model can be asked without them."""

MARKS = (*PLAIN, *KNOWN, *DRAFTED)


ANCHOR = 2
"""The mark of the word that an office hangs on; the others of it have 1."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a frame drafted: its layer, its place in `doc._.<layer>`, its anchor (a token)."""

    layer: str
    number: int
    anchor: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One report of W words.

    ``tokens`` (W,) are token indices; ``vectors`` (W, H) what the encoder made of the words;
    ``marks`` (W, M) small numbers, a column for each of MARKS; ``word_of`` a token's word.
    """

    tokens: NDArray[np.int64]
    vectors: NDArray[np.float32]
    marks: NDArray[np.int64]
    word_of: dict[int, int]
    drafts: tuple[Draft, ...]


def make_sheet(doc: Doc, upos: dict[str, int], relations: dict[str, int]) -> Sheet:
    """Lay out the readable words of a Doc on which all frames have drafted."""
    readable = doc._.readable
    tokens = [t.i for t in doc if readable[t.i] and not t.is_space]
    word_of = {index: k for k, index in enumerate(tokens)}
    marks = np.zeros((len(tokens), len(MARKS)), np.int64)
    for k, index in enumerate(tokens):
        token = doc[index]
        marks[k, 0] = upos.get(token.pos_, 0)
        marks[k, 1] = relations.get(token.dep_, 0)
        marks[k, 2] = BLOCKS.index(doc._.kinds[index])
    drafts = tuple(_drafts(doc, word_of))
    _mark_mentions(doc, marks, word_of)
    _mark_times(doc, marks, word_of)
    _mark_offices(doc, marks, word_of)
    _mark_drafts(doc, marks, word_of, drafts)
    return Sheet(
        tokens=np.array(tokens, np.int64),
        vectors=doc.tensor[tokens].astype(np.float32),
        marks=marks,
        word_of=word_of,
        drafts=drafts,
    )


def _drafts(doc: Doc, word_of: dict[int, int]) -> Iterable[Draft]:
    anchors = Anchors(doc)
    for number, event in enumerate(doc._.events or ()):
        yield from _anchored("events", number, anchors.of(event.start, event.end), word_of)
    for number, bound in enumerate(doc._.commitments or ()):
        yield from _anchored("commitments", number, anchors.of(bound.start, bound.end), word_of)
    for number, said in enumerate(doc._.statements or ()):
        yield from _anchored("statements", number, anchors.of(*said.spans[0]), word_of)
    for number, figure in enumerate(doc._.figures or ()):
        yield from _anchored("figures", number, anchors.of(figure.start, figure.end), word_of)


def _anchored(
    layer: str, number: int, anchor: int | None, word_of: dict[int, int]
) -> Iterable[Draft]:
    if anchor is not None and anchor in word_of:
        yield Draft(layer, number, anchor)


def _mark_mentions(doc: Doc, marks: NDArray[np.int64], word_of: dict[int, int]) -> None:
    column = MARKS.index("mention")
    for name in doc._.mentions or ():
        if name.head in word_of and name.things:
            kind = TYPES.index(doc._.things[name.things[0]].type)
            marks[word_of[name.head], column] = 1 + kind * len(FORMS) + FORMS.index(name.form)


def _mark_times(doc: Doc, marks: NDArray[np.int64], word_of: dict[int, int]) -> None:
    column = MARKS.index("time")
    for time in doc._.times or ():
        for index in tokens_in(doc, time.start, time.end):
            if index in word_of:
                marks[word_of[index], column] = 2 if time.date else 1


def _mark_offices(doc: Doc, marks: NDArray[np.int64], word_of: dict[int, int]) -> None:
    column = MARKS.index("office")
    anchors = Anchors(doc)
    for role in doc._.roles or ():
        for index in tokens_in(doc, role.start, role.end):
            if index in word_of:
                marks[word_of[index], column] = 1
        anchor = anchors.of(role.start, role.end)
        if anchor in word_of:
            marks[word_of[anchor], column] = ANCHOR


def _mark_drafts(
    doc: Doc, marks: NDArray[np.int64], word_of: dict[int, int], drafts: Iterable[Draft]
) -> None:
    inside = {"events": "in_event", "commitments": "in_commitment", "statements": "said"}
    for draft in drafts:
        one = getattr(doc._, draft.layer)[draft.number]
        marks[word_of[draft.anchor], MARKS.index(draft.layer)] = label_of(draft.layer, one)
        if draft.layer in inside:
            column = MARKS.index(inside[draft.layer])
            spans = one.spans if draft.layer == "statements" else ((one.start, one.end),)
            for start, end in spans:
                for index in tokens_in(doc, start, end):
                    if index in word_of:
                        marks[word_of[index], column] = 1


def label_of(layer: str, draft: object) -> int:
    """Return the label of a draft of one of the four layers: its type, kind or hedge."""
    field, known = {
        "events": ("type", EVENTS),
        "commitments": ("kind", COMMITMENTS),
        "statements": ("hedge", STATEMENTS),
        "figures": ("kind", FIGURES),
    }[layer]
    return known.index(getattr(draft, field))


def tokens_in(doc: Doc, start: int, end: int) -> range:
    """Return the indices of the tokens that the characters [start, end) touch."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return range(0) if span is None else range(span.start, span.end)
