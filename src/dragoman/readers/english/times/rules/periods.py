"""Decades, centuries, halves, quarters, fiscal years, seasons, holidays, other calendars."""

import re

from dragoman.readers.english.drafts import Time
from dragoman.readers.english.figures.numbers import number_words
from dragoman.readers.english.times.context import Context
from dragoman.readers.english.times.fiscal import country_of, fiscal_span
from dragoman.readers.english.times.rules.rule import (
    WRITTEN,
    Rule,
    a_time,
    follow,
    lead,
    one,
    parts_of,
)
from dragoman.readers.english.times.vocabulary import build, words
from dragoman.readers.english.times.years import place_in_year

_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}


def number_of(written: str) -> int:
    """Return the number of an ordinal in digits or words: "3rd" and "third" are 3."""
    digits = re.sub(r"\D", "", written)
    return int(digits) if digits else number_words()["ordinals"][written.lower()]


def _decade(found: re.Match[str], _: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    if "short" in part:
        return one(found, "19" + part["short"], WRITTEN)
    if "word" in part:
        return one(found, f"19{words()['decades'][part['word'].lower()]}", WRITTEN)
    if part["n"].endswith("00") and part["n"] != "2000" and "bc" not in part:
        return one(found, part["n"][:2], WRITTEN)
    era = "BC0" if "bc" in part else ""
    return one(found, era + part["n"][:-1], WRITTEN)


def _century(found: re.Match[str], _: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    number = number_of(part["ordinal"])
    return one(found, ("BC" if "bc" in part else "") + f"{number - 1:02}", WRITTEN)


def _fiscal(found: re.Match[str], _: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    year = part["y"] if len(part["y"]) == 4 else "20" + part["y"]
    both = "y2" in part
    last = year[: 4 - len(part["y2"])] + part["y2"] if both else year
    country = country_of(found.string, found.start(), found.end())
    told = fiscal_span(int(last), country, by_last=both)
    reason = f"{WRITTEN}; the fiscal year of {country}" if told else WRITTEN
    return (a_time(found, "DATE", f"FY{last}", reason, told),)


def _season(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    code = words()["seasons"][part["season"].lower()]
    if "year" in part:
        return one(found, f"{part['year']}-{code}", WRITTEN)
    placed = place_in_year(context, _SEASON_MONTH[code], None, found.start(), found.end())
    if placed is None:
        return one(found, None, "")
    return one(found, f"{placed[0][:4]}-{code}", placed[1])


_SEASON_LEAD = re.compile(
    r"\b(?:in|the|by|during|since|until|of|every|early|late|mid)[\s-]+$", re.IGNORECASE
)
_SEASON_FIRM = re.compile(
    r"\b(?:in|during|by|since|until|early|late|mid)[\s-]+(?:the\s+)?$", re.IGNORECASE
)
_SEASON_END = re.compile(
    r"\s*(?:[,.;)]|(?:and|of|when|after|before|or|with|as|to|at|on|by|he|she|it|they|we|the|an?|"
    r"his|her|its|their)\b|$)"
)


def _is_season(found: re.Match[str]) -> bool:
    if found.groupdict().get("year"):
        return True
    if found.group("season")[0].isupper() and not re.search(r"[.!?]\s+$|^$", lead(found)):
        return False
    if not _SEASON_END.match(follow(found)):
        return False
    if found.group("season").lower() in ("fall", "spring"):
        return bool(_SEASON_FIRM.search(lead(found)))
    return bool(_SEASON_LEAD.search(lead(found)))


def _other_calendar(found: re.Match[str], _: Context) -> tuple[Time, ...]:
    return one(found, None, "")


def rules() -> list[Rule]:
    """Return the rules of this family."""
    year = r"(?:(?:\s?,)?(?: of(?: the year)?| in)? {year:year}(?:[-–/]\d\d(?:\d\d)?)?)"
    return [
        Rule(build(r"(?:[Tt]he )?(?P<n>(?:1\d|20)\d0)(?:s|['’]s)"), _decade),
        Rule(build(r"(?P<n>\d\d0)s (?P<bc>BC)"), _decade),
        Rule(build(r"(?:[Tt]he )?['’‘](?P<short>\d)0s"), _decade),
        Rule(
            build(r"[Tt]he {decadeword:word}"),
            _decade,
            lambda f: not re.match(r"\s+of\b", follow(f)),
        ),
        Rule(
            build(r"(?:[Tt]he )?{ordinal:ordinal}(?: |-)(?i:centur(?:y|ies))(?: (?P<bc>BC))?"),
            _century,
        ),
        Rule(
            build(
                r"(?:[Tt]he )?(?:(?i:(?:fiscal|financial)(?: year)?) |(?i:fiscal)-|FY ?['’]?)"
                r"(?P<y>20\d\d|19\d\d|\d\d)(?:[-–/](?P<y2>\d{4}|\d\d))?"
            ),
            _fiscal,
        ),
        Rule(
            build(
                r"(?:[Tt]he )?(?P<y>20\d\d|19\d\d)[-–/](?P<y2>\d{4}|\d\d) "
                r"(?:fiscal|financial|budget)(?: year)?"
            ),
            _fiscal,
        ),
        Rule(build(r"(?:[Tt]he )?{season:season}" + year), _season),
        Rule(build(r"(?:[Tt]he )?{season:season}"), _season, _is_season),
        Rule(
            build(
                r"(?:(?:[Tt]he )?\d{1,2}(?:st|nd|rd|th)?(?: of)? )?{othermonth}"
                r"(?: \d{1,2})?(?:\s?,)? \d{4}(?: {era})?"
            ),
            _other_calendar,
        ),
        Rule(build(r"\d{1,2}(?:st|nd|rd|th)?(?: of)? {othermonth}"), _other_calendar),
        Rule(build(r"(?:[Tt]he )?(?:year )?\d{4} {era}"), _other_calendar),
    ]
