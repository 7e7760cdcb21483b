"""From readings to the record."""

from collections.abc import Sequence

from dragoman.linking.commitments import link_commitments
from dragoman.linking.entities import link_entities
from dragoman.linking.events import link_events
from dragoman.linking.facts import Linked, ReportFacts
from dragoman.linking.numbering import own_rows
from dragoman.linking.readings import sorted_sources
from dragoman.linking.resolved import (
    told_commitments,
    told_events,
    told_figures,
    told_statements,
)
from dragoman.linking.roles import link_roles
from dragoman.record.nouns import Reading, Record


def link(reports: Sequence[ReportFacts], readings: Sequence[Reading]) -> Record:
    """Return the record that `readings` make together.

    `reports` gives the facts of each reading's report (by id). A pure function of the two sets: the
    order in which they come changes nothing, ids included. Raises nothing of its own.
    """
    return link_explained(reports, readings).record


def link_explained(reports: Sequence[ReportFacts], readings: Sequence[Reading]) -> Linked:
    """Return the record as `link` does, and beside it the reason for every merge."""
    sources = sorted_sources(reports, readings)
    who = link_entities(sources)
    happenings = link_events(told_events(sources, who), who.entities)
    bonds = link_commitments(told_commitments(sources, who), who.entities)
    record = Record(
        entities=tuple(who.entities[i] for i in sorted(who.entities)),
        roles=link_roles(sources, who),
        events=tuple(m.row for m in happenings.events),
        commitments=tuple(m.row for m in bonds.commitments),
        statements=own_rows("statement", told_statements(sources, who)),
        figures=own_rows("figure", told_figures(sources)),
    )
    return Linked(record=record, reasons=(*who.reasons, *happenings.reasons, *bonds.reasons))
