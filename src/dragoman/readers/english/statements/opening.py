"""Where a content that stands before its cue may begin at the earliest."""

import re

from spacy.tokens import Doc

from dragoman.readers.english.statements.quotes import Quotes

_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.\-’' ]+(?:,? [A-Z][\w.]+){0,4}|[A-Z][\w.\-’' ]{2,30})"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?)?(?: ?\([^)]{1,40}\))? ?(?:[-–—]{1,2}|:) "
)
_REACH = 24
_ENDS = frozenset((".", "!", "?", ";"))


def opening(doc: Doc, quotes: Quotes, start: int, limit: int) -> int:
    """Return the first token that may belong to what is said before token `limit`.

    That is the start of its sentence (`start`), moved to the start of a quote that runs into it,
    behind a semicolon or an overlooked end of a sentence, and behind a dateline.
    """
    holding = quotes.over(start)
    if holding is not None and holding.first < start < holding.last - 1:
        return holding.first
    first = start
    for at in range(start + 1, limit - 1):
        if doc[at].text in _ENDS and quotes.over(at) is None:
            first = at + 1
    return _behind_dateline(doc, first, limit)


def _behind_dateline(doc: Doc, first: int, limit: int) -> int:
    if first and not (doc[first - 1].is_space and "\n" in doc[first - 1].text):
        return first
    text = doc[first : min(limit, first + _REACH)].text
    found = _DATELINE.match(text)
    if found is None or not _is_dateline(found.group()):
        return first
    end = doc[first].idx + found.end()
    return next((t.i for t in doc[first:limit] if t.idx >= end), first)


def _is_dateline(text: str) -> bool:
    """Whether the words before a dash are a place and a source, not a clause's beginning."""
    return text.split(",", maxsplit=1)[0].split("(")[0].strip(" -–—:").isupper() or "(" in text
