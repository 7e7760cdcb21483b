"""Copies of texts as newsrooms, aggregators and machines make them: seven kinds of edit."""

import random
from collections.abc import Callable, Sequence
from typing import NamedTuple

KINDS = ("light", "cut", "embedded", "reordered", "furniture", "synonyms", "spliced")
_LIGHT = 0.04
_REPLACED = 0.15
_CUT = 0.4
_LONG_WORD = 4
_FURNITURE_ABOVE = (
    "Home | World | Politics | Business",
    "Subscribe to our newsletter",
    "Share this article",
)
_FURNITURE_BELOW = (
    "Read more: what the week brought",
    "Follow us on Facebook and Telegram",
    "We use cookies. By continuing you agree to our terms.",
    "All rights reserved.",
)


class Copy(NamedTuple):
    """An edited copy: its text, the kind of edit, and the texts (positions) it is made of."""

    text: str
    kind: str
    sources: tuple[int, ...]


def copies_of(texts: Sequence[str], count: int, seed: int = 1) -> list[Copy]:
    """Return `count` edited copies of `texts`, all kinds alike often; the same for one seed."""
    chance = random.Random(seed)
    vocabulary = sorted({word for text in texts for word in text.split() if _is_long(word)})
    order = chance.sample(range(len(texts)), len(texts))
    made = []
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        one = order[number % len(order)]
        other = chance.choice([at for at in range(len(texts)) if at != one])
        text = _EDITS[kind](texts[one], texts[other], chance, vocabulary)
        of_both = kind in ("embedded", "spliced")
        made.append(Copy(text, kind, (one, other) if of_both else (one,)))
    return made


def _light(text: str, _: str, chance: random.Random, vocabulary: list[str]) -> str:
    """Return the text with a word in 25 left out, added or put otherwise."""

    def edited(word: str) -> str:
        if chance.random() >= _LIGHT:
            return word
        return chance.choice(("", f"{word} {chance.choice(vocabulary)}", chance.choice(vocabulary)))

    return _by_word(text, edited)


def _cut(text: str, *_: object) -> str:
    """Return the first two fifths."""
    words = text.split(" ")
    return " ".join(words[: round(len(words) * _CUT)])


def _embedded(text: str, other: str, chance: random.Random, _: object) -> str:
    """Return the text whole between two halves of another."""
    around = other.split("\n\n")
    middle = chance.randint(1, max(1, len(around) - 1))
    return "\n\n".join((*around[:middle], text, *around[middle:]))


def _reordered(text: str, _: str, chance: random.Random, __: object) -> str:
    paragraphs = text.split("\n\n")
    return "\n\n".join(chance.sample(paragraphs, len(paragraphs)))


def _furniture(text: str, *_: object) -> str:
    return "\n\n".join((*_FURNITURE_ABOVE, text, *_FURNITURE_BELOW))


def _synonyms(text: str, _: str, chance: random.Random, vocabulary: list[str]) -> str:
    """Return the text with three long words in twenty put otherwise."""

    def replaced(word: str) -> str:
        return chance.choice(vocabulary) if _is_long(word) and chance.random() < share else word

    words = text.split()
    share = _REPLACED * len(words) / max(1, sum(map(_is_long, words)))
    return _by_word(text, replaced)


def _spliced(text: str, other: str, *_: object) -> str:
    """Return the first half of the text and the second half of the other."""
    one, two = text.split("\n\n"), other.split("\n\n")
    return "\n\n".join((*one[: (len(one) + 1) // 2], *two[len(two) // 2 :]))


def _by_word(text: str, edit: Callable[[str], str]) -> str:
    return "\n\n".join(
        " ".join(filter(None, map(edit, paragraph.split()))) for paragraph in text.split("\n\n")
    )


def _is_long(word: str) -> bool:
    return len(word) > _LONG_WORD and word.isalpha()


_EDITS: dict[str, Callable[[str, str, random.Random, list[str]], str]] = {
    "light": _light,
    "cut": _cut,
    "embedded": _embedded,
    "reordered": _reordered,
    "furniture": _furniture,
    "synonyms": _synonyms,
    "spliced": _spliced,
}
