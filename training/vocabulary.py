"""The labels the model can give, counted over the training treebanks."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from dragoman.readers.english.pipeline import lemmas
from training import augment
from training.corpora import NAME_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from training.corpora import Sentence

RAREST_SCRIPT = 3
RAREST_FEATURES = 2


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The label sets, in the order of the model's outputs."""

    names: list[str]
    upos: list[str]
    xpos: list[str]
    feats: list[str]
    lemmas: list[str]
    relations: list[str]

    def save(self, path: Path) -> None:
        """Write the labels as JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n", "utf-8")

    @classmethod
    def load(cls, path: Path) -> Vocabulary:
        """Read what ``save`` wrote."""
        return cls(**json.loads(path.read_text("utf-8")))


def count(treebank: Sequence[Sentence]) -> Vocabulary:
    """Return the labels that occur in the treebank and, for lemma scripts, in its variants."""
    trees = [sentence.tree for sentence in treebank if sentence.tree]
    feats = Counter(label for tree in trees for label in tree.feats)
    scripts = Counter(_scripts(treebank))
    return Vocabulary(
        names=["O", *(f"{mark}-{kind}" for kind in NAME_TYPES for mark in "BI")],
        upos=sorted({label for tree in trees for label in tree.upos}),
        xpos=sorted({label for tree in trees for label in tree.xpos}),
        feats=[label for label, seen in feats.most_common() if seen >= RAREST_FEATURES],
        lemmas=[script for script, seen in scripts.most_common() if seen >= RAREST_SCRIPT],
        relations=sorted({label for tree in trees for label in tree.relations}),
    )


def _scripts(treebank: Iterable[Sentence]) -> Iterable[str]:
    for sentence in treebank:
        if sentence.tree is None:
            continue
        for words in (sentence.words, augment.typographic(sentence.words)):
            for word, lemma in zip(words, sentence.tree.lemmas, strict=True):
                yield lemmas.script_for(word, lemma)
