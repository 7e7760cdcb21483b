"""What the training minimises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import IGNORED
from training.model import NEVER

if TYPE_CHECKING:
    from training.batches import Batch
    from training.model import Model

START_WEIGHT = 3.0
"""Of a sentence start against a word that is none: there are thirty of those to each."""

WEIGHTS = {
    "heads": 1.0,
    "relations": 1.0,
    "upos": 0.5,
    "xpos": 0.5,
    "lemmas": 0.3,
    "feats": 0.3,
    "starts": 0.5,
    "names": 1.0,
}


def losses(model: Model, batch: Batch) -> dict[str, Tensor]:
    """Return the loss of each layer that the batch is labelled with."""
    words, starts = model.encoder(batch.ids, batch.cases, batch.mask, batch.first)
    words = model.heads.dropout(words)
    found: dict[str, Tensor] = {}
    if batch.allowed is not None:
        found["names"] = name_loss(model.heads.names(words).float(), batch.allowed)
    if "heads" not in batch.layers:
        return found
    for layer in ("upos", "xpos", "feats", "lemmas"):
        found[layer] = _cross_entropy(getattr(model.heads, layer)(words), batch.layers[layer])
    found["starts"] = start_loss(starts.float(), batch.sentences)
    arcs = model.heads.arcs(words)
    scores = arcs.scores.float().masked_fill(~same_sentence(batch.sentences), NEVER)
    found["heads"] = _cross_entropy(scores, batch.layers["heads"])
    real = batch.layers["heads"] != IGNORED
    rows, columns = real.nonzero(as_tuple=True)
    heads = arcs.heads[rows, batch.layers["heads"][real]]
    relations = model.relations(heads, arcs.dependents[rows, columns])
    found["relations"] = functional.cross_entropy(
        relations.float(), batch.layers["relations"][real], ignore_index=IGNORED
    )
    return found


def total(found: dict[str, Tensor]) -> Tensor:
    """Return the weighted sum."""
    return torch.stack([WEIGHTS[layer] * loss for layer, loss in found.items()]).sum()


def name_loss(scores: Tensor, allowed: Tensor) -> Tensor:
    """Return the mean negative log odds of the allowed labels; words free to be any are left out.

    Where a corpus leaves a type unannotated, O and that type are both allowed: the partial-label
    likelihood of Cour et al. (2011).
    """
    labelled = ~allowed.all(-1)
    scores, allowed = scores[labelled], allowed[labelled]
    return (scores.logsumexp(-1) - scores.masked_fill(~allowed, NEVER).logsumexp(-1)).mean()


def start_loss(starts: Tensor, sentences: Tensor) -> Tensor:
    """Return the loss of the sentence starts; the first word of a stretch is one by definition."""
    golden = (sentences[:, 1:] != sentences[:, :-1]).float()
    real = sentences[:, 1:] >= 0
    if not real.any():
        return starts.sum() * 0
    return functional.binary_cross_entropy_with_logits(
        starts[:, 1:][real], golden[real], pos_weight=torch.tensor(START_WEIGHT)
    )


def same_sentence(sentences: Tensor) -> Tensor:
    """Return (B, W, W+1) bool: may the word hang on the root, or on another of its sentence."""
    same = sentences[:, :, None] == sentences[:, None, :]
    itself = torch.eye(sentences.shape[1], dtype=torch.bool)
    root = torch.ones_like(same[:, :, :1])
    return torch.cat([root, same & ~itself], -1)


def _cross_entropy(scores: Tensor, labels: Tensor) -> Tensor:
    return functional.cross_entropy(
        scores.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORED
    )
