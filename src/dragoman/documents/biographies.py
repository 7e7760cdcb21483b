"""Who wrote a report: lines with a writer's name, job and life, above or below the text."""

import re
from functools import cache

from dragoman.documents.words import (
    alternatives,
    bare_words,
    is_name_like,
    is_prose,
    word_set,
    words_of,
)

_ABOUT = re.compile(r"\W*about the (?:author|writer|reporter|columnist|contributor)s?\W*", re.I)
_THE_WRITER = re.compile(
    r"[(\[*_—–-]*\s*the (?:writer|author|columnist|contributor|reporter)s?"
    r" (?:is|are|was|were|can be|may be|works?|teach(?:es)?|tweets?|heads?|serves?|has|holds?)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_NAMED = re.compile(
    r"[(\[*_—–-]*\s*"
    r"(?:(?:dr|prof|professor|mr|ms|mrs|amb|ambassador|gen|col|lt)\.?(?: \(?retd?\)?)? )?"
    r"(?P<name>[^\W\d_][\w.'’-]+(?: [^\W\d_][\w.'’-]*){1,3})(?: \([^)]*\))?,? "
    r"(?:is|are|was|works|covers|writes|reports|heads|teaches|serves) (?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)


def is_writer_name(text: str) -> bool:
    """Whether a line could be a writer's name alone: two to four words with capitals."""
    return (
        2 <= len(text.split()) <= 4
        and is_name_like(text, 4)
        and text[-1] not in ".:?!"
        and "," not in text
    )


def is_job(text: str) -> bool:
    """Whether a line is a writer's job (“Editor, Nairobi”)."""
    return len(text.split()) <= 10 and not is_prose(text) and bool(_jobs().search(text))


def is_life(text: str, name: str) -> bool:
    """Whether the paragraph after the line with a writer's `name` tells the writer's life."""
    first = bare_words(name)[:1]
    cues = {match.group().casefold() for match in _cues().finditer(text)}
    return len(cues) >= 2 or (bool(cues) and bare_words(text)[:1] == first)


def is_credited_name(text: str) -> bool:
    """Whether a header line is a name with a job beside it (“Jane Doe, Staff Writer”)."""
    return 2 <= len(text.split()) <= 8 and is_name_like(text, 8) and bool(_jobs().search(text))


def is_heading(text: str) -> bool:
    """Whether a line heads the biography below it (“About the author”)."""
    return _ABOUT.fullmatch(text) is not None


def is_closing_biography(text: str, rest: str) -> bool:
    """Whether a paragraph near the end tells who wrote; `rest` is the report without it.

    Somebody the report speaks of elsewhere is in the news, not its writer.
    """
    if _THE_WRITER.fullmatch(text):
        return True
    match = _NAMED.fullmatch(text)
    if match is None or not is_name_like(match["name"], 5):
        return False
    surname = match["name"].split()[-1]
    told = re.search(rf"\b{re.escape(surname)}\b", rest)
    writes = bool(_writers().search(match["rest"][:160]))
    return writes and told is None


@cache
def _jobs() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words_of('biography')['jobs'])})s?\b", re.IGNORECASE)


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words_of('biography')['cues'])})\b", re.IGNORECASE)


@cache
def _writers() -> re.Pattern[str]:
    known = alternatives(word_set("biography", "jobs") | word_set("biography", "guests"))
    return re.compile(rf"\b(?:{known})\b", re.IGNORECASE)
