"""What happened, by date, and what was undertaken, by firmness."""

import msgspec
from sqlalchemy import Connection

from dragoman.record.nouns import Commitment, Event, FollowUp
from dragoman.store.linked.loading import load_commitments, load_events
from dragoman.store.views.filters import Filters
from dragoman.store.views.listing import FIRMNESS, Listed, Names, commitments, events, listed
from dragoman.store.views.pages import Line, Section
from dragoman.store.views.words import (
    cited,
    commitment_words,
    date_words,
    due_words,
    event_words,
    quote,
    target_words,
)


def events_section(connection: Connection, filters: Filters) -> Section:
    """Return the events by date, each with its place and the words that tell it."""
    found = events(connection, _without_kinds(filters))
    lines = tuple(_event(row, found.names) for row in found.rows)
    return Section(heading="What happened", lines=lines)


def commitments_section(connection: Connection, filters: Filters) -> Section:
    """Return the commitments from signed to expected, with targets, status and what followed."""
    found = commitments(connection, _without_kinds(filters))
    later = _Later(connection, [row.item for row in found.rows])
    lines = []
    for kind in reversed(FIRMNESS):
        rows = [row for row in found.rows if row.item.kind == kind]
        under = tuple(_commitment(row, found.names, later) for row in rows)
        lines.append(Line(text=kind.capitalize(), under=under))
    return Section(
        heading="Commitments, the firmest first",
        note="signed, agreed, pledged, planned, proposed, requested, interest, expected",
        lines=tuple(lines),
    )


def _event(row: Listed[Event], names: Names) -> Line:
    event = row.item
    told = f" ({event.hedge})" if event.hedge and event.hedge != "stated" else ""
    return Line(
        text=f"{date_words(event.date)}: {event_words(event, names)}{told} — "
        f"“{quote(event.mentions)}”",
        citations=cited(row),
        item=event.id,
    )


def _commitment(row: Listed[Commitment], names: Names, later: "_Later") -> Line:
    made = row.item
    target = target_words(made.target)
    parts = [
        date_words(made.date) if made.date else "",
        f"target {target}" if target else "",
        made.status,
        due_words(made.due_state) if made.due_state else "",
    ]
    drift = (Line(text=f"firmness: {made.drift}"),) if made.drift else ()
    return Line(
        text=f"{commitment_words(made, names)} — {', '.join(part for part in parts if part)}",
        citations=cited(row),
        item=made.id,
        under=(*(line for one in made.follow_ups if (line := later.line(one))), *drift),
    )


class _Later:
    """What follows up the commitments of a page, in lines."""

    def __init__(self, connection: Connection, made: list[Commitment]) -> None:
        follows = [follow for one in made for follow in one.follow_ups]
        events = load_events(connection, [one.event for one in follows if one.event])
        again = load_commitments(connection, [one.commitment for one in follows if one.commitment])
        happened, undertaken = listed(connection, events), listed(connection, again)
        self._lines = {row.item.id: _event(row, happened.names) for row in happened.rows}
        for row in undertaken.rows:
            made_later = row.item
            words = commitment_words(made_later, undertaken.names)
            text = f"{date_words(made_later.date)}: {made_later.kind}: {words}"
            self._lines[made_later.id] = Line(text=text, citations=cited(row), item=made_later.id)

    def line(self, follow: FollowUp) -> Line | None:
        """Return the line of a follow-up."""
        found = self._lines.get(follow.later)
        if found is None:
            return None
        how = f" ({follow.how})" if follow.how else ""
        return Line(text=f"then{how} {found.text}", citations=found.citations, item=found.item)


def _without_kinds(filters: Filters) -> Filters:
    return msgspec.structs.replace(filters, kinds=(), statuses=())
