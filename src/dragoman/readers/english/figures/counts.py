"""Counts of things: "980 K2 tanks", "120 MW", "twelve standing committees", "64 of them"."""

import re
from collections import deque
from functools import cache

import msgspec
from spacy.tokens import Span

from dragoman.readers.english.figures.elliptic import (
    gapped,
    is_year,
    unit_left_out,
    unit_of_them,
)
from dragoman.readers.english.figures.heads import counted_head, unit_of
from dragoman.readers.english.figures.lists import table, word_set
from dragoman.readers.english.figures.located import Located
from dragoman.readers.english.figures.money import Amount, Spans
from dragoman.readers.english.figures.nouns import is_plural, singular
from dragoman.readers.english.figures.numbers import word_pattern
from dragoman.readers.english.figures.numerals import Numeral, numerals
from dragoman.readers.english.figures.worth import carries_meaning

_RANGE = re.compile(r"\s?(?:[-–—]|\b(?:to|or|and)\b)\s?\d")
_MEASURE = re.compile(r"[\s-]{0,2}(([A-Za-z]+[²³23]?)(?:[\s-][A-Za-z]+)?)(?!\w)")
_GROUP = re.compile(r"\b([a-z]+)\s+of\s+(?:(?:about|some|around|nearly|up to|over)\s+)?$")
_DETERMINERS = ("the", "these", "those", "its", "their")
_OWNED = r"(?:the|its|their|his|her|our|these|those)"
_ONE_PHRASE = re.compile(r"(?:\s[a-z]+)?\s[a-z]+s\b")
_DATED = re.compile(r"\b(?:of|in|since|from|until|by|during|before|after)\s$")
_OPENING = re.compile(r"(?:^|[.!?:;\n“\"(–—-]\s*)$")


class Count(msgspec.Struct, frozen=True):
    """What a number counts, and where the phrase that says so ends."""

    end: int
    unit: str


def find_counts(located: Located, taken: list[Amount]) -> list[Amount]:
    """Return the counts of a Doc that overlap none of `taken`, in text order.

    The unit is the counted noun in the singular, as the text has it; a unit of measure with a
    symbol is written as that. Uses the parse where the Doc has one, the words' order else.
    """
    out: list[Amount] = []
    text, blocked = located.text, Spans(taken)
    others = deque(sorted((a for a in taken if a.unit), key=lambda a: a.end))
    told: list[Amount] = []
    for numeral in numerals(text):
        if not blocked.free(numeral.start, numeral.end):
            continue
        while others and others[0].end <= numeral.start:
            told.append(others.popleft())
        if _labelled(text, numeral) and not gapped(text, numeral, told):
            continue
        if out and numeral.start < out[-1].end:  # "18 Leopard 2 tanks"
            continue
        count = _count(located, numeral, told)
        if count and carries_meaning(text, numeral, count.end, count.unit):
            shared = _shared().search(text, numeral.end, count.end)
            end = numeral.end if shared or _RANGE.match(text, numeral.end) else count.end
            out.append(Amount(numeral.start, end, numeral.value, count.unit))
            told.append(out[-1])
    return out


@cache
def _shared() -> re.Pattern[str]:
    """Return a pattern for a second number before a noun: "ten small and | two", "4 of | 9"."""
    return re.compile(rf"\b(?:and|or|of {_OWNED})\s(?:\d|(?i:{word_pattern()})\s)")


def _count(located: Located, numeral: Numeral, told: list[Amount]) -> Count | None:
    measured = _measured(located.text, numeral)
    if measured:
        return measured
    of_them = unit_of_them(located, numeral)
    if of_them:
        return Count(*of_them)
    counted = _counted(located, numeral)
    if counted:
        return counted
    unit = _group(located.text, numeral) or unit_left_out(located.text, numeral, told)
    return Count(numeral.end, unit) if unit else None


def _group(text: str, numeral: Numeral) -> str | None:
    """Return the group that a number tells the size of: "a crew of 20"."""
    before = _GROUP.search(text[max(0, numeral.start - 30) : numeral.start])
    word = before.group(1) if before else ""
    return singular(word) if singular(word) in word_set("counts", "groups") else None


def _labelled(text: str, numeral: Numeral) -> bool:
    """Whether the number is part of a name ("Article 5", "Boeing 787", "Group of 20")."""
    lead = text[max(0, numeral.start - 24) : numeral.start]
    before = re.search(r"(\w[\w.]*)(?:\s+of)?\s+$", lead)
    if before is None or numeral.in_words:
        return False
    word = before.group(1)
    after = text[numeral.end : numeral.end + 40]
    if word.lower().rstrip(".") in word_set("counts", "labels"):
        return not _ONE_PHRASE.match(after)
    if not word[0].isupper() or before.group().rstrip().endswith(" of"):
        return False
    opens = _OPENING.search(text[max(0, numeral.start - len(before.group()) - 4) :][:4])
    return not opens and not re.match(r"[\s-]+[A-Za-z]", after)


def _measured(text: str, numeral: Numeral) -> Count | None:
    """Return a count whose unit is a unit of measure: "5,000-tonne", "120 MW"."""
    measures: dict[str, str] = table("counts")["measures"]
    after = text[numeral.end : numeral.end + 40]
    found = _MEASURE.match(after)
    for written in found.groups() if found else ():
        one = singular(written)
        for form in (written, one, one.lower()):
            if form in measures:
                end = numeral.end + after.index(written) + len(written)
                return Count(end, measures[form])
    return None


def _counted(located: Located, numeral: Numeral) -> Count | None:
    doc = located.doc
    span = located.span(numeral.start, numeral.end)
    if _fused(located.text, numeral, span) or _ends_with_year(located.text, numeral):
        return None
    following = doc[span.end] if span.end < len(doc) else None
    of = following is not None and following.lower_ == "of"
    first = span.end + of
    head = counted_head(doc, span[-1], first)
    if head is None or (of and doc[first].lower_ not in _DETERMINERS and not is_plural(head.text)):
        return None
    return Count(head.idx + len(head), unit_of(head))


def _ends_with_year(text: str, numeral: Numeral) -> bool:
    """Whether a year ends what is told before a plural: "after the floods of 2017 | farms …"."""
    before = _DATED.search(text[max(0, numeral.start - 10) : numeral.start])
    return bool(before) and is_year(text, numeral) and numeral.value % 10 != 0


def _fused(text: str, numeral: Numeral, span: Span) -> bool:
    """Whether the number is only a piece of a longer sign ("K-2 tanks", "5G")."""
    tail = text[numeral.end : span.end_char]
    return span.start_char < numeral.start or (bool(tail) and not tail.startswith("-"))
