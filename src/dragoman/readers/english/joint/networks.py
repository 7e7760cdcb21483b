"""The joint model's three networks, run by ONNX Runtime on the CPU."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.readers.english.joint.labels import SPANNED, TAGS
from dragoman.readers.english.pipeline.networks import open_session
from dragoman.record.errors import WeightsInvalid

SHIPPED = Path(__file__).parent / "weights"
NETWORKS = ("reader", "spans", "parts")
LONGEST = 512
"""Words of a report that are seen at once."""

OVERLAP = 128
FARTHEST = 60
"""How many words from its anchor a clause may begin or end."""

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the reader network makes of W words: vectors (W, H), and (W, labels) odds a tag."""

    vectors: Floats
    tags: dict[str, Floats]


class JointNetworks:
    """Reader, spans and parts."""

    def __init__(self, folder: Path, threads: int) -> None:
        try:
            sessions = [open_session(folder / f"{name}.onnx", threads) for name in NETWORKS]
        except Exception as error:  # onnxruntime raises its own, right under Exception
            raise WeightsInvalid(
                f"The joint model in {folder} is missing or damaged; install dragoman again."
            ) from error
        self._reader, self._spans, self._parts = sessions

    def read(self, vectors: Floats, marks: Integers) -> Seen:
        """See a report of W words: vectors (W, H) and marks (W, M); long ones in windows."""
        count = len(vectors)
        states: Floats = np.zeros_like(vectors)
        tags: dict[str, Floats] = {}
        for start, end, kept in windows(count):
            fed = {
                "vectors": vectors[None, start:end],
                "marks": marks[None, start:end],
                "mask": np.ones((1, end - start), np.bool_),
            }
            seen, *scores = self._reader.run(None, fed)
            states[kept:end] = seen[0, kept - start :]
            for name, score in zip(TAGS, scores, strict=True):
                odds = tags.setdefault(name, np.zeros((count, score.shape[-1]), np.float32))
                odds[kept:end] = softmax(score[0, kept - start :])
        return Seen(states, tags)

    def spans(self, states: Floats, layer: str, anchors: Integers) -> Integers:
        """Return the first and last word (N, 2) of what hangs on N anchors (word numbers)."""
        offsets = np.arange(-FARTHEST, FARTHEST + 1)
        around = anchors[:, None] + offsets[None]
        inside = (around >= 0) & (around < len(states))
        around = np.where(inside, around, 0)
        fed = {
            "anchors": states[anchors],
            "layer": np.full(len(anchors), SPANNED.index(layer), np.int64),
            "around": states[around],
            "offset": np.broadcast_to(offsets + FARTHEST, around.shape).astype(np.int64),
        }
        scores = self._spans.run(None, fed)[0]
        scores = np.where(inside[:, :, None], scores, -np.inf)
        scores[:, FARTHEST + 1 :, 0] = -np.inf
        scores[:, :FARTHEST, 1] = -np.inf
        found: Integers = anchors[:, None] + scores.argmax(1) - FARTHEST
        return found

    def parts(self, states: Floats, anchors: Integers, words: Integers, marks: Integers) -> Floats:
        """Return the odds (N, 4) of the parts of N links; a word of -1 is nowhere."""
        known = np.concatenate([states, np.zeros((1, states.shape[1]), np.float32)])
        fed = {"anchors": known[anchors], "words": known[words], "features": marks}
        return softmax(self._parts.run(None, fed)[0])


@cache
def open_networks(folder: Path, threads: int) -> JointNetworks:
    """Load the networks of a folder once a process.

    Raises WeightsInvalid where a file is missing or damaged.
    """
    return JointNetworks(folder, threads)


def windows(count: int) -> list[tuple[int, int, int]]:
    """Cut W words into windows: start, end, and the first word that the window has the say on."""
    cut = []
    start = 0
    while True:
        end = min(count, start + LONGEST)
        kept = start + OVERLAP // 2 if start else 0
        cut.append((start, end, kept))
        if end == count:
            return cut
        start = end - OVERLAP


def softmax(scores: Floats) -> Floats:
    """Return odds that sum to one over the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    odds: Floats = raised / raised.sum(-1, keepdims=True)
    return odds
