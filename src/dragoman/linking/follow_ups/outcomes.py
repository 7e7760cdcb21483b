"""What a later act makes of a commitment, and the status that all of them come to."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dragoman.linking.follow_ups.acts import Act
from dragoman.linking.follow_ups.ruled import AS_FORETOLD, BY_RULE
from dragoman.linking.follow_ups.status_marks import LINKED, NEXT, STATUSES, part_of
from dragoman.linking.grouping.weighing import weighed
from dragoman.linking.lexicon import table_of
from dragoman.record.nouns import How, Status

HOWS: Mapping[Status, How] = {
    "fulfilled": "fulfils",
    "progressing": "advances",
    "lapsed": "slips",
    "denied": "denies",
    "open": "repeats",
}
LEAST_SHARED = 0.1
STEPS = ("firmer", "a part")
BAR = "bar: "
FOLLOWS = "follows"
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
    """An act that bears on a commitment, and how likely it does by its marks."""

    act: Act
    likely: float
    marks: Mapping[str, float]

    @property
    def how(self) -> How:
        """Return what it likeliest makes of the commitment."""
        return "fulfils" if self.as_foretold else HOWS[_likeliest(self.outcomes())]

    @property
    def as_foretold(self) -> bool:
        """Tell whether it is the very visit that was foretold."""
        return bool(self.marks.get(AS_FORETOLD))

    @property
    def goes_further(self) -> bool:
        """Tell whether it surely is a firmer commitment to the same, or one to a part of it."""
        return any(self.marks.get(step) for step in STEPS) and bool(self.marks.get(BY_RULE))

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


def likely_statuses(weigh: Callable[[str], float]) -> dict[Status, float]:
    """Return how likely each status is; `weigh` gives the log odds for a sort of weights."""
    odds = {s: max(-30.0, min(30.0, weigh(f"{s}: "))) for s in STATUSES}
    total = math.fsum(math.exp(own) for own in odds.values())
    return {s: math.exp(own) / total for s, own in odds.items()}


def settled_status(likely: Mapping[Status, float], bars: Mapping[Status, float]) -> Status:
    """Return the status that is furthest above its bar; "open" where none reaches its own."""
    over = {s: round(likely[s] - bar, 6) for s, bar in bars.items()}
    best = max(STATUSES[1:], key=lambda s: (over[s], -STATUSES.index(s)))
    return best if over[best] >= 0 else "open"


def bar_of(weights: str, what: str) -> float:
    """Return the likelihood from which `what` holds, as training found it."""
    return float(table_of(weights)[f"{BAR}{what}"])


def least_likely() -> float:
    """Return how likely an act must be to be given as a follow-up."""
    return bar_of(_WEIGHTS, FOLLOWS)


def status_of(marks: Mapping[str, float]) -> tuple[Status, str]:
    """Return the likeliest status by the marks of a commitment, and what speaks most for it.

    That is "linked" (what bears on it), "own" (its own sentences) or "next" (what follows on).
    """
    likely = likely_statuses(lambda sort: weighed(_STATUS, marks, sort))
    bars = {s: bar_of(_STATUS, s) for s in STATUSES[1:]}
    status = settled_status(likely, bars)
    shares: dict[str, float] = dict.fromkeys((LINKED, "own", NEXT), 0.0)
    for part in shares:
        held = {mark: v for mark, v in marks.items() if part_of(mark) == part}
        own, other = (weighed(_STATUS, held, f"{s}: ") for s in (status, "open"))
        shares[part] = own - other
    return status, max(shares, key=lambda part: shares[part])


def _likeliest(outcomes: Mapping[Status, float]) -> Status:
    order = list(HOWS)
    return max(outcomes, key=lambda s: (round(outcomes[s], 9), -order.index(s)))
