"""`python -m training.joint train|evaluate|export`: see `training/README.md`."""

from __future__ import annotations

import argparse
import logging
import random
from pathlib import Path

import torch

from training.corpus.splits import clusters_of
from training.joint.evaluate import evaluate
from training.joint.export import export
from training.joint.train import HIDDEN, new_model, read_examples, train

CORPUS = Path(__file__).parents[2] / "corpus" / "clusters"


def main() -> None:
    """Read the arguments and do what is asked."""
    parser = argparse.ArgumentParser(prog="python -m training.joint", description=__doc__)
    parser.add_argument("what", choices=("train", "evaluate", "export"))
    parser.add_argument("--run", type=Path, required=True, help="folder of this training")
    parser.add_argument("--start", type=Path, help="folder of a run of training.train, six layers")
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--share", type=float, default=1.0, help="of the clusters to train on")
    parser.add_argument("--alone", action="store_true", help="hide what the frames draft")
    parser.add_argument("--part", default="dev", help="part of the corpus to evaluate on")
    parser.add_argument("--out", type=Path, help="folder for the exported networks")
    asked = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    model = new_model(asked.start)
    weights = asked.run / "joint.pt"
    if asked.what == "train":
        clusters = [CORPUS / name for name in clusters_of("train")]
        given = read_examples(clusters, asked.run / "train.pickle")
        names = sorted({one.cluster for one in given})
        random.Random(1).shuffle(names)
        chosen = set(names[: round(len(names) * asked.share)])
        given = [one for one in given if one.cluster in chosen]
        train(model, given, asked.epochs, 1.0 if asked.alone else HIDDEN)
        torch.save(model.state_dict(), weights)
        return
    model.load_state_dict(torch.load(weights, weights_only=True))
    if asked.what == "export":
        export(model, asked.out)
        return
    clusters = [CORPUS / name for name in clusters_of(asked.part)]
    given = read_examples(clusters, asked.run / f"{asked.part}.pickle")
    print("\n".join(evaluate(model, given, drafted=not asked.alone).lines()))


if __name__ == "__main__":
    main()
