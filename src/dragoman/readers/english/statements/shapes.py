"""The shapes a content can have that is no clause, and who sends a greeting."""

from collections.abc import Callable

from dragoman.readers.english.statements import objects
from dragoman.readers.english.statements.cues import Cue
from dragoman.readers.english.statements.frames import words
from dragoman.readers.english.statements.phrases import name_over

Span = tuple[int, int]
_NEAR = 12
OBJECTS = (
    "ask",
    "accuse",
    "as",
    "bare",
    "addressed",
    "act",
    "attitude",
    "call",
    "object",
    "value",
    "unnamed",
)
"""Shapes in the order they are tried."""

_READERS: dict[str, Callable[[Cue], list[Span]]] = {
    "ask": objects.asked,
    "accuse": objects.accused,
    "addressed": objects.addressed,
    "act": objects.act,
    "attitude": objects.attitude,
    "call": objects.plain_object,
    "object": objects.plain_object,
    "value": objects.put_at,
    "unnamed": objects.plain_object,
}


def content_of(cue: Cue, kind: str) -> list[Span]:
    """Return the content of one shape, or nothing."""
    if kind in ("as", "bare"):
        return objects.named_so(cue) or objects.called(cue, bare=kind == "bare")
    return _READERS[kind](cue)


def sender(cue: Cue) -> tuple[int, ...]:
    """Return who sends what a cue conveys: "conveyed greetings from | the queen"."""
    target = objects.object_of(cue)
    if target is None or target.lower_ not in words("sendings"):
        return ()
    doc, senders = target.doc, False
    for token in doc[target.i + 1 : min(target.i + _NEAR, target.sent.end)]:
        senders = senders or token.lower_ in ("from", "of")
        named = name_over(token)
        if senders and named is not None and doc._.things[named.things[0]].type == "person":
            return named.things
    return ()
