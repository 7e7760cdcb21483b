"""Figures: what kindred texts count of one kind and fate, in two numbers."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dragoman.linking.disagreements.counts import Tally, tallies
from dragoman.linking.disagreements.sentences import Sentences
from dragoman.linking.disagreements.sides import Draft, draft
from dragoman.linking.figures.numbers import number, ratio
from dragoman.linking.lexicon import words_of
from dragoman.linking.wording.words import stem, tokens
from dragoman.record.nouns import Mention

LEAST_RATIO = 0.74
NEAR = 0.85
MANY = 3
LEAST_SHARED = 2
SHARED = 0.15
_LASTING = frozenset({"death", "injury", "removal"})
Counted = dict[tuple[str, str], set[float]]


def differing_tallies(book: Sentences, read: Sequence[Draft]) -> Iterator[Draft]:
    """Yield numbers that kindred reports give for things of one class, which `read` does not hold.

    Persons must have met the same fate or be called the same; the sentences must have words in
    common. Of several numbers those are compared that are nearest each other either way. A number
    that both reports give is of something else, and one that is much less than the other is of a
    part, unless a zero or two digits slipped.
    """
    taken = {m for one in read if one.kind == "figure" for side in one.sides for m in side.mentions}
    by_kind: dict[tuple[str, str], dict[str, list[Tally]]] = defaultdict(lambda: defaultdict(list))
    counted: Counted = defaultdict(set)
    for sentence in book.all:
        for tally in tallies(sentence):
            counted[sentence.report, tally.kind].add(tally.value)
            for fate in (*tally.fates, stem(tally.noun)):
                by_kind[tally.kind, fate][tally.sentence.report].append(tally)
    for _, by_report in sorted(by_kind.items()):
        for one, kin in ((r, book.kin.get(r, frozenset())) for r in sorted(by_report)):
            for other in sorted(k for k in kin if k > one and k in by_report):
                for found in _compared(by_report[one], by_report[other], counted, book):
                    if not all(_in_any(m, taken) for s in found.sides for m in s.mentions):
                        yield found


def _in_any(mention: Mention, others: Iterable[Mention]) -> bool:
    return any(
        m.report == mention.report and m.start < mention.end and mention.start < m.end
        for m in others
    )


def _compared(
    mine: Sequence[Tally], theirs: Sequence[Tally], counted: Counted, book: Sentences
) -> Iterator[Draft]:
    left = [t for t in mine if not _told_in(t, theirs[0], counted)]
    right = [t for t in theirs if not _told_in(t, mine[0], counted)]
    done: set[tuple[float, float]] = set()
    for a in left:
        for b in right:
            if (a.value, b.value) in done or not _may_differ(a, b, mine, theirs):
                continue
            if _grown(a, b, book) or _grown(b, a, book):
                continue
            if _nearest(a, b, right) and _nearest(b, a, left) and _of_one_thing(a, b, book):
                done.add((a.value, b.value))
                found = draft("figure", None, [(number(t.value), t.mention) for t in (a, b)])
                if found:
                    yield found


def _may_differ(a: Tally, b: Tally, mine: Sequence[Tally], theirs: Sequence[Tally]) -> bool:
    if a.value == b.value or (a.state and b.state and a.state != b.state):
        return False
    if a.kind != "person" or min(a.value, b.value) < MANY:
        if not _sole(a, mine) or not _sole(b, theirs):
            return False
        if abs(a.value - b.value) == 1 and a.fates & b.fates & _LASTING:
            return min(a.value, b.value) > 1
    off = ratio(a.value, b.value)
    return off >= LEAST_RATIO or math.isclose(off, 0.1) or _turned(a.value, b.value)


def _grown(early: Tally, late: Tally, book: Sentences) -> bool:
    """Tell whether a later report says that what was counted has become more."""
    first, second = (book.published(t.sentence.report) for t in (early, late))
    if early.value >= late.value or not first or not second or first >= second:
        return False
    return bool(words_of("change_words") & set(tokens(late.sentence.text)))


def _turned(a: float, b: float) -> bool:
    """Tell whether two numbers have the same two digits in another order: 31 and 13."""
    return 10 <= a < 100 and 10 <= b < 100 and sorted(f"{a:.0f}") == sorted(f"{b:.0f}")


def _told_in(tally: Tally, other: Tally, counted: Counted) -> bool:
    """Tell whether the report of another tally gives this number of such things too."""
    return tally.value in counted[other.sentence.report, other.kind]


def _sole(tally: Tally, own: Sequence[Tally]) -> bool:
    """Tell whether a report counts such things of such a state in but one number."""
    alike = {t.value for t in own if not t.state or not tally.state or t.state == tally.state}
    return len(alike) == 1


def _nearest(one: Tally, other: Tally, others: Sequence[Tally]) -> bool:
    """Tell whether no number of the other report is nearer to one than the other."""
    own = [
        ratio(one.value, t.value)
        for t in others
        if not (t.state and one.state) or t.state == one.state
    ]
    return ratio(one.value, other.value) >= max(own)


def _of_one_thing(a: Tally, b: Tally, book: Sentences) -> bool:
    words, others = a.sentence.words, b.sentence.words
    same = words & others
    if a.kind == "person":
        if a.fates & b.fates:
            return True
        near = min(a.value, b.value) >= MANY and ratio(a.value, b.value) >= NEAR
        if near or (a.state and a.state == b.state):
            return bool(same)
    return len(same) >= LEAST_SHARED and book.rarity.shared(words, others) >= SHARED
