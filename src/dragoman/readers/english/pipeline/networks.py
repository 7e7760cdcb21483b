"""The three networks of the model, run by ONNX Runtime on the CPU."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from dragoman.readers.english.pipeline.pieces import WordPieces
from dragoman.record.errors import WeightsInvalid

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]

    Floats = NDArray[np.float32]
    Integers = NDArray[np.int64]

SHIPPED = Path(__file__).parent / "weights"
NETWORKS = ("encoder", "heads", "relations")


@dataclass(frozen=True, slots=True)
class Labels:
    """The label sets in the order of the networks' outputs."""

    names: list[str]
    upos: list[str]
    xpos: list[str]
    feats: list[str]
    lemmas: list[str]
    relations: list[str]


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the heads network says of B sentences of up to W words.

    ``names`` (B, W, labels) and ``arcs`` (B, W, W+1) are scores; the four tag layers (B, W) are
    label indices; ``heads`` (B, W+1, R) and ``dependents`` (B, W, R) go into ``relations``.
    """

    names: Floats
    upos: Integers
    xpos: Integers
    feats: Integers
    lemmas: Integers
    arcs: Floats
    heads: Floats
    dependents: Floats


class Networks:
    """Encoder, heads and relations with the labels and the word pieces that belong to them."""

    def __init__(self, folder: Path, threads: int) -> None:
        try:
            sessions = [open_session(folder / f"{name}.onnx", threads) for name in NETWORKS]
            self.labels = Labels(**json.loads((folder / "labels.json").read_text("utf-8")))
            self.pieces = WordPieces.from_file(folder / "tokenizer.json")
        except Exception as error:  # both libraries raise their own, right under Exception
            raise WeightsInvalid(
                f"The English model in {folder} is missing or damaged; install dragoman again."
            ) from error
        self._encoder, self._heads, self._relations = sessions

    def encode(
        self, ids: Integers, cases: Integers, mask: NDArray[np.bool_], first: Integers
    ) -> tuple[Floats, Floats]:
        """Return word vectors (B, W, H) and sentence start logits (B, W) of pieces (B, L)."""
        fed = {"ids": ids, "cases": cases, "mask": mask, "first": first}
        words, starts = self._encoder.run(None, fed)
        return words, starts

    def tag(self, words: Floats) -> Tagged:
        """Return tags, name scores and arc scores of word vectors (B, W, H)."""
        return Tagged(*self._heads.run(None, {"words": words}))

    def relations(self, heads: Floats, dependents: Floats) -> Floats:
        """Return (N, relations) logits of N arcs given as two (N, R) matrices."""
        logits: Floats = self._relations.run(None, {"heads": heads, "dependents": dependents})[0]
        return logits


@cache
def open_networks(folder: Path, threads: int) -> Networks:
    """Load the networks of a folder once a process.

    Raises WeightsInvalid where a file is missing or damaged.
    """
    return Networks(folder, threads)


def open_session(path: Path, threads: int) -> InferenceSession:
    """Open one network; nothing spins while it waits."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = False
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
