"""How two words stand to each other in the parse and in the text, as small classes."""

from collections.abc import Mapping

from spacy.tokens import Doc, Token

DISTANCES = (1, 2, 3, 5, 8, 12, 20, 35, 60)
DEEPEST = 5
FAR = 3


class Paths:
    """The ways through the parse of one Doc; `relations` numbers its relations from 1."""

    def __init__(self, doc: Doc, relations: Mapping[str, int]) -> None:
        self._doc = doc
        self._relations = relations

    def of(self, anchor: int, head: int) -> tuple[int, int]:
        """Return the relation a mention hangs below its anchor by, or beside it, and how deep."""
        doc, most = self._doc, len(self._relations)
        below = _climb(doc[head], anchor)
        if below is not None:
            return 1 + self._relations.get(below[0].dep_, 0), below[1]
        at, steps = doc[anchor], 0
        while at.head.i != at.i and steps < FAR:
            at, steps = at.head, steps + 1
            if at.i == head:
                return 1 + 2 * most, steps
            beside = _climb(doc[head], at.i)
            if beside is not None:
                return 1 + most + self._relations.get(beside[0].dep_, 0), steps + beside[1]
        return 0, 0


def _climb(token: Token, goal: int) -> tuple[Token, int] | None:
    """Return the word under `goal` that a word hangs below, and how many arcs it is away."""
    for steps in range(1, DEEPEST + 1):
        if token.head.i == token.i:
            return None
        if token.head.i == goal:
            return token, steps
        token = token.head
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
