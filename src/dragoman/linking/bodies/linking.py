"""What reports tell of how bodies work: one session, chair or founding told twice is one row."""

from collections.abc import Sequence

import msgspec

from dragoman.linking.bodies.sessions import When, same_session
from dragoman.linking.days.dates import days
from dragoman.linking.grouping.blocking import candidate_pairs
from dragoman.linking.grouping.clusters import Link, grouped
from dragoman.linking.grouping.merging import Joined, merged_rows
from dragoman.linking.grouping.votes import most_common
from dragoman.linking.lexicon import table_of
from dragoman.linking.readings import Source
from dragoman.linking.resolved import Resolver
from dragoman.linking.told import Told, all_mentions, in_order
from dragoman.linking.who.entities import WhoIsWho
from dragoman.linking.wording.words import folded
from dragoman.record.nouns import Event
from dragoman.record.workings import Working

_MEETINGS = ("CONSULT", "AGREE")


def told_workings(
    sources: Sequence[Source],
    who: WhoIsWho,
    happenings: Sequence[Told[Event]],
) -> list[Told[Working]]:
    """Return the workings of all readings, led to the record's bodies; the unknown are left out.

    A session held that its clause does not date has the day of the meeting told in that clause.
    """
    meetings: dict[str, list[Event]] = {}
    for t in happenings:
        if t.item.type in _MEETINGS and t.item.date:
            meetings.setdefault(t.report.id, []).append(t.item)
    return in_order(
        Told(s.report, _dated(led, meetings.get(s.report.id, ())))
        for s in sources
        for w in s.reading.workings
        if (led := _led(w, Resolver(who, s))) is not None
    )


def link_workings(told: Sequence[Told[Working]]) -> Joined[Working]:
    """Merge what tells one thing of one body.

    Sessions are one by number and day, chairs by who they are, what a body stands under by that,
    a founding by its day.
    """
    links = [
        link
        for i, j in candidate_pairs([{(t.item.body, t.item.kind)} for t in told])
        if (link := _link(i, j, told[i], told[j])) is not None
    ]
    return merged_rows("working", told, grouped([When.of(t.item) for t in told], links), _row)


def _led(told: Working, lead: Resolver) -> Working | None:
    body = lead.one(told.body)
    parties = lead.many(told.parties)
    if body is None or (told.parties and not set(parties) - {body}):
        return None
    return msgspec.structs.replace(told, body=body, parties=parties)


def _dated(told: Working, meetings: Sequence[Event]) -> Working:
    if told.kind != "session" or told.state != "done" or told.date or told.value:
        return told
    near = [(_overlap(told, e), e.date or "") for e in meetings]
    shared, date = max(near, key=lambda found: (found[0], found[1]), default=(0, ""))
    return msgspec.structs.replace(told, date=date) if shared else told


def _overlap(told: Working, event: Event) -> int:
    return max(
        (
            min(m.end, n.end) - max(m.start, n.start)
            for m in told.mentions
            for n in event.mentions
            if m.report == n.report and m.start < n.end and n.start < m.end
        ),
        default=0,
    )


def _link(i: int, j: int, a: Told[Working], b: Told[Working]) -> Link | None:
    one, other = a.item, b.item
    if one.kind == "within":
        return Link(i, j, 1.0, "the same above it") if one.parties == other.parties else None
    if one.kind == "rhythm":
        same = _rhythm(one) == _rhythm(other)
        return Link(i, j, 1.0, f"the same rhythm: {_rhythm(one)}") if same else None
    if one.kind == "chair":
        return _chaired_alike(i, j, one, other)
    if one.state != other.state:
        return None
    if one.kind == "founded":
        return Link(i, j, 0.9, "one founding: no other day is told")
    found = same_session(one, other, together=a.report.id == b.report.id)
    return Link(i, j, *found) if found else None


def _chaired_alike(i: int, j: int, one: Working, other: Working) -> Link | None:
    if one.parties and set(one.parties) == set(other.parties):
        return Link(i, j, 1.0, "the same in the chair")
    if (
        not one.parties
        and not other.parties
        and folded(one.value or "") == folded(other.value or "")
    ):
        return Link(i, j, 0.9, f"the chair told alike: {one.value}")
    return None


def _rhythm(told: Working) -> str:
    words = folded(told.value or "")
    return table_of("rhythms").get(words, words)


def _row(own: str, told: Sequence[Told[Working]]) -> Working:
    rows = [t.item for t in told]
    dates = sorted(
        {w.date for w in rows if w.date},
        key=lambda d: (span.length if (span := days(d)) else 9999, d),
    )
    return msgspec.structs.replace(
        rows[0],
        id=own,
        value=most_common([w.value for w in rows if w.value]),
        number=next((w.number for w in rows if w.number is not None), None),
        date=dates[0] if dates else None,
        mentions=all_mentions(told),
    )
