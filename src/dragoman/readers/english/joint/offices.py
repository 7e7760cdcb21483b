"""Offices that rules pass over, and the person who holds each of them."""

from typing import Any

import numpy as np
from spacy.tokens import Doc

from dragoman.readers.english.joint.clauses import clauses
from dragoman.readers.english.joint.labels import NONE, ROLES
from dragoman.readers.english.joint.links import Anchored, Linker
from dragoman.readers.english.joint.networks import JointNetworks, Seen
from dragoman.readers.english.joint.sheet import MARKS, Sheet
from dragoman.readers.english.joint.thresholds import Thresholds
from dragoman.readers.english.mentions.offices import state_before
from dragoman.readers.english.roles.component import RoleDraft

OFFICE = ROLES.index("office")


def office_at(doc: Doc, anchor: int) -> Any:
    """Return the draft of the office that rules see at a token, or None."""
    at = doc[anchor].idx
    return next((r for r in doc._.roles or () if r.start <= at < r.end), None)


def add_offices(  # noqa: PLR0913
    doc: Doc,
    sheet: Sheet,
    seen: Seen,
    linker: Linker,
    networks: JointNetworks,
    least: Thresholds,
) -> None:
    """Add the offices the model is sure of, and sure whose they are, to the Doc's roles."""
    sure = 1.0 - seen.tags["roles"][:, NONE]
    told = sheet.marks[:, MARKS.index("office")]
    words = np.flatnonzero((sure >= least.comes["roles"]) & (told == 0)).tolist()
    links = linker.links([Anchored("roles", int(sheet.tokens[word]), OFFICE) for word in words])
    if not len(links.items):
        return
    odds = networks.parts(seen.vectors, links.anchors, links.words, links.features)[:, 1]
    spans = clauses(doc, sheet, seen, networks, "roles", words)
    found: list[RoleDraft] = []
    for item, candidate, holds in zip(links.items, links.candidates, odds, strict=True):
        thing = linker.known[candidate].thing
        if thing is None or holds < least.part["roles"] or doc._.things[thing].type != "person":
            continue
        found.append(_draft(doc, spans[item], thing))
    doc._.roles = (*(doc._.roles or ()), *found)


def _draft(doc: Doc, span: tuple[int, int], person: int) -> RoleDraft:
    words = doc.char_span(*span, alignment_mode="expand")
    country = None if words is None else state_before(doc, words.start)
    return RoleDraft(
        start=span[0],
        end=span[1],
        thing=person,
        title=doc._.report.text[span[0] : span[1]],
        country=country or doc._.things[person].country,
        organization=None,
    )
