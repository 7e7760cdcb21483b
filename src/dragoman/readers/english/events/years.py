"""Several happenings in one clause: "came in 2015, 2017 and 2019"."""

from collections.abc import Iterator

import msgspec
from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.when import times_by_token
from dragoman.readers.english.events.found import Found

PRECISIONS = (4, 7)
"""Characters of a year and of a month."""


def each_year(doc: Doc, found: Found) -> Iterator[Found]:
    """Yield what was found once for each year or month of a list hung on its verb."""
    listed = _listed(doc[found.clause])
    if len(listed) < 2:
        yield found
        return
    for date in listed:
        yield msgspec.structs.replace(found, date=date)


def _listed(verb: Token) -> list[str]:
    known = times_by_token(verb.doc)
    for child in verb.children:
        if child.i in known and child.i > verb.i:
            told = (known[t.i].date or "" for t in child.subtree if t.i in known)
            dates = list(dict.fromkeys(told))
            alike = len({len(d) for d in dates}) == 1 and len(dates[0]) in PRECISIONS
            return dates if alike else []
    return []
