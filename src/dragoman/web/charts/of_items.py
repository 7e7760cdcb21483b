"""The charts that stand on the pages of single items.

A page shows them with the macros of `templates/charts.html`: `chart_head` in its head, `chart` for
each of them.
"""

from sqlalchemy import Connection

from dragoman.record.nouns import Commitment
from dragoman.store.linked import loading
from dragoman.store.views.company import company
from dragoman.store.views.listing import listed, names_of
from dragoman.store.views.words import commitment_words, event_words, quote
from dragoman.web.charts.chart import Chart
from dragoman.web.charts.circle import MOST, circle_chart
from dragoman.web.charts.lifeline import Later, lifeline_chart
from dragoman.web.charts.offices import offices_chart


def entity_charts(connection: Connection, key: str, name: str) -> list[Chart]:
    """Return the offices an entity held over time, and with whom it takes part in what."""
    roles = loading.load_roles(connection, [key])
    keys = {one for role in roles for one in (role.person, role.organization) if one}
    made = [
        offices_chart(roles, names_of(connection, keys)),
        circle_chart(name, company(connection, key, MOST)),
    ]
    return [chart for chart in made if chart.rows]


def commitment_charts(connection: Connection, made: Commitment) -> list[Chart]:
    """Return the life line of a commitment that something bears on or that is due."""
    later = _later(connection, made)
    if not later and made.target.due is None:
        return []
    return [lifeline_chart(made, later)]


def _later(connection: Connection, made: Commitment) -> list[Later]:
    how = {one.later: one.how for one in made.follow_ups}
    events = loading.load_events(connection, [f.event for f in made.follow_ups if f.event])
    again = loading.load_commitments(
        connection, [f.commitment for f in made.follow_ups if f.commitment]
    )
    said = loading.load_statements(
        connection, [f.statement for f in made.follow_ups if f.statement]
    )
    happened, voiced = listed(connection, events).names, listed(connection, again).names
    return [
        *(
            Later(f"/event/{one.id}", event_words(one, happened), one.date, how[one.id])
            for one in events
        ),
        *(
            Later(
                f"/commitment/{one.id}",
                commitment_words(one, voiced),
                one.date,
                how[one.id],
                one.kind,
            )
            for one in again
        ),
        *(
            Later(f"/statement/{one.id}", f"“{quote(one.mentions)}”", None, how[one.id])
            for one in said
        ),
    ]
