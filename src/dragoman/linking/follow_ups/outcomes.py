"""What a later act makes of a commitment, and the status that all of them come to."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.linking.figures.numbers import numbers_in
from dragoman.linking.follow_ups.acts import SURE, Act, is_part
from dragoman.linking.follow_ups.status_marks import LINKED, NEXT, STATUSES, part_of
from dragoman.linking.grouping.weighing import weighed
from dragoman.record.nouns import Commitment, Event, How, Status
from dragoman.record.vocabulary import LADDER

HOWS: Mapping[Status, How] = {
    "fulfilled": "fulfils",
    "progressing": "advances",
    "lapsed": "slips",
    "denied": "denies",
    "open": "repeats",
}
LEAST_SHARED = 0.1
_WEIGHTS = "follow_up_weights"
_STATUS = "status_weights"
_FAILURES = (
    "refusal_words",
    "delay_words",
    "told as lapsed",
    "told as denied",
)
"""Marks of a later act whose words say that something was not done."""


@dataclass(frozen=True)
class Bearing:
    """An act that bears on a commitment: how surely by rule (0: not), and how likely by marks."""

    act: Act
    ruled: float
    likely: float
    marks: Mapping[str, float]

    @property
    def weight(self) -> float:
        """Return how much it bears on the commitment, 0 to 1."""
        return max(self.ruled, self.likely)

    @property
    def on_one_thing(self) -> bool:
        """Tell whether it stands close to the commitment, or is on what that is on."""
        if not self.marks.get("in other reports"):
            return True
        alike = self.marks["words shared"] >= LEAST_SHARED
        return alike or bool(self.marks["a number in common"])

    def outcomes(self) -> dict[Status, float]:
        """Return how likely each status is after it, as its marks have it; together 1.

        Nothing has failed where no word of the later act says so.
        """
        return outcomes_of(self.marks, lambda sort: weighed(_WEIGHTS, self.marks, sort))


def outcomes_of(marks: Mapping[str, float], weigh: Callable[[str], float]) -> dict[Status, float]:
    """Return how likely each status is after an act with these marks.

    `weigh` gives the log odds of these marks for a sort of weights, such as "lapsed: ".
    """
    failed = any(marks.get(mark) for mark in _FAILURES)
    odds = {
        status: weigh(f"{status}: ")
        for status in HOWS
        if failed or status not in ("lapsed", "denied")
    }
    raised = {status: math.exp(max(-30.0, min(30.0, own))) for status, own in odds.items()}
    total = math.fsum(raised.values())
    return {status: own / total for status, own in raised.items()}


def how_of(bearing: Bearing, row: Commitment, own: Act) -> How:
    """Return what an act makes of a commitment."""
    if bearing.ruled:
        if _fulfils(bearing, row, own):
            return "fulfils"
        if _advances(bearing.act, row):
            return "advances"
    return HOWS[_likeliest(bearing.outcomes())]


def ruled_status(row: Commitment, own: Act, bearings: Sequence[Bearing]) -> Status | None:
    """Return what acts that bear on a commitment by rule make of it; None without any."""
    ruled = [b for b in bearings if b.ruled]
    if any(_fulfils(b, row, own) for b in ruled):
        return "fulfilled"
    return "progressing" if any(_advances(b.act, row) for b in ruled) else None


def status_of(marks: Mapping[str, float]) -> tuple[Status, str]:
    """Return the likeliest status by the marks of a commitment, and what speaks most for it.

    That is "linked" (what bears on it), "own" (its own sentences) or "next" (what follows on).
    """
    odds = {s: weighed(_STATUS, marks, f"{s}: ") for s in STATUSES}
    status = max(STATUSES, key=lambda s: (odds[s], -STATUSES.index(s)))
    shares: dict[str, float] = dict.fromkeys((LINKED, "own", NEXT), 0.0)
    for part in shares:
        held = {mark: v for mark, v in marks.items() if part_of(mark) == part}
        own, other = (weighed(_STATUS, held, f"{s}: ") for s in (status, "open"))
        shares[part] = own - other
    return status, max(shares, key=lambda part: shares[part])


def _likeliest(outcomes: Mapping[Status, float]) -> Status:
    order = list(HOWS)
    return max(outcomes, key=lambda s: (round(outcomes[s], 9), -order.index(s)))


def _fulfils(bearing: Bearing, row: Commitment, own: Act) -> bool:
    """Tell whether an event that surely bears on a commitment is all that was to be done.

    Of a number to be reached, an event that does not give as many shows progress only; what is
    to go on has no end by which it would be done.
    """
    act = bearing.act
    if not isinstance(act.row, Event) or own.has_no_end:
        return False
    amount = row.target.amount
    if amount is not None:
        return any(n >= amount for m in act.row.mentions for n in numbers_in(m.quote))
    return bearing.ruled >= SURE


def _advances(act: Act, row: Commitment) -> bool:
    if isinstance(act.row, Event):
        return True
    firmer = LADDER.index(act.row.kind) > LADDER.index(row.kind)
    return firmer or is_part(act.row, row)
