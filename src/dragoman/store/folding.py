"""Words as search compares them: Latin letters without marks, in one case.

"İstanbul", "Istanbul" and "ıstanbul" fold alike, so do "Łódź" and "Lodz". Other scripts are
romanised letter by letter (anyascii, after Unicode's and national romanisation tables).
"""

import re
from collections.abc import Iterator

from anyascii import anyascii

_WORD = re.compile(r"[a-z0-9]+")


def fold(text: str) -> str:
    """Return `text` folded; its length may differ."""
    return anyascii(text).lower()


def folded_words(text: str) -> list[str]:
    """Return the words of `text`, folded, as the full-text index splits them."""
    return _WORD.findall(fold(text))


def word_spans(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each folded word of `text` with its span [start, end) in `text` as it stands."""
    folded: list[str] = []
    origin: list[int] = []
    for position, character in enumerate(text):
        letters = fold(character)
        folded.append(letters)
        origin.extend([position] * len(letters))
    for match in _WORD.finditer("".join(folded)):
        yield match.group(), origin[match.start()], origin[match.end() - 1] + 1
