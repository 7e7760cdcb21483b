"""The network: three layers over a report's word vectors, heads on its words, spans and links.

The layers are the upper half of MiniLM (Wang et al. 2020) going on where the tagger's three end;
they see a whole report at once. Items are anchored at words, as in "one-stage" extraction of events
and their arguments (e.g. Lin et al. 2020, OneIE); a part is filled by a thing, not by a mention,
so that coreference is used where the parts are found and not after.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from dragoman.readers.english.joint.labels import (
    BLOCKS,
    FORMS,
    LABELS,
    LINKED,
    MOST_PARTS,
    SPANNED,
    TAGS,
    TYPES,
)
from dragoman.readers.english.joint.links import FEATURES, LAST_RANK
from dragoman.readers.english.joint.networks import FARTHEST, LONGEST
from dragoman.readers.english.joint.paths import DISTANCES
from dragoman.readers.english.joint.sheet import ANCHOR, DRAFTED, KNOWN, MARKS
from training.model import pretrained_folder, run_layer

POINTER = 96
LINK = 128
LINK_FEATURE = 24

ANCHORED = ("events", "commitments", "statements", "figures")
"""Tags that frames draft too: what they say goes straight to the score as well."""

FROM_MARKS = {
    **{name: name for name in ANCHORED},
    "mentions": "mention",
    "roles": "office",
    "times": "time",
}
"""Tags that a mark speaks of."""


def mark_sizes(upos: int, relations: int) -> list[int]:
    """Return how many values each mark may take."""
    sizes = {
        "upos": upos + 1,
        "dep": relations + 1,
        "block": len(BLOCKS),
        "mention": 1 + len(TYPES) * len(FORMS),
        "time": 3,
        "office": 1 + ANCHOR,
        **{name: len(TAGS[name]) for name in ANCHORED},
    }
    return [sizes.get(mark, 2) for mark in MARKS]


def feature_sizes(relations: int) -> list[int]:
    """Return how many values each feature of a link may take."""
    distances = 2 * (len(DISTANCES) + 1) + 1
    paths = 2 * relations + 2
    sizes = {
        "layer": len(LINKED),
        "label": sum(len(labels) for labels in LABELS.values()),
        "rank": 1 + LAST_RANK,
        "type": len(TYPES) + 3,
        "distance": distances,
        "sentences": 8,
        "relation": paths,
        "depth": 10,
        "count": 5,
        "side": 3,
        "form": len(FORMS) + 1,
        "delegate_relation": paths,
        "delegate_distance": distances,
        "drafted": 2 + MOST_PARTS,
    }
    return [sizes[feature] for feature in FEATURES]


class Reader(nn.Module):
    """Word vectors and marks of a report to what the words are tagged with."""

    def __init__(self, sizes: list[int], layers: int, dropout: float) -> None:
        super().__init__()
        from transformers import AutoModel

        pretrained = AutoModel.from_pretrained(pretrained_folder(), attn_implementation="eager")
        self.size = int(pretrained.config.hidden_size)
        self.attention_heads = int(pretrained.config.num_attention_heads)
        self.positions = nn.Parameter(
            pretrained.embeddings.position_embeddings.weight.detach().clone()[:LONGEST]
        )
        self.marks = nn.ModuleList(nn.Embedding(size, self.size) for size in sizes)
        for table in self.marks:
            nn.init.normal_(table.weight, std=0.02)  # type: ignore[arg-type]
        self.norm = nn.LayerNorm(self.size)
        self.layers = pretrained.encoder.layer[-layers:]
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.ModuleDict(
            {name: nn.Linear(self.size, len(known)) for name, known in TAGS.items()}
        )
        self.drafted = nn.ModuleDict(
            {
                name: nn.Embedding(sizes[MARKS.index(mark)], len(TAGS[name]))
                for name, mark in FROM_MARKS.items()
            }
        )
        for name, table in self.drafted.items():
            begin = nn.init.eye_ if name in ANCHORED else nn.init.zeros_
            begin(table.weight)  # type: ignore[arg-type]

    def forward(self, vectors: Tensor, marks: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """Return word vectors (B, W, H) and the scores of each tag of TAGS (B, W, labels).

        ``vectors`` is (B, W, H), ``marks`` (B, W, M) int64, ``mask`` (B, W) bool.
        """
        states = vectors + self.positions[: vectors.shape[1]][None]
        for column, table in enumerate(self.marks):
            states = states + table(marks[:, :, column])
        states = self.dropout(self.norm(states))
        for layer in self.layers:
            states = run_layer(
                layer, states, mask[:, None, None, :], self.attention_heads, self.dropout
            )
        dropped = self.dropout(states)
        scores = []
        for name, head in self.tags.items():
            score = head(dropped)
            if name in self.drafted:
                score = score + self.drafted[name](marks[:, :, MARKS.index(FROM_MARKS[name])])
            scores.append(score)
        return states, *scores


class Spans(nn.Module):
    """Where the clause of an anchor begins and ends."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.layers = nn.Embedding(len(SPANNED), size)
        nn.init.normal_(self.layers.weight, std=0.02)
        self.anchors = nn.Linear(size, 2 * POINTER)
        self.words = nn.Linear(size, 2 * POINTER)
        self.offsets = nn.Embedding(2 * FARTHEST + 1, 2)
        nn.init.zeros_(self.offsets.weight)

    def forward(self, anchors: Tensor, layer: Tensor, around: Tensor, offset: Tensor) -> Tensor:
        """Return scores (N, K, 2) of each of K words around an anchor to be the first, the last.

        ``anchors`` is (N, H), ``layer`` (N,), ``around`` (N, K, H), ``offset`` (N, K): how far
        each word stands from the anchor, plus FARTHEST.
        """
        own = self.anchors(anchors + self.layers(layer)).view(-1, 1, 2, POINTER)
        near = self.words(around).view(*around.shape[:2], 2, POINTER)
        scores: Tensor = (own * near).sum(-1) * POINTER**-0.5 + self.offsets(offset)
        return scores


