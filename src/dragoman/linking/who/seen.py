"""From when to when the record saw each holder of an office."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dragoman.linking.days.dates import days
from dragoman.linking.facts import ReportFacts
from dragoman.linking.told import Told
from dragoman.linking.wording.surroundings import sentence_span
from dragoman.record.nouns import Event, Mention, Role

_LONGEST = 31


class Sightings:
    """The day on which a mention of an office shows it held.

    That is the latest day on which something happened that the same sentence tells of ("the then
    minister signed it in 2019"); else the report's date, and where it has none, the day of the
    latest happening it tells of.
    """

    def __init__(
        self, reports: Mapping[str, ReportFacts], happenings: Iterable[Told[Event]]
    ) -> None:
        """Take the reports by id, and what each tells of."""
        self._reports = reports
        self._told: dict[str, list[tuple[Mention, str]]] = defaultdict(list)
        for told in happenings:
            day = _last(told.item.date)
            if day:
                self._told[told.report.id] += [(m, day) for m in told.item.mentions]

    def of(self, mention: Mention) -> str | None:
        """Return the day, as precise as it is known; None where nothing tells it."""
        report = self._reports.get(mention.report)
        told = self._told[mention.report]
        if report is None:
            return None
        start, end = sentence_span(report, mention)
        here = [day for m, day in told if start <= m.start < end]
        own = _last(report.published)
        return max(here, default=None) or own or max((day for _, day in told), default=None)


def with_seen(roles: Sequence[Role], sightings: Sightings) -> tuple[Role, ...]:
    """Return roles with the first and the last day on which a mention shows them held."""
    return tuple(
        _seen(role, [day for m in role.mentions if (day := sightings.of(m))]) for role in roles
    )


def _seen(role: Role, shown: Sequence[str]) -> Role:
    return msgspec.structs.replace(
        role, first_seen=min(shown, default=None), last_seen=max(shown, default=None)
    )


def _last(date: str | None) -> str | None:
    """Return the end of a date that is known to the month or better."""
    span = days(date)
    if date is None or span is None:
        return None
    last = (date.partition("/")[2] or date)[:10]
    end = days(last)
    return last if end and end.length <= _LONGEST else None
