"""Days, months and years by name and number: "9 July 2025", "April 5", "2018", "2025-07-09"."""

import re
from datetime import date

from dragoman.readers.english.drafts import Time
from dragoman.readers.english.times.calendar import month_value, span, week_value
from dragoman.readers.english.times.context import Context
from dragoman.readers.english.times.rules.rule import (
    WRITTEN,
    Rule,
    follow,
    lead,
    one,
    parts_of,
)
from dragoman.readers.english.times.vocabulary import build, month_number, words
from dragoman.readers.english.times.years import place_in_year

_PREPOSITION = re.compile(
    r"(?:\b(?:in|of|since|by|until|till|through|from|before|after|during|between|and|to|early|late|"
    r"mid|last|next|this|for|or|as|than|on|around|circa|ca\.|dated|year|years|in the|of the|the|"
    r"end|back in|about|per|both|over|only|summer|spring|autumn|winter)|[-–,(/;:\"“‘'’]|^)\s*$",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\b(?:in|since|by|until|till|from|during|between|before|after|early|late|mid|year|"
    r"(?:end|start|beginning|middle|spring|summer|autumn|fall|winter|close|outset) of)[ -]$",
    re.IGNORECASE,
)
_LEADS = (
    r"\b(?:In|Since|By|Last|This|Next|Until|From|Late|Early|Mid|After|Before|During|Around|"
    r"Through|Throughout|For|Every|And|Between)\s$"
)
_COUNTED = re.compile(
    r"[-\s]*(?:%|(?:[A-Z][\w’']+\s+)?[a-z]{3,}s\b(?!['’])|km|kg|tonnes|MW|people)"
)
_OWNED = re.compile(r"(?:\b(?:the|its|his|her|their|our|a)|['’]s|s['’])\s$", re.IGNORECASE)
_THINGS = re.compile(
    r"[-\s]*(?:%|km|kg|MW|tonnes|tons|people|persons|troops|soldiers|miles|barrels|jobs|cases|"
    r"votes|members|men|women|children|officers|deaths|victims|refugees|vehicles|homes|houses|"
    r"workers|students|passengers|hectares|acres|metres|meters|feet|dollars|euros|pounds)\b"
)
_VERBS = re.compile(r"\s+(?:was|is|has|as|plus|its|this|versus|across|towards|marks|sees|saws)\b")


def number_of_day(written: str) -> int:
    """Return 1 to 31 of "3", "03" or "3rd"."""
    return int(re.sub(r"\D", "", written))


def day_value(found: re.Match[str], context: Context) -> tuple[str, str] | None:
    """Return the value of a match with the groups month, day and perhaps year."""
    part = parts_of(found)
    month = month_number(part["month"])
    day = number_of_day(part["day"]) if "day" in part else None
    if "year" not in part:
        return place_in_year(context, month, day, found.start(), found.end())
    value = month_value(int(part["year"]), month) + (f"-{day:02}" if day else "")
    return (value, WRITTEN) if span(value) else None


def _named(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    value, reason = day_value(found, context) or (None, "")
    return one(found, value, reason)


def _week_of(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    value, reason = day_value(found, context) or (None, "")
    days = span(value) if value else None
    return one(found, week_value(days[0]) if days else None, reason)


def _month_alone(found: re.Match[str]) -> bool:
    name = found.group("month").capitalize()
    if re.match(r"\.?\s\d", follow(found)) or re.search(r"[A-Z]\w+\s$", lead(found)):
        return bool(re.search(_LEADS, lead(found)))
    if name in words()["month_ambiguous"] or found.group("month").isupper():
        return bool(
            re.search(
                r"\b(?:in|of|since|by|until|till|from|last|next|this|late|early|mid|end|the|between|"
                r"and|through|to|before|after|during|every|a|an)[ -]$",
                lead(found),
                re.IGNORECASE,
            )
        )
    return True


def _numeric(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = {name: int(text) for name, text in parts_of(found).items()}
    year = part["y"] + (2000 if part["y"] < 50 else 1900 if part["y"] < 100 else 0)
    options = [(year, part["b"], part["a"]), (year, part["a"], part["b"])]
    days = [date(*o) for o in options if span("{:04}-{:02}-{:02}".format(*o))]
    if not days:
        return ()
    if context.published is not None and "/" in found.group():
        near = context.published
        days.sort(key=lambda day: abs((day - near).days))
    return one(found, days[0].isoformat(), WRITTEN)


def _iso(found: re.Match[str], _: Context) -> tuple[Time, ...]:
    value = re.sub(r"[./]", "-", found.group("date"))
    if not span(value):
        return ()
    clock = found.groupdict().get("clock")
    return one(found, value + (f"T{clock}" if clock else ""), WRITTEN, "TIME" if clock else "DATE")


def _is_year(found: re.Match[str]) -> bool:
    before, after = lead(found), follow(found)
    if re.search(
        r"[$€£¥₹#.\d-]\s?$|\b[A-Z]{2,}-$|\b[A-Z]{3}\s?$|\b[Nn]o\.?\s$", before
    ) and not re.search(r"\b(?:IN|SINCE|BY|OF|UNTIL)\s$|[a-z)]\.\s$", before):
        return bool(re.search(r"\b(?:mid|pre|post|early|late|end)-$", before))
    year = int(found.group("year"))
    if year < 1800 or year > 2100:
        ends = year % 50 and re.search(r"\b(?:of|for|from|to)\s$", before)
        if ends and re.match(r"[.,;:)]\s", after):
            return True
        named = re.search(r"\bthe $", before) and re.match(r" [A-Z]", after)
        return bool(_FIRM.search(before) or named) and not _COUNTED.match(after)
    if _COUNTED.match(after) and not _VERBS.match(after):
        if year % 50 and _OWNED.search(before):
            return not _THINGS.match(after)
        return bool(_FIRM.search(before)) and not re.match(r"[-\s]*(?:%|km|kg|people)", after)
    return bool(_PREPOSITION.search(before)) or year > 1900


def _year(found: re.Match[str], _: Context) -> tuple[Time, ...]:
    return one(found, found.group("year"), WRITTEN)


def _before_christ(found: re.Match[str], _: Context) -> tuple[Time, ...]:
    return one(found, f"BC{int(found.group('n')):04}", WRITTEN)


def rules() -> list[Rule]:
    """Return the rules of this family."""
    weekday = r"(?:{weekdayish}(?:\s?,)? (?:[Tt]he )?)?"
    year = r"(?:(?:\s?,| of)? {year:year})?"
    return [
        Rule(
            build(
                r"(?P<date>[12]\d{3}(?:-[01]\d-[0-3]\d|\.[01]\d\.[0-3]\d|/[01]\d/[0-3]\d))"
                r"(?:T(?P<clock>[0-2]\d:[0-5]\d)(?::\d\d)?)?"
            ),
            _iso,
        ),
        Rule(build(r"(?P<a>\d{1,2})([./])(?P<b>\d{1,2})\2(?P<y>\d{4}|\d\d)"), _numeric),
        Rule(
            build(weekday + r"(?:[Tt]he )?{day:day}(?: of)?(?: |-){monthish:month}" + year), _named
        ),
        Rule(build(weekday + r"{monthish:month} (?:[Tt]he )?{day:day}" + year), _named),
        Rule(build(r"{monthish:month}(?:\s?,| of)? {year:year}"), _named),
        Rule(build(r"{month:month}"), _named, _month_alone),
        Rule(build(r"(?i:the month of) {month:month}(?:(?:\s?,| of)? {year:year})?"), _named),
        Rule(
            build(r"(?i:the week (?:of|starting|beginning)) {monthish:month} {day:day}" + year),
            _week_of,
        ),
        Rule(
            build(r"(?i:the week (?:of|starting|beginning)) {day:day} {monthish:month}" + year),
            _week_of,
        ),
        Rule(build(r"(?i:the years?) {year:year}(?![-–—]| (?:to|and)\b)"), _year),
        Rule(build(r"{year:year}"), _year, _is_year),
        Rule(build(r"(?:(?:ca\.?|circa|c\.) )?(?P<n>\d{1,4}) (?:BC|B\.C\.?|BCE)"), _before_christ),
    ]