class Parts(nn.Module):
    """Which part a candidate fills in an item."""

    def __init__(self, size: int, sizes: list[int], dropout: float) -> None:
        super().__init__()
        self.anchor, self.word = nn.Linear(size, LINK), nn.Linear(size, LINK)
        self.nowhere = nn.Parameter(torch.zeros(size))
        self.features = nn.ModuleList(nn.Embedding(n, LINK_FEATURE) for n in sizes)
        self.hidden = nn.Linear(3 * LINK + LINK_FEATURE * len(sizes), 2 * LINK)
        self.dropout = nn.Dropout(dropout)
        self.out = nn.Linear(2 * LINK, 1 + MOST_PARTS)

    def forward(self, anchors: Tensor, words: Tensor, features: Tensor) -> Tensor:
        """Return scores (N, 4) of no part and of each part of N links.

        ``anchors`` and ``words`` are (N, H), a row of zeros for a candidate that is nowhere;
        ``features`` is (N, F) int64.
        """
        lost = (words.abs().sum(-1, keepdim=True) == 0).to(words.dtype)
        own, other = self.anchor(anchors), self.word(words + lost * self.nowhere)
        known = [table(features[:, column]) for column, table in enumerate(self.features)]
        inner = self.hidden(torch.cat([own, other, own * other, *known], -1))
        scores: Tensor = self.out(self.dropout(functional.gelu(inner)))
        return scores


class Joint(nn.Module):
    """All three."""

    def __init__(self, upos: int, relations: int, layers: int = 3, dropout: float = 0.2) -> None:
        super().__init__()
        self.reader = Reader(mark_sizes(upos, relations), layers, dropout)
        self.spans = Spans(self.reader.size)
        self.parts = Parts(self.reader.size, feature_sizes(relations), dropout)


DRAFTED_COLUMNS = [MARKS.index(mark) for mark in DRAFTED]
KNOWN_COLUMNS = [MARKS.index(mark) for mark in KNOWN]
