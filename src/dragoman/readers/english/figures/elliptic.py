"""Counts that leave their noun out: "the other 36", "64 of them", "Of the 40 pacts, 17 …"."""

import re

from dragoman.readers.english.figures.lists import table
from dragoman.readers.english.figures.located import Located
from dragoman.readers.english.figures.money import Amount
from dragoman.readers.english.figures.nouns import is_plural, singular
from dragoman.readers.english.figures.numerals import Numeral
from dragoman.readers.english.times.tense import sentence_start

_REACH = 600
_WORDS_BACK = 50
_REST = re.compile(r"\b(?:(?:the|an?)\s+(?:other|remaining|further)|another)\s+$", re.IGNORECASE)
_BARE = re.compile(
    r"\b(?:the\s+(?:first|last|next|initial)|all but|stop(?:ping)? at|down to|not)\s+$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:[,.;:!?)”\"’]|$)|\s+(?:is|are|was|were|in|will|had|have|of which)\b")
_OF_THEM = re.compile(r"\s+of\s+(?:them|which|these|those|whom)\b(?!\s+[a-z]+s\b)")
_NUMBER_OF = re.compile(
    r"\bnumber of (?:[\w’'-]+ ){0,3}?([\w’'-]+s|people|men|women|aircraft)\b[^.,;]{0,60}$"
)
_WHOLE = re.compile(r"Of\s(?:the|these|those|its|their)\s[^,]+,\s(?:\w+\s)?$")


def unit_left_out(text: str, numeral: Numeral, told: list[Amount]) -> str | None:
    """Return the unit of a number without noun: that of the count told before, or of its phrase.

    None where the words around do not license it.
    """
    if numeral.value == 1:
        return None
    opening = sentence_start(text, numeral.start)
    phrase = _NUMBER_OF.search(text[opening : numeral.start].replace("\n", " "))
    if phrase:
        return singular(phrase.group(1))
    if not _licensed(text, numeral, opening):
        return None
    symbols = table("counts")["measures"].values()
    for amount in reversed(told):
        if numeral.start - amount.end >= _REACH:
            return None
        if amount.unit not in symbols:
            return amount.unit
    return None


def _licensed(text: str, numeral: Numeral, opening: int) -> bool:
    lead = text[max(0, numeral.start - 24) : numeral.start]
    if _REST.search(lead) or re.match(r"\s+of\s+an?\s", text[numeral.end : numeral.end + 8]):
        return True
    ends = _ENDS.match(text[numeral.end : numeral.end + 12])
    whole = _WHOLE.match(text[opening : numeral.start])
    return bool(ends) and bool(_BARE.search(lead) or whole)


def unit_of_them(located: Located, numeral: Numeral) -> tuple[int, str] | None:
    """Return end and unit of "64 of them": the plural noun named last, a sentence back at most."""
    text = located.text
    after = _OF_THEM.match(text, numeral.end)
    all_but = re.search(r"\ball but\s+$", text[max(0, numeral.start - 12) : numeral.start])
    if after is None or all_but or numeral.value == 1:
        return None
    unit = _plural_before(located, numeral)
    return (after.end(), unit) if unit else None


def _plural_before(located: Located, numeral: Numeral) -> str | None:
    doc, span = located.doc, located.span(numeral.start, numeral.end)
    sentences = 0
    for token in reversed(doc[max(0, span.start - _WORDS_BACK) : span.start]):
        sentences += token.text in ".!?"
        if sentences > 1 or "\n\n" in token.text:
            return None
        if token.pos_ in ("NOUN", "") and is_plural(token.text) and token.is_alpha:
            return singular(token.text)
    return None
