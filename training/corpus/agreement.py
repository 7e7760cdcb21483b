"""How well two annotators agree: `second.yaml` and `key.yaml` by the scorer of the project."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import fmean

from dragoman.runs.evaluation import Prf, Scores, evaluate
from training.corpus.cluster import key_of, texts_of
from training.corpus.splits import all_clusters

LAYERS = (
    "entities",
    "roles",
    "events",
    "commitments",
    "statements",
    "figures",
    "disagreements",
)


def annotated_twice() -> list[Path]:
    """Return the folders of the clusters that hold a second annotation, in order."""
    return [folder for folder in all_clusters() if (folder / "second.yaml").is_file()]


def agreement() -> Iterator[str]:
    """Yield a table of the strict F1 by layer: mean over clusters, and over all rows together.

    The scorer forgives what a key leaves open, so that it matters a little which annotation is
    taken as the key: both ways are scored and taken together.
    """
    scored = [scores for folder in annotated_twice() for scores in _both_ways(folder)]
    yield "| layer | mean of clusters | all rows together | rows (key) | rows (second) |"
    yield "|---|---|---|---|---|"
    for layer in LAYERS:
        found = [m for s in scored if isinstance(m := s.layers[layer]["strict"], Prf)]
        held = [m for m in found if m.key or m.export]
        rows = sum(m.key for m in found[::2]), sum(m.export for m in found[::2])
        mean = fmean(m.f1 for m in held)
        yield f"| {layer} | {mean:.2f} | {_together(held):.2f} | {rows[0]} | {rows[1]} |"
    yield f"| all layers | {fmean(s.overall for s in scored):.2f} | | | |"


def _both_ways(folder: Path) -> tuple[Scores, Scores]:
    """Return the second annotation scored against the key, and the key against the second."""
    key, second, texts = key_of(folder), key_of(folder, "second.yaml"), texts_of(folder)
    return evaluate(key, second, texts), evaluate(second, key, texts)


def _together(found: Sequence[Prf]) -> float:
    precision = sum(m.p * m.export for m in found) / sum(m.export for m in found)
    recall = sum(m.r * m.key for m in found) / sum(m.key for m in found)
    return 2 * precision * recall / (precision + recall)
