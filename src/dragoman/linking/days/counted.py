"""Dates that wait for the day of their report, worked out once that day is known."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

import msgspec

from dragoman.linking.days.dates import days
from dragoman.linking.days.own_days import OwnDay
from dragoman.linking.readings import Source
from dragoman.linking.told import Told
from dragoman.record.nouns import Commitment, Event, Reading
from dragoman.record.relative import resolve
from dragoman.record.vocabulary import MAIN_DAY
from dragoman.record.workings import Working

NEWS = 2
"""How many days before a report comes out its news lies at most."""


def counted_from(source: Source, own: Mapping[str, OwnDay]) -> Source:
    """Return a source with the relative dates of its reading counted from its report's day."""
    found = own.get(source.report.id)
    if found is None or not source.reading.relative:
        return source
    return replace(source, reading=_counted(source.reading, found))


def news_days(told: Sequence[Told[Event]], own: Mapping[str, OwnDay]) -> dict[str, str]:
    """Return for each report whose day was found the day on which most of its news lies."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for t in told:
        found, when = own.get(t.report.id), days(t.item.date)
        if found and when and when.length == 1 and 0 <= (found.day - when.first).days <= NEWS:
            counts[t.report.id][when.first.isoformat()] += 1
    return {report: min(c, key=lambda day: (-c[day], day)) for report, c in counts.items()}


def _counted(reading: Reading, own: OwnDay) -> Reading:
    told = {(r.item, r.part): resolve(r.value, own.day) for r in reading.relative}
    return msgspec.structs.replace(
        reading,
        events=tuple(_event(e, told.get((e.id, "date")), own) for e in reading.events),
        commitments=tuple(
            _commitment(c, told.get((c.id, "date")), told.get((c.id, "due")))
            for c in reading.commitments
        ),
        workings=tuple(_working(w, told.get((w.id, "date"))) for w in reading.workings),
    )


def _event(event: Event, date: str | None, own: OwnDay) -> Event:
    if date is None:
        return event
    reason = event.date_reason
    if reason != MAIN_DAY:
        reason = f"{reason or 'told in the report'}; taken to be {own.day}: {own.why}"
    return msgspec.structs.replace(event, date=date, date_reason=reason)


def _working(told: Working, date: str | None) -> Working:
    return msgspec.structs.replace(told, date=date) if date else told


def _commitment(bond: Commitment, date: str | None, due: str | None) -> Commitment:
    target = msgspec.structs.replace(bond.target, due=due) if due else bond.target
    return msgspec.structs.replace(bond, date=date or bond.date, target=target)
