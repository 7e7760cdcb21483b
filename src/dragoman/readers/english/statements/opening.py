"""Where a content that stands before its cue may begin at the earliest."""

import re

from spacy.tokens import Doc

from dragoman.readers.english.statements.quotes import Quote

_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.\-’' ]+(?:,? [A-Z][\w.]+){0,4}|[A-Z][\w.\-’' ]{2,30})"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?)?(?: ?\([^)]{1,40}\))? ?(?:[-–—]{1,2}|:) "
)
_ENDS = frozenset((".", "!", "?", ";"))


def opening(doc: Doc, quotes: list[Quote], start: int, limit: int) -> int:
    """Return the first token that may belong to what is said before token `limit`.

    That is the start of its sentence (`start`), moved to the start of a quote that runs into it,
    behind a semicolon or an overlooked end of a sentence, and behind a dateline.
    """
    holding = next((q for q in quotes if q.first < start < q.last - 1), None)
    if holding is not None:
        return holding.first
    first = start
    inside = {i for q in quotes for i in range(q.first, min(q.last, limit)) if q.last > start}
    for at in range(start, limit - 1):
        if doc[at].text in _ENDS and at not in inside and at > start:
            first = at + 1
    return _behind_dateline(doc, first, limit)


def _behind_dateline(doc: Doc, first: int, limit: int) -> int:
    if first and not (doc[first - 1].is_space and "\n" in doc[first - 1].text):
        return first
    text = doc.text[doc[first].idx : doc[min(limit, len(doc) - 1)].idx]
    found = _DATELINE.match(text)
    if found is None or not _is_dateline(found.group()):
        return first
    end = doc[first].idx + found.end()
    return next((t.i for t in doc[first:limit] if t.idx >= end), first)


def _is_dateline(text: str) -> bool:
    """Whether the words before a dash are a place and a source, not a clause's beginning."""
    return text.split(",", maxsplit=1)[0].split("(")[0].strip(" -–—:").isupper() or "(" in text
