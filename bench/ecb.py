"""One event across documents on ECB+: `python -m bench.ecb DEV.jsonl SENTENCES.csv`.

Gold mentions of events in the validated sentences (Cybulska and Vossen, 2014), singletons kept.
Documents are clustered first by their rare words; within a predicted cluster, mentions are joined
by the linking room's own means (stems, synonyms, names, numbers and rare words in common, average
linkage). The weights are fitted on the odd topics, the figures are of the even ones. Beside it, in
the same run, the peer: the same head lemma within the gold sub-topics, which it is given.
"""

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from bench.coreference import Clusters, clusters_of, conll
from training.linking.fitting import fitted

from dragoman.linking.averaging import averaged
from dragoman.linking.clusters import Free, Groups
from dragoman.linking.lexicon import table_of, words_of
from dragoman.linking.words import Rarity, Words, content_words, stem

DOCUMENTS_ALIKE = 0.15
WINDOW = 8
RIDGE = 2.0
LEAN = 1.0
CLOSE = 4
_CROSSED = frozenset(
    {"words shared", "near words shared", "documents alike", "documents much alike"}
    | {"names in common", "other names"}
)
_PARTICLES = frozenset(["up", "down", "out", "off", "over", "in", "on", "away", "back", "to", "of"])


@dataclass(frozen=True)
class Document:
    """A document's tokens, and which of its sentences count."""

    name: str
    topic: int
    part: str
    tokens: Sequence[str]
    sentences: Sequence[int]

    @cached_property
    def words(self) -> Words:
        """Return what the document is on."""
        return content_words(" ".join(self.tokens))


@dataclass(frozen=True)
class Mention:
    """A gold mention of an event, with the cluster the key puts it in."""

    document: Document
    at: tuple[int, ...]
    key: str

    @cached_property
    def head(self) -> str:
        """Return the stem of its head: the last word that tells something."""
        return stem(self._word)

    @cached_property
    def sort(self) -> str:
        """Return its head, of synonyms one."""
        return stem(table_of("synonyms").get(self._word, self._word))

    @cached_property
    def _word(self) -> str:
        words = [self.document.tokens[i].lower() for i in self.at]
        told = [w for w in words if w not in _PARTICLES and w not in words_of("stop_words")]
        return (told or words)[-1]

    @cached_property
    def sentence(self) -> list[str]:
        """Return the other words of its sentence."""
        own = self.document.sentences[self.at[0]]
        return [
            token
            for i, token in enumerate(self.document.tokens)
            if self.document.sentences[i] == own and i not in self.at
        ]

    @cached_property
    def words(self) -> Words:
        """Return what its sentence is on besides."""
        return content_words(" ".join(self.sentence))

    @cached_property
    def near(self) -> Words:
        """Return what stands close by."""
        first, last = self.at[0], self.at[-1]
        around = self.document.tokens[max(0, first - WINDOW) : last + WINDOW + 1]
        return content_words(" ".join(around)) - {self.head, self.sort}

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the names in its sentence: parties and places."""
        stop = words_of("stop_words")
        return frozenset(
            t.lower() for t in self.sentence if t[:1].isupper() and t.lower() not in stop
        )

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Return the numbers in its sentence."""
        return frozenset(t for t in self.sentence if t[:1].isdigit())


def read(path: Path, sentences: Path) -> list[Mention]:
    """Return the gold mentions in validated sentences."""
    with sentences.open(encoding="utf-8-sig") as file:
        valid = {(f"{a}_{b}", int(c)) for a, b, c in list(csv.reader(file))[1:]}
    found = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        held = Document(row["doc"], row["topic"], row["sub"], row["tokens"], row["sent"])
        for number, (kind, at, reach, key, _) in enumerate(row["mentions"]):
            if not at or not kind.startswith(("ACTION", "NEG_ACTION")):
                continue
            if (held.name, held.sentences[at[0]]) not in valid:
                continue
            alone = f"{held.name}#{number}"
            local = f"{held.name}:{key}" if reach != "CROSS_DOC_COREF" else key
            found.append(Mention(held, tuple(at), local if key else alone))
    return found


def document_clusters(documents: Sequence[Document]) -> dict[str, int]:
    """Return the cluster of each document, by the rare words it shares with others."""
    rarity = Rarity([d.words for d in documents])
    pairs = [(i, j) for i in range(len(documents)) for j in range(i + 1, len(documents))]

    def odds(i: int, j: int) -> float:
        return rarity.likeness(documents[i].words, documents[j].words) - DOCUMENTS_ALIKE

    made = averaged(_alone(len(documents)), pairs, odds, lambda _i, _j: "")
    return {documents[i].name: k for k, own in enumerate(made.members) for i in own}


