"""How two words stand to each other in the parse and in the text, as small classes."""

from collections.abc import Mapping

from spacy.tokens import Doc

DISTANCES = (1, 2, 3, 5, 8, 12, 20, 35, 60)
DEEPEST = 5
FAR = 3


class Paths:
    """The ways through the parse of one Doc; `relations` numbers its relations from 1."""

    def __init__(self, doc: Doc, relations: Mapping[str, int]) -> None:
        self._heads = [token.head.i for token in doc]
        self._relations = [relations.get(token.dep_, 0) for token in doc]
        self._most = len(relations)

    def of(self, anchor: int, head: int) -> tuple[int, int]:
        """Return the relation a mention hangs below its anchor by, or beside it, and how deep."""
        below = self._climb(head, anchor)
        if below is not None:
            return 1 + below[0], below[1]
        at, steps = anchor, 0
        while self._heads[at] != at and steps < FAR:
            at, steps = self._heads[at], steps + 1
            if at == head:
                return 1 + 2 * self._most, steps
            beside = self._climb(head, at)
            if beside is not None:
                return 1 + self._most + beside[0], steps + beside[1]
        return 0, 0

    def _climb(self, token: int, goal: int) -> tuple[int, int] | None:
        """Return the relation under `goal` that a word hangs below, and how many arcs away."""
        for steps in range(1, DEEPEST + 1):
            above = self._heads[token]
            if above == token:
                return None
            if above == goal:
                return self._relations[token], steps
            token = above
        return None


def distance(words: int) -> int:
    """Return a class for a signed distance in words: 1 to 10 before the anchor, 11 to 20 after."""
    size = next((k for k, most in enumerate(DISTANCES) if abs(words) <= most), len(DISTANCES))
    return 1 + size + (len(DISTANCES) + 1 if words > 0 else 0)


def sentences_apart(sentences: int) -> int:
    """Return a class for how many sentences away a mention stands: none, one or more, each side."""
    if sentences == 0:
        return 1
    return 2 + min(abs(sentences), 3) - 1 + (3 if sentences > 0 else 0)
