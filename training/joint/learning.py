"""Batches of reports, and what the training minimises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from dragoman.readers.english.joint.labels import LAYERS, SPANNED
from dragoman.readers.english.joint.links import FEATURES, NOWHERE
from dragoman.readers.english.joint.networks import FARTHEST, LONGEST
from training.joint.examples import COLUMNS, IGNORED
from training.joint.network import DRAFTED_COLUMNS, KNOWN_COLUMNS
from training.model import NEVER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from training.joint.examples import Example
    from training.joint.network import Joint

BLOTTED = 0.1
"""Share of the words whose vectors are hidden in training."""

FOUND_WEIGHT = 2.0
"""Of a word that anchors an item against one that does not: there are thirty of those to each."""

FOUND = frozenset((*SPANNED,))
"""Tags by which items are found among all words."""

WEIGHTS = {
    "events": 1.0,
    "commitments": 1.0,
    "statements": 0.7,
    "figures": 0.2,
    "event_hedge": 0.1,
    "event_mode": 0.1,
    "status": 0.1,
    "mentions": 0.4,
    "roles": 0.3,
    "times": 0.1,
    "spans": 0.15,
    "parts": 1.0,
    "named": 0.4,
}
NAMED_SPANS = 0.3
"""Weight of the span of a mention, an office or a time against that of a clause."""

DRAFTED, LAYER = FEATURES.index("drafted"), FEATURES.index("layer")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a report is shown with: the frames' drafts; the mentions, times and offices by rule."""

    drafted: bool = True
    known: bool = True


@dataclass(frozen=True, slots=True)
class Batch:
    """B reports padded to W words; spans and links speak of rows of the flattened B * W words."""

    vectors: Tensor
    marks: Tensor
    mask: Tensor
    tags: Tensor
    spans: Tensor
    anchors: Tensor
    words: Tensor
    features: Tensor
    parts: Tensor


def collate(group: Sequence[Example], shown: Sequence[Shown]) -> Batch:
    """Pad reports into tensors, what is not to be shown hidden."""
    width = min(LONGEST, max(len(one.sheet.tokens) for one in group))
    size, marks = group[0].sheet.vectors.shape[1], group[0].sheet.marks.shape[1]
    vectors = np.zeros((len(group), width, size), np.float32)
    marked = np.zeros((len(group), width, marks), np.int64)
    tags = np.full((len(group), width, len(COLUMNS)), IGNORED, np.int64)
    mask = np.zeros((len(group), width), bool)
    spans, anchors, words, features, parts = [], [], [], [], []
    for row, (one, show) in enumerate(zip(group, shown, strict=True)):
        count = min(width, len(one.sheet.tokens))
        vectors[row, :count] = one.sheet.vectors[:count]
        marked[row, :count] = one.sheet.marks[:count]
        tags[row, :count] = one.tags[:count]
        mask[row, :count] = True
        if not show.drafted:
            marked[row][:, DRAFTED_COLUMNS] = 0
        if not show.known:
            marked[row][:, KNOWN_COLUMNS] = 0
        fits = (one.spans[:, 1:] < count).all(1)
        spans.append(one.spans[fits] + np.array([0, row * width, row * width, row * width]))
        kept = (one.links.anchors < count) & (one.links.words < count)
        anchors.append(one.links.anchors[kept] + row * width)
        near = one.links.words[kept]
        words.append(np.where(near == NOWHERE, NOWHERE, near + row * width))
        own = one.links.features[kept].copy()
        named = own[:, LAYER] >= len(LAYERS)
        own[named & (not show.known) | ~named & (not show.drafted), DRAFTED] = 0
        features.append(own)
        parts.append(one.parts[kept])
    return Batch(
        *map(torch.from_numpy, (vectors, marked, mask, tags)),
        *(torch.from_numpy(np.concatenate(x)) for x in (spans, anchors, words, features, parts)),
    )


def losses(model: Joint, batch: Batch) -> dict[str, Tensor]:
    """Return the loss of each layer; some words are blotted out, so that context has to tell."""
    seen = torch.rand(batch.mask.shape) >= BLOTTED
    states, *scores = model.reader(batch.vectors * seen[:, :, None], batch.marks, batch.mask)
    found: dict[str, Tensor] = {}
    for column, (name, score) in enumerate(zip(COLUMNS, scores, strict=True)):
        found[name] = tag_loss(score.float(), batch.tags[:, :, column], name in FOUND)
    flat = torch.cat([states.flatten(0, 1), torch.zeros(1, states.shape[-1])])
    flat = model.reader.dropout(flat)
    found["spans"] = span_loss(model, flat, batch)
    logits = model.parts(flat[batch.anchors], flat[batch.words], batch.features)
    each = functional.cross_entropy(logits.float(), batch.parts, reduction="none")
    named = batch.features[:, LAYER] >= len(LAYERS)
    for name, own in (("parts", ~named), ("named", named)):
        found[name] = each[own].sum() / max(1, int((batch.parts[own] > 0).sum()))
    return found


def tag_loss(scores: Tensor, labels: Tensor, found: bool) -> Tensor:
    """Return the loss of one tag a labelled item.

    Of words that anchor nothing there are thirty to each that does: their losses are summed with
    those of the anchors and shared out over the anchors alone, or the rarest tags, which have a
    mean over a handful, would drive what all tags share.
    """
    if not found:
        return functional.cross_entropy(
            scores.flatten(0, 1), labels.flatten(), ignore_index=IGNORED
        )
    weight = torch.full((scores.shape[-1],), FOUND_WEIGHT)
    weight[0] = 1.0
    summed = functional.cross_entropy(
        scores.flatten(0, 1),
        labels.flatten(),
        weight=weight,
        ignore_index=IGNORED,
        reduction="sum",
    )
    return summed / max(1, int((labels > 0).sum()))


def span_loss(model: Joint, flat: Tensor, batch: Batch) -> Tensor:
    """Return the loss of the first and last words of the items' clauses."""
    layer, anchor, first, last = batch.spans.unbind(1)
    row = anchor // batch.mask.shape[1]
    around = anchor[:, None] + torch.arange(-FARTHEST, FARTHEST + 1)[None]
    inside = (around >= 0) & (around // batch.mask.shape[1] == row[:, None])
    around = torch.where(inside, around, 0)
    inside &= batch.mask.flatten()[around]
    offsets = torch.arange(2 * FARTHEST + 1)[None].expand(around.shape)
    scores = model.spans(flat[anchor], layer, flat[around], offsets).float()
    scores = scores.masked_fill(~inside[:, :, None], NEVER)
    loss = torch.zeros(())
    weight = torch.where(layer < len(LAYERS), 1.0, NAMED_SPANS)
    for side, word in enumerate((first, last)):
        place = word - anchor + FARTHEST
        fits = (place >= 0) & (place <= 2 * FARTHEST)
        place = torch.where(fits, place, IGNORED)
        each = functional.cross_entropy(
            scores[:, :, side], place, ignore_index=IGNORED, reduction="none"
        )
        loss = loss + (each * weight).sum() / (weight * fits).sum().clamp(min=1.0)
    return loss
