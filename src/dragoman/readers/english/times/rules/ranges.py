"""Two dates that share a month or a year: "3 to 5 May", "between July and November 2023"."""

import re

from dragoman.readers.english.drafts import Time
from dragoman.readers.english.times.calendar import month_value, span
from dragoman.readers.english.times.context import Context
from dragoman.readers.english.times.rules.dates import number_of_day
from dragoman.readers.english.times.rules.rule import WRITTEN, Rule, lead, parts_of
from dragoman.readers.english.times.vocabulary import build, month_number
from dragoman.readers.english.times.years import place_in_year


def _ends(found: re.Match[str], first: str, last: str, reason: str) -> tuple[Time, ...]:
    """Return both ends; each carries the whole interval as its date where the text means one."""
    split = found.start("dash"), found.end("dash")
    listed = re.search(r"\band\b", found.group("dash")) and not re.search(
        r"\bbetween\s+(?:the\s+)?$", lead(found), re.IGNORECASE
    )
    together = f"{first}/{last}" if first <= last and not listed else None
    spans = ((found.start(), split[0], first), (split[1], found.end(), last))
    return tuple(
        Time(start=start, end=end, type="DATE", value=value, date=together or value, reason=reason)
        for start, end, value in spans
    )


def _days(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    last_month = month_number(part.get("m2") or part["m1"])
    first_month = month_number(part.get("m1") or part["m2"])
    if "year" in part:
        last: str | None = month_value(int(part["year"]), last_month)
        reason = WRITTEN
    else:
        placed = place_in_year(
            context, last_month, number_of_day(part["d2"]), found.start(), found.end()
        )
        last, reason = (placed[0][:7], placed[1]) if placed else (None, "")
    if last is None:
        return ()
    year = int(last[:4]) - (first_month > last_month)
    low = f"{month_value(year, first_month)}-{number_of_day(part['d1']):02}"
    high = f"{last}-{number_of_day(part['d2']):02}"
    return _ends(found, low, high, reason) if span(low) and span(high) else ()


def _months(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    first, last = month_number(found.group("m1")), month_number(found.group("m2"))
    part = parts_of(found)
    if "year" in part:
        year, reason = int(part["year"]), WRITTEN
    else:
        placed = place_in_year(context, last, None, found.start(), found.end())
        if placed is None:
            return ()
        year, reason = int(placed[0][:4]), placed[1]
    return _ends(found, month_value(year - (first > last), first), month_value(year, last), reason)


def _years(found: re.Match[str], _: Context) -> tuple[Time, ...]:
    first, last = found.group("y1"), found.group("y2")
    last = first[: 4 - len(last)] + last
    return _ends(found, first, last, WRITTEN) if first < last else ()


def _between(found: re.Match[str]) -> bool:
    """Tell a range from a list: one in words needs "from" or "between", one with a dash none."""
    before = lead(found)
    if re.search(r"[$€£¥\d][\s.,]?$|\b[A-Z]{2,}-?\s?$", before):
        return False
    if re.search(r"\w", found.group("dash")):
        return bool(re.search(r"\b(?:from|between|in|years|of)\s+$", before, re.IGNORECASE))
    return True


def rules() -> list[Rule]:
    """Return the rules of this family."""
    dash = r"(?P<dash>{dash}(?:the |on )?)"
    weekday = r"(?:{weekdayish}(?:\s?,)? )?"
    year = r"(?:(?:\s?,| of)? {year:year})?"
    return [
        Rule(build("{day:d1}" + dash + "{day:d2}(?: of)? {monthish:m2}" + year), _days),
        Rule(build("{monthish:m1} {day:d1}" + dash + "{day:d2}" + year), _days),
        Rule(
            build(
                weekday
                + "{day:d1}(?: of)? {monthish:m1}"
                + dash
                + weekday
                + "{day:d2}(?: of)? {monthish:m2}"
                + year
            ),
            _days,
        ),
        Rule(
            build(
                weekday
                + "{monthish:m1} {day:d1}"
                + dash
                + weekday
                + "{monthish:m2} {day:d2}"
                + year
            ),
            _days,
        ),
        Rule(build("{month:m1}" + dash + r"{month:m2}(?:\s?,| of)? {year:year}"), _months),
        Rule(build("{month:m1}" + dash + "{month:m2}"), _months, _between),
        Rule(build("{year:y1}" + dash + r"(?P<y2>(?:1\d|20)?\d\d)(?![\d%])"), _years, _between),
    ]
