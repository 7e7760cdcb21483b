"""Statements that repeat or deny an earlier commitment, told in later reports."""

from collections import defaultdict
from collections.abc import Container, Sequence

from dragoman.linking.follow_ups.acts import Act
from dragoman.linking.told import Merged
from dragoman.linking.who.parties import Parties
from dragoman.linking.wording.words import Rarity, Words, content_words, courtesies
from dragoman.record.nouns import Commitment, FollowUp, How, Mention, Statement

LEAST_WORDS = 3
ALIKE = 0.6
RARE_WORDS = 8
CROWDED = 64
MOST = 3


def voiced_again(
    acts: Sequence[Act],
    statements: Sequence[Merged[Statement]],
    parties: Parties,
    refused: Container[tuple[str, str]],
) -> dict[int, list[FollowUp]]:
    """Return for commitments (positions) the statements in later reports that are on them.

    Such a statement shares most of what the commitment is on, by weight, and its speaker stands
    for one of the sides; where it is denied, it denies the commitment.
    """
    rarity = Rarity([a.words for a in acts])
    holders: dict[str, list[int]] = defaultdict(list)
    for i, act in enumerate(acts):
        if isinstance(act.row, Commitment):
            for word in rarity.rarest(act.words, RARE_WORDS):
                holders[word].append(i)
    found: dict[int, list[tuple[str, FollowUp]]] = defaultdict(list)
    for merged in statements:
        words = _words(merged.row, parties)
        near = {i for w in words if len(holders[w]) <= CROWDED for i in holders[w]}
        first = min((t.report.published for t in merged.told if t.report.published), default="")
        for i in sorted(near):
            pair = (acts[i].row.id, merged.row.id)
            if pair not in refused and _is_on(merged.row, words, first, acts[i], rarity):
                how: How = "denies" if merged.row.hedge == "denied" else "repeats"
                found[i].append((first, FollowUp(statement=merged.row.id, how=how)))
    return {
        i: [f for _, f in sorted(own, key=lambda p: (p[0], p[1].later))[:MOST]]
        for i, own in found.items()
    }


def _words(row: Statement, parties: Parties) -> Words:
    said = frozenset().union(*(content_words(m.quote) for m in row.mentions))
    return said - parties.words(_speakers(row)) - courtesies()


def _speakers(row: Statement) -> tuple[str, ...]:
    return ((row.speaker,) if row.speaker else ()) + row.speakers


def _is_on(row: Statement, words: Words, first: str, act: Act, rarity: Rarity) -> bool:
    if not act.published or first <= act.published or _told_in_one(row.mentions, act.row.mentions):
        return False
    sides = act.parties.sides(_speakers(row)).keys()
    if not sides & act.sides or len(words & act.words) < LEAST_WORDS:
        return False
    return rarity.total(words & act.words) >= ALIKE * rarity.total(act.words)


def _told_in_one(a: Sequence[Mention], b: Sequence[Mention]) -> bool:
    return bool({m.report for m in a} & {m.report for m in b})
