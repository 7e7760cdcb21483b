"""Training the joint model on the corpus, over the shipped parser's vectors, kept as they are."""

from __future__ import annotations

import json
import logging
import math
import pickle
import random
import time
from collections import defaultdict
from typing import TYPE_CHECKING

import torch
from torch.optim.swa_utils import AveragedModel

from dragoman.readers.english.joint.component import numbered
from dragoman.readers.english.pipeline.networks import SHIPPED, Labels
from dragoman.readers.english.reading import FRAMES, build
from training.joint.examples import examples
from training.joint.learning import WEIGHTS, Shown, collate, losses
from training.joint.network import Joint

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from torch import Tensor

    from training.joint.examples import Example

REPORTS_A_BATCH = 6
LAYER_RATE, HEAD_RATE = 4e-4, 1e-3
WARM_UP, LOWEST_RATE = 60, 0.02
LARGEST_GRADIENT = 2.0
HIDDEN = 0.3
"""Share of reports in which the frames' drafts are hidden, so that the model can do without.

What rules found before them (mentions, times, offices) is hidden in half as many.
"""

AVERAGED = 0.6
"""From which share of the rounds on the weights are averaged (Izmailov et al. 2018)."""

log = logging.getLogger("training")


def parser_labels() -> Labels:
    """Return the labels of the shipped parser."""
    return Labels(**json.loads((SHIPPED / "labels.json").read_text("utf-8")))


def read_examples(folders: Sequence[Path], kept: Path) -> list[Example]:
    """Read the clusters with all that comes before the joint model; what was read is kept."""
    if kept.is_file():
        made: list[Example] = pickle.loads(kept.read_bytes())
        return made
    nlp = build(components=FRAMES)
    upos, relations = numbered(parser_labels())
    made = list(examples(nlp, folders, upos, relations))
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(pickle.dumps(made))
    return made


def new_model(start: Path | None) -> Joint:
    """Return a model to be trained: its layers from MiniLM, or from a run of `training.train`."""
    labels = parser_labels()
    model = Joint(upos=len(labels.upos), relations=len(labels.relations) + 1)
    if start is None:
        return model
    state = torch.load(start / "model.pt", weights_only=True)
    own = model.state_dict()
    layers = len(model.reader.layers)
    above = 1 + max(int(n.split(".")[2]) for n in state if n.startswith("encoder.layers.")) - layers
    for name in own:
        if name.startswith("reader.layers."):
            number, rest = name.removeprefix("reader.layers.").split(".", 1)
            own[name] = state[f"encoder.layers.{above + int(number)}.{rest}"]
    model.load_state_dict(own)
    return model


def train(model: Joint, given: Sequence[Example], epochs: int, hidden: float = HIDDEN) -> None:
    """Train for so many rounds over the reports; `hidden` 1 trains the model to stand alone."""
    chance = random.Random(0)
    torch.manual_seed(0)
    optimizer = _optimizer(model)
    steps = epochs * math.ceil(len(given) / REPORTS_A_BATCH)
    step, began = 0, time.monotonic()
    averaged = AveragedModel(model)
    model.train()
    for epoch in range(1, epochs + 1):
        running: dict[str, float] = defaultdict(float)
        for group in _groups(given, chance):
            step += 1
            for parameters in optimizer.param_groups:
                parameters["lr"] = parameters["peak"] * _rate(step, steps)
            shown = [
                Shown(drafted=chance.random() >= hidden, known=chance.random() >= hidden / 2)
                for _ in group
            ]
            batch = collate(group, shown)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                found = losses(model, batch)
                loss = torch.stack([WEIGHTS[name] * one for name, one in found.items()]).sum()
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.parameters(), LARGEST_GRADIENT)
            optimizer.step()
            for name, one in found.items():
                running[name] += one.item() * REPORTS_A_BATCH / len(given)
        if epoch > AVERAGED * epochs:
            averaged.update_parameters(model)
        lost = " ".join(f"{name} {value:.3f}" for name, value in running.items())
        log.info("round %d, %.0f s: %s", epoch, time.monotonic() - began, lost)
    model.load_state_dict(averaged.module.state_dict())


def _groups(given: Sequence[Example], chance: random.Random) -> list[list[Example]]:
    """Group reports of like length, in another order each time."""
    ordered = sorted(given, key=lambda one: len(one.sheet.tokens) * (0.8 + 0.4 * chance.random()))
    groups = [ordered[k : k + REPORTS_A_BATCH] for k in range(0, len(ordered), REPORTS_A_BATCH)]
    chance.shuffle(groups)
    return groups


def _rate(step: int, steps: int) -> float:
    wave = 0.5 * (1 + math.cos(math.pi * step / steps))
    return min(1.0, step / WARM_UP) * (LOWEST_RATE + (1 - LOWEST_RATE) * wave)


def _optimizer(model: Joint) -> torch.optim.AdamW:
    groups: dict[bool, list[Tensor]] = {True: [], False: []}
    for name, value in model.named_parameters():
        groups[name.startswith(("reader.layers.", "reader.positions"))].append(value)
    return torch.optim.AdamW(
        [
            {"params": groups[True], "peak": LAYER_RATE},
            {"params": groups[False], "peak": HEAD_RATE},
        ],
        lr=LAYER_RATE,
        weight_decay=0.01,
        betas=(0.9, 0.99),
    )
