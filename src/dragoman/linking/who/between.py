"""Between which states a body or an agreement stands: two councils of two pairs stay two."""

import re
from collections.abc import Sequence
from functools import cache

from dragoman.linking.lexicon import words_of
from dragoman.linking.readings import Source
from dragoman.linking.who.organization_names import countries_in, name_key
from dragoman.linking.who.pieces import Piece
from dragoman.linking.wording.surroundings import sentence_span
from dragoman.linking.wording.words import stem, tokens

Pair = frozenset[str]
_NOBODY: Pair = frozenset()
_TWO = 2
_ORDINAL = (
    r"(?:\d{1,3}(?:st|nd|rd|th)|(?:\w+ty-?)?(?:first|second|third|fourth|fifth|sixth|seventh|"
    r"eighth|ninth|\w+teenth|tenth|eleventh|twelfth|\w+tieth)|last|next|inaugural)"
)
_SESSION = r"(?:session|meeting|round|sitting|edition|plenary)"
_LEAD = re.compile(
    rf"^(?:the\s+|an?\s+)?(?:{_ORDINAL}\s+)?(?:{_SESSION}\s+of\s+(?:the\s+)?)?(?:{_ORDINAL}\s+)?",
    re.IGNORECASE,
)
_TAIL = re.compile(rf"\s+{_SESSION}s?$", re.IGNORECASE)


def bare(name: str) -> str:
    """Return a body's name without which session of it is meant: "7th session of the …"."""
    short = _TAIL.sub("", _LEAD.sub("", name.strip(), count=1))
    return short or name


def is_bound(piece: Piece) -> bool:
    """Tell whether a piece is known only with its two states.

    A body is, unless its name speaks of many states; an agreement where its name is made of words
    for kinds and matters alone.
    """
    if piece.entity.type == "body":
        return not any(set(tokens(n)) & words_of("multilateral_words") for n in piece.names)
    return piece.entity.type == "agreement" and all(_is_plain(n) for n in piece.names)


def between(piece: Piece) -> Pair:
    """Return the two states a body or agreement stands between, as far as its report tells.

    Those in its name; else those of whom its first sentence speaks, if they are two; else the two
    that the report covers. Empty where none of these is, or it is not bound to two.
    """
    if not is_bound(piece):
        return _NOBODY
    named = frozenset(code for n in piece.names for code in countries_in(n))
    if len(named) == _TWO:
        return named
    near = _beside(piece)
    if len(near) == _TWO:
        return near
    return piece.pair if len(piece.pair) == _TWO else _NOBODY


def _is_plain(name: str) -> bool:
    return all(s in _plain_stems() or s.isdigit() for s in name_key(name).stems)


@cache
def _plain_stems() -> frozenset[str]:
    words = words_of("generic_words") | words_of("matter_words")
    return frozenset(stem(t) for w in words for t in tokens(w))


def _beside(piece: Piece) -> Pair:
    """Return the states spoken of in the sentence of the first mention."""
    if piece.first is None or not piece.source.report.text:
        return _NOBODY
    start, end = sentence_span(piece.source.report, piece.first)
    return frozenset(code for at, code in _spoken(piece.source) if start <= at < end)


def _spoken(source: Source) -> Sequence[tuple[int, str]]:
    """Return where the states and their people are spoken of."""
    return [
        (m.start, e.country)
        for e in source.reading.entities
        if e.country and e.type in ("state", "person")
        for m in e.mentions
    ]
