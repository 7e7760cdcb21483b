"""Arc scores to one dependency tree a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Scores = NDArray[np.float32] | NDArray[np.float64]
    Heads = NDArray[np.int64]


def best_tree(scores: Scores) -> Heads:
    """Return the heads of the best tree with one root.

    ``scores`` is (n, n+1): how well word i hangs on the root (column 0) or on word j (column j+1);
    the result has one entry a word, in the same numbering of columns. The best heads are taken as
    they are where they form a tree; else Chu-Liu-Edmonds finds the best tree, held to one root by a
    penalty on root arcs (Zmigrod, Vieira and Cotterell, 2020).
    """
    words = len(scores)
    square = np.full((words + 1, words + 1), -np.inf)
    square[1:] = np.nan_to_num(scores, nan=-1e6, posinf=1e6, neginf=-1e6)
    np.fill_diagonal(square, -np.inf)
    heads = square.argmax(1)
    if not is_tree(heads[1:]):
        finite = square[1:][np.isfinite(square[1:])]
        square[1:, 0] -= (np.ptp(finite) + 1) * (words + 1)
        heads = _arborescence(square)
    return heads[1:]


def is_tree(heads: Heads) -> bool:
    """Say whether heads, numbered as by ``best_tree``, reach one root without a cycle."""
    if np.count_nonzero(heads == 0) != 1:
        return False
    above = np.concatenate([[0], heads])
    for _ in range(len(above).bit_length()):
        above = above[above]
    return not above.any()


def _arborescence(scores: Scores) -> Heads:
    """Return the best heads of the nodes of a square score matrix; node 0 is the root."""
    heads: Heads = scores.argmax(1)
    heads[0] = 0
    inside = _cycle(heads)
    if inside is None:
        return heads
    outside = np.setdiff1d(np.arange(len(scores)), inside)
    last = len(outside)
    leaving = scores[np.ix_(outside, inside)]
    entering = scores[np.ix_(inside, outside)] - scores[inside, heads[inside]][:, None]
    contracted = np.full((last + 1, last + 1), -np.inf)
    contracted[:last, :last] = scores[np.ix_(outside, outside)]
    contracted[:last, last] = leaving.max(1)
    contracted[last, :last] = entering.max(0)
    solved = _arborescence(contracted)
    through = inside[leaving.argmax(1)]
    for node in range(1, last):
        head = solved[node]
        heads[outside[node]] = through[node] if head == last else outside[head]
    source = solved[last]
    heads[inside[entering[:, source].argmax()]] = outside[source]
    return heads


def _cycle(heads: Heads) -> Heads | None:
    done = np.zeros(len(heads), dtype=bool)
    done[0] = True
    for start in range(1, len(heads)):
        path: list[int] = []
        node = start
        while not done[node]:
            done[node] = True
            path.append(node)
            node = int(heads[node])
        if node in path:
            return np.array(path[path.index(node) :])
    return None
