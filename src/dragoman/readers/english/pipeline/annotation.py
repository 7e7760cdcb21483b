"""Writing what was parsed into a spaCy document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.tokens import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

ROOT = "ROOT"
"""spaCy's name of the relation that UD calls root; all other labels are UD's own."""

_LAYERS: list[int | str] = ["HEAD", "DEP", "TAG", "POS", "MORPH", "LEMMA"]
_Cells = list[tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Parsed:
    """One sentence; one entry a word; ``heads`` are word indices, the root is its own head."""

    upos: list[str]
    xpos: list[str]
    feats: list[str]
    lemmas: list[str]
    heads: list[int]
    relations: list[str]
    names: list[tuple[int, int, str]]


def write(doc: Doc, indices: Sequence[Sequence[int]], parsed: Sequence[Parsed]) -> None:
    """Set all layers of a document whose sentences are marked.

    ``indices`` are the tokens of each parsed sentence that are words. White space hangs on the word
    before it, or on the first of its sentence.
    """
    cells = _white_space(doc)
    names: list[Span] = []
    for sentence, one in zip(indices, parsed, strict=True):
        _write_words(doc, sentence, one, cells)
        names.extend(
            Span(doc, sentence[start], sentence[end - 1] + 1, label=kind)
            for start, end, kind in one.names
        )
    if cells:
        # spaCy takes unsigned numbers, a head to the left wrapped round.
        rows: Any = np.array([[cell % 2**64 for cell in row] for row in cells], np.uint64)
        doc.from_array(_LAYERS, rows)
    doc.set_ents(names)


def _write_words(doc: Doc, sentence: Sequence[int], one: Parsed, cells: _Cells) -> None:
    strings, morphology = doc.vocab.strings, doc.vocab.morphology
    for place, index in enumerate(sentence):
        feats = "" if one.feats[place] == "_" else one.feats[place]
        cells[index] = (
            sentence[one.heads[place]] - index,
            strings.add(one.relations[place]),
            strings.add(one.xpos[place]),
            strings.add(one.upos[place]),
            morphology.add(feats),
            strings.add(one.lemmas[place]),
        )


def _white_space(doc: Doc) -> _Cells:
    """Return the cells of every token as if it were white space."""
    add = doc.vocab.strings.add
    tags = add("_SP"), add("SPACE"), doc.vocab.morphology.add("")
    cells: _Cells = []
    for sentence in doc.sents:
        word = next((token.i for token in sentence if not token.is_space), sentence.start)
        for token in sentence:
            word = word if token.is_space else token.i
            relation = add(ROOT if word == token.i else "dep")
            cells.append((word - token.i, relation, *tags, token.orth))
    return cells
