"""Dates that wait for the day of their report, worked out once that day is known."""

from collections.abc import Mapping
from dataclasses import replace

import msgspec

from dragoman.linking.own_days import OwnDay
from dragoman.linking.readings import Source
from dragoman.record.nouns import Commitment, Event, Reading
from dragoman.record.relative import resolve
from dragoman.record.vocabulary import MAIN_DAY


def counted_from(source: Source, own: Mapping[str, OwnDay]) -> Source:
    """Return a source with the relative dates of its reading counted from its report's day."""
    found = own.get(source.report.id)
    if found is None or not source.reading.relative:
        return source
    return replace(source, reading=_counted(source.reading, found))


def _counted(reading: Reading, own: OwnDay) -> Reading:
    told = {(r.item, r.part): resolve(r.value, own.day) for r in reading.relative}
    return msgspec.structs.replace(
        reading,
        events=tuple(_event(e, told.get((e.id, "date")), own) for e in reading.events),
        commitments=tuple(
            _commitment(c, told.get((c.id, "date")), told.get((c.id, "due")))
            for c in reading.commitments
        ),
    )


def _event(event: Event, date: str | None, own: OwnDay) -> Event:
    if date is None:
        return event
    reason = event.date_reason
    if reason != MAIN_DAY:
        reason = f"{reason or 'told in the report'}; taken to be {own.day}: {own.why}"
    return msgspec.structs.replace(event, date=date, date_reason=reason)


def _commitment(bond: Commitment, date: str | None, due: str | None) -> Commitment:
    target = msgspec.structs.replace(bond.target, due=due) if due else bond.target
    return msgspec.structs.replace(bond, date=date or bond.date, target=target)
