"""Bodies and agreements that a report calls by less than their name.

"The commission" is the Joint Fisheries Commission where the two states have no other commission
that the reports tell of; "the corvette contract" that of 2018.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.linking.grouping.clusters import Link
from dragoman.linking.lexicon import table_of, words_of
from dragoman.linking.who.between import Pair, bare, between
from dragoman.linking.who.organization_names import name_key
from dragoman.linking.who.pieces import Piece
from dragoman.linking.wording.words import stem, tokens

_SCORE = 0.75
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SPLIT = re.compile(r"\s+(?:on|of|for|against|under|between|in|with)\s+", re.IGNORECASE)
# What any body between two states may be called.
_FILLERS = frozenset(
    stem(w)
    for w in ("joint", "mixed", "bilateral", "binational", "bi", "national", "members", "member")
)


@dataclass(frozen=True, slots=True)
class Called:
    """What a name says: of which sort, on what, of which years."""

    sort: str
    content: frozenset[str]
    years: frozenset[str]

    def fits(self, longer: "Called") -> bool:
        """Tell whether a longer name says all that this one says, and no other year."""
        if self.sort != longer.sort or not self.content <= longer.content:
            return False
        return not (self.years and longer.years) or bool(self.years & longer.years)


def short_links(pieces: Sequence[Piece], groups: Sequence[Sequence[int]]) -> Iterator[Link]:
    """Yield links from what is called by less to what alone it can be.

    `pieces` are of one kind, `groups` those that their names made one. Two things that one report
    tells apart are not joined, and none where two fit.
    """
    of_pair: dict[tuple[Pair, str], list[int]] = defaultdict(list)
    said = [{k for n in _names(piece) if (k := called(piece, n))} for piece in pieces]
    for number, members in enumerate(groups):
        for place in {
            (pair, one.sort)
            for m in members
            if said[m] and (pair := between(pieces[m]))
            for one in said[m]
        }:
            of_pair[place].append(number)
    for numbers in of_pair.values():
        for number in numbers:
            fitting = [
                (i, j, other)
                for other in numbers
                if other != number and not _apart(pieces, groups[number], groups[other])
                for i, j in _fitting(said, groups[number], groups[other])
            ]
            if len({other for _, _, other in fitting}) == 1:
                i, j, _ = fitting[0]
                low, high = sorted((i, j))
                yield Link(low, high, _SCORE, _why(pieces[i], pieces[j]))


def called(piece: Piece, name: str) -> Called | None:
    """Return what a name of a body or agreement says; None where it says too little."""
    head = _SPLIT.split(bare(name), maxsplit=1)[0]
    words = tokens(head)
    years = frozenset(_YEAR.findall(name))
    if not words:
        return None
    if piece.entity.type == "body":
        last = words[-1].removesuffix("s")
        sort = last if last in words_of("body_heads") else ""
        content = _content(name) - {stem(last)}
    else:
        sort = next((s for w in reversed(words) if (s := table_of("agreement_heads").get(w))), "")
        content = _content(name) - _agreement_stems()
    if not sort or (piece.entity.type == "agreement" and not content and not years):
        return None
    return Called(sort, content, years)


def _names(piece: Piece) -> tuple[str, ...]:
    return piece.names if piece.entity.type in ("body", "agreement") else ()


def _content(name: str) -> frozenset[str]:
    key = name_key(_YEAR.sub(" ", bare(name)))
    numbers = words_of("number_words")
    return frozenset(
        s for s in key.stems if s not in _FILLERS and not s.isdigit() and s not in numbers
    )


@cache
def _agreement_stems() -> frozenset[str]:
    return frozenset(stem(w) for w in table_of("agreement_heads"))


def _fitting(
    said: Sequence[set[Called]], short: Sequence[int], long: Sequence[int]
) -> list[tuple[int, int]]:
    return [
        (i, j)
        for i in short
        for j in long
        if said[i] and said[j] and all(any(a.fits(b) for b in said[j]) for a in said[i])
    ]


def _apart(pieces: Sequence[Piece], one: Sequence[int], other: Sequence[int]) -> bool:
    """Tell whether one report tells of both, and so tells them apart."""
    reports = {pieces[i].source.number for i in one}
    return any(pieces[j].source.number in reports for j in other)


def _why(short: Piece, long: Piece) -> str:
    states = " and ".join(sorted(between(long)))
    return f"{short.entity.name} can be no other of {states} than {long.entity.name}"
