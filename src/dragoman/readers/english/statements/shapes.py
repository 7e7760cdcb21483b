"""The shapes a content can have that is no clause, and who sends a greeting."""

from collections.abc import Callable

from dragoman.readers.english.clauses.parties import case, things_of
from dragoman.readers.english.statements import objects
from dragoman.readers.english.statements.cues import Cue
from dragoman.readers.english.statements.frames import words

Span = tuple[int, int]
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
    for child in target.subtree:
        if child.i > target.i and case(child) in ("from", "of") and child.i < target.i + 12:
            things = tuple(i for i in things_of(child) if child.doc._.things[i].type == "person")
            if things:
                return things
    return ()
