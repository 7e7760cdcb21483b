"""From readings to the record."""

from collections.abc import Sequence
from itertools import chain

from dragoman.linking.bodies.nesting import with_parents
from dragoman.linking.commitments.linking import link_commitments
from dragoman.linking.decided import Desk
from dragoman.linking.disagreements import Linkage, find_disagreements
from dragoman.linking.disagreements.denials import denied_promises
from dragoman.linking.events.wholes import with_wholes
from dragoman.linking.explained import find_explained, told_apart
from dragoman.linking.facts import Linked, ReportFacts
from dragoman.linking.figures.series import link_series
from dragoman.linking.follow_ups.linking import follow_up
from dragoman.linking.follow_ups.outlook import with_due_states
from dragoman.linking.hearing import hear
from dragoman.linking.memory import Memory
from dragoman.linking.readings import sorted_sources
from dragoman.linking.who.entities import link_entities
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
    memory: Memory | None = None,
) -> Linked:
    """Return the record as `link` does, with the reason for every merge and decisions' effects.

    `memory` spares working out again what follows from readings that it saw last, and is given
    these; the record is the same with any or none.
    """
    memory = memory or Memory()
    desk = Desk(decisions)
    parted = desk.sources(sorted_sources(reports, readings))
    sources = memory.sources.of(list, parted)
    found = memory.found.of(link_entities, sources)
    who = desk.who(found)
    heard = memory.heard.of(hear, list(reports), sources, found, who)
    events = desk.rows("event", heard.events)
    bound = memory.bound.of(
        link_commitments, heard.bonds, who.entities, heard.of_text, events.merged
    )
    commitments = desk.rows("commitment", bound)
    statements = desk.rows("statement", heard.statements)
    figures = desk.rows("figure", heard.figures)
    linkage = Linkage(
        entities=who.entities,
        roles=with_seen(desk.roles(heard.roles), Sightings(heard.read, heard.happenings)),
        events=events.merged,
        commitments=commitments.merged,
        statements=statements.merged,
        figures=figures.merged,
        reports=heard.read,
    )
    disagreements = desk.disagreements(told_apart(linkage, find_disagreements(linkage)))
    followed = memory.followed.of(
        follow_up,
        commitments.merged,
        events.merged,
        who.entities,
        desk.refused(),
        statements.merged,
    )
    settled = with_due_states(
        desk.settled(denied_promises(followed, disagreements)),
        commitments.merged,
        events.merged,
        who.entities,
    )
    record = Record(
        entities=with_parents((who.entities[i] for i in sorted(who.entities)), heard.workings.rows),
        roles=linkage.roles,
        events=with_wholes(events.rows, who.entities),
        commitments=settled,
        statements=statements.rows,
        figures=figures.rows,
        disagreements=disagreements,
        explained=find_explained(linkage, settled, disagreements),
        series=link_series(linkage),
        workings=heard.workings.rows,
        origins=heard.origins,
    )
    joined = (
        events.reasons,
        commitments.reasons,
        statements.reasons,
        figures.reasons,
        heard.workings.reasons,
    )
    return Linked(
        record=record,
        reasons=(*who.reasons, *chain.from_iterable(joined), *heard.copied),
        effects=desk.effects(),
        redirects=desk.redirects,
    )
