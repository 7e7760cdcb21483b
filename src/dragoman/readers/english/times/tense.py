"""Whether the clause around a time speaks of the past or the future, told from its words.

Used for weekdays and months that name no year or week, where no parse is at hand.
"""

import re
from functools import cache
from typing import Literal

from dragoman.readers.english.times.vocabulary import choice, words

Tense = Literal["past", "future"]
_SENTENCE_END = re.compile(
    r"[.!?][\"”’)]*\s+(?=[\"“‘(]*[A-Z0-9])|\n\s*\n|^[^\n]{1,50}\n", re.MULTILINE
)
_REACH = 400
_NEAR = 40


@cache
def _cues() -> re.Pattern[str]:
    table = words()
    filler = r"(?:(?:not|also|then|be|have|been|being|\w+ly)\s+)*"
    leads = choice(table["future_leads"])
    lead = rf"(?<!\w)(?:{leads})\s+{filler}(?!(?:an?|the|its|his|her|their|this|that)\b)\w+"
    future = rf"(?P<future>{lead}|\b(?:{choice(table['future_words'])})\b)"
    past = rf"(?P<past>\b(?:{choice(table['irregular_past'])})\b|(?<![\w-])\w\w+[a-z]ed\b)"
    # Case counts: "May" is a month, "may" a cue.
    fixed = rf"(?P<fixed>(?<!the )(?<!a )\b(?:{choice(table['fixed_to_come'])})\b)"
    return re.compile(rf"{future}|{past}|{fixed}")


def sentence_start(text: str, position: int) -> int:
    """Return where the sentence that holds `position` begins (at most 400 characters back)."""
    floor = max(0, position - _REACH)
    start = floor
    # One character more, for the sign of a new sentence is the capital that opens it.
    for found in _SENTENCE_END.finditer(text, floor, position + 1):
        start = min(found.end(), position)
    return start


def near_tense(text: str, start: int, reach: int = _NEAR) -> Tense | None:
    """Return the tense of the last cue in the `reach` characters before `start`.

    Cues are looked for in the same sentence only; None where there is none.
    """
    floor = max(sentence_start(text, start), start - reach)
    # "It would go, he said, on Friday": a cue in brackets of commas tells nothing.
    before = [
        cue
        for cue in _cues().finditer(text, floor, start)
        if cue.group() != "said" or text[cue.end() : cue.end() + 1] != ","
    ]
    if not before:
        return None
    cue = before[-1]
    if len(before) > 1 and _leans_on(text, before[-2], cue):
        cue = before[-2]
    return _way(cue)


def _way(cue: re.Match[str]) -> Tense:
    return "past" if cue.group("past") else "future"


def guess_tense(text: str, start: int, end: int) -> Tense | None:
    """Return the tense of the cue nearest before text[start:end], else of the nearest after it.

    Cues are looked for in the same sentence only; None where there is none.
    """
    before = near_tense(text, start, _REACH)
    if before is not None:
        return before
    stop = _SENTENCE_END.search(text, end)
    limit = min(stop.start() if stop else len(text), end + _REACH)
    # "Talks open on Monday, he said" tells nothing of when they open.
    cue = next((c for c in _cues().finditer(text, end, limit) if c.group() != "said"), None)
    if cue is None:
        return None
    return _way(cue)


def _leans_on(text: str, ahead: re.Match[str], cue: re.Match[str]) -> bool:
    """Whether a participle belongs to the verb ahead of it ("hopes to see it concluded").

    That of another noun does not: "will question a man arrested on Monday".
    """
    between = text[ahead.end() : cue.start()]
    if not cue.group().endswith("ed") or not re.fullmatch(r"\s(?:\w+\s){0,2}", between):
        return False
    verb = ahead.group().split()[-1].lower()
    return verb in words()["with_participle"] or not re.search(r"\b(?:an?|the)\s", between)
