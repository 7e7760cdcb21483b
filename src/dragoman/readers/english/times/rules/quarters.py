"""Quarters and halves of a year: "the third quarter", "first half of 2024", "H1 2023"."""

import re

from dragoman.readers.english.drafts import Time
from dragoman.readers.english.times.context import Context
from dragoman.readers.english.times.rules.periods import number_of
from dragoman.readers.english.times.rules.rule import WRITTEN, Rule, follow, one, parts_of
from dragoman.readers.english.times.vocabulary import build


def _part_of_year(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    part = parts_of(found)
    number = int(part["n"]) if "n" in part else number_of(part["ordinal"])
    letter = "H" if part["kind"][0] in "Hh" else "Q"
    if number > (2 if letter == "H" else 4):
        return ()
    if "fy" in part:
        part["year"] = part["fy"]
    if "year" in part:
        year, reason = int(part["year"]) + (2000 if len(part["year"]) == 2 else 0), WRITTEN
    else:
        placed = _year_of_part(found, context, letter, number)
        if placed is None:
            return one(found, None, "")
        year, reason = placed
    fiscal = "FY" if "fiscal" in part or "fiscal2" in part else ""
    return one(found, f"{fiscal}{year}-{letter}{number}", reason)


def _year_of_part(
    found: re.Match[str], context: Context, letter: str, number: int
) -> tuple[int, str] | None:
    """Return the year of a quarter or half that names none, and how it was found.

    News tells results of the quarter begun last, and plans for the next to end.
    """
    part = parts_of(found)
    near = None if "rel" in part else context.told_in_sentence(found.start())
    published = context.published
    if near is not None and (len(near[0]) == 4 or published is None or context.narrative):
        return near[1].year, f"the year of {near[0]}, told before"
    if published is None:
        return None
    reason = f"counted from the report's date, {published}"
    shift = {"last": -1, "previous": -1, "next": 1}.get(
        part.get("rel", part.get("which", "")).lower(), 0
    )
    if "rel" in part or shift:
        return published.year + shift, reason
    length = 6 if letter == "H" else 3
    begun = (number - 1) * length < published.month
    over = number * length < published.month
    if context.tense(found.start(), found.end()) == "future":
        return published.year + over, f"next after {reason.removeprefix('counted from ')}"
    return published.year - (not begun), f"last before {reason.removeprefix('counted from ')}"


def _year_earlier(found: re.Match[str], context: Context) -> tuple[Time, ...]:
    """Resolve "the year-earlier quarter": the one told last, a year before."""
    told = context.told_part()
    if told is not None:
        return one(found, f"{int(told[:4]) - 1}{told[4:]}", f"a year before {told}, told before")
    if context.published is None:
        return one(found, None, "")
    reason = f"counted from the report's date, {context.published}"
    return one(found, str(context.published.year - 1), reason)


def _is_half(found: re.Match[str]) -> bool:
    """Tell whether a half is one of a year, not of a match or a book."""
    return bool(
        found.groupdict().get("year")
        or "year" in found.group()
        or found.group().lower().endswith(("first-half", "second-half"))
        or re.match(
            r"\s+of (?:the|this|last|next|the (?:current|coming|past)) (?:\w+ )?"
            r"(?:year|decade|century)",
            follow(found, 40),
        )
    )


def rules() -> list[Rule]:
    """Return the rules of this family."""
    year = r"(?:(?:\s?,)?(?: of(?: the year)?| in)? {year:year}(?:[-–/]\d\d(?:\d\d)?)?)"
    return [
        Rule(
            build(
                r"(?:[Tt]he )?(?:(?P<which>last|previous|next|same) )?"
                r"(?P<fiscal>(?:fiscal|financial)(?: |-))?"
                r"{ordinal:ordinal}(?: |-)(?:(?:fiscal|financial)(?: |-))?"
                r"(?P<kind>quarter|half)(?:"
                + year
                + r"| of (?P<fiscal2>(?:fiscal|financial) (?:year )?)(?:{year:fy})"
                r"| of the (?:(?:current|calendar|fiscal|financial) )?year"
                r"| of (?P<rel>this|next|last) year)?"
            ),
            _part_of_year,
            lambda f: "half" not in f.group() or _is_half(f),
        ),
        Rule(
            build(
                r"(?:(?P<fiscal>(?i:fiscal|financial) (?:year )?)?{year:year}|"
                r"(?P<rel>(?i:last|this|next)) year)['’]s (?:(?:fiscal|financial) )?"
                r"{ordinal:ordinal}(?: |-)(?P<kind>quarter|half)"
            ),
            _part_of_year,
        ),
        Rule(
            build(
                r"(?:(?i:the|an?) )?(?i:year)-(?:earlier|ago)(?: (?:period|quarter|month|half))?"
            ),
            _year_earlier,
        ),
        Rule(
            build(
                r"(?P<kind>[QH])(?P<n>[1-4])(?:(?: of)?[\s/-]?(?:['’]|FY)?(?P<year>20\d\d|\d\d))?"
            ),
            _part_of_year,
        ),
        Rule(build(r"(?P<n>[1-4])(?P<kind>[QH])(?: ?['’]?(?P<year>20\d\d|\d\d))"), _part_of_year),
    ]
