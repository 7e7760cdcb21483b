"""Export a trained model: ``python -m training.export --run DIR --out DIR``.

Writes the three networks as ONNX with 8-bit weights, the labels, the tokenizer and the digests of
them all. The arc scores of two words stay in 32 bits: both sides of that product are activations.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.losses import START_WEIGHT
from training.model import RELATION_SIZE, Model, pretrained_folder
from training.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor, nn

OPSET = 17
QUANTIZED = ["MatMul", "Gemm", "Gather"]
DIGESTS = "SHA256SUMS"


def main() -> None:
    """Read the arguments and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="folder that train wrote")
    parser.add_argument("--out", type=Path, required=True, help="folder for what ships")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    export(arguments.run, arguments.out)


def export(run: Path, out: Path) -> None:
    """Write encoder.onnx, heads.onnx, relations.onnx, labels.json, tokenizer.json, SHA256SUMS."""
    labels = Vocabulary.load(run / "labels.json")
    state = torch.load(run / "model.pt", weights_only=True)
    model = Model(labels, layers=_layers(state))
    model.load_state_dict(state)
    model.eval()
    with torch.no_grad():
        # The training weighs a start more than a word that is none; even odds are at zero again.
        model.encoder.starts.bias -= math.log(START_WEIGHT)
    _export_encoder(model, out)
    _export_heads(model, out)
    _export_relations(model, out)
    labels.save(out / "labels.json")
    shutil.copyfile(pretrained_folder() / "tokenizer.json", out / "tokenizer.json")
    write_digests(out)


def write_digests(folder: Path) -> None:
    """Write the SHA-256 of every file of the model in the form that sha256sum checks."""
    files = sorted([*folder.glob("*.onnx"), *folder.glob("*.json")])
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (folder / DIGESTS).write_text("".join(lines), "ascii")


def _export_encoder(model: Model, out: Path) -> None:
    pieces, words = 12, 7
    ids = torch.randint(1000, 2000, (2, pieces))
    sample = (
        ids,
        torch.zeros_like(ids),
        torch.ones(2, pieces, dtype=torch.bool),
        torch.arange(1, words + 1).repeat(2, 1),
    )
    axes = {name: {0: "batch", 1: "pieces"} for name in ("ids", "cases", "mask")}
    axes |= {name: {0: "batch", 1: "words"} for name in ("first", "vectors", "starts")}
    export_network(
        model.encoder, sample, (list(axes)[:4], ["vectors", "starts"]), axes, out, "encoder"
    )


def _export_heads(model: Model, out: Path) -> None:
    outputs = ["names", "upos", "xpos", "feats", "lemmas", "arcs", "heads", "dependents"]
    axes = {name: {0: "batch", 1: "words"} for name in ["words", *outputs]}
    axes["arcs"] = {0: "batch", 1: "words", 2: "words_and_root"}
    axes["heads"] = {0: "batch", 1: "words_and_root"}
    sample = (torch.randn(2, 7, model.encoder.size),)
    export_network(model.heads, sample, (["words"], outputs), axes, out, "heads")


def _export_relations(model: Model, out: Path) -> None:
    sample = (torch.randn(7, RELATION_SIZE), torch.randn(7, RELATION_SIZE))
    axes = {name: {0: "arcs"} for name in ("heads", "dependents", "logits")}
    names = (["heads", "dependents"], ["logits"])
    export_network(model.relations, sample, names, axes, out, "relations")


def export_network(  # noqa: PLR0913
    module: nn.Module,
    sample: tuple[Tensor, ...],
    names: tuple[Sequence[str], Sequence[str]],
    axes: dict[str, dict[int, str]],
    out: Path,
    name: str,
) -> None:
    """Trace one network, quantise it and put it in place whole.

    Weights take 7 of the 8 bits: with all 8, processors without VNNI instructions overflow, and
    the same text would be read otherwise there.
    """
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder) / "plain.onnx", Path(folder) / "small.onnx"
        torch.onnx.export(
            module,
            sample,
            str(plain),
            input_names=list(names[0]),
            output_names=list(names[1]),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(
            plain,
            small,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            op_types_to_quantize=QUANTIZED,
            extra_options={"MatMulConstBOnly": True},
        )
        shutil.copyfile(small, out / f"{name}.onnx.new")
    (out / f"{name}.onnx.new").replace(out / f"{name}.onnx")


def _layers(state: dict[str, Tensor]) -> int:
    return 1 + max(int(name.split(".")[2]) for name in state if name.startswith("encoder.layers."))


if __name__ == "__main__":
    main()
