"""The word a span hangs on: where an item of the record is anchored in the parse."""

from bisect import bisect_left

from spacy.tokens import Doc, Token


class Anchors:
    """Finds the anchor of a span of characters: its word nearest to the root, a verb before others.

    Frames and keys, which cut the same clause a little differently, mostly meet at one anchor.
    """

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._starts = [token.idx for token in doc]
        self._depth = [_UNKNOWN] * len(doc)

    def of(self, start: int, end: int) -> int | None:
        """Return the index of the anchor of the characters [start, end), or None without a word."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        if first and self._starts[first - 1] + len(self._doc[first - 1]) > start:
            first -= 1
        words = [t for t in self._doc[first:last] if not t.is_space and not t.is_punct]
        if not words:
            return None
        return min(words, key=lambda t: (self.depth(t), t.pos_ not in ("VERB", "AUX"), t.i)).i

    def depth(self, token: Token) -> int:
        """Return how many arcs lie between a word and the root of its sentence."""
        if self._depth[token.i] == _UNKNOWN:
            root = token.head.i == token.i
            self._depth[token.i] = 0 if root else 1 + self.depth(token.head)
        return self._depth[token.i]


_UNKNOWN = -1
