"""How the times of two rows lie to each other, in words that can be weighed and shown."""

from dragoman.linking.days.dates import Days

WEEK = 7
MONTH = 31
YEAR = 366
SLIP = 2


def when_told(
    first: Days | None, second: Days | None, told: Days | None, other: Days | None
) -> str:
    """Return how two dates lie to each other; without both, how the reports' days do."""
    if first and second:
        return _between(first, second)
    mine, theirs = first or told, second or other
    if mine is None or theirs is None:
        return "no day to go by"
    known = "one undated" if first or second else "both undated"
    gap = mine.gap(theirs)
    near = "near" if gap <= WEEK else "within a month" if gap <= MONTH else "far off"
    return f"{known}, {near}"


def _between(a: Days, b: Days) -> str:
    if a == b:
        return "one day" if a.length == 1 else "one span"
    if a.meets(b):
        longer = max(a.length, b.length)
        span = "week" if longer <= WEEK else "month" if longer <= MONTH else "long time"
        return f"days meet in a {span}"
    gap = a.gap(b)
    for limit, name in ((SLIP, "days"), (WEEK, "a week"), (MONTH, "a month"), (YEAR, "a year")):
        if gap <= limit:
            return f"apart by {name}"
    return "years apart"
