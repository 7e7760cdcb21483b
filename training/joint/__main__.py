"""`python -m training.joint train|evaluate|export|tune|ablate`: see `training/README.md`."""

from __future__ import annotations

import argparse
import logging
import random
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import torch

from dragoman.readers.english.joint.component import Joint
from dragoman.readers.english.joint.labels import LAYERS
from dragoman.readers.english.joint.networks import SHIPPED, open_networks
from dragoman.readers.english.joint.thresholds import thresholds
from dragoman.readers.english.reading import FRAMES, build
from training.corpus.splits import clusters_of
from training.joint.evaluate import by_rule, evaluate
from training.joint.export import export
from training.joint.learning import Shown
from training.joint.train import HIDDEN, new_model, parser_labels, read_examples, train
from training.joint.tune import tune, write
from training.joint.whole import cluster, keyed, means, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

WHOLE = ("tune", "ablate")


def main() -> None:
    """Read the arguments and do what is asked."""
    parser = argparse.ArgumentParser(prog="python -m training.joint", description=__doc__)
    parser.add_argument("what", choices=("train", "evaluate", "export", *WHOLE))
    parser.add_argument(
        "--run", type=Path, default=Path("runs/joint"), help="folder of this training"
    )
    parser.add_argument("--start", type=Path, help="folder of a run of training.train, six layers")
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--share", type=float, default=1.0, help="of the clusters to train on")
    parser.add_argument("--alone", action="store_true", help="hide what the frames draft")
    parser.add_argument("--part", default="dev", help="part of the corpus to evaluate on")
    parser.add_argument(
        "--also",
        type=Path,
        nargs="*",
        default=[],
        help="answer keys (JSON) to tune on too",
    )
    parser.add_argument("--out", type=Path, help="folder for the exported networks")
    asked = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    if asked.what in WHOLE:
        whole_reader(asked.what, clusters_of(asked.part), asked.also)
        return
    model = new_model(asked.start)
    weights = asked.run / "joint.pt"
    if asked.what == "train":
        clusters = clusters_of("train")
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
    clusters = clusters_of(asked.part)
    given = read_examples(clusters, asked.run / f"{asked.part}.pickle")
    print("by rule:", *by_rule(given).lines(), "by the model:", sep="\n")
    print("\n".join(evaluate(model, given, Shown(not asked.alone, not asked.alone)).lines()))


def whole_reader(what: str, folders: Sequence[Path], also: Sequence[Path]) -> None:
    """Tune the shipped model's thresholds on clusters, or print what each half of it is worth."""
    nlp = build(components=FRAMES)
    clusters = [cluster(folder, nlp) for folder in folders]
    clusters += [keyed(key, nlp) for key in also]
    networks = open_networks(SHIPPED, 0)
    if what == "tune":
        found, scores = tune(clusters, networks, thresholds())
        write(found, SHIPPED.parent / "data" / "thresholds.yaml")
        print(shown(scores))
        return
    joint = Joint(networks, parser_labels(), thresholds())
    print("frames alone:", shown(means(clusters, None)))
    bold = msgspec.structs.replace(
        thresholds(), comes=thresholds().comes | dict.fromkeys(LAYERS, 0.5)
    )
    unaided = Joint(networks, parser_labels(), bold)
    print("model alone: ", shown(means(clusters, unaided, alone=True)))
    print("both:        ", shown(means(clusters, joint)))


if __name__ == "__main__":
    main()
