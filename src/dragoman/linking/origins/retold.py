"""Texts told again in other words: what they tell of stands in one order in both.

Whoever rewords a text keeps its names, numbers and things, and mostly their order; two reporters on
one happening share many of them, in orders of their own and each with some the other lacks.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from dragoman.linking.days.dates import days
from dragoman.linking.lexicon import table_of, words_of
from dragoman.linking.wording.words import stem, tokens

Wording = tuple[str, ...]
LEAST = 14
SHARE = 0.32
DAYS_APART = 7
FEW = 6
HINTS = 6
_LETTERS = 4


def wording_of(prose: str) -> Wording:
    """Return the stems of the longer words, and the numbers, of a text: each once, in order."""
    spoken, stop = table_of("spoken_numbers"), words_of("stop_words")
    kept = (spoken.get(token, token) for token in tokens(prose))
    told = (
        token if token[0].isdigit() else stem(token)
        for token in kept
        if token[0].isdigit() or (len(token) >= _LETTERS and token not in stop)
    )
    return tuple(dict.fromkeys(told))


def retold(
    rows: Sequence[Wording], published: Sequence[str | None]
) -> Iterator[tuple[int, int, int, float]]:
    """Yield pairs of texts (positions), how much they tell in one order, and the share of it.

    The share is of the shorter text. Only texts that came out within DAYS_APART of each other are
    compared, so that a text more costs what came out around it; one without a date is compared
    with those that share HINTS words which few texts hold.
    """
    for low, high in sorted({*_together(rows, published), *_hinted(rows, published)}):
        least = min(len(rows[low]), len(rows[high]))
        count = in_one_order(rows[low], rows[high]) if least >= LEAST else 0
        if count >= LEAST and count / least >= SHARE:
            yield low, high, count, round(count / least, 4)


def _together(
    rows: Sequence[Wording], published: Sequence[str | None]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs that came out within DAYS_APART of each other."""
    dated = sorted(
        (known.first, at)
        for at, day in enumerate(published)
        if (known := days(day)) is not None and len(rows[at]) >= LEAST
    )
    for number, (first, at) in enumerate(dated):
        for other, before in reversed(dated[:number]):
            if (first - other).days > DAYS_APART:
                break
            yield min(before, at), max(before, at)


def _hinted(rows: Sequence[Wording], published: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a text without a date and one that shares rare words with it."""
    undated = [at for at, day in enumerate(published) if days(day) is None and rows[at]]
    holders: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows if undated else ()):
        for word in row:
            holders[word].append(at)
    for at in undated:
        few = [holders[word] for word in rows[at] if len(holders[word]) <= FEW]
        shared = Counter(other for holding in few for other in holding if other != at)
        yield from (
            (min(at, other), max(at, other)) for other, count in shared.items() if count >= HINTS
        )


def in_one_order(one: Wording, other: Wording) -> int:
    """Return how many words stand in both in the same order.

    As no word comes twice, that is the longest rising run of positions (Fredman 1975).
    """
    places = {word: at for at, word in enumerate(other)}
    tails: list[int] = []
    for word in one:
        place = places.get(word)
        if place is not None:
            at = bisect_left(tails, place)
            tails[at : at + 1] = [place]
    return len(tails)
