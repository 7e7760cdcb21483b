"""Which commitments of a key, and what follows them up, each of our rows tells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.record.nouns import Commitment, Event
from dragoman.runs.evaluation.form import export_document, key_document
from dragoman.runs.evaluation.matching import LEAST
from dragoman.runs.evaluation.placing import FoldedText, Placed, Span, overlap
from training.linking.keyed import Read, published_row

Pair = tuple[str, str]
Known = Mapping[str, frozenset[str]]


def key_links(key: Mapping[str, Any]) -> set[Pair]:
    """Return the pairs (ids) of a commitment and an event or commitment that follows it up."""
    return {
        (row["id"], later)
        for row in key.get("commitments") or ()
        for one in row.get("follow_ups") or ()
        for later in (one.get("event"), one.get("commitment"))
        if later
    }


@dataclass(frozen=True)
class Ends:
    """Which rows of the key each of our rows tells: as a commitment, as what follows one."""

    bound: Known
    later: Known

    def meant(self, pair: Pair) -> set[Pair]:
        """Return the pairs of the key's rows that one of ours may be."""
        first, later = pair
        return {(a, b) for a in self.bound.get(first, ()) for b in self.later.get(later, ())}

    def reach(self, pair: Pair) -> bool:
        """Tell whether our reading tells both ends of a pair of the key."""
        return any(pair[0] in own for own in self.bound.values()) and any(
            pair[1] in own for own in self.later.values()
        )


def ends_of(story: Read, commitments: Sequence[Commitment], events: Sequence[Event]) -> Ends:
    """Return which rows of a story's key each of our rows tells."""
    rows = {
        "commitments": [published_row(r, r.id) for r in commitments],
        "events": [published_row(r, r.id) for r in events],
    }
    bound: dict[str, set[str]] = {}
    for key, own in story.pairs("commitments", rows["commitments"]):
        bound.setdefault(own, set()).add(key)
    folded = {name: FoldedText(raw) for name, raw in story.texts.items()}
    reports = [{"id": r.id, "file": r.file} for r in story.reports]
    theirs = clauses(Placed(key_document(story.key, story.texts), folded))
    ours = clauses(Placed(export_document({"reports": reports, **rows}), folded))
    later: dict[str, set[str]] = {}
    for own, span in ours:
        later.setdefault(own, set()).update(k for k, s in theirs if overlap(span, s) >= LEAST)
    return Ends(
        {own: frozenset(keys) for own, keys in bound.items()},
        {own: frozenset(keys) for own, keys in later.items()},
    )


def clauses(placed: Placed) -> list[tuple[str, Span]]:
    """Return the clauses that tell the events and commitments of a document, with their ids."""
    rows = [*(placed.document.events or ()), *(placed.document.commitments or ())]
    return [(row.id, span) for row in rows for span in placed.spans(row.mentions)]
