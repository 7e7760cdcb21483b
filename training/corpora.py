"""Reading the training corpora: one JSON object a line, gzip."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from training import gum_names

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NAME_TYPES = ("PER", "ORG", "LOC", "MISC")
_TYPE_OF = {"PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC", "EVENT": "MISC"}
_TESTS = ("ewt.test", "gum.test", "pud.test")


@dataclass(frozen=True, slots=True)
class Tree:
    """The treebank layers of one sentence, one entry a word; the root's head is -1."""

    lemmas: list[str]
    upos: list[str]
    xpos: list[str]
    feats: list[str]
    heads: list[int]
    relations: list[str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a corpus; a layer that the corpus lacks is None.

    ``types`` are the name types that the corpus annotates: where it says O, another type may stand.
    """

    words: list[str]
    spaces: list[bool] = field(default_factory=list)
    document: str = ""
    genre: str = ""
    tree: Tree | None = None
    names: list[str] | None = None
    types: tuple[str, ...] = NAME_TYPES


def read_treebank(data: Path, part: str) -> list[Sentence]:
    """Read ``<part>.jsonl.gz``, such as ``ewt.train``; GUM's parts carry names as well."""
    return [_treebank_sentence(row) for row in _rows(data / f"{part}.jsonl.gz")]


def read_names(data: Path, part: str) -> list[Sentence]:
    """Read ``ner.<part>.jsonl.gz`` with its labels brought to PER, ORG, LOC and MISC."""
    rows = list(_rows(data / f"ner.{part}.jsonl.gz"))
    sentences = [
        Sentence(words=row["w"], names=[_label(label) for label in row["ner"]], genre=part)
        for row in rows
    ]
    found = {label[2:] for sentence in sentences for label in sentence.names or ()} - {""}
    types = tuple(kind for kind in NAME_TYPES if kind in found)
    return [replace(sentence, types=types) for sentence in sentences]


def read_training_names(data: Path, parts: Iterable[str]) -> list[Sentence]:
    """Read name corpora without the sentences that stand in a test part of a treebank.

    UNER-EWT annotates the development and test parts of EWT: reading it whole would show the model
    the texts it is measured on.
    """
    tests = {tuple(row["w"]) for test in _TESTS for row in _rows(data / f"{test}.jsonl.gz")}
    return [
        sentence
        for part in parts
        for sentence in read_names(data, part)
        if tuple(sentence.words) not in tests and sentence.words != ["-DOCSTART-"]
    ]


def name_spans(labels: list[str]) -> list[tuple[int, int, str]]:
    """Return start, end and type of every name in BIO labels."""
    spans: list[tuple[int, int, str]] = []
    for index, label in enumerate(labels):
        if label.startswith("B-"):
            spans.append((index, index + 1, label[2:]))
        elif label.startswith("I-") and spans:
            start, _, kind = spans[-1]
            spans[-1] = (start, index + 1, kind)
    return spans


def _treebank_sentence(row: dict[str, Any]) -> Sentence:
    return Sentence(
        words=row["w"],
        spaces=[bool(space) for space in row["sp"]],
        document=row["doc"],
        genre=row["src"],
        tree=Tree(
            lemmas=row["lemma"],
            upos=row["upos"],
            xpos=row["xpos"],
            feats=row["feats"],
            heads=row["head"],
            relations=row["dep"],
        ),
        names=_gum_names(row) if "misc" in row else None,
    )


def _gum_names(row: dict[str, Any]) -> list[str]:
    parsed = gum_names.Parsed(row["w"], row["upos"], row["xpos"], row["head"], row["dep"])
    return gum_names.labels(parsed, row["misc"])


def _label(label: str) -> str:
    return label if label == "O" else label[:2] + _TYPE_OF[label[2:]]


def _rows(path: Path) -> Iterable[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
