"""Reports on one matter: they share names that few other reports have."""

from collections import defaultdict
from collections.abc import Mapping

from dragoman.linking.disagreements.sides import Linkage, days_apart
from dragoman.linking.grouping.blocking import candidate_pairs
from dragoman.record.nouns import Entity

LEAST_SHARED = 2
FEW = 12
DAYS = 500


def kindred_reports(linkage: Linkage) -> Mapping[str, frozenset[str]]:
    """Return for each report those on the same matter, itself left out.

    Two reports are kindred where both name at least LEAST_SHARED persons, places, bodies or the
    like that at most FEW reports name, and came out within DAYS of each other. States are named
    everywhere and tell nothing.
    """
    named: dict[str, set[str]] = defaultdict(set)
    for own, entity in sorted(linkage.entities.items()):
        holders = _holders(entity)
        if entity.type != "state" and len(holders) <= FEW:
            for report in holders:
                named[report].add(own)
    ranked = sorted(named)
    found: dict[str, set[str]] = defaultdict(set)
    for i, j in candidate_pairs([named[r] for r in ranked]):
        a, b = ranked[i], ranked[j]
        near = days_apart(linkage.reports[a], linkage.reports[b]) <= DAYS
        if near and len(named[a] & named[b]) >= LEAST_SHARED:
            found[a].add(b)
            found[b].add(a)
    return {report: frozenset(own) for report, own in found.items()}


def _holders(entity: Entity) -> set[str]:
    return {m.report for m in entity.mentions if m.form == "name"}
