"""Writing the joint model as ONNX with 8-bit weights, in the way of the parser's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from dragoman.readers.english.joint.labels import TAGS
from dragoman.readers.english.joint.links import FEATURES
from dragoman.readers.english.joint.networks import FARTHEST
from dragoman.readers.english.joint.sheet import MARKS
from training.export import export_network, write_digests

if TYPE_CHECKING:
    from pathlib import Path

    from training.joint.network import Joint


def export(model: Joint, out: Path) -> None:
    """Write reader.onnx, spans.onnx, parts.onnx and SHA256SUMS."""
    out.mkdir(parents=True, exist_ok=True)
    model.eval()
    size, words = model.reader.size, 9
    sample = (
        torch.randn(2, words, size),
        torch.zeros(2, words, len(MARKS), dtype=torch.int64),
        torch.ones(2, words, dtype=torch.bool),
    )
    given, made = ["vectors", "marks", "mask"], ["states", *TAGS]
    axes = {name: {0: "batch", 1: "words"} for name in [*given, *made]}
    export_network(model.reader, sample, (given, made), axes, out, "reader")
    around = 2 * FARTHEST + 1
    pointed = (
        torch.randn(3, size),
        torch.zeros(3, dtype=torch.int64),
        torch.randn(3, around, size),
        torch.arange(around).expand(3, -1).contiguous(),
    )
    given = ["anchors", "layer", "around", "offset"]
    axes = {name: {0: "items"} for name in [*given, "scores"]}
    export_network(model.spans, pointed, (given, ["scores"]), axes, out, "spans")
    features = torch.zeros(5, len(FEATURES), dtype=torch.int64)
    linked = (torch.randn(5, size), torch.randn(5, size), features)
    given = ["anchors", "words", "features"]
    axes = {name: {0: "links"} for name in [*given, "scores"]}
    export_network(model.parts, linked, (given, ["scores"]), axes, out, "parts")
    write_digests(out)
