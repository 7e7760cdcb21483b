"""The life line of a commitment: when it was voiced, by whom, how firmly, and what came of it."""

from collections.abc import Iterator, Sequence

import msgspec
from sqlalchemy import Connection

from dragoman.record.nouns import Commitment, FollowUp, Mention
from dragoman.store.linked import loading
from dragoman.store.views.citations import Citer
from dragoman.store.views.listing import listed
from dragoman.store.views.words import (
    commitment_words,
    date_words,
    event_words,
    quote,
    speakers,
)

_UNDATED = "9999"


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step of a life line with its evidence.

    `kind` is how firmly it was voiced then, None where it was not; `how` what the step makes of the
    commitment; `told` tells in words who did or said what. `item` is the id of the event,
    commitment or statement (`noun`), None where a sentence alone tells it.
    """

    date: str | None
    told: str
    citations: tuple[str, ...]
    kind: str | None = None
    how: str | None = None
    noun: str | None = None
    item: str | None = None

    def words(self) -> str:
        """Return the step in words, without its evidence."""
        firm = f"{self.kind}, " if self.kind else ""
        how = f" ({self.how} it)" if self.how else ""
        return f"{date_words(self.date)}: {firm}{self.told}{how}"


def life_line(connection: Connection, made: Commitment) -> tuple[Step, ...]:
    """Return the steps of a commitment by date, its own first voicing among them.

    A step without a date stands where its follow-up does, behind those that have one.
    """
    own = Step(
        date=made.date,
        told=commitment_words(made, listed(connection, [made]).names),
        citations=Citer(connection).cite_all(made.mentions),
        kind=made.kind,
        noun="commitment",
        item=made.id,
    )
    steps = [own, *_later(connection, made)]
    return tuple(sorted(steps, key=lambda step: step.date or _UNDATED))


def _later(connection: Connection, made: Commitment) -> Iterator[Step]:
    citer = Citer(connection)
    for one in made.follow_ups:
        found = _item(connection, one)
        if found is not None:
            step, mentions = found
            cited = citer.cite_all(mentions)
            yield msgspec.structs.replace(step, citations=cited, how=one.how, item=one.later)
        elif one.mentions:
            told = f"“{quote(one.mentions)}”"
            cited = citer.cite_all(one.mentions)
            yield Step(date=None, told=told, citations=cited, how=one.how)


def _item(connection: Connection, follow: FollowUp) -> tuple[Step, Sequence[Mention]] | None:
    """Return what follows up a commitment and its evidence; None where the record lacks it."""
    if follow.event:
        for event in loading.load_events(connection, [follow.event]):
            told = event_words(event, listed(connection, [event]).names)
            step = Step(date=event.date, told=told, citations=(), noun="event")
            return step, event.mentions
    if follow.commitment:
        for made in loading.load_commitments(connection, [follow.commitment]):
            told = commitment_words(made, listed(connection, [made]).names)
            step = Step(date=made.date, told=told, citations=(), noun="commitment", kind=made.kind)
            return step, made.mentions
    if follow.statement:
        for said in loading.load_statements(connection, [follow.statement]):
            who = speakers(said, listed(connection, [said]).names)
            told = f"{said.hedge} by {who}: “{quote(said.mentions)}”"
            return Step(date=None, told=told, citations=(), noun="statement"), said.mentions
    return None
