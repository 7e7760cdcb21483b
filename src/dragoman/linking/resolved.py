"""Rows of readings with their entities led to those of the record."""

from collections.abc import Iterable, Sequence

import msgspec

from dragoman.linking.readings import Source
from dragoman.linking.told import Told, in_order
from dragoman.linking.who.entities import WhoIsWho
from dragoman.record.nouns import Commitment, Event, Figure, Statement


class Resolver:
    """Leads the local entity ids of one reading to the record's; an unknown id is left out."""

    def __init__(self, who: WhoIsWho, source: Source) -> None:
        """Take the reading whose ids are to be led on."""
        self.who = who
        self.number = source.number

    def one(self, local: str | None) -> str | None:
        """Return the record's id, or None."""
        return self.who.ids.get((self.number, local)) if local else None

    def many(self, locals_: Iterable[str]) -> tuple[str, ...]:
        """Return the record's ids, in order and once each."""
        return tuple(dict.fromkeys(i for local in locals_ if (i := self.one(local))))


def told_events(sources: Sequence[Source], who: WhoIsWho) -> list[Told[Event]]:
    """Return the events of all readings."""
    return in_order(
        Told(
            s.report,
            msgspec.structs.replace(
                e,
                actors=(lead := Resolver(who, s)).many(e.actors),
                recipients=lead.many(e.recipients),
                place=lead.one(e.place),
            ),
        )
        for s in sources
        for e in s.reading.events
    )


def told_commitments(sources: Sequence[Source], who: WhoIsWho) -> list[Told[Commitment]]:
    """Return the commitments of all readings; follow-ups are worked out anew for the record."""
    return in_order(
        Told(
            s.report,
            msgspec.structs.replace(
                c, by=(lead := Resolver(who, s)).many(c.by), to=lead.many(c.to), follow_ups=()
            ),
        )
        for s in sources
        for c in s.reading.commitments
    )


def told_statements(sources: Sequence[Source], who: WhoIsWho) -> list[Told[Statement]]:
    """Return the statements of all readings."""
    return in_order(
        Told(
            s.report,
            msgspec.structs.replace(
                t,
                speaker=(lead := Resolver(who, s)).one(t.speaker),
                speakers=lead.many(t.speakers),
                via=lead.one(t.via),
            ),
        )
        for s in sources
        for t in s.reading.statements
    )


def told_figures(sources: Sequence[Source]) -> list[Told[Figure]]:
    """Return the figures of all readings."""
    return in_order(Told(s.report, f) for s in sources for f in s.reading.figures)
