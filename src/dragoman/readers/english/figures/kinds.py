"""Whether a figure is what is, what is aimed at, what is reckoned, or how far it may go."""

import re
from functools import cache

from dragoman.readers.english.figures.lists import table
from dragoman.readers.english.times.tense import guess_tense, sentence_start
from dragoman.record.nouns import FigureKind

_NEAR = 34
_AHEAD = re.compile(r"\W?(?:\w+\s){0,4}?\s?(?:will|would|(?:is|are|was|were) (?:due )?to|to be)\b")


@cache
def _cues(kind: str) -> re.Pattern[str]:
    options = sorted((str(c) for c in table("counts")["kinds"][kind]), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, options))})", re.IGNORECASE)


def kind_of(text: str, start: int, end: int) -> FigureKind:
    """Return the kind of the figure at text[start:end] from the words of its sentence before it."""
    near = text[max(sentence_start(text, start), start - _NEAR) : start]
    if _cues("limit").search(near):
        return "limit"
    clause = text[sentence_start(text, start) : start]
    if _AHEAD.match(text, end):
        return "target"
    if guess_tense(text, start, end) == "future" or _cues("target").search(clause):
        return "target"
    return "estimate" if _cues("estimate").search(near) else "actual"
