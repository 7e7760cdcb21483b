"""The year of a month or day that names none."""

import re
from collections.abc import Callable
from datetime import date

from dragoman.readers.english.times.calendar import month_value, span
from dragoman.readers.english.times.context import Context

# A story goes forward: a month up to 3 before the one told last is a look back, all else goes on.
_LOOK_BACK = 3
FUTURE_COST = 1.3
# Of a day in a clause in the past ("proposed a meeting on 20 February"), which news gives a year
# where it is not the last one.
PAST_DAY_COST = 3
_DUE = re.compile(r"\b(?:by|before|until|till|no later than)\s(?:the\s)?$", re.IGNORECASE)


def _value(year: int, month: int, day: int | None) -> str:
    value = month_value(year, month)
    return value if day is None else f"{value}-{day:02}"


def _beside(told: tuple[str, date], month: int, day: int | None) -> str:
    value, base = told
    if len(value) == 4:
        return _value(base.year, month, day)
    distance = (month - base.month + _LOOK_BACK) % 12 - _LOOK_BACK
    year = base.year + (base.month - 1 + distance) // 12
    return _value(year, month, day)


def _by_tense(
    options: list[tuple[str, date, date]], published: date, tense: str | None
) -> str | None:
    if tense == "past" and options and len(options[0][0]) == 10:
        return min(options, key=lambda option: _distance(option, published, PAST_DAY_COST))[0]
    if tense == "past":
        fitting = [value for value, first, _ in options if first <= published]
        return fitting[-1] if fitting else None
    if tense == "future":
        return next((value for value, _, last in options if last >= published), None)
    near = lambda option: _distance(option, published, FUTURE_COST)  # noqa: E731
    return min(options, key=near)[0] if options else None


def _distance(option: tuple[str, date, date], published: date, future_cost: float) -> float:
    _, first, last = option
    if first > published:
        return future_cost * (first - published).days
    return max(0, (published - last).days)


def place_in_year(
    context: Context, month: int, day: int | None, start: int, end: int
) -> tuple[str, str] | None:
    """Return the value of a month (and day) without a year, and how the year was found.

    Counted from the date told before in a narrative, an undated report, or a sentence that has
    named another year; from the report's date and the tense of the clause otherwise.
    None where neither is there, or the day does not exist.
    """
    published = context.published
    told = context.place() if context.narrative else context.told()
    near = context.told_in_sentence(start)
    elsewhere = (
        near is not None
        and published is not None
        and len(near[0]) > 4
        and abs(near[1].year - published.year) > 1
    )
    fixed = told is not None and (context.narrative or len(told[0]) > 4)
    if told is not None and fixed and (context.narrative or published is None or elsewhere):
        value = _beside(told, month, day)
        return (value, f"the year of {told[0]}, told before") if span(value) else None
    return _near_published(context, lambda year: _value(year, month, day), start, end)


def pick_of_years(
    context: Context, value_in: Callable[[int], str], start: int, end: int
) -> tuple[str, str] | None:
    """Return the value of a day that each year has, by `place_in_year`'s way."""
    told = context.place() if context.narrative else context.told_in_sentence(start)
    if told is not None and (context.narrative or len(told[0]) == 4):
        return value_in(told[1].year), f"the year of {told[0]}, told before"
    return _near_published(context, value_in, start, end)


def _near_published(
    context: Context, value_in: Callable[[int], str], start: int, end: int
) -> tuple[str, str] | None:
    published = context.published
    if published is None or not 1 < published.year < 9999:
        return None
    values = [value_in(published.year + step) for step in (-1, 0, 1)]
    options = [(v, days[0], days[1]) for v in values if (days := span(v))]
    tense = context.tense(start, end)
    if tense == "past" and _DUE.search(context.text[max(0, start - 16) : start]):
        tense = None
    chosen = _by_tense(options, published, tense)
    if chosen is None:
        return None
    way = {"past": "last before", "future": "next after", None: "nearest to"}[tense]
    return chosen, f"{way} the report's date, {published}"
