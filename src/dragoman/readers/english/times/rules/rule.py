"""What a rule is: a pattern, a test of its surroundings, and how its matches are resolved."""

import re
from collections.abc import Callable

import msgspec

from dragoman.readers.english.drafts import Time
from dragoman.readers.english.times.calendar import iso
from dragoman.readers.english.times.context import Context

Resolve = Callable[[re.Match[str], Context], tuple[Time, ...]]
Fits = Callable[[re.Match[str]], bool]

WRITTEN = "written out in the report"
UNKNOWN = "nothing in the report fixes it"


class Rule(msgspec.Struct, frozen=True):
    """A pattern of a time expression.

    `resolve` gives the times a match stands for (two for a range); `fits` looks at the words
    around and says whether the match is a time at all.
    """

    pattern: re.Pattern[str]
    resolve: Resolve
    fits: Fits | None = None


def lead(found: re.Match[str], reach: int = 24) -> str:
    """Return the text right before a match, at most `reach` characters of it."""
    return found.string[max(0, found.start() - reach) : found.start()]


def follow(found: re.Match[str], reach: int = 24) -> str:
    """Return the text right after a match, at most `reach` characters of it."""
    return found.string[found.end() : found.end() + reach]


def a_time(
    found: re.Match[str], kind: str, value: str | None, reason: str, date: str | None = None
) -> Time:
    """Return the time of a whole match; `date` is worked out from the value where not given."""
    told = date if date is not None else (iso(value) if value and kind != "SET" else None)
    return Time(
        start=found.start(), end=found.end(), type=kind, value=value, date=told, reason=reason
    )


def one(
    found: re.Match[str], value: str | None, reason: str, kind: str = "DATE"
) -> tuple[Time, ...]:
    """Return the only time of a match."""
    return (a_time(found, kind, value, reason if value else UNKNOWN),)


def parts_of(found: re.Match[str]) -> dict[str, str]:
    """Return the named groups that took part in a match."""
    return {name: text for name, text in found.groupdict().items() if text is not None}
