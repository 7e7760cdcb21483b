"""Part of a month or year: "the first nine months of 2013", "the last week of August"."""

import re
from datetime import date, timedelta

from dragoman.readers.english.drafts import Time
from dragoman.readers.english.figures.numbers import number_words
from dragoman.readers.english.times.calendar import month_value, shift, span
from dragoman.readers.english.times.context import Context
from dragoman.readers.english.times.rules.counted import amount, period
from dragoman.readers.english.times.rules.dates import day_value
from dragoman.readers.english.times.rules.rule import UNKNOWN, WRITTEN, Rule, a_time, parts_of
from dragoman.readers.english.times.vocabulary import build, unit_code

_DAYS = {"D": 1, "W": 7, "2W": 14}
_LAST = ("last", "final", "closing")
_REL = {"this": 0, "the": 0, "last": -1, "next": 1}


def _whole(found: re.Match[str], context: Context) -> tuple[str, str] | None:
    """Return the value of the month or year that a part is of, and how it was found."""
    part = parts_of(found)
    if "month" in part:
        return day_value(found, context)
    if "year" in part:
        return part["year"], WRITTEN
    if context.published is None:
        return None
    step, unit = _REL[part["rel"].lower()], unit_code(part["of"])
    return shift(context.published, unit, step), f"the report's date, {context.published}"


def _first_day(days: tuple[date, date], unit: str, count: float, order: int | None) -> date | None:
    """Return the day a part begins on; `order` counts units from 0, None from the end."""
    if unit in _DAYS:
        length = timedelta(days=round(count * _DAYS[unit]))
        ahead = None if order is None else timedelta(days=_DAYS[unit] * order)
        return days[1] - length + timedelta(days=1) if ahead is None else days[0] + ahead
    length_months = round(count * (3 if unit == "Q" else 1))
    at = days[1].month - length_months + 1 if order is None else 1 + order
    return date(days[0].year, at, 1) if 1 <= at <= 12 else None


def _last_day(first: date, unit: str, count: float) -> date:
    if unit in _DAYS:
        return first + timedelta(days=round(count * _DAYS[unit]) - 1)
    months = month_value(first.year, first.month + round(count * (3 if unit == "Q" else 1)) - 1)
    days = span(months)
    return days[1] if days else first


def _share(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    unit = unit_code(part["unit"])
    count = amount(part["count"]) if "count" in part else None
    if count is None and not part["unit"].lower().endswith("s"):
        count = 1.0
    value, whole = period(count, unit), _whole(found, context)
    days = span(whole[0]) if whole else None
    if whole is None or days is None or count is None or not _fits(unit, days):
        return (a_time(found, "DURATION", value, whole[1] if whole else UNKNOWN),)
    which = part["which"].lower()
    order = None if which in _LAST else number_words()["ordinals"].get(which, 1) - 1
    first = _first_day(days, unit, count, order)
    if first is None:
        return ()
    last = _last_day(first, unit, count)
    if unit == "D" and count == 1:
        return (a_time(found, "DATE", first.isoformat(), f"a day of {whole[0]}"),)
    cut = 10 if unit in _DAYS else 7
    told = f"{first.isoformat()[:cut]}/{last.isoformat()[:cut]}"
    return (a_time(found, "DURATION", value, f"a part of {whole[0]}", told),)


def _fits(unit: str, days: tuple[date, date]) -> bool:
    whole_year = days[1] - days[0] > timedelta(days=300)
    return unit in _DAYS or (unit in ("M", "Q") and whole_year)


def rules() -> list[Rule]:
    """Return the rules of this family."""
    which = r"(?i:the) (?P<which>(?i:first|opening|second|third|fourth|last|final|closing)) "
    head = which + r"(?:(?P<count>{count}) )?{unit:unit} (?:of|in) "
    month = head + r"{monthish:month}(?:(?:\s?,| of)? {year:year})?"
    alone = head + r"(?:{year:year}|(?P<rel>(?i:this|last|next|the)) (?P<of>(?i:year|month)))"
    fits = lambda f: unit_code(f.group("unit")) in ("D", "W", "2W", "M")  # noqa: E731
    return [Rule(build(month), _share, fits), Rule(build(alone), _share, fits)]
