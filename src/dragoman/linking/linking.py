"""From readings to the record."""

from collections.abc import Sequence
from itertools import chain

from dragoman.linking.bodies.linking import link_workings, told_workings
from dragoman.linking.bodies.nesting import with_parents
from dragoman.linking.commitments.linking import link_commitments
from dragoman.linking.days.counted import counted_from, news_days
from dragoman.linking.days.own_days import likely_days
from dragoman.linking.days.seasons import with_seasons
from dragoman.linking.days.undated import dated_bonds, days_told_elsewhere, with_days
from dragoman.linking.decided import Desk
from dragoman.linking.disagreements import Linkage, find_disagreements
from dragoman.linking.disagreements.denials import denied_promises
from dragoman.linking.events.linking import Odds, link_events
from dragoman.linking.events.wholes import with_wholes
from dragoman.linking.explained import find_explained, told_apart
from dragoman.linking.facts import Linked, ReportFacts
from dragoman.linking.figures.linking import link_figures
from dragoman.linking.figures.series import link_series
from dragoman.linking.follow_ups.linking import follow_up
from dragoman.linking.follow_ups.outlook import with_due_states
from dragoman.linking.origins.linking import link_origins
from dragoman.linking.origins.rewording import details_of
from dragoman.linking.readings import sorted_sources
from dragoman.linking.resolved import (
    told_commitments,
    told_events,
    told_figures,
    told_statements,
)
from dragoman.linking.statements import link_statements
from dragoman.linking.who.entities import link_entities
from dragoman.linking.who.roles import link_roles
from dragoman.linking.who.seen import Sightings, with_seen
from dragoman.record.decisions import Decision
from dragoman.record.nouns import Reading, Record


def link(
    reports: Sequence[ReportFacts],
    readings: Sequence[Reading],
    decisions: Sequence[Decision] = (),
) -> Record:
    """Return the record that `readings` make together, as `decisions` have it.

    `reports` gives the facts of each reading's report (by id). A pure function of the sets: the
    order in which they come changes nothing, ids included. Raises nothing of its own.
    """
    return link_explained(reports, readings, decisions).record


def link_explained(
    reports: Sequence[ReportFacts],
    readings: Sequence[Reading],
    decisions: Sequence[Decision] = (),
) -> Linked:
    """Return the record as `link` does, with the reason for every merge and decisions' effects."""
    desk = Desk(decisions)
    sources = desk.sources(sorted_sources(reports, readings))
    found = link_entities(sources)
    who = desk.who(found)
    read = {r.id: r for r in (*reports, *(s.report for s in sources))}
    details = {s.report.id: details_of(s, found.ids) for s in sources}
    origins, copied = link_origins(list(read.values()), details)
    of_text = {report: o.id for o in origins for report in o.reports}
    happenings = told_events(sources, who)
    own = likely_days(sources, happenings, who.entities, details, origins)
    counted = with_seasons([counted_from(s, own) for s in sources], details, own)
    if counted != sources:
        sources = counted
        happenings = told_events(sources, who)
    odds: Odds = {}
    events = link_events(happenings, who.entities, of_text, odds)
    days = days_told_elsewhere(events)
    if days:
        events = link_events(with_days(happenings, days), who.entities, of_text, odds)
    events = desk.rows("event", events)
    bonds = dated_bonds(told_commitments(sources, who), days | news_days(happenings, own))
    bound = link_commitments(bonds, who.entities, of_text, events.merged)
    commitments = desk.rows("commitment", bound)
    statements = desk.rows("statement", link_statements(told_statements(sources, who)))
    figures = desk.rows("figure", link_figures(told_figures(sources)))
    linkage = Linkage(
        entities=who.entities,
        roles=with_seen(desk.roles(link_roles(sources, who)), Sightings(read, happenings)),
        events=events.merged,
        commitments=commitments.merged,
        statements=statements.merged,
        figures=figures.merged,
        reports=read,
    )
    disagreements = desk.disagreements(told_apart(linkage, find_disagreements(linkage)))
    followed = follow_up(
        commitments.merged, events.merged, who.entities, desk.refused(), statements.merged
    )
    workings = link_workings(told_workings(sources, who, with_days(happenings, days)))
    settled = with_due_states(
        desk.settled(denied_promises(followed, disagreements)),
        commitments.merged,
        events.merged,
        who.entities,
    )
    record = Record(
        entities=with_parents((who.entities[i] for i in sorted(who.entities)), workings.rows),
        roles=linkage.roles,
        events=with_wholes(events.rows, who.entities),
        commitments=settled,
        statements=statements.rows,
        figures=figures.rows,
        disagreements=disagreements,
        explained=find_explained(linkage, settled, disagreements),
        series=link_series(linkage),
        workings=workings.rows,
        origins=origins,
    )
    joined = (
        events.reasons,
        commitments.reasons,
        statements.reasons,
        figures.reasons,
        workings.reasons,
    )
    return Linked(
        record=record,
        reasons=(*who.reasons, *chain.from_iterable(joined), *copied),
        effects=desk.effects(),
        redirects=desk.redirects,
    )
