"""Which numbers carry meaning: no idiom, no party of the story, no market or weather note."""

import re
from functools import cache

from dragoman.readers.english.figures.lists import word_set
from dragoman.readers.english.figures.numerals import Numeral
from dragoman.readers.english.times.tense import sentence_start

_DEFINITE = re.compile(r"\b(?:the|these|those|both|its|their|our|all)\s+$", re.IGNORECASE)
_FEW = 3
_REACH = 400
# How far a place lies from another is no figure of a record.
_AWAY = re.compile(
    r"\)?\s(?:(?:to the\s)?(?:(?:north|south)(?:[- ]?(?:east|west))?|east|west)(?:ern)?|"
    r"from(?!\s[^.,;\n]{2,60}\sto\s)|off|away|inland|outside|long|wide|high|deep|tall|thick|apart)\b"
)
# … nor is the size of one thing: "a 97-metre ship".
_SIZE = re.compile(r"-[a-z-]+")
# The time of day: "around 9 in the morning", "at 23.40".
_HOUR = re.compile(r"\s(?:in the (?:morning|afternoon|evening)|at night|o['’]clock)\b")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d")
_AT = re.compile(r"\b(?:at|around|about|by|until|till|from|before|after|since)\s$")
_SPEAKING = r"(?:said|say|says|told|tell|confirmed|added|spoke|spoken)\b"
_SPEAK = re.compile(
    rf"(?:\s(?:who|with|familiar|close|briefed|involved|of|in|at|on|from)\b[^.,;\n]{{0,90}}?)?,?\s{_SPEAKING}"
)
_SPOKEN = re.compile(rf"(?:according to|,”?\s{_SPEAKING})\s$")
_VOICES = 5


def carries_meaning(text: str, numeral: Numeral, end: int, unit: str) -> bool:
    """Tell whether `numeral`, which counts `unit` in a phrase that ends at `end`, is a figure."""
    noun = unit.rsplit(maxsplit=1)[-1].lower()
    nothing = noun in word_set("counts", "not_counted") or _is_hour(text, numeral, end)
    if nothing or (numeral.value <= 1 and numeral.in_words):
        return False
    if unit in word_set("counts", "lengths") and (
        _AWAY.match(text, end) or _SIZE.fullmatch(text[numeral.end : end])
    ):
        return False
    if numeral.value <= _VOICES and noun in word_set("counts", "sources"):
        before = text[max(0, numeral.start - 20) : numeral.start]
        if _SPEAK.match(text, end) or _SPOKEN.search(before):
            return False
    if numeral.value <= _FEW and numeral.in_words:
        if noun in word_set("counts", "parties") or text[end : end + 1] == ":":
            return False
        if numeral.value == 2 and _DEFINITE.search(
            text[max(0, numeral.start - 20) : numeral.start]
        ):
            return False
    return not is_stray(text, numeral.start, end)


def _is_hour(text: str, numeral: Numeral, end: int) -> bool:
    """Tell whether a number tells the time of day."""
    if _HOUR.match(text, numeral.end):
        return True
    bare = end == numeral.end and _CLOCK.fullmatch(text[numeral.start : numeral.end])
    return bool(bare and _AT.search(text[max(0, numeral.start - 8) : numeral.start]))


@cache
def _stray() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(word_set("counts", "stray")))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def is_stray(text: str, start: int, end: int) -> bool:
    """Tell whether text[start:end] stands in a sentence on markets or the weather."""
    limit = end + _REACH
    ends = (text.find(". ", end, limit), text.find("\n", end, limit))
    closing = min((place for place in ends if place >= 0), default=limit)
    return _stray().search(text, sentence_start(text, start), closing) is not None
