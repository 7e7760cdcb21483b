"""One session of a body as a draft."""

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from dragoman.readers.english.bodies.found import Spot, stretch
from dragoman.readers.english.drafts import WorkingDraft
from dragoman.record.workings import WorkingState


def session(
    spot: Spot,
    span: tuple[int, int],
    state: WorkingState,
    number: int | None,
    date: str | None,
) -> WorkingDraft:
    """Return a session of the body at `spot`, told by the characters `span`."""
    return WorkingDraft(
        start=span[0],
        end=span[1],
        body=spot.thing,
        kind="session",
        number=number,
        state=state,
        date=date,
    )


def none_since(spot: Spot, word: Token, told: str | None, last: Token) -> Iterator[WorkingDraft]:
    """Yield that none was held since a time, and that one was held then."""
    start, end = stretch(spot.head, word, last)
    yield msgspec.structs.replace(session(spot, (start, end), "missed", None, told), value="since")
    if told is not None:
        yield session(spot, (start, end), "done", None, told)


def last_of(word: Token, time: object) -> Token:
    """Return the last word of a time told, else the word itself."""
    end = getattr(time, "end", None)
    if end is None:
        return word
    span = word.doc.char_span(time.start, end, alignment_mode="expand")  # type: ignore[attr-defined]
    return span[-1] if span is not None and span.sent == word.sent else word
