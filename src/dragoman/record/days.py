"""Days a date of the record covers. Dates are ISO 8601: a year, month, day or interval "a/b"."""

import calendar
import re

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def days(date: str | None) -> tuple[str, str] | None:
    """Return the first and last day `date` covers, as YYYY-MM-DD, or None where it is no date."""
    if date is None:
        return None
    begin, _, end = date.partition("/")
    first, last = _days_of(begin), _days_of(end or begin)
    if first is None or last is None:
        return None
    return first[0], last[1]


def _days_of(date: str) -> tuple[str, str] | None:
    match = _DATE.fullmatch(date)
    if match is None:
        return None
    year, month, day = match.groups()
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    if not 1 <= int(month) <= 12:
        return None
    longest = calendar.monthrange(max(int(year), 1), int(month))[1]
    if day is None:
        return f"{year}-{month}-01", f"{year}-{month}-{longest:02d}"
    return (date, date) if 1 <= int(day) <= longest else None
