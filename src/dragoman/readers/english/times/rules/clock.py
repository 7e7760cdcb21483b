"""Times of day: "18:00 UTC", "6:40 p.m.", "midnight", "the evening of April 4"."""

import re

from dragoman.readers.english.drafts import Time
from dragoman.readers.english.times.context import Context
from dragoman.readers.english.times.rules.dates import day_value
from dragoman.readers.english.times.rules.days import weekday_value
from dragoman.readers.english.times.rules.rule import Rule, follow, lead, one, parts_of
from dragoman.readers.english.times.vocabulary import build, words


def _day_of(found: re.Match[str], context: Context) -> str | None:
    """Return the day a time of day belongs to: the one told in the sentence, else the report's."""
    near = context.told_in_sentence(found.start())
    if near is not None and len(near[0]) == 10 and near[0][5] != "W":
        return near[0]
    if context.narrative:
        told = context.told()
        return told[0] if told and len(told[0]) == 10 and told[0][5] != "W" else None
    return context.published.isoformat() if context.published else None


def _clock(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    if "word" in part:
        hour, minute = (12, 0) if part["word"].lower() == "noon" else (0, 0)
    else:
        hour, minute = int(part["hour"]), int(part.get("minute", "0"))
    if half := part.get("half"):
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    if hour > 24 or minute > 59:
        return ()
    zone = "Z" if part.get("zone") in ("GMT", "UTC") and "offset" not in part else ""
    day = _day_of(found, context)
    return one(
        found,
        f"{day}T{hour:02}:{minute:02}{zone}" if day else None,
        "the time of day on the day told",
        "TIME",
    )


def _part_of_date(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    placed = day_value(found, context)
    code = words()["parts"][parts_of(found)["part"].lower()]
    return one(
        found, f"{placed[0]}T{code}" if placed else None, placed[1] if placed else "", "TIME"
    )


def _part_on_weekday(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    day = weekday_value(found, context)
    name = part.get("part", "").lower()
    code = words()["parts"].get(name, "MO")
    return one(found, f"{day[0]}T{code}" if day else None, day[1] if day else "", "TIME")


def _bare_part(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    day = _day_of(found, context)
    code = words()["parts"][parts_of(found)["part"].lower()]
    return one(found, f"{day}T{code}" if day else None, "the part of the day told", "TIME")


def rules() -> list[Rule]:
    """Return the rules of this family."""
    half = r"(?P<half>(?:[ap]\.m\.?|[AP]\.M\.?|[ap]m|[AP]M)(?!\w))"
    zone = (
        r"(?: ?\(?(?P<zone>GMT|UTC|CET|CEST|BST|EST|EDT|ET|IST|PKT|JST|KST|MSK|local time)"
        r"(?P<offset> ?[+-]\d+)?\)?)"
    )
    year = r"(?:(?:\s?,)? {year:year})?"
    of = (
        r"(?i:the )?(?:(?i:early|late) )?{part:part}(?: hours)?(?: of|,)? "
        r"(?:{weekday}(?:\s?,)? )?(?:[Tt]he )?"
    )
    not_score = lambda f: not re.search(r"[\d:/]\s?$", lead(f)) and ":" not in follow(f)[:1]  # noqa: E731
    return [
        Rule(build(r"(?P<hour>[0-2]?\d)[:.](?P<minute>[0-5]\d) ?" + half + zone + "?"), _clock),
        Rule(
            build(r"(?P<hour>[0-2]?\d):(?P<minute>[0-5]\d)(?::\d\d)?" + zone + "?"),
            _clock,
            not_score,
        ),
        Rule(build(r"(?P<hour>[0-2]?\d)\.(?P<minute>[0-5]\d)" + zone), _clock),
        Rule(build(r"(?P<hour>1?\d) ?" + half + zone + "?"), _clock),
        Rule(build(r"(?P<hour>1?\d) o['’]clock"), _clock),
        Rule(
            build(r"(?P<hour>[0-2]\d):?(?P<minute>[0-5]\d) ?(?:hours|hrs|h)" + zone + "?"), _clock
        ),
        Rule(build(r"(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)" + zone), _clock),
        Rule(
            build(r"(?P<word>(?i:midnight|noon))" + zone + "?"),
            _clock,
            lambda f: bool(
                re.search(
                    r"\b(?:at|by|until|till|after|before|from|around|past|since|and)\s(?:about\s)?$",
                    lead(f),
                    re.I,
                )
            ),
        ),
        Rule(
            build(
                r"(?:(?:(?i:the) )?(?:(?i:early|late) )?{part:part}(?: hours)?(?: of|,)?|"
                r"(?i:the (?:early|small|predawn|pre-dawn)) hours of) {weekday:weekday}"
            ),
            _part_on_weekday,
        ),
        Rule(build(of + "{monthish:month} {day:day}" + year), _part_of_date),
        Rule(build(of + "{day:day}(?: of)? {monthish:month}" + year), _part_of_date),
        Rule(
            build(r"(?i:the )?(?:early |late )?{part:part}(?: hours)?"),
            _bare_part,
            lambda f: (
                bool(re.search(r"\b(?:in|during|by|late in|early in)\s$", lead(f), re.I))
                and f.group().lower().startswith("the")
            ),
        ),
    ]
