"""Setting the joint model's thresholds on a part of the corpus, one after the other."""

from __future__ import annotations

import logging
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import msgspec
import yaml

from dragoman.readers.english.joint.component import Joint
from dragoman.readers.english.joint.thresholds import Thresholds
from training.joint.train import parser_labels
from training.joint.whole import means, shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dragoman.readers.english.joint.networks import JointNetworks
    from training.joint.whole import Read

GRID: tuple[tuple[str, str | None, tuple[float, ...]], ...] = (
    ("comes", "mentions", (0.35, 0.5, 0.6, 0.7, 0.8, 1.01)),
    ("part", "mentions", (0.3, 0.5, 0.7)),
    ("part", "countries", (0.25, 0.4, 0.6, 1.01)),
    ("comes", "events", (0.25, 0.35, 0.45, 0.55, 0.65, 0.8)),
    ("stays", "events", (0.0, 0.1, 0.2, 0.3, 0.45)),
    ("comes", "commitments", (0.35, 0.45, 0.55, 0.65, 0.8)),
    ("stays", "commitments", (0.0, 0.1, 0.2, 0.35, 0.5)),
    ("comes", "statements", (0.4, 0.6, 0.75, 0.9, 1.0)),
    ("stays", "statements", (0.0, 0.1, 0.2, 0.35, 0.5)),
    ("stays", "figures", (0.0, 0.15, 0.3, 0.5)),
    ("trust", "events", (0.0, 0.15, 0.3, 0.5, 0.7, 1.0)),
    ("trust", "commitments", (0.0, 0.15, 0.3, 0.5, 0.7, 1.0)),
    ("trust", "statements", (0.0, 0.3, 0.6, 1.0)),
    ("trust_parts", "events", (0.0, 0.15, 0.3, 0.5, 0.8)),
    ("trust_parts", "commitments", (0.0, 0.15, 0.3, 0.5, 0.8)),
    ("trust_parts", "statements", (0.0, 0.3, 0.6)),
    ("part", "events", (0.25, 0.35, 0.45, 0.55, 0.65)),
    ("part", "commitments", (0.25, 0.35, 0.45, 0.55, 0.65)),
    ("part", "statements", (0.3, 0.5, 0.7)),
    ("faint", None, (0.05, 0.1, 0.2, 0.3, 1.0)),
    ("time", None, (0.2, 0.35, 0.5, 0.7)),
)

log = logging.getLogger("training")


def tune(
    clusters: Sequence[Read], networks: JointNetworks, start: Thresholds
) -> tuple[Thresholds, dict[str, float]]:
    """Return the thresholds that serve the mean of all layers best, and the scores they give."""
    labels = parser_labels()

    def scores(values: dict[str, Any]) -> dict[str, float]:
        return means(clusters, Joint(networks, labels, msgspec.convert(values, Thresholds)))

    kept: dict[str, Any] = msgspec.to_builtins(start)
    best = scores(kept)
    log.info("start: %s", shown(best))
    for name, layer, values in GRID:
        for value in values:
            tried = deepcopy(kept)
            if layer is None:
                tried[name] = value
            else:
                tried[name][layer] = value
            found = scores(tried)
            log.info("%s %s %s: %s", name, layer or "", value, shown(found))
            if found["overall"] > best["overall"]:
                kept, best = tried, found
    return msgspec.convert(kept, Thresholds), best


def write(values: Thresholds, path: Path) -> None:
    """Write thresholds into the data file, below the comment that heads it."""
    header = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
    body = yaml.safe_dump(msgspec.to_builtins(values), sort_keys=False, default_flow_style=None)
    path.write_text("\n".join([*header, body]), "utf-8")
