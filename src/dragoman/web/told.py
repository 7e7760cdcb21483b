"""The sides of a disagreement, each in the words of the reports that give it."""

from typing import NamedTuple

from sqlalchemy import Connection

from dragoman.record.nouns import Disagreement
from dragoman.web.evidence import Marked, marked

_SHOWN = 5


class Told(NamedTuple):
    """One side: its value, how many reports give it, and some of them in their words."""

    value: str
    reports: int
    evidence: list[Marked]
    more: int


def sides(connection: Connection, one: Disagreement) -> list[Told]:
    """Return the sides of a disagreement in their order."""
    return [
        Told(
            side.value,
            len(side.reports),
            marked(connection, side.mentions[:_SHOWN]),
            max(0, len(side.mentions) - _SHOWN),
        )
        for side in one.sides
    ]
