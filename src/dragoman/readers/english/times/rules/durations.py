"""Lengths of time and repeated times: "four-day", "several years", "annually", "every Monday"."""

import re

from dragoman.readers.english.drafts import Time
from dragoman.readers.english.times.calendar import iso, shift
from dragoman.readers.english.times.context import Context
from dragoman.readers.english.times.rules.counted import amount, move, period
from dragoman.readers.english.times.rules.rule import Rule, a_time, follow, lead, parts_of
from dragoman.readers.english.times.vocabulary import (
    build,
    choice,
    unit_code,
    weekday_number,
    words,
)

_LENGTH = "a length of time"
_RATE_BEFORE = re.compile(
    r"(?:[\d%]|\b(?:million|billion|trillion|once|twice|times|percent|cent|dollars|euros|"
    r"thousand|hundred|crore|lakh|tons|tonnes|barrels|people|each))\s$",
    re.IGNORECASE,
)


def _length(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    count = amount(part["count"]) if "count" in part else None
    if part.get("count", "").lower() == "all":
        count = 1.0
    unit = unit_code(part["unit"])
    due = _due(found, context, unit, count) if count is not None else None
    reason = f"within a length of time from the report's date, {context.published}"
    return (a_time(found, "DURATION", period(count, unit), reason if due else _LENGTH, due),)


def _due(found: re.Match[str], context: Context, unit: str, count: float) -> str | None:
    """Return the day or month that "within thirty days" ends on, where it is still to come."""
    base = context.published
    if base is None or context.narrative or unit[0] == "T" or count % 1:
        return None
    if not re.search(r"\bwithin\s$", lead(found), re.IGNORECASE):
        return None
    if context.tense(found.start(), found.end()) == "past":
        return None
    step = {"W": 7, "2W": 14}.get(unit)
    try:
        return shift(base, "D", step * count) if step else iso(move(base, unit, count))
    except (ValueError, OverflowError):
        return None


def _set(found: re.Match[str], _: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    if "frequency" in part:
        value = words()["frequencies"][part["frequency"].lower()]
    elif "weekday" in part:
        value = f"XXXX-WXX-{weekday_number(part['weekday'])}"
    elif "weekends" in part:
        value = "XXXX-WXX-WE"
    elif "season" in part:
        value = f"XXXX-{words()['seasons'][part['season'].lower()]}"
    else:
        count = amount(part["count"]) if "count" in part else 1.0
        value = period(2.0 if part.get("other") else count, unit_code(part["unit"]))
    return (a_time(found, "SET", value, "a repeated time"),)


def _is_length(found: re.Match[str]) -> bool:
    """Not a rate ("15 a year") nor "a second" or "the minute" as other words."""
    part = parts_of(found)
    unit, count = part["unit"].lower(), part["count"].lower()
    if unit == "second" and re.match(r"\d+-s", found.group()):
        return True
    if not _counts_units(found, unit, count):
        return False
    if re.search(r"[$€£¥] ?$|\d[.,]$|\d $", lead(found)):
        return False
    if re.match(r"[0-2]\d[0-5]\d\s", found.group()) and unit == "hours":
        return False
    if count in ("a", "an") and _RATE_BEFORE.search(lead(found)):
        return False
    return not re.match(r"(?:['’]s)?[-\s](?:ago|Summit|War|Wars)\b", follow(found))


def _counts_units(found: re.Match[str], unit: str, count: str) -> bool:
    """Tell "four quarters" and "ten seconds" from "a quarter" and "a second"."""
    if unit in ("second", "quarter", "minute") and (
        count in ("a", "an", "the", "one") or re.match(r"\d+ s", found.group())
    ):
        return False
    if unit.startswith("quarter") or (unit.startswith("second") and not unit.endswith("s")):
        return count not in ("a", "one", "the first", "three", "four") and unit.endswith("s")
    return True


def _is_repeated(found: re.Match[str]) -> bool:
    """Tell "on weekends" from "three weekends"."""
    return bool(re.search(r"(?:\b(?:on|at|during|and|or)|[-–])\s?$", lead(found), re.IGNORECASE))


def _is_rate(found: re.Match[str]) -> bool:
    return bool(_RATE_BEFORE.search(lead(found)))


def _open_length(found: re.Match[str]) -> bool:
    """Tell whether "decades" or "years" alone is a length of time by the words around it."""
    if found.group("unit").lower().startswith(("second", "quarter", "night", "minute")):
        return False
    return bool(
        re.search(
            r"\b(?:for|over|within|in|after|takes?|took|lasts?|lasted|of|many|through|despite|spent|"
            r"following|by|across)\s+(?:the\s|recent\s)?$",
            lead(found),
            re.IGNORECASE,
        )
        or re.match(r"\s+(?:of|before|after|since|ahead)\b", follow(found))
    )


def rules() -> list[Rule]:
    """Return the rules of this family."""
    rough = "(?:{roughly})?"
    age = r"(?:(?: |-)(?:old|long))?"
    return [
        Rule(
            build(
                rough + r"(?P<count>{count}|(?i:half an?))(?: |-)(?:more |(?:full|consecutive|"
                r"straight|long|whole|further|additional) )?{unit:unit}" + age
            ),
            _length,
            _is_length,
        ),
        Rule(
            build(
                rough
                + r"(?P<count>(?i:an?|another))(?: |-)(?:(?:full|whole) )?{unit:unit}(?:-long)?"
            ),
            _length,
            _is_length,
        ),
        Rule(
            build(r"(?P<count>(?i:all)) {unit:unit}(?:-long| long)?"),
            _length,
            lambda f: (
                f.group("unit").lower() in ("day", "night", "week", "weekend", "month", "year")
            ),
        ),
        Rule(
            build(r"(?:[Tt]he )?{unit:unit}"),
            _length,
            lambda f: f.group("unit").lower().endswith("s") and _open_length(f),
        ),
        Rule(
            build(r"(?i:an?|per|each|every) {unit:unit}"),
            _set,
            lambda f: (
                (_is_rate(f) or f.group().lower().startswith(("each", "every", "per")))
                and unit_code(f.group("unit"))[0] != "T"
            ),
        ),
        Rule(
            build(rf"(?i:{choice(words()['rates'])}) (?i:an?|per|each|every) {{unit:unit}}"), _set
        ),
        Rule(build(r"(?i:recent) {unit:unit}"), _length),
        Rule(build(r"(?i:every) (?P<count>{count}) {unit:unit}"), _set),
        Rule(build(r"(?i:every) (?P<other>other) {unit:unit}"), _set),
        Rule(build(r"(?i:every|each) (?:{weekday:weekday}|{season:season})"), _set),
        Rule(build(r"{weekday:weekday}s"), _set),
        Rule(build(r"(?P<weekends>(?i:weekends))"), _set, _is_repeated),
        Rule(
            build("(?:(?:{roughly}))?{frequency:frequency}"),
            _set,
            lambda f: f.group()[-1].islower() and f.group()[0].islower(),
        ),
    ]
