"""Every number of a text with its value, scale included ("1.2m", "2 lakh crore", "two dozen")."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from dragoman.readers.english.figures.lists import table
from dragoman.readers.english.figures.numbers import (
    DIGITS,
    number_words,
    parse_digits,
    parse_words,
    word_pattern,
)


class Numeral(msgspec.Struct, frozen=True):
    """A number in a text: where it stands, its value, and the scale it was written with."""

    start: int
    end: int
    value: float
    scale: float = 1.0
    in_words: bool = False


@cache
def scale_pattern() -> str:
    """Return a regular expression for scales after digits, with the white space before them."""
    tables = number_words()
    long = "|".join(sorted((*tables["scales"], "lakhs", "crores", "dozen"), key=len, reverse=True))
    short = "|".join(
        sorted(
            (w for w in tables["short_scales"] if len(w) > 1 and w[-1] != "s"),
            key=len,
            reverse=True,
        )
    )
    letters = "|".join(w for w in tables["short_scales"] if len(w) == 1)
    return rf"(?:[\s-]?(?i:{long})\b){{1,2}}|\s?(?:{short})\b\.?|(?i:{letters})\b"


def scale_of(written: str) -> float:
    """Return the product of the scales in `written` ("lakh crore" is 10**12)."""
    tables = number_words()
    product = 1.0
    for word in re.findall(r"[a-z]+", written.lower()):
        product *= {**tables["short_scales"], **tables["scales"]}[word]
    return product


@cache
def _pattern() -> re.Pattern[str]:
    digits = rf"(?P<digits>{DIGITS})(?P<scale>{scale_pattern()})?"
    return re.compile(
        rf"(?<![\w.,/:·’'−–-])(?:{digits}|(?P<words>(?i:{word_pattern()})|"
        rf"(?<=first\s)dozen|(?<=other\s)dozen))(?:(?![\w/]|[.,:]\d)|(?=(?:{_glued()})(?!\w)))"
    )


def _glued() -> str:
    """Return the units that stand right behind their digits: "200MW"."""
    return "|".join(sorted(map(re.escape, table("counts")["glued"]), key=len, reverse=True))


def numerals(text: str) -> Iterator[Numeral]:
    """Yield the numbers of a text in text order.

    Numbers that are part of another sign are left out: "K9", "F-16", "3-0", "18:02", "24/7".
    """
    for found in _pattern().finditer(text):
        if found.group("words"):
            value = parse_words(found.group("words"))
            if value is not None:
                yield Numeral(found.start(), found.end(), value, in_words=True)
            continue
        scale = scale_of(found.group("scale") or "")
        value = round(parse_digits(found.group("digits")) * scale, 6)
        yield Numeral(found.start(), found.end(), value, scale)
