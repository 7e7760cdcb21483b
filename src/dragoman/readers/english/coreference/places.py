"""Which place lies in which, and in which state: "the Naval Base in Muscat", "Moyale, Kenya"."""

import re
from itertools import pairwise

from spacy.tokens import Doc

from dragoman.readers.english.coreference.things import Things
from dragoman.readers.english.drafts import Name

_INSIDE = re.compile(r"\s+in\s+(the\s+)?", re.ASCII)
_BESIDE = ", "
_LISTED = re.compile(r"\s*(,|and\b|or\b|&)\s*[A-Z]")
TOLD = 2


def locate(doc: Doc, names: list[Name], found: list[int], things: Things) -> None:
    """Set `within` and the state of places that the report puts into another place or a state."""
    text: str = doc._.report.text
    ordered = sorted(range(len(names)), key=lambda k: names[k].start)
    for left, right in pairwise(ordered):
        inner, outer = things.all[found[left]], things.all[found[right]]
        if inner is outer or inner.kind != "place" or outer.kind not in ("place", "state"):
            continue
        between = text[names[left].end : names[right].start]
        rest = text[names[right].end : names[right].end + 6]
        if not _INSIDE.fullmatch(between) and (between != _BESIDE or _LISTED.match(rest)):
            continue
        if inner.country and outer.country and inner.country != outer.country:
            continue
        if outer.country and not inner.country:
            inner.votes[outer.country] += TOLD
        if outer.kind == "place" and inner.within is None:
            inner.within = None if _is_within(things, found[right], found[left]) else found[right]


def _is_within(things: Things, place: int, other: int) -> bool:
    """Whether `place` itself lies in `other`, so that `other` cannot lie in it."""
    at: int | None = place
    seen: set[int] = set()
    while at is not None and at not in seen:
        if at == other:
            return True
        seen.add(at)
        at = things.all[at].within
    return False
