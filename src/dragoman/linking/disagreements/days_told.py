"""Dates: sentences of kindred reports in like words, each with one day, and not the same."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from dragoman.linking.days.dates import Days, days
from dragoman.linking.disagreements.sentences import KEPT, Sentence, Sentences
from dragoman.linking.disagreements.sides import Draft, Linkage, draft
from dragoman.record.nouns import Mention

LEAST_SHARED = 3
SHARED = 0.25
DAYS_OFF = 1
_MONTHS = {
    form: number
    for number in range(1, 13)
    for form in (calendar.month_name[number].lower(), calendar.month_abbr[number].lower())
}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})\b\.?"
    rf"|(?P<month2>{_MONTH})\b\.? (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b)(?:,? (?P<year>\d{{4}}))?",
    re.I,
)
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b", re.I)
_AHEAD = re.compile(r"\b(?:next|will|would|until|from|by|since|before|after|due|shall)\b", re.I)


def differing_days(linkage: Linkage, book: Sentences) -> Iterator[Draft]:
    """Yield days that kindred reports give in sentences with much in common.

    Each sentence names one day, and the days lie at most DAYS_OFF apart. A weekday is the last one
    before the report came out. Nothing is said where a report has both days in such sentences,
    nor of a day on which something begins, ends or is awaited.
    """
    dated = {
        s.mention: day
        for own, sentences in book.of_report.items()
        for s in sentences
        if (day := _day_of(s.text, days(linkage.reports[own].published)))
    }
    done: set[tuple[str, str, dt.date, dt.date]] = set()
    for one in (s for s in book.all if s.mention in dated):
        alike = [
            o for o in book.near(one, one.words) if o.mention in dated and _alike(one, o, book)
        ]
        for other in alike:
            a, b = dated[one.mention], dated[other.mention]
            if other.report <= one.report or not 0 < abs((a - b).days) <= DAYS_OFF:
                continue
            if _both_told(one, other, alike, dated) or (one.report, other.report, a, b) in done:
                continue
            done.add((one.report, other.report, a, b))
            told = [(a.isoformat(), one.mention), (b.isoformat(), other.mention)]
            found = draft("date", None, told)
            if found:
                yield found


def _alike(a: Sentence, b: Sentence, book: Sentences) -> bool:
    same = a.words & b.words
    return len(same) >= LEAST_SHARED and book.rarity.shared(a.words, b.words) >= SHARED


def _both_told(
    one: Sentence, other: Sentence, alike: Sequence[Sentence], dated: Mapping[Mention, dt.date]
) -> bool:
    return any(
        s.report == other.report and dated[s.mention] == dated[one.mention] for s in alike
    ) or any(s.report == one.report and dated[s.mention] == dated[other.mention] for s in alike)


@lru_cache(KEPT)
def _day_of(text: str, published: Days | None) -> dt.date | None:
    """Return the one day that a sentence names; None if it names none or several.

    The day on which a report came out stands in its dateline and is not counted.
    """
    if published is None or published.length > 1:
        return None
    found = {d for m in _DATE.finditer(text) if (d := _calendar_day(m, published.first))}
    if not found:
        names = list(_WEEKDAY.finditer(text))
        if any(_AHEAD.search(text[max(0, m.start() - 12) : m.start()]) for m in names):
            return None
        found = {_last(_WEEKDAYS[m.group().lower()], published.first) for m in names}
    elif any(_AHEAD.search(text[max(0, m.start() - 12) : m.start()]) for m in _DATE.finditer(text)):
        return None
    return found.pop() if len(found) == 1 else None


def _calendar_day(match: re.Match[str], published: dt.date) -> dt.date | None:
    month = _MONTHS[(match["month"] or match["month2"]).lower()]
    day = int(match["day"] or match["day2"])
    years = [int(match["year"])] if match["year"] else [published.year - 1, published.year]
    possible = [
        dt.date(y, month, day) for y in years if 0 < day <= calendar.monthrange(y, month)[1]
    ]
    return max((d for d in possible if d < published), default=None)


def _last(weekday: int, published: dt.date) -> dt.date:
    return published - dt.timedelta(days=(published.weekday() - weekday) % 7)
