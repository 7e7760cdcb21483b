"""Outlet and date of a report where no line of its header tells them for sure.

A short name above a longer headline is read as the outlet; the only whole date in the lines
above the text, or in the first words of it, as the day it came out.
"""

import re
from collections.abc import Sequence

from dragoman.documents.dates import find_dates
from dragoman.documents.layout import Clue, Line
from dragoman.documents.mastheads import is_agency, is_letterhead, is_section, outlet_name
from dragoman.documents.rules import segments
from dragoman.documents.words import bare_words, is_name_like, word_set

RANK_GUESSED = 7
_NAME_WORDS = 6
_HEADLINE_WORDS = 5
_HEADER_WORDS = 18
_HEADER_LINES = 8
_HEAD = 110
_EDITION = re.compile(r"\s*\([^()]{2,40}\)\s*$")
_BY = re.compile(r"by\s+(.{3,60})", re.IGNORECASE)


def last_clues(lines: Sequence[Line]) -> list[Clue]:
    """Return the clues of a report's first lines, each of the lowest rank."""
    head = list(lines[:_HEADER_LINES])
    return [*_masthead(head), *_agency_byline(head), *_beside_date(head), *_date(head)]


def _masthead(head: Sequence[Line]) -> list[Clue]:
    """Read a name that opens a text, above a headline, as the outlet's."""
    if not head or not segments(head[0].text) or find_dates(head[0].text):
        return []
    first, *rest = head
    name = _EDITION.sub("", segments(first.text)[0])
    named = is_name_like(name, _NAME_WORDS) and not name.endswith((".", "?", "!", ":"))
    if not named or is_section(name) or is_letterhead(first.text) or first.prose:
        return []
    if first.kind == "headline" and not any(_is_headline(line) for line in rest[:4]):
        return []
    above = any(_is_headline(line) for line in rest)
    return [Clue("outlet", outlet_name(name), RANK_GUESSED)] if above else []


def _is_headline(line: Line) -> bool:
    """Whether a line reads as a headline: several words, some of them in lower case."""
    words = line.text.split()
    small = [w for w in words if w.islower() and len(w) > 3]
    return len(words) >= _HEADLINE_WORDS and (bool(small) or line.text.isupper())


def _agency_byline(head: Sequence[Line]) -> list[Clue]:
    """Read "By Nordic Newswire" as the outlet's line."""
    for line in head:
        match = _BY.fullmatch(line.text.strip())
        if match and (_opens_or_closes(match[1]) or is_agency(match[1])):
            return [Clue("outlet", outlet_name(match[1]), RANK_GUESSED)]
    return []


def _opens_or_closes(name: str) -> bool:
    words = bare_words(name)
    known = word_set("outlets", "last") | word_set("outlets", "last_weak")
    return len(words) > 1 and (words[-1] in known or words[0] in word_set("outlets", "first"))


def _beside_date(head: Sequence[Line]) -> list[Clue]:
    """Read the name before a date in one short line as the outlet's: "Lake Weekly, 3 May 2024"."""
    for line in head:
        dates = find_dates(line.text)
        if len(line.text.split()) > _HEADER_WORDS or len(dates) != 1 or line.prose:
            continue
        name = line.text[: dates[0].start].split(",")[0].strip(" ,;:|-–—")
        if name.casefold().startswith("by "):
            continue
        if is_name_like(name, _NAME_WORDS) and (len(name.split()) > 2 or _opens_or_closes(name)):
            return [Clue("outlet", outlet_name(name), RANK_GUESSED + 1)]
    return []


def _date(head: Sequence[Line]) -> list[Clue]:
    for line in head:
        text = line.text[:_HEAD] if line.prose else line.text
        if not line.prose and len(text.split()) > _HEADER_WORDS:
            continue
        whole = [dated for dated in find_dates(text) if dated.whole and dated.iso]
        if line.prose:
            whole = [dated for dated in whole if _closes_dateline(text[dated.end :])]
        if len({dated.iso for dated in whole}) == 1:
            return [Clue("published", str(whole[0].iso), RANK_GUESSED)]
        if line.prose:
            return []
    return []


def _closes_dateline(rest: str) -> bool:
    return re.match(r"\)?\s*(?:\([^()]{2,30}\)\s*)?[-–—:]", rest) is not None
