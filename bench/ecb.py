"""One event across documents on ECB+: `python -m bench.ecb DEV.jsonl SENTENCES.csv`.

Gold mentions of events in the validated sentences (Cybulska and Vossen, 2014), singletons kept.
Documents are clustered first, by the words and pairs of words they share; within a predicted
cluster, mentions are joined by the linking room's own means (families of words, names, numbers and
rare words in common, average linkage). The weights are fitted on the odd topics, the figures are of
the even ones. Beside it, in the same run, the peers: the same head lemma within our clusters, and
within the gold sub-topics, which it is given; and one family of words alone.
"""

import argparse
import math
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from pathlib import Path

import numpy as np
from bench.coreference import Clusters, clusters_of, conll
from bench.ecb_marks import Company
from bench.ecb_mentions import Document, Mention, read
from training.linking.fitting import fitted

from dragoman.linking.grouping.averaging import averaged
from dragoman.linking.grouping.clusters import Free, Groups

DOCUMENTS_ALIKE = 0.16
NAMES = 1.5
"""How much more than another word a name or number tells of a document."""
RIDGE = 4.0
LEAN = 0.8
FAR = -3.0
"""Log odds of two mentions that have nothing in common."""

Alike = Mapping[tuple[str, str], float]


def likenesses(documents: Sequence[Document]) -> dict[tuple[str, str], float]:
    """Return for documents (by name) the cosine of the rare words and pairs of words they hold."""
    held = [d.words | d.twos for d in documents]
    counts = Counter(w for own in held for w in own)
    place = {w: i for i, w in enumerate(sorted(w for w, n in counts.items() if n > 1))}
    table = np.zeros((len(documents), len(place)))
    for row, (document, own) in enumerate(zip(documents, held, strict=True)):
        for word in own & place.keys():
            rare = math.log(1 + len(documents) / (0.5 + counts[word]))
            table[row, place[word]] = rare * (NAMES if word in document.names else 1.0)
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    cosines = (table @ table.T).round(6)
    names = [d.name for d in documents]
    return {(a, b): float(cosines[i, j]) for i, a in enumerate(names) for j, b in enumerate(names)}


def document_clusters(documents: Sequence[Document], alike: Alike) -> dict[str, int]:
    """Return the cluster of each document."""
    names = [d.name for d in documents]
    pairs = [(i, j) for i in range(len(names)) for j in range(i + 1, len(names))]
    made = averaged(
        _alone(len(names)), pairs, lambda i, j: alike[names[i], names[j]] - DOCUMENTS_ALIKE, _why
    )
    return {names[i]: k for k, own in enumerate(made.members) for i in own}


class Half:
    """The mentions of some topics, their documents clustered."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        """Cluster the documents and list the pairs of mentions worth comparing."""
        self.mentions = mentions
        self.documents = list({m.document.name: m.document for m in mentions}.values())
        alike = likenesses(self.documents)
        self.within = document_clusters(self.documents, alike)
        self.company = Company(mentions, alike)
        self.pairs = list(self.company.pairs(self.within))

    def fit(self) -> dict[str, float]:
        """Return the weights of the marks by what the key has as one."""
        given = [self.company.marks(i, j) for i, j in self.pairs]
        one = [self.mentions[i].key == self.mentions[j].key for i, j in self.pairs]
        return fitted(given, one, RIDGE)

    def joined(self, weights: Mapping[str, float]) -> Clusters:
        """Return the clusters of mentions that weights make."""
        known = {}
        for i, j in self.pairs:
            told = self.company.marks(i, j)
            odds = math.fsum(weights.get(mark, 0.0) * value for mark, value in told.items())
            known[i, j] = round(odds + LEAN, 4)
        many = _alone(len(self.mentions))
        made = averaged(many, self.pairs, lambda i, j: known.get((i, j), FAR), _why)
        return [frozenset(own) for own in made.members]

    def same(self, what: Callable[[Mention], str], within: Mapping[str, Hashable]) -> Clusters:
        """Return the clusters of mentions alike in `what` within one cluster of documents."""
        told = enumerate(self.mentions)
        return clusters_of({i: (within[m.document.name], what(m)) for i, m in told})

    def show(self, name: str, weights: Mapping[str, float]) -> None:
        """Print the figures of ours and of the peers."""
        gold = {d.name: (d.topic, d.part) for d in self.documents}
        key = clusters_of({i: m.key for i, m in enumerate(self.mentions)})
        for who, given in (
            ("ours", self.joined(weights)),
            ("one family of words, our clusters", self.same(lambda m: m.family, self.within)),
            ("same head lemma, our clusters", self.same(lambda m: m.head, self.within)),
            ("same head lemma, gold sub-topics", self.same(lambda m: m.head, gold)),
        ):
            scores = "  ".join(f"{what} {value:.1f}" for what, value in conll(key, given).items())
            count = len(self.mentions)
            print(f"topics {name:16} {who:34} {scores}  ({count} mentions)", flush=True)


def main() -> None:
    """Fit on the odd topics, print the figures of the even ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mentions", type=Path)
    parser.add_argument("sentences", type=Path)
    asked = parser.parse_args()
    mentions = read(asked.mentions, asked.sentences)
    odd = Half([m for m in mentions if m.document.topic % 2])
    even = Half([m for m in mentions if not m.document.topic % 2])
    weights = odd.fit()
    odd.show("odd (fitted on)", weights)
    even.show("even", weights)


def _alone(count: int) -> Groups[Free]:
    return Groups([[i] for i in range(count)], [[] for _ in range(count)])


def _why(_one: int, _other: int) -> str:
    return ""


if __name__ == "__main__":
    main()
