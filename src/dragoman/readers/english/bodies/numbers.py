"""Which session it is: "third", "7th", "twenty-first"."""

import re

from spacy.tokens import Token

from dragoman.readers.english.figures.numbers import number_words

_DIGITS = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_TENS = re.compile(r"(twent|thirt|fort|fift)y-?")


def ordinal_of(noun: Token) -> int | None:
    """Return the number of a session by the ordinal before its noun, None without one."""
    first = max(noun.sent.start, noun.i - 6)
    for at in range(noun.i - 1, first - 1, -1):
        token = noun.doc[at]
        if token.pos_ in ("VERB", "AUX", "ADP") or token.text in (",", ";"):
            return None
        low = token.lower_
        digits = _DIGITS.fullmatch(low)
        if digits:
            return int(digits[1])
        value = number_words()["ordinals"].get(low)
        if value is not None:
            return value + _tens_before(token)
    return None


def _tens_before(token: Token) -> int:
    """Return 20 of "twenty-first", which stands as three words."""
    before = token.doc[max(0, token.i - 2) : token.i].text.lower()
    found = _TENS.search(before)
    tens = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50}
    return tens[found[1]] if found else 0
