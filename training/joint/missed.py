"""Mentions of the key that rules missed, added to a Doc as the model is to add them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from dragoman.readers.english.drafts import Name, Thing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from training.joint.alignment import Aligned, Item

ADDED = 0.7
"""Share of the missed mentions that is added: the model will not see all of them either."""


def name_missed(doc: Doc, aligned: Aligned, items: Sequence[Item]) -> None:
    """Add missed descriptions to the mentions and things of a Doc, and to what they are known as.

    The same ones each time.
    """
    chance = random.Random(doc._.report.id)
    known = {entity: thing for thing, entity in sorted(aligned.entity_of.items(), reverse=True)}
    heads = {name.head for name in doc._.mentions}
    things, found = list(doc._.things), list(doc._.mentions)
    for item in items:
        missed = item.layer == "mentions" and item.anchor not in heads
        if not missed or item.row["form"] != "nominal" or chance.random() >= ADDED:
            continue
        for entity in item.row["same"]:
            if entity not in known:
                known[entity] = len(things)
                aligned.entity_of[len(things)] = entity
                things.append(Thing(type=item.row["type"], name=entity))
        found.append(
            Name(
                start=item.span[0],
                end=item.span[1],
                head=item.anchor,
                form="nominal",
                type=item.row["type"],
                things=tuple(known[entity] for entity in item.row["same"]),
            )
        )
    doc._.things = tuple(things)
    doc._.mentions = tuple(sorted(found, key=lambda name: (name.start, name.end)))
