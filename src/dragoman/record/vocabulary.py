"""Words that several rooms must write alike."""

from typing import get_args

from dragoman.record.nouns import CommitmentKind

LADDER: tuple[CommitmentKind, ...] = get_args(CommitmentKind)
"""The kinds of commitments from weak to firm."""

MAIN_DAY = "day of the report's main happening"
"""The `date_reason` of an event told as part of what a report is about, with no time of its own.

In a report that tells no day such an event has this reason and no date: linking dates it by other
reports of the same happenings.
"""

CATEGORIES = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)
"""What an event may be: the PLOVER event categories (PLOVER manual, 2023)."""
