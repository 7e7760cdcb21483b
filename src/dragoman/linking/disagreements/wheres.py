"""Places: one happening in two towns."""

import re
from collections.abc import Iterator

from dragoman.linking.disagreements.sides import Draft, Linkage, draft
from dragoman.linking.who.parties import Parties, is_town
from dragoman.record.nouns import Entity, Event, Mention


def differing_places(linkage: Linkage) -> Iterator[Draft]:
    """Yield towns that differ; a building, region or state is no other place than its town."""
    parties = linkage.parties
    for event in linkage.events:
        told = [
            (linkage.entities[t.item.place], m)
            for t in event.told
            if t.item.place
            for m in t.item.mentions
            if _told_in(linkage.entities[t.item.place], m)
        ]
        towns = {p.id for p, _ in told if is_town(p) and _can_hold(p, event.row, parties)}
        apart = towns - {place.within for place, _ in told}
        if len(apart) > 1:
            found = draft("place", event.row.id, [(p.name, m) for p, m in told if p.id in apart])
            if found:
                yield found


def _told_in(place: Entity, mention: Mention) -> bool:
    """Tell whether a clause has it happen in a town."""
    names = "|".join(re.escape(n) for n in (place.name, *place.names))
    return bool(re.search(rf"\b(?:in|to) (?:{names})\b", mention.quote, re.I))


def _can_hold(place: Entity, event: Event, parties: Parties) -> bool:
    """Tell whether a place is in a state that takes part: else it is talked of, or on the way.

    A visit is not paid in the visitor's own state.
    """
    hosts = event.recipients if event.mode == "visit" and event.recipients else ()
    sides = parties.sides(hosts or (*event.actors, *event.recipients))
    return place.country is None or place.country in sides
