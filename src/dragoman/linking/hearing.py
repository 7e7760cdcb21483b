"""What the readings tell together, before any decision on events and what comes after them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.linking.bodies.linking import link_workings, told_workings
from dragoman.linking.days.counted import counted_from, news_days
from dragoman.linking.days.own_days import likely_days
from dragoman.linking.days.seasons import with_seasons
from dragoman.linking.days.undated import dated_bonds, days_told_elsewhere, with_days
from dragoman.linking.events.linking import Odds, link_events
from dragoman.linking.facts import LinkReason, ReportFacts
from dragoman.linking.figures.linking import link_figures
from dragoman.linking.grouping.merging import Joined
from dragoman.linking.origins.linking import link_origins
from dragoman.linking.origins.rewording import details_of
from dragoman.linking.readings import Source
from dragoman.linking.resolved import (
    told_commitments,
    told_events,
    told_figures,
    told_statements,
)
from dragoman.linking.statements import link_statements
from dragoman.linking.told import Told
from dragoman.linking.who.entities import WhoIsWho
from dragoman.linking.who.roles import link_roles
from dragoman.record.nouns import Commitment, Event, Figure, Origin, Role, Statement
from dragoman.record.workings import Working


@dataclass(frozen=True, slots=True)
class Heard:
    """What follows from readings and who is who alone.

    `read` are the reports by id, `of_text` leads from a report to the text it tells again, `copied`
    tells why copies are taken for such; `happenings` and `bonds` are the events and commitments of
    single readings, with the days that their reports could be given.
    """

    read: Mapping[str, ReportFacts]
    origins: tuple[Origin, ...]
    copied: tuple[LinkReason, ...]
    of_text: Mapping[str, str]
    happenings: Sequence[Told[Event]]
    bonds: Sequence[Told[Commitment]]
    events: Joined[Event]
    statements: Joined[Statement]
    figures: Joined[Figure]
    workings: Joined[Working]
    roles: tuple[Role, ...]


def hear(
    reports: Sequence[ReportFacts], sources: Sequence[Source], found: WhoIsWho, who: WhoIsWho
) -> Heard:
    """Return what sources tell together; `found` is who is who before decisions, `who` after."""
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
    dated = with_days(happenings, days)
    if days:
        events = link_events(dated, who.entities, of_text, odds)
    return Heard(
        read=read,
        origins=origins,
        copied=copied,
        of_text=of_text,
        happenings=happenings,
        bonds=dated_bonds(told_commitments(sources, who), days | news_days(happenings, own)),
        events=events,
        statements=link_statements(told_statements(sources, who)),
        figures=link_figures(told_figures(sources)),
        workings=link_workings(told_workings(sources, who, dated)),
        roles=link_roles(sources, who),
    )
