"""The month, season or year of an issue, where a report gives no day: "Coast Review, June 2025"."""

import re
from collections.abc import Sequence
from functools import cache

from dragoman.documents.dates import month_number, month_pattern
from dragoman.documents.layout import Clue, Line
from dragoman.documents.rules import segments

_LINES = 8
_MOST_WORDS = 24
_NUMBERED = re.compile(r"(?:issue|number|no\.?|nr\.?|vol\.?|p\.)\s*\d+", re.IGNORECASE)
_RANK_MONTH, _RANK_YEAR = 0, 1


def issue_clues(lines: Sequence[Line]) -> list[Clue]:
    """Return the month ("2025-06") or year that a line of the head gives for the whole issue.

    It stands in a part of its own there; of a headline below the first line it must be all.
    """
    clues = []
    for k, line in enumerate(lines[:_LINES]):
        if line.prose or len(line.text.split()) > _MOST_WORDS:
            continue
        if k and line.kind == "headline" and not all(map(_is_of_issue, _parts(line.text))):
            continue
        written = (line.text, *(line.source[b.start : b.end] for b in line.trimmed.taken))
        for part in (part for w in written for part in _parts(w)):
            found = _issue().fullmatch(part)
            if found:
                clues.append(_clue(found))
    return clues


def _parts(text: str) -> list[str]:
    bare = (part.strip(" ,.;:*()[]") for s in segments(text) for part in re.split(r",\s|\*", s))
    return [" ".join(part.split()) for part in bare if part]


def _is_of_issue(part: str) -> bool:
    return bool(_issue().fullmatch(part)) or bool(_NUMBERED.fullmatch(part))


def _clue(found: re.Match[str]) -> Clue:
    year = found["y1"] or found["y2"] or found["y3"]
    month = found["m1"] or found["m2"]
    if month is None:
        return Clue("issue", year, _RANK_YEAR)
    return Clue("issue", f"{year}-{month_number(month):02}", _RANK_MONTH)


@cache
def _issue() -> re.Pattern[str]:
    month, note = month_pattern(), r"(?:\s*\([^()]{2,30}\)?)?"
    number = r"(?:issue|number|no\.?|nr\.?|vol\.?)"
    return re.compile(
        rf"(?:(?:end of|early|mid|late|in)[\s-])?(?P<m1>{month})\b\.?\s(?P<y1>\d{{4}})"
        rf"(?:\s(?:issue|edition|number))?{note}"
        rf"|(?:spring|summer|autumn|fall|winter)\s(?P<y2>\d{{4}})(?:\s(?:issue|edition))?{note}"
        rf"|{number}\s*\d{{1,3}}\s*/\s*(?P<y3>\d{{4}})(?:\s*\((?P<m2>{month})\)?)?",
        re.IGNORECASE,
    )
