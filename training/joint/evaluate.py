"""How well the network tags words and fills parts, anchor by anchor.

The figures that count, those of the whole reader, come from `dragoman evaluate`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import torch

from dragoman.readers.english.joint.candidates import TIME
from dragoman.readers.english.joint.labels import FORMS, LINKED, NAMED, PARTS, SPANNED, TAGS
from dragoman.readers.english.joint.links import FEATURES, NOWHERE
from dragoman.readers.english.joint.sheet import ANCHOR, MARKS
from training.joint.learning import Shown, collate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from torch import Tensor

    from training.joint.examples import Example
    from training.joint.learning import Batch
    from training.joint.network import Joint


class Tally:
    """Right, given and wanted, by what is counted."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[str]] = {}

    def add(self, name: str, right: Tensor, given: Tensor, wanted: Tensor) -> None:
        """Count what is true in three masks."""
        counted = self._counts.setdefault(name, Counter())
        for key, mask in (("right", right), ("given", given), ("wanted", wanted)):
            counted[key] += int(mask.sum())

    def lines(self) -> Iterator[str]:
        """Yield a line for each: precision, recall, F1."""
        for name, counted in self._counts.items():
            right = counted["right"]
            p, r = right / max(1, counted["given"]), right / max(1, counted["wanted"])
            f1 = 2 * p * r / max(1e-9, p + r)
            yield f"{name:12s} P {p:.3f} R {r:.3f} F1 {f1:.3f} ({counted['wanted']} wanted)"


def evaluate(model: Joint, given: Sequence[Example], shown: Shown) -> Tally:
    """Return the tally over reports, of which the model is shown so much."""
    tally = Tally()
    model.eval()
    with torch.no_grad():
        for k in range(0, len(given), 8):
            group = given[k : k + 8]
            batch = collate(group, [shown] * len(group))
            states, *scores = model.reader(batch.vectors, batch.marks, batch.mask)
            _tags(tally, batch, scores)
            flat = torch.cat([states.flatten(0, 1), torch.zeros(1, states.shape[-1])])
            _parts(
                tally, batch, model.parts(flat[batch.anchors], flat[batch.words], batch.features)
            )
    model.train()
    return tally


def by_rule(given: Sequence[Example]) -> Tally:
    """Return the tally of what rules say of mentions, offices and whom they speak of."""
    tally = Tally()
    for one in given:
        count = one.tags.shape[0]
        marks = torch.from_numpy(one.sheet.marks[:count])
        tags = torch.from_numpy(one.tags)
        for name, mark in (("mentions", "mention"), ("roles", "office")):
            told = marks[:, MARKS.index(mark)]
            if name == "roles":
                told = (told == ANCHOR).long()
            wanted = tags[:, list(TAGS).index(name)]
            tally.add(name, (told > 0) & (wanted > 0), told > 0, wanted > 0)
            if name == "mentions":
                label = torch.where(told > 0, 1 + (told - 1) // len(FORMS), 0)
                tally.add(f"{name} typed", (told > 0) & (label == wanted), told > 0, wanted > 0)
        layer = torch.from_numpy(one.links.features[:, FEATURES.index("layer")])
        drafted = torch.from_numpy(one.links.features[:, FEATURES.index("drafted")])
        elsewhere = torch.from_numpy(one.links.words != NOWHERE)
        for name in NAMED:
            ours = (layer == LINKED.index(name)) & elsewhere
            wanted, told = ours & (torch.from_numpy(one.parts) == 1), ours & (drafted == 1)
            tally.add(f"{name[:6]} {PARTS[name][0]}", wanted & told, told, wanted)
    return tally


def _tags(tally: Tally, batch: Batch, scores: Sequence[Tensor]) -> None:
    for column, name in enumerate(TAGS):
        if name not in (*SPANNED, "figures"):
            continue
        wanted = batch.tags[:, :, column]
        odds = scores[column].softmax(-1)
        told = (odds[..., 0] < 0.5) & batch.mask & (wanted >= 0)
        label = odds[..., 1:].argmax(-1) + 1
        tally.add(name, told & (wanted > 0), told, wanted > 0)
        tally.add(f"{name} typed", told & (wanted == label), told, wanted > 0)


def _parts(tally: Tally, batch: Batch, scores: Tensor) -> None:
    best = scores.argmax(-1)
    layer, kind = (batch.features[:, FEATURES.index(n)] for n in ("layer", "type"))
    for number, (of, parts) in enumerate(PARTS.items()):
        for place, part in enumerate(parts, 1):
            ours = (layer == number) & (kind < TIME)
            wanted = ours & (batch.parts == place)
            tally.add(f"{of[:6]} {part}", wanted & (best == place), ours & (best == place), wanted)
    dated = (layer == 0) & (kind >= TIME)
    wanted = dated & (batch.parts == 1)
    tally.add("date", wanted & (best == 1), dated & (best == 1), wanted)
