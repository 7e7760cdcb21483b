"""Offices told around a person's name: before it, in apposition, or by "who is" and "as"."""

from spacy.tokens import Doc

from dragoman.readers.english.drafts import Name
from dragoman.readers.english.mentions.offices import (
    is_honorific,
    is_office_head,
    office_start,
    state_before,
)
from dragoman.readers.english.roles.apposition import after, before_comma
from dragoman.readers.english.roles.parts import Office, split

_EQUALS = frozenset(("counterpart", "colleague", "opposite", "homologue"))


def offices(doc: Doc, first: int, last: int) -> list[Office]:
    """Return the offices told of the person whose name is tokens [first, last)."""
    return [*_before(doc, first), *after(doc, last)]


def name_tokens(doc: Doc, name: Name) -> tuple[int, int]:
    """Return the token span of a mention."""
    span = doc.char_span(name.start, name.end, alignment_mode="expand")
    return (span.start, span.end) if span is not None else (name.head, name.head + 1)


def _before(doc: Doc, first: int) -> list[Office]:
    start = office_start(doc, first, doc[first].sent.start)
    return [*_title_phrase(doc, first), *_preposed_apposition(doc, start)]


def _title_phrase(doc: Doc, first: int) -> list[Office]:
    """Return "Deputy Prime Minister and Foreign Minister" right before the name."""
    sent_start = doc[first].sent.start
    start = office_start(doc, first, sent_start)
    if start == first:
        return []
    start = _of_superior(doc, start, sent_start)
    country = state_before(doc, start)
    return list(split(doc, start, first, country))


def _of_superior(doc: Doc, start: int, least: int) -> int:
    """Return where "the President's | adviser" begins, whose superior belongs to the title.

    The superior of "the minister's adviser" is named elsewhere and no part of it.
    """
    owned = start - 1 > least and doc[start - 1].lower_ in ("'s", "’s")
    if not owned or not is_office_head(doc[start - 2]) or doc[start - 2].text.islower():
        return start
    return office_start(doc, start - 1, least)


def _preposed_apposition(doc: Doc, first: int) -> list[Office]:
    """Return the office in "Chile's foreign secretary, X" and "the Minister of Ports, Dr X"."""
    if first < 3 or doc[first - 1].text != ",":
        return []
    end = first - 1
    start = office_start(doc, end, doc[first].sent.start)
    if start == end or not any(is_office_head(t) for t in doc[start:end]):
        return before_comma(doc, end)
    start = _of_superior(doc, start, doc[first].sent.start)
    return list(split(doc, start, end, state_before(doc, start)))


def counterpart_state(doc: Doc, first: int) -> str | None:
    """Return the state in "her Omani counterpart, X" before the name that starts at `first`."""
    at = first
    least = doc[first].sent.start
    while at > least and (
        doc[at - 1].text == ","
        or doc[at - 1].lower_ == "number"
        or is_office_head(doc[at - 1])
        or is_honorific(doc[at - 1])
    ):
        at -= 1
        if doc[at].lower_ in _EQUALS:
            return state_before(doc, at)
    if at > least and doc[at - 1].lower_ in _EQUALS:
        return state_before(doc, at - 1)
    return None
