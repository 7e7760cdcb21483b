"""What the tests look at in a statement, and how they read it off a Doc."""

from typing import NamedTuple

from spacy.tokens import Doc


class Told(NamedTuple):
    """A statement in words: content (spans joined by " | "), speakers, source, via, hedge."""

    content: str
    who: tuple[str, ...] = ()
    source: str | None = None
    via: str | None = None
    hedge: str = "stated"


def told(doc: Doc) -> list[Told]:
    """Return the statements of a Doc in text order."""
    return [
        Told(
            " | ".join(doc.text[a:b] for a, b in s.spans),
            tuple(doc._.things[i].name for i in s.speakers),
            s.source,
            None if s.via is None else doc._.things[s.via].name,
            s.hedge,
        )
        for s in doc._.statements
    ]
