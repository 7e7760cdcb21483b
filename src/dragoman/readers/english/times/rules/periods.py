"""Decades, centuries, halves, quarters, fiscal years, seasons, holidays, other calendars."""

import re

from dragoman.readers.english.drafts import Time
from dragoman.readers.english.figures.numbers import number_words
from dragoman.readers.english.times.context import Context
from dragoman.readers.english.times.rules.rule import WRITTEN, Rule, follow, lead, one, parts_of
from dragoman.readers.english.times.vocabulary import build, words
from dragoman.readers.english.times.years import place_in_year

_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}


def _ordinal(written: str) -> int:
    digits = re.sub(r"\D", "", written)
    return int(digits) if digits else number_words()["ordinals"][written.lower()]


def _decade(found: re.Match[str], _: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    if "short" in part:
        return one(found, "19" + part["short"], WRITTEN)
    if "word" in part:
        return one(found, f"19{words()['decades'][part['word'].lower()]}", WRITTEN)
    era = "BC0" if "bc" in part else ""
    return one(found, era + part["n"][:-1], WRITTEN)


def _century(found: re.Match[str], _: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    number = _ordinal(part["ordinal"])
    return one(found, ("BC" if "bc" in part else "") + f"{number - 1:02}", WRITTEN)


def _part_of_year(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    number = int(part["n"]) if "n" in part else _ordinal(part["ordinal"])
    letter = "H" if part["kind"][0] in "Hh" else "Q"
    if number > (2 if letter == "H" else 4):
        return ()
    if "year" in part:
        year, reason = int(part["year"]) + (2000 if len(part["year"]) == 2 else 0), WRITTEN
    else:
        near = None if "rel" in part else context.told_in_sentence(found.start())
        base = near[1] if near else context.published
        if base is None:
            return one(found, None, "")
        shift = {"last": -1, "previous": -1, "next": 1}.get(
            part.get("rel", part.get("which", "")), 0
        )
        year, reason = base.year + shift, f"counted from {base}"
        if not near and not shift and _not_begun(letter, number, base.month):
            year -= context.tense(found.start(), found.end()) == "past"
    fiscal = "FY" if "fiscal" in part else ""
    return one(found, f"{fiscal}{year}-{letter}{number}", reason)


def _not_begun(letter: str, number: int, month: int) -> bool:
    return (number - 1) * (6 if letter == "H" else 3) + 1 > month


def _fiscal(found: re.Match[str], _: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    year = part["y"] if len(part["y"]) == 4 else "20" + part["y"]
    if "y2" not in part:
        return one(found, f"FY{year}", WRITTEN)
    last = year[: 4 - len(part["y2"])] + part["y2"]
    time = one(found, f"FY{last}", WRITTEN)[0]
    return (time,)


def _season(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    code = words()["seasons"][part["season"].lower()]
    if "year" in part:
        return one(found, f"{part['year']}-{code}", WRITTEN)
    placed = place_in_year(context, _SEASON_MONTH[code], None, found.start(), found.end())
    if placed is None:
        return one(found, None, "")
    return one(found, f"{placed[0][:4]}-{code}", placed[1])


def _is_season(found: re.Match[str]) -> bool:
    if found.groupdict().get("year"):
        return True
    if found.group("season")[0].isupper() and not re.search(r"[.!?]\s+$|^$", lead(found)):
        return False
    before = re.search(
        r"\b(?:in|the|by|during|since|until|of|every|early|late|mid)[\s-]+$",
        lead(found),
        re.IGNORECASE,
    )
    after = re.match(r"\s*(?:[,.;)]|(?:and|of|when|after|before|or|with|as)\b|$)", follow(found))
    return (
        bool(before and after) and found.group("season").lower() not in ("fall", "spring")
    ) or bool(
        re.search(
            r"\b(?:in|during|by|since|until|early|late|mid)[\s-]+(?:the\s+)?$",
            lead(found),
            re.I,
        )
        and after
    )


def _holiday(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    name = re.sub(r"\s+", " ", part["holiday"]).replace("’", "'")
    month, day = (int(n) for n in words()["holidays"][name].split("-"))
    if "year" in part:
        return one(found, f"{part['year']}-{month:02}-{day:02}", WRITTEN)
    placed = place_in_year(context, month, day, found.start(), found.end())
    return one(found, placed[0], placed[1]) if placed else one(found, None, "")


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
                r"(?:[Tt]he )?(?:(?P<which>last|previous|next|same) )?"
                r"(?P<fiscal>(?:fiscal|financial)(?: |-))?"
                r"{ordinal:ordinal}(?: |-)(?:(?:fiscal|financial)(?: |-))?"
                r"(?P<kind>quarter|half)(?:"
                + year
                + r"| of the year| of (?P<rel>this|next|last) year)?"
            ),
            _part_of_year,
            lambda f: "half" not in f.group() or _is_half(f),
        ),
        Rule(
            build(
                r"(?P<kind>[QH])(?P<n>[1-4])(?:(?: of)?[\s/-]?(?:['’]|FY)?(?P<year>20\d\d|\d\d))?"
            ),
            _part_of_year,
        ),
        Rule(build(r"(?P<n>[1-4])(?P<kind>[QH])(?: ?['’]?(?P<year>20\d\d|\d\d))"), _part_of_year),
        Rule(
            build(
                r"(?:[Tt]he )?(?:(?i:(?:fiscal|financial)(?: year)?) |(?i:fiscal)-|FY ?['’]?)"
                r"(?P<y>20\d\d|19\d\d|\d\d)(?:[-–/](?P<y2>\d{4}|\d\d))?"
            ),
            _fiscal,
        ),
        Rule(build(r"(?:[Tt]he )?{season:season}" + year), _season),
        Rule(build(r"(?:[Tt]he )?{season:season}"), _season, _is_season),
        Rule(build(r"{holiday:holiday}(?:(?:\s?,)? {year:year})?"), _holiday),
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


def _is_half(found: re.Match[str]) -> bool:
    """Tell whether a half is one of a year, not of a match or a book."""
    return bool(
        found.groupdict().get("year")
        or "year" in found.group()
        or re.match(
            r"\s+of (?:the|this|last|next|the (?:current|coming|past)) (?:\w+ )?"
            r"(?:year|decade|century)",
            follow(found, 40),
        )
    )
