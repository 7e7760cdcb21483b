"""The whole reader on clusters of the corpus, with the joint model's thresholds as one likes."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.documents.fingerprint import shingles
from dragoman.documents.reports import read_report
from dragoman.linking import ReportFacts, link
from dragoman.readers.english.assemble import assemble
from dragoman.readers.english.bound.component import bound
from dragoman.readers.english.document import make_doc
from dragoman.runs.evaluation import Prf, evaluate
from training.corpus.cluster import key_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    from dragoman.readers.english.joint.component import Joint

DRAFTED = ("figures", "statements", "events", "commitments")
NAMED = ("mentions", "things", "roles")


class Read:
    """A cluster read up to the joint model, to be settled by it again and again."""

    def __init__(self, key: Mapping[str, Any], folder: Path, nlp: Language) -> None:
        self._key = key
        files = [folder / Path(row["file"]).name for row in key["reports"]]
        self._texts = {file.name: file.read_text("utf-8") for file in files}
        self._docs: list[Doc] = [nlp(make_doc(nlp, read_report(file).report)) for file in files]
        kept = (*DRAFTED, *NAMED)
        self._drafts = [{name: doc._.get(name) for name in kept} for doc in self._docs]

    def scores(self, joint: Joint | None, *, alone: bool = False) -> dict[str, float]:
        """Return the strict F1 of each layer; without a model, that of the frames alone.

        With `alone` the model does without what the frames drafted, but for the figures, which it
        only weighs.
        """
        for doc, drafts in zip(self._docs, self._drafts, strict=True):
            for name, drafted in drafts.items():
                hidden = alone and name in DRAFTED and name != "figures"
                doc._.set(name, () if hidden else drafted)
            if joint is not None:
                joint(doc)
            bound(doc)
        reports = [doc._.report for doc in self._docs]
        facts = [
            ReportFacts(
                id=one.id,
                published=one.published,
                outlet=one.outlet,
                title=one.title,
                shingles=shingles(one),
                text=one.text,
            )
            for one in reports
        ]
        record = link(facts, [assemble(doc, "english", "0") for doc in self._docs])
        export: dict[str, Any] = msgspec.to_builtins(record)
        export["reports"] = [msgspec.to_builtins(one) for one in reports]
        found = evaluate(self._key, export, self._texts)
        layers = {
            layer: one.f1
            for layer, kinds in found.layers.items()
            if isinstance(one := kinds.get("strict"), Prf) and one.key
        }
        return {**layers, "overall": found.overall}


def cluster(folder: Path, nlp: Language) -> Read:
    """Return a cluster of the corpus."""
    return Read(key_of(folder), folder, nlp)


def keyed(path: Path, nlp: Language) -> Read:
    """Return a cluster with a JSON key; its reports stand beside the key or in `reports`."""
    key = json.loads(path.read_text("utf-8"))
    inner = path.parent / "reports"
    return Read(key, inner if inner.is_dir() else path.parent, nlp)


def means(
    clusters: Sequence[Read], joint: Joint | None, *, alone: bool = False
) -> dict[str, float]:
    """Return the mean strict F1 over clusters of each layer and of all of them."""
    scored = [cluster.scores(joint, alone=alone) for cluster in clusters]
    names = dict.fromkeys(name for one in scored for name in one)
    return {name: fmean(one[name] for one in scored if name in one) for name in names}


def shown(scores: Mapping[str, float]) -> str:
    """Return scores in one line."""
    return " ".join(f"{name} {value:.3f}" for name, value in scores.items())
