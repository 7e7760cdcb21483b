"""Offices that rules pass over, and the person who holds each of them."""

import numpy as np
from spacy.tokens import Doc, Span

from dragoman.readers.english.joint.clauses import clauses
from dragoman.readers.english.joint.labels import NONE, ROLES
from dragoman.readers.english.joint.links import Anchored, Linker
from dragoman.readers.english.joint.networks import JointNetworks, Seen
from dragoman.readers.english.joint.sheet import MARKS, Sheet
from dragoman.readers.english.joint.thresholds import Thresholds
from dragoman.readers.english.mentions.offices import state_before
from dragoman.readers.english.roles.component import RoleDraft

OFFICE = ROLES.index("office")


def holders_at(doc: Doc, anchor: int) -> tuple[int, ...] | None:
    """Return who holds the office that rules see at a token, or None where they see none."""
    at = doc[anchor].idx
    return tuple(r.thing for r in doc._.roles or () if r.start <= at < r.end) or None


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
    told_with = {role.thing: role.country for role in doc._.roles or () if role.country}
    found: list[RoleDraft] = []
    for item, candidate, holds in zip(links.items, links.candidates, odds, strict=True):
        thing = linker.known[candidate].thing
        if thing is None or holds < least.part["roles"] or doc._.things[thing].type != "person":
            continue
        draft = _draft(doc, spans[item], thing, told_with.get(thing))
        if draft is not None:
            found.append(draft)
    doc._.roles = (*(doc._.roles or ()), *found)


def _draft(doc: Doc, span: tuple[int, int], person: int, country: str | None) -> RoleDraft | None:
    """Return the office told by a span, or None where it names no more than a state."""
    words = doc.char_span(*span, alignment_mode="expand")
    first, last = (0, 0) if words is None else _title(doc, words.start, words.end)
    if first >= last:
        return None
    found = doc[first:last]
    return RoleDraft(
        start=found.start_char,
        end=found.end_char,
        thing=person,
        title=found.text if found[-1].tag_ != "NNS" else _singular(found),
        country=state_before(doc, first) or country or doc._.things[person].country,
        organization=None,
    )


def _title(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """Cut a span to its title: no owner, no state, no number before it, nothing behind a comma."""
    for at in range(first, last):
        own = doc[at].dep_ == "det" or doc[at].tag_ in ("PRP$", "POS", "CD", "DT")
        if own or state_before(doc, at + 1) is not None:
            first = at + 1
    cut = next((at for at in range(first, last) if doc[at].text in _ENDS), last)
    return first, cut


_ENDS = frozenset((",", ";", "(", "–", "—", ":"))


def _singular(found: Span) -> str:
    return found.text[: found[-1].idx - found.start_char] + found[-1].lemma_
