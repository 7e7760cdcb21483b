"""Times of a report whose own day is not known, or only its month or year.

What an expression means is asked for many possible days. Where the answer is always the same, that
is its date; where it moves with the day in a way that `record/relative.py` can write, its date is
that relative value; else it has none.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from dragoman.readers.english.drafts import Time
from dragoman.readers.english.times.calendar import span
from dragoman.readers.english.times.context import TenseOf
from dragoman.readers.english.times.find import find_matches, resolved
from dragoman.readers.english.times.moves import moving

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_SOME_DAY = re.compile(r"the report's date, \d{4}-\d\d-\d\d|\d[\dW-]+(?=, told before)")
_LATELY = 2020
# Days asked for: of two years of which one may be a leap year, on all weekdays.
_STEP = timedelta(days=27)
_STEPS = 28
_FEW = 15


def times_of_any_day(
    text: str, published: str | None, *, tense: TenseOf | None = None
) -> tuple[Time, ...]:
    """Return the times of `text` as `find_times` does, for a report without a full date.

    `published` is the year or month it came out, or None. The date of a time may be relative
    (`record/relative.py`); its reason then names no day.
    """
    matches = find_matches(text)
    if not matches:
        return ()
    told = resolved(text, matches, None, tense)
    days = possible_days(text, published)
    answers = [{(t.start, t.end): t for t in resolved(text, matches, d, tense)} for d in days]
    return tuple(_placed(time, published, days, answers) for time in told)


def possible_days(text: str, published: str | None) -> list[date]:
    """Return the days to ask for: some of the year or month told, else of the last year named."""
    told = span(published) if published else None
    if told is not None:
        reach = (told[1] - told[0]).days
        return sorted({told[0] + timedelta(days=reach * k // _FEW) for k in range(_FEW + 1)})
    years = [int(year) for year in _YEAR.findall(text)]
    first = date(min(max(years, default=_LATELY), 2100), 1, 3)
    return [first + _STEP * k for k in range(_STEPS)]


def _placed(
    time: Time,
    published: str | None,
    days: Sequence[date],
    answers: Sequence[dict[tuple[int, int], Time]],
) -> Time:
    same = [found.get((time.start, time.end)) for found in answers]
    dates = [other.date for other in same if other and other.date]
    if time.date is not None or len(dates) < len(days):
        return time
    first = same[0] or time
    if len(set(dates)) == 1 and not published:
        return time
    if len(set(dates)) == 1:
        reason = _SOME_DAY.sub(rf"the report's date, {published}", first.reason)
        return msgspec.structs.replace(first, reason=reason)
    reason = _SOME_DAY.sub("the report's own day", first.reason)
    told = moving(list(zip(days, dates, strict=True)))
    return msgspec.structs.replace(time, date=told, reason=reason) if told else time
