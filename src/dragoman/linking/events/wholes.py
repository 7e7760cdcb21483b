"""A visit, the meetings held on it and what was signed there: parts of one whole."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec

from dragoman.linking.days.dates import Days, days
from dragoman.linking.who.parties import Parties
from dragoman.record.nouns import Entity, Event

LONGEST = 21


@dataclass(frozen=True)
class Occasion:
    """An event that may be a whole, or a part of one."""

    row: Event
    parties: Parties

    @cached_property
    def days(self) -> Days | None:
        """Return its days, where they are told to a few weeks."""
        found = days(self.row.date)
        return found if found and found.length <= LONGEST else None

    @cached_property
    def sides(self) -> frozenset[str]:
        """Return the states concerned."""
        return frozenset(self.parties.sides((*self.row.actors, *self.row.recipients)))

    @cached_property
    def persons(self) -> Mapping[str, frozenset[str]]:
        """Return who is named on each side."""
        return self.parties.persons((*self.row.actors, *self.row.recipients))

    @cached_property
    def reports(self) -> frozenset[str]:
        """Return the reports that tell it."""
        return frozenset(m.report for m in self.row.mentions)

    @property
    def country(self) -> str | None:
        """Return the state it took place in."""
        place = self.row.place and self.parties.entities[self.row.place]
        return place.country if place else None

    @property
    def is_visit(self) -> bool:
        """Tell whether it is a visit."""
        return self.row.mode == "visit"

    @property
    def is_meeting(self) -> bool:
        """Tell whether it is a meeting."""
        return self.row.type == "CONSULT" and (self.row.mode or "meet") == "meet"


def with_wholes(rows: Sequence[Event], entities: Mapping[str, Entity]) -> tuple[Event, ...]:
    """Return the events, each with the whole that it is a part of.

    A meeting or a signing on the days of a visit between the same sides is a part of the visit; a
    signing on the day of a meeting, told in the same report, one of the meeting. Nobody who is
    named may clash, nor where it was. A visit is a part of nothing.
    """
    parties = Parties(entities)
    occasions = [Occasion(row, parties) for row in rows]
    wholes: dict[tuple[str, str], list[Occasion]] = defaultdict(list)
    for one in occasions:
        if one.days and (one.is_visit or one.is_meeting):
            for side in one.sides:
                wholes[side, one.days.first.strftime("%Y-%m")].append(one)
                wholes[side, one.days.last.strftime("%Y-%m")].append(one)
    return tuple(_placed(one, wholes) for one in occasions)


def _placed(part: Occasion, wholes: Mapping[tuple[str, str], Sequence[Occasion]]) -> Event:
    is_part = part.is_meeting or part.row.type == "AGREE"
    if not is_part or part.is_visit or part.days is None:
        return part.row
    month = part.days.first.strftime("%Y-%m")
    near = {w.row.id: w for side in part.sides for w in wholes.get((side, month), ())}
    fit = [w for w in near.values() if w.row.id != part.row.id and _holds(w, part)]
    if not fit:
        return part.row
    best = max(fit, key=lambda w: (w.is_visit, _closeness(w, part), w.row.id))
    return msgspec.structs.replace(part.row, part_of=best.row.id)


def _holds(whole: Occasion, part: Occasion) -> bool:
    if whole.days is None or part.days is None or not whole.days.holds(part.days):
        return False
    if not whole.is_visit and (part.is_meeting or not whole.reports & part.reports):
        return False
    if len(whole.sides & part.sides) < min(2, len(part.sides)):
        return False
    shared = whole.persons.keys() & part.persons.keys()
    met = [bool(whole.persons[s] & part.persons[s]) for s in shared]
    if not whole.reports & part.reports and not any(met):
        return False
    if whole.country and part.country and whole.country != part.country:
        return False
    return not met or any(met) or part.row.type == "AGREE"


def _closeness(whole: Occasion, part: Occasion) -> tuple[int, int, int]:
    shared = whole.persons.keys() & part.persons.keys()
    persons = sum(len(whole.persons[s] & part.persons[s]) for s in shared)
    length = whole.days.length if whole.days else 0
    return len(whole.reports & part.reports), persons, -length
