"""Rounding: "about 5 billion" is what 4.97 billion comes to."""

import math
import re
from collections.abc import Iterator

from dragoman.linking.disagreements.amounts import Amount
from dragoman.linking.explained.drafts import Explanation, explanation, said
from dragoman.linking.explained.pairs import Pairs
from dragoman.linking.figures.numbers import is_money, number, significant
from dragoman.linking.lexicon import words_of

REACH = 24
FARTHEST = 0.12
_WORD = re.compile(r"[A-Za-z]+")
_SMALL = frozenset(["a", "to", "of", "than", "as", "well", "up", "at"])
_FROM_BELOW = frozenset(["nearly", "almost", "under", "below", "approaching", "close"])
_FROM_ABOVE = frozenset(["over", "above", "more", "least"])


def rounded(pairs: Pairs) -> Iterator[Explanation]:
    """Yield numbers of one thing of which one is the other, rounded.

    Sums and percentages round by themselves, counted things only where a word says so.
    """
    for a, b in pairs.of_one_thing(FARTHEST):
        coarse, fine = sorted((a, b), key=coarseness)
        words = rounding_words(coarse)
        if rounds(coarse, fine):
            reason = f"{said(coarse.mention, words)} rounds {said(fine.mention)}"
            told = [(number(x.value), m) for x in (a, b) for m in x.figure.mentions]
            found = explanation("figure", "rounding", reason, None, told)
            if found:
                yield found


def rounds(coarse: Amount, fine: Amount) -> bool:
    """Tell whether one number is the other rounded; which way the words around it tell."""
    if coarse.value == fine.value or significant(coarse.value) >= significant(fine.value):
        return False
    words = frozenset(rounding_words(coarse).lower().split())
    if not words and not (is_money(coarse.unit) or coarse.unit == "%"):
        return False
    step = _step(coarse.value)
    off = fine.value - coarse.value
    if words & _FROM_ABOVE:
        return 0 < off < step
    if words & _FROM_BELOW:
        return -step < off < 0
    return abs(off) <= step / 2


def rounding_words(amount: Amount) -> str:
    """Return the words just before a number by which it is rounded, or nothing."""
    text, start = amount.report.text, amount.mention.start
    before = [*_WORD.finditer(text, max(0, start - REACH), start)]
    first = start
    for match in reversed(before):
        if match.group().lower() not in words_of("approximations"):
            break
        first = match.start()
    told = text[first:start].strip()
    return told if {w.lower() for w in _WORD.findall(told)} - _SMALL else ""


def _step(value: float) -> float:
    """Return what the last digit that counts stands for: of 5 billion a billion."""
    digits = significant(value)
    return float(10 ** (math.floor(math.log10(abs(value))) - digits + 1)) if value else 0.0


def coarseness(amount: Amount) -> tuple[int, str, int]:
    """Order numbers, the one with fewer digits that count first."""
    return (significant(amount.value), amount.mention.report, amount.mention.start)
