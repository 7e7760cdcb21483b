"""How a date moves with the day it is counted from, told from what it is for several days."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dragoman.readers.english.times.calendar import span
from dragoman.readers.english.times.years import FUTURE_COST, PAST_DAY_COST
from dragoman.record.relative import resolve

Answers = Sequence[tuple[date, str]]
MOST = 0.8


def moving(answers: Answers) -> str | None:
    """Return the relative value (`record/relative.py`) that gives each day its date.

    `answers` are days with the date or interval counted from each. None where no such value fits.
    A few days on which it has another form are passed over: on the first of a month, "earlier this
    month" is no stretch of days.
    """
    forms = Counter(_form(told) for _, told in answers)
    form, count = forms.most_common(1)[0]
    if count < MOST * len(answers):
        return None
    kept = [(day, told.split("/")) for day, told in answers if _form(told) == form]
    points = []
    for k in range(len(form)):
        found = _point([(day, parts[k]) for day, parts in kept], kept[0][1])
        if found is None:
            return None
        points.append(found)
    return "/".join(points)


def _form(told: str) -> tuple[int, ...]:
    """Return how precise each end of a date is, in characters."""
    return tuple(len(part) for part in told.split("/"))


def _point(answers: Answers, whole: Sequence[str]) -> str | None:
    if len({told for _, told in answers}) == 1:
        return answers[0][1]
    for form in _forms(*answers[0], whole):
        if all(resolve(form, day) == told for day, told in answers):
            return form
    return None


def _forms(day: date, told: str, whole: Sequence[str]) -> Iterator[str]:
    """Yield the forms that give `told` for `day`, the plainest first."""
    year, *rest = told.split("-")
    months = 12 * (int(year) - day.year)
    tail = "".join(f"-{part}" for part in rest)
    if len(rest) == 2:
        yield from _day_forms(day, date.fromisoformat(told))
    if rest:
        moved = months + int(rest[0]) - day.month
        dayed = f"-{rest[1]}" if len(rest) == 2 else ""
        yield f"M{moved:+}{dayed}"
        last = "-31" if len(rest) == 2 else ""
        if last:
            yield f"M{moved:+}{last}"
        quarter = (int(rest[0]) - 1) // 3
        step = months // 3 + quarter - (day.month - 1) // 3
        yield f"Q{step:+}.{(int(rest[0]) - 1) % 3 + 1}{last}"
    step = int(year) - day.year
    yield f"Y{step:+}{tail}"
    for turn in _turns(whole):
        before = f"{day:%m-%d}" < turn
        yield f"Y{step + before:+}{tail}<{turn}"


def _day_forms(day: date, told: date) -> Iterator[str]:
    moved = (told - day).days
    yield f"D{moved:+}"
    for first in sorted(range(moved - 6, moved + 1), key=lambda o: min(abs(o), abs(o + 6))):
        yield f"W{told.isoweekday()}{first:+}"


def _turns(whole: Sequence[str]) -> list[str]:
    """Return the days of the year on which the year of a date without one may turn.

    Where it begins or is over, where a month begins, or where it is nearer ahead than behind.
    """
    first, last = span(whole[0]), span(whole[-1])
    if first is None or last is None:
        return []
    begin, end = first[0], last[1]
    after = end + timedelta(days=1)
    near = []
    ahead = (begin.toordinal() + 365) - end.toordinal()
    for cost in (FUTURE_COST, PAST_DAY_COST):
        turn = end + timedelta(days=round(ahead * cost / (1 + cost)))
        near += [turn + timedelta(days=1), turn]
    months = [date(2021, month, 1) for month in range(1, 13)]
    return list(dict.fromkeys(f"{day:%m-%d}" for day in (begin, after, *months, *near)))
