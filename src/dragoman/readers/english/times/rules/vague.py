"""Expressions that point without a date: "now", "recently", "the near future"."""

import re
from functools import partial

import msgspec

from dragoman.readers.english.drafts import Time
from dragoman.readers.english.times.context import Context
from dragoman.readers.english.times.rules.rule import Rule, a_time, follow
from dragoman.readers.english.times.vocabulary import build, choice, words

_WAY = {
    "PRESENT_REF": "the time of writing",
    "PAST_REF": "some time before the time of writing",
    "FUTURE_REF": "some time after the time of writing",
}


def _points(found: re.Match[str], _: Context, *, value: str) -> tuple[Time, ...]:
    time = a_time(found, "DATE", value, _WAY[value])
    first = re.match(r"(\w+)\s+", found.group())
    if first and first.group(1).lower() in words()["vague_leads"]:
        time = msgspec.structs.replace(time, start=found.start() + first.end())
    return (time,)


def rules() -> list[Rule]:
    """Return the rules of this family."""
    return [
        Rule(
            build(f"(?i:{choice(options)})"),
            partial(_points, value=value),
            lambda f: not re.match(r"-\w|\s+that\b", follow(f)),
        )
        for value, options in words()["vague"].items()
    ]
