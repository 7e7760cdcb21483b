"""Sentences to padded batches: single sentences and windows of consecutive ones in turn."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from dragoman.readers.english.pipeline import lemmas
from training.corpora import NAME_TYPES

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator, Sequence

    from dragoman.readers.english.pipeline.pieces import Pieces, WordPieces
    from training.corpora import Sentence
    from training.vocabulary import Vocabulary

IGNORED = -100
LONGEST_WORDS = 160
LONGEST_PIECES = 220
WINDOW_CHANCE = 0.3
WINDOW_SENTENCES = (2, 6)


@dataclass(frozen=True, slots=True)
class Stretch:
    """One or more sentences as the model takes them; layers are index lists, one entry a word.

    ``sentences`` numbers each word's sentence. ``allowed`` says for each word which name labels its
    corpus leaves possible, as a row of bits; it is None where the corpus has no names.
    """

    pieces: Pieces
    sentences: list[int]
    layers: dict[str, list[int]]
    allowed: list[list[bool]] | None


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded tensors of several stretches; B stretches, L pieces, W words."""

    ids: Tensor
    cases: Tensor
    mask: Tensor
    first: Tensor
    sentences: Tensor
    layers: dict[str, Tensor]
    allowed: Tensor | None


class StretchMaker:
    """Turns sentences into stretches with the labels as indices."""

    def __init__(self, pieces: WordPieces, labels: Vocabulary) -> None:
        self._pieces = pieces
        self._names = labels.names
        self._index = {
            layer: {label: index for index, label in enumerate(getattr(labels, layer))}
            for layer in ("upos", "xpos", "feats", "lemmas", "relations")
        }

    def __call__(self, sentences: Sequence[Sentence]) -> Stretch:
        """Join sentences of one corpus into a stretch."""
        layers: dict[str, list[int]] = {}
        numbers: list[int] = []
        allowed: list[list[bool]] = []
        for number, sentence in enumerate(sentences):
            for layer, values in self._tree_layers(sentence, offset=len(numbers)).items():
                layers.setdefault(layer, []).extend(values)
            numbers.extend([number] * len(sentence.words))
            if sentence.names:
                allowed.extend(self._allowed(sentence))
        return Stretch(
            pieces=self._pieces.of_words([word for one in sentences for word in one.words]),
            sentences=numbers,
            layers=layers,
            allowed=allowed if len(allowed) == len(numbers) else None,
        )

    def _tree_layers(self, sentence: Sentence, offset: int) -> dict[str, list[int]]:
        tree = sentence.tree
        if tree is None:
            return {}
        scripts = [
            lemmas.script_for(word, lemma)
            for word, lemma in zip(sentence.words, tree.lemmas, strict=True)
        ]
        values = {
            "upos": tree.upos,
            "xpos": tree.xpos,
            "feats": tree.feats,
            "lemmas": scripts,
            "relations": tree.relations,
        }
        layers = {
            layer: [self._index[layer].get(label, IGNORED) for label in labels]
            for layer, labels in values.items()
        }
        layers["heads"] = [head + offset + 1 if head >= 0 else 0 for head in tree.heads]
        return layers

    def _allowed(self, sentence: Sentence) -> list[list[bool]]:
        """Say which labels each word may have: its own, or any the corpus does not annotate."""
        unseen = {
            f"{mark}-{kind}" for kind in set(NAME_TYPES) - set(sentence.types) for mark in "BI"
        }
        return [
            [label == own or (own == "O" and label in unseen) for label in self._names]
            for own in sentence.names or ()
        ]


def stretches(
    sentences: Sequence[Sentence],
    make: StretchMaker,
    vary: Callable[[Sentence], Sentence],
    chance: random.Random,
) -> Iterator[Stretch]:
    """Cut each document into single sentences and, by chance, windows of two to six of them."""
    for document, group in groupby(sentences, key=lambda sentence: sentence.document):
        left = list(group)
        while left:
            window = bool(document) and chance.random() < WINDOW_CHANCE
            size = chance.randint(*WINDOW_SENTENCES) if window else 1
            taken, left = left[:size], left[size:]
            stretch = make([vary(sentence) for sentence in taken])
            fits = len(stretch.sentences) <= LONGEST_WORDS
            if fits and len(stretch.pieces.ids) <= LONGEST_PIECES:
                yield stretch


def batches(made: Sequence[Stretch], pieces: int, chance: random.Random) -> list[list[Stretch]]:
    """Group stretches of like length so that a padded batch holds at most so many pieces."""
    ordered = sorted(made, key=lambda stretch: len(stretch.pieces.ids) + chance.random() * 6)
    grouped: list[list[Stretch]] = [[]]
    for stretch in ordered:
        if grouped[-1] and len(stretch.pieces.ids) * (len(grouped[-1]) + 1) > pieces:
            grouped.append([])
        grouped[-1].append(stretch)
    chance.shuffle(grouped)
    return grouped


def collate(group: Sequence[Stretch]) -> Batch:
    """Pad a group of stretches into tensors."""
    layers = [layer for layer in group[0].layers if all(layer in one.layers for one in group)]
    return Batch(
        ids=_padded([one.pieces.ids for one in group], 0),
        cases=_padded([one.pieces.cases for one in group], 6),
        mask=_padded([one.pieces.ids for one in group], 0) > 0,
        first=_padded([one.pieces.first for one in group], 0),
        sentences=_padded([one.sentences for one in group], -1),
        layers={layer: _padded([one.layers[layer] for one in group], IGNORED) for layer in layers},
        allowed=_allowed(group),
    )


def _padded(rows: Sequence[Sequence[int]], filling: int) -> Tensor:
    width = max(len(row) for row in rows)
    return torch.tensor([[*row, *[filling] * (width - len(row))] for row in rows])


def _allowed(group: Sequence[Stretch]) -> Tensor | None:
    labelled = next((one.allowed for one in group if one.allowed), None)
    if labelled is None:
        return None
    width, labels = max(len(one.sentences) for one in group), len(labelled[0])
    allowed = torch.ones(len(group), width, labels, dtype=torch.bool)
    for row, one in enumerate(group):
        if one.allowed:
            allowed[row, : len(one.allowed)] = torch.tensor(one.allowed)
    return allowed
