"""The split of the corpus by cluster: `corpus/splits.yaml`, read in this one place."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from training.corpus.cluster import load
from training.corpus.relation import relation_of

CORPUS = Path(__file__).parents[2] / "corpus"
PARTS = ("train", "dev", "test")


def clusters_of(part: str) -> list[Path]:
    """Return the folders of one part ("train", "dev" or "test"), in order."""
    return [CORPUS / "clusters" / name for name in _names(part)]


def all_clusters() -> list[Path]:
    """Return the folders of every cluster with a key, whatever its part, in order."""
    return sorted(path.parent for path in CORPUS.glob("clusters/*/key.yaml"))


def part_of(folder: Path) -> str:
    """Return the part that the cluster in `folder` belongs to; KeyError where it has none."""
    return {name: part for part in PARTS for name in _names(part)}[folder.name]


def split_faults() -> Iterator[str]:
    """Yield what is wrong with the split: a cluster in no part or in two, a relation told twice."""
    listed = Counter(name for part in PARTS for name in _names(part))
    standing = {folder.name for folder in all_clusters()}
    yield from (f"splits: {name} stands in no part" for name in sorted(standing - set(listed)))
    yield from (f"splits: {name} is no cluster" for name in sorted(set(listed) - standing))
    yield from (f"splits: {name} stands {n} times" for name, n in listed.items() if n > 1)
    told: dict[tuple[str, ...], str] = {}
    for folder in all_clusters():
        relation = relation_of(load(folder))
        if relation in told:
            yield f"splits: {folder.name} tells of {relation}, as {told[relation]} does"
        told[relation] = folder.name


def _names(part: str) -> Iterator[str]:
    written: dict[str, list[Any]] = yaml.safe_load((CORPUS / "splits.yaml").read_text("utf-8"))
    for ends in written[part]:
        first, last = str(ends).split("-")
        yield from (f"{number:03d}" for number in range(int(first), int(last) + 1))
