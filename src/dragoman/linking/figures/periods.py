"""Which year, month or part of a year a number is for, as its sentence tells."""

import calendar
import re
from dataclasses import dataclass

from dragoman.linking.days.dates import days
from dragoman.linking.facts import ReportFacts
from dragoman.linking.wording.surroundings import sentence_span
from dragoman.record.nouns import Mention

_YEAR = r"(?P<{0}>(?:19|20)\d\d|(?:last|this|next) year)"
_MONTHS = [m for m in calendar.month_name if m]
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTS = {word: n for n, word in enumerate(_NUMBERS, 2)}
_HALF = re.compile(
    r"(?P<nth>first|second) half of " + _YEAR.format("y") + r"|first-half (?P<y2>20\d\d)", re.I
)
_QUARTER = re.compile(
    r"(?P<nth>first|second|third|fourth|last|final) quarter of " + _YEAR.format("y"), re.I
)
_MANY = re.compile(rf"first (?P<n>\d+|{'|'.join(_COUNTS)}) months of " + _YEAR.format("y"), re.I)
_RANGE = re.compile(
    r"(?:between |from )?(?P<a>(?:19|20)\d\d)\s?(?:-|–|—|to|and|through|until)\s?"
    r"(?P<b>(?:19|20)\d\d)",
    re.I,
)
_SINCE = re.compile(r"since (?P<y>(?:19|20)\d\d)", re.I)
_MONTH = re.compile(rf"\b(?P<m>{'|'.join(_MONTHS)}),? (?:of )?" + _YEAR.format("y"))
_PLAIN = re.compile(r"(?<![\d$€£-])\b" + _YEAR.format("y") + r"\b(?![-,.]?\d)", re.I)
_NEXT_YEAR = {"last": -1, "this": 0, "next": 1}


@dataclass(frozen=True, slots=True)
class Period:
    """The span of days a number is for; `part` where that is part of a year or several years."""

    date: str
    part: bool


def period_of(report: ReportFacts, mention: Mention) -> Period | None:
    """Return the span told nearest to a number in its sentence; None where none is told."""
    if not report.text:
        return None
    start, end = sentence_span(report, mention)
    text = report.text[start:end]
    at, until = mention.start - start, mention.end - start
    found: list[tuple[int, int, Period]] = []
    taken: list[tuple[int, int]] = []
    for pattern in (_HALF, _QUARTER, _MANY, _RANGE, _SINCE, _MONTH, _PLAIN):
        for match in pattern.finditer(text):
            low, high = match.span()
            if any(a < high and low < b for a, b in (*taken, (at, until))):
                continue
            period = _period(pattern, match, report)
            if period is not None:
                taken.append((low, high))
                # What follows a number dates it more often than what stands before it.
                gap = low - until if low >= until else at - high + _BEFORE
                found.append((gap, low, period))
    return min(found, key=lambda f: f[:2])[2] if found else None


_BEFORE = 10


def _period(pattern: re.Pattern[str], match: re.Match[str], report: ReportFacts) -> Period | None:
    told = match.groupdict()
    if pattern is _RANGE:
        return Period(f"{told['a']}/{told['b']}", True) if told["a"] < told["b"] else None
    year = _year(told.get("y") or told.get("y2") or "", report)
    if year is None:
        return None
    if pattern is _SINCE:
        last = (report.published or "")[:4]
        return Period(f"{year}/{last}", True) if last and str(year) < last else None
    if pattern is _MONTH:
        return Period(f"{year}-{_MONTHS.index(told['m']) + 1:02d}", True)
    if pattern is _PLAIN:
        return Period(str(year), False)
    first, last_month = _months(pattern, told)
    return Period(f"{year}-{first:02d}/{year}-{last_month:02d}", True)


def _months(pattern: re.Pattern[str], told: dict[str, str]) -> tuple[int, int]:
    if pattern is _MANY:
        count = told["n"].lower()
        return 1, min(12, int(count) if count.isdigit() else _COUNTS[count])
    size = 6 if pattern is _HALF else 3
    nth = _ORDER[(told.get("nth") or "first").lower()]
    return (nth - 1) * size + 1, nth * size


def _year(told: str, report: ReportFacts) -> int | None:
    if told.isdigit():
        return int(told)
    published = days(report.published)
    step = _NEXT_YEAR.get(told.split(maxsplit=1)[0].lower()) if told else None
    return published.first.year + step if published and step is not None else None
