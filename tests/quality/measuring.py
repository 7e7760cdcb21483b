"""Coverage with an answer key, read and scored once for all tests of accuracy."""

import hashlib
import json
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from statistics import fmean
from typing import Any

import msgspec
import yaml
from training.corpus.agreement import LAYERS
from training.corpus.cluster import key_of
from training.corpus.splits import clusters_of

from dragoman.runs.evaluation import Prf, Scores, evaluate
from dragoman.runs.exporting import export
from dragoman.runs.opening import open_record
from dragoman.runs.reading import Order, read
from dragoman.runs.sample import SAMPLE

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("DRAGOMAN_SHARED", HERE.parents[2] / "shared")) / "record"
FLOORS: dict[str, dict[str, Any]] = yaml.safe_load((HERE / "floors.yaml").read_text("utf-8"))


class Cluster(msgspec.Struct, frozen=True):
    """Reports of one story and their answer key."""

    key: Path
    texts: Path

    def answers(self) -> Mapping[str, Any]:
        """Return the key in the published form."""
        if self.key.suffix == ".yaml":
            return key_of(self.key.parent)
        answers: Mapping[str, Any] = json.loads(self.key.read_text("utf-8"))
        return answers

    def reports(self) -> list[Path]:
        """Return the files that the key speaks of."""
        files = {Path(row["file"]).name for row in self.answers()["reports"]}
        return [p for p in sorted(self.texts.iterdir()) if p.name in files]

    def scores(self, record: Path) -> Scores:
        """Read the reports into `record` as a user would, and score its export."""
        manifest = self.texts / "manifest.yaml"
        files = self.reports()
        given = manifest if manifest.is_file() else None
        read(Order(paths=tuple(files), record=record, manifest=given))
        text = export(open_record(record), "json", None)
        assert text is not None
        texts = {p.name: p.read_text("utf-8") for p in files}
        return evaluate(self.answers(), json.loads(text), texts)


def corpora() -> dict[str, list[Cluster]]:
    """Return the clusters of every corpus; those beside the checkout only where they stand."""
    found = {
        "sample": [Cluster(SAMPLE / "key.json", SAMPLE / "reports")],
        "held-out": [
            Cluster(HERE / "heldout" / f"{name}.key.json", HERE / "heldout" / name)
            for name in "CDE"
        ],
    }
    for part in ("dev", "test"):
        found[f"corpus-{part}"] = [Cluster(f / "key.yaml", f) for f in clusters_of(part)]
    beside = {
        "seeds": [Cluster(SHARED / "seeds.key.json", SHARED.parent / "seeds")],
        "dev": [Cluster(SHARED / "dev" / f"{n}.key.json", SHARED / "dev") for n in "AB"],
    }
    return found | {n: c for n, c in beside.items() if all(one.key.is_file() for one in c)}


def digest(clusters: list[Cluster]) -> str:
    """Return a short digest of the keys and their texts: floors hold for these alone."""
    total = hashlib.sha256()
    for cluster in clusters:
        for path in (cluster.key, *cluster.reports()):
            total.update(path.read_bytes())
    return total.hexdigest()[:16]


class Measured(msgspec.Struct, frozen=True):
    """The mean strict F1 of each layer over the clusters that hold it, and of all layers."""

    layers: dict[str, float]
    cited: float


@cache
def measured(name: str, folder: Path) -> Measured:
    """Read and score a corpus."""
    found: list[Scores] = [
        cluster.scores(folder / f"{name}-{k}.db") for k, cluster in enumerate(corpora()[name])
    ]
    layers = {}
    for layer in LAYERS:
        values = [m.f1 for s in found if isinstance(m := s.layers[layer]["strict"], Prf) and m.key]
        layers[layer] = fmean(values) if values else 1.0
    layers["overall"] = fmean(s.overall for s in found)
    return Measured(layers, min(s.cited if s.cited is not None else 1.0 for s in found))
