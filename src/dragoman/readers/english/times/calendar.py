"""Arithmetic on TIMEX3 calendar values (ISO 8601 with the extensions of TimeML 1.2.1)."""

import re
from calendar import monthrange
from datetime import date, timedelta

SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEAR = re.compile(r"\d{4}")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_PART = re.compile(r"(\d{4})-([QH])(\d)")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_FISCAL = re.compile(r"FY(\d{4})(?:-Q(\d))?")


def without_clock(value: str) -> str:
    """Return a value without its part of day or clock time."""
    return value.split("T", maxsplit=1)[0]


def _month_span(year: int, first: int, last: int) -> tuple[date, date]:
    end_year = year + (last < first)
    return date(year, first, 1), date(end_year, last, monthrange(end_year, last)[1])


def _week_span(value: re.Match[str]) -> tuple[date, date]:
    weekend = value.group(3) is not None
    monday = date.fromisocalendar(int(value.group(1)), int(value.group(2)), 1)
    return monday + timedelta(days=5 if weekend else 0), monday + timedelta(days=6)


def span(value: str) -> tuple[date, date] | None:
    """Return the first and last day of a TIMEX3 calendar value, None where it names none.

    Decades have three digits, centuries two; dates before the common era are not spanned.
    """
    value = without_clock(value)
    try:
        return _span(value)
    except (ValueError, OverflowError):
        return None


def _span(value: str) -> tuple[date, date] | None:  # noqa: PLR0911 - one return a form
    if found := _DAY.fullmatch(value):
        day = date.fromisoformat(found.group())
        return day, day
    if found := _MONTH.fullmatch(value):
        month = int(found.group(2))
        return _month_span(int(found.group(1)), month, month)
    if _YEAR.fullmatch(value):
        return date(int(value), 1, 1), date(int(value), 12, 31)
    if found := _WEEK.fullmatch(value):
        return _week_span(found)
    if found := _PART.fullmatch(value):
        length = 3 if found.group(2) == "Q" else 6
        last = int(found.group(3)) * length
        return _month_span(int(found.group(1)), last - length + 1, last)
    if found := _SEASON.fullmatch(value):
        return _month_span(int(found.group(1)), *SEASON_MONTHS[found.group(2)])
    if re.fullmatch(r"\d{3}", value):
        return date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31)
    if re.fullmatch(r"\d{2}", value):
        return date(int(value) * 100 + 1, 1, 1), date(int(value) * 100 + 100, 12, 31)
    return None


def iso(value: str) -> str | None:
    """Return a value as a date of the record: ISO 8601, or an interval "a/b"; None where none."""
    value = without_clock(value)
    if fiscal := _FISCAL.fullmatch(value):
        year = int(fiscal.group(1))
        return None if fiscal.group(2) else f"{year - 1}/{year}"
    days = span(value)
    if days is None:
        return None
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        return value
    first, last = days
    if re.fullmatch(r"\d{2,3}", value):
        return f"{first.year:04}/{last.year:04}"
    if "W" in value and not value.endswith("WI"):
        return f"{first.isoformat()}/{last.isoformat()}"
    return f"{first.isoformat()[:7]}/{last.isoformat()[:7]}"


def month_value(year: int, month: int) -> str:
    """Return "YYYY-MM" for a month number that may lie outside 1 to 12."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04}-{month:02}"


def week_value(day: date) -> str:
    """Return "YYYY-Www" of the ISO week that holds `day`."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def shift(day: date, unit: str, count: float) -> str:
    """Return the value `count` units from `day`, at the precision of the unit.

    Units: D, W, M, Q, Y, WE (weekends). Raises OverflowError or ValueError outside years 1 to 9999.
    """
    if unit == "D":
        return (day + timedelta(days=round(count))).isoformat()
    if unit in ("W", "WE"):
        week = week_value(day + timedelta(days=round(7 * count)))
        return week + ("-WE" if unit == "WE" else "")
    months = day.year * 12 + day.month - 1
    if unit == "M":
        value = month_value(0, months + round(count) + 1)
    elif unit == "Q":
        quarter = months // 3 + round(count)
        value = f"{quarter // 4:04}-Q{quarter % 4 + 1}"
    elif unit == "Y" and count % 1:
        value = month_value(0, months + round(12 * count) + 1)
    elif unit == "Y":
        value = f"{day.year + round(count):04}"
    else:
        raise ValueError(unit)
    if span(value) is None:
        raise ValueError(value)
    return value
