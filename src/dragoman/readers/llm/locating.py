"""Where a quote stands in the text: exactly, else with white space and typography folded."""

import re
from collections.abc import Iterable

from dragoman.readers.llm.chunks import Span

# Signs that models and keyboards put for one another; each stands for one sign, so that a place
# in the folded text is a place in the text. What is kept is always the text's own writing.
_ALIKE = str.maketrans("‘’‚‛`´“”„‟«»‐‑‒–—−‹›⟦⟧", "''''''\"\"\"\"\"\"------<>[]")
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
# From here on scripts write words without spaces between them, or endings onto names.
_UNSPACED = "\u0e00"


class Searchable:
    """Stretches of a text that can be searched for quotes."""

    def __init__(self, text: str, stretches: Iterable[Span]) -> None:
        self._text = text
        self._stretches = list(stretches)
        self._folded = [_folded(text, start, end) for start, end in self._stretches]

    def places(self, quote: str) -> list[Span]:
        """Return where `quote` stands, in order; exact places alone where there are any.

        A place begins and ends between words.
        """
        wanted = quote.strip()
        if not wanted:
            return []
        return self._exact(wanted) or self._alike(wanted)

    def nearest(self, quote: str, near: Span | None) -> Span | None:
        """Return the place of `quote` nearest to `near`, the first where there is no `near`."""
        found = self.places(quote)
        if not found:
            return None
        return found[0] if near is None else min(found, key=lambda at: _apart(at, near))

    def _exact(self, wanted: str) -> list[Span]:
        spans = []
        for start, end in self._stretches:
            for match in re.finditer(re.escape(wanted), self._text[start:end]):
                spans.append((start + match.start(), start + match.end()))
        return [span for span in spans if is_whole(self._text, *span)]

    def _alike(self, wanted: str) -> list[Span]:
        needle, _ = _folded(wanted, 0, len(wanted))
        if not needle.strip():
            return []
        spans = []
        for folded, index in self._folded:
            for match in re.finditer(re.escape(needle), folded):
                spans.append((index[match.start()], index[match.end() - 1] + 1))
        return [span for span in spans if is_whole(self._text, *span)]


def is_whole(text: str, start: int, end: int) -> bool:
    """Say whether [start, end) begins and ends between words."""
    return not (_joined(text, start) or _joined(text, end))


def _joined(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before >= _UNSPACED or after >= _UNSPACED:
        return False
    return before.isalnum() and after.isalnum()


def _folded(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """Return the text folded, and for each of its characters the offset it comes from."""
    characters: list[str] = []
    index: list[int] = []
    for at in range(start, end):
        character = text[at]
        if character in _UNSEEN:
            continue
        if character.isspace():
            if characters and characters[-1] == " ":
                continue
            character = " "
        characters.append(character)
        index.append(at)
    return "".join(characters).translate(_ALIKE), index


def _apart(one: Span, other: Span) -> tuple[int, int]:
    gap = max(other[0] - one[1], one[0] - other[1], 0)
    return gap, abs(sum(one) - sum(other))
