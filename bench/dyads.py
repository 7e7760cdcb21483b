"""The two sides of an event by country, as event data has them: who acts on whom.

A side is an ISO 3166-1 alpha-3 code, or NO_STATE for the United Nations, a union of states, a
charity or a network that belongs to no state; the sectors behind a code (government, rebels, …)
are not compared. Several actors or recipients give a dyad each. What all take part in alike
(talks, an agreement, joint work) has no direction. An actor whose deed is done to nobody named
acts at home: the other side is its own.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

from dragoman.record.nouns import Commitment, Entity, Event, Reading

Dyad = tuple[str | None, str | None]
NO_STATE = "IGO"
JOINT = frozenset(("AGREE", "CONSULT", "COOPERATE"))
SLIPS = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM", "IMG": NO_STATE, "NGO": NO_STATE}
"""Codes of the file that are no ISO codes, and its other codes for what belongs to no state."""


def coded_dyads(row: dict[str, Any], category: str) -> set[Dyad]:
    """Return the dyads of a coded sentence."""
    return set(_dyads(_codes(row.get("source")), _codes(row.get("target")), category))


def told_dyads(reading: Reading, told: Event | Commitment, category: str) -> set[Dyad]:
    """Return the dyads of what a reading tells."""
    known = {entity.id: entity for entity in reading.entities}
    if isinstance(told, Event):
        doers, given = told.actors, told.recipients
    else:
        doers, given = told.by, told.to
    return set(_dyads(_sides(known, doers), _sides(known, given), category))


def _codes(coded: Any) -> list[str]:
    if not isinstance(coded, list):
        return []
    codes = (one.get("code") for one in coded)
    return list(dict.fromkeys(SLIPS.get(code, code) for code in codes if code))


def _sides(known: dict[str, Entity], ids: Iterable[str]) -> list[str]:
    """Return the codes of entities; what is of no state counts where nobody else is named."""
    entities = [known[i] for i in ids if known[i].type != "place" or known[i].country]
    return list(dict.fromkeys(e.country or e.presumed or NO_STATE for e in entities))


def _dyads(doers: list[str], given: list[str], category: str) -> Iterator[Dyad]:
    together = len(doers) > 1 and not given
    pairs: Iterable[Dyad] = combinations(doers, 2) if together else _pairs(doers, given)
    for one, other in pairs:
        joint = (together or category in JOINT) and one and other and one > other
        yield (other, one) if joint else (one, other)


def _pairs(doers: list[str], given: list[str]) -> Iterator[Dyad]:
    for doer in doers or [None]:
        for other in given or [doer]:
            yield doer, other
