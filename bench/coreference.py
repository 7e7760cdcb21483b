"""Scores of coreference: MUC, B-cubed, CEAF-e and their mean, the CoNLL F1.

MUC: Vilain et al., 1995. B-cubed: Bagga and Baldwin, 1998. CEAF-e with the entity similarity phi4:
Luo, 2005. The mean of the three: Pradhan et al., 2012.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

Clusters = Sequence[frozenset[Hashable]]


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def muc(key: Clusters, given: Clusters) -> float:
    """Return MUC's F1: links that are missing to make one clustering out of the other."""
    return f1(_links(given, _holders(key)), _links(key, _holders(given)))


def b_cubed(key: Clusters, given: Clusters) -> float:
    """Return B-cubed's F1: the mean over mentions of how pure their clusters are."""
    return f1(_purity(given, _holders(key)), _purity(key, _holders(given)))


def ceaf(key: Clusters, given: Clusters) -> float:
    """Return CEAF-e's F1: the best assignment of clusters one to one."""
    alike = np.zeros((len(key), len(given)))
    holders = _holders(given)
    place = {cluster: j for j, cluster in enumerate(given)}
    for i, own in enumerate(key):
        for other in {holders[m] for m in own if m in holders}:
            alike[i, place[other]] = 2 * len(own & other) / (len(own) + len(other))
    rows, columns = linear_sum_assignment(-alike)
    total = float(alike[rows, columns].sum())
    return f1(total / max(1, len(given)), total / max(1, len(key)))


def conll(key: Clusters, given: Clusters) -> dict[str, float]:
    """Return the three F1 and their mean, in percent."""
    scores = {"MUC": muc(key, given), "B3": b_cubed(key, given), "CEAFe": ceaf(key, given)}
    scores["CoNLL"] = sum(scores.values()) / 3
    return {name: 100 * score for name, score in scores.items()}


def clusters_of(labels: Mapping[Hashable, Hashable]) -> list[frozenset[Hashable]]:
    """Return the clusters that labels make."""
    held: dict[Hashable, set[Hashable]] = {}
    for mention, label in labels.items():
        held.setdefault(label, set()).add(mention)
    return [frozenset(own) for own in held.values()]


def _holders(clusters: Clusters) -> dict[Hashable, frozenset[Hashable]]:
    return {mention: own for own in clusters for mention in own}


def _links(clusters: Clusters, holders: Mapping[Hashable, frozenset[Hashable]]) -> float:
    kept = sum(len(own) - len({holders.get(m, m) for m in own}) for own in clusters)
    possible = sum(len(own) - 1 for own in clusters)
    return kept / possible if possible else 0.0


def _purity(clusters: Clusters, holders: Mapping[Hashable, frozenset[Hashable]]) -> float:
    def of(own: frozenset[Hashable]) -> Iterable[float]:
        return (len(own & holders.get(m, frozenset())) / len(own) for m in own)

    mentions = sum(len(own) for own in clusters)
    return sum(sum(of(own)) for own in clusters) / mentions if mentions else 0.0
