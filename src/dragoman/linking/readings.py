"""The readings to be linked, sorted, each beside the facts of its report."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.linking.facts import ReportFacts
from dragoman.linking.who.organization_names import state_code
from dragoman.record.nouns import Entity, Reading


@dataclass(frozen=True, slots=True)
class Source:
    """One reading and its report; `number` is its place in the sorted list."""

    number: int
    report: ReportFacts
    reading: Reading

    def pair(self) -> frozenset[str]:
        """Return the two states (ISO codes) the report speaks of most: what it covers."""
        counts: Counter[str] = Counter()
        for entity in self.reading.entities:
            code = country_of(entity)
            if code and entity.type == "state":
                counts[code] += len(entity.mentions)
        ranked = sorted(counts, key=lambda code: (-counts[code], code))
        return frozenset(ranked[:2])


def country_of(entity: Entity) -> str | None:
    """Return the ISO code of an entity; a state's from its name where the reader gave none."""
    if entity.country or entity.type != "state":
        return entity.country
    return next((code for n in (entity.name, *entity.names) if (code := state_code(n))), None)


def sorted_sources(reports: Sequence[ReportFacts], readings: Sequence[Reading]) -> list[Source]:
    """Return readings with their reports in an order that does not depend on how they came.

    A reading whose report is not among `reports` is taken with its id alone.
    """
    facts = {r.id: r for r in reports}
    ranked = sorted(readings, key=lambda r: (r.report, r.reader, r.version))
    return [
        Source(i, facts.get(r.report, ReportFacts(id=r.report)), r) for i, r in enumerate(ranked)
    ]