def marks(a: Mention, b: Mention, rarity: Rarity) -> dict[str, float]:
    """Return what speaks for and against two mentions being of one event."""
    same = a.head == b.head
    here = a.document.name == b.document.name
    told = {
        "any": 1.0,
        "one head": float(same),
        "one sort": float(not same and a.sort == b.sort),
        "heads begin alike": float(not same and a.head[:CLOSE] == b.head[:CLOSE]),
        "in one document": float(here),
        "one head in one document": float(same and here),
        "words shared": rarity.shared(a.words, b.words),
        "words alike": rarity.likeness(a.words, b.words),
        "near words shared": rarity.shared(a.near, b.near),
        "near words alike": rarity.likeness(a.near, b.near),
        "names in common": min(len(a.names & b.names), 3) / 3,
        "other names": float(bool(a.names and b.names and not a.names & b.names)),
        "a number in common": float(bool(a.numbers & b.numbers)),
        "other numbers": float(bool(a.numbers and b.numbers and not a.numbers & b.numbers)),
        "documents alike": rarity.shared(a.document.words, b.document.words),
        "documents much alike": rarity.likeness(a.document.words, b.document.words),
        "a rare head": rarity.total(frozenset([a.head])) / 10 if same else 0.0,
    }
    crossed = {f"one head, {name}": v for name, v in told.items() if same and name in _CROSSED}
    return told | crossed


def pairs_of(mentions: Sequence[Mention], within: dict[str, int]) -> Iterator[tuple[int, int]]:
    """Yield pairs in one cluster of documents whose heads or sentences have something in common."""
    held: dict[int, list[int]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        held[within[mention.document.name]].append(i)
    for own in held.values():
        for k, i in enumerate(own):
            for j in own[k + 1 :]:
                a, b = mentions[i], mentions[j]
                like = a.sort == b.sort or a.head[:CLOSE] == b.head[:CLOSE]
                if like or len(a.near & b.near) > 1:
                    yield i, j


def joined(
    mentions: Sequence[Mention],
    pairs: Sequence[tuple[int, int]],
    odds: Callable[[int, int], float],
) -> Clusters:
    """Return the clusters of mentions."""
    made = averaged(_alone(len(mentions)), pairs, odds, lambda _i, _j: "")
    return [frozenset(own) for own in made.members]


def same_lemma(mentions: Sequence[Mention], within: dict[str, Hashable]) -> Clusters:
    """Return the peer's clusters: one head lemma within one cluster of documents."""
    return clusters_of({i: (within[m.document.name], m.head) for i, m in enumerate(mentions)})


def main() -> None:
    """Fit on the odd topics, print the figures of the even ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mentions", type=Path)
    parser.add_argument("sentences", type=Path)
    asked = parser.parse_args()
    mentions = read(asked.mentions, asked.sentences)
    odd = [m for m in mentions if m.document.topic % 2]
    even = [m for m in mentions if not m.document.topic % 2]
    weights = _fit(odd)
    for name, some in (("odd (fitted on)", odd), ("even", even)):
        _show(name, some, weights)


def _prepared(mentions: Sequence[Mention]) -> tuple[list[tuple[int, int]], Rarity]:
    documents = list({m.document.name: m.document for m in mentions}.values())
    rarity = Rarity([d.words for d in documents])
    return list(pairs_of(mentions, document_clusters(documents))), rarity


def _fit(mentions: Sequence[Mention]) -> dict[str, float]:
    pairs, rarity = _prepared(mentions)
    given = [marks(mentions[i], mentions[j], rarity) for i, j in pairs]
    return fitted(given, [mentions[i].key == mentions[j].key for i, j in pairs], RIDGE)


def _show(name: str, mentions: Sequence[Mention], weights: dict[str, float]) -> None:
    pairs, rarity = _prepared(mentions)

    def odds(i: int, j: int) -> float:
        told = marks(mentions[i], mentions[j], rarity)
        return LEAN + float(np.dot(list(told.values()), [weights.get(m, 0.0) for m in told]))

    documents = list({m.document.name: m.document for m in mentions}.values())
    ours: dict[str, Hashable] = {**document_clusters(documents)}
    gold: dict[str, Hashable] = {d.name: (d.topic, d.part) for d in documents}
    key = clusters_of({i: m.key for i, m in enumerate(mentions)})
    for who, given in (
        ("ours", joined(mentions, pairs, odds)),
        ("same head lemma, our clusters", same_lemma(mentions, ours)),
        ("same head lemma, gold sub-topics", same_lemma(mentions, gold)),
    ):
        scores = "  ".join(f"{what} {value:.1f}" for what, value in conll(key, given).items())
        print(f"topics {name:16} {who:34} {scores}  ({len(mentions)} mentions)", flush=True)


def _alone(count: int) -> Groups[Free]:
    return Groups([[i] for i in range(count)], [[] for _ in range(count)])


if __name__ == "__main__":
    main()
