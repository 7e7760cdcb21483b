"""Percentages and shares: "11 per cent", "3-4%", "half of them", "seven in ten"."""

import re
from functools import cache

from dragoman.readers.english.figures.lists import table
from dragoman.readers.english.figures.money import Amount, both_ends, value_of
from dragoman.readers.english.figures.numbers import DIGITS, number_words, word_pattern

_WHOLE = 100


@cache
def _percent() -> re.Pattern[str]:
    number = rf"(?:{DIGITS}|(?i:{word_pattern()}))"
    rest = rf"(?:(?:\s?%)?(?:\s?[-–—]\s?|\sto\s|\sand\s|\sor\s)(?P<second>{number}))?"
    unit = r"(?:\s?[%％]|(?:\s|-)(?i:per\s?cent|pct|percentage\spoints?)\b)"
    return re.compile(rf"(?<![\w.,$€£])(?P<first>{number}){rest}{unit}")


def find_percentages(text: str) -> list[Amount]:
    """Return the percentages of a text, in text order. The unit is "%".

    Shares in words count where they are of something told: "half of its exports", "by a third".
    """
    out = [
        Amount(start, end, value, "%")
        for found in _percent().finditer(text)
        for start, end, value in both_ends(found)
    ]
    shares = table("counts")["shares"]
    for found in _share().finditer(text):
        written = (found.group("by") or found.group("of")).lower()
        out.append(Amount(found.start(), found.end(), float(shares[written]), "%"))
    for found in _one_in().finditer(text):
        part, whole = value_of(found.group(1)), value_of(found.group(2))
        if 0 < part < whole <= _WHOLE:
            out.append(Amount(found.start(), found.end(), round(100 * part / whole, 1), "%"))
    return sorted(out, key=lambda amount: amount.start)


@cache
def _share() -> re.Pattern[str]:
    counts = table("counts")
    shares = "|".join(sorted(counts["shares"], key=len, reverse=True))
    before = "".join(rf"(?<!\b{word}\s)" for word in counts["no_shares_after"])
    stretches = "|".join(counts["no_shares_of"])
    told = r"of (?:(?:them|these|those|which|whom)\b(?! who| which| that)|all\b|what\b|it\b"
    owned = rf"|(?:the|its|their|his|her|our|a|an|this|that)\s(?!{stretches})\w|(?-i:[A-Z]))"
    changed = r"(?<=\bby )|(?<=\bto )"
    return re.compile(
        rf"{before}\b(?:(?:{changed})(?P<by>{shares})(?=[,.;:)]|$|\s(?:and|in|over|since|from|by|to|after|this|last|within|when|on|or)\b)"
        rf"|(?P<of>{shares})(?=,? {told}{owned}))",
        re.IGNORECASE,
    )


@cache
def _one_in() -> re.Pattern[str]:
    number = rf"(?:\d{{1,2}}|(?i:{'|'.join((*number_words()['ones'], 'twenty', 'hundred'))}))"
    not_shares = "years|months|weeks|days|hours|minutes|countries|of|million|billion|per|percent"
    return re.compile(
        rf"(?<![\w.,$€£-])({number})(?: out of(?: every)?| in(?: every)?) ({number})\b"
        rf"(?![.,]\d|[ -](?:{not_shares}))"
    )
