"""Whether a person is a man or a woman, where the words around a name or the given name say so."""

from functools import cache

from spacy.tokens import Doc

from dragoman.readers.english.gazetteer.lookup import fold
from dragoman.readers.english.lexicon import mapping
from dragoman.readers.english.mentions.offices import office_start

REACH = 4


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(mapping("coreference", "genders.yaml")[key])


def told(doc: Doc, first: int, last: int) -> str | None:
    """Return "m" or "f" from the title before a name or the office behind it; None if neither."""
    start = office_start(doc, first, max(doc[first].sent.start, first - 6))
    behind = doc[last : last + REACH] if last < len(doc) and doc[last].text == "," else ()
    for token in (*doc[start:first], *behind):
        for gender in ("m", "f"):
            if token.lower_ in _list(f"words_{gender}"):
                return gender
    return None


def by_name(name: str) -> str | None:
    """Return "m" or "f" where a given name of a full name is borne by one sex only."""
    words = fold(name).split()
    if len(words) < 2:
        return None
    for word in words[:-1]:
        for gender in ("m", "f"):
            if word in _list(gender):
                return gender
    return None
