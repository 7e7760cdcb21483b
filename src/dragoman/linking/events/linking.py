"""One happening told by many reports is one event."""

from collections.abc import Mapping, Sequence

from dragoman.linking.events.happening import EventProfile, Happening, profile_of
from dragoman.linking.events.likeness import BAR, features, likeness, never_one
from dragoman.linking.events.marks import Company, event_marks
from dragoman.linking.events.retelling import retellings
from dragoman.linking.grouping.apart import own_numbers
from dragoman.linking.grouping.averaging import averaged
from dragoman.linking.grouping.blocking import candidate_pairs
from dragoman.linking.grouping.clusters import Groups, Link, grouped
from dragoman.linking.grouping.merging import Joined, merged_rows
from dragoman.linking.grouping.votes import best_date, most_common, supported
from dragoman.linking.grouping.weighing import NEVER, weighed
from dragoman.linking.told import Told, all_mentions
from dragoman.linking.who.parties import Parties
from dragoman.linking.wording.words import RarityAtLarge
from dragoman.record.nouns import Entity, Event

MINORITY = 0.34
COPY_BAR = 0.4
EAGERNESS = 0.4
"""Log odds in favour of two reports telling one event: what else could they both tell of?"""


Odds = dict[tuple[int, int], float]
"""Log odds of pairs of tellings, by their identities: for tellings that live as long as it does."""


def link_events(
    told: Sequence[Told[Event]],
    entities: Mapping[str, Entity],
    origins: Mapping[str, str],
    odds: Odds | None = None,
) -> Joined[Event]:
    """Group the events of all readings and merge each group into one row.

    `origins` leads from a report to the text it tells again. `odds` takes up what pairs came to,
    and spares weighing them again where some of these tellings are linked with new days.
    """
    parties = Parties(entities)
    ranked = sorted(told, key=lambda t: (t.item.date or t.report.published or "", t.key))
    items = [Happening(t, parties) for t in ranked]
    rarity = RarityAtLarge()
    again = retellings(items, rarity)
    numbers = own_numbers(ranked, again)
    shared = [set(features(h, rarity)) for h in items]
    links = []
    for i, j in candidate_pairs(shared):
        if items[i].event.type != items[j].event.type:
            continue
        found = likeness(items[i], items[j], rarity)
        if found and found[0] >= _bar(ranked[i], ranked[j], origins):
            links.append(Link(i, j, *found))
    sure = grouped([profile_of(h, n) for h, n in zip(items, numbers, strict=True)], again, links)
    company = Company.of(items, rarity, again)
    likely = _likely(sure, company, shared, {} if odds is None else odds)
    return merged_rows("event", ranked, likely, _row)


def _likely(
    sure: Groups[EventProfile],
    company: Company,
    shared: Sequence[set[tuple[str, ...]]],
    known: Odds,
) -> Groups[EventProfile]:
    """Join the groups that rules made where all that is told makes it likelier than not."""
    items = company.items

    def odds(i: int, j: int) -> float:
        # What one report tells twice hangs on all that it tells; two reports, on the two tellings.
        if items[i].told.report.id == items[j].told.report.id:
            return _odds(company, i, j)
        pair = (id(items[i].told), id(items[j].told))
        if pair not in known:
            known[pair] = _odds(company, i, j)
        return known[pair]

    def why(i: int, j: int) -> str:
        found = likeness(items[i], items[j], company.rarity)
        return found[1] if found else f"both {items[i].event.type}, told of in like terms"

    apart = [own | {(h.told.report.id, h.event.type)} for own, h in zip(shared, items, strict=True)]
    return averaged(sure, candidate_pairs(apart), odds, why)


def _odds(company: Company, i: int, j: int) -> float:
    a, b = company.items[i], company.items[j]
    if never_one(a, b):
        return NEVER
    found = weighed("event_weights", event_marks(company, i, j))
    return found if a.told.report.id == b.told.report.id else found + EAGERNESS


def _bar(a: Told[Event], b: Told[Event], origins: Mapping[str, str]) -> float:
    """Return the score from which two tellings are one: lower where one text is told again."""
    copied = a.report.id != b.report.id and origins[a.report.id] == origins[b.report.id]
    return COPY_BAR if copied else BAR


def _row(own: str, told: Sequence[Told[Event]]) -> Event:
    rows = [t.item for t in told]
    actors = supported([r.actors for r in rows], MINORITY)
    recipients = supported([r.recipients for r in rows], MINORITY)
    counts = {e: sum(e in r.actors for r in rows) for e in actors}
    back = {e: sum(e in r.recipients for r in rows) for e in recipients}
    dated = best_date([r.date for r in rows])
    return Event(
        id=own,
        type=rows[0].type,
        mode=most_common([r.mode for r in rows if r.mode]),
        actors=tuple(e for e in actors if counts[e] >= back.get(e, 0)),
        recipients=tuple(e for e in recipients if back[e] > counts.get(e, 0)),
        place=most_common([r.place for r in rows if r.place]),
        date=dated,
        hedge=None if any(r.hedge is None for r in rows) else rows[0].hedge,
        trigger=most_common([r.trigger for r in rows if r.trigger]),
        date_reason=next((r.date_reason for r in rows if r.date == dated), None),
        mentions=all_mentions(told),
    )
