"""Months and years told in a report without a day, counted from the days of its sisters.

"In February" wants no day to be counted from: that other reports of the story came out in July
is enough, where a fortnight more or less gives the same February.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

import msgspec

from dragoman.linking.origins.rewording import Details
from dragoman.linking.origins.sisters import sisters_of
from dragoman.linking.readings import Source
from dragoman.record.nouns import Event, Reading
from dragoman.record.relative import resolve
from dragoman.record.workings import Working

NEAR = 15
_DAY, _MONTH = len("2025-07-09"), len("2025-07")


def with_seasons(
    sources: Sequence[Source], details: Mapping[str, Details], known: Collection[str]
) -> list[Source]:
    """Return the sources with what they tell to the month or year dated by their sisters.

    `known` are the reports whose own day has been found; `details` the names and figures of each.
    """
    published = {
        s.report.id: dt.date.fromisoformat(day)
        for s in sources
        if (day := s.report.published) and len(day) == _DAY
    }
    open_ = {
        s.report.id
        for s in sources
        if s.reading.relative and s.report.id not in published and s.report.id not in known
    }
    if not open_ or not published:
        return list(sources)
    kin = sisters_of(open_, details, published)
    return [
        replace(s, reading=_dated(s.reading, [published[k] for k in kin[s.report.id]]))
        if s.report.id in open_
        else s
        for s in sources
    ]


def _dated(reading: Reading, days: Iterable[dt.date]) -> Reading:
    around = [day + dt.timedelta(days=step) for day in days for step in (-NEAR, 0, NEAR)]
    found = {
        r.item: date
        for r in reading.relative
        if r.part == "date" and (date := _season(r.value, around)) is not None
    }
    if not found:
        return reading
    return msgspec.structs.replace(
        reading,
        events=tuple(_event(e, found.get(e.id)) for e in reading.events),
        workings=tuple(_working(w, found.get(w.id)) for w in reading.workings),
    )


def _season(value: str, around: Sequence[dt.date]) -> str | None:
    """Return the month or year that a relative date is for all of these days."""
    dates = {resolve(value, day) for day in around}
    date = dates.pop() if len(dates) == 1 else None
    return date if date is not None and len(date) <= _MONTH else None


def _event(event: Event, date: str | None) -> Event:
    if date is None:
        return event
    reason = f"{event.date_reason or 'told in the report'}; counted from reports of its story"
    return msgspec.structs.replace(event, date=date, date_reason=reason)


def _working(told: Working, date: str | None) -> Working:
    return msgspec.structs.replace(told, date=date) if date else told
