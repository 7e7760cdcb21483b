"""Amounts of money: "$5 billion", "Rs 2 lakh crore", "6.5 US cents"."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from dragoman.readers.english.figures.currencies import (
    currency_of,
    place_named,
    places,
    signs,
    words,
)
from dragoman.readers.english.figures.numbers import (
    DIGITS,
    parse_number,
    word_pattern,
)
from dragoman.readers.english.figures.numerals import scale_of, scale_pattern

_REACH = 400
_CENTS = 100
_LETTER = re.compile(r"[A-Z]")
_WEIGHT = re.compile(r"\bweigh\w*\b")


class Amount(msgspec.Struct, frozen=True):
    """A number with its unit, and where it stands."""

    start: int
    end: int
    value: float
    unit: str


def _ordered(options: dict[str, tuple[str, ...]]) -> str:
    return "|".join(re.escape(o) for o in sorted(options, key=len, reverse=True))


@cache
def _signed() -> re.Pattern[str]:
    number = rf"{DIGITS}(?:{scale_pattern()})?"
    rest = rf"(?:(?P<dash>\s?[-–—]\s?|\sto\s|\sand\s)(?P<second>{number}))?"
    return re.compile(
        rf"(?<![\w$€£])(?P<sign>{_ordered(signs())})\s?(?P<first>{number}){rest}(?![\d])"
    )


@cache
def _worded() -> re.Pattern[str]:
    number = rf"(?:{DIGITS}(?:{scale_pattern()})?|(?i:{word_pattern()}))"
    rest = rf"(?:(?:\s?[-–—]\s?|\sto\s|\sand\s|\sor\s)(?P<second>{number}))?"
    names = "|".join(re.escape(p) for p in sorted(places(), key=len, reverse=True))
    codes = "|".join(sorted(sign for sign in signs() if re.fullmatch("[A-Z]{3}", sign)))
    unit = rf"(?:(?i:{_ordered(words())})|{codes})"
    return re.compile(
        rf"(?<![\w.,$€£-])(?P<first>{number}){rest}(?:\s|-)(?:worth\sof\s)?(?:(?P<place>{names})\s)?"
        rf"(?P<unit>{unit})(?!\w|\scents?\b)"
    )


@cache
def _scaled() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.,$€£-])(?P<first>{DIGITS}\s?(?:million|billion|trillion|bn|mn|crore|lakh|m))\b"
        r"(?=\s*(?:[.,;:)”\"’]|$|(?:for|in|to|and|on|over|from|by|of\sit|of\swhich|was|is|were)\b))"
    )


def value_of(written: str) -> float:
    """Return the value of digits or words with a scale. Raises ValueError where it is neither."""
    digits = re.match(DIGITS, written)
    if digits is None:
        value = parse_number(written)
    else:
        value = float(digits.group().replace(",", "").replace("·", "."))
        value = round(value * scale_of(written[digits.end() :]), 6)
    if value is None:
        raise ValueError(written)
    return value


def both_ends(found: re.Match[str]) -> Iterator[tuple[int, int, float]]:
    """Yield both numbers of a range with their spans; the first borrows the scale of the second."""
    first = found.group("first")
    second = found.groupdict().get("second")
    if not second:
        yield found.start(), found.end(), value_of(first)
        return
    low, high = value_of(first), value_of(second)
    if low < high and re.fullmatch(DIGITS, first) and not re.fullmatch(DIGITS, second):
        digits = re.match(DIGITS, second)
        low = round(low * scale_of(second[digits.end() :] if digits else ""), 6)
    repeated = re.match(r"\s?%", found.string[found.end("first") :][:2])
    yield found.start(), found.end("first") + (repeated.end() if repeated else 0), low
    yield found.start("second"), found.end(), high


def _list_not_range(found: re.Match[str]) -> bool:
    """Tell whether the second number belongs to what follows: "$5 and 3 ships"."""
    if not found.group("second") or not re.search(r"\w", found.group("dash")):
        return False
    bare = re.fullmatch(DIGITS, found.group("second"))
    return bool(bare) and bool(re.match(r"\s[a-z]", found.string[found.end() : found.end() + 2]))


def find_money(text: str) -> list[Amount]:
    """Return the amounts of money in a text, in text order. Units are ISO 4217 codes."""
    out: list[Amount] = []
    for found in _signed().finditer(text):
        if _LETTER.fullmatch(found.group("sign")) and not _is_letter_money(found):
            continue
        unit = currency_of(found.group("sign"), text, found.start("sign"), found.end())
        ends = list(both_ends(found))
        if _list_not_range(found):
            ends = [(found.start(), found.end("first"), value_of(found.group("first")))]
        out += [Amount(start, end, value, unit) for start, end, value in ends]
    worded: list[Amount] = []
    for found in _worded().finditer(text):
        pounds = found.group("unit").lower().startswith("pound")
        if pounds and _WEIGHT.search(text[max(0, found.start() - 24) : found.start()]):
            continue
        unit = currency_of(found.group("unit"), text, found.start("unit"), found.end())
        worded += [Amount(start, end, value, unit) for start, end, value in both_ends(found)]
    worded += _cents(text)
    signed = Spans(out)
    out += [amount for amount in worded if signed.free(amount.start, amount.end)]
    out.sort(key=lambda amount: amount.start)
    return sorted(out + _without_unit(text, out), key=lambda amount: amount.start)


def _is_letter_money(found: re.Match[str]) -> bool:
    """Whether a letter before a number is a currency's, whose place the text names: "R2.6 billion".

    Without a scale or thousands it is rather a road, a model or a grade.
    """
    large = re.search(r"[A-Za-z]$|,\d{3}", found.group("first"))
    return bool(large) and place_named(found.group("sign"), found.string)


@cache
def _cent() -> re.Pattern[str]:
    number = rf"(?:{DIGITS}|(?i:{word_pattern()}))"
    names = "|".join(re.escape(p) for p in sorted(places(), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,$€£-])(?P<first>{number})[\s-](?P<place>U\.?S\.?\s|euro[\s-]|(?:{names})\s)?"
        r"(?P<unit>cents?|pence)\b"
    )


def _cents(text: str) -> list[Amount]:
    """Return amounts below one unit of money, told in it: 6.5 US cents are 0.065 USD."""
    out = []
    for found in _cent().finditer(text):
        place = (found.group("place") or "").strip(" -").replace(".", "")
        if found.group("unit") == "pence":
            unit = "GBP"
        elif place == "euro":
            unit = "EUR"
        else:
            unit = "USD" if place in ("", "US") else places()[place]
        value = round(value_of(found.group("first")) / _CENTS, 6)
        out.append(Amount(found.start(), found.end(), value, unit))
    return out


def _without_unit(text: str, told: list[Amount]) -> list[Amount]:
    """Return numbers like "2.4 billion" whose currency the amount told before gives."""
    out = []
    told_spans, ends = Spans(told), [amount.end for amount in told]
    for found in _scaled().finditer(text):
        low, high = (bisect_right(ends, p) for p in (found.start() - _REACH, found.start()))
        before = told[low:high]
        if before and told_spans.free(found.start(), found.end()):
            scale = found.group("first").split()[-1]
            alike = [a for a in before if scale in text[a.start : a.end]] or before
            if "\n\n" not in text[alike[-1].end : found.start()]:
                value = value_of(found.group("first"))
                out.append(Amount(found.start(), found.end(), value, alike[-1].unit))
    return out


class Spans:
    """Stretches of a text that are taken."""

    def __init__(self, amounts: Iterable[Amount]) -> None:
        self._ends = sorted((a.end, a.start) for a in amounts)

    def free(self, start: int, end: int) -> bool:
        """Tell whether [start, end) overlaps none of them; they do not overlap each other."""
        after = bisect_right(self._ends, (start, end))
        return after == len(self._ends) or self._ends[after][1] >= end
