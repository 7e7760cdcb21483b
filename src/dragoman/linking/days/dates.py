"""ISO 8601 dates of any precision as spans of days."""

import calendar
import datetime as dt
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Days:
    """A span of days, both ends included."""

    first: dt.date
    last: dt.date

    @property
    def length(self) -> int:
        """Return the number of days."""
        return (self.last - self.first).days + 1

    def meets(self, other: "Days") -> bool:
        """Tell whether the spans share a day."""
        return self.first <= other.last and other.first <= self.last

    def holds(self, other: "Days") -> bool:
        """Tell whether the other span lies in this one."""
        return self.first <= other.first and other.last <= self.last

    def gap(self, other: "Days") -> int:
        """Return the days between the spans, 0 where they meet."""
        if self.meets(other):
            return 0
        return max((other.first - self.last).days, (self.first - other.last).days)


@lru_cache(maxsize=65536)
def days(date: str | None) -> Days | None:
    """Return the days of `2025`, `2025-07`, `2025-07-09` or an interval `a/b`; None if not one."""
    if not date:
        return None
    first, _, last = date.partition("/")
    start, end = _one(first), _one(last or first)
    if start is None or end is None or end.last < start.first:
        return None
    return Days(start.first, end.last)


def _one(date: str) -> Days | None:
    parts = date[:10].split("-")
    try:
        year, month, day = (*(int(p) for p in parts), 0, 0)[:3]
        if day:
            only = dt.date(year, month, day)
            return Days(only, only)
        if month:
            return Days(
                dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
            )
        return Days(dt.date(year, 1, 1), dt.date(year, 12, 31))
    except ValueError:
        return None
