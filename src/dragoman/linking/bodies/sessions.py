"""Which tellings of a body's sessions tell one."""

from dataclasses import dataclass
from typing import Self

from dragoman.linking.days.dates import Days, days
from dragoman.record.workings import Working

_MONTH = 92
"""A session told to the quarter is held to be that told to the day in it; to the year is not."""
_DAYS = 3
"""Sessions last some days, and reports take the first or the last for the day."""


@dataclass(frozen=True, slots=True)
class When:
    """The numbers and days that tellings of a session or founding give: at most one number."""

    number: int | None
    spans: tuple[Days, ...]

    @classmethod
    def of(cls, told: Working) -> Self:
        """Return what one telling gives."""
        span = days(told.date)
        return cls(told.number, (span,) if span is not None else ())

    def bears(self, other: Self) -> bool:
        """Refuse two numbers and two days."""
        if self.number is not None and other.number is not None and self.number != other.number:
            return False
        return all(_near(a, b) for a in self.spans for b in other.spans)

    def joined(self, other: Self) -> Self:
        """Return both together."""
        number = self.number if self.number is not None else other.number
        return type(self)(number, (*self.spans, *other.spans))


def same_session(one: Working, other: Working, *, together: bool) -> tuple[float, str] | None:
    """Return how sure two tellings of one state tell one session, and why; None if not.

    `together`: they stand in one report.
    """
    if (one.value == "since") != (other.value == "since"):
        return None
    a, b = days(one.date), days(other.date)
    numbered = one.number is not None and one.number == other.number
    if a and b:
        return _by_day(one, a, b, numbered=numbered)
    if numbered:
        return 0.9, f"the same session by its number: {one.number}"
    if together and not (a or b):
        return 0.7, "told twice in one report, with no other number or day"
    return None


def _by_day(one: Working, a: Days, b: Days, *, numbered: bool) -> tuple[float, str] | None:
    if not _near(a, b):
        return None
    if numbered:
        return 1.0, f"the same session by its number, {one.number}, and its day"
    if a == b:
        return 0.95, f"the same session by its day: {one.date}"
    if max(a.length, b.length) <= _MONTH:
        return 0.85, f"sessions at one time: {a.first} to {b.last}"
    return None


def _near(a: Days, b: Days) -> bool:
    return a.meets(b) or a.gap(b) <= _DAYS
