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
    they are where they form a tree; else Chu-Liu-Edmonds finds the best tree. Where that one has
    several roots, a penalty on root arcs holds it to one (Zmigrod, Vieira and Cotterell, 2020).
    """
    words = len(scores)
    square = np.full((words + 1, words + 1), -np.inf)
    square[1:] = np.nan_to_num(scores, nan=-1e6, posinf=1e6, neginf=-1e6)
    np.fill_diagonal(square, -np.inf)
    heads = square.argmax(1)
    if not is_tree(heads[1:]):
        heads = _arborescence(square)
    if np.count_nonzero(heads[1:] == 0) > 1:
        finite = square[1:][np.isfinite(square[1:])]
        square[1:, 0] -= (np.ptp(finite) + 1) * (words + 1)
        heads = _arborescence(square)
    tree: Heads = heads[1:]
    return tree


def is_tree(heads: Heads) -> bool:
    """Say whether heads, numbered as by ``best_tree``, reach one root without a cycle."""
    above = np.concatenate([[0], heads])
    return np.count_nonzero(heads == 0) == 1 and not _far_above(above).any()


def _arborescence(scores: Scores) -> Heads:
    """Return the best heads of the nodes of a square score matrix; node 0 is the root.

    All cycles of the best heads are contracted at once, so that few rounds suffice.
    """
    heads: Heads = scores.argmax(1)
    heads[0] = 0
    groups = _groups(heads)
    if len(groups) == len(scores):
        return heads
    gains = scores.copy()
    for cycle in groups:
        if len(cycle) > 1:
            gains[cycle] -= scores[cycle, heads[cycle]][:, None]
    solved = _arborescence(_contracted(gains, groups))
    for dependent, head in zip(groups[1:], solved[1:], strict=True):
        if len(dependent) == len(groups[head]) == 1:
            heads[dependent[0]] = groups[head][0]
            continue
        block = gains[np.ix_(dependent, groups[head])]
        row, column = np.unravel_index(block.argmax(), block.shape)
        heads[dependent[row]] = groups[head][column]
    return heads


def _contracted(gains: Scores, groups: list[list[int]]) -> Scores:
    """Return the best score between any two groups of nodes."""
    order = [node for group in groups for node in group]
    starts = np.cumsum([0, *(len(group) for group in groups[:-1])])
    rows = np.maximum.reduceat(gains[np.ix_(order, order)], starts, axis=0)
    best: Scores = np.maximum.reduceat(rows, starts, axis=1)
    np.fill_diagonal(best, -np.inf)
    return best


def _groups(heads: Heads) -> list[list[int]]:
    """Return the cycles among the heads, and each other node alone; the root is the first."""
    turning = {int(node) for node in _far_above(heads)} - {0}
    groups = [[node] for node in range(len(heads)) if node not in turning]
    while turning:
        cycle = [turning.pop()]
        while (above := int(heads[cycle[-1]])) != cycle[0]:
            cycle.append(above)
        turning.difference_update(cycle)
        groups.append(cycle)
    return groups


def _far_above(heads: Heads) -> Heads:
    """Follow the heads for more steps than there are nodes: to the root, or round a cycle."""
    for _ in range(len(heads).bit_length()):
        heads = heads[heads]
    return heads
