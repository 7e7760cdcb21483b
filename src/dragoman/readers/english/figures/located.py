"""A Doc with its text and token offsets at hand (both are costly to ask a Doc for again)."""

from bisect import bisect_left, bisect_right

from spacy.tokens import Doc, Span


class Located:
    """A Doc, its text, and the way from characters to tokens."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self._starts = [token.idx for token in doc]

    def span(self, start: int, end: int) -> Span:
        """Return the tokens that text[start:end] touches."""
        first = max(0, bisect_right(self._starts, start) - 1)
        return self.doc[first : bisect_left(self._starts, end)]
