"""Thanks told by an adjective: "we are grateful to Peru"."""

from collections.abc import Iterator

from spacy.tokens import Doc

from dragoman.readers.english.clauses.arguments import parties_of
from dragoman.readers.english.clauses.parties import case, subject
from dragoman.readers.english.clauses.spans import clause_span
from dragoman.readers.english.events.found import Found
from dragoman.readers.english.events.frames import class_of


def by_gratitude(doc: Doc) -> Iterator[Found]:
    """Yield the thanks of adjectives that name who thanks, and whom or what for."""
    for token in doc:
        if token.lower_ not in class_of("grateful") or not doc._.readable[token.i]:
            continue
        thanked = [c for c in token.children if case(c) in ("to", "for")]
        actors = parties_of(subject(token))
        if actors and thanked:
            given = (i for c in thanked if case(c) == "to" for i in parties_of(c))
            yield Found(
                type="SUPPORT",
                mode=None,
                trigger=token.i,
                clause=token.i,
                span=clause_span(token),
                actors=actors,
                recipients=tuple(i for i in given if i not in actors),
            )
