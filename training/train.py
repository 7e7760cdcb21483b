"""Train the English model: ``python -m training.train --data DIR --out DIR``.

Treebank and name batches in turn. ``--start`` continues from another run with as many of its lower
layers as ``--layers`` says: the shipped model is trained on six layers and goes on with three.
"""

from __future__ import annotations

import argparse
import logging
import math
import random
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from dragoman.readers.english.pipeline.pieces import WordPieces
from training import batches, corpora, vocabulary
from training.augment import Augmenter, Shares
from training.losses import losses, total
from training.model import Model, pretrained_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from torch import Tensor

    from training.corpora import Sentence

TREEBANKS = ("ewt.train", "gum.train")
NAMES = ("wikigold", "crossner_pol", "uner_ewt")
SHARE_OF_NAMES = 0.4
PIECES_A_BATCH = 900
ENCODER_RATE, HEAD_RATE = 2e-4, 1.5e-3
WARM_UP, LOWEST_RATE = 80, 0.02
LARGEST_GRADIENT = 2.0
SAVE_EVERY, REPORT_EVERY = 250, 50

log = logging.getLogger("training")


def main() -> None:
    """Read the arguments and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the jsonl.gz corpora")
    parser.add_argument("--out", type=Path, required=True, help="folder for labels and weights")
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--start", type=Path, help="folder of a run to go on from")
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(0)
    arguments.out.mkdir(parents=True, exist_ok=True)
    treebank = [one for part in TREEBANKS for one in corpora.read_treebank(arguments.data, part)]
    names = corpora.read_training_names(arguments.data, NAMES)
    labels = (
        vocabulary.Vocabulary.load(arguments.start / "labels.json")
        if arguments.start
        else vocabulary.count(treebank)
    )
    labels.save(arguments.out / "labels.json")
    model = Model(labels, arguments.layers)
    if arguments.start:
        load_lower_layers(model, arguments.start)
    log.info("%d trees, %d name sentences", len(treebank), len(names))
    feed = Feed(labels, treebank, names)
    train(model, feed, arguments.steps, arguments.out)


class Feed:
    """An endless, seeded sequence of batches."""

    def __init__(
        self,
        labels: vocabulary.Vocabulary,
        treebank: Sequence[Sentence],
        names: Sequence[Sentence],
    ) -> None:
        self._chance = random.Random(0)
        self._vary = Augmenter(self._chance, Shares())
        pieces = WordPieces.from_file(pretrained_folder() / "tokenizer.json")
        self._make = batches.StretchMaker(pieces, labels)
        self._treebank, self._names = self._endless(treebank), self._endless(names)

    def __iter__(self) -> Iterator[batches.Batch]:
        while True:
            named = self._chance.random() < SHARE_OF_NAMES
            yield next(self._names if named else self._treebank)

    def _endless(self, sentences: Sequence[Sentence]) -> Iterator[batches.Batch]:
        while True:
            made = list(batches.stretches(sentences, self._make, self._vary, self._chance))
            for group in batches.batches(made, PIECES_A_BATCH, self._chance):
                yield batches.collate(group)


def train(model: Model, feed: Feed, steps: int, out: Path) -> None:
    """Train for so many batches and write ``model.pt``, now and then while under way."""
    optimizer = _optimizer(model)
    trained = [value for value in model.parameters() if value.requires_grad]
    running: dict[str, float] = defaultdict(float)
    began = time.monotonic()
    model.train()
    for step, batch in zip(range(1, steps + 1), feed, strict=False):
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * rate(step, steps)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = losses(model, batch)
            loss = total(found)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(trained, LARGEST_GRADIENT)
        optimizer.step()
        _note(running, found)
        if step % REPORT_EVERY == 0:
            shown = " ".join(f"{layer} {value:.3f}" for layer, value in sorted(running.items()))
            log.info("step %d, %.0f s: %s", step, time.monotonic() - began, shown)
        if step % SAVE_EVERY == 0 or step == steps:
            save(model, out)


def rate(step: int, steps: int) -> float:
    """Return the share of the peak learning rate: a linear rise, then half a cosine."""
    wave = 0.5 * (1 + math.cos(math.pi * step / steps))
    return min(1.0, step / WARM_UP) * (LOWEST_RATE + (1 - LOWEST_RATE) * wave)


def save(model: Model, out: Path) -> None:
    """Write the weights whole or not at all, so that a running training can be looked into."""
    torch.save(model.state_dict(), out / "model.pt.new")
    (out / "model.pt.new").replace(out / "model.pt")


def load_lower_layers(model: Model, run: Path) -> None:
    """Take the weights of another run; its layers above the model's are left behind."""
    state = torch.load(run / "model.pt", weights_only=True)
    own = model.state_dict()
    model.load_state_dict({name: state[name] for name in own})


def _optimizer(model: Model) -> torch.optim.AdamW:
    new = ("encoder.casings", "encoder.starts", "heads.", "relations.")
    groups: dict[bool, list[Tensor]] = {True: [], False: []}
    for name, value in model.named_parameters():
        if value.requires_grad:
            groups[name.startswith(new)].append(value)
    return torch.optim.AdamW(
        [
            {"params": groups[False], "peak": ENCODER_RATE},
            {"params": groups[True], "peak": HEAD_RATE},
        ],
        lr=ENCODER_RATE,
        weight_decay=0.01,
        betas=(0.9, 0.99),
    )


def _note(running: dict[str, float], found: dict[str, Tensor]) -> None:
    for layer, loss in found.items():
        before = running.get(layer, loss.item())
        running[layer] = 0.98 * before + 0.02 * loss.item()


if __name__ == "__main__":
    main()
