"""Numbers as newspapers write them: digits, words, scales, Indian grouping."""

import math
import re
from functools import cache
from typing import TypedDict, cast

from dragoman.readers.english.lexicon import mapping


class NumberWords(TypedDict):
    """The tables of data/numbers.yaml: word to value."""

    ones: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    short_scales: dict[str, int]
    ordinals: dict[str, int]


# Bounded, as is the number of words of a number below: a report may be hostile.
DIGITS = r"(?:\d{1,3}(?:,\d{2,3}){1,6}(?:\.\d{1,9})?|\d{1,15}(?:[.·]\d{1,9})?)"


def number_words() -> NumberWords:
    """Return the tables of number words."""
    return cast(NumberWords, mapping("figures", "numbers.yaml"))


@cache
def word_pattern() -> str:
    """Return a regular expression (to be used ignoring case) for a number in words."""
    tables = number_words()
    small = "|".join(sorted({**tables["ones"], **tables["tens"]}, key=len, reverse=True))
    scale = "|".join(sorted(tables["scales"], key=len, reverse=True))
    lead = rf"(?:(?:a|half[ ]a)\s(?=(?:{scale})\b)|(?={small}))"
    step = rf"(?:{small}|{scale}|half\b)"
    # "And" goes on after a scale only: "two hundred and ten", but "six and eight".
    after_scale = "|".join(rf"(?<={word})" for word in tables["scales"])
    joint = (
        rf"(?:-|\s(?!half)|(?:{after_scale})\sand\s|\sa\s(?=(?:{scale})\b)|"
        rf"\sand\sa\s(?=half\b)|\spoint\s(?={small}))"
    )
    return rf"{lead}{step}(?:{joint}{step}){{0,9}}\b"


def parse_digits(written: str) -> float:
    """Return the value of a number in digits, with Western or Indian grouping.

    Raises ValueError where `written` is no number in digits.
    """
    return float(written.replace(",", "").replace("·", "."))


def parse_words(written: str) -> float | None:
    """Return the value of a number in words ("forty-two", "a dozen", "one hundred and ten").

    None where a word is not a number word.
    """
    tables = number_words()
    total, current = 0.0, 0.0
    whole, point, decimals = written.lower().partition(" point ")
    if point:
        return _decimal(parse_words(whole), decimals.split())
    for word in re.split(r"[-\s]+", whole):
        if word in tables["ones"] or word in tables["tens"]:
            current += tables["ones"].get(word, 0) + tables["tens"].get(word, 0)
        elif word in tables["scales"]:
            scale = tables["scales"][word]
            if scale <= 100:
                current = (current or 1) * scale
            else:
                total, current = total + (current or 1) * scale, 0.0
        elif word == "half":
            current += 0.5
        elif word not in ("a", "and"):
            return None
    return total + current


def _decimal(whole: float | None, words: list[str]) -> float | None:
    """Return the value of spoken decimals: "one point one billion"."""
    tables = number_words()
    digits = "".join(str(tables["ones"][w]) for w in words if w in tables["ones"])
    scales = [tables["scales"].get(w) for w in words if w not in tables["ones"]]
    if whole is None or not digits or None in scales:
        return None
    return float(f"{whole:.0f}.{digits}") * math.prod(s for s in scales if s)


def parse_number(written: str) -> float | None:
    """Return the value of a number in digits or words, None where it is neither."""
    try:
        return parse_digits(written.strip())
    except ValueError:
        return parse_words(written.strip())
