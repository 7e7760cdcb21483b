"""Participants: one report of a meeting has another attend."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from dragoman.linking.disagreements.sides import Draft, Linkage, draft
from dragoman.linking.told import Told
from dragoman.linking.who.parties import Parties
from dragoman.record.nouns import Event

Named = Mapping[str, frozenset[str]]


def differing_participants(linkage: Linkage) -> Iterator[Draft]:
    """Yield meetings of two sides of which reports that name both name other persons."""
    parties = linkage.parties
    for event in linkage.events:
        if event.row.type != "CONSULT" or event.row.mode != "meet" or event.row.date is None:
            continue
        named = {r: n for r, n in _by_report(event.told, parties).items() if len(n) == 2}
        if _differ(named):
            yield from _found(event.row.id, named, event.told, linkage)


def _by_report(told: tuple[Told[Event], ...], parties: Parties) -> dict[str, Named]:
    """Return whom each report names on which side, in all that it tells of an event."""
    everyone: dict[str, set[str]] = defaultdict(set)
    for t in told:
        everyone[t.report.id].update((*t.item.actors, *t.item.recipients))
    return {report: parties.persons(sorted(own)) for report, own in everyone.items()}


def _differ(named: Mapping[str, Named]) -> bool:
    sides = {frozenset(n) for n in named.values()}
    return len(sides) == 1 and len({tuple(sorted(n.items())) for n in named.values()}) > 1


def _found(
    about: str, named: Mapping[str, Named], told: tuple[Told[Event], ...], linkage: Linkage
) -> Iterator[Draft]:
    sides = []
    for t in told:
        if t.report.id in named:
            value = " – ".join(
                ", ".join(sorted(linkage.entities[p].name for p in own))
                for _, own in sorted(named[t.report.id].items())
            )
            sides += [(value, m) for m in t.item.mentions]
    found = draft("participants", about, sides)
    if found:
        yield found
