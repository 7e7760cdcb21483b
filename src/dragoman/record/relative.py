"""Dates counted from a day that is not known yet: "the day before", "the Wednesday up to it".

A report that does not tell its own day still tells its dates relative to it. Such a date is written
in points, each an ISO 8601 date or one of these, and is worked out once the day is known:

    D-1             the day, moved by days
    W3-6            the Wednesday (ISO weekday 3) among the seven days from the sixth before it on
    M-1  M+0-15     the month, moved by months; a day of it (its last day, where it is shorter)
    Q-1.2  Q+0.3-31 the second month of the quarter, moved by quarters; a day of its third
    Y-1  Y+0-03  Y+0-03-17    the year, moved by years; a month or day of it
    Y+1-03<03-17    the same, one year less where the day lies before 17 March

Two points with a stroke between them are an interval, as in ISO 8601. The idea of values left open
until an anchor is known is that of TIMEX3's temporal functions (TimeML 1.2.1) and of SCATE (Bethard
and Parker, 2016).
"""

import re
from calendar import monthrange
from datetime import date, timedelta

_POINT = re.compile(
    r"D(?P<d>[+-]\d+)|W(?P<weekday>[1-7])(?P<w>[+-]\d+)|"
    r"(?:Q(?P<q>[+-]\d+)\.(?P<nth>[1-3])|M(?P<m>[+-]\d+))(?:-(?P<mday>\d\d))?|"
    r"Y(?P<y>[+-]\d+)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:<(?P<turn>\d\d-\d\d))?"
)
_FIXED = re.compile(r"\d{4}(?:-\d\d){0,2}")


def is_relative(value: str) -> bool:
    """Tell whether a date waits for a day to be counted from."""
    return re.search(r"[DWMQY]", value) is not None


def resolve(value: str, day: date) -> str | None:
    """Return the ISO 8601 date or interval that `value` is, counted from `day`.

    None where it is no such value, names no day of the calendar, or lies outside years 1 to 9999.
    """
    points = value.split("/")
    try:
        found = [_resolved(point, day) for point in points]
    except (ValueError, OverflowError):
        return None
    if None in found or len(found) > 2:
        return None
    return "/".join(dict.fromkeys(p for p in found if p))


def _resolved(point: str, day: date) -> str | None:
    if _FIXED.fullmatch(point):
        return point
    match = _POINT.fullmatch(point)
    if match is None:
        return None
    part = {name: text for name, text in match.groupdict().items() if text is not None}
    if "y" in part:
        return _of_year(part, day)
    return _of_days(part, day) if "d" in part or "w" in part else _of_months(part, day)


def _of_days(part: dict[str, str], day: date) -> str:
    first = day + timedelta(days=int(part["d"] if "d" in part else part["w"]))
    ahead = (int(part["weekday"]) - first.isoweekday()) % 7 if "w" in part else 0
    return (first + timedelta(days=ahead)).isoformat()


def _of_months(part: dict[str, str], day: date) -> str:
    if "q" in part:
        begun = day.year * 12 + (day.month - 1) // 3 * 3
        month = _month(begun + 3 * int(part["q"]), part["nth"])
    else:
        month = _month(day.year * 12 + day.month - 1 + int(part["m"]), "1")
    return _day_of(month, int(part["mday"])) if "mday" in part else month


def _month(months: int, nth: str) -> str:
    year, month = divmod(months + int(nth) - 1, 12)
    return f"{_year(year)}-{month + 1:02}"


def _year(year: int) -> str:
    if not 1 <= year <= 9999:
        raise ValueError(year)
    return f"{year:04}"


def _day_of(month: str, day: int) -> str:
    last = monthrange(int(month[:4]), int(month[5:]))[1]
    return f"{month}-{min(day, last):02}"


def _of_year(part: dict[str, str], day: date) -> str:
    before = "turn" in part and f"{day:%m-%d}" < part["turn"]
    year = _year(day.year + int(part["y"]) - before)
    tail = "".join(f"-{part[name]}" for name in ("month", "day") if name in part)
    if "day" in part:
        date.fromisoformat(year + tail)
    return year + tail
