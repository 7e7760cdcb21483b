"""Lengths in one word or as a fraction: "weeklong", "half a century", "a year and a half"."""

import re

from dragoman.readers.english.drafts import Time
from dragoman.readers.english.times.context import Context
from dragoman.readers.english.times.rules.counted import amount, period
from dragoman.readers.english.times.rules.rule import Rule, a_time, follow, lead, parts_of
from dragoman.readers.english.times.vocabulary import build, unit_code, words

_A_LENGTH = "a length of time"


def _fused(found: re.Match[str], _: Context) -> tuple[Time, ...]:
    """Resolve "weeklong" to a week, and "weekslong" to some weeks."""
    written = found.group("unit").lower()
    count = None if written.endswith("s") or written == "centuries" else 1.0
    return (a_time(found, "DURATION", period(count, unit_code(written)), _A_LENGTH),)


def _half(found: re.Match[str], _: Context) -> tuple[Time, ...]:
    share = 0.25 if "quarter" in found.group().lower() else 0.5
    unit = unit_code(found.group("unit"))
    if unit in ("Y", "M", "D") and share == 0.25:
        return ()
    return (a_time(found, "DURATION", period(share, unit), _A_LENGTH),)


def _and_half(found: re.Match[str], _: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    count = amount(part["count"])
    if count is None:
        return ()
    extra = 0.25 if part["share"].lower() == "quarter" else 0.5
    value = period(count + extra, unit_code(part["unit"]))
    return (a_time(found, "DURATION", value, _A_LENGTH),)


def _either(found: re.Match[str], _: Context) -> tuple[Time, ...]:
    return (a_time(found, "DURATION", period(None, unit_code(found.group("unit"))), _A_LENGTH),)


def _is_either(found: re.Match[str]) -> bool:
    seconds = unit_code(found.group("unit")) in ("TS", "Q")
    return not seconds and not re.search(r"[$€£¥\d][\s.,]?$", lead(found))


def _parts_of_days(found: re.Match[str], _: Context) -> tuple[Time, ...]:
    code = words()["parts"][found.group("part").lower()]
    return (a_time(found, "SET", f"XXXX-XX-XXT{code}", "a repeated time"),)


def rules() -> list[Rule]:
    """Return the rules of this family."""
    rough = "(?:{roughly})?"
    few = r"(?:\d{1,3}|(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen))"
    return [
        Rule(build(r"{unit:unit}-?(?i:long|old)"), _fused, lambda f: "-" not in follow(f)[:1]),
        Rule(
            build(rough + r"(?:(?i:an?) )?(?i:half|quarter)(?: |-){unit:unit}(?:-(?i:old|long))?"),
            _half,
            lambda f: not f.group("unit").lower().endswith("s"),
        ),
        Rule(build(rough + r"(?i:half|a quarter of) an? {unit:unit}"), _half),
        Rule(
            build(
                rough + r"(?P<count>(?i:an?|one|{number})) {unit:unit} and "
                r"(?i:an?) (?P<share>(?i:half|quarter))"
            ),
            _and_half,
        ),
        Rule(
            build(
                rough + few + r"(?:-| )?(?:(?i:or|to)(?:-| )|[-–—] ?)" + few + r"(?:-| ){unit:unit}"
                r"(?:-old)?"
            ),
            _either,
            _is_either,
        ),
        Rule(build(r"(?i:every|each) {part:part}"), _parts_of_days),
    ]
