"""Days for reports that tell none, from dated reports of the same happenings."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from dragoman.linking.events.happening import DAY_ELSEWHERE
from dragoman.linking.grouping.merging import Joined
from dragoman.linking.told import Told
from dragoman.record.nouns import Commitment, Event
from dragoman.record.vocabulary import MAIN_DAY

DAY = len("2025-07-09")


def days_told_elsewhere(joined: Joined[Event]) -> dict[str, str]:
    """Return, for reports without a date, the day on which dated reports put what they tell.

    `joined` are the events as first linked; the day most of a report's events share with dated
    tellings wins, and none does where two days share that place.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for merged in joined.merged:
        days = {d for t in merged.told if _is_day(t.report.published) and _is_day(d := t.item.date)}
        for told in merged.told:
            if not _is_day(told.report.published) and _waits(told.item):
                votes[told.report.id].update(d for d in days if d)
    found = {}
    for report, counts in votes.items():
        ranked = counts.most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            found[report] = ranked[0][0]
    return found


def with_days(told: Sequence[Told[Event]], days: Mapping[str, str]) -> list[Told[Event]]:
    """Return the events with those that wait for their report's day dated."""
    return [
        Told(
            t.report,
            msgspec.structs.replace(t.item, date=days[t.report.id], date_reason=DAY_ELSEWHERE),
        )
        if t.report.id in days and _waits(t.item)
        else t
        for t in told
    ]


def dated_bonds(
    told: Sequence[Told[Commitment]], days: Mapping[str, str]
) -> list[Told[Commitment]]:
    """Return the commitments with those dated that stand in a report without a day of its own."""
    return [
        Told(t.report, msgspec.structs.replace(t.item, date=days[t.report.id]))
        if t.report.id in days and t.item.date is None
        else t
        for t in told
    ]


def _waits(event: Event) -> bool:
    return event.date is None and event.date_reason == MAIN_DAY


def _is_day(date: str | None) -> bool:
    return date is not None and len(date) == DAY
