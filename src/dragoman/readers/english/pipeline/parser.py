"""Tags, features, lemmas, trees and names of every sentence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from spacy.language import Language

from dragoman.readers.english.pipeline import annotation, lemmas, trees
from dragoman.readers.english.pipeline.annotation import ROOT, Parsed
from dragoman.readers.english.pipeline.names import NameDecoder
from dragoman.readers.english.pipeline.networks import SHIPPED, open_networks
from dragoman.readers.english.pipeline.windows import batches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc

    from dragoman.readers.english.pipeline.networks import Networks, Tagged

    Vectors = NDArray[np.float32]

WORDS_A_BATCH = 1024


class SentenceParser:
    """Runs the heads and relations networks over word vectors and decodes what they say."""

    def __init__(self, networks: Networks) -> None:
        self._networks = networks
        self._labels = networks.labels
        self._names = NameDecoder(networks.labels.names)
        self._root = networks.labels.relations.index("root")

    def parse(self, words: Sequence[Sequence[str]], vectors: Sequence[Vectors]) -> list[Parsed]:
        """Parse sentences given as words and as their vectors, one (words, H) matrix each."""
        parsed: dict[int, Parsed] = {}
        for group in batches([len(sentence) for sentence in words], WORDS_A_BATCH):
            width = max(len(words[index]) for index in group)
            padded = np.zeros((len(group), width, vectors[0].shape[1]), np.float32)
            for row, index in enumerate(group):
                padded[row, : len(words[index])] = vectors[index]
            tagged = self._networks.tag(padded)
            for row, index in enumerate(group):
                parsed[index] = self._decode(tagged, row, words[index])
        return [parsed[index] for index in range(len(words))]

    def _decode(self, tagged: Tagged, row: int, words: Sequence[str]) -> Parsed:
        count, labels = len(words), self._labels
        columns = trees.best_tree(tagged.arcs[row, :count, : count + 1])
        return Parsed(
            upos=[labels.upos[index] for index in tagged.upos[row, :count]],
            xpos=[labels.xpos[index] for index in tagged.xpos[row, :count]],
            feats=[labels.feats[index] for index in tagged.feats[row, :count]],
            lemmas=[
                lemmas.apply(labels.lemmas[script], word)
                for script, word in zip(tagged.lemmas[row], words, strict=False)
            ],
            heads=[int(head) - 1 if head else index for index, head in enumerate(columns)],
            relations=self._relations(tagged, row, columns),
            names=self._names.spans(tagged.names[row, :count]),
        )

    def _relations(self, tagged: Tagged, row: int, columns: NDArray[np.int64]) -> list[str]:
        logits = self._networks.relations(
            tagged.heads[row, columns], tagged.dependents[row, : len(columns)]
        )
        logits[:, self._root] = -np.inf
        best = logits.argmax(1)
        return [
            self._labels.relations[label] if head else ROOT
            for label, head in zip(best, columns, strict=True)
        ]


class Parser:
    """Sets tag, pos, morph, lemma, head and dep of every token, and ``doc.ents``.

    Needs the sentences and vectors of ``dragoman_sentences``. White space hangs on the word before.
    """

    def __init__(self, networks: Networks) -> None:
        self._parser = SentenceParser(networks)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a document and give it back."""
        indices = [[token.i for token in sentence if not token.is_space] for sentence in doc.sents]
        indices = [sentence for sentence in indices if sentence]
        parsed = self._parser.parse(
            [[doc[index].text for index in sentence] for sentence in indices],
            [doc.tensor[sentence].astype(np.float32) for sentence in indices],
        )
        annotation.write(doc, indices, parsed)
        return doc


@Language.factory(
    "dragoman_parser",
    assigns=["token.tag", "token.pos", "token.morph", "token.lemma", "token.dep", "doc.ents"],
    requires=["token.is_sent_start", "doc.tensor"],
    default_config={"weights": None, "threads": 0},
)
def make_parser(nlp: Language, name: str, weights: str | None, threads: int) -> Parser:  # noqa: ARG001
    """Build the component; ``weights`` is a folder, by default the one that ships."""
    return Parser(open_networks(Path(weights) if weights else SHIPPED, threads))
