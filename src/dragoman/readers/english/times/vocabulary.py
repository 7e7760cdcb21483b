"""The words of data/words.yaml, and the regular expressions made of them."""

import re
from functools import cache
from typing import Any

from dragoman.readers.english.figures.numbers import DIGITS, number_words, word_pattern
from dragoman.readers.english.lexicon import mapping

# White space inside an expression: a line may break in it, a paragraph may not.
GAP = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"


def words() -> dict[str, Any]:
    """Return the tables of data/words.yaml, with what the user's configuration adds to them."""
    return mapping("times", "words.yaml")


def choice(options: Any) -> str:
    """Return an alternation of the options, the longest first, white space made elastic."""
    ordered = sorted(options, key=len, reverse=True)
    return "|".join(re.escape(str(o)).replace(r"\ ", GAP).replace("'", "['’]") for o in ordered)


@cache
def _cased(table: str) -> str:
    names = list(words()[table])
    return choice([*names, *(n.upper() for n in names)])


@cache
def fragments() -> dict[str, str]:
    """Return the named parts that patterns are made of: name to regular expression."""
    table = words()
    plural = "|".join(f"{choice([u])}s?" for u in table["units"]) + "|centuries"
    ordinals = number_words()["ordinals"]
    feasts = [*table["holidays"], *table["feasts_from_easter"], *table["feasts_by_weekday"]]
    number = rf"(?:{DIGITS}|(?i:{word_pattern()}))"
    half = rf"(?:{GAP}(?:and{GAP})?(?:a{GAP}half|a{GAP}quarter)|½)?"
    return {
        "month": rf"(?:{_cased('months')})",
        "monthish": rf"(?:(?:{_cased('months')})|(?:{_cased('month_short')})\b\.?)",
        "weekday": rf"(?:{_cased('weekdays')})",
        "weekdayish": rf"(?:(?:{_cased('weekdays')})|(?:{_cased('weekday_short')})\b\.?)",
        "day": r"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?)(?![\d%]|[.,:]\d)",
        "year": r"(?:(?:1\d|20)\d\d)(?![\d%]|[.,]\d)",
        "season": rf"(?i:{choice(table['seasons'])})",
        "part": rf"(?i:{choice(table['parts'])})",
        "unit": rf"(?i:{plural})",
        "ordinal": rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?i:{choice(ordinals)}))",
        "number": rf"(?:{number}{half})",
        "count": rf"(?:{number}{half}|(?i:{choice(table['vague_counts'])}))",
        "roughly": rf"(?:(?i:{choice(table['approximators'])})\s)",
        "frequency": rf"(?i:{choice(table['frequencies'])})",
        "feast": rf"(?:{choice(feasts)})",
        "singleday": rf"(?:{choice(table['single_days'])})",
        "othermonth": rf"(?:{choice(table['other_months'])})",
        "era": rf"(?:{choice(table['other_eras'])})",
        "decadeword": rf"(?i:{choice(table['decades'])})",
        "dash": rf"(?:\s?[-–—−]\s?|{GAP}(?:to|and|through|until|till)\s)",
    }


def build(template: str) -> re.Pattern[str]:
    """Compile a pattern: `{name}` stands for a fragment, a blank for white space.

    `name:group` inside braces makes a named group of the fragment.
    """

    def put(found: re.Match[str]) -> str:
        name, _, group = found.group(1).partition(":")
        part = fragments()[name]
        return f"(?P<{group}>{part})" if group else part

    spaced = template.replace(" ", GAP)
    return re.compile(r"(?<![\w])" + re.sub(r"\{([a-z]+(?::\w+)?)\}", put, spaced) + r"(?!\w)")


def month_number(written: str) -> int:
    """Return 1 to 12 for a month's name or abbreviation. Raises KeyError for another word."""
    name = written.rstrip(".").capitalize()
    table = words()
    number: int = {**table["months"], **table["month_short"]}[name]
    return number


def weekday_number(written: str) -> int:
    """Return 1 (Monday) to 7 for a weekday's name or abbreviation. Raises KeyError."""
    name = written.rstrip(".").capitalize()
    table = words()
    number: int = {**table["weekdays"], **table["weekday_short"]}[name]
    return number


def unit_code(written: str) -> str:
    """Return the code of a unit in any form: TS, TM, TH, D, W, 2W, WE, M, Q, Y, 10Y, 100Y."""
    word = written.lower()
    table = words()
    word = table["unit_plurals"].get(word, word)
    code: str = table["units"][word if word in table["units"] else word[:-1]]
    return code
