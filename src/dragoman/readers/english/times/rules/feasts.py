"""Days known by a name: "Christmas Eve", "Easter Monday", "Thanksgiving", "9/11"."""

import re
from calendar import monthrange
from datetime import date, timedelta

from dragoman.readers.english.drafts import Time
from dragoman.readers.english.times.context import Context
from dragoman.readers.english.times.rules.rule import WRITTEN, Rule, lead, one, parts_of
from dragoman.readers.english.times.vocabulary import build, words
from dragoman.readers.english.times.years import pick_of_years


def easter(year: int) -> date:
    """Return Easter Sunday of a Gregorian year (Meeus, Astronomical Algorithms, 1991, ch. 8)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - moon + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _nth(year: int, month: int, weekday: int, count: int) -> date:
    """Return the count-th weekday of a month (1 is Monday), counted from its end if negative."""
    if count > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (count - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def feast_day(name: str, year: int) -> str:
    """Return the day of a feast of data/words.yaml in a year, as YYYY-MM-DD."""
    table = words()
    if name in table["holidays"]:
        return f"{year:04}-{table['holidays'][name]}"
    if name in table["feasts_from_easter"]:
        return (easter(year) + timedelta(days=table["feasts_from_easter"][name])).isoformat()
    return _nth(year, *table["feasts_by_weekday"][name]).isoformat()


def _feast(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    name = re.sub(r"\s+", " ", part["feast"]).replace("’", "'")
    if "year" in part:
        return one(found, feast_day(name, int(part["year"])), WRITTEN)
    placed = pick_of_years(context, lambda year: feast_day(name, year), found.start(), found.end())
    return one(found, *placed) if placed else one(found, None, "")


def _single(found: re.Match[str], _: Context) -> tuple[Time, ...]:
    return one(found, words()["single_days"][found.group()], "a day known by this name")


def rules() -> list[Rule]:
    """Return the rules of this family."""
    return [
        Rule(build(r"{feast:feast}(?:(?:\s?,)?(?: in| of)? {year:year})?"), _feast),
        Rule(build(r"{singleday}"), _single, lambda f: not re.search(r"[\d/]\s?$", lead(f))),
    ]
