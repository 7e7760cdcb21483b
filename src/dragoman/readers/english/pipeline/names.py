"""Name scores to spans: the best sequence of labels in which no name starts in its middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Scores = NDArray[np.float32]

_NEVER = -1e9
OUTSIDE = "O"


class NameDecoder:
    """Viterbi over BIO labels: I-PER only after B-PER or I-PER."""

    def __init__(self, labels: Sequence[str]) -> None:
        self.labels = tuple(labels)
        self._steps = np.zeros((len(labels), len(labels)), np.float32)
        self._begin = np.zeros(len(labels), np.float32)
        for column, label in enumerate(labels):
            if label.startswith("I-"):
                self._begin[column] = _NEVER
                for row, before in enumerate(labels):
                    if before[2:] != label[2:]:
                        self._steps[row, column] = _NEVER

    def best(self, scores: Scores) -> list[str]:
        """Return one label a word; ``scores`` is (words, labels)."""
        if not len(scores):
            return []
        path = scores.argmax(1)
        if not self._allows(path):
            path = self._viterbi(scores)
        return [self.labels[label] for label in path]

    def spans(self, scores: Scores) -> list[tuple[int, int, str]]:
        """Return start word, end word (exclusive) and type of every name."""
        found: list[tuple[int, int, str]] = []
        for index, label in enumerate(self.best(scores)):
            if label.startswith("B-"):
                found.append((index, index + 1, label[2:]))
            elif label != OUTSIDE:
                start, _, kind = found.pop()
                found.append((start, index + 1, kind))
        return found

    def _allows(self, path: NDArray[np.int64]) -> bool:
        steps = self._steps[path[:-1], path[1:]]
        return bool(self._begin[path[0]] == 0 and not steps.any())

    def _viterbi(self, scores: Scores) -> NDArray[np.int64]:
        best = scores[0] + self._begin
        back: list[NDArray[np.int64]] = []
        for row in scores[1:]:
            reached = best[:, None] + self._steps
            back.append(reached.argmax(0))
            best = reached.max(0) + row
        path = [int(best.argmax())]
        for row_back in reversed(back):
            path.append(int(row_back[path[-1]]))
        return np.array(path[::-1])
