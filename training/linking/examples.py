"""Pairs of tellings, and of commitments and later acts, with their marks and the key's word."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dragoman.linking.commitments.likeness import Bond
from dragoman.linking.commitments.marks import Bonds, commitment_marks
from dragoman.linking.commitments.sealed import sealed_together
from dragoman.linking.days.counted import counted_from, news_days
from dragoman.linking.days.own_days import likely_days
from dragoman.linking.days.seasons import with_seasons
from dragoman.linking.days.undated import dated_bonds, days_told_elsewhere, with_days
from dragoman.linking.events.happening import Happening
from dragoman.linking.events.linking import link_events
from dragoman.linking.events.marks import Company, event_marks
from dragoman.linking.origins.linking import link_origins
from dragoman.linking.origins.rewording import details_of
from dragoman.linking.readings import sorted_sources
from dragoman.linking.resolved import told_commitments, told_events
from dragoman.linking.told import Told
from dragoman.linking.who.entities import link_entities
from dragoman.linking.who.parties import Parties
from dragoman.linking.wording.words import Rarity, RarityAtLarge
from dragoman.record.nouns import Commitment, Event
from training.linking.keyed import Read, published_row

Example = tuple[Mapping[str, float], bool]


class Story:
    """What linking makes of one story on the way, beside its key."""

    def __init__(self, story: Read) -> None:
        """Link the story's readings."""
        self.read = story
        sources = sorted_sources(story.facts(), story.readings)
        self.who = link_entities(sources)
        entities = self.who.entities
        details = {s.report.id: details_of(s, self.who.ids) for s in sources}
        origins, _ = link_origins([s.report for s in sources], details)
        self.origins = {report: o.id for o in origins for report in o.reports}
        told = told_events(sources, self.who)
        own = likely_days(sources, told, entities, details, origins)
        sources = with_seasons([counted_from(s, own) for s in sources], details, own)
        told = told_events(sources, self.who)
        days = days_told_elsewhere(link_events(told, entities, self.origins))
        self.events = _ranked(with_days(told, days))
        bonds = told_commitments(sources, self.who)
        self.commitments = _ranked(dated_bonds(bonds, days | news_days(told, own)))
        self.merged = link_events(self.events, entities, self.origins)
        self.parties = Parties(entities)

    def event_pairs(self) -> Iterator[Example]:
        """Yield pairs of events of one type that the key knows, and whether they are one."""
        items = [Happening(t, self.parties) for t in self.events]
        company = Company.of(items, RarityAtLarge())
        rows = self._keyed("events", [t.item for t in self.events])
        for i, j in _twos(rows):
            a, b = items[i], items[j]
            near = a.told.report.id == b.told.report.id or a.sides & b.sides
            if a.event.type == b.event.type and near:
                yield event_marks(company, i, j), bool(rows[i] & rows[j])

    def commitment_pairs(self) -> Iterator[Example]:
        """Yield pairs of commitments that the key knows, and whether they are one."""
        items = [Bond(t, self.parties) for t in self.commitments]
        made = frozenset((k.left, k.right) for k in sealed_together(items, self.merged.merged))
        bonds = Bonds.of(items, Rarity([b.words for b in items]), made)
        rows = self._keyed("commitments", [t.item for t in self.commitments])
        for i, j in _twos(rows):
            a, b = items[i], items[j]
            if a.words & b.words or a.sides & b.sides or (i, j) in made:
                yield commitment_marks(bonds, i, j), bool(rows[i] & rows[j])

    def _keyed(self, layer: str, items: Sequence[Event | Commitment]) -> dict[int, set[str]]:
        rows = [published_row(item, str(i)) for i, item in enumerate(items)]
        found: dict[int, set[str]] = defaultdict(set)
        for key, own in self.read.pairs(layer, rows):
            found[int(own)].add(key)
        return dict(found)


def _ranked(told: Sequence[Told[Any]]) -> list[Told[Any]]:
    return sorted(told, key=lambda t: (t.item.date or t.report.published or "", t.key))


def _twos(rows: Mapping[int, set[str]]) -> Iterator[tuple[int, int]]:
    held = sorted(rows)
    yield from ((i, j) for k, i in enumerate(held) for j in held[k + 1 :])
