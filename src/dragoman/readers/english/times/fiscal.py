"""Fiscal years: which country's is meant, and what months it spans."""

import re
from datetime import date, timedelta
from functools import cache

from dragoman.readers.english.lexicon import mapping
from dragoman.readers.english.times.vocabulary import choice

_BEFORE, _AFTER = 400, 60


@cache
def _starts() -> dict[str, tuple[int, int]]:
    """Return month and day that the fiscal year of a name begins on."""
    starts = {}
    for told, names in mapping("times", "fiscal.yaml")["begins"].items():
        month, _, day = str(told).partition("-")
        starts.update({name: (int(month), int(day or 1)) for name in names})
    return starts


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{choice(_starts())})(?!\w)")


def country_of(text: str, start: int, end: int) -> str | None:
    """Return the name nearest to text[start:end] that tells whose fiscal year it is.

    One before it in the 400 characters ahead counts most, then one right after it; None without.
    """
    before = list(_names().finditer(text, max(0, start - _BEFORE), start))
    if before:
        return re.sub(r"\s+", " ", before[-1].group())
    after = _names().search(text, end, min(len(text), end + _AFTER))
    return re.sub(r"\s+", " ", after.group()) if after else None


def fiscal_span(year: int, country: str | None, *, by_last: bool = False) -> str | None:
    """Return the record's interval of a fiscal year: "2023-07/2024-06", days where it needs them.

    `year` is the one it is called by; `by_last` says that the text names both years and `year` is
    the last. None where the country is not known, so that its months are not either.
    """
    start = _starts().get(country or "")
    if start is None or not 2 < year < 9998:
        return None
    if by_last or country not in mapping("times", "fiscal.yaml")["by_first_year"]:
        year -= 1
    first = date(year, *start)
    last = date(year + 1, *start) - timedelta(days=1)
    cut = 7 if start[1] == 1 else 10
    return f"{first.isoformat()[:cut]}/{last.isoformat()[:cut]}"


def fiscal_year(day: date, country: str | None) -> int:
    """Return what the fiscal year that `day` lies in is called; the calendar year if unknown."""
    start = _starts().get(country or "")
    if start is None:
        return day.year
    begun = (day.month, day.day) >= start
    return day.year + begun - (country in mapping("times", "fiscal.yaml")["by_first_year"])
