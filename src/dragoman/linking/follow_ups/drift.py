"""How firmly one thing was voiced from one time to the next."""

from collections.abc import Sequence

from dragoman.record.nouns import Commitment, Event
from dragoman.record.vocabulary import LADDER

AGREED = LADDER.index("agreed")


def drift_of(row: Commitment, later: Sequence[Commitment], events: Sequence[Event]) -> str | None:
    """Return how the firmness of a commitment changed as it was voiced again; None if it was not.

    `later` are the commitments that follow it up, in order; `events` the events that do. What has
    come to be called agreed without an agreement among its follow-ups hardened by repetition.
    """
    if not later:
        return None
    steps = [row, *later]
    told = " → ".join(f"{c.kind}{f' ({c.date})' if c.date else ''}" for c in steps)
    rungs = [LADDER.index(c.kind) for c in steps]
    if max(rungs) == min(rungs):
        return f"{told}: voiced again, no firmer"
    if rungs[-1] < rungs[0]:
        return f"{told}: softer"
    if rungs[-1] >= AGREED > rungs[0] and not any(e.type == "AGREE" for e in events):
        return f"{told}: firmer, with no agreement told between"
    return f"{told}: firmer"
