"""Items in sentences, for a paper: what happened, is bound, moved, is disputed, is to come."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection

from dragoman.record.nouns import Commitment, Disagreement, Event, Mention, Report
from dragoman.store.linked import loading
from dragoman.store.views.brief.notes import Notes, shortened
from dragoman.store.views.listing import FIRMNESS, Names, listed
from dragoman.store.views.words import (
    commitment_words,
    date_words,
    due_words,
    event_words,
    quote,
    target_words,
    telling,
)

BOUND = ("pledged", "agreed", "signed")
_MOST_QUOTED = 120
# Meetings are told by who met whom; what was agreed or given only by the words.
_TOLD_BY_PARTIES = "CONSULT"
# Spellings and titles are for whoever checks names; what differs in substance comes first.
_FORMAL = ("name", "title")


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence before its footnotes: `weight` says which to keep, `place` where it stands."""

    text: str
    item: str
    mentions: tuple[Mention, ...]
    weight: tuple[Any, ...]
    place: tuple[Any, ...]


def happened(
    rows: Iterable[Event], names: Names, notes: Notes, states: Sequence[str]
) -> Iterator[Draft]:
    """Yield what happened; what both `states` take part in, and more origins tell, weighs more."""
    for event in rows:
        told = f" ({event.hedge})" if event.hedge and event.hedge != "stated" else ""
        words = f"{date_words(event.date)}: {event_words(event, names)}{told}"
        if event.type != _TOLD_BY_PARTIES:
            words += f" — “{shortened(quote(event.mentions), _MOST_QUOTED)}”"
        parties = _of_states((*event.actors, *event.recipients), names, states)
        yield Draft(
            text=f"{words}.",
            item=event.id,
            mentions=_best(event.mentions, notes),
            weight=(
                parties,
                notes.origins_of(event.mentions),
                event.part_of is None,
                event.date or "",
            ),
            place=(event.date or "9999", event.id),
        )


def bound(
    rows: Iterable[Commitment], names: Names, notes: Notes, states: Sequence[str]
) -> Iterator[Draft]:
    """Yield what was pledged, agreed or signed, and has not moved since."""
    for made in rows:
        if made.kind in BOUND and not _moved(made):
            due = f", {due_words(made.due_state)}" if made.due_state else ""
            target = target_words(made.target)
            dated = f", {date_words(made.date)}" if made.date else ""
            yield Draft(
                text=f"{made.kind.capitalize()}{dated}: {commitment_words(made, names)}"
                f"{f'; target {target}' if target else ''}; {made.status}{due}.",
                item=made.id,
                mentions=_best(made.mentions, notes),
                weight=(
                    _of_states((*made.by, *made.to), names, states),
                    bool(target),
                    notes.origins_of(made.mentions),
                    FIRMNESS.index(made.kind),
                    made.date or "",
                ),
                place=(-FIRMNESS.index(made.kind), made.date or "9999", made.id),
            )


def moved(connection: Connection, rows: Iterable[Commitment], names: Names) -> Iterator[Draft]:
    """Yield what was undertaken and has been taken up, fulfilled, missed or denied since."""
    made = [one for one in rows if _moved(one)]
    later = _later(connection, made)
    for one in made:
        known = [follow for follow in one.follow_ups if follow.later in later]
        steps = [(follow, later[follow.later]) for follow in known]
        then = "; ".join(f"{follow.how or 'then'}: {words}" for follow, (words, _) in steps[:2])
        dated = f" of {date_words(one.date)}" if one.date else ""
        drift = f"; firmness: {one.drift}" if one.drift else ""
        evidence = [telling(one.mentions), *(mention for _, (_, mention) in steps[:2])]
        yield Draft(
            text=f"{one.kind.capitalize()}{dated}, now {one.status}: "
            f"{commitment_words(one, names)}{f' — {then}' if then else ''}{drift}.",
            item=one.id,
            mentions=tuple(evidence),
            weight=(one.status != "open", len(steps), FIRMNESS.index(one.kind), one.date or ""),
            place=(one.date or "9999", one.id),
        )


def disputed(
    rows: Iterable[Disagreement], names: Names, reports: Mapping[str, Report]
) -> Iterator[Draft]:
    """Yield what reports disagree on, with who says what."""
    for found in rows:
        sides = [side for side in found.sides if side.mentions]
        told = " — against — ".join(
            f"{shortened(side.value, _MOST_QUOTED)} ({_outlets(side.reports, reports)})"
            for side in sides
        )
        about = shortened(names.get(found.about or "", ""), _MOST_QUOTED)
        of = f" of {about}" if about else ""
        yield Draft(
            text=f"{found.kind.capitalize()}{of}: {told}.",
            item=found.id,
            mentions=tuple(side.mentions[0] for side in sides),
            weight=(found.kind not in _FORMAL, len(found.sides)),
            place=(found.kind in _FORMAL, found.kind, found.id),
        )


def to_watch(rows: Iterable[Commitment], names: Names, notes: Notes) -> Iterator[Draft]:
    """Yield what is open: what falls due, what was only planned, asked or wished."""
    for made in rows:
        due = made.target.due
        if made.status == "open" and (due or made.kind not in BOUND):
            state = f" ({due_words(made.due_state)})" if made.due_state else ""
            when = f"due {date_words(due)}, {made.kind}" if due else made.kind
            voiced = f", voiced {date_words(made.date)}" if made.date else ""
            yield Draft(
                text=f"{when.capitalize()}: {commitment_words(made, names)}{voiced}{state}.",
                item=made.id,
                mentions=_best(made.mentions, notes)[:1],
                weight=(bool(due), FIRMNESS.index(made.kind), made.date or ""),
                place=(due or "9999", -FIRMNESS.index(made.kind), made.date or "9999", made.id),
            )


def _best(mentions: tuple[Mention, ...], notes: Notes) -> tuple[Mention, ...]:
    return notes.apart((telling(mentions), *mentions), 2) if mentions else ()


def _of_states(keys: Iterable[str], names: Names, states: Sequence[str]) -> int:
    """Return how many of the states are parties, through whomever acts for them."""
    return len({names.countries.get(key) for key in keys} & set(states))


def _moved(made: Commitment) -> bool:
    return bool(made.follow_ups) or made.status != "open"


def _later(connection: Connection, made: Iterable[Commitment]) -> dict[str, tuple[str, Mention]]:
    """Return what follows commitments up: the words and the evidence, by id."""
    follows = [follow for one in made for follow in one.follow_ups]
    events = loading.load_events(connection, [f.event for f in follows if f.event])
    found = listed(connection, events)
    told = {
        row.item.id: (
            f"{date_words(row.item.date)}, {event_words(row.item, found.names)}",
            telling(row.item.mentions),
        )
        for row in found.rows
    }
    keys = [f.commitment for f in follows if f.commitment]
    again = listed(connection, loading.load_commitments(connection, keys))
    for row in again.rows:
        words = f"{date_words(row.item.date)}, {row.item.kind}: {row.item.subject}"
        told[row.item.id] = words, telling(row.item.mentions)
    said = loading.load_statements(connection, [f.statement for f in follows if f.statement])
    for one in said:
        told[one.id] = (
            f"“{shortened(quote(one.mentions), _MOST_QUOTED)}”",
            telling(one.mentions),
        )
    return told


def _outlets(keys: Iterable[str], reports: Mapping[str, Report]) -> str:
    names = dict.fromkeys(reports[key].outlet or reports[key].file for key in keys)
    return ", ".join(names)
