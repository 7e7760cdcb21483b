"""Singulars of counted nouns."""

import re

from dragoman.readers.english.figures.lists import table

_KEEP = ("ss", "us", "is")
# The endings of regular plurals with what they become, the first that fits taken.
_ENDINGS = (
    (re.compile(r"(?<=[A-Z])s$"), ""),
    (re.compile(r"(?<=\w\w)men$"), "man"),
    (re.compile(r"(?<=\w\w)ies$"), "y"),
    (re.compile(r"(?<=ch|sh|ss)es$"), ""),
    (re.compile(r"(?<=[xzo])es$"), ""),
    (re.compile(r"(?<=\w[^su])s$"), ""),
)


def singular(noun: str) -> str:
    """Return a noun in the singular as the text writes it ("fishermen" gives "fisherman")."""
    low = noun.lower()
    irregular: dict[str, str] = table("counts")["irregular_plurals"]
    if low in irregular:
        return irregular[low]
    for ending, put in _ENDINGS:
        if ending.search(noun):
            return ending.sub(put, noun)
        if low.endswith(_KEEP):
            return noun
    return noun


def is_plural(noun: str) -> bool:
    """Tell whether a noun looks like a plural."""
    return singular(noun) != noun or noun.lower() in table("counts")["irregular_plurals"]
