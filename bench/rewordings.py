"""Reworded copies told from reports of their own: `python -m bench.rewordings`.

The set is the corpus (`corpus/README.md`, written by the makers of Dragoman, CC BY 4.0): reports
with the same `origin` in a key are copies in other words, all other pairs of a cluster published
within a week are reports of their own on the same happenings. The share asked for was drawn on
the train part's clusters with even numbers; the odd ones are printed beside them.
Peers, in the same run: containment of runs of four words at .3, and cosine of TF-IDF over words at
the threshold that suits the even half best.
"""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations
from typing import NamedTuple

import yaml
from training.corpus.splits import clusters_of

from dragoman.documents.fingerprint import prose, shingles
from dragoman.documents.manifest import Details
from dragoman.documents.reports import report_from_bytes
from dragoman.linking.retold import DAYS_APART, LEAST, SHARE, Wording, in_one_order, wording_of

CONTAINED = 0.3
STEPS = 100


class Text(NamedTuple):
    """One report of a cluster."""

    cluster: str
    origin: str
    published: str
    wording: Wording
    shingles: frozenset[int]


Pair = tuple[Text, Text]
Score = Callable[[Text, Text], float]


def texts_of_train() -> list[Text]:
    """Return the reports of the train part of the corpus; the others are not for looking at."""
    found = []
    for folder in clusters_of("train"):
        key = yaml.safe_load((folder / "key.yaml").read_text(encoding="utf-8"))
        for row in key["reports"]:
            day = str(row["published"] or "")
            raw = (folder / row["file"]).read_bytes()
            report = report_from_bytes(raw, row["file"], Details(published=day or None))
            # The notice that every text of the corpus ends with is nobody's wording.
            told = prose(report).rpartition("\n")[0]
            found.append(Text(folder.name, row["origin"], day, wording_of(told), shingles(report)))
    return found


def pairs_of(texts: Sequence[Text]) -> list[Pair]:
    """Return the pairs of a cluster that came out within a week of each other."""
    from dragoman.linking.dates import days

    kept = []
    for one, other in combinations(texts, 2):
        first, second = days(one.published), days(other.published)
        near = first is not None and second is not None and first.gap(second) <= DAYS_APART
        if one.cluster == other.cluster and near:
            kept.append((one, other))
    return kept


def ours(one: Text, other: Text) -> float:
    """Return the share told in one order, nought where too little is."""
    count = in_one_order(one.wording, other.wording)
    least = min(len(one.wording), len(other.wording))
    return count / least if count >= LEAST else 0.0


def contained(one: Text, other: Text) -> float:
    """Return the containment of runs of four words."""
    least = min(len(one.shingles), len(other.shingles))
    return len(one.shingles & other.shingles) / max(1, least)


def cosine(texts: Sequence[Text]) -> Score:
    """Return the cosine of TF-IDF weights over words."""
    counts = Counter(word for text in texts for word in text.wording)
    weight = {word: math.log(len(texts) / count) for word, count in counts.items()}

    def score(one: Text, other: Text) -> float:
        shared = sum(weight[word] ** 2 for word in set(one.wording) & set(other.wording))
        sizes = [math.sqrt(sum(weight[w] ** 2 for w in t.wording)) for t in (one, other)]
        return shared / max(sizes[0] * sizes[1], 1e-9)

    return score


def line(name: str, pairs: Sequence[Pair], score: Score, least: float) -> str:
    """Return precision, recall and F1 at a threshold."""
    gold = [one.origin == other.origin for one, other in pairs]
    found = [score(one, other) >= least for one, other in pairs]
    right = sum(a and b for a, b in zip(gold, found, strict=True))
    precision, recall = right / max(1, sum(found)), right / max(1, sum(gold))
    balance = 2 * right / max(1, sum(found) + sum(gold))
    return f"{name:22} {least:.2f}  P {precision:.3f}  R {recall:.3f}  F1 {balance:.3f}"


def best(pairs: Sequence[Pair], score: Score) -> float:
    """Return the threshold with the best F1."""
    return max(
        (at / STEPS for at in range(1, STEPS)),
        key=lambda least: float(line("", pairs, score, least).rpartition(" ")[2]),
    )


def main() -> None:
    """Print a line for each way and part."""
    train = texts_of_train()
    even = pairs_of([text for text in train if int(text.cluster) % 2 == 0])
    odd = pairs_of([text for text in train if int(text.cluster) % 2])
    weighed = cosine(train)
    ways: list[tuple[str, Score, float]] = [
        ("dragoman", ours, SHARE),
        ("runs of four words", contained, CONTAINED),
        ("TF-IDF cosine", weighed, best(even, weighed)),
    ]
    for part, pairs in (("even", even), ("odd", odd)):
        copies = sum(one.origin == other.origin for one, other in pairs)
        print(f"{part}: {copies} reworded copies, {len(pairs) - copies} other pairs")
        for name, score, least in ways:
            print("  " + line(name, pairs, score, least))


if __name__ == "__main__":
    main()
