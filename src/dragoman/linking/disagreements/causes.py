"""Cause: one thing laid to two causes, or called by two names."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from dragoman.linking.disagreements.sentences import KEPT, Sentence, Sentences
from dragoman.linking.disagreements.sides import Draft, draft
from dragoman.linking.lexicon import lines_of
from dragoman.record.nouns import Mention

LEAST_SHARED = 2
SHARED = 0.15
_BLAMES = re.compile(
    r"\bblam(?:e|es|ed|ing)\b|\bput (?:it|this|that|the \w+) down to\b|\battribut(?:e|es|ed)\b"
    r"|\bas the reason\b|\breason (?:was|is|given)\b",
    re.I,
)
_SPEAKS = re.compile(
    r"\b(?:says?|said|answer(?:s|ed)|insist(?:s|ed)|claim(?:s|ed)|repli(?:es|ed)|reckons?"
    r"|call(?:s|ed)|nobody|no one)\b",
    re.I,
)
_NEXT = re.compile(r"\binstead\b|^(?:but|however)\b", re.I)


def differing_causes(book: Sentences) -> Iterator[Draft]:
    """Yield what two voices lay to two causes, side by side or in kindred reports.

    Side by side: one sentence or two that follow each other, each with a voice that blames,
    credits or names; or one that blames, and the next voice.
    In another report: a sentence in like words that gives a reason of its own.
    """
    done: set[frozenset[str]] = set()
    for made in (*_side_by_side(book), *_in_two_reports(book)):
        reports = frozenset(r for s in made.sides for r in s.reports)
        if reports not in done:
            done.add(reports)
            yield made


def _side_by_side(book: Sentences) -> Iterator[Draft]:
    for own in book.of_report.values():
        for sentence in own:
            if len(_laid(sentence)) > 1:
                yield from _made(sentence, sentence)
        for one, other in pairwise(own):
            follows = _laid(other) and (_laid(one) or _NEXT.search(other.text))
            if follows or (_BLAMES.search(one.text) and _SPEAKS.search(other.text)):
                yield from _made(one, other)


def _in_two_reports(book: Sentences) -> Iterator[Draft]:
    for one in book.all:
        if not _laid(one):
            continue
        for other in book.near(one, one.words):
            if other.report == one.report or not (_laid(other) or _gives_reason(other)):
                continue
            same = one.words & other.words
            if len(same) >= LEAST_SHARED and book.rarity.shared(one.words, other.words) >= SHARED:
                yield from _made(one, other)


def _made(one: Sentence, other: Sentence) -> Iterator[Draft]:
    """Yield the two accounts; where one sentence gives both, its halves."""
    if one is other:
        first, second = _laid(one)[:2]
        cut = one.mention.start + (first[1] + second[0]) // 2
        halves = (_part(one, one.mention.start, cut), _part(one, cut, one.mention.end))
        told = [(m.quote, m) for m in halves]
    else:
        told = [(s.text, s.mention) for s in (one, other)]
    found = draft("cause", None, told, within=True)
    if found:
        yield found


def _part(sentence: Sentence, start: int, end: int) -> Mention:
    own = sentence.mention
    quote = sentence.text[start - own.start : end - own.start]
    return Mention(report=own.report, start=start, end=end, quote=quote)


def _laid(sentence: Sentence) -> tuple[tuple[int, int], ...]:
    return _laid_in(sentence.text)


@lru_cache(KEPT)
def _laid_in(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(m.span() for m in _patterns("causes").finditer(text))


def _gives_reason(sentence: Sentence) -> bool:
    return bool(_patterns("reasons").search(sentence.text))


@cache
def _patterns(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in lines_of(name)), re.I)
