"""Dates as header lines write them; a date inside prose is not looked for here."""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from dragoman.documents.words import alternatives, words_of

# "06.12.2022" is day first wherever points or dashes are written; with slashes both orders are
# in use, and only a number over twelve tells.
_NUMERIC = r"(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y1>\d{4})(?!\d)"
_ISO = r"(?P<y2>\d{4})(?P<sep2>[./-])(?P<m2>\d{1,2})(?P=sep2)(?P<d2>\d{1,2})(?!\d)"
_CLOCK = r"\s*(?:hrs|hours|gmt|utc)\b"
_TIME = (
    r"(?:[T,]?\s*(?:at\s+)?\d{1,2}[:.h]\d{2}(?::\d{2}(?:\.\d+)?)?(?!\d)\s*(?:[ap]\.?\s?m\.?(?!\w))?"
    r"|[T,]?\s*(?:at\s+)?\d{1,2}\s*[ap]\.?m\.?(?!\w)"
    rf"|[\s,]+\d{{4}}{_CLOCK})"
    r"(?:\s*(?:Z|[+-]\d{2}:?\d{2}|(?:GMT|UTC)\s*[+-]\s*\d{1,2}(?::?\d{2})?)(?!\w))?"
)


class Dated(NamedTuple):
    """A date at [start, end). `iso` is None where day and month cannot be told apart.

    Without a year, `iso` is "--MM-DD".
    """

    start: int
    end: int
    iso: str | None

    @property
    def whole(self) -> bool:
        """Whether year, month and day are known."""
        return self.iso is not None and not self.iso.startswith("--")


@cache
def _months() -> dict[str, int]:
    lists = words_of("dates")
    forms = {month: number for number, month in enumerate(lists["months"], 1)}
    forms |= {month[:3]: number for month, number in forms.items()}
    return forms | {form: int(number) for form, number in lists["month_forms"].items()}


def month_pattern() -> str:
    """Return an alternation of the written forms of months."""
    return alternatives(list(_months()))


def month_number(written: str) -> int:
    """Return 1 to 12 for a written form of a month. Raises KeyError."""
    return _months()[written.casefold()]


@cache
def date_pattern() -> re.Pattern[str]:
    """Return the pattern of a date, weekday and time of day included."""
    month = month_pattern()
    weekday = alternatives(words_of("dates")["weekdays"])
    nth = r"(?:st|nd|rd|th)?"
    day_first = (
        rf"(?P<d3>\d{{1,2}}){nth}(?:\s+of)?[\s-]*(?P<m3>{month})\b\.?"
        rf"(?:[\s,-]+(?P<y3>\d{{4}})(?!\d|{_CLOCK}))?"
    )
    month_first = (
        rf"(?P<m4>{month})\b\.?\s*(?P<d4>\d{{1,2}})(?!\d){nth}(?!\w)"
        rf"(?:[\s,]+(?P<y4>\d{{4}})(?![\d:]|{_CLOCK}))?"
    )
    return re.compile(
        rf"(?<![\w./-])(?:(?:{weekday})\b\.?[\s,]*)?"
        rf"(?:{_ISO}|{_NUMERIC}|{day_first}|{month_first})(?:{_TIME})?(?!\w)",
        re.IGNORECASE,
    )


def find_dates(text: str) -> list[Dated]:
    """Return the dates written in a header line, in order."""
    return [Dated(m.start(), m.end(), _value(m)) for m in date_pattern().finditer(text)]


def _value(match: re.Match[str]) -> str | None:
    group = match.groupdict()
    if group["y2"]:
        return _iso(group["y2"], int(group["m2"]), int(group["d2"]))
    if group["y1"]:
        return _numeric(int(group["a"]), int(group["b"]), group["y1"], group["sep"])
    month = month_number(group["m3"] or group["m4"])
    return _iso(group["y3"] or group["y4"], month, int(group["d3"] or group["d4"]))


def _numeric(first: int, second: int, year: str, separator: str) -> str | None:
    if second > 12:
        return _iso(year, first, second)
    if separator == "/" and first <= 12 and first != second:
        return None
    return _iso(year, second, first)


def _iso(year: str | None, month: int, day: int) -> str | None:
    try:
        # 2000 is a leap year: 29 February passes where the year is not known.
        value = date(int(year or 2000), month, day)
    except ValueError:
        return None
    return value.isoformat() if year else f"--{value:%m-%d}"
