"""The whole comparison."""

from collections.abc import Mapping
from typing import Any

from dragoman.runs.evaluation.form import export_document, key_document
from dragoman.runs.evaluation.layers import score_commitments, score_events, score_statements
from dragoman.runs.evaluation.naming import Naming
from dragoman.runs.evaluation.placing import FoldedText, Placed
from dragoman.runs.evaluation.rows import (
    score_disagreements,
    score_figures,
    score_reports,
    score_roles,
)
from dragoman.runs.evaluation.scores import Layer, Prf, Scores


def evaluate(key: Mapping[str, Any], export: Mapping[str, Any], texts: Mapping[str, str]) -> Scores:
    """Compare an exported record with an answer key, both in the published form.

    `texts` holds the raw reports by file name. Spans are compared where their quotes stand in the
    raw text, white space folded. Raises KeyInvalid for a key that cannot be used, RecordInvalid for
    such an export.
    """
    folded = {name: FoldedText(raw) for name, raw in sorted(texts.items())}
    wanted = Placed(key_document(key, texts), folded)
    given = Placed(export_document(export), folded)
    naming = Naming(wanted, given)
    events, event_misses = score_events(wanted, given, naming.back)
    commitments, commitment_misses = score_commitments(wanted, given, naming.back)
    statements, statement_misses = score_statements(wanted, given, naming.back)
    disagreements, disagreement_misses = score_disagreements(wanted, given)
    layers: dict[str, Layer] = {
        "reports": score_reports(wanted, given),
        "entities": {"strict": naming.linking, "named": naming.coverage},
        "roles": score_roles(wanted, given, naming.back),
        "events": events,
        "commitments": commitments,
        "statements": statements,
        "figures": score_figures(wanted, given),
        "disagreements": disagreements,
    }
    misses = (*event_misses, *commitment_misses, *statement_misses, *disagreement_misses)
    return Scores(
        layers=layers,
        cited=1 - given.unplaced / given.quotes if given.quotes else None,
        overall=_overall(layers, wanted),
        misses=misses,
    )


def _overall(layers: Mapping[str, Layer], key: Placed) -> float:
    """Return the mean strict F1 over the layers that the key holds."""
    held = [
        measure.f1
        for name, layer in layers.items()
        if name != "reports" and getattr(key.document, name)
        if isinstance(measure := layer["strict"], Prf)
    ]
    return sum(held) / max(1, len(held))
